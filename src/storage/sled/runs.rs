//! Import runs.

use super::core::Core;
use super::cursor::{number_after, parse_number};
use super::lease;
use super::tables::{Table, decode, scan};
use super::work::Work;
use crate::model::*;
use crate::storage::{Lease, Page, Result, StorageError};
use serde::{Deserialize, Serialize};

/// A run as it lies in the store.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredRun {
    pub(super) run: ImportRun,
    /// Lines of the report by kind, in the order of [`ChangeKind::ALL`].
    pub(super) lines: [u64; 5],
}

pub(super) fn request(work: &mut Work<'_>, by: StartedBy, dry_run: bool, at: Timestamp) -> Result<(ImportRun, bool)> {
    for id in work.open_runs() {
        let run = require(work, *id)?.run;
        if run.dry_run == dry_run {
            return Ok((run, false));
        }
    }
    let run = ImportRun {
        id: RunId(work.meta.next_run),
        state: RunState::Running,
        phase: Phase::Waiting,
        dry_run,
        counts: Counts::default(),
        expected: last_completed(work.core)?.map(|run| run.counts.read),
        error: None,
        details: None,
        held_reason: None,
        started_by: by,
        requested_at: at,
        started_at: None,
        finished_at: None,
        cancel_requested: false,
    };
    work.meta.next_run += 1;
    work.meta.runs += 1;
    put(work, &StoredRun { run: run.clone(), lines: [0; 5] })?;
    Ok((run, true))
}

pub(super) fn save(work: &mut Work<'_>, lease: Lease, run: ImportRun) -> Result<bool> {
    lease::check(work, lease)?;
    let stored = require(work, run.id)?;
    if run.is_open() && !stored.run.is_open() {
        // It was cancelled before work began: whoever works on it stops.
        return Ok(true);
    }
    let cancel_requested = stored.run.cancel_requested;
    let run = ImportRun { cancel_requested, ..run };
    put(work, &StoredRun { run, ..stored })?;
    Ok(cancel_requested)
}

pub(super) fn cancel(work: &mut Work<'_>, id: RunId, at: Timestamp) -> Result<bool> {
    let mut stored = require(work, id)?;
    if !stored.run.is_open() {
        return Ok(false);
    }
    stored.run.cancel_requested = true;
    if stored.run.phase == Phase::Waiting {
        stored.run.state = RunState::Cancelled;
        stored.run.finished_at = Some(at);
    }
    put(work, &stored)?;
    Ok(true)
}

pub(super) fn close_interrupted(work: &mut Work<'_>, at: Timestamp) -> Result<u64> {
    let open: Vec<RunId> = work.open_runs().iter().copied().collect();
    for id in &open {
        let mut stored = require(work, *id)?;
        stored.run.state = RunState::Interrupted;
        stored.run.finished_at = Some(at);
        put(work, &stored)?;
    }
    Ok(open.len() as u64)
}

pub(super) fn next_waiting(work: &Work<'_>) -> Result<Option<RunId>> {
    for id in work.open_runs() {
        if require(work, *id)?.run.phase == Phase::Waiting {
            return Ok(Some(*id));
        }
    }
    Ok(None)
}

pub(super) fn one(core: &Core, id: RunId) -> Result<Option<StoredRun>> {
    core.tables.get(Table::Runs, &id.0.to_be_bytes())
}

pub(super) fn list(core: &Core, after: Option<&str>, limit: usize) -> Result<Page<ImportRun>> {
    let limit = limit.clamp(1, 1_000);
    let end = after.and_then(parse_number).unwrap_or(u64::MAX);
    // The count belongs to the same moment: no commit while the index is held.
    let index = core.index();
    let meta: Option<super::meta::Meta> = core.tables.get(Table::Single, super::meta::KEY)?;
    let mut items = Vec::new();
    for record in core.tables.tree(Table::Runs).range(..end.to_be_bytes()).rev().take(limit + 1) {
        let (_, bytes) = record.map_err(|error| super::failure::failed(&error))?;
        items.push(decode::<StoredRun>(Table::Runs, &bytes)?.run);
    }
    drop(index);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|run| number_after(run.id.0));
    Ok(Page { items, total: meta.map_or(0, |meta| meta.runs), next })
}

pub(super) fn last_completed(core: &Core) -> Result<Option<ImportRun>> {
    for record in scan(core.tables.tree(Table::Runs), &[]).rev() {
        let run = decode::<StoredRun>(Table::Runs, &record?.1)?.run;
        if !run.dry_run && matches!(run.state, RunState::Done | RunState::Held) {
            return Ok(Some(run));
        }
    }
    Ok(None)
}

pub(super) fn require(work: &Work<'_>, id: RunId) -> Result<StoredRun> {
    one(work.core, id)?.ok_or(StorageError::NotFound)
}

pub(super) fn put(work: &mut Work<'_>, stored: &StoredRun) -> Result<()> {
    work.note_run(stored.run.id, stored.run.is_open());
    work.writes.put(Table::Runs, &stored.run.id.0.to_be_bytes(), stored)
}
