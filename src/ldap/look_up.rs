//! Looks someone up by mail, name or DN: what the directory says, where the entry is, and whether an import
//! would take it.

mod groups_of;
mod reading;

use super::connection::Connection;
use super::entry::Entry;
use super::error::Outcome;
use super::groups::is_group;
use super::members::{self, Members, name_key};
use super::search::{Request, Search};
use super::{guid, person};
use crate::model::*;
use ldap3::{Scope, ldap_escape};
use std::collections::HashSet;

const DOING: &str = "looking someone up";
const MOST: u8 = LookUp::MOST as u8;
/// Longer text is no mail, name or DN.
const LONGEST: usize = 1024;

impl Connection {
    /// Looks someone up by mail, name, account name or DN; what is most like it comes first.
    ///
    /// # Errors
    /// When the directory cannot be asked: that is not "nobody".
    pub async fn look_up(&mut self, text: &str) -> Result<LookUp, DirectoryProblem> {
        self.become_service_account().await?;
        let text = text.trim();
        let text = if text.len() > LONGEST { "" } else { text };
        let candidates = if text.is_empty() { Candidates::default() } else { Candidates::find(self, text).await? };
        let (members, group_problem) = match self.members().await {
            Ok(members) => (members.map(Ok), None),
            Err(problem) if problem.failure.field() == Some("group_dn") => (Some(Err(())), Some(problem)),
            Err(problem) => return Err(problem),
        };
        self.learn_lockout().await;
        self.read_rules().await?;
        let mut entries = Vec::new();
        let mut questions_left = groups_of::QUESTIONS;
        for candidate in candidates.all {
            entries.push(self.looked_up(candidate, members.as_ref(), &mut questions_left).await?);
        }
        Ok(LookUp {
            entries,
            more: candidates.more,
            resolved: self.resolved().clone(),
            group: self.settings().group_dn.as_ref().map(|group| group.as_str().to_owned()),
            group_problem,
        })
    }

    async fn looked_up(
        &mut self,
        candidate: Candidate,
        members: Option<&Result<Members, ()>>,
        questions_left: &mut usize,
    ) -> Outcome<LookedUp> {
        let Candidate { entry, is_match } = candidate;
        let within_base = Dn::parse(&entry.dn).is_ok_and(|dn| dn.is_within(&self.resolved().base_dn));
        let matches_filter = is_match || self.matches_filter(&entry).await?;
        let group = match members {
            None => GroupPlace::NotAsked,
            Some(Err(())) => GroupPlace::Unknown,
            Some(Ok(members)) => members.road(&entry).map_or(GroupPlace::Out, GroupPlace::In),
        };
        let (groups, more_groups) = groups_of::groups_of(self, &entry, questions_left).await?;
        let resolved = self.resolved().clone();
        let now = Timestamp::now_utc();
        let mut looked_up = LookedUp {
            guid: guid::of_entry(&entry, resolved.guid_attribute.as_str()),
            rules: self.rule_places(&entry),
            found: match self.matched(&entry, person::found(&entry, &resolved, now)) {
                Found::Person(person) => Ok(person),
                Found::Unusable { reason, .. } => Err(reason),
            },
            fields: reading::fields(&entry, &resolved),
            place: Place { within_base, matches_filter, group },
            groups,
            more_groups,
            state: reading::state(&entry, self.state(&entry)),
            verdicts: Vec::new(),
            dn: entry.dn,
        };
        looked_up.verdicts = reading::verdicts(&looked_up, self.settings(), &resolved);
        Ok(looked_up)
    }

    async fn matches_filter(&mut self, entry: &Entry) -> Outcome<bool> {
        let filter = self.resolved().user_filter.as_str().to_owned();
        let request = Request { filter, ..Request::of_entry(DOING, &entry.dn, &["1.1"]) };
        match Search::all(request, self.session()).await {
            Ok(found) => Ok(!found.is_empty()),
            Err(problem) if is_about_this_place(&problem) => Ok(false),
            Err(problem) => Err(problem),
        }
    }
}

struct Candidate {
    entry: Entry,
    /// Known to be within base and filter.
    is_match: bool,
}

