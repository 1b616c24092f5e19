//! Asks for imports by the clock: each directory at its own times, once for each of them however many panels
//! there are.

use super::{EARLY, Imports, RequestError, schedule};
use crate::model::*;
use crate::monitor::Monitor;
use crate::storage::StorageError;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A time that lies so far ahead is of a clock that was put back since.
const AHEAD: time::Duration = time::Duration::minutes(1);

/// What has been asked for, as far as this process knows.
#[derive(Clone)]
pub(super) struct Clock(Arc<Mutex<Looked>>);

struct Looked {
    /// Up to when times of the schedule were looked at. What was due before the process started is nobody's.
    until: Timestamp,
    /// The directories could not be read then.
    is_behind: bool,
    /// Times that could not be asked for, because the store was away.
    owed: BTreeMap<DirectoryId, Timestamp>,
}

impl Clock {
    pub(super) fn new() -> Clock {
        Clock(Arc::new(Mutex::new(Looked {
            until: Timestamp::now_utc() + EARLY,
            is_behind: false,
            owed: BTreeMap::new(),
        })))
    }

    fn lock(&self) -> MutexGuard<'_, Looked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Imports {
    /// Asks for the imports that have become due since this was called last.
    pub async fn keep_schedule(&self, now: Timestamp) {
        let since = self.clock.lock().until;
        let since = if since > now + AHEAD { now } else { since };
        let read = self.request_scheduled(since, now).await;
        let mut looked = self.clock.lock();
        looked.is_behind = !read;
        if read {
            looked.until = now + EARLY;
        }
    }

    /// Asks for the imports that have become due after `since`: of a directory that is switched off, or refuses
    /// the service account, for none. Answers whether the directories could be read.
    pub(super) async fn request_scheduled(&self, since: Timestamp, now: Timestamp) -> bool {
        let directories = match self.store.directories().await {
            Ok(directories) => directories,
            Err(error) => {
                tracing::warn!(%error, "which imports are due cannot be told; it is tried again");
                return false;
            }
        };
        for directory in directories.iter().filter(|directory| directory.settings.enabled) {
            let due = schedule::latest(directory.interval(self.interval), now + EARLY);
            if due <= since {
                continue;
            }
            if self.is_suspended(directory.id) {
                tracing::debug!(directory = %directory.id, "no scheduled import: the directory refuses the service account");
                continue;
            }
            self.ask_for(directory.id, due).await;
        }
        true
    }

    /// Asks for the times of the schedule at which the store was away. Called every few seconds.
    pub async fn request_owed(&self) {
        if self.clock.lock().is_behind {
            self.keep_schedule(Timestamp::now_utc()).await;
        }
        let owed = std::mem::take(&mut self.clock.lock().owed);
        for (directory, due) in owed {
            self.ask_for(directory, due).await;
        }
    }

    fn is_suspended(&self, directory: DirectoryId) -> bool {
        self.monitor.as_ref().is_some_and(|monitor: &Monitor| monitor.bind_suspended(directory))
    }

    async fn ask_for(&self, directory: DirectoryId, due: Timestamp) {
        match self.request_due(directory, due).await {
            Ok(()) => {}
            Err(RequestError::Storage(error)) => {
                tracing::warn!(%error, "the scheduled import could not be asked for; it is tried again");
                self.clock.lock().owed.insert(directory, due);
            }
            Err(_) => tracing::debug!(%directory, "no scheduled import: the directory was deleted or switched off"),
        }
    }

    async fn request_due(&self, directory: DirectoryId, due: Timestamp) -> Result<(), RequestError> {
        self.require_enabled(directory).await?;
        if self.store.request_scheduled_run(directory, due, Timestamp::now_utc()).await?.is_some() {
            self.wake();
        }
        Ok(())
    }

    /// When the schedule asks for a directory next: multiples of its interval since midnight UTC.
    pub fn next_scheduled(&self, directory: &Directory, now: Timestamp) -> Timestamp {
        schedule::next(directory.interval(self.interval), now)
    }

    /// Deletes a directory: an import of its own kind removes all of its agents first.
    pub async fn delete_directory(&self, directory: DirectoryId, by: AgentId) -> Result<ImportRun, StorageError> {
        // Switched off first: nobody signs in with it or imports it while the run waits, nor if it does not come to its end.
        if let Some(known) = self.store.directory(directory).await?.filter(|known| known.settings.enabled) {
            let off = LdapSettings { enabled: false, ..known.settings };
            self.store.save_directory(directory, &off, Some(known.version)).await?;
            self.store.end_ldap_sessions(directory).await?;
        }
        let run = self.store.request_deletion(directory, by, Timestamp::now_utc()).await?;
        self.wake();
        Ok(run)
    }
}
