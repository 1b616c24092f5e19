//! Active Directory's own walk: LDAP_MATCHING_RULE_IN_CHAIN ([MS-ADTS] §3.1.1.3.4.4.3) follows groups in
//! groups inside the server. It knows nothing of primary groups.

use super::{DOING, roots};
use crate::ldap::entry::Entry;
use crate::ldap::error::{Outcome, bad_answer};
use crate::ldap::members::{MAX_GROUPS, Members, TOO_MANY, name_key, sibling};
use crate::ldap::search::{Request, Search};
use crate::ldap::session::Session;
use crate::ldap::vendor::Server;
use crate::model::{ConnectionFailure, DirectoryProblem, Dn};
use ldap3::{Scope, ldap_escape};

/// In a large domain the rule may take minutes; by then the walk is the better way.
const SECONDS: u16 = 20;

/// All groups within this one, of this part of the directory; `None` where the server refuses the rule.
pub(super) async fn groups_within(session: &mut Session, group: &Dn, root: &str) -> Outcome<Option<Vec<String>>> {
    let mut search = Search::paged(groups_in_chain(group.as_str(), root)).within(SECONDS);
    let mut within = Vec::new();
    loop {
        match search.next(session).await {
            Ok(Some(entry)) if entry.is_unnamed() => {}
            Ok(Some(_)) if within.len() >= MAX_GROUPS => return Err(search.fail(session, bad_answer(TOO_MANY))),
            Ok(Some(entry)) => within.push(entry.dn),
            Ok(None) if within.is_empty() || follows_the_rule(session, root).await? => return Ok(Some(within)),
            Ok(None) => {
                tracing::debug!("the rule in chain is passed over: groups are walked one by one");
                return Ok(None);
            }
            Err(problem) if is_refusal(&problem) => {
                tracing::debug!(%problem, "the rule in chain is refused: groups are walked one by one");
                return Ok(None);
            }
            Err(problem) => return Err(problem),
        }
    }
}

/// Whether nothing is in a group that is not there. A server that passes over the rule finds every group.
async fn follows_the_rule(session: &mut Session, root: &str) -> Outcome<bool> {
    let nothing = format!("CN=no group has this name,{root}");
    let mut asked = Search::paged(groups_in_chain(&nothing, root)).within(SECONDS);
    match asked.next(session).await {
        Ok(None) => Ok(true),
        Ok(Some(_)) => {
            // The rest of the answer is of no use; the next request is not mixed up with it.
            while asked.next(session).await?.is_some() {}
            Ok(false)
        }
        Err(problem) if is_refusal(&problem) => Ok(true),
        Err(problem) => Err(problem),
    }
}

fn groups_in_chain(group: &str, root: &str) -> Request {
    Request {
        doing: DOING,
        base: root.to_owned(),
        scope: Scope::Subtree,
        filter: format!("(&(objectCategory=group){})", in_chain(group)),
        attributes: vec!["1.1".into()],
    }
}

/// Of these, the ones that are named by a group read before; all when none is: then a group between cannot
/// be read, and they are within all the same.
pub(super) fn take_named(within: &mut Vec<String>, members: &Members) -> Vec<String> {
    let (named, rest) = within.drain(..).partition::<Vec<_>, _>(|dn| members.has_name(&name_key(dn)));
    if named.is_empty() {
        return rest;
    }
    *within = rest;
    named
}

/// Whether a chain of groups, or the primary group, leads from the person to the group. `false` also where
/// the server does not say.
pub(super) async fn leads_to(
    session: &mut Session,
    group: &Dn,
    server: &Server,
    base: &Dn,
    person: &Entry,
) -> Outcome<bool> {
    let asked = Request { filter: in_chain(group.as_str()), ..Request::of_entry(DOING, &person.dn, &["1.1"]) };
    if is_found(session, asked).await? {
        return Ok(true);
    }
    let number = person.text("primaryGroupID").and_then(|number| number.trim().parse().ok());
    let sid = person.values("objectSid").next().zip(number).and_then(|(sid, number)| sibling(sid, number));
    let Some(sid) = sid else { return Ok(false) };
    let sid: String = sid.iter().map(|byte| format!("\\{byte:02x}")).collect();
    let dn = ldap_escape(group.as_str());
    for root in roots(group, server, base) {
        let asked = Request {
            doing: DOING,
            base: root,
            scope: Scope::Subtree,
            filter: format!("(&(objectSid={sid})(|(distinguishedName={dn}){}))", in_chain(group.as_str())),
            attributes: vec!["1.1".into()],
        };
        if is_found(session, asked).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn is_found(session: &mut Session, request: Request) -> Outcome<bool> {
    match Search::unpaged(request).within(SECONDS).collect(session).await {
        Ok(found) => Ok(!found.is_empty()),
        Err(problem) if is_refusal(&problem) => Ok(false),
        Err(problem) => Err(problem),
    }
}

fn in_chain(group: &str) -> String {
    format!("(memberOf:1.2.840.113556.1.4.1941:={})", ldap_escape(group))
}

/// The server's word on the question: another one may be answered.
pub(super) fn is_refusal(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    matches!(
        problem.failure,
        F::Refused { .. }
            | F::ServerLimit { .. }
            | F::ServerTimeLimit { .. }
            | F::NoAccess { .. }
            | F::BaseNotFound { .. }
    )
}
