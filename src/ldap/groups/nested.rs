//! Which names of members are groups, found without reading every member and every group: by the parts of the
//! directory that the names are in.

use super::DOING;
use crate::ldap::entry::Entry;
use crate::ldap::error::Outcome;
use crate::ldap::members::name_key;
use crate::ldap::rdn;
use crate::ldap::search::{Request, Search};
use crate::ldap::session::Session;
use crate::model::{ConnectionFailure, DirectoryProblem, Dn};
use ldap3::{Scope, ldap_escape};
use std::collections::{BTreeMap, HashSet};

/// Everything that can have members.
pub(in crate::ldap) const ANY_GROUP: &str = "(|(objectClass=group)(objectClass=groupOfNames)\
(objectClass=groupOfUniqueNames)(objectClass=groupOfEntries)(objectClass=groupOfMembers)(objectClass=posixGroup)\
(objectClass=ipaUserGroup))";

/// More parts than this: all groups of where the group and people are are listed instead, and only others by part.
const MANY_PARTS: usize = 200;
/// More names than this in one part: the groups there are listed instead of being asked for by name.
const MANY_NAMES: usize = 200;
/// Names asked for with one filter.
const BATCH: usize = 50;

/// Whether an entry is one that [`ANY_GROUP`] finds.
pub(in crate::ldap) fn is_group(entry: &Entry) -> bool {
    entry
        .texts("objectClass")
        .any(|class| ANY_GROUP.to_ascii_lowercase().contains(&format!("={})", class.to_ascii_lowercase())))
}

/// The groups among these names, as the server writes them.
pub(super) async fn among(
    session: &mut Session,
    names: Vec<(Box<str>, String)>,
    roots: &[String],
) -> Outcome<Vec<String>> {
    let mut parts: BTreeMap<Box<str>, Vec<&str>> = BTreeMap::new();
    for (_, dn) in &names {
        let parent = rdn::parent(dn);
        // What is no name of an entry, and what is at the very top, is no group.
        if !parent.is_empty() {
            parts.entry(name_key(parent)).or_default().push(dn);
        }
    }
    let wanted: HashSet<&str> = names.iter().map(|(key, _)| &**key).collect();
    let mut groups = Groups { wanted, found: Vec::new() };
    if parts.len() > MANY_PARTS {
        for root in roots {
            groups.search(session, request(root, Scope::Subtree, ANY_GROUP.into())).await?;
        }
        let roots: Vec<Dn> = roots.iter().filter_map(|root| Dn::parse(root).ok()).collect();
        let is_within = |part: &Dn| roots.iter().any(|root| part.is_within(root));
        parts.retain(|_, dns| !Dn::parse(rdn::parent(dns[0])).is_ok_and(|part| is_within(&part)));
    }
    for dns in parts.values() {
        let parent = rdn::parent(dns[0]);
        for filter in filters(dns) {
            match groups.search(session, request(parent, Scope::OneLevel, filter)).await {
                Err(problem) if !is_about_this_place(&problem) => return Err(problem),
                _ => {}
            }
        }
    }
    Ok(groups.found)
}

struct Groups<'a> {
    wanted: HashSet<&'a str>,
    found: Vec<String>,
}

impl Groups<'_> {
    async fn search(&mut self, session: &mut Session, request: Request) -> Outcome<()> {
        let mut search = Search::paged(request);
        while let Some(entry) = search.next(session).await? {
            // Each once, whatever the server answers.
            if self.wanted.remove(&*name_key(&entry.dn)) {
                self.found.push(entry.dn);
            }
        }
        Ok(())
    }
}

fn request(base: &str, scope: Scope, filter: String) -> Request {
    Request { doing: DOING, base: base.to_owned(), scope, filter, attributes: vec!["1.1".into()] }
}

/// What finds the groups among these, who are next to each other.
fn filters(dns: &[&str]) -> Vec<String> {
    if dns.len() > MANY_NAMES {
        return vec![ANY_GROUP.to_owned()];
    }
    let conditions: Option<Vec<String>> = dns.iter().map(|dn| condition(dn)).collect();
    match conditions {
        Some(conditions) => {
            conditions.chunks(BATCH).map(|some| format!("(&{ANY_GROUP}(|{}))", some.concat())).collect()
        }
        None => vec![ANY_GROUP.to_owned()],
    }
}

/// What an entry meets that is named so: the first attribute of its name is one of its own (RFC 4512 §2.3.2).
fn condition(dn: &str) -> Option<String> {
    let attribute = dn.split('=').next()?.trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    if attribute.is_empty() || !attribute.chars().all(is_name) {
        return None;
    }
    let value = rdn::leaf_value(dn)?;
    Some(format!("({attribute}={})", ldap_escape(value)))
}

/// There is no such part, it is elsewhere, or the account may not look there: no group that can be read.
fn is_about_this_place(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    matches!(
        problem.failure,
        F::BaseNotFound { .. } | F::NoAccess { .. } | F::Referral { .. } | F::Refused { result_code: 34, .. }
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::entry::tests::entry;
    use super::*;

    #[test]
    fn a_few_names_are_asked_for_by_name_and_many_by_their_place() {
        let asked = filters(&["cn=a*b,ou=g,dc=x", r"CN=c\, d+x=1,ou=g,dc=x"]);
        assert_eq!(asked, [format!(r"(&{ANY_GROUP}(|(cn=a\2ab)(CN=c, d)))")]);
        assert_eq!(filters(&["cn=a,dc=x", "cn=#0401,dc=x"]), [ANY_GROUP]);
        assert_eq!(filters(&["cn=a,dc=x"; 201]), [ANY_GROUP]);
        assert_eq!(filters(&["cn=a,dc=x"; 120]).len(), 3);
    }

    #[test]
    fn a_group_is_known_by_its_class() {
        assert!(is_group(&entry("cn=a", &[("objectClass", &[b"top", b"GroupOfNames"])])));
        assert!(!is_group(&entry("cn=a", &[("objectClass", &[b"top", b"person"])])));
    }

    proptest::proptest! {
        #[test]
        fn no_name_breaks_out_of_its_condition(dn in "[a-z]{1,3}=.{0,20}") {
            if let Some(condition) = condition(&dn) {
                proptest::prop_assert!(crate::model::Filter::parse(&condition).is_ok(), "{}", condition);
            }
        }
    }
}
