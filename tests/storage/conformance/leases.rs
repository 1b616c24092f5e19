use super::cast::*;
use muster::storage::*;

async fn take(store: &Store, holder: &str, seconds: i64) -> Option<Lease> {
    store.take_lease(holder, at(seconds), TTL).await.unwrap()
}

pub(crate) async fn a_lease_is_exclusive_until_it_runs_out(store: Store) {
    assert!(take(&store, "one", 0).await.is_some());
    assert_eq!(take(&store, "two", 30).await, None);
    assert_eq!(take(&store, "two", 59).await, None);
    assert!(take(&store, "two", 60).await.is_some());
    assert_eq!(take(&store, "one", 61).await, None);
}

pub(crate) async fn a_later_lease_has_a_greater_token(store: Store) {
    let first = take(&store, "one", 0).await.unwrap();
    let again = take(&store, "one", 1).await.unwrap();
    assert!(again.token > first.token, "also for the same holder");
    store.release_lease(again).await.unwrap();
    assert!(take(&store, "two", 2).await.unwrap().token > again.token);
}

pub(crate) async fn a_lease_that_was_taken_over_is_lost(store: Store) {
    let first = take(&store, "one", 0).await.unwrap();
    let second = take(&store, "two", 100).await.unwrap();
    assert!(matches!(store.renew_lease(first, at(101), TTL).await, Err(StorageError::LeaseLost)));
    store.release_lease(first).await.unwrap();
    assert_eq!(take(&store, "three", 102).await, None, "the lost one frees nothing");
    store.renew_lease(second, at(103), TTL).await.unwrap();
}

pub(crate) async fn a_lease_that_was_given_back_is_free(store: Store) {
    let first = take(&store, "one", 0).await.unwrap();
    store.release_lease(first).await.unwrap();
    assert!(matches!(store.renew_lease(first, at(1), TTL).await, Err(StorageError::LeaseLost)));
    let import = Import::begin(&store).await;
    store.release_lease(import.lease).await.unwrap();
    assert!(matches!(import.apply(&[]).await, Err(StorageError::LeaseLost)));
    assert!(take(&store, "two", 1).await.is_some());
}

pub(crate) async fn a_renewed_lease_lasts_longer(store: Store) {
    let first = take(&store, "one", 0).await.unwrap();
    store.renew_lease(first, at(50), TTL).await.unwrap();
    assert_eq!(take(&store, "two", 109).await, None);
    assert!(take(&store, "two", 110).await.is_some());
}

pub(crate) async fn a_lease_of_a_wrong_clock_keeps_nobody_waiting(store: Store) {
    assert!(take(&store, "a year ahead", 31_536_000).await.is_some());
    let taken = take(&store, "two", 0).await.unwrap();
    store.renew_lease(taken, at(1), TTL).await.unwrap();
    assert_eq!(take(&store, "three", 2).await, None);
}
