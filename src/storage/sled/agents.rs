//! What administrators and sign-ins do to agents.

use super::core::Core;
use super::work::Work;
use super::{directories, groups, history, second_factors};
use crate::model::*;
use crate::storage::edit::{decide_on_many, require_an_administrator, require_editable};
use crate::storage::{Result, StorageError};
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) fn create_first_administrator(work: &mut Work<'_>, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
    let there = work.core.index().local_administrators();
    if there > 0 {
        return Err(StorageError::Conflict { current: there });
    }
    create_local(work, NewLocalAgent { role: Role::Administrator, ..new }, at)
}

pub(super) fn create_local(work: &mut Work<'_>, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
    groups::require(work, &new.groups)?;
    if let Some(by) = work.holder_of(&new.email.key()) {
        return Err(StorageError::EmailTaken { by });
    }
    let agent = Agent::local(AgentId(Uuid::now_v7()), new, at);
    work.change_agent(None, Some(&agent))?;
    Ok(agent)
}

pub(super) fn edit(work: &mut Work<'_>, id: AgentId, edit: AgentEdit, expected: Option<u64>) -> Result<Agent> {
    let before = work.agent(id)?;
    require_editable(&before, &edit, expected)?;
    if let Some(groups) = &edit.groups {
        groups::require(work, groups)?;
    }
    let mut after = edit.of(&before);
    if after.groups != before.groups {
        // What the rules said at the last import may name a group that is gone.
        after.groups.retain(|group| work.core.index().has_group(*group));
    }
    if after.is_same(&before) {
        return Ok(before);
    }
    keep_an_administrator(work, &before, Some(&after))?;
    if let Some(by) = work.holder_of(&after.email.key()).filter(|by| *by != id) {
        return Err(StorageError::EmailTaken { by });
    }
    let after = Agent { version: before.version + 1, ..after };
    work.change_agent(Some(&before), Some(&after))?;
    if before.loses_sessions_as(&after) {
        work.end_sessions(id, None)?;
    }
    Ok(after)
}

pub(super) fn edit_many(work: &mut Work<'_>, ids: &[AgentId], edit: &BulkEdit) -> Result<BulkOutcome> {
    groups::require(work, &edit.gives())?;
    let outcome = {
        let index = work.core.index();
        let able = index.counts().able_administrators;
        decide_on_many(ids, edit, able, |id| work.core.agent(&index, id))?
    };
    for (before, after) in &outcome.changed {
        work.change_agent(Some(before), Some(after))?;
        if before.loses_sessions_as(after) {
            work.end_sessions(after.id, None)?;
        }
    }
    Ok(outcome)
}

pub(super) fn delete_local(work: &mut Work<'_>, id: AgentId) -> Result<()> {
    let agent = work.agent(id)?;
    if !agent.is_local() {
        return Err(StorageError::OwnedByDirectory);
    }
    keep_an_administrator(work, &agent, None)?;
    work.change_agent(Some(&agent), None)?;
    work.end_sessions(id, None)?;
    second_factors::forget(work, id);
    Ok(())
}

fn keep_an_administrator(work: &Work<'_>, before: &Agent, after: Option<&Agent>) -> Result<()> {
    require_an_administrator(work.core.index().counts().able_administrators, before, after)
}

pub(super) fn record_sign_in(work: &mut Work<'_>, id: AgentId, at: Timestamp) -> Result<()> {
    let before = work.agent(id)?;
    let after = Agent { last_sign_in_at: Some(at), ..before.clone() };
    work.change_agent(Some(&before), Some(&after))
}

pub(super) fn set_preferences(work: &mut Work<'_>, id: AgentId, edit: &PreferencesEdit) -> Result<()> {
    let before = work.agent(id)?;
    let after = Agent { preferences: edit.over(&before.preferences), ..before.clone() };
    work.change_agent(Some(&before), Some(&after))
}

pub(super) fn delete_removed(work: &mut Work<'_>, id: AgentId) -> Result<()> {
    let agent = work.agent(id)?;
    if agent.removed.is_none() {
        return Err(StorageError::NotFound);
    }
    work.change_agent(Some(&agent), None)?;
    history::forget(work, id)
}

/// Agents that one commit deletes for good, so that others are let in between.
pub(super) const PURGE: usize = 500;

/// Who of a directory, or of none that is there, was removed before a moment.
pub(super) fn removed_before(core: &Core, of: Option<DirectoryId>, before: Timestamp) -> Result<Vec<AgentId>> {
    let index = core.index();
    let there: BTreeSet<DirectoryId> = directories::all(&core.tables)?.iter().map(|directory| directory.id).collect();
    let mut due = Vec::new();
    for slot in index.order(true) {
        let entry = index.entry(*slot);
        let is_meant = |directory| of.map_or(!there.contains(&directory), |of| of == directory);
        if !entry.directory().is_some_and(is_meant) {
            continue;
        }
        let id = entry.id;
        let removal = core.agent(&index, id)?.and_then(|agent| agent.removed);
        due.extend(removal.filter(|removal| removal.at < before).map(|_| id));
    }
    Ok(due)
}

/// Deletes those of them who have not come back meanwhile. Answers how many.
pub(super) fn purge(work: &mut Work<'_>, ids: &[AgentId], before: Timestamp) -> Result<u64> {
    let mut purged = 0;
    for id in ids {
        let agent = work.core.agent(&work.core.index(), *id)?;
        if agent.and_then(|agent| agent.removed).is_some_and(|removal| removal.at < before) {
            delete_removed(work, *id)?;
            purged += 1;
        }
    }
    Ok(purged)
}
