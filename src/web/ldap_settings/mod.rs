//! `/settings/ldap/index`: the settings form, the live status, the check list, Import users.

mod client_certificate;
mod client_certificate_view;
mod form;
mod form_view;
pub(super) mod look_up;
mod offer;
mod parse;
mod password;
pub(super) mod rules;
mod side_view;
mod status_view;

pub(super) use status_view::status_pill;

use super::components::Tone;
use super::context::{Context, Screen, respond};
use super::error::WebError;
use super::form::{Errors, read};
use super::htmx;
use super::imports::overdue;
use super::layout::{Flash, Section};
use crate::model::*;
use crate::storage::{RunQuery, StorageError, Versioned};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Query};
use form::SettingsForm;
use secrecy::SecretString;
use serde::Deserialize;

/// What a request did, as the page shows it.
#[derive(Default)]
struct Outcome {
    errors: Errors,
    /// The check of the typed settings, where one was made.
    report: Option<CheckReport>,
    /// That check was of the settings as they are saved.
    report_of_saved: bool,
    /// "Save anyway" is offered.
    offer_save_anyway: bool,
    /// The settings that were saved by someone else meanwhile.
    stale: Option<Versioned<LdapSettings>>,
    /// A typed password is kept.
    password_kept: bool,
    /// The administrator's own password is asked for.
    confirm: bool,
}

pub(super) async fn edit(context: Context) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    let stored = context.state.store.ldap_settings().await?;
    let form = match &stored {
        Some(stored) => SettingsForm::of(&stored.value, stored.version),
        None => SettingsForm::untouched(&groups),
    };
    page(&context, StatusCode::OK, &form, &groups, stored.as_ref(), &Outcome::default()).await
}

/// Save: checks the typed settings for real and stores them only when they work, unless "Save
/// anyway" or "Enabled" off says not to ask the directory.
pub(super) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: SettingsForm = read(&body)?;
    let groups = context.state.store.groups().await?;
    let stored = context.state.store.ldap_settings().await?;
    let mut outcome = Outcome::default();
    let Some((mut settings, secret)) = typed(&context, &form, &groups, stored.as_ref(), &mut outcome).await? else {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &form, &groups, stored.as_ref(), &outcome).await;
    };
    if form.expected_version().is_some_and(|seen| seen != stored.as_ref().map_or(0, |stored| stored.version)) {
        return stale(&context, &form, &groups, &settings, &secret, outcome).await;
    }
    if settings.enabled && !form.is_save_anyway() {
        let report = check_typed(&context, &settings, &secret).await;
        let failed = report.problem().is_some();
        outcome.report = Some(report);
        if failed {
            password::keep(&context, &settings, &secret);
            outcome.password_kept = true;
            outcome.offer_save_anyway = true;
            return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &form, &groups, stored.as_ref(), &outcome).await;
        }
    }
    settings.bind_password = context.state.secrets.seal(crate::monitor::BIND_PASSWORD_PLACE, &secret);
    match context.state.store.save_ldap_settings(&settings, form.expected_version()).await {
        Ok(version) => tracing::info!(by = %context.agent.id, version, "LDAP settings saved"),
        Err(StorageError::Conflict { .. }) => {
            return stale(&context, &form, &groups, &settings, &secret, outcome).await;
        }
        Err(error) => return Err(error.into()),
    }
    password::forget(&context);
    context.state.monitor.settings_saved(&settings, outcome.report.clone());
    if !settings.enabled {
        context.state.store.end_ldap_sessions().await?;
    }
    offer::note(&context, stored.as_ref().map(|stored| &stored.value), &settings).await?;
    context.flash(saved_message(&settings, outcome.report.is_some()));
    Ok(htmx::see_other(&context.request, "/settings/ldap/index"))
}

fn saved_message(settings: &LdapSettings, checked: bool) -> Flash {
    if !settings.enabled {
        let text = "Saved, and switched off: no check, no import, and nobody from the directory can sign in. Agents and settings are kept.";
        return Flash { tone: Tone::Warning, text: text.into() };
    }
    if checked {
        return Flash { tone: Tone::Ok, text: "Connected. The settings were saved.".into() };
    }
    Flash { tone: Tone::Warning, text: "Saved without a check. The status shows what the next check finds.".into() }
}

/// Check without saving: the same steps, nothing stored.
pub(super) async fn check(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: SettingsForm = read(&body)?;
    let groups = context.state.store.groups().await?;
    let stored = context.state.store.ldap_settings().await?;
    let mut outcome = Outcome::default();
    let Some((settings, secret)) = typed(&context, &form, &groups, stored.as_ref(), &mut outcome).await? else {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &form, &groups, stored.as_ref(), &outcome).await;
    };
    let unchanged = stored.as_ref().is_some_and(|stored| {
        same_settings(&stored.value, &settings) && password::is_stored(&context, &stored.value, &secret)
    });
    let report = match unchanged && settings.enabled {
        // The saved settings themselves: what is found is the status too.
        true => context.state.monitor.check_saved().await?,
        false => None,
    };
    let report = match report {
        Some(report) => report,
        None => check_typed(&context, &settings, &secret).await,
    };
    if !unchanged {
        password::keep(&context, &settings, &secret);
        outcome.password_kept = true;
    }
    outcome.report = Some(report);
    outcome.report_of_saved = unchanged;
    page(&context, StatusCode::OK, &form, &groups, stored.as_ref(), &outcome).await
}

