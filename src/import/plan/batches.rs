//! A plan, cut into pieces that the store takes whole.

use super::fields::{arrival, changes};
use super::roster::Known;
use super::{Change, Placer, Plan, Skipped, Step};
use crate::model::*;
use crate::storage::ImportWrite;

/// Report lines of a batch; only a ring of people who exchange addresses makes it larger,
/// up to the store's 500.
const SIZE: usize = 250;

/// What the store applies as one, and the lines it adds to the report. Not every line has a write:
/// the skipped only have a line. Whom a rule places has two.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Batch {
    pub writes: Vec<ImportWrite>,
    pub report: Vec<AgentChange>,
}

/// The batches of a plan, in the order in which they must be applied.
#[derive(Debug)]
pub struct Batches<Ids> {
    roster: super::Roster,
    placer: Placer,
    steps: std::vec::IntoIter<Step>,
    size: usize,
    ids: Ids,
}

impl Plan {
    /// Cuts the plan into batches; `ids` gives the ids of newcomers.
    pub fn into_batches<Ids: FnMut() -> AgentId>(self, ids: Ids) -> Batches<Ids> {
        self.into_batches_of(SIZE, ids)
    }

    /// The order must be right for any size; tests take small ones.
    pub(super) fn into_batches_of<Ids: FnMut() -> AgentId>(self, size: usize, ids: Ids) -> Batches<Ids> {
        Batches { roster: self.roster, placer: self.placer, steps: self.steps.into_iter(), size, ids }
    }
}

impl<Ids: FnMut() -> AgentId> Iterator for Batches<Ids> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut batch = Batch { writes: Vec::new(), report: Vec::new() };
        loop {
            let group = group_length(self.steps.as_slice());
            let full = batch.report.len() + group > self.size && !batch.report.is_empty();
            if group == 0 || full {
                return (!batch.report.is_empty()).then_some(batch);
            }
            for _ in 0..group {
                let Some(step) = self.steps.next() else { break };
                self.add(step.change, &mut batch);
            }
        }
    }
}

impl<Ids: FnMut() -> AgentId> Batches<Ids> {
    fn add(&mut self, change: Change, batch: &mut Batch) {
        match change {
            Change::Remove(at, cause) => {
                let known = &self.roster[at];
                let cause_told = Some(cause.clone());
                batch.report.push(AgentChange { cause: cause_told, ..line_of(ChangeKind::Removed, known) });
                batch.writes.push(ImportWrite::Remove { id: known.id, cause });
            }
            Change::Hold(at, cause) => {
                let line = line_of(ChangeKind::Held, &self.roster[at]);
                batch.report.push(AgentChange { cause: Some(cause), ..line });
            }
            Change::Miss(at) => batch.report.push(line_of(ChangeKind::Missed, &self.roster[at])),
            Change::Update(at, person) => {
                let known = &self.roster[at];
                let kind = if known.removed { ChangeKind::Restored } else { ChangeKind::Updated };
                let (before, placing) =
                    (self.roster.placed(at), self.placer.placing_of(&self.roster, at, person.matched));
                let after = before.under(&placing);
                let mut fields = changes(known, &person);
                fields.extend(self.placer.changes(before, &after));
                batch.report.push(AgentChange {
                    name: person.name.clone(),
                    dn: person.dn.clone(),
                    guid: Some(person.guid.clone()),
                    fields,
                    ..line_of(kind, known)
                });
                let id = known.id;
                batch.writes.push(if self.roster.is_foreign(at) {
                    ImportWrite::Rematch { id, person }
                } else {
                    ImportWrite::Update { id, person }
                });
                if after != *before {
                    batch.writes.push(ImportWrite::Place { id, placing });
                }
            }
            Change::Add(person) => {
                let id = (self.ids)();
                let (before, placing) = self.placer.on_arrival(person.matched);
                let after = before.under(&placing);
                let mut fields = arrival(&person);
                fields.extend(self.placer.arrival(&after));
                batch.report.push(AgentChange {
                    kind: ChangeKind::Added,
                    agent: Some(id),
                    name: person.name.clone(),
                    dn: person.dn.clone(),
                    guid: Some(person.guid.clone()),
                    fields,
                    skipped: None,
                    cause: None,
                });
                let is_placed = after != before;
                let Placed { groups, role, .. } = before;
                batch.writes.push(ImportWrite::Add { id, person, groups, role });
                if is_placed {
                    batch.writes.push(ImportWrite::Place { id, placing });
                }
            }
            Change::Place(at, matched) => {
                let known = &self.roster[at];
                let (before, placing) = (self.roster.placed(at), self.placer.placing_of(&self.roster, at, matched));
                let fields = self.placer.changes(before, &before.under(&placing));
                batch.report.push(AgentChange { fields, ..line_of(ChangeKind::Updated, known) });
                batch.writes.push(ImportWrite::Place { id: known.id, placing });
            }
            Change::Skip(Skipped { known, name, dn, guid, reason, .. }) => batch.report.push(AgentChange {
                kind: ChangeKind::Skipped,
                agent: known.map(|at| self.roster[at].id),
                name,
                dn,
                guid,
                fields: Vec::new(),
                skipped: Some(reason),
                cause: None,
            }),
        }
    }
}

/// How many steps from the start belong together.
fn group_length(steps: &[Step]) -> usize {
    match steps {
        [] => 0,
        [_, rest @ ..] => 1 + rest.iter().take_while(|step| step.joined).count(),
    }
}

fn line_of(kind: ChangeKind, known: &Known) -> AgentChange {
    AgentChange {
        kind,
        agent: Some(known.id),
        name: known.name().to_owned(),
        dn: known.dn().to_owned(),
        guid: Some(Guid::from_canonical(known.guid())),
        fields: Vec::new(),
        skipped: None,
        cause: None,
    }
}