#[derive(Default)]
struct Candidates {
    all: Vec<Candidate>,
    known: HashSet<Box<str>>,
    more: bool,
}

impl Candidates {
    async fn find(connection: &mut Connection, text: &str) -> Outcome<Candidates> {
        let mut found = Candidates::default();
        let parsed = Dn::parse(text).is_ok_and(|dn| !dn.is_root());
        if parsed {
            found.search(connection, text, Scope::Base, "(objectClass=*)".into(), false).await?;
        }
        let exact = condition(connection, text);
        found.everywhere(connection, &exact).await?;
        // Nobody is named exactly so: perhaps a part of a name was typed.
        if found.all.is_empty() && !parsed && text.chars().count() > 1 {
            let part = ldap_escape(text);
            let cn = connection.resolved().cn_attribute.as_str();
            let mail = connection.resolved().mail_attribute.as_str();
            let mapped = [(cn, format!("({cn}=*{part}*)")), (mail, format!("({mail}={part}*)"))];
            // What holds passwords is never asked for, nor about: an answer would tell a part of one.
            let mapped =
                mapped.into_iter().filter(|(name, _)| !person::is_secret(name)).map(|(_, condition)| condition);
            let parts = format!("(|(cn=*{part}*){})", mapped.collect::<String>());
            found.everywhere(connection, &parts).await?;
        }
        Ok(found)
    }

    /// Within base and filter first, then anywhere.
    async fn everywhere(&mut self, connection: &mut Connection, condition: &str) -> Outcome<()> {
        let base = connection.resolved().base_dn.as_str().to_owned();
        let within = format!("(&{}{condition})", connection.resolved().user_filter);
        self.search(connection, &base, Scope::Subtree, within, true).await?;
        for root in connection.roots() {
            self.search(connection, &root, Scope::Subtree, condition.to_owned(), false).await?;
        }
        Ok(())
    }

    async fn search(
        &mut self,
        connection: &mut Connection,
        base: &str,
        scope: Scope,
        filter: String,
        is_match: bool,
    ) -> Outcome<()> {
        let more: Vec<&str> = members::ATTRIBUTES.into_iter().chain(["objectClass"]).collect();
        let attributes = person::attributes(connection.resolved(), &more);
        let request = Request { doing: DOING, base: base.to_owned(), scope, filter, attributes };
        let by_dn = scope == Scope::Base;
        let (entries, more) = match Search::some(request, MOST, connection.session()).await {
            Ok(found) => found,
            Err(problem) if !is_match && is_about_this_place(&problem) => return Ok(()),
            Err(problem) => return Err(problem),
        };
        self.more |= more;
        for entry in entries {
            // Groups are named like people, too; whoever types a DN means just that.
            if entry.is_unnamed() || (is_group(&entry) && !is_match && !by_dn) {
                continue;
            }
            if self.known.insert(name_key(&entry.dn)) {
                if self.all.len() >= LookUp::MOST {
                    self.more = true;
                    return Ok(());
                }
                self.all.push(Candidate { entry, is_match });
            }
        }
        Ok(())
    }
}

/// What an entry meets that has this text for a mail, a name or an account name.
fn condition(connection: &Connection, text: &str) -> String {
    let value = ldap_escape(text);
    let resolved = connection.resolved();
    let mut names = vec![resolved.mail_attribute.as_str(), resolved.cn_attribute.as_str(), "cn", "uid", "mail"];
    let mut condition = String::from("(|");
    if *connection.vendor() == Vendor::ActiveDirectory {
        names.extend(["sAMAccountName", "userPrincipalName", "displayName"]);
        condition.push_str(&format!("(proxyAddresses=smtp:{value})"));
    }
    let mut known = HashSet::new();
    for name in names {
        if known.insert(name.to_ascii_lowercase()) && !person::is_secret(name) {
            condition.push_str(&format!("({name}={value})"));
        }
    }
    condition.push(')');
    condition
}

/// The server's answer about where was looked, or about this question: others may be answered.
fn is_about_this_place(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    matches!(
        problem.failure,
        F::BaseNotFound { .. }
            | F::NoAccess { .. }
            | F::Referral { .. }
            | F::Refused { .. }
            | F::ServerLimit { .. }
            | F::ServerTimeLimit { .. }
    )
}
