//! `/settings/ldap`: the settings form of a directory, or the list of several; the live status, the check list,
//! Import users.

mod client_certificate;
mod client_certificate_view;
mod delete;
mod desk;
mod form;
mod form_view;
mod guide;
mod hint;
mod latency_view;
mod list;
mod list_view;
mod lockout_view;
pub(super) mod look_up;
mod offer;
mod page;
mod parse;
mod password;
mod problem_view;
pub(super) mod rules;
mod side_view;
mod status;
mod status_view;

pub(super) use delete::delete;
#[cfg(any(test, fuzzing))]
pub(super) use form::fuzz as fuzz_form;
pub(super) use status::{status, status_of_one};
pub(super) use status_view::{Follows, mark, status_pill};

use super::activity::changes;
use super::context::Context;
use super::error::WebError;
use super::form::{Errors, read};
use super::htmx;
use super::layout::Flash;
use crate::language::{failure_message, t};
use crate::model::*;
use crate::storage::StorageError;
use crate::web::components::Tone;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
use desk::{Desk, Place};
use form::SettingsForm;
use page::page;
use secrecy::SecretString;

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
    stale: Option<Directory>,
    /// Somebody added another directory meanwhile.
    added_meanwhile: bool,
    /// A typed password is kept.
    password_kept: bool,
    /// The certificate that the server showed was put into the form.
    certificate_taken: bool,
    /// The administrator's own password is asked for.
    confirm: bool,
}

impl Outcome {
    /// Says what failed beside the field to look at first, too.
    fn point_to_problem(&mut self, form: &SettingsForm, report: &CheckReport) {
        let Some(failure) = report.problem().map(|problem| &problem.failure) else { return };
        if let Some(field) = hint::field(failure, form, report) {
            self.errors.add(field, failure_message(failure));
        }
    }
}

/// The only directory, or the list of several.
pub(super) async fn edit(context: Context) -> Result<HttpResponse, WebError> {
    let all = context.state.store.directories().await?;
    if all.len() > 1 { list::show(&context, &all).await } else { show(&context, Place::Only).await }
}

pub(super) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    save(&context, Place::Only, &body).await
}

pub(super) async fn check(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    try_out(&context, Place::Only, &body).await
}

/// One more directory.
pub(super) async fn new(context: Context) -> Result<HttpResponse, WebError> {
    show(&context, Place::New).await
}

pub(super) async fn create(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    save(&context, Place::New, &body).await
}

pub(super) async fn check_new(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    try_out(&context, Place::New, &body).await
}

/// One of several.
pub(super) async fn edit_one(context: Context, id: Path<u32>) -> Result<HttpResponse, WebError> {
    show(&context, Place::One(DirectoryId(*id))).await
}

pub(super) async fn update_one(context: Context, id: Path<u32>, body: Bytes) -> Result<HttpResponse, WebError> {
    save(&context, Place::One(DirectoryId(*id)), &body).await
}

pub(super) async fn check_one(context: Context, id: Path<u32>, body: Bytes) -> Result<HttpResponse, WebError> {
    try_out(&context, Place::One(DirectoryId(*id)), &body).await
}

async fn show(context: &Context, place: Place) -> Result<HttpResponse, WebError> {
    let desk = Desk::open(context, place).await?;
    page(context, StatusCode::OK, &desk.form(), &desk, &Outcome::default()).await
}

/// Save: checks the typed settings for real and stores them only when they work, unless "Save
/// anyway" or "Enabled" off says not to ask the directory.
async fn save(context: &Context, place: Place, body: &Bytes) -> Result<HttpResponse, WebError> {
    let form: SettingsForm = read(body)?;
    let desk = Desk::open(context, place).await?;
    let mut outcome = Outcome::default();
    let Some((mut settings, secret)) = typed(context, &form, &desk, &mut outcome).await? else {
        return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &desk, &outcome).await;
    };
    if form.expected_version().is_some_and(|seen| seen != desk.version()) {
        return stale(context, &form, place, &settings, &secret, outcome).await;
    }
    if settings.enabled && !form.is_save_anyway() {
        let report = check_typed(context, &settings, &secret).await;
        let failed = report.problem().is_some();
        outcome.point_to_problem(&form, &report);
        outcome.report = Some(report);
        if failed {
            password::keep(context, desk.id(), &settings, &secret);
            outcome.password_kept = true;
            outcome.offer_save_anyway = true;
            return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &desk, &outcome).await;
        }
    }
    settings.bind_password = context.state.secrets.seal(crate::monitor::BIND_PASSWORD_PLACE, &secret);
    let id = match store(context, &desk, &form, &settings).await {
        Ok(id) => id,
        Err(StorageError::Conflict { .. }) => return stale(context, &form, place, &settings, &secret, outcome).await,
        Err(error) => return Err(error.into()),
    };
    record_saved(context, &desk, id, &settings, &secret).await;
    password::forget(context);
    context.state.monitor.settings_saved(id, &settings, outcome.report.clone());
    if !settings.enabled {
        context.state.store.end_ldap_sessions(id).await?;
    }
    offer::note(context, id, desk.settings(), &settings).await?;
    context.flash(saved_message(&settings, outcome.report.is_some()));
    let to = if place == Place::New { "/settings/ldap/index".into() } else { desk.url() };
    Ok(htmx::see_other(&context.request, &to))
}

