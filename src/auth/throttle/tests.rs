#![allow(clippy::unwrap_used)]
use super::*;
use crate::storage::{Storage, StorageError};
use crate::test_store::TestStore;
use std::sync::Arc;

/// A throttle, and what it counts in.
fn empty() -> (Throttle, Arc<TestStore>) {
    let store = Arc::new(TestStore::default());
    (Throttle::new(store.clone()), store)
}

impl Throttle {
    /// A stranger's attempt where no directory has a limit.
    async fn attempt(&self, account: &str, address: IpAddr) -> Result<Option<Duration>> {
        Ok(self.admit(account, address, false, None).await?.err())
    }

    /// That attempt was right.
    async fn succeeded(&self, account: &str, address: IpAddr) -> Result<()> {
        let of_account = self.shared(vec![(account_key(account), STRANGERS)]).await?;
        self.right(&Admitted { of_address: self.of_address(address).await?, of_account }).await
    }

    /// An attempt; the answer is whether it may be made.
    async fn lets(&self, account: &str, address: &str) -> bool {
        self.attempt(account, from(address)).await.unwrap().is_none()
    }
}

fn from(address: &str) -> IpAddr {
    address.parse().unwrap()
}

#[tokio::test]
async fn the_fourth_attempt_at_an_account_waits_wherever_it_comes_from() {
    let (throttle, _) = empty();
    for n in 1..=3 {
        assert!(throttle.lets("anna@x", &format!("192.0.2.{n}")).await);
    }
    let wait = throttle.attempt("anna@x", from("192.0.2.9")).await.unwrap().unwrap();
    assert!(wait > Duration::from_secs(10) && wait <= Duration::from_secs(15), "{wait:?}");
    assert!(throttle.lets("bert@x", "192.0.2.9").await);
}

#[tokio::test]
async fn one_machine_cannot_try_everyone() {
    let (throttle, _) = empty();
    for n in 0..30 {
        assert!(throttle.lets(&format!("{n}@x"), "2001:db8::1").await);
    }
    assert!(!throttle.lets("30@x", "2001:db8::2").await, "its neighbour is the same machine");
    assert!(throttle.lets("30@x", "2001:db8:0:1::1").await);
}

#[tokio::test]
async fn who_signs_in_rightly_is_never_slowed_down_and_frees_no_other_account() {
    let (throttle, _) = empty();
    for n in 0..100 {
        assert!(throttle.lets("anna@x", "192.0.2.1").await, "{n}");
        throttle.succeeded("anna@x", from("192.0.2.1")).await.unwrap();
    }
    while throttle.lets("bert@x", "192.0.2.1").await {}
    throttle.succeeded("anna@x", from("192.0.2.1")).await.unwrap();
    assert!(!throttle.lets("bert@x", "192.0.2.1").await);
}

#[tokio::test]
async fn a_machine_that_is_slowed_down_uses_up_no_attempts_of_accounts() {
    let (throttle, _) = empty();
    for n in 0..30 {
        assert!(throttle.lets(&format!("{n}@x"), "192.0.2.1").await);
    }
    for _ in 0..3 {
        assert!(!throttle.lets("anna@x", "192.0.2.1").await);
    }
    assert!(throttle.lets("anna@x", "192.0.2.2").await);
}

#[tokio::test]
async fn sweeping_frees_nobody_early() {
    let (throttle, store) = empty();
    while throttle.lets("anna@x", "192.0.2.1").await {}
    assert_eq!(store.sweep_attempts(Timestamp::now_utc()).await.unwrap(), 0);
    assert!(!throttle.lets("anna@x", "192.0.2.1").await);
}

#[tokio::test]
async fn panels_on_one_store_count_together() {
    let (throttle, store) = empty();
    while throttle.lets("anna@x", "192.0.2.1").await {}
    assert!(!Throttle::new(store).lets("anna@x", "192.0.2.2").await);
}

#[tokio::test]
async fn what_was_typed_is_not_stored_nor_where() {
    let (throttle, store) = empty();
    let typed = "my password ".repeat(100);
    assert!(throttle.lets(&typed, "192.0.2.1").await);
    let keys: Vec<String> = store.lock().attempts.keys().cloned().collect();
    assert_eq!(keys.len(), 2);
    for key in keys {
        assert!(key.len() <= 80 && !key.contains("password") && !key.contains("192.0.2.1"), "{key}");
    }
}

#[tokio::test]
async fn when_attempts_cannot_be_counted_none_is_let_through() {
    let (throttle, store) = empty();
    store.lock().loses_count = true;
    let answer = throttle.attempt("anna@x", from("192.0.2.1")).await;
    assert!(matches!(answer, Err(StorageError::Failed(_))), "{answer:?}");
}

const FIVE: Option<LetThrough> = Some(LetThrough { strangers: 2, all: 3, window: Duration::from_secs(32 * 60) });

impl Throttle {
    /// An attempt at an account of a directory that locks after five.
    async fn tries(&self, by_device: bool) -> Option<Admitted> {
        self.admit("anna@x", from("192.0.2.1"), by_device, FIVE).await.unwrap().ok()
    }
}

