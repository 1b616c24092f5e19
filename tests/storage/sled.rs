//! The suite against the embedded backend.

use crate::conformance::cast::{Import, at};
use muster::model::{Allowance, Attempt, Counts, ImportRun, Phase, RunState, Timestamp};
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

/// As an earlier version leaves it: it knows nothing of days.
fn forget_days(folder: &TempDir) {
    let db = ::sled::open(folder.path().join("data/muster.sled")).unwrap();
    db.open_tree("import_days").unwrap().clear().unwrap();
    let single = db.open_tree("single").unwrap();
    let mut meta: serde_json::Value = serde_json::from_slice(&single.get("meta").unwrap().unwrap()).unwrap();
    meta.as_object_mut().unwrap().remove("counts_days").unwrap();
    single.insert("meta", serde_json::to_vec(&meta).unwrap()).unwrap();
    db.flush().unwrap();
}

#[tokio::test]
async fn a_store_of_an_earlier_version_counts_the_days_of_the_imports_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await;
    for seconds in [9, 10, 90_000] {
        let Import { lease, run, .. } = Import::begin(&store).await;
        let counts = Counts { added: 4, skipped: 2, ..Counts::default() };
        let run = ImportRun { state: RunState::Done, phase: Phase::Applying, counts, ..run };
        let run = ImportRun { finished_at: Some(at(seconds)), ..run };
        store.end_run(lease, &run, None).await.unwrap();
        store.release_lease(lease).await.unwrap();
    }
    let days = store.import_days(None, time::Date::MIN).await.unwrap();
    assert_eq!((days.len(), days[0].added, days[0].skipped), (2, 8, 2));
    store.flush().await.unwrap();
    drop(store);
    forget_days(&folder);
    // And again: what is counted is not counted twice.
    for _ in 0..2 {
        let store = open(&folder).await;
        assert_eq!(store.import_days(None, time::Date::MIN).await.unwrap(), days);
    }
}
