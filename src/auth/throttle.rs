//! Slows guessing down, before the directory is asked. The store counts, so that a restart resets nothing and panels
//! on one store count together. Three counts must have one left, or nothing is counted and nobody is asked:
//!
//! * of the address, so that one machine cannot try everyone; a right password gives its own attempt back, so that a
//!   whole office behind one address comes in. Of IPv6 a /64 is one machine, and a /48 a larger one.
//! * of the account: after some that are free the waits grow. Browsers in which the account has signed in before
//!   ([`super::device`]) have one count together, and strangers another: they cannot keep anybody out.
//! * of both together, below the limit at which the directory locks the account ([`LetThrough`]).
//!
//! An email that nobody has is counted as everybody's, or the difference would tell. So that strangers cannot fill
//! the store with made-up emails and addresses, keys that are new while there are [`MOST`] share a small number of
//! counts: nothing that was counted is forgotten for them, and known and unknown emails fare alike.

use super::crowd::Crowd;
use crate::model::{Agent, AgentId, Allowance, Attempt, LetThrough, Tally, Timestamp};
use crate::storage::{Result, Store};
use sha2::{Digest, Sha256};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

/// Keys that are counted each by itself.
const MOST: u64 = 100_000;
/// And how many counts of each kind the others share.
const SHARED: u16 = 4_096;

/// Thirty from an address, then one every 2 seconds.
const ADDRESS: Allowance = Allowance::Steady { burst: 30, every: Duration::from_secs(2) };
/// Of all in a /48.
const SITE: Allowance = Allowance::Steady { burst: 240, every: Duration::from_millis(250) };
/// Of strangers at an account: 15 s after the third, doubled up to 10 minutes; an hour later as in the beginning.
const STRANGERS: Allowance = growing(3, 10 * 60);
/// Of browsers that the account has signed in with.
const DEVICES: Allowance = growing(5, 5 * 60);
/// How often an administrator may let somebody try once more than the directory's limit suggests.
const INDULGENCE: u32 = 1;

const fn growing(free: u32, longest: u64) -> Allowance {
    Allowance::Growing {
        free,
        first: Duration::from_secs(15),
        longest: Duration::from_secs(longest),
        quiet: Duration::from_secs(60 * 60),
    }
}

/// Counts attempts.
#[derive(Clone)]
pub(crate) struct Throttle {
    store: Store,
    crowd: Arc<Crowd>,
}

/// An attempt that may be made, and was counted.
pub(crate) struct Admitted {
    of_address: Vec<Attempt>,
    of_account: Vec<Attempt>,
}

/// What an account has to wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Wrong passwords that count at present.
    pub failures: u32,
    /// From then on strangers may try again; in the past when they may now.
    pub until: Timestamp,
    /// Also browsers in which the account has signed in before.
    pub devices_wait: bool,
}

/// Forgets every attempt at an account that no directory locks.
pub async fn begin_anew(store: &Store, agent: &Agent) -> Result<()> {
    let account = agent.email.key();
    let keys = [account_key(&account), device_key(&account), total_key(&account), code_key(agent.id)];
    store.forget_attempts(&keys).await
}

impl Throttle {
    pub(crate) fn new(store: Store) -> Throttle {
        Throttle { crowd: Arc::new(Crowd::new(MOST)), store }
    }

    /// Counts an attempt at the code of a second factor before its outcome is known, so that many at once do not slip
    /// through together; the answer is how long to wait when it must not be made.
    pub(crate) async fn admit_code(&self, agent: AgentId, address: IpAddr) -> Result<Result<Admitted, Duration>> {
        let of_account = self.shared(vec![(code_key(agent), STRANGERS)]).await?;
        self.take(Admitted { of_address: self.of_address(address).await?, of_account }).await
    }

    /// The same for a password: the account's count is the one of strangers or of devices, and where there is a
    /// `limit` both together stay below it.
    pub(super) async fn admit(
        &self,
        account: &str,
        address: IpAddr,
        by_device: bool,
        limit: Option<LetThrough>,
    ) -> Result<Result<Admitted, Duration>> {
        let (key, allowance) =
            if by_device { (device_key(account), DEVICES) } else { (account_key(account), STRANGERS) };
        let mut wanted = vec![(key, allowance)];
        if let Some(limit) = limit {
            wanted.push((total_key(account), together(limit, by_device)));
        }
        let of_account = self.shared(wanted).await?;
        self.take(Admitted { of_address: self.of_address(address).await?, of_account }).await
    }

    async fn take(&self, admitted: Admitted) -> Result<Result<Admitted, Duration>> {
        let all: Vec<Attempt> = admitted.of_address.iter().chain(&admitted.of_account).cloned().collect();
        let wait = self.store.take_attempts(&all, Timestamp::now_utc()).await?;
        Ok(wait.map_or(Ok(admitted), Err))
    }

    /// It was right: the account begins anew, for this kind of browser and at the directory, which has forgotten
    /// failures as well; and the address gets this one back, so that nobody buys guesses with an account of their own.
    pub(super) async fn right(&self, admitted: &Admitted) -> Result<()> {
        // A count that others share is not this account's to forget.
        let (shared, own): (Vec<&Attempt>, Vec<&Attempt>) =
            admitted.of_account.iter().partition(|attempt| is_bucket(&attempt.key));
        let keys: Vec<String> = own.into_iter().map(|attempt| attempt.key.clone()).collect();
        self.store.forget_attempts(&keys).await?;
        let back: Vec<Attempt> = admitted.of_address.iter().chain(shared).cloned().collect();
        self.store.give_attempts_back(&back).await
    }

