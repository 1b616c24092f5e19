//! Records of a backup on their way into the trees, checked as far as one after the other can be.

use super::core::Core;
use super::meta::Meta;
use super::runs::{self, Lines, StoredRun};
use super::tables::{Table, Writes};
use super::{record, reports, settings, standing};
use crate::model::{Agent, ChangeKind, Group, GroupId, ImportRun, LdapSettings, RunId, Standing};
use crate::storage::backup::ReportLine;
use crate::storage::{Record, Result, StorageError, Versioned};
use std::collections::{BTreeMap, BTreeSet};

/// Agents, runs and lines of one commit, about.
const COMMIT: usize = 500;

/// See the module.
#[derive(Default)]
pub(super) struct Arrival {
    writes: Writes,
    weight: usize,
    numbers: Option<(u32, u64)>,
    groups: BTreeMap<GroupId, String>,
    agents: u64,
    runs: u64,
    report: Option<Report>,
    standing: Standing,
}

/// The report that is being taken in.
struct Report {
    run: RunId,
    /// The least that the next line's number may be.
    from: u64,
    /// What it is below.
    until: u64,
}

/// Why these records are no backup. `what` completes "it cannot be restored:".
pub(super) fn refused(what: &str) -> StorageError {
    StorageError::Unusable(format!("The backup cannot be restored: {what}. Take another one; nothing was changed."))
}

impl Arrival {
    /// Takes one record.
    pub(super) fn take(&mut self, record: Record) -> Result<()> {
        if let Record::Numbers { next_group, next_run } = record {
            return self.begin(next_group, next_run);
        }
        self.numbers()?;
        match record {
            Record::Group(group) => self.group(group),
            Record::Settings(settings) => self.settings(&settings),
            Record::Run { run, lines } => self.run(*run, &lines),
            Record::Lines { run, lines } => self.lines(run, &lines),
            Record::Agent(agent) => self.agent(&agent),
            Record::Standing { scope, hold } => {
                (self.standing.scope, self.standing.hold) = (scope.map(|scope| *scope), hold.map(|hold| *hold));
                Ok(())
            }
            Record::Kept(agents) => {
                self.standing.kept.extend(agents);
                Ok(())
            }
            Record::Held(agents) => {
                self.standing.held.extend(agents);
                Ok(())
            }
            Record::Numbers { .. } | Record::End => Ok(()),
        }
    }

    /// Whether enough came together for a commit.
    pub(super) fn is_due(&self) -> bool {
        self.weight >= COMMIT
    }

    /// Writes what came together.
    pub(super) fn write(&mut self, core: &Core) -> Result<()> {
        self.weight = 0;
        let writes = std::mem::take(&mut self.writes);
        if writes.is_empty() { Ok(()) } else { core.apply_aside(&writes) }
    }

    /// Nothing comes any more.
    pub(super) fn end(&mut self) -> Result<()> {
        self.numbers()?;
        standing::write(&mut self.writes, &Standing::default(), &self.standing)
    }

    /// What the store is now.
    pub(super) fn meta(&self, before: &Meta) -> Meta {
        let (next_group, next_run) = self.numbers.unwrap_or((before.next_group, before.next_run));
        let groups = self.groups.len() as u64;
        Meta { agents: self.agents, groups, runs: self.runs, next_group, next_run, ..before.clone() }
    }

    fn numbers(&self) -> Result<(u32, u64)> {
        self.numbers.ok_or_else(|| refused("it does not begin with its numbers"))
    }

    fn begin(&mut self, next_group: u32, next_run: u64) -> Result<()> {
        if self.numbers.replace((next_group, next_run)).is_some() {
            return Err(refused("it begins twice"));
        }
        Ok(())
    }

    fn group(&mut self, group: Group) -> Result<()> {
        let Group { id, name } = group;
        if id.0 >= self.numbers()?.0 {
            return Err(refused("a group has a number that was not given out"));
        }
        let folded = name.to_lowercase();
        if self.groups.values().any(|other| *other == folded) {
            return Err(refused("two groups have one name"));
        }
        self.writes.put_bytes(Table::Groups, &id.0.to_be_bytes(), name.as_bytes());
        if self.groups.insert(id, folded).is_some() {
            return Err(refused("two groups have one number"));
        }
        Ok(())
    }

    fn settings(&mut self, settings: &Versioned<LdapSettings>) -> Result<()> {
        self.require_groups(&BTreeSet::from([settings.value.default_group]))?;
        settings::write(&mut self.writes, settings)
    }

    fn run(&mut self, run: ImportRun, lines: &BTreeMap<ChangeKind, u64>) -> Result<()> {
        let follows = self.report.as_ref().is_none_or(|report| report.run < run.id);
        if !follows || run.id.0 >= self.numbers()?.1 {
            return Err(refused("an import has a number that cannot be"));
        }
        let until = lines.values().try_fold(0_u64, |sum, lines| sum.checked_add(*lines));
        let until = until.ok_or_else(|| refused("an import's report is longer than can be"))?;
        self.report = Some(Report { run: run.id, from: 0, until });
        self.runs += 1;
        self.weight += 1;
        runs::write(&mut self.writes, &StoredRun { run, lines: Lines::from_kinds(lines) })
    }

    fn lines(&mut self, run: RunId, lines: &[ReportLine]) -> Result<()> {
        let report = self.report.as_mut().filter(|report| report.run == run);
        let report = report.ok_or_else(|| refused("lines of a report do not follow their import"))?;
        for line in lines {
            if !(report.from..report.until).contains(&line.number) {
                return Err(refused("lines of a report are not in order"));
            }
            report.from = line.number + 1;
        }
        self.weight += lines.len();
        reports::put_back(&mut self.writes, run, lines)
    }

    fn agent(&mut self, agent: &Agent) -> Result<()> {
        self.require_groups(&agent.groups)?;
        self.agents += 1;
        self.weight += 1;
        self.writes.put_bytes(Table::Agents, agent.id.0.as_bytes(), &record::encode(agent)?);
        Ok(())
    }

    fn require_groups(&self, groups: &BTreeSet<GroupId>) -> Result<()> {
        if groups.iter().all(|group| self.groups.contains_key(group)) {
            return Ok(());
        }
        Err(refused("it names a group that is not in it"))
    }
}
