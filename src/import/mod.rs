//! Directory → agents, for each directory by itself. `plan` decides, `guard` says whether anybody may be removed, `run` does it,
//! `due` asks by the clock, `review` what an administrator decided, `timetable` whether it is on time.

mod attend;
mod due;
pub mod guard;
mod known;
mod lease;
pub mod plan;
mod progress;
mod reading;
mod review;
mod room;
mod rules;
mod run;
pub mod schedule;
mod stop;
#[cfg(test)]
mod tests;
mod timetable;
mod trial;

pub use plan::{Example, RuleTried, TrialReport};
pub use timetable::Timetable;
pub use trial::TrialError;

use crate::ldap::Deadlines;
use crate::model::*;
use crate::monitor::Monitor;
use crate::secrets::SecretKey;
use crate::storage::{Lease, StorageError, Store};
use reading::{Directory, LdapDirectory};
pub use room::Room;
use run::Engine;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Why an import could not be asked for.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// No directory yet, or not this one any more.
    #[error("Connect your directory first, under LDAP directory.")]
    NotConfigured,
    /// The settings are switched off.
    #[error("The LDAP directory is switched off. Switch it on under LDAP directory.")]
    Disabled,
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A timer may go off this much before its time by the clock.
const EARLY: time::Duration = time::Duration::seconds(1);

/// Asks for imports and does them, one at a time.
#[derive(Clone)]
pub struct Imports {
    store: Store,
    secrets: SecretKey,
    wake: mpsc::Sender<()>,
    interval: Duration,
    directory: Arc<dyn Directory>,
    monitor: Option<Monitor>,
    /// The run at work, and how to stop it at once.
    current: Arc<Mutex<Option<(RunId, CancellationToken)>>>,
    watch: timetable::Watch,
    /// Held by whoever works.
    working: Arc<tokio::sync::Mutex<()>>,
    /// Who takes the lease: this process, and no other.
    holder: Arc<str>,
    clock: due::Clock,
    room: Arc<room::Watch>,
}

impl Imports {
    /// `wake` makes the job call [`Imports::work`]; `interval` is that of directories without one of
    /// their own.
    pub fn new(store: Store, secrets: SecretKey, wake: mpsc::Sender<()>, interval: Duration) -> Imports {
        Imports {
            store,
            secrets,
            wake,
            interval,
            directory: Arc::new(LdapDirectory(Deadlines::default())),
            monitor: None,
            current: Arc::default(),
            watch: timetable::Watch::default(),
            working: Arc::default(),
            holder: Uuid::new_v4().to_string().into(),
            clock: due::Clock::new(),
            room: Arc::default(),
        }
    }

    /// Tells the monitor whether the service account was let in, and asks nothing by itself while
    /// the monitor has suspended binds.
    #[must_use]
    pub fn with_monitor(self, monitor: Monitor) -> Imports {
        Imports { monitor: Some(monitor), ..self }
    }

    /// The directory is given other times to answer.
    #[must_use]
    pub fn with_deadlines(self, deadlines: Deadlines) -> Imports {
        Imports { directory: Arc::new(LdapDirectory(deadlines)), ..self }
    }

    /// A run of this kind for a directory that waits or works, else a new one. Readable in the store at once.
    pub async fn request(
        &self,
        directory: DirectoryId,
        by: StartedBy,
        dry_run: bool,
    ) -> Result<ImportRun, RequestError> {
        self.require_enabled(directory).await?;
        let (run, _) = self.store.request_run(directory, by, dry_run, Timestamp::now_utc()).await?;
        self.wake();
        Ok(run)
    }

