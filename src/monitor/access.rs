//! From stored settings to what reaches the directory: their secrets, opened.

use crate::ldap::Access;
use crate::model::{
    BIND_PASSWORD_PLACE, CLIENT_KEY_PLACE, CheckReport, CheckStep, ConnectionFailure, DirectoryProblem, LdapSettings,
    StepName, StepOutcome,
};
use crate::secrets::{SecretKey, Unsealable};
use secrecy::SecretString;

/// Opens the stored secrets of these settings.
pub(crate) fn open_access(secrets: &SecretKey, settings: &LdapSettings) -> Result<Access, DirectoryProblem> {
    match secrets.open(BIND_PASSWORD_PLACE, &settings.bind_password) {
        Ok(bind_password) => open_access_with(secrets, settings, bind_password),
        Err(error) => Err(unreadable(ConnectionFailure::SecretUnreadable, &error)),
    }
}

/// The same with a bind password that is not, or not yet, the stored one.
pub(super) fn open_access_with(
    secrets: &SecretKey,
    settings: &LdapSettings,
    bind_password: SecretString,
) -> Result<Access, DirectoryProblem> {
    let client_key = settings.client_key.as_ref().map(|sealed| secrets.open(CLIENT_KEY_PLACE, sealed)).transpose();
    let client_key = client_key.map_err(|error| unreadable(ConnectionFailure::ClientKeyUnreadable, &error))?;
    Ok(Access { settings: settings.clone(), bind_password, client_key })
}

fn unreadable(failure: ConnectionFailure, error: &Unsealable) -> DirectoryProblem {
    DirectoryProblem { failure, details: Some(error.to_string()) }
}

/// A check that ended before anything was dialed.
pub(super) fn secret_unreadable(problem: &DirectoryProblem) -> CheckReport {
    let failed = match problem.failure {
        ConnectionFailure::ClientKeyUnreadable => StepName::Encrypt,
        _ => StepName::Bind,
    };
    let steps = StepName::ALL
        .into_iter()
        .map(|name| {
            let problem = (name == failed).then(|| problem.clone());
            let outcome = if problem.is_some() { StepOutcome::Failed } else { StepOutcome::Skipped };
            CheckStep { name, outcome, took: Default::default(), learned: vec![], problem }
        })
        .collect();
    CheckReport {
        steps,
        resolved: None,
        naming_contexts: vec![],
        people: None,
        sample: None,
        latency: Default::default(),
        lockout: None,
        shown: None,
    }
}
