//! The file of a backup: what `muster backup` writes and `muster restore` reads.
//!
//! # Format, version 4
//!
//! Lines of JSON in UTF-8, each ended by one `\n`. The first says what this is:
//!
//! ```text
//! {"format":"muster backup","version":4,"at":"2026-11-24T18:24:09.123456789Z","program":"muster 0.1.0"}
//! ```
//!
//! `at` is when it was taken (RFC 3339), `program` who wrote it. Then a line for each [`Record`], an object whose one
//! name says which, in the order that [`crate::storage::backup`] gives:
//!
//! ```text
//! {"numbers":{"next_group":3,"next_run":8,"next_directory":2}}   never given out so far
//! {"key":"0123…"}                                    fingerprint of the key that the secrets are sealed with, where it is known
//! {"group":{"id":1,"name":"Support team"}}
//! {"settings":{"id":1,"version":4,"value":{…}}}      a directory: LdapSettings; none before the first is saved
//! {"run":{"run":{…},"lines":{"added":61},"next_line":61}}   ImportRun, lines its report was given, the next one's number
//! {"lines":{"run":7,"lines":[{"number":0,"at":…,"change":{…}}]}}   of the run before, 500 at most
//! {"agent":{…}}                                      Agent, removed ones too
//! {"second_factor":{"agent":"…","factor":{…}}}       SecondFactor of a local agent, after all agents
//! {"standing":{"directory":1,"scope":…,"hold":…}}    what imports of a directory remember, without the lists
//! {"kept":["…"]}  {"held":["…"]}                     of the standing before: ids of agents, 1,000 at most, as many lines as it takes
//! {"import_day":{"directory":1,"day":"2026-11-24","imports":96,…}}   what imports did on a day (UTC)
//! {"activity":{"number":1,"at":…,"actor":…,"hash":"…"}}   a record of the activity log, oldest first
//! ```
//!
//! The objects are those of [`crate::model`], with the names of their fields. Times in them are UTC to the
//! nanosecond, such as `2026-11-24 18:24:09.123456789 +00:00:00`; ids of agents are UUIDs, ids of groups and imports
//! numbers. `at` of a report's line is there when it is part of an agent's history. The last line holds how many there
//! are of each, and the SHA-256, in hex, of all bytes before it:
//!
//! ```text
//! {"end":{"agents":61,"groups":2,"imports":7,"lines":130,"sha256":"…"}}
//! ```
//!
//! The version counts up with every change, also with a new field: an older program would leave it out and lose it.
//! A later program reads the versions before its own. Version 1 knew one directory: where a number of one is missing,
//! it is 1. Version 2 knew no second factors, had no activity log, and does not say which key it was sealed with. Version 3 did not
//! count the days of imports (they are counted from the imports in it), and knew no preferences of agents.
//!
//! # What is not in it
//!
//! What [`crate::storage::backup`] leaves out. The bind password and the secrets of second factors are there as they
//! lie in the store: sealed, of no use without the key. An import that was open is in it as interrupted, at the time of the backup: nobody works on it
//! where it is restored.

mod file;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod line;
mod read;
mod write;

pub use file::save;
pub use read::{Backup, restore};
pub use write::{Outgoing, begin};

use crate::storage::StorageError;
use crate::storage::backup::Record;
use serde::{Deserialize, Serialize};

/// Why there is no backup, or no restore: one sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BackupError(pub String);

impl From<StorageError> for BackupError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotEmpty => BackupError(
                "A backup can only be restored into an empty store, and there is something in this one. Name another place with MUSTER_DATA or MUSTER_STORAGE; nothing was changed.".into(),
            ),
            StorageError::Unusable(sentence) => BackupError(sentence),
            other => BackupError(format!("{other}.")),
        }
    }
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Contents {
    /// Removed ones too.
    pub agents: u64,
    pub groups: u64,
    pub imports: u64,
    /// Of all reports.
    pub lines: u64,
}

impl Contents {
    fn count(&mut self, record: &Record) {
        match record {
            Record::Agent(_) => self.agents += 1,
            Record::Group(_) => self.groups += 1,
            Record::Run { .. } => self.imports += 1,
            Record::Lines { lines, .. } => self.lines += lines.len() as u64,
            _ => {}
        }
    }
}

impl std::fmt::Display for Contents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = |many: u64, one: &str| match many {
            1 => format!("1 {one}"),
            many => format!("{} {one}s", crate::model::thousands(many)),
        };
        write!(
            f,
            "{}, {}, {}",
            number(self.agents, "agent"),
            number(self.groups, "group"),
            number(self.imports, "import")
        )
    }
}
