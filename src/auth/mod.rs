//! Who may come in.

pub mod local_password;
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use secrecy::SecretString;
use std::net::IpAddr;
use std::time::Duration;

/// Why someone did not come in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown email, wrong password, not allowed: told apart only in the log.
    #[error("Email or password is not right.")]
    Wrong,
    /// The directory cannot be asked; said alike for every email that is no local account.
    #[error("The company directory cannot be reached at the moment. Try again in a few minutes.")]
    DirectoryUnreachable,
    /// Too many attempts.
    #[error("Too many attempts. Try again in a little while.")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Signs people in.
#[derive(Clone)]
pub struct SignIn {
    store: Store,
    secrets: SecretKey,
}

impl SignIn {
    /// With an empty throttle.
    pub fn new(store: Store, secrets: SecretKey) -> SignIn {
        SignIn { store, secrets }
    }

    /// Finds the agent and verifies the password: a local one here, an LDAP one by a bind.
    pub async fn sign_in(&self, email: &str, password: &SecretString, address: IpAddr) -> Result<Agent, SignInError> {
        let _ = (&self.store, &self.secrets, email, password, address);
        Err(SignInError::Wrong)
    }

    /// Forgets throttle entries that no longer matter; called by a job.
    pub fn sweep(&self) {}
}
