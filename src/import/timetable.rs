//! When imports of a directory ran last and run next, and whether one should have run by now.

use super::{Imports, schedule};
use crate::model::*;
use crate::storage::StorageError;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// For the pages, the log, `/readyz` and the metrics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The newest import that came to its end.
    pub last: Option<ImportRun>,
    /// When the schedule asks next; `None` while the directory is switched off.
    pub next: Option<Timestamp>,
    /// Two scheduled times have passed without an import that came to its end.
    pub is_overdue: bool,
}

/// What [`Imports::watch`] knows of each directory that is switched on.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Mutex<BTreeMap<DirectoryId, Watched>>>);

#[derive(Clone, Copy)]
struct Watched {
    /// Since when it has been on, as far as this process has seen.
    since: Timestamp,
    was_overdue: bool,
}

impl Imports {
    /// Of one directory, looked up in the store; the directory is not asked.
    pub async fn timetable(&self, directory: &Directory, now: Timestamp) -> Result<Timetable, StorageError> {
        let last = self.store.last_completed_run(directory.id).await?;
        let is_on = directory.settings.enabled;
        let interval = directory.interval(self.interval);
        let since = self.watched().get(&directory.id).filter(|_| is_on).map(|watched| watched.since);
        let ended = last.as_ref().and_then(|run| run.finished_at);
        let is_overdue = since
            .is_some_and(|since| schedule::is_overdue(interval, ended.map_or(since, |ended| ended.max(since)), now));
        Ok(Timetable { last, next: is_on.then(|| self.next_scheduled(directory, now)), is_overdue })
    }

    /// Of all directories.
    pub async fn timetables(&self, now: Timestamp) -> Result<Vec<(Directory, Timetable)>, StorageError> {
        let mut all = Vec::new();
        for directory in self.store.directories().await? {
            let timetable = self.timetable(&directory, now).await?;
            all.push((directory, timetable));
        }
        Ok(all)
    }

    /// Notes since when imports are to be expected, and says in the log when they are overdue and when
    /// that is over. Called by a job every few seconds.
    pub async fn watch(&self, now: Timestamp) {
        let directories = match self.store.directories().await {
            Ok(directories) => directories,
            Err(error) => return tracing::warn!(%error, "whether imports are overdue cannot be told"),
        };
        {
            let mut watched = self.watched();
            let on: BTreeMap<DirectoryId, Watched> = directories
                .iter()
                .filter(|directory| directory.settings.enabled)
                .map(|directory| directory.id)
                .map(|id| (id, watched.get(&id).copied().unwrap_or(Watched { since: now, was_overdue: false })))
                .collect();
            *watched = on;
        }
        for directory in &directories {
            let Ok(timetable) = self.timetable(directory, now).await else { return };
            self.tell_of(directory, &timetable);
        }
    }

    fn tell_of(&self, directory: &Directory, timetable: &Timetable) {
        let mut watched = self.watched();
        let Some(watched) = watched.get_mut(&directory.id) else { return };
        let last = timetable.last.as_ref().map(|run| run.id.0);
        match (watched.was_overdue, timetable.is_overdue) {
            (false, true) => tracing::warn!(
                directory = %directory.id,
                last_completed_run = last,
                interval_seconds = directory.interval(self.interval).as_secs(),
                "imports are overdue: two scheduled times have passed without one that came to its end"
            ),
            (true, false) => {
                tracing::info!(directory = %directory.id, last_completed_run = last, "imports are on time again");
            }
            _ => {}
        }
        watched.was_overdue = timetable.is_overdue;
    }

    fn watched(&self) -> MutexGuard<'_, BTreeMap<DirectoryId, Watched>> {
        self.watch.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
