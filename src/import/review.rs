//! What an administrator decides about removals that were held.

use super::Imports;
use crate::model::*;
use crate::storage::StorageError;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How often a run that is waited for is looked at.
const LOOK: Duration = Duration::from_millis(50);

impl Imports {
    /// Removes the agents of the list with this digest, by an import that reads the directory anew: only if
    /// it finds exactly these absent, and the directory says so of each, are they removed; else they are
    /// held again. `None`: another list waits by now, or none.
    pub async fn remove_held(
        &self,
        directory: DirectoryId,
        digest: &str,
        by: AgentId,
    ) -> Result<Option<ImportRun>, StorageError> {
        let run = self.store.approve_removals(directory, digest, by, Timestamp::now_utc()).await?;
        if run.is_some() {
            self.wake();
        }
        Ok(run)
    }

    /// Keeps the agents of the list with this digest until they are seen again or the settings change.
    /// Answers how many; `None` as before. The directory is not asked.
    pub async fn keep_held(
        &self,
        directory: DirectoryId,
        digest: &str,
        by: AgentId,
    ) -> Result<Option<u64>, StorageError> {
        self.store.keep_held(directory, digest, by, Timestamp::now_utc()).await
    }

    /// Waits for the end of a run, but no longer than this. Answers how it stands then.
    pub async fn settled(&self, run: ImportRun, limit: Duration) -> Result<ImportRun, StorageError> {
        let end = Instant::now() + limit;
        let mut run = run;
        while run.is_open() && Instant::now() < end {
            sleep(LOOK).await;
            run = self.store.run(run.id).await?.ok_or(StorageError::NotFound)?;
        }
        Ok(run)
    }
}