    /// Nobody has judged the password: it does not count against the account. It does against the address, whose
    /// work it was.
    pub(super) async fn not_judged(&self, admitted: &Admitted) -> Result<()> {
        self.store.give_attempts_back(&admitted.of_account).await
    }

    /// The password was right, and the directory does not let the account in: no guess, but no sign-in that would
    /// have the directory forget failures.
    pub(super) async fn known(&self, admitted: &Admitted) -> Result<()> {
        let all: Vec<Attempt> = admitted.of_address.iter().chain(&admitted.of_account).cloned().collect();
        self.store.give_attempts_back(&all).await
    }

    /// What an account has to wait for; `None` when there is nothing.
    pub(super) async fn waiting(&self, account: &str, limit: Option<LetThrough>) -> Result<Option<Waiting>> {
        let now = Timestamp::now_utc();
        let keys = [account_key(account), device_key(account), total_key(account)];
        let tallies = self.store.tallies(&keys).await?;
        let tallies: Vec<Option<Tally>> =
            tallies.into_iter().map(|tally| tally.filter(|tally| tally.until > now)).collect();
        let [of_strangers, of_devices, of_both] = tallies[..] else { return Ok(None) };
        let count = |tally: Option<Tally>| tally.map_or(0, |tally| tally.count);
        let failures = count(of_both).max(count(of_strangers) + count(of_devices));
        let by_limit = |by_device| limit.map_or(Duration::ZERO, |limit| together(limit, by_device).wait(of_both, now));
        let wait = STRANGERS.wait(of_strangers, now).max(by_limit(false));
        let devices_wait = !DEVICES.wait(of_devices, now).max(by_limit(true)).is_zero();
        Ok((failures > 0).then_some(Waiting { failures, until: now + wait, devices_wait }))
    }

    /// An administrator lets an account try at once. What the directory has counted stays counted there: once until it
    /// forgets, one more attempt is let through than its limit suggests. Answers whether there is one.
    pub(super) async fn unlock(&self, account: &str, limit: Option<LetThrough>) -> Result<bool> {
        self.store.forget_attempts(&[account_key(account), device_key(account)]).await?;
        let (Some(limit), now) = (limit, Timestamp::now_utc()) else { return Ok(true) };
        let key = total_key(account);
        let tally = self.store.tallies(std::slice::from_ref(&key)).await?.pop().flatten();
        let taken = tally.filter(|tally| tally.until > now).map_or(0, |tally| tally.count);
        let too_many = (taken + 1).saturating_sub(limit.strangers);
        if too_many == 0 {
            return Ok(true);
        }
        let indulgence = Allowance::Run { most: INDULGENCE, window: limit.window };
        let indulgence = Attempt { key: format!("indulgence:{}", digest(account)), allowance: indulgence };
        if self.store.take_attempts(&[indulgence], now).await?.is_some() {
            return Ok(false);
        }
        let one = Attempt { key, allowance: together(limit, false) };
        for _ in 0..too_many {
            self.store.give_attempts_back(std::slice::from_ref(&one)).await?;
        }
        Ok(true)
    }

    async fn of_address(&self, address: IpAddr) -> Result<Vec<Attempt>> {
        let of = |kind, bits, allowance| (format!("{kind}:{}", digest(&network(address, bits))), allowance);
        let mut wanted = vec![of("address", 64, ADDRESS)];
        if address.to_canonical().is_ipv6() {
            // A kind of its own, also where counts are shared.
            wanted.push(of("site", 48, SITE));
        }
        self.shared(wanted).await
    }

    async fn shared(&self, wanted: Vec<(String, Allowance)>) -> Result<Vec<Attempt>> {
        let (keys, allowances): (Vec<String>, Vec<Allowance>) = wanted.into_iter().unzip();
        let keys = self.keys(keys).await?;
        Ok(keys.into_iter().zip(allowances).map(|(key, allowance)| Attempt { key, allowance }).collect())
    }

    /// The keys to count under: where there are too many already, new ones share.
    async fn keys(&self, keys: Vec<String>) -> Result<Vec<String>> {
        if !self.crowd.is_too_large(&self.store).await? {
            return Ok(keys);
        }
        let known = self.store.tallies(&keys).await?;
        Ok(keys.into_iter().zip(known).map(|(key, tally)| if tally.is_some() { key } else { bucket(&key) }).collect())
    }
}

/// A window of at least that of the limit, and how many of both kinds may be in it.
fn together(limit: LetThrough, by_device: bool) -> Allowance {
    Allowance::Run { most: if by_device { limit.all } else { limit.strangers }, window: limit.window }
}

/// A digest: what was typed as the email may be a password by mistake, and is not to be stored.
fn account_key(account: &str) -> String {
    format!("account:{}", digest(account))
}

fn device_key(account: &str) -> String {
    format!("device:{}", digest(account))
}

fn total_key(account: &str) -> String {
    format!("total:{}", digest(account))
}

/// Not of the kind of typed emails: nobody can name an account so that these are counted.
fn code_key(agent: AgentId) -> String {
    format!("code:{}", digest(&agent.to_string()))
}

fn is_bucket(key: &str) -> bool {
    key.contains(":#")
}

/// The count that a key shares with others of its kind.
fn bucket(key: &str) -> String {
    let (kind, rest) = key.split_once(':').unwrap_or((key, ""));
    let number = rest.get(..4).and_then(|hex| u16::from_str_radix(hex, 16).ok()).unwrap_or_default();
    format!("{kind}:#{}", number % SHARED)
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One customer of a provider has a whole /64 of IPv6, a company a /48.
fn network(address: IpAddr, bits: u8) -> String {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            let d = if bits == 64 { d } else { 0 };
            format!("{}/{bits}", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4.to_string(),
    }
}

#[cfg(test)]
mod tests;
