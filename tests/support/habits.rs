//! A small directory with the habits and limits of servers that cannot be started here: lldap, Active
//! Directory with its own limits, and servers that have hardly anything.

use super::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, GROUPS_DN, PEOPLE_DN};
use super::scripted::{Answer, ScriptedLdap, bind_result, done, entry, page_done, result};
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindCred, LdapExtendedResponse, LdapFilter, LdapMsg, LdapOp, LdapPartialAttribute, LdapResultCode,
    LdapSearchRequest, LdapSearchResultEntry, LdapSearchScope,
};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

const IN_CHAIN: &str = "1.2.840.113556.1.4.1941";

/// What becomes of the control for paged results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paging {
    /// Honoured, with at most so many entries a page.
    Pages(usize),
    /// Passed over: everything comes at once.
    Ignored,
    /// Refused with unavailableCriticalExtension, critical or not.
    Refused,
}

/// How a server behaves.
#[derive(Debug, Clone)]
pub struct Habits {
    /// What the root DSE shows, or what the question for it is answered with.
    pub root: Result<Vec<(&'static str, &'static str)>, LdapResultCode>,
    pub paging: Paging,
    /// Entries of a search, or of a page of it; more end in sizeLimitExceeded.
    pub most_entries: usize,
    /// Values of an attribute that come at a time, as ranges.
    pub most_values: usize,
    /// Names of attributes in answers.
    pub lower_case: bool,
    /// Whether `>=` and `<=` are understood.
    pub ordering: bool,
}

impl Habits {
    /// No root DSE, no paging, no schema, and none of the rest either.
    pub fn minimal(root: LdapResultCode, paging: Paging) -> Habits {
        let (most_entries, most_values) = (usize::MAX, usize::MAX);
        Habits { root: Err(root), paging, most_entries, most_values, lower_case: false, ordering: false }
    }

    /// lldap: no StartTLS, page size ignored, names of attributes in lower case, no `>=`.
    pub fn lldap() -> Habits {
        let root = vec![("vendorName", "LLDAP"), ("vendorVersion", "lldap_0.6.1"), ("namingContexts", BASE_DN)];
        let minimal = Habits::minimal(LdapResultCode::Success, Paging::Ignored);
        Habits { root: Ok(root), lower_case: true, ..minimal }
    }

    /// Active Directory with its defaults: MaxPageSize 1,000 and MaxValRange 1,500 ([MS-ADTS] §3.1.1.3.4.6).
    pub fn active_directory() -> Habits {
        let capability = ("supportedCapabilities", "1.2.840.113556.1.4.800");
        let root = vec![capability, ("defaultNamingContext", BASE_DN), ("namingContexts", BASE_DN)];
        Habits {
            root: Ok(root),
            paging: Paging::Pages(1000),
            most_entries: 1000,
            most_values: 1500,
            lower_case: false,
            ordering: true,
        }
    }
}

/// An entry, with all values of an attribute together.
#[derive(Debug, Clone)]
pub struct Item {
    pub dn: String,
    pub attributes: Vec<(&'static str, Vec<String>)>,
}

impl Item {
    /// A person for every kind of server, with a name and a mail made from the number.
    pub fn person(number: usize) -> Item {
        let uid = format!("p{number:05}");
        let one = |value: String| vec![value];
        let classes = ["top", "person", "organizationalPerson", "user", "inetOrgPerson"].map(str::to_owned);
        let attributes = vec![
            ("objectClass", classes.to_vec()),
            ("objectCategory", one("person".into())),
            ("uid", one(uid.clone())),
            ("cn", one(format!("Person {number}"))),
            ("displayName", one(format!("Person {number}"))),
            ("mail", one(format!("{uid}@example.test"))),
            ("entryUUID", one(uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, uid.as_bytes()).to_string())),
            // Sixteen bytes that a filter can say as text.
            ("objectGUID", one(format!("guid-{number:011}"))),
        ];
        Item { dn: format!("uid={uid},{PEOPLE_DN}"), attributes }
    }

