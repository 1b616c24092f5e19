//! Lines of a run's report. They are stored by kind, so that a page of one kind reads no others, and
//! carry a number, so that pages of all kinds come in the order in which lines were added.

use super::core::Core;
use super::cursor::{number_after, parse_number};
use super::failure::failed;
use super::runs;
use super::tables::{Table, decode};
use super::work::Work;
use crate::model::{AgentChange, ChangeKind, RunId};
use crate::storage::{ChangeQuery, Page, Result};
use sled::IVec;
use std::iter::Peekable;

/// Adds lines to a run's report.
pub(super) fn add(work: &mut Work<'_>, id: RunId, report: &[AgentChange]) -> Result<()> {
    let mut stored = runs::require(work, id)?;
    for line in report {
        let number: u64 = stored.lines.iter().sum();
        let kind = number_of_kind(line.kind);
        work.writes.put(Table::Changes, &key(id, kind, number), line)?;
        stored.lines[kind] += 1;
    }
    if report.is_empty() { Ok(()) } else { runs::put(work, &stored) }
}

/// A page of a run's report. Without a text, only the page is read.
pub(super) fn page(core: &Core, id: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
    let Some(stored) = runs::one(core, id)? else { return Ok(Page { items: vec![], total: 0, next: None }) };
    let all: u64 = stored.lines.iter().sum();
    let of_kind = query.kind.map_or(all, |kind| stored.lines[number_of_kind(kind)]);
    let start = query.after.as_deref().and_then(parse_number).map_or(0, |last| last.saturating_add(1));
    let text = query.text.trim().to_lowercase();
    let first = if text.is_empty() { start } else { 0 };
    let mut found = Found { items: vec![], total: 0, last: 0, limit: query.limit.clamp(1, 1_000) };
    // Lines that were added since the count was read stay out.
    for record in Lines::of(core, id, query.kind, first..all) {
        let (key, bytes) = record.map_err(|error| failed(&error))?;
        let line: AgentChange = decode(Table::Changes, &bytes)?;
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

/// Lines of one or all kinds, merged by their numbers.
struct Lines(Vec<Peekable<sled::Iter>>);

impl Lines {
    fn of(core: &Core, id: RunId, kind: Option<ChangeKind>, numbers: std::ops::Range<u64>) -> Lines {
        let kinds = kind.map_or(0..ChangeKind::ALL.len(), |kind| number_of_kind(kind)..number_of_kind(kind) + 1);
        let tree = core.tables.tree(Table::Changes);
        // A cursor may point behind the end.
        let end = numbers.end.max(numbers.start);
        Lines(kinds.map(|kind| tree.range(key(id, kind, numbers.start)..key(id, kind, end)).peekable()).collect())
    }
}

impl Iterator for Lines {
    type Item = sled::Result<(IVec, IVec)>;

    fn next(&mut self) -> Option<Self::Item> {
        let number = |record: &Self::Item| record.as_ref().map_or(0, |(key, _)| number_of(key));
        let heads = self.0.iter_mut().enumerate().filter_map(|(part, lines)| Some((number(lines.peek()?), part)));
        let (_, part) = heads.min()?;
        self.0[part].next()
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

fn mentions(line: &AgentChange, folded: &str) -> bool {
    let values = line.fields.iter().flat_map(|field| [&field.old, &field.new]).flatten();
    [&line.name, &line.dn].into_iter().chain(values).any(|text| text.to_lowercase().contains(folded))
}

/// In the order of [`ChangeKind::ALL`], as the counts of a run.
fn number_of_kind(kind: ChangeKind) -> usize {
    ChangeKind::ALL.iter().position(|other| *other == kind).unwrap_or(0)
}

fn key(run: RunId, kind: usize, number: u64) -> Vec<u8> {
    [&run.0.to_be_bytes()[..], &[kind as u8], &number.to_be_bytes()].concat()
}

fn number_of(key: &[u8]) -> u64 {
    key.last_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}
