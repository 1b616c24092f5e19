//! sled's errors, by what the caller does about them.

use crate::storage::StorageError;
use std::path::Path;

/// A call on an open store failed. sled does not take up work again after a failed disk write.
pub(super) fn failed(error: &sled::Error) -> StorageError {
    let what = match error {
        sled::Error::Io(io) => format!("the disk answered: {io}"),
        sled::Error::Corruption { .. } => "a part of it cannot be read any more".to_owned(),
        other => other.to_string(),
    };
    StorageError::Failed(format!("{what}. Free or repair the disk and restart muster"))
}

/// Opening failed.
pub(super) fn unusable(path: &Path, error: &sled::Error) -> StorageError {
    match error {
        sled::Error::Io(io) if is_lock(error) => {
            tracing::debug!(%io, "the store is locked");
            locked(path)
        }
        sled::Error::Io(io) => unreachable_folder(path, io),
        sled::Error::Unsupported(_) => damaged(path, "its settings file does not fit"),
        _ => damaged(path, "its log cannot be read"),
    }
}

/// Whether another open store holds the file lock. sled says it in words only.
pub(super) fn is_lock(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(io) if io.to_string().contains("could not acquire lock"))
}

fn locked(path: &Path) -> StorageError {
    StorageError::Unusable(format!(
        "Another muster process uses this store ({}). Stop it first, or name another place with MUSTER_STORAGE.",
        path.display()
    ))
}

/// Opening has failed for want of room, or would.
pub(super) fn no_room(path: &Path) -> StorageError {
    StorageError::Unusable(format!(
        "The disk is full where the store lies ({}). Nothing is lost: free at least {} MB there and start muster again.",
        path.display(),
        super::space::OPENING / 1_000_000
    ))
}

/// The folder cannot be made, read or written.
pub(super) fn unreachable_folder(path: &Path, error: &std::io::Error) -> StorageError {
    if matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded) {
        return no_room(path);
    }
    StorageError::Unusable(format!(
        "The store at {} cannot be used: {error}. Make its folder readable and writable for the user who runs muster, or name another place with MUSTER_STORAGE.",
        path.display()
    ))
}

/// Something other than a store of this program is there.
pub(super) fn foreign(path: &Path) -> StorageError {
    StorageError::Unusable(format!(
        "{} holds something that is not a muster store, and it was left as it is. Name another place with MUSTER_STORAGE, such as sled:data/muster.sled.",
        path.display()
    ))
}

/// A later version of this program wrote it.
pub(super) fn newer(path: &Path, schema: u32) -> StorageError {
    StorageError::Unusable(format!(
        "The store at {} was written by a newer muster (form {schema}). Run that version, or restore a backup into an empty folder.",
        path.display()
    ))
}

/// A restore into it was broken off.
pub(super) fn half_restored(path: &Path) -> StorageError {
    StorageError::Unusable(format!(
        "The store at {} holds only a part of a backup: its restore was broken off. Delete this folder and run `muster restore FILE` again.",
        path.display()
    ))
}

/// It was a store, and is not whole any more. `what` completes "it is damaged:".
pub(super) fn damaged(path: &Path, what: &str) -> StorageError {
    StorageError::Unusable(format!(
        "The store at {} is damaged: {what}. Nothing was changed. Move the folder away and restore a backup with `muster restore FILE`, or start with an empty store and import from the directory again.",
        path.display()
    ))
}
