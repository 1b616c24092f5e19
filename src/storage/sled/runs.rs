//! Import runs and the lines of their reports.

use super::core::Core;
use super::cursor::{number_after, parse_number};
use super::lease;
use super::tables::{Table, decode, scan};
use super::work::Work;
use crate::model::*;
use crate::storage::{ChangeQuery, Lease, Page, Result, StorageError};
use serde::{Deserialize, Serialize};

/// A run as it lies in the store.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredRun {
    pub(super) run: ImportRun,
    /// Lines of the report by kind, in the order of [`ChangeKind::ALL`].
    lines: [u64; 5],
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

/// Adds lines to a run's report. A line is stored after a byte that tells its kind, so that a page of
/// one kind reads no other lines.
pub(super) fn add_lines(work: &mut Work<'_>, id: RunId, report: &[AgentChange]) -> Result<()> {
    let mut stored = require(work, id)?;
    if report.is_empty() {
        return Ok(());
    }
    for line in report {
        let number: u64 = stored.lines.iter().sum();
        let kind = kind_number(line.kind);
        let mut bytes = vec![kind as u8];
        serde_json::to_writer(&mut bytes, line)
            .map_err(|_| StorageError::Failed("a line of a report cannot be written".into()))?;
        work.writes.put_bytes(Table::Changes, &line_key(id, number), &bytes);
        stored.lines[kind] += 1;
    }
    put(work, &stored)
}

pub(super) fn changes(core: &Core, id: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
    let index = core.index();
    let Some(stored) = one(core, id)? else { return Ok(Page { items: vec![], total: 0, next: None }) };
    let all: u64 = stored.lines.iter().sum();
    let of_kind = query.kind.map_or(all, |kind| stored.lines[kind_number(kind)]);
    // Lines are only ever added after these.
    drop(index);
    let limit = query.limit.clamp(1, 1_000);
    let start = query.after.as_deref().and_then(parse_number).map_or(0, |last| last.saturating_add(1));
    let text = query.text.trim().to_lowercase();
    let first = if text.is_empty() { start } else { 0 };
    let mut found = Found { items: vec![], total: 0, last: 0, limit };
    for record in core.tables.tree(Table::Changes).range(line_key(id, first)..line_key(id, all)) {
        let (key, bytes) = record.map_err(|error| super::failure::failed(&error))?;
        let Some((&kind, json)) = bytes.split_first() else { continue };
        if query.kind.is_some_and(|wanted| kind_number(wanted) != usize::from(kind)) {
            continue;
        }
        let line: AgentChange = decode(Table::Changes, json)?;
        if text.is_empty() || mentions(&line, &text) {
            found.add(line, number_of(&key), start);
        }
        if text.is_empty() && found.is_full() {
            break;
        }
    }
    let total = if text.is_empty() { of_kind } else { found.total };
    Ok(found.page(total))
}

/// A page that is being filled, and whether there is more.
struct Found {
    items: Vec<AgentChange>,
    total: u64,
    last: u64,
    limit: usize,
}

impl Found {
    fn add(&mut self, line: AgentChange, number: u64, start: u64) {
        self.total += 1;
        if number < start || self.is_full() {
            return;
        }
        if self.items.len() < self.limit {
            self.last = number;
        }
        self.items.push(line);
    }

    fn is_full(&self) -> bool {
        self.items.len() > self.limit
    }

    fn page(mut self, total: u64) -> Page<AgentChange> {
        let next = self.is_full().then(|| number_after(self.last));
        self.items.truncate(self.limit);
        Page { items: self.items, total, next }
    }
}

fn mentions(line: &AgentChange, folded: &str) -> bool {
    let values = line.fields.iter().flat_map(|field| [&field.old, &field.new]).flatten();
    [&line.name, &line.dn].into_iter().chain(values).any(|text| text.to_lowercase().contains(folded))
}

fn require(work: &Work<'_>, id: RunId) -> Result<StoredRun> {
    one(work.core, id)?.ok_or(StorageError::NotFound)
}

fn put(work: &mut Work<'_>, stored: &StoredRun) -> Result<()> {
    work.note_run(stored.run.id, stored.run.is_open());
    work.writes.put(Table::Runs, &stored.run.id.0.to_be_bytes(), stored)
}

fn kind_number(kind: ChangeKind) -> usize {
    ChangeKind::ALL.iter().position(|other| *other == kind).unwrap_or(0)
}

fn line_key(run: RunId, number: u64) -> [u8; 16] {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&run.0.to_be_bytes());
    key[8..].copy_from_slice(&number.to_be_bytes());
    key
}

fn number_of(key: &[u8]) -> u64 {
    key.get(8..16).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_be_bytes)
}
