//! Room on the disk of the store. sled does not forgive a failed write, so an import is refused while
//! there is still room for everything else the panel writes; when there is more again, the next one
//! goes on by itself.

use super::stop::Stop;
use crate::model::Counts;
use crate::storage::Store;
use std::sync::atomic::{AtomicBool, Ordering};

/// Stays free for sign-ins, edits and records of imports, and for what others write to the disk
/// between two looks at it.
const RESERVE: u64 = 32_000_000;
/// What one line of an import takes in the store, agent and report, at the most: 800 bytes were measured
/// (`tests/storage/growth.rs`), and names may be longer.
const LINE: u64 = 2_000;

/// Whether there is room for imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Room {
    Enough,
    /// Imports are refused.
    Low,
    /// The store does not say.
    Unknown,
}

/// Lines that a plan writes.
pub(super) fn lines_of(counts: &Counts) -> u64 {
    counts.added + counts.updated + counts.removed + counts.restored + counts.skipped + counts.held + counts.missed
}

/// Refuses to go on without room for so many lines beside the reserve.
pub(super) async fn require(store: &Store, lines: u64) -> Result<(), Stop> {
    let needed = RESERVE + lines * LINE;
    match store.free_space().await? {
        Some(free) if free < needed => Err(Stop::failed(refusal(free, needed))),
        _ => Ok(()),
    }
}

fn refusal(free: u64, needed: u64) -> String {
    format!(
        "Only {} MB are free where the panel's store lies; this import needs {} MB. Free some space; the next import goes on by itself.",
        free / 1_000_000,
        needed.div_ceil(1_000_000)
    )
}

/// Looks at the room, and says once in the log that it became low, or enough again.
#[derive(Default)]
pub(super) struct Watch {
    is_low: AtomicBool,
}

impl Watch {
    pub(super) async fn look(&self, store: &Store) -> Room {
        let Ok(Some(free)) = store.free_space().await else { return Room::Unknown };
        let is_low = free < RESERVE;
        if self.is_low.swap(is_low, Ordering::AcqRel) != is_low {
            if is_low {
                tracing::warn!(free, needed = RESERVE, "the disk of the store is nearly full: imports are refused");
            } else {
                tracing::info!(free, "there is room on the store's disk again: imports go on");
            }
        }
        if is_low { Room::Low } else { Room::Enough }
    }
}
