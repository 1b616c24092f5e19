use super::cast::*;
use futures::future::join_all;
use muster::model::{Allowance, Timestamp};
use muster::storage::*;
use std::time::Duration;

const FIVE: Allowance = Allowance { burst: 5, every: Duration::from_secs(20) };

async fn take(store: &Store, key: &str, at: Timestamp) -> Option<Duration> {
    store.take_attempt(key, FIVE, at).await.unwrap()
}

/// Takes all five.
async fn exhaust(store: &Store, key: &str, at: Timestamp) {
    for n in 1..=5 {
        assert_eq!(take(store, key, at).await, None, "{n}");
    }
}

fn seconds(seconds: u64) -> Option<Duration> {
    Some(Duration::from_secs(seconds))
}

pub(crate) async fn after_a_burst_there_is_one_every_so_often(store: Store) {
    exhaust(&store, "a", at(0)).await;
    assert_eq!(take(&store, "a", at(0)).await, seconds(20));
    assert_eq!(take(&store, "a", at(19)).await, seconds(1), "what is refused does not count");
    assert_eq!(take(&store, "a", at(20)).await, None);
    assert_eq!(take(&store, "a", at(20)).await, seconds(20));
    exhaust(&store, "a", at(1_000)).await;
    assert_eq!(take(&store, "a", at(1_000)).await, seconds(20), "no more than the burst after a long rest");
}

pub(crate) async fn every_key_has_its_own_attempts(store: Store) {
    let longest = ["k".repeat(79) + "a", "k".repeat(79) + "b"];
    for key in ["account:a", "account:A", "address:a", longest[0].as_str(), longest[1].as_str()] {
        exhaust(&store, key, at(0)).await;
        assert_eq!(take(&store, key, at(0)).await, seconds(20));
    }
}

pub(crate) async fn of_many_attempts_at_once_exactly_the_burst_is_let_through(store: Store) {
    for key in ["a", "b"] {
        let at_once = (0..40).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { take(&store, key, at(0)).await })
        });
        let answers: Vec<_> = join_all(at_once).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(answers.iter().filter(|wait| wait.is_none()).count(), 5, "{answers:?}");
        assert!(answers.iter().all(|wait| wait.is_none() || *wait == seconds(20)), "{answers:?}");
    }
}

pub(crate) async fn an_attempt_that_is_given_back_can_be_made_again(store: Store) {
    store.give_attempt_back("a", FIVE).await.unwrap();
    exhaust(&store, "a", at(0)).await;
    assert_eq!(take(&store, "a", at(0)).await, seconds(20), "what nobody took is not given back");
    store.give_attempt_back("a", FIVE).await.unwrap();
    assert_eq!(take(&store, "a", at(0)).await, None);
    assert_eq!(take(&store, "a", at(0)).await, seconds(20));
}

pub(crate) async fn a_forgotten_key_begins_anew(store: Store) {
    exhaust(&store, "a", at(0)).await;
    exhaust(&store, "b", at(0)).await;
    store.forget_attempts("a").await.unwrap();
    store.forget_attempts("c").await.unwrap();
    exhaust(&store, "a", at(0)).await;
    assert_eq!(take(&store, "b", at(0)).await, seconds(20));
}

pub(crate) async fn a_sweep_deletes_what_was_made_up_for_and_frees_nobody(store: Store) {
    for n in 0..600 {
        assert_eq!(take(&store, &format!("once {n}"), at(0)).await, None);
    }
    exhaust(&store, "a", at(0)).await;
    assert_eq!(store.sweep_attempts(at(19)).await.unwrap(), 0);
    assert_eq!(store.sweep_attempts(at(20)).await.unwrap(), 600);
    assert_eq!(take(&store, "a", at(20)).await, None);
    assert_eq!(take(&store, "a", at(20)).await, seconds(20));
    assert_eq!(store.sweep_attempts(at(119)).await.unwrap(), 0);
    assert_eq!(store.sweep_attempts(at(120)).await.unwrap(), 1);
}

pub(crate) async fn a_clock_set_back_locks_nobody_out_for_longer_than_the_burst(store: Store) {
    for back in [1, 50, 79, 80, 81, 3_600, 100_000_000] {
        let (key, now) = (format!("{back} s"), at(-back));
        exhaust(&store, &key, at(0)).await;
        let wait = take(&store, &key, now).await.unwrap_or_default();
        assert!(wait <= Duration::from_secs(100), "{key}: {wait:?}");
        if !wait.is_zero() {
            assert_eq!(take(&store, &key, now + wait).await, None, "{key}");
        }
        assert_eq!(take(&store, &key, now + wait).await, seconds(20), "{key}: nor is anyone let in more often");
    }
}
