//! Runs that are asked for.

use super::directories;
use super::runs::{Lines, StoredRun, last_completed, put, require};
use super::tables::Table;
use super::work::Work;
use crate::model::*;
use crate::storage::{CLOCKS_DIFFER, Result, StorageError};

/// The last time of the schedule that was asked for.
const SCHEDULED: &str = "scheduled";

/// Its key.
pub(super) fn scheduled_key(directory: DirectoryId) -> Vec<u8> {
    directories::key(SCHEDULED, directory)
}

/// The oldest open run of which this is so.
fn find_open(work: &Work<'_>, is_it: impl Fn(&ImportRun) -> bool) -> Result<Option<ImportRun>> {
    for id in work.open_runs() {
        let run = require(work, *id)?.run;
        if is_it(&run) {
            return Ok(Some(run));
        }
    }
    Ok(None)
}

pub(super) fn request(
    work: &mut Work<'_>,
    directory: DirectoryId,
    by: StartedBy,
    dry_run: bool,
    at: Timestamp,
) -> Result<(ImportRun, bool)> {
    match find_open(work, |run| run.is_for(directory, dry_run))? {
        Some(run) => Ok((run, false)),
        None => make(work, directory, |id| ImportRun::waiting(id, directory, by, dry_run, at)).map(|run| (run, true)),
    }
}

pub(super) fn request_scheduled(
    work: &mut Work<'_>,
    directory: DirectoryId,
    due: Timestamp,
    at: Timestamp,
) -> Result<Option<ImportRun>> {
    let key = scheduled_key(directory);
    let last: Option<Timestamp> = work.core.tables.get(Table::Single, &key)?;
    if last.is_some_and(|last| last >= due && last <= at + CLOCKS_DIFFER) {
        return Ok(None);
    }
    work.writes.put(Table::Single, &key, &due)?;
    request(work, directory, StartedBy::Schedule, false, at).map(|(run, _)| Some(run))
}

pub(super) fn request_deletion(
    work: &mut Work<'_>,
    directory: DirectoryId,
    by: AgentId,
    at: Timestamp,
) -> Result<ImportRun> {
    directories::one(&work.core.tables, directory)?.ok_or(StorageError::NotFound)?;
    match find_open(work, |run| run.deletes && run.directory == directory)? {
        Some(run) => Ok(run),
        None => make(work, directory, |id| ImportRun::deletion(id, directory, by, at)),
    }
}

/// An import that has not begun: a waiting one, else a new one.
pub(super) fn request_waiting(
    work: &mut Work<'_>,
    directory: DirectoryId,
    by: StartedBy,
    at: Timestamp,
) -> Result<ImportRun> {
    match find_open(work, |run| run.is_for(directory, false) && run.phase == Phase::Waiting)? {
        Some(run) => Ok(run),
        None => make(work, directory, |id| ImportRun::waiting(id, directory, by, false, at)),
    }
}

fn make(work: &mut Work<'_>, directory: DirectoryId, run: impl FnOnce(RunId) -> ImportRun) -> Result<ImportRun> {
    let run = ImportRun {
        expected: last_completed(work.core, directory)?.map(|run| run.counts.read),
        ..run(RunId(work.meta.next_run))
    };
    work.meta.next_run += 1;
    work.meta.runs += 1;
    put(work, &StoredRun { run: run.clone(), lines: Lines::default(), dropped: 0 })?;
    Ok(run)
}

/// Whether a run of a directory that is no preview waits or works.
pub(super) fn is_importing(work: &Work<'_>, directory: DirectoryId) -> Result<bool> {
    Ok(find_open(work, |run| run.directory == directory && !run.dry_run)?.is_some())
}