    pub fn group(name: &str, members: &[String]) -> Item {
        let classes = ["top", "group", "groupOfNames"].map(str::to_owned);
        let attributes = vec![
            ("objectClass", classes.to_vec()),
            ("objectCategory", vec!["group".into()]),
            ("cn", vec![name.to_owned()]),
            ("member", members.to_vec()),
        ];
        Item { dn: group_dn(name), attributes }
    }

    fn values(&self, name: &str) -> &[String] {
        let known = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map_or(&[], |(_, values)| values)
    }
}

pub fn group_dn(name: &str) -> String {
    format!("cn={name},{GROUPS_DN}")
}

/// The directory; a test may take entries away at any time.
#[derive(Debug, Clone)]
pub struct Habitual {
    habits: Habits,
    items: Arc<Mutex<Vec<Item>>>,
}

impl Habitual {
    pub fn new(habits: Habits, items: Vec<Item>) -> Habitual {
        Habitual { habits, items: Arc::new(Mutex::new(items)) }
    }

    pub async fn serve(&self) -> ScriptedLdap {
        let directory = self.clone();
        ScriptedLdap::start(move |request| directory.answer(request)).await
    }

    pub fn remove(&self, dn: &str) {
        let mut items = self.items.lock().unwrap();
        items.retain(|item| item.dn != dn);
        for (_, values) in items.iter_mut().flat_map(|item| &mut item.attributes) {
            values.retain(|value| value != dn);
        }
    }

    pub fn answer(&self, request: &LdapMsg) -> Vec<Answer> {
        match &request.op {
            LdapOp::BindRequest(bind) => {
                let right = matches!(&bind.cred, LdapBindCred::Simple(password)
                    if bind.dn == BIND_DN && password == BIND_PASSWORD);
                let code = if right { LdapResultCode::Success } else { LdapResultCode::InvalidCredentials };
                vec![bind_result(code, "")]
            }
            LdapOp::ExtendedRequest(_) => {
                let res = result(LdapResultCode::ProtocolError, "Unsupported extended operation");
                vec![Answer::Say(LdapOp::ExtendedResponse(LdapExtendedResponse { res, name: None, value: None }))]
            }
            LdapOp::SearchRequest(search) => self.search(search, &request.ctrl),
            _ => vec![Answer::Close],
        }
    }

    fn search(&self, search: &LdapSearchRequest, controls: &[LdapControl]) -> Vec<Answer> {
        let asked = controls.iter().find_map(|control| match control {
            LdapControl::SimplePagedResults { size, cookie } => Some((*size, cookie)),
            _ => None,
        });
        if asked.is_some() && self.habits.paging == Paging::Refused {
            return vec![done(LdapResultCode::UnavailableCriticalExtension, "")];
        }
        if search.base.is_empty() && search.scope == LdapSearchScope::Base {
            return match &self.habits.root {
                Ok(shown) => vec![entry("", shown), done(LdapResultCode::Success, "")],
                Err(code) => vec![done(code.clone(), "")],
            };
        }
        if !self.habits.ordering && orders(&search.filter) {
            return vec![done(LdapResultCode::UnwillingToPerform, "Unsupported filter")];
        }
        let items = self.items.lock().unwrap();
        let there = [BASE_DN, PEOPLE_DN, GROUPS_DN].map(str::to_owned);
        let base = search.base.to_ascii_lowercase();
        if !there.iter().chain(items.iter().map(|item| &item.dn)).any(|dn| dn.eq_ignore_ascii_case(&base)) {
            return vec![done(LdapResultCode::NoSuchObject, "")];
        }
        let mut found = items.iter().filter(|item| is_in(&item.dn, &base, &search.scope));
        let found: Vec<&Item> = found.by_ref().filter(|item| matches(&search.filter, item, &items)).collect();
        let (skip, most, paged) = match (asked, self.habits.paging) {
            (Some((size, cookie)), Paging::Pages(most)) => {
                let skip = String::from_utf8_lossy(cookie).parse().unwrap_or_default();
                (skip, most.min(usize::try_from(size).unwrap()), true)
            }
            _ => (0, self.habits.most_entries, false),
        };
        let page = found.iter().skip(skip).take(most);
        let mut answers: Vec<Answer> = page.map(|item| self.show(item, &search.attrs)).collect();
        let goes_on = found.len() - skip.min(found.len()) > most;
        answers.push(match (paged, goes_on) {
            (true, true) => page_done(LdapResultCode::Success, (skip + most).to_string().as_bytes()),
            (true, false) => page_done(LdapResultCode::Success, b""),
            (false, true) => done(LdapResultCode::SizeLimitExceeded, ""),
            (false, false) => done(LdapResultCode::Success, ""),
        });
        answers
    }