    /// The same for each directory that is switched on.
    pub async fn request_all(&self, by: StartedBy, dry_run: bool) -> Result<Vec<ImportRun>, RequestError> {
        let directories = self.store.directories().await?;
        if directories.is_empty() {
            return Err(RequestError::NotConfigured);
        }
        let mut runs = Vec::new();
        for directory in directories {
            match self.request(directory.id, by, dry_run).await {
                Ok(run) => runs.push(run),
                Err(RequestError::Storage(error)) => return Err(error.into()),
                Err(RequestError::NotConfigured | RequestError::Disabled) => {}
            }
        }
        if runs.is_empty() { Err(RequestError::Disabled) } else { Ok(runs) }
    }

    pub(super) async fn require_enabled(&self, directory: DirectoryId) -> Result<(), RequestError> {
        let directory = self.store.directory(directory).await?.ok_or(RequestError::NotConfigured)?;
        if directory.settings.enabled { Ok(()) } else { Err(RequestError::Disabled) }
    }

    /// Asks a run to stop. Answers whether it was open.
    pub async fn cancel(&self, id: RunId) -> Result<bool, StorageError> {
        let open = self.store.cancel_run(id, Timestamp::now_utc()).await?;
        if let Some((current, stop)) = &*self.current()
            && *current == id
        {
            stop.cancel();
        }
        Ok(open)
    }

    /// Closes what a crash left open, and answers how many; at start, before anything else. Other panels on
    /// the same store go on with it instead.
    pub async fn recover(&self, now: Timestamp) -> Result<u64, StorageError> {
        self.store.close_interrupted_runs(now).await
    }

    /// Does every run that waits or was left, one after the other. While another panel works it returns: that
    /// one goes on to whatever waits. Called by the job; returns soon after `stop`.
    pub async fn work(&self, stop: CancellationToken) {
        let _alone = tokio::select! {
            () = stop.cancelled() => return,
            alone = self.working.lock() => alone,
        };
        while !stop.is_cancelled() {
            match self.work_on_one(&stop).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    tracing::error!(%error, "an import could not be started or ended; it is tried again in a few seconds");
                    return;
                }
            }
        }
    }

    /// Whether there is room for imports on the store's disk. Logs when that has changed.
    pub async fn room(&self) -> Room {
        self.room.look(&self.store).await
    }

    /// The interval of directories without one of their own.
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// Answers whether there was one to work on.
    async fn work_on_one(&self, stop: &CancellationToken) -> Result<bool, StorageError> {
        if self.store.next_open_run().await?.is_none() {
            return Ok(false);
        }
        let lease = self.store.take_lease(&self.holder, Timestamp::now_utc(), lease::TTL).await?;
        let Some(lease) = lease else { return Ok(false) };
        let done = self.work_under(lease, stop).await;
        let released = self.store.release_lease(lease).await;
        done.and(released).map(|()| true)
    }

    async fn work_under(&self, lease: Lease, stop: &CancellationToken) -> Result<(), StorageError> {
        // Asked again: it may have been cancelled, or done by another worker, before the lease was given.
        let Some(id) = self.store.next_open_run().await? else { return Ok(()) };
        let Some(run) = self.store.begin_run(lease, id, Timestamp::now_utc()).await? else { return Ok(()) };
        if run.attempts > 1 {
            tracing::warn!(run = %id, "the panel that worked on this import was lost");
        }
        tracing::info!(run = %id, attempt = run.attempts, dry_run = run.dry_run, "import begun");
        let cancel = CancellationToken::new();
        *self.current() = Some((id, cancel.clone()));
        let engine = Engine {
            store: self.store.clone(),
            secrets: self.secrets.clone(),
            directory: self.directory.clone(),
            monitor: self.monitor.clone(),
            lease,
            cancel,
            shutdown: stop.clone(),
        };
        let ended = Box::pin(engine.run(run)).await;
        *self.current() = None;
        ended
    }

    /// Has the job look for waiting runs.
    fn wake(&self) {
        // A full channel means that it is about to look anyway.
        let _ = self.wake.try_send(());
    }

    fn current(&self) -> MutexGuard<'_, Option<(RunId, CancellationToken)>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
