//! Slows guessing down, before the directory is asked: by account, so that no account is locked
//! there, and by address, so that one machine cannot try everyone. The store counts, so that panels
//! on one store count together.

use crate::model::{Allowance, Timestamp};
use crate::storage::{Result, Store};
use sha2::{Digest, Sha256};
use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

/// Five attempts at an account, then one every 20 seconds.
const ACCOUNT: Allowance = Allowance { burst: 5, every: Duration::from_secs(20) };
/// Thirty from an address, then one every 2 seconds.
const ADDRESS: Allowance = Allowance { burst: 30, every: Duration::from_secs(2) };

#[derive(Clone)]
pub(super) struct Throttle(Store);

impl Throttle {
    pub(super) fn new(store: Store) -> Throttle {
        Throttle(store)
    }

    /// Counts an attempt before its outcome is known, so that many at once do not slip through
    /// together; the answer is how long to wait when it must not be made. The address comes first: a
    /// machine that is slowed down does not use up the attempts of accounts.
    pub(super) async fn attempt(&self, account: &str, address: IpAddr) -> Result<Option<Duration>> {
        let now = Timestamp::now_utc();
        match self.0.take_attempt(&address_key(address), ADDRESS, now).await? {
            Some(wait) => Ok(Some(wait)),
            None => self.0.take_attempt(&account_key(account), ACCOUNT, now).await,
        }
    }

    /// The attempt was right: the account begins anew, and the address gets this one attempt back,
    /// so that a whole office may sign in, and nobody buys guesses with an account of their own.
    pub(super) async fn succeeded(&self, account: &str, address: IpAddr) -> Result<()> {
        self.0.forget_attempts(&account_key(account)).await?;
        self.0.give_attempt_back(&address_key(address), ADDRESS).await
    }
}

/// A digest: what was typed as the email may be a password by mistake, and is not to be stored.
fn account_key(account: &str) -> String {
    format!("account:{}", digest(account))
}

fn address_key(address: IpAddr) -> String {
    format!("address:{}", digest(&network(address).to_string()))
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One customer of a provider has a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
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
        /// An attempt; the answer is whether it may be made.
        async fn lets(&self, account: &str, address: &str) -> bool {
            self.attempt(account, from(address)).await.unwrap().is_none()
        }
    }

    fn from(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    #[tokio::test]
    async fn the_sixth_attempt_at_an_account_waits_wherever_it_comes_from() {
        let (throttle, _) = empty();
        for n in 1..=5 {
            assert!(throttle.lets("anna@x", &format!("192.0.2.{n}")).await);
        }
        let wait = throttle.attempt("anna@x", from("192.0.2.9")).await.unwrap().unwrap();
        assert!(wait > Duration::from_secs(15) && wait <= Duration::from_secs(20), "{wait:?}");
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
        for _ in 0..5 {
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
}
