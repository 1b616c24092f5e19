//! What an edit of an agent needs of the record before it: the same in every backend.

use super::{Result, StorageError};
use crate::model::{Agent, AgentEdit, AgentId, BulkEdit, BulkOutcome, BulkRefusal};
use std::collections::BTreeSet;

/// Refuses an edit of someone removed, of an older version, or of what the directory owns.
pub(super) fn require_editable(before: &Agent, edit: &AgentEdit, expected: Option<u64>) -> Result<()> {
    if before.removed.is_some() {
        return Err(StorageError::NotFound);
    }
    if expected.is_some_and(|expected| expected != before.version) {
        return Err(StorageError::Conflict { current: before.version });
    }
    if !before.is_local() && edit.touches_the_directorys() {
        return Err(StorageError::OwnedByDirectory);
    }
    Ok(())
}

/// Refuses to leave no local administrator who can sign in. `able` is how many there are before.
pub(super) fn require_an_administrator(able: u64, before: &Agent, after: Option<&Agent>) -> Result<()> {
    let leaves = before.is_able_administrator() && !after.is_some_and(Agent::is_able_administrator);
    if leaves && able <= 1 { Err(StorageError::LastAdministrator) } else { Ok(()) }
}

/// Decides on an edit of many. `agent` answers one as the store has them, `able` is how many local administrators can
/// sign in before. The caller writes what changed.
pub(super) fn decide_on_many(
    ids: &[AgentId],
    edit: &BulkEdit,
    mut able: u64,
    mut agent: impl FnMut(AgentId) -> Result<Option<Agent>>,
) -> Result<BulkOutcome> {
    let (mut outcome, mut seen) = (BulkOutcome::default(), BTreeSet::new());
    for id in ids.iter().filter(|id| seen.insert(**id)) {
        let Some(before) = agent(*id)? else {
            outcome.missing += 1;
            continue;
        };
        if before.removed.is_some() {
            outcome.refused.push((*id, BulkRefusal::Removed));
            continue;
        }
        let after = edit.of(&before).of(&before);
        if after.is_same(&before) {
            outcome.unchanged += 1;
        } else if require_an_administrator(able, &before, Some(&after)).is_err() {
            outcome.refused.push((*id, BulkRefusal::LastAdministrator));
        } else {
            able += u64::from(after.is_able_administrator());
            able -= u64::from(before.is_able_administrator());
            let after = Agent { version: before.version + 1, ..after };
            outcome.changed.push((before, after));
        }
    }
    Ok(outcome)
}
