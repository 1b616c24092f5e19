//! Directory → agents. `plan` decides, `run` does, `request` says when.

pub mod guard;
pub mod plan;

use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// Why an import could not be asked for.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// No LDAP settings yet.
    #[error("Connect your directory first, under LDAP directory.")]
    NotConfigured,
    /// The settings are switched off.
    #[error("The LDAP directory is switched off. Switch it on under LDAP directory.")]
    Disabled,
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Asks for imports and does them, one at a time.
#[derive(Clone)]
pub struct Imports {
    store: Store,
    secrets: SecretKey,
    wake: mpsc::Sender<()>,
    interval: Duration,
}

impl Imports {
    /// `wake` makes the job call [`Imports::work`]; `interval` is the schedule's.
    pub fn new(store: Store, secrets: SecretKey, wake: mpsc::Sender<()>, interval: Duration) -> Imports {
        Imports { store, secrets, wake, interval }
    }

    /// A run of this kind that waits or works, else a new one. Readable in the store at once.
    pub async fn request(&self, by: StartedBy, dry_run: bool) -> Result<ImportRun, RequestError> {
        let _ = (&self.store, &self.secrets, &self.wake, by, dry_run);
        Err(RequestError::NotConfigured)
    }

    /// Asks a run to stop. Answers whether it was open.
    pub async fn cancel(&self, id: RunId) -> Result<bool, StorageError> {
        let _ = id;
        Ok(false)
    }

    /// Does every waiting run, one after the other. Called by the job; returns soon after `stop`.
    pub async fn work(&self, stop: CancellationToken) {
        let _ = stop;
    }

    /// When the schedule asks next: multiples of the interval since midnight UTC.
    pub fn next_scheduled(&self, now: Timestamp) -> Timestamp {
        now + self.interval
    }

    /// The schedule's interval.
    pub fn interval(&self) -> Duration {
        self.interval
    }
}
