//! The suite against the embedded backend.

use muster::storage::{self, Store};
use tempfile::TempDir;

/// An empty store, and the folder that goes with it.
pub(crate) async fn fresh() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (open(&folder).await, folder)
}

/// The store in this folder.
pub(crate) async fn open(folder: &TempDir) -> Store {
    storage::open(&url(folder)).await.unwrap()
}

/// Its URL. The folder above it is not there at first.
pub(crate) fn url(folder: &TempDir) -> String {
    format!("sled:{}", folder.path().join("data/muster.sled").display())
}

crate::conformance_tests!(crate::sled::fresh);
