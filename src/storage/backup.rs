//! What a store holds, record by record, in a form that no backend owns: the way out of one and into another.
//!
//! # Order
//!
//! [`Record::Numbers`], [`Record::Key`], groups, directories, each run followed by the lines of its report, agents, second factors,
//! the standing of each directory with its two lists, the days of imports, the activity log from its oldest record, [`Record::End`]. Groups come before who names them, and runs before their lines and the agents that
//! they added; a line may name an agent who is no more. Groups, directories, runs and agents come in order of their id.
//!
//! # What is not in it
//!
//! Sessions and the import lease belong to a running panel; a restored one signs everybody in anew. The secret key
//! is not in a store at all: what is sealed there is sealed here. Attempts at signing in are nobody else's, and what the links to directories were like is soon over.

use crate::model::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Lines of one [`Record::Lines`], at most.
pub const LINES: usize = 500;
/// Agents of one [`Record::Kept`] or [`Record::Held`], at most.
pub const IDS: usize = 1_000;

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// Numbers never given out before: the first record.
    Numbers {
        /// Of the next group.
        next_group: u32,
        /// Of the next import.
        next_run: u64,
        /// Of the next directory; 0 in a backup of a time with only one.
        #[serde(default)]
        next_directory: u32,
    },
    /// Fingerprint of the key that sealed the secrets; missing where the store does not know it.
    Key(String),
    /// A group.
    Group(Group),
    /// A directory.
    Settings(Box<Directory>),
    /// An import, or a preview of one.
    Run {
        /// Itself, open ones too.
        run: Box<ImportRun>,
        /// How many lines its report was given of each kind, also those it has no more. Kinds without any are left
        /// out.
        lines: BTreeMap<ChangeKind, u64>,
        /// The number of the line that would be next.
        next_line: u64,
    },
    /// Lines of the report of the run before, [`LINES`] at most, in order of their numbers. There may be gaps.
    Lines {
        /// Whose.
        run: RunId,
        /// In order.
        lines: Vec<ReportLine>,
    },
    /// An agent, removed ones too.
    Agent(Box<Agent>),
    /// The second factor of a local agent: sealed and hashed as in the store.
    SecondFactor {
        /// Whose.
        agent: AgentId,
        /// Itself.
        factor: Box<SecondFactor>,
    },
    /// What imports of a directory remember, without the lists.
    Standing {
        /// Whose.
        #[serde(default)]
        directory: DirectoryId,
        /// [`Standing::scope`].
        scope: Option<Box<Scope>>,
        /// [`Standing::hold`].
        hold: Option<Box<Hold>>,
    },
    /// A part of [`Standing::kept`] of the standing before, [`IDS`] at most, in order.
    Kept(Vec<AgentId>),
    /// A part of [`Standing::held`] of the standing before, [`IDS`] at most, in order.
    Held(Vec<AgentId>),
    /// What imports of a directory did on a day; none in a backup of a time when days were not counted.
    ImportDay(ImportDay),
    /// A record of the activity log, with its place in the chain.
    Activity(Box<Activity>),
    /// That this was all. A file has a last line of its own instead.
    #[serde(skip)]
    End,
}

/// A line of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// Its place in the report, from 0.
    pub number: u64,
    /// When it was added, where it is part of the agent's history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// The line.
    pub change: AgentChange,
}

/// A record of the activity log that is not in the backup, because nobody can read it.
pub(super) fn warn_of_unreadable_activity() {
    tracing::warn!(
        "a record of the activity log cannot be read and is left out of the backup; `muster audit verify` says which"
    );
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use time::macros::datetime;

    fn again(record: &Record) -> Record {
        serde_json::from_str(&serde_json::to_string(record).unwrap()).unwrap()
    }

    #[test]
    fn times_are_exact_to_the_nanosecond() {
        let odd = [
            datetime!(2026-11-24 18:24:09.123456789 UTC),
            datetime!(2026-11-24 18:24:09.000000001 UTC),
            datetime!(2026-11-24 18:24:09.5 UTC),
            datetime!(1970-01-01 00:00 UTC),
        ];
        for at in odd {
            let run = ImportRun::waiting(RunId(7), DirectoryId(2), StartedBy::Schedule, true, at);
            let run = ImportRun { started_at: Some(at), finished_at: Some(at), ..run };
            let record =
                Record::Run { run: Box::new(run), lines: BTreeMap::from([(ChangeKind::Held, 4)]), next_line: u64::MAX };
            assert_eq!(again(&record), record);
        }
    }

    #[test]
    fn who_started_a_run_is_kept() {
        for by in [StartedBy::Agent(AgentId(uuid::Uuid::from_u128(9))), StartedBy::Schedule, StartedBy::Command] {
            let run = ImportRun::waiting(RunId(u64::MAX), DirectoryId::FIRST, by, false, Timestamp::UNIX_EPOCH);
            let record = Record::Run { run: Box::new(run), lines: BTreeMap::new(), next_line: 0 };
            assert_eq!(again(&record), record);
        }
    }

    #[test]
    fn a_record_is_one_line_under_its_name() {
        let group = Record::Group(Group { id: GroupId(2), name: "A\nB".into() });
        assert_eq!(serde_json::to_string(&group).unwrap(), r#"{"group":{"id":2,"name":"A\nB"}}"#);
        let numbers = Record::Numbers { next_group: 3, next_run: 4, next_directory: 2 };
        assert_eq!(
            serde_json::to_string(&numbers).unwrap(),
            r#"{"numbers":{"next_group":3,"next_run":4,"next_directory":2}}"#
        );
        assert!(serde_json::to_string(&Record::End).is_err(), "a file ends with its own last line");
        assert!(serde_json::from_str::<Record>("\"end\"").is_err());
    }
}
