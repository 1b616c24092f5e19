//! Who names a group, where the group itself may not name them: `memberOf`.

use super::chain::is_refusal;
use super::{DOING, is_group};
use crate::ldap::error::Outcome;
use crate::ldap::members::{Members, name_key};
use crate::ldap::search::{Request, Search};
use crate::ldap::session::Session;
use ldap3::{Scope, ldap_escape};

/// Groups asked for with one filter.
const BATCH: usize = 20;

/// Adds everyone who names one of these groups; answers the groups among them. Where the server cannot be
/// asked so, each person will be asked for what they name.
pub(super) async fn groups_that_name(
    session: &mut Session,
    groups: &[String],
    roots: &[String],
    members: &mut Members,
) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for some in groups.chunks(BATCH) {
        let conditions: String = some.iter().map(|dn| format!("(memberOf={})", ldap_escape(dn.as_str()))).collect();
        for root in roots {
            let request = Request {
                doing: DOING,
                base: root.clone(),
                scope: Scope::Subtree,
                filter: format!("(|{conditions})"),
                attributes: vec!["objectClass".into(), "memberOf".into()],
            };
            match ask(session, request, members, &mut found).await {
                Err(problem) if is_refusal(&problem) => {
                    tracing::debug!(%problem, "who names a group cannot be searched for");
                    members.ask_people();
                    return Ok(found);
                }
                asked => asked?,
            }
        }
    }
    Ok(found)
}

/// Only what an entry itself says counts: a server may pass over a condition it does not know.
async fn ask(session: &mut Session, request: Request, members: &mut Members, found: &mut Vec<String>) -> Outcome<()> {
    let mut search = Search::paged(request);
    while let Some(entry) = search.next(session).await? {
        if entry.is_unnamed() {
            continue;
        }
        members.add_by_member_of(&entry)?;
        if is_group(&entry) && !members.has_group(&name_key(&entry.dn)) && members.hold(&entry) {
            found.push(entry.dn);
        }
    }
    Ok(())
}
