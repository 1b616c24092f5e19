//! Browsers in which an agent has signed in before ("device cookies", OWASP). Such a browser carries a sealed proof,
//! good for nothing but a count of attempts of its own: a stranger who guesses cannot keep its owner out.
//!
//! A proof is of one account, and of one password of a local one. It ends after [`LASTS`], and when an administrator
//! has all of an agent's browsers forgotten.

use crate::model::{Agent, AgentId, Allowance, Attempt, SealedSecret, Timestamp};
use crate::secrets::SecretKey;
use crate::storage::{Result, Store};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::time::Duration;

/// How long a browser is remembered without a sign-in.
pub const LASTS: Duration = Duration::from_secs(180 * 24 * 60 * 60);
/// Agents that one browser is remembered for: who came last.
const AGENTS: usize = 4;
/// Where the proof is sealed for.
const PLACE: &str = "device cookie";
/// Between one proof and the next in a cookie; base64 has no such character.
const BETWEEN: char = '.';

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Proof {
    agent: AgentId,
    /// Tells passwords of a local account apart, and is nothing that one could be guessed by without the key.
    password: String,
    /// Unix seconds.
    at: i64,
}

/// The cookie of a browser in which `agent` has just signed in, made of the one that it came with.
pub(super) fn remember(secrets: &SecretKey, cookie: &str, agent: &Agent, now: Timestamp) -> String {
    let proof = Proof { agent: agent.id, password: password_of(secrets, agent), at: now.unix_timestamp() };
    let json = SecretString::from(serde_json::to_string(&proof).unwrap_or_default());
    let others =
        cookie.split(BETWEEN).filter(|sealed| open(secrets, sealed).is_some_and(|known| known.agent != agent.id));
    let all: Vec<String> =
        std::iter::once(secrets.seal(PLACE, &json).0).chain(others.map(str::to_owned)).take(AGENTS).collect();
    all.join(&BETWEEN.to_string())
}

/// Whether the cookie shows that `agent` has signed in in this browser.
pub(super) async fn is_known(
    store: &Store,
    secrets: &SecretKey,
    cookie: &str,
    agent: &Agent,
    now: Timestamp,
) -> Result<bool> {
    let proof = cookie.split(BETWEEN).take(AGENTS).filter_map(|sealed| open(secrets, sealed));
    let Some(proof) = proof.into_iter().find(|proof| proof.agent == agent.id) else { return Ok(false) };
    let age = now.unix_timestamp() - proof.at;
    let is_fresh = age < i64::try_from(LASTS.as_secs()).unwrap_or(i64::MAX) && age > -3_600;
    if !is_fresh || proof.password != password_of(secrets, agent) {
        return Ok(false);
    }
    let forgotten = store.tallies(&[forgotten_key(agent.id)]).await?.pop().flatten();
    Ok(forgotten.is_none_or(|tally| proof.at > tally.last.unix_timestamp()))
}

/// No proof of before counts any more. Kept among the attempts for as long as one could.
pub(super) async fn forget_all(store: &Store, agent: AgentId, now: Timestamp) -> Result<()> {
    let key = forgotten_key(agent);
    let once = Allowance::Run { most: u32::MAX, window: LASTS };
    store.take_attempts(&[Attempt { key, allowance: once }], now).await.map(drop)
}

fn forgotten_key(agent: AgentId) -> String {
    format!("forgotten:{agent}")
}

fn open(secrets: &SecretKey, sealed: &str) -> Option<Proof> {
    let json = secrets.open(PLACE, &SealedSecret(sealed.to_owned())).ok()?;
    serde_json::from_str(json.expose_secret()).ok()
}

fn password_of(secrets: &SecretKey, agent: &Agent) -> String {
    let Some(hash) = &agent.password_hash else { return String::new() };
    let key = secrets.derive("password of a device cookie");
    let digest = Sha256::new().chain_update(key).chain_update(hash.as_bytes()).finalize();
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::test_store::{TestStore, agent};
    use std::sync::Arc;
    use time::macros::datetime;

    const NOW: Timestamp = datetime!(2026-11-26 12:00 UTC);

    async fn knows(store: &Store, secrets: &SecretKey, cookie: &str, agent: &Agent, now: Timestamp) -> bool {
        is_known(store, secrets, cookie, agent, now).await.unwrap()
    }

    #[tokio::test]
    async fn a_browser_is_known_for_its_agents_only_and_not_for_ever() {
        let (store, key): (Store, _) = (Arc::new(TestStore::default()), SecretKey::random());
        let (anna, bert) = (agent("anna", None), agent("bert", None));
        let cookie = remember(&key, "", &anna, NOW);
        assert!(knows(&store, &key, &cookie, &anna, NOW).await);
        assert!(!knows(&store, &key, &cookie, &bert, NOW).await);
        assert!(!knows(&store, &SecretKey::random(), &cookie, &anna, NOW).await);
        assert!(!knows(&store, &key, &cookie, &anna, NOW + LASTS).await);
        assert!(!knows(&store, &key, "made.up", &anna, NOW).await && !knows(&store, &key, "", &anna, NOW).await);
        let both = remember(&key, &cookie, &bert, NOW);
        assert!(knows(&store, &key, &both, &anna, NOW).await && knows(&store, &key, &both, &bert, NOW).await);
        let mut long = both;
        for n in 0..20 {
            long = remember(&key, &long, &agent(&n.to_string(), None), NOW);
        }
        assert!(long.len() < 1_400 && !knows(&store, &key, &long, &anna, NOW).await, "{}", long.len());
    }

    #[tokio::test]
    async fn a_browser_is_forgotten_with_a_new_local_password_and_when_an_administrator_says_so() {
        let (store, key): (Store, _) = (Arc::new(TestStore::default()), SecretKey::random());
        let local = agent("anna", Some("one hash"));
        let cookie = remember(&key, "", &local, NOW);
        assert!(knows(&store, &key, &cookie, &local, NOW).await);
        let changed = Agent { password_hash: Some("another".into()), ..local.clone() };
        assert!(!knows(&store, &key, &cookie, &changed, NOW).await);

        forget_all(&store, local.id, NOW).await.unwrap();
        assert!(!knows(&store, &key, &cookie, &local, NOW).await);
        store.sweep_attempts(NOW + LASTS - Duration::from_secs(1)).await.unwrap();
        assert!(!knows(&store, &key, &cookie, &local, NOW).await);
        let later = NOW + Duration::from_secs(1);
        let cookie = remember(&key, &cookie, &local, later);
        assert!(knows(&store, &key, &cookie, &local, later).await);
        assert!(!cookie.contains("anna"));
    }
}
