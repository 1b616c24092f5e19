//! When imports ran last and run next, and whether one should have run by now.

use super::{Imports, schedule};
use crate::model::*;
use crate::storage::StorageError;
use std::sync::{Arc, Mutex, PoisonError};

/// For the pages, the log, `/readyz` and the metrics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The newest import that came to its end.
    pub last: Option<ImportRun>,
    /// When the schedule asks next; `None` while the directory is not set up or switched off.
    pub next: Option<Timestamp>,
    /// Two scheduled times have passed without an import that came to its end.
    pub is_overdue: bool,
}

/// What [`Imports::watch`] knows.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Mutex<Watched>>);

#[derive(Default, Clone, Copy)]
struct Watched {
    /// Since when there have been settings that are switched on, as far as this process has seen.
    since: Option<Timestamp>,
    was_overdue: bool,
}

impl Imports {
    /// Looked up in the store; the directory is not asked.
    pub async fn timetable(&self, now: Timestamp) -> Result<Timetable, StorageError> {
        let last = self.store.last_completed_run().await?;
        let is_on = self.store.ldap_settings().await?.is_some_and(|settings| settings.value.enabled);
        let since = if is_on { self.watched().since } else { None };
        let ended = last.as_ref().and_then(|run| run.finished_at);
        let is_overdue = since.is_some_and(|since| {
            schedule::is_overdue(self.interval, ended.map_or(since, |ended| ended.max(since)), now)
        });
        Ok(Timetable { last, next: is_on.then(|| self.next_scheduled(now)), is_overdue })
    }

    /// Notes since when imports are to be expected, and says in the log when they are overdue and when
    /// that is over. Called by a job every few seconds.
    pub async fn watch(&self, now: Timestamp) {
        let is_on = match self.store.ldap_settings().await {
            Ok(settings) => settings.is_some_and(|settings| settings.value.enabled),
            Err(error) => return tracing::warn!(%error, "whether imports are overdue cannot be told"),
        };
        let mut watched = self.watched();
        watched.since = is_on.then(|| watched.since.unwrap_or(now));
        self.keep(watched);
        let Ok(timetable) = self.timetable(now).await else { return };
        let last = timetable.last.as_ref().map(|run| run.id.0);
        match (watched.was_overdue, timetable.is_overdue) {
            (false, true) => tracing::warn!(
                last_completed_run = last,
                interval_seconds = self.interval.as_secs(),
                "imports are overdue: two scheduled times have passed without one that came to its end"
            ),
            (true, false) => tracing::info!(last_completed_run = last, "imports are on time again"),
            _ => {}
        }
        self.keep(Watched { was_overdue: timetable.is_overdue, ..watched });
    }

    fn watched(&self) -> Watched {
        *self.watch.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, watched: Watched) {
        *self.watch.0.lock().unwrap_or_else(PoisonError::into_inner) = watched;
    }
}
