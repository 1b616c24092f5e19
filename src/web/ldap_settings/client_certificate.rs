//! Which private key goes with the typed client certificate. Looked at before anything is dialed.
//!
//! A key never leaves the panel, also not when it is used: so the stored one may be used for another
//! server, as long as it is the key of the certificate.

use super::super::context::Context;
use super::super::form::Errors;
use super::form::SettingsForm;
use super::password;
use crate::language::{failure_message, failure_remedy, t};
use crate::ldap;
use crate::model::*;
use crate::monitor::CLIENT_KEY_PLACE;
use secrecy::{ExposeSecret, SecretString};

const FIELD: &str = "client_key";

/// The key, sealed; `None` where there is no client certificate, or with messages beside the fields.
pub(super) fn key(
    context: &Context,
    form: &SettingsForm,
    settings: &LdapSettings,
    stored: Option<&Directory>,
    errors: &mut Errors,
) -> Option<SealedSecret> {
    let typed = form.client_key.expose_secret().trim();
    let Some(certificate) = &settings.client_certificate else {
        if !typed.is_empty() {
            errors.add("client_certificate", t!("ldap-client-key-alone"));
        }
        return None;
    };
    if !typed.is_empty() {
        let typed: SecretString = typed.to_owned().into();
        errors.take(FIELD, ldap::fit_client_key(&typed, certificate))?;
        return Some(context.state.secrets.seal(CLIENT_KEY_PLACE, &typed));
    }
    if let Some(kept) = password::kept_client_key(context, form, settings, stored) {
        return Some(kept);
    }
    let Some(sealed) = stored.and_then(|stored| stored.settings.client_key.as_ref()) else {
        errors.add(FIELD, t!("ldap-client-key-missing"));
        return None;
    };
    let Ok(opened) = context.state.secrets.open(CLIENT_KEY_PLACE, sealed) else {
        let unreadable = ConnectionFailure::ClientKeyUnreadable;
        errors.add(FIELD, format!("{} {}", failure_message(&unreadable), failure_remedy(&unreadable)));
        return None;
    };
    // A renewed certificate often has the key of the one before.
    if ldap::fit_client_key(&opened, certificate).is_err() {
        errors.add(FIELD, t!("ldap-client-key-of-another"));
        return None;
    }
    Some(sealed.clone())
}
