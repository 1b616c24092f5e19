//! Asks by GUID for those whom the search for people left out: an answer may be short without an error,
//! and only the directory can say where someone is now.

use super::connection::Connection;
use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use super::members::Members;
use super::search::{Request, Search};
use super::{guid, person};
use crate::model::{ConnectionFailure, DirectoryProblem, Dn, Found, Guid, RemovalCause, Timestamp};
use ldap3::Scope;
use std::collections::HashMap;

const DOING: &str = "asking by GUID for people who were not in the answer";
/// Asked for with one filter.
const BATCH: usize = 100;

/// Where someone is who was not in the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// Within base, filter and group after all.
    Within(Found),
    /// Anywhere else, or nowhere.
    Outside(RemovalCause),
}

/// A second look that goes on, batch by batch.
pub struct SecondLook<'a> {
    connection: &'a mut Connection,
    members: Option<Members>,
    /// Batches still to be asked for, the next one last.
    waiting: Vec<Vec<Guid>>,
}

impl<'a> SecondLook<'a> {
    pub(super) fn new(connection: &'a mut Connection, members: Option<Members>, wanted: &[Guid]) -> SecondLook<'a> {
        let waiting = wanted.chunks(BATCH).rev().map(<[Guid]>::to_vec).collect();
        SecondLook { connection, members, waiting }
    }

    /// What became of the next few, each named once; `None` after the last.
    ///
    /// # Errors
    /// When the directory did not answer to the end: of those who follow, nothing is known.
    pub async fn next(&mut self) -> Result<Option<Vec<(Guid, Whereabouts)>>, DirectoryProblem> {
        while let Some(batch) = self.waiting.pop() {
            match self.look(&batch).await {
                Ok(found) => return Ok(Some(found)),
                // A filter of this length may be too much to ask; half of it may not.
                Err(problem) if batch.len() > 1 && is_too_much(&problem) => {
                    let (first, second) = batch.split_at(batch.len() / 2);
                    self.waiting.extend([second.to_vec(), first.to_vec()]);
                }
                Err(problem) => return Err(problem),
            }
        }
        Ok(None)
    }

    async fn look(&mut self, batch: &[Guid]) -> Outcome<Vec<(Guid, Whereabouts)>> {
        let mut found = self.within(batch).await?;
        let missing: Vec<Guid> = batch.iter().filter(|guid| !found.contains_key(*guid)).cloned().collect();
        if !missing.is_empty() {
            found.extend(self.elsewhere(&missing).await?);
        }
        let gone = || Whereabouts::Outside(RemovalCause::Gone);
        Ok(batch.iter().map(|guid| (guid.clone(), found.remove(guid).unwrap_or_else(gone))).collect())
    }

    /// By the search that an import makes, for these only.
    async fn within(&mut self, batch: &[Guid]) -> Outcome<HashMap<Guid, Whereabouts>> {
        let mut found = HashMap::new();
        let Some(condition) = self.condition(batch) else { return Ok(found) };
        let resolved = self.connection.resolved().clone();
        let mut more = self.members.as_ref().map(Members::attributes).unwrap_or_default();
        more.extend(self.connection.rule_attributes());
        let filter = format!("(&{}{condition})", resolved.user_filter);
        let entries = self.ask(resolved.base_dn.as_str(), filter, person::attributes(&resolved, &more)).await?;
        for (guid, entry) in entries {
            let is_member = self.members.as_ref().is_none_or(|members| members.hold(&entry));
            let whereabouts = if is_member {
                let found = person::found(&entry, &resolved, Timestamp::now_utc());
                Whereabouts::Within(self.connection.matched(&entry, found))
            } else {
                Whereabouts::Outside(RemovalCause::LeftGroup { dn: entry.dn })
            };
            // Of two entries with one GUID, the one that is within counts.
            if is_member || !found.contains_key(&guid) {
                found.insert(guid, whereabouts);
            }
        }
        Ok(found)
    }

    /// Anywhere in the directory, whatever the filter says. Where the account may not look, nothing is
    /// learned; that they are not within is known already.
    async fn elsewhere(&mut self, batch: &[Guid]) -> Outcome<HashMap<Guid, Whereabouts>> {
        let mut found = HashMap::new();
        let Some(condition) = self.condition(batch) else { return Ok(found) };
        let base = self.connection.resolved().base_dn.clone();
        let attribute = self.connection.resolved().guid_attribute.as_str().to_owned();
        for root in self.connection.roots() {
            let asked = self.ask(&root, condition.clone(), vec![attribute.clone()]).await;
            let entries = match asked {
                Ok(entries) => entries,
                Err(problem) if is_about_this_place(&problem) => continue,
                Err(problem) => return Err(problem),
            };
            for (guid, Entry { dn, .. }) in entries {
                let is_below = Dn::parse(&dn).is_ok_and(|name| name.is_within(&base));
                let cause = if is_below { RemovalCause::NoLongerMatches { dn } } else { RemovalCause::MovedOut { dn } };
                found.insert(guid, Whereabouts::Outside(cause));
            }
        }
        Ok(found)
    }

    /// `None`: no value of the attribute can be any of these.
    fn condition(&self, batch: &[Guid]) -> Option<String> {
        let attribute = self.connection.resolved().guid_attribute.as_str();
        let parts: Vec<String> = batch.iter().filter_map(|guid| guid::condition(attribute, guid)).collect();
        (!parts.is_empty()).then(|| format!("(|{})", parts.concat()))
    }

    async fn ask(&mut self, base: &str, filter: String, attributes: Vec<String>) -> Outcome<Vec<(Guid, Entry)>> {
        let request = Request { doing: DOING, base: base.to_owned(), scope: Scope::Subtree, filter, attributes };
        let attribute = self.connection.resolved().guid_attribute.as_str().to_owned();
        let entries = Search::all(request, self.connection.session()).await?;
        let with_guid = |entry: Entry| match guid::of_entry(&entry, &attribute) {
            Some(guid) => Ok((guid, entry)),
            None => Err(bad_answer("an entry that was found by its GUID came without it")),
        };
        entries.into_iter().map(with_guid).collect()
    }
}

fn is_too_much(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    matches!(problem.failure, F::ServerLimit { .. } | F::ServerTimeLimit { .. } | F::Refused { .. })
}

/// The server's answer about where was looked, not the end of the connection.
fn is_about_this_place(problem: &DirectoryProblem) -> bool {
    use ConnectionFailure as F;
    let busy = matches!(problem.failure, F::ServerBusy { .. });
    busy || is_too_much(problem)
        || matches!(problem.failure, F::BaseNotFound { .. } | F::NoAccess { .. } | F::Referral { .. })
}
