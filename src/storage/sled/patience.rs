//! Wakes calls that hang in sled.
//!
//! sled 0.34 notes a failed write but does not always wake who waits for it: such a call would wait
//! for ever, and with it whoever holds what it holds. The next call that writes the log out sees the
//! failure and wakes them all, so one is made whenever a call takes long. On a healthy store it does
//! nothing that is not due anyway. The runtime must have timers.

use super::core::Core;
use std::pin::pin;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long a call may take before sled is asked again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Waits for calls on one store.
#[derive(Clone)]
pub(super) struct Patience {
    core: Weak<Core>,
    /// Held by the one call that asks: a slow disk is not to be crowded.
    asking: Arc<Mutex<()>>,
}

impl Patience {
    pub(super) fn new(core: &Arc<Core>) -> Patience {
        Patience { core: Arc::downgrade(core), asking: Arc::default() }
    }

    /// Waits for a call, and sees to it that it ends.
    pub(super) async fn with<T>(&self, call: impl Future<Output = T>) -> T {
        let mut call = pin!(call);
        loop {
            match timeout(PATIENCE, &mut call).await {
                Ok(answer) => return answer,
                Err(_) => self.ask(),
            }
        }
    }

    fn ask(&self) {
        let (Some(core), Ok(alone)) = (self.core.upgrade(), self.asking.clone().try_lock_owned()) else { return };
        drop(spawn_blocking(move || {
            let _alone = alone;
            // The failure is noted in `core`, and whoever waited is told by their own call.
            let _ = core.write_out();
        }));
    }
}
