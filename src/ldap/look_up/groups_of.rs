//! The groups that an entry is in, upwards: those that name it, those that name these, and what it says itself.

use super::{DOING, is_about_this_place};
use crate::ldap::connection::Connection;
use crate::ldap::entry::Entry;
use crate::ldap::error::Outcome;
use crate::ldap::groups::{ANY_GROUP, is_group};
use crate::ldap::members::{name_key, sibling};
use crate::ldap::search::{Request, Search};
use crate::model::{LookedUp, Road, Tie};
use ldap3::{Scope, ldap_escape};
use std::collections::HashSet;

/// Questions about groups in groups, for all entries of a look-up: someone in many groups is no reason to ask
/// for minutes.
pub(super) const QUESTIONS: usize = 100;

/// The groups with the road to each, nearest first; `true`: there may be more.
pub(super) async fn groups_of(
    connection: &mut Connection,
    entry: &Entry,
    questions_left: &mut usize,
) -> Outcome<(Vec<Road>, bool)> {
    let mut walk = Walk { roads: Vec::new(), asked: 0, known: HashSet::new(), more: false };
    let dn = ldap_escape(entry.dn.as_str());
    let mut questions =
        vec![(Tie::Member, format!("(member={dn})")), (Tie::UniqueMember, format!("(uniqueMember={dn})"))];
    let uids: String = entry.texts("uid").take(8).map(|uid| format!("(memberUid={})", ldap_escape(uid))).collect();
    if !uids.is_empty() {
        questions.push((Tie::MemberUid, format!("(|{uids})")));
    }
    let number = entry.text("primaryGroupID").and_then(|number| number.trim().parse().ok());
    if let Some(sid) = entry.values("objectSid").next().zip(number).and_then(|(sid, number)| sibling(sid, number)) {
        let sid: String = sid.iter().map(|byte| format!("\\{byte:02x}")).collect();
        questions.push((Tie::PrimaryGroup, format!("(objectSid={sid})")));
    }
    for (tie, condition) in questions {
        walk.ask(connection, &condition, tie, &[]).await?;
    }
    walk.upwards(connection, questions_left).await?;
    // Some servers name groups in groups here too: what the walk met has its road already.
    for name in entry.texts("memberOf") {
        walk.add(name.to_owned(), Tie::MemberOf, &[]);
    }
    walk.upwards(connection, questions_left).await?;
    Ok((walk.roads, walk.more))
}

struct Walk {
    roads: Vec<Road>,
    /// Of how many of them it was asked what names them.
    asked: usize,
    known: HashSet<Box<str>>,
    more: bool,
}

impl Walk {
    /// Adds the groups that meet a condition, reached through these.
    async fn ask(&mut self, connection: &mut Connection, condition: &str, tie: Tie, through: &[String]) -> Outcome<()> {
        for root in connection.roots() {
            let request = Request {
                doing: DOING,
                base: root,
                scope: Scope::Subtree,
                filter: format!("(&{ANY_GROUP}{condition})"),
                attributes: vec!["objectClass".into()],
            };
            let most = u8::try_from(LookedUp::MOST_GROUPS).unwrap_or(u8::MAX);
            match Search::some(request, most, connection.session()).await {
                Ok((groups, more)) => {
                    self.more |= more;
                    groups.into_iter().filter(is_group).for_each(|group| self.add(group.dn, tie, through));
                }
                // Unknown to this server, or too much to ask.
                Err(problem) if is_about_this_place(&problem) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(())
    }

    /// What names the groups, and what names these.
    async fn upwards(&mut self, connection: &mut Connection, questions_left: &mut usize) -> Outcome<()> {
        while let Some(road) = self.roads.get(self.asked).cloned() {
            if *questions_left == 0 || self.more {
                self.more = true;
                return Ok(());
            }
            *questions_left -= 1;
            let dn = road.through.last().map(|dn| ldap_escape(dn.as_str())).unwrap_or_default();
            self.ask(connection, &format!("(|(member={dn})(uniqueMember={dn}))"), road.tie, &road.through).await?;
            self.asked += 1;
        }
        Ok(())
    }

    fn add(&mut self, dn: String, tie: Tie, through: &[String]) {
        if dn.is_empty() || !self.known.insert(name_key(&dn)) {
            return;
        }
        if self.roads.len() >= LookedUp::MOST_GROUPS {
            self.more = true;
            return;
        }
        let through = through.iter().cloned().chain([dn]).collect();
        self.roads.push(Road { tie, through });
    }
}
