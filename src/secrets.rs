//! The panel's key: seals secrets at rest, and is the root of the cookie key.

use crate::model::SealedSecret;
use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, Generate, KeyInit, Nonce, Payload};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

mod file;

pub use file::KeyFile;

/// First byte of a sealed secret: which form it has.
const FORM: u8 = 1;
const NONCE: usize = 24;

/// 32 bytes that encrypt stored secrets and sign cookies.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<[u8; 32]>);

/// A secret that this key cannot open: another key sealed it, or it was altered.
#[derive(Debug, thiserror::Error)]
#[error("the stored secret cannot be decrypted with this key")]
pub struct Unsealable;

/// Where the key cannot be had: one sentence with the remedy.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct KeyError(pub String);

impl SecretKey {
    /// From 32 bytes in base64.
    pub fn from_base64(text: &str) -> Result<SecretKey, KeyError> {
        let wrong =
            || KeyError("MUSTER_SECRET_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32".into());
        let bytes = Zeroizing::new(STANDARD.decode(text.trim()).map_err(|_| wrong())?);
        let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| wrong())?;
        Ok(SecretKey(Zeroizing::new(bytes)))
    }

    /// A fresh key.
    pub fn random() -> SecretKey {
        SecretKey(Zeroizing::new(rand::random()))
    }

    /// As [`SecretKey::from_base64`] takes it.
    pub fn to_base64(&self) -> SecretString {
        STANDARD.encode(self.0.as_slice()).into()
    }

    /// Encrypts `secret` for `place`; only the same place opens it again.
    pub fn seal(&self, place: &str, secret: &SecretString) -> SealedSecret {
        let nonce = Nonce::<XChaCha20Poly1305>::generate();
        let message = Payload { msg: secret.expose_secret().as_bytes(), aad: place.as_bytes() };
        let mut sealed = vec![FORM];
        sealed.extend_from_slice(&nonce);
        // Fails only for messages of 256 GiB.
        sealed.extend(self.cipher().encrypt(&nonce, message).unwrap_or_default());
        SealedSecret(STANDARD.encode(sealed))
    }

    /// Decrypts what [`SecretKey::seal`] made for the same place.
    pub fn open(&self, place: &str, sealed: &SealedSecret) -> Result<SecretString, Unsealable> {
        let bytes = STANDARD.decode(&sealed.0).map_err(|_| Unsealable)?;
        if bytes.first() != Some(&FORM) || bytes.len() <= NONCE {
            return Err(Unsealable);
        }
        let nonce = Nonce::<XChaCha20Poly1305>::try_from(&bytes[1..=NONCE]).map_err(|_| Unsealable)?;
        let message = Payload { msg: &bytes[NONCE + 1..], aad: place.as_bytes() };
        let plain = self.cipher().decrypt(&nonce, message).map_err(|_| Unsealable)?;
        String::from_utf8(plain).map(SecretString::from).map_err(|_| Unsealable)
    }

    /// 64 bytes for one purpose, derived from the key.
    pub fn derive(&self, purpose: &str) -> [u8; 64] {
        let mut out = [0; 64];
        for (i, half) in out.chunks_mut(32).enumerate() {
            let mut hash = Sha256::new();
            hash.update(self.0.as_slice());
            hash.update([u8::try_from(i).unwrap_or(0)]);
            hash.update(purpose.as_bytes());
            half.copy_from_slice(&hash.finalize());
        }
        out
    }

    /// What tells this key from others and tells nothing of it.
    pub fn fingerprint(&self) -> String {
        self.derive("fingerprint").iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_secret_opens_only_with_its_key_and_in_its_place() {
        let key = SecretKey::random();
        let sealed = key.seal("here", &"s3cret".into());
        assert_eq!(key.open("here", &sealed).expect("opens").expose_secret(), "s3cret");
        assert!(key.open("there", &sealed).is_err());
        assert!(SecretKey::random().open("here", &sealed).is_err());
        assert!(key.open("here", &SealedSecret("AAAA".into())).is_err());
        assert!(!sealed.0.contains("s3cret"));
    }
}
