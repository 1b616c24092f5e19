//! Which rules of the settings are about an entry.

use crate::ldap::connection::Connection;
use crate::ldap::entry::Entry;
use crate::ldap::error::Outcome;
use crate::model::RulesReading;

/// Memberships that are asked for in one look-up.
pub(super) const MOST: usize = 200;

/// Asks for the entry alone, as a sign-in asks for the LDAP user group. `None` when too much was asked already.
pub(super) async fn rules_of(
    connection: &mut Connection,
    entry: &Entry,
    left: &mut usize,
) -> Outcome<Option<RulesReading>> {
    let rules = connection.settings().rules.clone();
    let Some(rest) = left.checked_sub(rules.len()) else { return Ok(None) };
    *left = rest;
    let mut reading = RulesReading::default();
    for (at, rule) in rules.iter().enumerate() {
        match connection.is_in(&rule.group_dn, entry).await {
            Ok(true) => reading.matched.push(at),
            Ok(false) => {}
            Err(problem) if problem.failure.is_about_one_group() => reading.unknown.push(at),
            Err(problem) => return Err(problem),
        }
    }
    Ok(Some(reading))
}
