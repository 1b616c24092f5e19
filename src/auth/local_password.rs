//! Passwords of local accounts: argon2id, with OWASP's parameters (19 MiB, two passes, one lane).

use super::guessable;
use super::places::Places;
use crate::model::Invalid;
use crate::storage::StorageError;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use std::sync::LazyLock;
use std::time::Duration;

const SHORTEST: usize = 10;
const LONGEST_BYTES: usize = 1_024;

/// Each takes 19 MiB and a core for a while: more at once would let sign-in attempts crowd out the
/// rest.
static PLACES: LazyLock<Places> = LazyLock::new(|| Places::new(2, 64, Duration::from_secs(20)));

/// So many wait already that no more are taken on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being looked at already")]
pub struct Busy;

/// At least 10 characters, at most 1,024 bytes, and nothing that is soon guessed by whoever knows the words `about` the
/// owner: their name and address, and the panel's host.
pub fn check_strength(password: &SecretString, about: &[&str]) -> Result<(), Invalid> {
    let text = password.expose_secret();
    if text.len() > LONGEST_BYTES {
        return Err(Invalid::new("A password has at most 1,024 bytes. Choose a shorter one."));
    }
    if text.chars().count() < SHORTEST {
        return Err(Invalid::new("A password has at least 10 characters. Choose a longer one."));
    }
    if text.chars().all(|c| text.starts_with(c)) {
        return Err(Invalid::new("A password is not one character over and over. Choose another one."));
    }
    guessable::check(text, about)
}

/// The argon2id PHC string. Slow on purpose; runs on a blocking thread, at most two at a time.
pub async fn hash(password: &SecretString) -> Result<String, StorageError> {
    let password = password.clone();
    let hashed = on_blocking_thread(move || {
        let salt = SaltString::generate(&mut OsRng);
        hasher()?.hash_password(password.expose_secret().as_bytes(), &salt).map(|hash| hash.to_string())
    })
    .await;
    match hashed {
        Some(Ok(hash)) => Ok(hash),
        Some(Err(error)) => Err(StorageError::Failed(format!("the password could not be hashed: {error}"))),
        None => Err(StorageError::Failed(
            "the password could not be hashed: too many at once, or the panel is stopping".into(),
        )),
    }
}

/// Whether it is the password of this hash; not, where too many wait already. Runs on a blocking thread.
pub async fn verify(password: &SecretString, hash: &str) -> bool {
    try_verify(password, hash).await == Ok(true)
}

/// [`verify`], for those who can say that there are too many.
pub(super) async fn try_verify(password: &SecretString, hash: &str) -> Result<bool, Busy> {
    if password.expose_secret().len() > LONGEST_BYTES {
        return Ok(false);
    }
    let (password, hash) = (password.clone(), hash.to_owned());
    let verified = on_blocking_thread(move || {
        let hash = PasswordHash::new(&hash)?;
        hasher()?.verify_password(password.expose_secret().as_bytes(), &hash)
    })
    .await;
    verified.map(|verified| verified.is_ok()).ok_or(Busy)
}

/// Takes as long as [`verify`] and answers nothing: where there is no hash, so that an answer's time
/// does not tell that there is none.
pub(super) async fn verify_nothing(password: &SecretString) -> Result<(), Busy> {
    let nobodys = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    try_verify(password, nobodys).await.map(drop)
}

fn hasher() -> argon2::password_hash::Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// `None` when too many wait already, or the runtime is stopping.
async fn on_blocking_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let permit = PLACES.take().await?;
    // The permit goes along: a caller that gives up does not free a thread that is still at work.
    let done = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        work()
    });
    done.await.ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn only_the_password_of_the_hash_is_accepted() {
        let hash = hash(&"correct horse".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(&"correct horse".into(), &hash).await);
        assert!(!verify(&"correct hors".into(), &hash).await);
        assert!(!verify(&"".into(), &hash).await);
        assert!(!verify(&"x".into(), "no hash").await);
    }

    #[tokio::test]
    async fn one_password_never_has_the_same_hash_twice() {
        assert_ne!(hash(&"correct horse".into()).await.unwrap(), hash(&"correct horse".into()).await.unwrap());
    }

    #[test]
    fn the_hash_of_nobody_can_be_verified_against() {
        let source = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let hash = PasswordHash::new(source).unwrap();
        let refused = hasher().unwrap().verify_password(b"x", &hash);
        assert_eq!(refused, Err(argon2::password_hash::Error::Password));
    }

    #[test]
    fn a_weak_password_is_refused_with_what_to_do() {
        let refused = |password: &str| check_strength(&password.into(), &[]).is_err();
        assert!(refused("short") && refused("aaaaaaaaaaaa") && refused(&"long ".repeat(300)));
        assert!(refused("password123") && !refused("ten chars!") && !refused("äöü lëßt ñiçht"));
    }
}
