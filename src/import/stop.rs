//! Everything that can end an import before its time.

use crate::model::DirectoryProblem;
use crate::storage::StorageError;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

/// Why an import ended before its time.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// An administrator asked.
    Cancelled,
    /// The panel stops.
    Shutdown,
    /// Another worker took over: nothing more may be written, not even the end.
    LeaseLost,
    /// The store failed or was away: not even the end can be written.
    StoreFailed(String),
    /// A sentence with the remedy, and the words of whoever failed.
    Failed { error: String, details: Option<String> },
}

impl Stop {
    pub(super) fn failed(error: impl Into<String>) -> Stop {
        Stop::Failed { error: error.into(), details: None }
    }
}

impl From<DirectoryProblem> for Stop {
    fn from(problem: DirectoryProblem) -> Stop {
        let error = format!("{} {}", problem.failure.message(), problem.failure.remedy());
        Stop::Failed { error, details: problem.details }
    }
}

impl From<StorageError> for Stop {
    fn from(error: StorageError) -> Stop {
        match error {
            StorageError::LeaseLost => Stop::LeaseLost,
            StorageError::EmailTaken { .. } | StorageError::Conflict { .. } | StorageError::NotFound => {
                Stop::failed("Agents or groups were changed in the panel while the import ran. Import once more.")
            }
            StorageError::Failed(error) => Stop::StoreFailed(error),
            error => Stop::Failed {
                error: "The panel's store failed. Check that its disk or database is there and not full, then import once more."
                    .into(),
                details: Some(error.to_string()),
            },
        }
    }
}

/// Where a stop comes from while an import runs.
#[derive(Clone)]
pub(super) struct Signals {
    pub(super) cancel: CancellationToken,
    pub(super) shutdown: CancellationToken,
    pub(super) lease_lost: CancellationToken,
    pub(super) deadline: Instant,
}

impl Signals {
    /// Between two steps that must not be torn apart.
    pub(super) fn check(&self) -> Result<(), Stop> {
        if self.lease_lost.is_cancelled() {
            Err(Stop::LeaseLost)
        } else if self.cancel.is_cancelled() {
            Err(Stop::Cancelled)
        } else if self.shutdown.is_cancelled() {
            Err(Stop::Shutdown)
        } else if Instant::now() >= self.deadline {
            Err(too_long())
        } else {
            Ok(())
        }
    }

    /// Waits for a stop.
    pub(super) async fn raised(&self) -> Stop {
        tokio::select! {
            biased;
            () = self.lease_lost.cancelled() => Stop::LeaseLost,
            () = self.cancel.cancelled() => Stop::Cancelled,
            () = self.shutdown.cancelled() => Stop::Shutdown,
            () = sleep_until(self.deadline) => too_long(),
        }
    }
}

fn too_long() -> Stop {
    Stop::failed(
        "The import was ended after 30 minutes. Look at the directory server's load, or narrow Directory DN or User filter.",
    )
}
