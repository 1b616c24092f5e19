use super::{DirectoryId, ImportRun, Phase, RunState, Timestamp};
use serde::{Deserialize, Serialize};
use time::{Date, UtcOffset};

/// What the imports of one directory did on one day (UTC). Previews are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDay {
    /// Whose.
    pub directory: DirectoryId,
    /// When they ended.
    pub day: Date,
    /// How many ended, in whichever way.
    pub imports: u64,
    /// How many of these failed or were interrupted.
    pub failed: u64,
    /// People, of all of them together.
    pub added: u64,
    /// As before.
    pub updated: u64,
    /// As before.
    pub removed: u64,
    /// As before.
    pub restored: u64,
    /// The most that one import left out: the next one leaves out the same entries again.
    pub skipped: u64,
}

impl ImportDay {
    /// As many days with imports are kept of each directory: a year, and what it takes to fill a week at its edge.
    pub const KEPT: usize = 400;

    /// Of one import. `None`: it is a preview, has not ended, or ended before it began.
    pub fn of(run: &ImportRun) -> Option<ImportDay> {
        let ended = run.finished_at?;
        if run.dry_run || run.is_open() || run.phase == Phase::Waiting {
            return None;
        }
        Some(ImportDay {
            directory: run.directory,
            day: day_of(ended),
            imports: 1,
            failed: u64::from(matches!(run.state, RunState::Failed | RunState::Interrupted)),
            added: run.counts.added,
            updated: run.counts.updated,
            removed: run.counts.removed,
            restored: run.counts.restored,
            skipped: run.counts.skipped,
        })
    }

    /// Both, of one directory and day.
    pub fn and(self, other: ImportDay) -> ImportDay {
        ImportDay {
            imports: self.imports.saturating_add(other.imports),
            failed: self.failed.saturating_add(other.failed),
            added: self.added.saturating_add(other.added),
            updated: self.updated.saturating_add(other.updated),
            removed: self.removed.saturating_add(other.removed),
            restored: self.restored.saturating_add(other.restored),
            skipped: self.skipped.max(other.skipped),
            ..self
        }
    }
}

/// The day of a moment, UTC.
pub fn day_of(at: Timestamp) -> Date {
    at.to_offset(UtcOffset::UTC).date()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Counts, RunId, StartedBy};
    use time::macros::{date, datetime};

    fn ended(state: RunState, counts: Counts) -> ImportRun {
        let at = datetime!(2026-11-24 01:30 +02:00);
        let run = ImportRun::waiting(RunId(1), DirectoryId(2), StartedBy::Schedule, false, at);
        ImportRun { state, counts, phase: Phase::Applying, finished_at: Some(at), ..run }
    }

    #[test]
    fn a_day_is_that_of_utc_on_which_the_import_ended() {
        let day = ImportDay::of(&ended(RunState::Done, Counts::default())).unwrap();
        assert_eq!((day.day, day.directory, day.imports, day.failed), (date!(2026 - 11 - 23), DirectoryId(2), 1, 0));
    }

    #[test]
    fn previews_and_what_never_began_are_left_out() {
        let done = ended(RunState::Done, Counts::default());
        assert_eq!(ImportDay::of(&ImportRun { dry_run: true, ..done.clone() }), None);
        assert_eq!(
            ImportDay::of(&ImportRun { phase: Phase::Waiting, state: RunState::Cancelled, ..done.clone() }),
            None
        );
        assert_eq!(ImportDay::of(&ImportRun { state: RunState::Running, ..done }), None);
    }

    #[test]
    fn people_add_up_and_entries_that_are_left_out_again_do_not() {
        let counts = Counts { added: 3, removed: 1, skipped: 7, ..Counts::default() };
        let one = ImportDay::of(&ended(RunState::Held, counts)).unwrap();
        let other =
            ImportDay::of(&ended(RunState::Failed, Counts { skipped: 5, added: 2, ..Counts::default() })).unwrap();
        let both = one.and(other);
        assert_eq!((both.imports, both.failed, both.added, both.removed, both.skipped), (2, 1, 5, 1, 7));
    }
}
