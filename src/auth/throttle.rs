//! Slows guessing down, before the directory is asked: by account, so that no account is locked
//! there, and by address, so that one machine cannot try everyone.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

/// Longer keys are no email address (RFC 5321) and share one entry.
const LONGEST_KEY: usize = 254;

pub(super) struct Throttle {
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl Throttle {
    /// Five attempts at an account, then one every 20 seconds; thirty from an address, then one
    /// every 2 seconds.
    pub(super) fn new() -> Throttle {
        Throttle {
            accounts: RateLimiter::hashmap(quota(5, Duration::from_secs(20))),
            addresses: RateLimiter::hashmap(quota(30, Duration::from_secs(2))),
            clock: DefaultClock::default(),
        }
    }

    /// Counts an attempt; the error is how long to wait. The address comes first: a machine that is
    /// slowed down does not use up the attempts of accounts.
    pub(super) fn attempt(&self, account: &str, address: IpAddr) -> Result<(), Duration> {
        let now = self.clock.now();
        self.addresses.check_key(&network(address)).map_err(|later| later.wait_time_from(now))?;
        let key = if account.len() > LONGEST_KEY { String::new() } else { account.to_owned() };
        self.accounts.check_key(&key).map_err(|later| later.wait_time_from(now))
    }

    /// Forgets whoever may try as often as a newcomer.
    pub(super) fn sweep(&self) {
        self.accounts.retain_recent();
        self.accounts.shrink_to_fit();
        self.addresses.retain_recent();
        self.addresses.shrink_to_fit();
    }
}

fn quota(burst: u32, then_every: Duration) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(then_every).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst)
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
    fn sweeping_frees_nobody_early() {
        let throttle = Throttle::new();
        while throttle.attempt("anna@x", from("192.0.2.1")).is_ok() {}
        throttle.sweep();
        assert!(throttle.attempt("anna@x", from("192.0.2.1")).is_err());
    }
}
