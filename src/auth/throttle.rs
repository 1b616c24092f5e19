//! Slows guessing down, before the directory is asked: by account, so that no account is locked
//! there, and by address, so that one machine cannot try everyone.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Longer keys are no email address (RFC 5321) and share one entry.
const LONGEST_KEY: usize = 254;

pub(super) struct Throttle {
    accounts: Limit<String>,
    addresses: Limit<IpAddr>,
}

impl Throttle {
    /// Five attempts at an account, then one every 20 seconds; thirty from an address, then one
    /// every 2 seconds.
    pub(super) fn new() -> Throttle {
        Throttle { accounts: Limit::new(5, Duration::from_secs(20)), addresses: Limit::new(30, Duration::from_secs(2)) }
    }

    /// Counts an attempt; the error is how long to wait. The address comes first: a machine that is
    /// slowed down does not use up the attempts of accounts.
    pub(super) fn attempt(&self, account: &str, address: IpAddr) -> Result<(), Duration> {
        let now = Instant::now();
        self.addresses.take(network(address), now)?;
        self.accounts.take(account_key(account), now)
    }

    /// The attempt was right: the account begins anew, and the address gets this one attempt back,
    /// so that a whole office may sign in, and nobody buys guesses with an account of their own.
    pub(super) fn succeeded(&self, account: &str, address: IpAddr) {
        self.accounts.forget(&account_key(account));
        self.addresses.give_back(&network(address));
    }

    /// Forgets whoever may try as often as a newcomer.
    pub(super) fn sweep(&self) {
        let now = Instant::now();
        self.accounts.sweep(now);
        self.addresses.sweep(now);
    }
}

/// So many at once, then one every so often, for each key (the generic cell rate algorithm). An
/// attempt counts before its outcome is known, so that many at once do not slip through together.
struct Limit<K> {
    every: Duration,
    burst: Duration,
    /// When each key will have made up for what it has used.
    made_up: Mutex<HashMap<K, Instant>>,
}

impl<K: Eq + Hash> Limit<K> {
    fn new(burst: u32, every: Duration) -> Limit<K> {
        Limit { every, burst: every * burst, made_up: Mutex::default() }
    }

    fn take(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut keys = self.keys();
        let made_up = keys.get(&key).copied().unwrap_or(now).max(now) + self.every;
        let over = made_up.duration_since(now).saturating_sub(self.burst);
        if over > Duration::ZERO {
            return Err(over);
        }
        keys.insert(key, made_up);
        Ok(())
    }

    fn give_back(&self, key: &K) {
        if let Some(made_up) = self.keys().get_mut(key) {
            *made_up = made_up.checked_sub(self.every).unwrap_or(*made_up);
        }
    }

    fn forget(&self, key: &K) {
        self.keys().remove(key);
    }

    fn sweep(&self, now: Instant) {
        let mut keys = self.keys();
        keys.retain(|_, made_up| *made_up > now);
        keys.shrink_to_fit();
    }

    fn keys(&self) -> MutexGuard<'_, HashMap<K, Instant>> {
        self.made_up.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn account_key(account: &str) -> String {
    if account.len() > LONGEST_KEY { String::new() } else { account.to_owned() }
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

    fn from(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    #[test]
    fn the_sixth_attempt_at_an_account_waits_wherever_it_comes_from() {
        let throttle = Throttle::new();
        for n in 1..=5 {
            assert_eq!(throttle.attempt("anna@x", from(&format!("192.0.2.{n}"))), Ok(()));
        }
        let wait = throttle.attempt("anna@x", from("192.0.2.9")).unwrap_err();
        assert!(wait > Duration::from_secs(15) && wait <= Duration::from_secs(20), "{wait:?}");
        assert_eq!(throttle.attempt("bert@x", from("192.0.2.9")), Ok(()));
    }

    #[test]
    fn one_machine_cannot_try_everyone() {
        let throttle = Throttle::new();
        for n in 0..30 {
            assert_eq!(throttle.attempt(&format!("{n}@x"), from("2001:db8::1")), Ok(()));
        }
        assert!(throttle.attempt("30@x", from("2001:db8::2")).is_err(), "its neighbour is the same machine");
        assert_eq!(throttle.attempt("30@x", from("2001:db8:0:1::1")), Ok(()));
    }

    #[test]
    fn who_signs_in_rightly_is_never_slowed_down_and_frees_no_other_account() {
        let throttle = Throttle::new();
        for n in 0..100 {
            assert_eq!(throttle.attempt("anna@x", from("192.0.2.1")), Ok(()), "{n}");
            throttle.succeeded("anna@x", from("192.0.2.1"));
        }
        while throttle.attempt("bert@x", from("192.0.2.1")).is_ok() {}
        throttle.succeeded("anna@x", from("192.0.2.1"));
        assert!(throttle.attempt("bert@x", from("192.0.2.1")).is_err());
    }

    #[test]
    fn sweeping_frees_nobody_early() {
        let throttle = Throttle::new();
        while throttle.attempt("anna@x", from("192.0.2.1")).is_ok() {}
        throttle.sweep();
        assert!(throttle.attempt("anna@x", from("192.0.2.1")).is_err());
    }
}
