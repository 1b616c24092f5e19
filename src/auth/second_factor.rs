//! The second factor of local agents: codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, the
//! period before and after too), and recovery codes for when the app is lost.
//!
//! What is accepted is spent in the store before anybody comes in: of several who send one code at once, also to
//! several panels, one is let in.

use super::local_password;
use super::throttle::Throttle;
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::time::Duration;
use totp_rs::{Algorithm, Secret, TOTP};

const PERIOD: u64 = 30;
/// Of a code's six digits.
const DIGITS: usize = 6;
/// Letters of a recovery code. The first two say which one it is, the others are 50 bits.
const LETTERS: usize = 12;
const BEGINS: usize = 2;
/// How many recovery codes there are.
const CODES: usize = 10;
/// Crockford's: without I, L, O and U, which are read as others or make words.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How often a change is tried that others come in between of.
const TRIES: usize = 5;

/// Why a code was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum CodeError {
    /// Not a code, another one, or one that was used.
    #[error("That code is not right, or was used already. Type the one that the app shows now.")]
    Wrong,
    /// Too many attempts.
    #[error("Too many attempts. Try again in a little while.")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Too many passwords and codes wait to be verified; this one was not.
    #[error("Too many are signing in at the moment. Try again in a few seconds.")]
    Busy,
    /// There is no second factor (any more).
    #[error("The second factor is off.")]
    Off,
    /// There is one already.
    #[error("The second factor is on already.")]
    On,
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// A code of the app.
    App,
    /// A recovery code.
    Recovery {
        /// How many are left.
        left: usize,
    },
}

/// Recovery codes as they are shown, once.
pub type RecoveryCodes = Vec<SecretString>;

/// Sets second factors up and verifies codes.
#[derive(Clone)]
pub struct SecondFactors {
    store: Store,
    secrets: SecretKey,
    throttle: Throttle,
}

impl SecondFactors {
    /// Attempts are counted in the store.
    pub fn new(store: Store, secrets: SecretKey) -> SecondFactors {
        SecondFactors { throttle: Throttle::new(store.clone()), store, secrets }
    }

    /// Where the secret of an agent's second factor is sealed for.
    pub fn place(agent: AgentId) -> String {
        SecondFactor::place(agent)
    }

    /// A fresh secret, in base32, as apps take it: 160 bits.
    pub fn new_secret() -> SecretString {
        Secret::Raw(rand::random::<[u8; 20]>().to_vec()).to_encoded().to_string().into()
    }

    /// Whether a code is asked of this agent.
    pub async fn is_on(&self, agent: &Agent) -> Result<bool, StorageError> {
        Ok(agent.is_local() && self.store.second_factor(agent.id).await?.is_some())
    }

    /// Switches it on, once a code shows that the app has the secret.
    pub async fn set_up(
        &self,
        agent: AgentId,
        secret: &SecretString,
        code: &SecretString,
        at: Timestamp,
    ) -> Result<RecoveryCodes, CodeError> {
        let last_step = step_of(secret, &typed(code), at, 0).ok_or(CodeError::Wrong)?;
        let (codes, recovery) = recovery_codes().await?;
        let sealed = self.secrets.seal(&SecondFactors::place(agent), secret);
        let factor = SecondFactor { secret: sealed, since: at, last_step, recovery };
        match self.store.change_second_factor(agent, None, Some(&factor)).await? {
            true => Ok(codes),
            false => Err(CodeError::On),
        }
    }

    /// Verifies a code of the app or a recovery code, and spends it.
    pub async fn verify(
        &self,
        agent: AgentId,
        code: &SecretString,
        address: IpAddr,
        at: Timestamp,
    ) -> Result<Used, CodeError> {
        // By account and not by address alone: whoever is here knows the password.
        let admitted = match self.throttle.admit_code(agent, address).await? {
            Ok(admitted) => admitted,
            Err(retry_after) => return Err(CodeError::Throttled { retry_after }),
        };
        let used = self.spend(agent, &typed(code), at).await;
        match &used {
            Ok(_) => self.throttle.right(&admitted).await?,
            Err(CodeError::Busy) => self.throttle.known(&admitted).await?,
            Err(why) => tracing::info!(%agent, %why, "second factor refused"),
        }
        used
    }

