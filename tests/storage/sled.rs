//! The suite against the embedded backend.

use muster::model::{Allowance, Attempt, Timestamp};
use muster::storage::{self, Store};
use std::time::Duration;
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

#[tokio::test]
async fn attempts_are_counted_on_when_the_store_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let once = || [Attempt { key: "a".into(), allowance: Allowance::Run { most: 1, window: Duration::from_secs(60) } }];
    let now = Timestamp::now_utc();
    let store = open(&folder).await;
    assert_eq!(store.take_attempts(&once(), now).await.unwrap(), None);
    store.flush().await.unwrap();
    drop(store);
    let store = open(&folder).await;
    assert_eq!(store.take_attempts(&once(), now).await.unwrap(), Some(Duration::from_secs(60)));
    assert_eq!(store.count_attempts().await.unwrap(), 1);
}
