//! Which bind password goes with the typed settings, and whether the administrator may point it
//! there.
//!
//! A password that was stored or typed for one server must not be sent to another by whoever finds a
//! panel signed in. So: when host, port, security, CA or user change, the bind password is typed
//! again, and, where settings were stored, the administrator's own as well. The client certificate counts
//! as the user does. What was typed is kept
//! encrypted in the session for ten minutes, for "Save anyway" and for a save after a check.

use super::super::confirm;
use super::super::context::Context;
use super::super::error::WebError;
use super::super::form::Errors;
use super::super::headers;
use super::form::SettingsForm;
use crate::language::{failure_message, failure_remedy, t};
use crate::model::*;
use crate::monitor::BIND_PASSWORD_PLACE;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

const DRAFT: &str = "ldap_draft";
const DRAFT_PLACE: &str = "session/ldap_draft";
const DRAFT_MINUTES: i64 = 10;

/// A typed password, kept for a while.
#[derive(Serialize, Deserialize)]
struct Draft {
    sealed: SealedSecret,
    /// The directory it was typed for, `None` for a new one: whoever may make a new one may not turn another to it.
    #[serde(default)]
    of: Option<DirectoryId>,
    /// The settings it was typed with; it counts for the same door only.
    settings: LdapSettings,
    until: i64,
}

/// The password for these settings, or messages beside the fields.
pub(super) async fn resolve(
    context: &Context,
    form: &SettingsForm,
    settings: &LdapSettings,
    stored: Option<&Directory>,
    errors: &mut Errors,
) -> Result<Option<SecretString>, WebError> {
    let same_door = stored.is_some_and(|stored| stored.settings.same_door(settings));
    let typed = !form.bind_password.expose_secret().is_empty();
    let drafted = kept(context, form, settings, stored);
    let confirmed = stored.is_none() || same_door || drafted.is_some();
    if !confirmed {
        confirm(context, form, errors).await?;
    }
    if typed {
        return Ok(Some(form.bind_password.clone()));
    }
    if let Some(password) = drafted {
        return Ok(Some(password));
    }
    match stored {
        Some(stored) if same_door => {
            match context.state.secrets.open(BIND_PASSWORD_PLACE, &stored.settings.bind_password) {
                Ok(password) => Ok(Some(password)),
                Err(_) => {
                    let unreadable = ConnectionFailure::SecretUnreadable;
                    let message = format!("{} {}", failure_message(&unreadable), failure_remedy(&unreadable));
                    errors.add("bind_password", message);
                    Ok(None)
                }
            }
        }
        Some(_) => {
            errors.add("bind_password", t!("ldap-password-again"));
            Ok(None)
        }
        None => {
            errors.add("bind_password", t!("ldap-password-missing"));
            Ok(None)
        }
    }
}

/// Whether it is the password that is stored with these settings.
pub(super) fn is_stored(context: &Context, stored: &LdapSettings, password: &SecretString) -> bool {
    let opened = context.state.secrets.open(BIND_PASSWORD_PLACE, &stored.bind_password);
    opened.is_ok_and(|stored| headers::same(stored.expose_secret().as_bytes(), password.expose_secret().as_bytes()))
}

/// Keeps a typed password for these settings. Never sent back to the browser.
pub(super) fn keep(context: &Context, of: Option<DirectoryId>, settings: &LdapSettings, password: &SecretString) {
    let draft = Draft {
        of,
        sealed: context.state.secrets.seal(DRAFT_PLACE, password),
        settings: settings.clone(),
        until: context.now.unix_timestamp() + DRAFT_MINUTES * 60,
    };
    let _ = context.session.insert(DRAFT, draft);
}

/// Whether a typed password is kept for these settings.
pub(super) fn is_kept(
    context: &Context,
    form: &SettingsForm,
    settings: &LdapSettings,
    stored: Option<&Directory>,
) -> bool {
    kept(context, form, settings, stored).is_some()
}

/// Forgets it, once it is stored.
pub(super) fn forget(context: &Context) {
    context.session.remove(DRAFT);
}

/// Where a stored password would do, the page must have said that another is kept: a page opened anew
/// says that an empty field keeps the stored one.
fn kept(
    context: &Context,
    form: &SettingsForm,
    settings: &LdapSettings,
    stored: Option<&Directory>,
) -> Option<SecretString> {
    context.state.secrets.open(DRAFT_PLACE, &draft(context, form, settings, stored)?.sealed).ok()
}

/// The key of the client certificate that was typed with the kept password, as it is sealed.
pub(super) fn kept_client_key(
    context: &Context,
    form: &SettingsForm,
    settings: &LdapSettings,
    stored: Option<&Directory>,
) -> Option<SealedSecret> {
    draft(context, form, settings, stored)?.settings.client_key
}

fn draft(context: &Context, form: &SettingsForm, settings: &LdapSettings, stored: Option<&Directory>) -> Option<Draft> {
    if stored.is_some_and(|stored| stored.settings.same_door(settings)) && !form.means_kept_password() {
        return None;
    }
    let draft: Draft = context.session.get(DRAFT).ok()??;
    let is_of_this = draft.of == stored.map(|stored| stored.id) && draft.settings.same_door(settings);
    (draft.until > context.now.unix_timestamp() && is_of_this).then_some(draft)
}

/// Asks for the administrator's own password, through the same door as a sign-in.
async fn confirm(context: &Context, form: &SettingsForm, errors: &mut Errors) -> Result<(), WebError> {
    if form.current_password.expose_secret().is_empty() {
        errors.add("current_password", t!("ldap-own-password-missing"));
        return Ok(());
    }
    confirm::own_password(context, &form.current_password, errors).await.map(drop)
}
