//! The run's record in the store, kept up to date while the run goes on, so that any page can show
//! it from there.

use super::stop::Stop;
use crate::model::*;
use crate::storage::{Lease, StorageError, Store};
use std::time::Duration;
use tokio::time::Instant;

/// How often the record is saved while a phase lasts.
pub(super) const EVERY: Duration = Duration::from_secs(1);

/// The record and when it was last saved.
pub(super) struct Progress {
    store: Store,
    lease: Lease,
    pub(super) run: ImportRun,
    saved: Instant,
}

impl Progress {
    pub(super) fn new(store: Store, lease: Lease, run: ImportRun) -> Progress {
        Progress { store, lease, run, saved: Instant::now() }
    }

    /// Enters a phase.
    pub(super) async fn enter(&mut self, phase: Phase) -> Result<(), Stop> {
        self.run.phase = phase;
        self.save().await
    }

    /// Saves the numbers when they were last saved a second ago. A store that is away for a moment is asked again
    /// at the next tick.
    pub(super) async fn tick(&mut self) -> Result<(), Stop> {
        if self.saved.elapsed() < EVERY {
            return Ok(());
        }
        match self.save().await {
            Err(Stop::StoreFailed(error)) => {
                tracing::warn!(run = %self.run.id, error, "how far the import is could not be saved");
                self.saved = Instant::now();
                Ok(())
            }
            saved => saved,
        }
    }

    /// Ends the run. Whatever was cancelled meanwhile has ended all the same.
    pub(super) async fn end(
        &mut self,
        state: RunState,
        at: Timestamp,
        conclusion: Option<&Conclusion>,
    ) -> Result<(), StorageError> {
        self.run.state = state;
        self.run.finished_at = Some(at);
        self.store.end_run(self.lease, &self.run, conclusion).await
    }

    async fn save(&mut self) -> Result<(), Stop> {
        let cancelled = self.store.save_run(self.lease, &self.run).await?;
        self.saved = Instant::now();
        if cancelled { Err(Stop::Cancelled) } else { Ok(()) }
    }
}
