//! Lines of a run's report. Lines of one kind that were added together are one record: 100,000 small
//! records would cost more than the agents themselves. A page of one kind reads no others; numbers
//! bring pages of all kinds into the order in which lines were added.

use super::core::Core;
use super::failure::failed;
use super::history;
use super::runs::{self, StoredRun};
use super::tables::{Table, Writes, decode, scan};
use super::work::Work;
use crate::model::{AgentChange, ChangeKind, RunId, Timestamp};
use crate::storage::backup::ReportLine;
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::{ChangeQuery, Page, Result};
use std::iter::Peekable;
use std::ops::Range;

/// Adds lines to a run's report.
pub(super) fn add(work: &mut Work<'_>, id: RunId, report: &[AgentChange], at: Timestamp) -> Result<()> {
    let mut stored = runs::require(work, id)?;
    if report.is_empty() {
        return Ok(());
    }
    let mut parts: [Vec<(u64, &AgentChange)>; ChangeKind::ALL.len()] = Default::default();
    for (line, number) in report.iter().zip(stored.next_line()..) {
        let kind = line.kind.number();
        parts[kind].push((number, line));
        stored.lines.0[kind] += 1;
        if !stored.run.dry_run {
            history::note(&mut work.writes, line, (id, number), at);
        }
    }
    put_parts(&mut work.writes, id, &parts)?;
    runs::put(work, &stored)
}

/// A page of a run's report. Without a text, only the page is read.
pub(super) fn page(core: &Core, id: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
    let Some(stored) = runs::one(core, id)? else { return Ok(Page { items: vec![], total: 0, next: None }) };
    let all = stored.next_line();
    let kept = |kind: ChangeKind| match kind {
        _ if stored.run.thinned => 0,
        ChangeKind::Held if stored.run.held_again_by.is_some() => 0,
        kind => stored.lines.0[kind.number()],
    };
    let of_kind = query.kind.map_or_else(|| ChangeKind::ALL.into_iter().map(kept).sum(), kept);
    let start = query.after.as_deref().and_then(parse_number).map_or(0, |last| last.saturating_add(1));
    let text = query.text.trim().to_lowercase();
    let first = if text.is_empty() { start } else { 0 };
    let mut found = Found { items: vec![], total: 0, last: 0, limit: query.limit.clamp(1, 1_000) };
    // Lines that were added since the count was read stay out.
    for record in Lines::of(core, id, query.kind, first..all) {
        let (number, line) = record?;
        if text.is_empty() || line.mentions(&text) {
            found.add(line, number, start);
        }
        if text.is_empty() && found.is_full() {
            break;
        }
    }
    let total = if text.is_empty() { of_kind } else { found.total };
    Ok(found.page(total))
}

/// Every line of a report with its number, in order.
pub(super) fn all(core: &Core, id: RunId) -> impl Iterator<Item = Result<(u64, AgentChange)>> {
    Lines::of(core, id, None, 0..u64::MAX)
}

/// Puts lines back that follow on those before, and that a history may tell of.
pub(super) fn put_back(writes: &mut Writes, id: RunId, lines: &[ReportLine]) -> Result<()> {
    let mut parts: [Vec<(u64, &AgentChange)>; ChangeKind::ALL.len()] = Default::default();
    for line in lines {
        parts[line.change.kind.number()].push((line.number, &line.change));
        if let Some(at) = line.at {
            history::note(writes, &line.change, (id, line.number), at);
        }
    }
    put_parts(writes, id, &parts)
}

fn put_parts(writes: &mut Writes, id: RunId, parts: &[Vec<(u64, &AgentChange)>]) -> Result<()> {
    for (kind, part) in parts.iter().enumerate() {
        if let Some((first, _)) = part.first() {
            writes.put(Table::Changes, &key(id, kind, *first), part)?;
        }
    }
    Ok(())
}

/// One line of a report; `None` when it is there no more.
pub(super) fn line(core: &Core, id: RunId, kind: ChangeKind, number: u64) -> Result<Option<AgentChange>> {
    let mut part = Part::of(core.tables.tree(Table::Changes), id, kind.number(), number..number + 1);
    part.next().map_or(Ok(None), |line| line.map(|(_, change)| Some(change)))
}