async fn record_saved(context: &Context, desk: &Desk, id: DirectoryId, settings: &LdapSettings, secret: &SecretString) {
    let secret = desk.settings().is_none_or(|stored| !password::is_stored(context, stored, secret));
    let changes = changes::of_settings(desk.settings(), settings, &desk.groups, secret);
    let action = if desk.stored.is_some() { Action::SettingsSaved } else { Action::DirectoryAdded };
    let subject = Subject::new(SubjectKind::Directory, id, settings.display_name());
    context.record(action, |deed| deed.about(subject).with(changes)).await;
}

/// Adds the directory, unless others were added since the page was made, or saves it.
async fn store(
    context: &Context,
    desk: &Desk,
    form: &SettingsForm,
    settings: &LdapSettings,
) -> Result<DirectoryId, StorageError> {
    let (store, by) = (&context.state.store, context.agent.id);
    match &desk.stored {
        Some(stored) => {
            let version = store.save_directory(stored.id, settings, form.expected_version()).await?;
            tracing::info!(%by, directory = %stored.id, version, "LDAP settings saved");
            Ok(stored.id)
        }
        None => {
            let among = form.seen_directories().unwrap_or(desk.all.len() as u64);
            let directory = store.create_directory(settings, Some(among)).await?;
            tracing::info!(%by, directory = %directory.id, "directory added");
            Ok(directory.id)
        }
    }
}

fn saved_message(settings: &LdapSettings, checked: bool) -> Flash {
    if !settings.enabled {
        return Flash { tone: Tone::Warning, text: t!("ldap-saved-off").into() };
    }
    if checked {
        return Flash { tone: Tone::Ok, text: t!("ldap-saved-connected").into() };
    }
    Flash { tone: Tone::Warning, text: t!("ldap-saved-unchecked").into() }
}

/// Check without saving: the same steps, nothing stored.
async fn try_out(context: &Context, place: Place, body: &Bytes) -> Result<HttpResponse, WebError> {
    let form: SettingsForm = read(body)?;
    let desk = Desk::open(context, place).await?;
    let mut outcome = Outcome::default();
    if let Some(form) = form.with_taken_certificate() {
        outcome.certificate_taken = true;
        return page(context, StatusCode::OK, &form, &desk, &outcome).await;
    }
    let Some((settings, secret)) = typed(context, &form, &desk, &mut outcome).await? else {
        return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &desk, &outcome).await;
    };
    let unchanged = desk.stored.as_ref().filter(|stored| {
        same_settings(&stored.settings, &settings) && password::is_stored(context, &stored.settings, &secret)
    });
    let report = match unchanged.filter(|_| settings.enabled) {
        // The saved settings themselves: what is found is the status too.
        Some(stored) => context.state.monitor.check_saved(stored.id).await?,
        None => None,
    };
    let report = match report {
        Some(report) => report,
        None => check_typed(context, &settings, &secret).await,
    };
    if unchanged.is_none() {
        password::keep(context, desk.id(), &settings, &secret);
        outcome.password_kept = true;
    }
    outcome.point_to_problem(&form, &report);
    outcome.report = Some(report);
    outcome.report_of_saved = unchanged.is_some();
    page(context, StatusCode::OK, &form, &desk, &outcome).await
}

/// Alike but for the sealed password, which differs with every sealing.
fn same_settings(stored: &LdapSettings, typed: &LdapSettings) -> bool {
    LdapSettings { bind_password: typed.bind_password.clone(), ..stored.clone() } == *typed
}

/// The typed settings and their password, or messages in the outcome.
async fn typed(
    context: &Context,
    form: &SettingsForm,
    desk: &Desk,
    outcome: &mut Outcome,
) -> Result<Option<(LdapSettings, SecretString)>, WebError> {
    let stored = desk.stored.as_ref();
    let mut errors = Errors::of(form);
    let mut settings = form.parse(desk.settings(), &desk.groups, &mut errors);
    let mut secret = None;
    if let Some(settings) = &mut settings {
        settings.client_key = client_certificate::key(context, form, settings, stored, &mut errors);
        let name = settings.display_name().to_lowercase();
        if desk.others().any(|other| other.name().to_lowercase() == name) {
            errors.add("name", t!("ldap-same-name"));
        }
        secret = password::resolve(context, form, settings, stored, &mut errors).await?;
        outcome.password_kept = password::is_kept(context, form, settings, stored);
        outcome.confirm = !errors.get("current_password").is_empty()
            || (stored.is_some_and(|stored| !stored.settings.same_door(settings)) && !outcome.password_kept);
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
    place: Place,
    settings: &LdapSettings,
    secret: &SecretString,
    mut outcome: Outcome,
) -> Result<HttpResponse, WebError> {
    let desk = Desk::open(context, place).await?;
    password::keep(context, desk.id(), settings, secret);
    outcome.password_kept = true;
    let form =
        SettingsForm { version: desk.version().to_string(), directories: desk.all.len().to_string(), ..form.clone() };
    outcome.stale.clone_from(&desk.stored);
    outcome.added_meanwhile = desk.stored.is_none();
    page(context, StatusCode::CONFLICT, &form, &desk, &outcome).await
}