    async fn spend(&self, agent: AgentId, typed: &str, at: Timestamp) -> Result<Used, CodeError> {
        for _ in 0..TRIES {
            let before = self.store.second_factor(agent).await?.ok_or(CodeError::Off)?;
            let (used, after) = self.accept(agent, before.clone(), typed, at).await?;
            if self.store.change_second_factor(agent, Some(&before), Some(&after)).await? {
                return Ok(used);
            }
        }
        Err(CodeError::Wrong)
    }

    async fn accept(
        &self,
        agent: AgentId,
        mut factor: SecondFactor,
        typed: &str,
        at: Timestamp,
    ) -> Result<(Used, SecondFactor), CodeError> {
        if typed.len() == DIGITS {
            let secret = self.secrets.open(&SecondFactors::place(agent), &factor.secret);
            let secret = secret.map_err(|error| StorageError::Failed(error.to_string()))?;
            factor.last_step = step_of(&secret, typed, at, factor.last_step).ok_or(CodeError::Wrong)?;
            return Ok((Used::App, factor));
        }
        let named = |code: &RecoveryCode| typed.len() == LETTERS && typed.starts_with(&code.begins);
        let found = factor.recovery.iter().position(named).ok_or(CodeError::Wrong)?;
        let right = local_password::try_verify(&typed.into(), &factor.recovery[found].hash).await;
        if !right.map_err(|_| CodeError::Busy)? {
            return Err(CodeError::Wrong);
        }
        factor.recovery.remove(found);
        Ok((Used::Recovery { left: factor.recovery.len() }, factor))
    }

    /// New recovery codes instead of those that are left.
    pub async fn renew_codes(&self, agent: AgentId) -> Result<RecoveryCodes, CodeError> {
        let (codes, recovery) = recovery_codes().await?;
        for _ in 0..TRIES {
            let before = self.store.second_factor(agent).await?.ok_or(CodeError::Off)?;
            let after = SecondFactor { recovery: recovery.clone(), ..before.clone() };
            if self.store.change_second_factor(agent, Some(&before), Some(&after)).await? {
                return Ok(codes);
            }
        }
        Err(CodeError::Wrong)
    }
}

/// Switches an agent's second factor off. Answers whether it was on.
pub async fn switch_off(store: &Store, agent: AgentId) -> Result<bool, StorageError> {
    while let Some(before) = store.second_factor(agent).await? {
        if store.change_second_factor(agent, Some(&before), None).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The period of a code that is right now or was a moment ago, or will be, by a clock that is not exact; and that is
/// later than the last one that was used.
fn step_of(secret: &SecretString, code: &str, at: Timestamp, last: u64) -> Option<u64> {
    let secret = Secret::Encoded(secret.expose_secret().to_owned()).to_bytes().ok()?;
    // No tolerance: which period it is of must be known.
    let totp = TOTP::new(Algorithm::SHA1, DIGITS, 0, PERIOD, secret).ok()?;
    let now = u64::try_from(at.unix_timestamp()).ok()? / PERIOD;
    (now.saturating_sub(1)..=now + 1).find(|step| *step > last && totp.check(code, step * PERIOD))
}

/// As people type it: without spaces and dashes, in any case, with letters for the digits that they look like.
fn typed(code: &SecretString) -> String {
    let plain = code.expose_secret().chars().filter(char::is_ascii_alphanumeric).take(64);
    let letter = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    plain.map(letter).collect()
}

/// Fresh ones: as they are shown, and as they are kept.
async fn recovery_codes() -> Result<(RecoveryCodes, Vec<RecoveryCode>), StorageError> {
    let (mut shown, mut kept, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    while shown.len() < CODES {
        let bytes: [u8; LETTERS] = rand::random();
        let letters: String = bytes.map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).iter().collect();
        if !taken.insert(letters[..BEGINS].to_owned()) {
            continue;
        }
        let parts = [&letters[..4], &letters[4..8], &letters[8..]];
        shown.push(parts.join("-").into());
        let hash = local_password::hash(&letters.as_str().into()).await?;
        kept.push(RecoveryCode { begins: letters[..BEGINS].to_owned(), hash });
    }
    Ok((shown, kept))
}

#[cfg(test)]
mod tests;
