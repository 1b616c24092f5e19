//! Looks at the records of a backup as they come, and refuses what cannot be restored: the same in every backend,
//! before it writes the record.

use super::days::Days;
use super::{Record, Result, StorageError};
use crate::model::{
    Activity, ActivityHead, AgentId, Directory, DirectoryId, Group, GroupId, ImportRun, RunId, Standing,
};
use crate::storage::backup::ReportLine;
use std::collections::{BTreeMap, BTreeSet};

/// What has come so far.
#[derive(Default)]
pub(super) struct Intake {
    numbers: Option<Numbers>,
    groups: BTreeMap<GroupId, String>,
    report: Option<Report>,
    /// Local agents that have come, who may have a second factor.
    locals: BTreeSet<AgentId>,
    /// Agents and runs that have come.
    pub(super) agents: u64,
    pub(super) runs: u64,
    directories: BTreeSet<DirectoryId>,
    /// Fingerprint of the key.
    pub(super) key: Option<String>,
    /// What imports remember by directory, as far as it has come.
    pub(super) standings: BTreeMap<DirectoryId, Standing>,
    /// The days of imports that have come, and those of the runs that have.
    days: Days,
    days_of_runs: Days,
    /// Where the activity log ends, as far as it has come.
    pub(super) activity: Option<ActivityHead>,
    /// Whose lists come.
    listing: Option<DirectoryId>,
}

/// Numbers never given out before.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub(super) group: u32,
    pub(super) run: u64,
    directory: u32,
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

impl Intake {
    /// Looks at one record.
    pub(super) fn see(&mut self, record: &Record) -> Result<()> {
        if let Record::Numbers { next_group, next_run, next_directory } = record {
            let numbers = Numbers { group: *next_group, run: *next_run, directory: *next_directory };
            return match self.numbers.replace(numbers) {
                None => Ok(()),
                Some(_) => Err(refused("it begins twice")),
            };
        }
        self.numbers()?;
        match record {
            Record::Key(fingerprint) => match self.key.replace(fingerprint.clone()) {
                None => Ok(()),
                Some(_) => Err(refused("it names two keys")),
            },
            Record::Group(group) => self.group(group),
            Record::Settings(directory) => self.directory(directory),
            Record::Run { run, next_line, .. } => self.run(run, *next_line),
            Record::Lines { run, lines } => self.lines(*run, lines),
            Record::Agent(agent) => {
                self.agents += 1;
                self.locals.extend(agent.is_local().then_some(agent.id));
                self.require_groups(&agent.groups)
            }
            // Each once.
            Record::SecondFactor { agent, .. } if self.locals.remove(agent) => Ok(()),
            Record::SecondFactor { .. } => {
                Err(refused("a second factor is of no local agent, or of one who has another"))
            }
            Record::Standing { directory, scope, hold } => {
                self.listing = Some(*directory);
                let (scope, hold) = (scope.as_deref().cloned(), hold.as_deref().cloned());
                match self.standings.insert(*directory, Standing { scope, hold, ..Standing::default() }) {
                    None => Ok(()),
                    Some(_) => Err(refused("what imports remember is in it twice")),
                }
            }
            Record::Kept(agents) => self.list(|standing| &mut standing.kept, agents),
            Record::Held(agents) => self.list(|standing| &mut standing.held, agents),
            Record::ImportDay(day) if self.days.enter(*day) => Ok(()),
            Record::ImportDay(_) => Err(refused("a day of imports is in it twice")),
            Record::Activity(activity) => self.activity(activity),
            Record::Numbers { .. } | Record::End => Ok(()),
        }
    }

    /// Whether each was what it says is for the verification of the restored log: a log that was tampered with
    /// is restored as it was.
    fn activity(&mut self, activity: &Activity) -> Result<()> {
        let head = ActivityHead { number: activity.number, hash: activity.hash.clone() };
        match self.activity.replace(head) {
            Some(before) if before.number >= activity.number => Err(refused("the activity log is out of order")),
            _ => Ok(()),
        }
    }

    /// The days of imports. A backup of a time when they were not counted has only the imports.
    pub(super) fn days(&self) -> &Days {
        if self.days.is_empty() { &self.days_of_runs } else { &self.days }
    }

    /// Of the next group and the next run.
    pub(super) fn numbers(&self) -> Result<Numbers> {
        self.numbers.ok_or_else(|| refused("it does not begin with its numbers"))
    }

    /// Of the next directory: more than any that has come.
    pub(super) fn next_directory(&self) -> Result<u32> {
        let last = self.directories.last().map_or(0, |id| id.0);
        Ok(self.numbers()?.directory.max(last.saturating_add(1)))
    }

    fn directory(&mut self, directory: &Directory) -> Result<()> {
        if !self.directories.insert(directory.id) {
            return Err(refused("two directories have one number"));
        }
        self.require_groups(&directory.settings.panel_groups())
    }

    fn list(&mut self, of: impl FnOnce(&mut Standing) -> &mut BTreeSet<AgentId>, agents: &[AgentId]) -> Result<()> {
        let standing = self.listing.and_then(|directory| self.standings.get_mut(&directory));
        of(standing.ok_or_else(|| refused("a list does not follow what it belongs to"))?).extend(agents);
        Ok(())
    }

    /// How many groups have come.
    pub(super) fn groups(&self) -> u64 {
        self.groups.len() as u64
    }

    fn group(&mut self, group: &Group) -> Result<()> {
        if group.id.0 >= self.numbers()?.group {
            return Err(refused("a group has a number that was not given out"));
        }
        let folded = group.name.to_lowercase();
        if self.groups.values().any(|other| *other == folded) {
            return Err(refused("two groups have one name"));
        }
        match self.groups.insert(group.id, folded) {
            None => Ok(()),
            Some(_) => Err(refused("two groups have one number")),
        }
    }

    fn run(&mut self, run: &ImportRun, next_line: u64) -> Result<()> {
        let follows = self.report.as_ref().is_none_or(|report| report.run < run.id);
        if !follows || run.id.0 >= self.numbers()?.run {
            return Err(refused("an import has a number that cannot be"));
        }
        self.report = Some(Report { run: run.id, from: 0, until: next_line });
        self.runs += 1;
        self.days_of_runs.count(run);
        Ok(())
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
        Ok(())
    }

    fn require_groups(&self, groups: &BTreeSet<GroupId>) -> Result<()> {
        if groups.iter().all(|group| self.groups.contains_key(group)) {
            return Ok(());
        }
        Err(refused("it names a group that is not in it"))
    }
}