#[tokio::test]
async fn strangers_leave_one_attempt_to_those_who_were_here_before() {
    let (throttle, _) = empty();
    assert!(throttle.tries(false).await.is_some() && throttle.tries(false).await.is_some());
    assert!(throttle.tries(false).await.is_none());
    let mine = throttle.tries(true).await.unwrap();
    assert!(throttle.tries(true).await.is_none() && throttle.tries(false).await.is_none());
    // A right password has the directory forget, and the strangers' own count stays.
    throttle.right(&mine).await.unwrap();
    assert!(throttle.tries(false).await.is_some(), "two of the three that are free were taken");
    assert!(throttle.tries(false).await.is_none());
    for _ in 0..2 {
        assert!(throttle.tries(true).await.is_some());
    }
}

#[tokio::test]
async fn what_nobody_has_judged_does_not_count_against_the_account() {
    let (throttle, _) = empty();
    for _ in 0..10 {
        let admitted = throttle.tries(false).await.unwrap();
        throttle.not_judged(&admitted).await.unwrap();
    }
    assert!(throttle.waiting("anna@x", FIVE).await.unwrap().is_none());
}

#[tokio::test]
async fn an_administrator_lets_somebody_try_once_more_and_not_until_the_directory_locks() {
    let (throttle, _) = empty();
    assert!(throttle.waiting("anna@x", FIVE).await.unwrap().is_none());
    while throttle.tries(false).await.is_some() {}
    while throttle.tries(true).await.is_some() {}
    let waiting = throttle.waiting("anna@x", FIVE).await.unwrap().unwrap();
    assert!(waiting.failures == 3 && waiting.devices_wait, "{waiting:?}");
    assert!(waiting.until > Timestamp::now_utc() + Duration::from_secs(31 * 60), "{waiting:?}");
    assert!(throttle.unlock("anna@x", FIVE).await.unwrap());
    assert!(throttle.tries(false).await.is_some(), "the fourth of five");
    assert!(throttle.tries(false).await.is_none());
    assert!(!throttle.unlock("anna@x", FIVE).await.unwrap(), "the fifth would lock");
    // Without such a limit there is nothing to lock.
    while throttle.admit("bert@x", from("192.0.2.1"), false, None).await.unwrap().is_ok() {}
    for _ in 0..3 {
        assert!(throttle.unlock("bert@x", None).await.unwrap());
        assert!(throttle.admit("bert@x", from("192.0.2.1"), false, None).await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn made_up_emails_and_addresses_share_counts_once_there_are_too_many() {
    let (mut throttle, store) = empty();
    throttle.crowd = Arc::new(Crowd::new(50));
    while throttle.attempt("anna@x", from("192.0.2.1")).await.unwrap().is_none() {}
    for n in 0..200 {
        throttle.attempt(&format!("{n}@x"), from(&format!("2001:db8:{n}::1"))).await.unwrap();
    }
    throttle.crowd = Arc::new(Crowd::new(50));
    let full = store.count_attempts().await.unwrap();
    assert!(full > 50);
    for n in 0..20_000 {
        let address = Ipv6Addr::from(0x2001_0db8_u128 << 96 | n << 72).to_string();
        throttle.attempt(&format!("new {n}@x"), from(&address)).await.unwrap();
    }
    let kept = store.count_attempts().await.unwrap();
    assert!(kept <= full + 2 * u64::from(SHARED), "{kept}");
    assert!(kept < full + 12_000);
    // Nothing was forgotten for them, and nobody is free because of them.
    assert!(!throttle.lets("anna@x", "192.0.2.200").await);
}

#[tokio::test]
async fn no_typed_email_is_counted_as_somebodys_codes() {
    let (throttle, _) = empty();
    let agent = AgentId(uuid::Uuid::nil());
    while throttle.lets(&format!("code:{agent}"), "192.0.2.1").await {}
    assert!(throttle.admit_code(agent, from("192.0.2.2")).await.unwrap().is_ok());
    while throttle.admit_code(agent, from("192.0.2.2")).await.unwrap().is_ok() {}
    assert!(throttle.lets(&agent.to_string(), "192.0.2.3").await);
}

#[tokio::test]
async fn where_counts_are_shared_a_right_password_gives_back_its_own_attempt_only() {
    let store = Arc::new(TestStore::default());
    let throttle = Throttle { crowd: Arc::new(Crowd::new(0)), store: store.clone() };
    // The first look finds too many.
    let one = Attempt { key: "somebody".into(), allowance: STRANGERS };
    assert!(store.take_attempts(&[one], Timestamp::now_utc()).await.unwrap().is_none());
    let counted = |store: &TestStore| {
        let shared = store.lock().attempts.iter().filter(|(key, _)| is_bucket(key)).map(|(_, tally)| tally.count).sum();
        let shared: u32 = shared;
        shared
    };
    let before = counted(&store);
    for _ in 0..3 {
        assert!(throttle.lets("anna@x", "2001:db8::1").await);
    }
    assert!(counted(&store) > before, "no counts are shared");
    throttle.succeeded("anna@x", from("2001:db8::1")).await.unwrap();
    let of_anna = throttle.shared(vec![(account_key("anna@x"), STRANGERS)]).await.unwrap();
    let left = store.lock().attempts.get(&of_anna[0].key).map(|tally| tally.count);
    assert_eq!(left, Some(2), "the guesses of others were forgotten");
}
