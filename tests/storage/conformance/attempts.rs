use super::cast::*;
use futures::future::join_all;
use muster::model::{Allowance, Attempt, Timestamp};
use muster::storage::*;
use std::time::Duration;

const FIVE: Allowance = Allowance::Steady { burst: 5, every: Duration::from_secs(20) };
const RUN: Allowance = Allowance::Run { most: 3, window: Duration::from_secs(1_800) };

fn attempt(key: &str, allowance: Allowance) -> Attempt {
    Attempt { key: key.into(), allowance }
}

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

async fn take(store: &Store, key: &str, at: Timestamp) -> Option<Duration> {
    store.take_attempts(&[attempt(key, FIVE)], at).await.unwrap()
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
    store.give_attempts_back(&[attempt("a", FIVE)]).await.unwrap();
    exhaust(&store, "a", at(0)).await;
    assert_eq!(take(&store, "a", at(0)).await, seconds(20), "what nobody took is not given back");
    store.give_attempts_back(&[attempt("a", FIVE)]).await.unwrap();
    assert_eq!(take(&store, "a", at(0)).await, None);
    assert_eq!(take(&store, "a", at(0)).await, seconds(20));
}

pub(crate) async fn a_forgotten_key_begins_anew(store: Store) {
    exhaust(&store, "a", at(0)).await;
    exhaust(&store, "b", at(0)).await;
    store.forget_attempts(&keys(&["a", "c"])).await.unwrap();
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

pub(crate) async fn of_several_keys_all_are_taken_or_none(store: Store) {
    let both = [attempt("b", FIVE), attempt("a", RUN)];
    for _ in 0..3 {
        assert_eq!(store.take_attempts(&both, at(0)).await.unwrap(), None);
    }
    for _ in 0..3 {
        assert_eq!(store.take_attempts(&both, at(0)).await.unwrap(), seconds(1_800), "the longer wait");
    }
    assert_eq!(store.tallies(&keys(&["b"])).await.unwrap()[0].unwrap().count, 3);
    assert_eq!([take(&store, "b", at(0)).await, take(&store, "b", at(0)).await], [None, None]);
    store.give_attempts_back(&both).await.unwrap();
    assert_eq!(store.take_attempts(&both, at(0)).await.unwrap(), None);
    let new = [attempt("a", RUN), attempt("new", FIVE)];
    assert!(store.take_attempts(&new, at(0)).await.unwrap().is_some());
    assert_eq!(store.tallies(&keys(&["new"])).await.unwrap(), [None], "nothing is noted of what is refused");
}

pub(crate) async fn tallies_are_answered_in_the_order_of_the_keys(store: Store) {
    assert_eq!(store.count_attempts().await.unwrap(), 0);
    take(&store, "b", at(0)).await;
    store.take_attempts(&[attempt("a", RUN)], at(5)).await.unwrap();
    store.take_attempts(&[attempt("a", RUN)], at(7)).await.unwrap();
    let tallies = store.tallies(&keys(&["c", "a", "b"])).await.unwrap();
    assert_eq!(tallies[0], None);
    let of_a = tallies[1].unwrap();
    assert_eq!((of_a.count, of_a.last, of_a.until), (2, at(7), at(1_807)));
    let of_b = tallies[2].unwrap();
    assert_eq!((of_b.count, of_b.last, of_b.until), (1, at(0), at(20)));
    assert_eq!(store.count_attempts().await.unwrap(), 2);
    store.give_attempts_back(&[attempt("b", FIVE), attempt("c", FIVE)]).await.unwrap();
    assert_eq!(store.count_attempts().await.unwrap(), 1);
    store.forget_attempts(&keys(&["a"])).await.unwrap();
    assert_eq!(store.count_attempts().await.unwrap(), 0);
}

/// Two that are taken together in either order do not wait for each other.
pub(crate) async fn many_who_want_the_same_keys_in_any_order_all_get_an_answer(store: Store) {
    let wide = Allowance::Steady { burst: 1_000, every: Duration::from_secs(20) };
    let at_once = (0..60).map(|n| {
        let store = store.clone();
        let mut wanted: Vec<Attempt> = ["a", "b", "c"].map(|key| attempt(key, wide)).into();
        wanted.rotate_left(n % 3);
        tokio::spawn(async move {
            // One that others make and delete meanwhile.
            store.take_attempts(&[attempt("0", wide), attempt("b2", wide)], at(0)).await.unwrap();
            store.forget_attempts(&keys(&["b2", "0"])).await.unwrap();
            assert_eq!(store.take_attempts(&wanted, at(0)).await.unwrap(), None);
            if n % 2 == 0 {
                store.give_attempts_back(&wanted).await.unwrap();
            }
        })
    });
    join_all(at_once).await.into_iter().for_each(|done| done.unwrap());
    let tallies = store.tallies(&keys(&["a", "b", "c"])).await.unwrap();
    assert!(tallies.iter().all(|tally| tally.is_some_and(|tally| tally.count == 30)), "{tallies:?}");
}