/// Alike but for the sealed password, which differs with every sealing.
fn same_settings(stored: &LdapSettings, typed: &LdapSettings) -> bool {
    LdapSettings { bind_password: typed.bind_password.clone(), ..stored.clone() } == *typed
}

/// The typed settings and their password, or messages in the outcome.
async fn typed(
    context: &Context,
    form: &SettingsForm,
    groups: &[Group],
    stored: Option<&Versioned<LdapSettings>>,
    outcome: &mut Outcome,
) -> Result<Option<(LdapSettings, SecretString)>, WebError> {
    let stored = stored.map(|stored| &stored.value);
    let mut errors = Errors::of(form);
    let mut settings = form.parse(stored, groups, &mut errors);
    let mut secret = None;
    if let Some(settings) = &mut settings {
        settings.client_key = client_certificate::key(context, form, settings, stored, &mut errors);
        secret = password::resolve(context, form, settings, stored, &mut errors).await?;
        outcome.password_kept = password::is_kept(context, form, settings, stored);
        outcome.confirm = !errors.get("current_password").is_empty()
            || (stored.is_some_and(|stored| !stored.same_door(settings)) && !outcome.password_kept);
    }
    let fine = errors.is_empty();
    outcome.errors = errors;
    Ok(settings.zip(secret).filter(|_| fine))
}

async fn check_typed(context: &Context, settings: &LdapSettings, secret: &SecretString) -> CheckReport {
    context.state.monitor.try_settings(settings, secret).await
}

/// Someone else saved meanwhile: both values are shown, what was typed stays.
async fn stale(
    context: &Context,
    form: &SettingsForm,
    groups: &[Group],
    settings: &LdapSettings,
    secret: &SecretString,
    mut outcome: Outcome,
) -> Result<HttpResponse, WebError> {
    let present = context.state.store.ldap_settings().await?;
    password::keep(context, settings, secret);
    outcome.password_kept = true;
    let version = present.as_ref().map_or(0, |present| present.version);
    let form = SettingsForm { version: version.to_string(), ..form.clone() };
    outcome.stale = present.clone();
    page(context, StatusCode::CONFLICT, &form, groups, present.as_ref(), &outcome).await
}

async fn page(
    context: &Context,
    status: StatusCode,
    form: &SettingsForm,
    groups: &[Group],
    stored: Option<&Versioned<LdapSettings>>,
    outcome: &Outcome,
) -> Result<HttpResponse, WebError> {
    let known = context.state.monitor.report();
    let report = outcome.report.as_ref().or(known.as_ref());
    // A check that failed early learned little; what is known of the same server still holds.
    let known_server = known.as_ref().filter(|_| stored.is_some_and(|stored| form.names_server_of(&stored.value)));
    let known_server = known_server.and_then(|report| report.resolved.as_ref());
    let runs = context.state.store.runs(&RunQuery { limit: 1, ..RunQuery::default() }).await?;
    let csrf = context.csrf();
    let timetable = context.state.imports.timetable(context.now).await?;
    let content = maud::html! {
        (offer::markup(context, &csrf))
        (overdue(&timetable, context.now))
        div.split {
            (form_view::settings(&form_view::FormPage {
                form,
                groups,
                stored: stored.map(|stored| &stored.value),
                outcome,
                resolved: report.and_then(|report| report.resolved.as_ref()).or(known_server),
                naming_contexts: report.map_or(&[], |report| &report.naming_contexts),
                enabled: form.is_enabled(stored.map(|stored| &stored.value)),
                csrf: &csrf,
            }))
            (side_view::side(&side_view::SidePage {
                configured: stored.is_some_and(|stored| stored.value.enabled),
                last_run: runs.items.first(),
                next_run: context.state.imports.next_scheduled(context.now),
                report,
                of_typed: outcome.report.is_some() && !outcome.report_of_saved,
                status: &context.state.monitor.status(),
                csrf: &csrf,
                now: context.now,
            }))
        }
    };
    let lead = maud::html! { "Agents are copied from here every " (minutes(context.state.imports.interval())) ". Their passwords stay there." };
    context.render(status, Screen::new("LDAP directory", Section::LdapDirectory, content).lead(lead)).await
}

fn minutes(interval: std::time::Duration) -> String {
    match interval.as_secs() {
        60 => "minute".into(),
        3600 => "hour".into(),
        seconds if seconds % 3600 == 0 => format!("{} hours", seconds / 3600),
        seconds if seconds % 60 == 0 => format!("{} minutes", seconds / 60),
        seconds => format!("{seconds} seconds"),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct StatusQuery {
    /// What the page shows now; the same again is answered with 204.
    seen: String,
    /// `steps`: the check list; else the pill.
    part: String,
}

/// The live fragment: the last known state, never a dial.
pub(super) async fn status(context: Context, query: Query<StatusQuery>) -> HttpResponse {
    let status = context.state.monitor.status();
    if query.seen == status_view::mark(&status) {
        return HttpResponse::NoContent().finish();
    }
    let markup = match query.part.as_str() {
        "steps" => side_view::check_list(&status, context.state.monitor.report().as_ref(), false),
        _ => status_pill(&status),
    };
    respond(StatusCode::OK, markup)
}
