//! Keeps the right to write while an import runs.

use crate::model::Timestamp;
use crate::storage::{Lease, StorageError, Store};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

/// How long a lease lasts unless it is renewed: another panel waits this long for one that is lost.
pub(super) const TTL: Duration = Duration::from_secs(20);
/// Three tries before it runs out.
const RENEW_EVERY: Duration = Duration::from_secs(5);

/// Renews the lease in the background until the handle is dropped; `lost` is raised when another
/// worker has taken it.
pub(super) fn keep(store: Store, lease: Lease, lost: CancellationToken) -> AbortOnDropHandle<()> {
    AbortOnDropHandle::new(tokio::spawn(async move {
        loop {
            sleep(RENEW_EVERY).await;
            match store.renew_lease(lease, Timestamp::now_utc(), TTL).await {
                Ok(()) => {}
                Err(StorageError::LeaseLost) => return lost.cancel(),
                Err(error) => tracing::warn!(%error, "the import lease could not be renewed; it is tried again"),
            }
        }
    }))
}
