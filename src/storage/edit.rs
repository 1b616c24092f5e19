//! What an edit of an agent needs of the record before it: the same in every backend.

use super::{Result, StorageError};
use crate::model::{Agent, AgentEdit};

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
