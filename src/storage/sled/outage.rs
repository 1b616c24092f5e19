//! The end of an open store: the first write that failed. It is never over; a new start is.

use crate::storage::{Result, StorageError};
use tokio::sync::watch;

/// Why nothing can be written any more, once that is so.
pub(super) struct Outage(watch::Sender<Option<String>>);

impl Default for Outage {
    fn default() -> Self {
        Outage(watch::Sender::new(None))
    }
}

impl Outage {
    /// Fails once it has begun.
    pub(super) fn check(&self) -> Result<()> {
        self.0.borrow().clone().map_or(Ok(()), |cause| Err(StorageError::Failed(cause)))
    }

    /// A write failed. The first cause is kept; what came after follows from it.
    pub(super) fn begin(&self, error: StorageError) -> StorageError {
        self.0.send_if_modified(|cause| {
            let is_first = cause.is_none();
            if is_first {
                *cause = Some(match &error {
                    StorageError::Failed(cause) => cause.clone(),
                    other => other.to_string(),
                });
            }
            is_first
        });
        error
    }

    /// Begins when the answer is dropped before it is finished: by an error, or a panic in between.
    pub(super) fn unless_finished(&self) -> Unfinished<'_> {
        Unfinished(Some(self))
    }

    /// Waits for the beginning, and answers the first cause.
    pub(super) async fn begun(&self) -> StorageError {
        let mut news = self.0.subscribe();
        let cause = news.wait_for(Option::is_some).await.ok().and_then(|cause| cause.clone());
        StorageError::Failed(cause.unwrap_or_default())
    }
}

/// A change of several parts that is under way.
pub(super) struct Unfinished<'a>(Option<&'a Outage>);

impl Unfinished<'_> {
    /// All parts have changed.
    pub(super) fn finished(mut self) {
        self.0 = None;
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if let Some(outage) = self.0 {
            outage.begin(StorageError::Failed(
                "a write was broken off. Restart muster; if it happens again, report it with the panel's log".into(),
            ));
        }
    }
}