    /// Only what was asked for, by name.
    fn show(&self, item: &Item, asked: &[String]) -> Answer {
        let mut attributes = Vec::new();
        for name in asked {
            let (name, range) = name.split_once(';').map_or((name.as_str(), None), |(name, range)| (name, Some(range)));
            let all = item.values(name);
            let known = item.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            let Some((known, _)) = known else { continue };
            let known = if self.habits.lower_case { known.to_ascii_lowercase() } else { (*known).to_owned() };
            let mut say = |atype: String, values: &[String]| {
                let vals = values.iter().map(|value| value.clone().into_bytes()).collect();
                attributes.push(LdapPartialAttribute { atype, vals });
            };
            let from = range.and_then(|range| range.strip_prefix("range=")?.split_once('-')?.0.parse::<usize>().ok());
            if from.is_none() && all.len() <= self.habits.most_values {
                say(known, all);
                continue;
            }
            // The attribute itself comes empty, beside its first part.
            if from.is_none() {
                say(known.clone(), &[]);
            }
            let from = from.unwrap_or_default();
            let end = (from + self.habits.most_values).min(all.len());
            let last = if end == all.len() { "*".to_owned() } else { (end - 1).to_string() };
            say(format!("{known};range={from}-{last}"), &all[from..end]);
        }
        Answer::Say(LdapOp::SearchResultEntry(LdapSearchResultEntry { dn: item.dn.clone(), attributes }))
    }
}

fn is_in(dn: &str, base: &str, scope: &LdapSearchScope) -> bool {
    let dn = dn.to_ascii_lowercase();
    match scope {
        LdapSearchScope::Base => dn == base,
        LdapSearchScope::OneLevel => dn.split_once(',').is_some_and(|(_, parent)| parent == base),
        _ => dn == base || dn.ends_with(&format!(",{base}")),
    }
}

fn orders(filter: &LdapFilter) -> bool {
    match filter {
        LdapFilter::And(parts) | LdapFilter::Or(parts) => parts.iter().any(orders),
        LdapFilter::Not(inner) => orders(inner),
        LdapFilter::GreaterOrEqual(..) | LdapFilter::LessOrEqual(..) => true,
        _ => false,
    }
}

fn matches(filter: &LdapFilter, item: &Item, all: &[Item]) -> bool {
    match filter {
        LdapFilter::And(parts) => parts.iter().all(|part| matches(part, item, all)),
        LdapFilter::Or(parts) => parts.iter().any(|part| matches(part, item, all)),
        LdapFilter::Not(inner) => !matches(inner, item, all),
        LdapFilter::Present(name) => name.eq_ignore_ascii_case("objectClass") || !item.values(name).is_empty(),
        LdapFilter::Equality(name, value) => match name.eq_ignore_ascii_case("distinguishedName") {
            true => item.dn.eq_ignore_ascii_case(value),
            false => item.values(name).iter().any(|known| known.eq_ignore_ascii_case(value)),
        },
        LdapFilter::Extensible(rule) if rule.matching_rule.as_deref() == Some(IN_CHAIN) => {
            within(&rule.match_value, all).contains(&item.dn.to_ascii_lowercase())
        }
        _ => false,
    }
}

/// Everyone and every group in this group, to any depth.
fn within(group: &str, all: &[Item]) -> HashSet<String> {
    let (mut found, mut next) = (HashSet::new(), vec![group.to_ascii_lowercase()]);
    let groups = all.iter().filter(|item| !item.values("member").is_empty());
    let groups: HashMap<String, &Item> = groups.map(|item| (item.dn.to_ascii_lowercase(), item)).collect();
    while let Some(dn) = next.pop() {
        for member in groups.get(&dn).map(|group| group.values("member")).unwrap_or_default() {
            let member = member.to_ascii_lowercase();
            if found.insert(member.clone()) {
                next.push(member);
            }
        }
    }
    found
}
