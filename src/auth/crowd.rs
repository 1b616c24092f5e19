//! Whether so many keys are counted that strangers seem to make them up.

use crate::model::Timestamp;
use crate::storage::{Result, Store};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How often the store is asked.
const EVERY: Duration = Duration::from_secs(2);

/// See the module. Each panel looks by itself.
pub(super) struct Crowd {
    most: u64,
    is_too_large: AtomicBool,
    looked: Mutex<Option<Instant>>,
}

impl Crowd {
    /// So many are not too many.
    pub(super) fn new(most: u64) -> Crowd {
        Crowd { most, is_too_large: AtomicBool::new(false), looked: Mutex::default() }
    }

    /// As it was within the last seconds. Whoever finds too many sweeps first.
    pub(super) async fn is_too_large(&self, store: &Store) -> Result<bool> {
        // Of many at once one looks.
        let Ok(mut looked) = self.looked.try_lock() else { return Ok(self.is_too_large.load(Ordering::Relaxed)) };
        if looked.is_none_or(|at| at.elapsed() >= EVERY) {
            let mut is_too_large = store.count_attempts().await? > self.most;
            if is_too_large && store.sweep_attempts(Timestamp::now_utc()).await? > 0 {
                is_too_large = store.count_attempts().await? > self.most;
            }
            if is_too_large && !self.is_too_large.load(Ordering::Relaxed) {
                tracing::warn!(
                    most = self.most,
                    "so many emails and addresses try to sign in that new ones share counts"
                );
            }
            self.is_too_large.store(is_too_large, Ordering::Relaxed);
            *looked = Some(Instant::now());
        }
        Ok(self.is_too_large.load(Ordering::Relaxed))
    }
}
