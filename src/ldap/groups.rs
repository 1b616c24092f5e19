//! Reads the LDAP user group: its members, and those of the groups in it to any depth, each group
//! once.

use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use super::members::{Members, name_key};
use super::rdn;
use super::search::{Request, Search};
use super::session::Session;
use super::vendor::Server;
use crate::model::{ConnectionFailure, DirectoryProblem, Dn};
use ldap3::{Scope, ldap_escape};
use std::collections::HashMap;

const DOING: &str = "reading the user group";
const ATTRIBUTES: [&str; 4] = ["member", "uniqueMember", "memberUid", "objectSid"];
/// Everything that can have members.
const ANY_GROUP: &str = "(|(objectClass=group)(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)\
(objectClass=groupOfEntries)(objectClass=groupOfMembers)(objectClass=posixGroup)(objectClass=ipaUserGroup))";

/// All members of the group. Any doubt is an error: whoever is missing here would be removed.
pub(super) async fn read(session: &mut Session, group: &Dn, server: &Server, base: &Dn) -> Outcome<Members> {
    let mut members = Members::default();
    members.visit(&group.key());
    let is_there = load(session, group.as_str(), &mut members).await;
    if !is_there.map_err(|problem| explain(group, problem))? {
        return Err(not_found(group, None));
    }
    if !members.has_names() {
        return Ok(members);
    }
    let groups = list(session, group, server, base).await?;
    loop {
        let within = |key: &str| members.has_name(key) && !members.is_visited(key);
        let next: Vec<(&str, &str)> =
            groups.iter().filter(|(key, _)| within(key)).map(|(key, dn)| (&**key, &**dn)).collect();
        if next.is_empty() {
            return Ok(members);
        }
        for (key, dn) in next {
            members.visit(key);
            // Gone since it was listed: it has no members any more.
            load(session, dn, &mut members).await?;
        }
    }
}

/// Asks the server whether a person is a member of the group itself: spares reading it all for most
/// sign-ins. `false` says nothing about groups in it.
pub(super) async fn is_direct_member(session: &mut Session, group: &Dn, person: &Entry) -> Outcome<bool> {
    let dn = ldap_escape(person.dn.as_str());
    let mut filter = format!("(|(member={dn})(uniqueMember={dn})");
    if let Some(uid) = person.text("uid") {
        filter.push_str(&format!("(memberUid={})", ldap_escape(uid)));
    }
    filter.push(')');
    let mut request = Request::of_entry(DOING, group.as_str(), &["1.1"]);
    request.filter = filter;
    match Search::all(request, session).await {
        Ok(found) => Ok(!found.is_empty()),
        Err(problem) => Err(explain(group, problem)),
    }
}

/// Adds one group's members; `false` when there is no such entry.
async fn load(session: &mut Session, dn: &str, members: &mut Members) -> Outcome<bool> {
    let mut wanted: Vec<String> = ATTRIBUTES.iter().map(|name| (*name).to_owned()).collect();
    let mut reached = 0;
    loop {
        let mut request = Request::of_entry(DOING, dn, &[]);
        request.attributes = wanted;
        let found = match Search::all(request, session).await {
            Ok(found) => found,
            Err(problem) if matches!(problem.failure, ConnectionFailure::BaseNotFound { .. }) => return Ok(false),
            Err(problem) => return Err(problem),
        };
        let Some(part) = found.first() else {
            return Ok(false);
        };
        members.add_group(part);
        // Active Directory gives 1,500 values at a time ([MS-ADTS] §3.1.1.3.1.3.3).
        let next = ATTRIBUTES.iter().find_map(|name| Some((*name, part.continues_at(name)?)));
        let Some((name, from)) = next else {
            return Ok(true);
        };
        if from <= reached {
            return Err(bad_answer("the server gives the same part of a group again"));
        }
        reached = from;
        wanted = vec![format!("{name};range={from}-*")];
    }
}

/// Every group's name by its key, from the part of the directory that the group belongs to.
async fn list(session: &mut Session, group: &Dn, server: &Server, base: &Dn) -> Outcome<HashMap<Box<str>, Box<str>>> {
    let mut groups = HashMap::new();
    for root in roots(group, server, base) {
        let mut search = Search::paged(Request {
            doing: DOING,
            base: root,
            scope: Scope::Subtree,
            filter: ANY_GROUP.into(),
            attributes: vec!["1.1".into()],
        });
        while let Some(entry) = search.next(session).await? {
            groups.insert(name_key(&entry.dn), entry.dn.into());
        }
    }
    Ok(groups)
}

/// The naming context around the group; where the server tells none, what is around the group and
/// around people.
fn roots(group: &Dn, server: &Server, base: &Dn) -> Vec<String> {
    let context = server.naming_contexts.iter().find(|name| Dn::parse(name).is_ok_and(|name| group.is_within(&name)));
    if let Some(context) = context {
        return vec![context.clone()];
    }
    let around = rdn::parent(group.as_str());
    match Dn::parse(around) {
        Ok(around) if group.is_within(base) || around.is_root() => vec![base.as_str().to_owned()],
        _ => vec![around.to_owned(), base.as_str().to_owned()],
    }
}

fn explain(group: &Dn, problem: DirectoryProblem) -> DirectoryProblem {
    if is_absence(&problem) { not_found(group, problem.details) } else { problem }
}

/// No such entry, no right to see it, or no name that the server understands.
fn is_absence(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    matches!(problem.failure, F::BaseNotFound { .. } | F::NoAccess { .. } | F::Refused { result_code: 34, .. })
}

fn not_found(group: &Dn, details: Option<String>) -> DirectoryProblem {
    DirectoryProblem { failure: ConnectionFailure::GroupNotFound { group: group.as_str().to_owned() }, details }
}
