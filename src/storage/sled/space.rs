//! Room on the disk where a store lies.

use std::io;
use std::path::Path;

/// What opening a store may write before it can be used: a summary of the log, the rest of a segment,
/// a first segment.
pub(super) const OPENING: u64 = 4_000_000;

/// Bytes that can still be written in a folder. A quota is not seen.
pub(super) fn free(folder: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Whether opening a store there could fail half-way. A disk that does not say is tried.
pub(super) fn is_short(folder: &Path) -> bool {
    free(folder).is_ok_and(|free| free < OPENING)
}
