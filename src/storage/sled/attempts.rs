//! Attempts at signing in: in memory, as one process has the store to itself. A wrong password costs
//! no write to the disk, and a restart forgets them.

use crate::model::{Allowance, Timestamp};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// When each key will have made up for what it has taken.
#[derive(Default)]
pub(super) struct Attempts(Mutex<HashMap<String, Timestamp>>);

impl Attempts {
    /// Answers how long to wait when nothing is left.
    pub(super) fn take(&self, key: &str, allowance: Allowance, at: Timestamp) -> Option<Duration> {
        let mut keys = self.keys();
        match allowance.take(keys.get(key).copied(), at) {
            Ok(made_up) => {
                keys.insert(key.to_owned(), made_up);
                None
            }
            Err(wait) => Some(wait),
        }
    }

    pub(super) fn give_back(&self, key: &str, allowance: Allowance) {
        if let Some(made_up) = self.keys().get_mut(key) {
            *made_up = allowance.give_back(*made_up);
        }
    }

    pub(super) fn forget(&self, key: &str) {
        self.keys().remove(key);
    }

    pub(super) fn sweep(&self, at: Timestamp) -> u64 {
        let mut keys = self.keys();
        let all = keys.len();
        keys.retain(|_, made_up| *made_up > at);
        keys.shrink_to_fit();
        (all - keys.len()) as u64
    }

    fn keys(&self) -> MutexGuard<'_, HashMap<String, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
