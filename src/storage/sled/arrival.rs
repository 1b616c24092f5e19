//! Records of a backup on their way into the trees.

use super::core::Core;
use super::meta::Meta;
use super::runs::{self, StoredRun};
use super::tables::{Table, Writes};
use super::{activity, directories, import_days, reports, standing};
use crate::model::Standing;
use crate::storage::intake::Intake;
use crate::storage::{Record, Result, record};

/// Agents, runs and lines of one commit, about.
const COMMIT: usize = 500;

/// See the module.
#[derive(Default)]
pub(super) struct Arrival {
    intake: Intake,
    writes: Writes,
    weight: usize,
}

impl Arrival {
    /// Takes one record.
    pub(super) fn take(&mut self, record: Record) -> Result<()> {
        self.intake.see(&record)?;
        match record {
            Record::Group(group) => {
                self.writes.put_bytes(Table::Groups, &group.id.0.to_be_bytes(), group.name.as_bytes());
            }
            Record::Settings(directory) => directories::write(&mut self.writes, &directory)?,
            Record::Run { run, lines, next_line } => {
                self.weight += 1;
                runs::write(&mut self.writes, &StoredRun::of(*run, &lines, next_line))?;
            }
            Record::Lines { run, lines } => {
                self.weight += lines.len();
                reports::put_back(&mut self.writes, run, &lines)?;
            }
            Record::Agent(agent) => {
                self.weight += 1;
                self.writes.put_bytes(Table::Agents, agent.id.0.as_bytes(), &record::encode(&agent)?);
            }
            Record::SecondFactor { agent, factor } => {
                self.weight += 1;
                self.writes.put(Table::SecondFactors, agent.0.as_bytes(), &factor)?;
            }
            Record::Activity(activity) => {
                self.weight += 1;
                activity::write(&mut self.writes, &activity)?;
            }
            Record::Numbers { .. }
            | Record::Key(_)
            | Record::Standing { .. }
            | Record::Kept(_)
            | Record::Held(_)
            | Record::ImportDay(_)
            | Record::End => {}
        }
        Ok(())
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
        self.intake.numbers()?;
        for (of, standing) in &self.intake.standings {
            standing::write(&mut self.writes, *of, &Standing::default(), standing)?;
        }
        self.intake.days().newest().try_for_each(|day| import_days::write(&mut self.writes, day))?;
        self.intake.activity.iter().try_for_each(|head| activity::write_head(&mut self.writes, head))
    }

    /// What the store is now.
    pub(super) fn meta(&self, before: &Meta) -> Result<Meta> {
        let numbers = self.intake.numbers()?;
        let (next_group, next_run, next_directory) = (numbers.group, numbers.run, self.intake.next_directory()?);
        let (Intake { agents, runs, .. }, key) = (&self.intake, self.intake.key.clone());
        let (agents, runs, groups) = (*agents, *runs, self.intake.groups());
        Ok(Meta { agents, groups, runs, next_group, next_run, next_directory, key, ..before.clone() })
    }
}
