//! Import runs.

use super::core::Core;
use super::tables::{Table, Writes};
use super::work::Work;
use super::{import_days, lease, reports, standing};
use crate::model::*;
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::{Lease, Page, Result, RunQuery, StorageError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A run as it lies in the store.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredRun {
    pub(super) run: ImportRun,
    /// Lines of the report by kind.
    pub(super) lines: Lines,
    /// Lines that were taken out of it again: their numbers are not given out twice.
    #[serde(default)]
    pub(super) dropped: u64,
}

impl StoredRun {
    /// One that comes from a backup.
    pub(super) fn of(run: ImportRun, lines: &BTreeMap<ChangeKind, u64>, next_line: u64) -> StoredRun {
        let lines = Lines::from_kinds(lines);
        let kept = lines.0.iter().fold(0, |sum: u64, lines| sum.saturating_add(*lines));
        StoredRun { run, lines, dropped: next_line.saturating_sub(kept) }
    }

    /// The number of the next line.
    pub(super) fn next_line(&self) -> u64 {
        self.lines.0.iter().sum::<u64>() + self.dropped
    }
}

/// A number for each of [`ChangeKind::ALL`]. A store of an earlier version has fewer kinds.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(from = "Vec<u64>", into = "Vec<u64>")]
pub(super) struct Lines(pub(super) [u64; ChangeKind::ALL.len()]);

impl Lines {
    /// Those there are any of.
    pub(super) fn by_kind(&self) -> BTreeMap<ChangeKind, u64> {
        ChangeKind::ALL.into_iter().zip(self.0).filter(|(_, lines)| *lines > 0).collect()
    }

    /// The opposite.
    pub(super) fn from_kinds(kinds: &BTreeMap<ChangeKind, u64>) -> Lines {
        Lines(ChangeKind::ALL.map(|kind| kinds.get(&kind).copied().unwrap_or(0)))
    }
}

impl From<Vec<u64>> for Lines {
    fn from(known: Vec<u64>) -> Lines {
        let mut lines = Lines::default();
        lines.0.iter_mut().zip(known).for_each(|(line, known)| *line = known);
        lines
    }
}

impl From<Lines> for Vec<u64> {
    fn from(lines: Lines) -> Vec<u64> {
        lines.0.into()
    }
}

/// What the history of imports is filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) state: RunState,
    directory: DirectoryId,
    completed: bool,
    dry_run: bool,
    notable: bool,
    thinned: bool,
    ended: Option<Timestamp>,
}

impl Head {
    pub(super) fn of(run: &ImportRun) -> Head {
        Head {
            state: run.state,
            directory: run.directory,
            completed: run.is_completed(),
            dry_run: run.dry_run,
            notable: run.is_notable(),
            thinned: run.thinned,
            ended: run.finished_at,
        }
    }

    fn passes(&self, query: &RunQuery) -> bool {
        query.state.is_none_or(|state| self.state == state)
            && query.directory.is_none_or(|directory| self.directory == directory)
            && query.dry_run.is_none_or(|dry_run| self.dry_run == dry_run)
            && (!query.notable || self.notable)
    }

    fn is_due_to_thin(&self, before: Timestamp) -> bool {
        !self.thinned && self.ended.is_some_and(|ended| ended < before)
    }
}

pub(super) fn begin(work: &mut Work<'_>, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>> {
    lease::check(work, lease)?;
    let mut stored = require(work, id)?;
    if !stored.run.is_open() {
        return Ok(None);
    }
    if stored.run.attempts >= ImportRun::ATTEMPTS {
        stored.run = stored.run.given_up(at);
        put(work, &stored)?;
        return Ok(None);
    }
    reports::keep_written(work, &mut stored)?;
    let mut written = Counts::default();
    for kind in ChangeKind::ALL {
        *written.of_kind(kind) = stored.lines.0[kind.number()];
    }
    stored.run = stored.run.begun(written, at);
    put(work, &stored)?;
    Ok(Some(stored.run))
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
    if !stored.run.dry_run {
        standing::withdraw_approval(work, stored.run.directory)?;
    }
    stored.run = stored.run.cancelled(at);
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

pub(super) fn one(core: &Core, id: RunId) -> Result<Option<StoredRun>> {
    core.tables.get(Table::Runs, &id.0.to_be_bytes())
}

pub(super) fn list(core: &Core, query: &RunQuery) -> Result<Page<ImportRun>> {
    let limit = query.limit.clamp(1, 1_000);
    let end = RunId(query.after.as_deref().and_then(parse_number).unwrap_or(u64::MAX));
    // The numbers and the records belong to the same moment: no commit while the index is held.
    let index = core.index();
    let matches = || index.runs().iter().rev().filter(|(_, head)| head.passes(query)).map(|(id, _)| *id);
    let total = matches().count() as u64;
    let page: Vec<RunId> = matches().filter(|id| *id < end).take(limit + 1).collect();
    let mut items = Vec::new();
    for id in page.iter().take(limit) {
        items.extend(one(core, *id)?.map(|stored| stored.run));
    }
    let next = items.last().filter(|_| page.len() > limit).map(|run| number_after(run.id.0));
    Ok(Page { items, total, next })
}

pub(super) fn last_completed(core: &Core, of: DirectoryId) -> Result<Option<ImportRun>> {
    let is_it = |head: &Head| head.completed && head.directory == of;
    let last = core.index().runs().iter().rev().find(|(_, head)| is_it(head)).map(|(id, _)| *id);
    last.map_or(Ok(None), |id| Ok(one(core, id)?.map(|stored| stored.run)))
}

pub(super) fn newest(core: &Core) -> Result<Option<ImportRun>> {
    let last = core.index().runs().keys().next_back().copied();
    last.map_or(Ok(None), |id| Ok(one(core, id)?.map(|stored| stored.run)))
}

/// Lines that one commit deletes.
const THIN: usize = 5_000;

/// Deletes lines of the oldest run that ended before a moment. `None`: there is none; else whether its
/// report is gone.
pub(super) fn thin(work: &mut Work<'_>, before: Timestamp) -> Result<Option<bool>> {
    let due = work.core.index().runs().iter().find(|(_, head)| head.is_due_to_thin(before)).map(|(id, _)| *id);
    let Some(id) = due else { return Ok(None) };
    let is_gone = reports::thin(work, id, THIN)?;
    if is_gone {
        let mut stored = require(work, id)?;
        stored.run.thinned = true;
        put(work, &stored)?;
    }
    Ok(Some(is_gone))
}

pub(super) fn require(work: &Work<'_>, id: RunId) -> Result<StoredRun> {
    one(work.core, id)?.ok_or(StorageError::NotFound)
}

pub(super) fn put(work: &mut Work<'_>, stored: &StoredRun) -> Result<()> {
    if work.note_run(&stored.run) {
        import_days::count(work, &stored.run)?;
    }
    write(&mut work.writes, stored)
}

/// Only into the tree.
pub(super) fn write(writes: &mut Writes, stored: &StoredRun) -> Result<()> {
    writes.put(Table::Runs, &stored.run.id.0.to_be_bytes(), stored)
}
