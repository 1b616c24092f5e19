//! Every sealed secret that a store keeps for good, and the place that each was sealed for. A change of the key
//! encrypts anew what is listed here: whatever else is kept sealed must be added, or it is lost then.
//!
//! A typed password that a session keeps for a while is not here: the sessions end with the key that signs them.

use super::{AgentId, Directory, LdapSettings, SecondFactor};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Where the sealed bind password belongs.
pub const BIND_PASSWORD_PLACE: &str = "ldap_settings/bind_password";

/// Where the sealed key of the client certificate belongs.
pub const CLIENT_KEY_PLACE: &str = "ldap_settings/client_key";

/// A secret as it lies in the store: encrypted, base64. `secrets` seals and opens it. An empty one was forgotten
/// with its key, and opens with none.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealedSecret(pub String);

/// A secret and its place → what is kept instead.
pub type Reseal = Arc<dyn Fn(&str, &SealedSecret) -> SealedSecret + Send + Sync>;

/// A record with sealed secrets in it.
pub trait HoldsSecrets {
    /// All of them, each with its place.
    fn secrets(&mut self) -> Vec<(String, &mut SealedSecret)>;

    /// Replaces each. Answers how many are another now.
    fn reseal(&mut self, reseal: &Reseal) -> u64 {
        let mut changed = 0;
        for (place, secret) in self.secrets().into_iter().filter(|(_, secret)| !secret.is_forgotten()) {
            let anew = reseal(&place, secret);
            changed += u64::from(anew != *secret);
            *secret = anew;
        }
        changed
    }
}

impl HoldsSecrets for LdapSettings {
    fn secrets(&mut self) -> Vec<(String, &mut SealedSecret)> {
        let bind_password = (BIND_PASSWORD_PLACE.to_owned(), &mut self.bind_password);
        let client_key = self.client_key.as_mut().map(|key| (CLIENT_KEY_PLACE.to_owned(), key));
        std::iter::once(bind_password).chain(client_key).collect()
    }
}

impl HoldsSecrets for Directory {
    fn secrets(&mut self) -> Vec<(String, &mut SealedSecret)> {
        self.settings.secrets()
    }
}

impl HoldsSecrets for (AgentId, SecondFactor) {
    fn secrets(&mut self) -> Vec<(String, &mut SealedSecret)> {
        vec![(SecondFactor::place(self.0), &mut self.1.secret)]
    }
}

impl SealedSecret {
    /// Whether there is nothing in it.
    pub fn is_forgotten(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Debug for SealedSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealedSecret([SEALED])")
    }
}
