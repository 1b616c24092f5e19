//! Reads a group: its members by any road, and those of the groups in it to any depth, each group once.
//!
//! `chain` asks Active Directory for the groups within by its own rule; `nested` finds them elsewhere, among
//! the names of members; `named` asks who names the groups, where that may be more than the groups name.

mod chain;
mod named;
mod nested;

use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use super::members::{Members, name_key};
use super::rdn;
use super::search::{Request, Search};
use super::session::Session;
use super::vendor::Server;
use crate::model::{ConnectionFailure, DirectoryProblem, Dn, Tie, Vendor};
use ldap3::ldap_escape;

pub(super) use nested::{ANY_GROUP, is_group};

const DOING: &str = "reading the user group";

/// All members of the group. Any doubt is an error: whoever is missing here would be removed.
pub(super) async fn read(session: &mut Session, group: &Dn, server: &Server, base: &Dn) -> Outcome<Members> {
    let mut members = Members::of(group);
    let is_there = load(session, 0, group.as_str(), &mut members).await;
    if !is_there.map_err(|problem| explain(group, problem))? {
        return Err(not_found(group, None));
    }
    let roots = roots(group, server, base);
    let mut chain = match server.vendor {
        Vendor::ActiveDirectory => chain::groups_within(session, group, &roots[0]).await?,
        _ => None,
    };
    let mut asked = 0;
    loop {
        let fresh = members.take_fresh();
        let mut next = match &mut chain {
            Some(within) => chain::take_named(within, &members),
            None => nested::among(session, fresh, &roots).await?,
        };
        // Active Directory keeps both ends of the link together: there, one end is enough.
        let both_ends = server.vendor == Vendor::ActiveDirectory;
        if !both_ends || next.is_empty() {
            let groups = members.groups_from(asked, both_ends);
            asked = members.group_count();
            next.extend(named::groups_that_name(session, &groups, &roots, &mut members).await?);
        }
        if next.is_empty() {
            return Ok(members);
        }
        for dn in next {
            if let Some(place) = members.enter(&dn)? {
                // Gone since it was found: it has no members any more.
                load(session, place, &dn, &mut members).await?;
            }
        }
    }
}

/// Whether this person is a member: spares reading the whole group for most sign-ins.
pub(super) async fn is_member(
    session: &mut Session,
    group: &Dn,
    server: &Server,
    base: &Dn,
    person: &Entry,
) -> Outcome<bool> {
    let key = group.key();
    if person.texts(Tie::MemberOf.attribute()).any(|name| *name_key(name) == *key)
        || names(session, group, person).await?
        || (server.vendor == Vendor::ActiveDirectory && chain::leads_to(session, group, server, base, person).await?)
    {
        return Ok(true);
    }
    Ok(read(session, group, server, base).await?.hold(person))
}

/// Asks the server whether the group itself names the person.
async fn names(session: &mut Session, group: &Dn, person: &Entry) -> Outcome<bool> {
    let mut request = Request::of_entry(DOING, group.as_str(), &["1.1"]);
    request.filter = format!("(|{})", conditions_naming(person));
    match Search::all(request, session).await {
        Ok(found) => Ok(!found.is_empty()),
        Err(problem) => Err(explain(group, problem)),
    }
}

/// Conditions that a group meets which names the person itself.
pub(super) fn conditions_naming(person: &Entry) -> String {
    let dn = ldap_escape(person.dn.as_str());
    let mut conditions = format!("(member={dn})(uniqueMember={dn})");
    for uid in person.texts("uid").take(8) {
        conditions.push_str(&format!("(memberUid={})", ldap_escape(uid)));
    }
    conditions
}

/// Adds the members of the group at this place; `false` when there is no such entry.
async fn load(session: &mut Session, place: usize, dn: &str, members: &mut Members) -> Outcome<bool> {
    const TIES: [Tie; 3] = [Tie::Member, Tie::UniqueMember, Tie::MemberUid];
    let mut attributes: Vec<String> = TIES.iter().map(|tie| tie.attribute().to_owned()).collect();
    attributes.push("objectSid".into());
    let Some(whole) = part(session, dn, attributes).await? else {
        return Ok(false);
    };
    members.add(place, &whole)?;
    for name in TIES.map(Tie::attribute) {
        // Active Directory gives 1,500 values at a time ([MS-ADTS] §3.1.1.3.1.3.3).
        let mut next = whole.continues_at(name);
        while let Some(from) = next {
            let Some(part) = part(session, dn, vec![format!("{name};range={from}-*")]).await? else {
                return Ok(false);
            };
            members.add(place, &part)?;
            next = part.continues_at(name);
            if next.is_some_and(|next| next <= from) || (next.is_some() && !part.has(name)) {
                return Err(bad_answer("the server gives the same part of a group again"));
            }
        }
    }
    Ok(true)
}

async fn part(session: &mut Session, dn: &str, attributes: Vec<String>) -> Outcome<Option<Entry>> {
    let request = Request { attributes, ..Request::of_entry(DOING, dn, &[]) };
    match Search::all(request, session).await {
        Ok(found) => Ok(found.into_iter().next()),
        Err(problem) if matches!(problem.failure, ConnectionFailure::BaseNotFound { .. }) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Where groups may be: the naming context around the group and what is around people; without the
/// server's word on contexts, what is around the group. The group's first, none within another.
pub(super) fn roots(group: &Dn, server: &Server, base: &Dn) -> Vec<String> {
    let parsed = |name: &String| Dn::parse(name).ok().filter(|name| group.is_within(name));
    let around = server.naming_contexts.iter().find_map(parsed);
    let around = around.or_else(|| Dn::parse(rdn::parent(group.as_str())).ok().filter(|name| !name.is_root()));
    let Some(around) = around else {
        return vec![base.as_str().to_owned()];
    };
    let mut roots = vec![around];
    if !base.is_within(&roots[0]) {
        if roots[0].is_within(base) {
            roots.clear();
        }
        roots.push(base.clone());
    }
    roots.iter().map(|root| root.as_str().to_owned()).collect()
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
