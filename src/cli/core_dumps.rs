//! No core dumps: one would write to the disk what the process keeps in memory, passwords and keys among it.

use rustix::process::{Resource, Rlimit, setrlimit};

/// For this process and those it starts; also the hard limit, so that nothing raises it again.
pub(super) fn switch_off() {
    // Where even lowering the limit is forbidden, the panel is of more use than a refusal.
    if let Err(error) = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }) {
        tracing::warn!(%error, "core dumps could not be switched off; switch them off for muster (LimitCORE=0 in systemd)");
    }
}