/// Deletes the first records of a run's report, at most so many lines' worth. Answers whether all are gone.
pub(super) fn thin(work: &mut Work<'_>, id: RunId, limit: usize) -> Result<bool> {
    let mut lines = 0;
    for record in scan(work.core.tables.tree(Table::Changes), &id.0.to_be_bytes()) {
        let (key, bytes) = record?;
        if lines >= limit {
            return Ok(false);
        }
        let part: Vec<(u64, AgentChange)> = decode(Table::Changes, &bytes)?;
        for (number, line) in &part {
            history::forget_line(work, line, (id, *number));
        }
        lines += part.len();
        work.writes.delete(Table::Changes, &key);
    }
    Ok(true)
}

/// Deletes the lines of those who were held, which a later run's report repeats.
pub(super) fn forget_held(work: &mut Work<'_>, id: RunId, again_by: RunId) -> Result<()> {
    let Some(mut stored) = runs::one(work.core, id)? else { return Ok(()) };
    delete_kind(work, id, ChangeKind::Held)?;
    stored.run.held_again_by = Some(again_by);
    runs::put(work, &stored)
}

/// Takes out of an open run's report what is not a write to an agent.
pub(super) fn keep_written(work: &mut Work<'_>, stored: &mut StoredRun) -> Result<()> {
    let goes = |kind: &ChangeKind| stored.run.dry_run || !kind.is_write();
    for kind in ChangeKind::ALL.into_iter().filter(goes) {
        delete_kind(work, stored.run.id, kind)?;
        stored.dropped += std::mem::take(&mut stored.lines.0[kind.number()]);
    }
    Ok(())
}

fn delete_kind(work: &mut Work<'_>, id: RunId, kind: ChangeKind) -> Result<()> {
    let prefix = [&id.0.to_be_bytes()[..], &[kind.number() as u8]].concat();
    for record in scan(work.core.tables.tree(Table::Changes), &prefix) {
        let (key, _) = record?;
        work.writes.delete(Table::Changes, &key);
    }
    Ok(())
}

/// Lines of one or all kinds, merged by their numbers.
struct Lines(Vec<Peekable<Part>>);

impl Lines {
    fn of(core: &Core, id: RunId, kind: Option<ChangeKind>, numbers: Range<u64>) -> Lines {
        let kinds = kind.map_or(0..ChangeKind::ALL.len(), |kind| kind.number()..kind.number() + 1);
        let tree = core.tables.tree(Table::Changes);
        Lines(kinds.map(|kind| Part::of(tree, id, kind, numbers.clone()).peekable()).collect())
    }
}

impl Iterator for Lines {
    type Item = Result<(u64, AgentChange)>;

    fn next(&mut self) -> Option<Self::Item> {
        let number = |line: &Self::Item| line.as_ref().map_or(0, |(number, _)| *number);
        let heads = self.0.iter_mut().enumerate().filter_map(|(part, lines)| Some((number(lines.peek()?), part)));
        let (_, part) = heads.min()?;
        self.0[part].next()
    }
}

/// Lines of one kind, record by record.
struct Part {
    records: sled::Iter,
    lines: std::vec::IntoIter<(u64, AgentChange)>,
    numbers: Range<u64>,
}

impl Part {
    fn of(tree: &sled::Tree, id: RunId, kind: usize, numbers: Range<u64>) -> Part {
        // The first number may lie within the record that begins before it.
        let before = tree.range(key(id, kind, 0)..=key(id, kind, numbers.start)).next_back();
        let first = before.and_then(|record| record.ok()).map_or(numbers.start, |(key, _)| number_of(&key));
        // A cursor may point behind the end.
        let end = numbers.end.max(first);
        Part { records: tree.range(key(id, kind, first)..key(id, kind, end)), lines: Vec::new().into_iter(), numbers }
    }
}

impl Iterator for Part {
    type Item = Result<(u64, AgentChange)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.lines.find(|(number, _)| self.numbers.contains(number)) {
                return Some(Ok(line));
            }
            let record = self.records.next()?.map_err(|error| failed(&error));
            match record.and_then(|(_, bytes)| decode::<Vec<(u64, AgentChange)>>(Table::Changes, &bytes)) {
                Ok(lines) => self.lines = lines.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
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

fn key(run: RunId, kind: usize, number: u64) -> Vec<u8> {
    [&run.0.to_be_bytes()[..], &[kind as u8], &number.to_be_bytes()].concat()
}

fn number_of(key: &[u8]) -> u64 {
    key.last_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}
