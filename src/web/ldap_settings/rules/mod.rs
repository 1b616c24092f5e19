//! `/settings/ldap/rules`: roles and groups from LDAP groups, of the only directory; of one of several under
//! `/settings/ldap/{id}/rules`.
//!
//! Rules are tried before they are saved, by the save itself where the administrator has not: what they would do is
//! shown first when somebody would become an administrator or stop being one, or when a rule could not be looked at.

mod form;
mod trial_view;
mod view;

use super::desk::{Desk, Place};
use crate::import::{TrialError, TrialReport};
use crate::language::t;
use crate::model::*;
use crate::storage::{RunQuery, StorageError};
use crate::web::activity::changes;
use crate::web::components::Tone;
use crate::web::context::{Context, Screen};
use crate::web::error::WebError;
use crate::web::form::Errors;
use crate::web::htmx;
use crate::web::layout::{Flash, Section};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
#[cfg(any(test, fuzzing))]
pub(in crate::web) use form::fuzz as fuzz_form;
use form::{Act, RulesForm, digest};

/// What a request did, as the page shows it.
#[derive(Default)]
struct Outcome {
    errors: Errors,
    trial: Option<Result<TrialReport, TrialError>>,
    /// It was to be saved, and was not yet.
    held_back: bool,
    /// The rules that were saved by someone else meanwhile.
    stale: Option<Vec<PlacementRule>>,
    /// [`digest`] of the rules that were tried to the end.
    tried: Option<String>,
}

/// Of the only directory; of several, the way to each.
pub(in crate::web) async fn edit(context: Context) -> Result<HttpResponse, WebError> {
    let all = context.state.store.directories().await?;
    if all.len() > 1 {
        let screen = Screen::new(t!("layout-rules"), Section::Rules, view::choice(&all));
        return context.render(StatusCode::OK, screen).await;
    }
    show(&context, Place::Only).await
}

pub(in crate::web) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    save(&context, Place::Only, &body).await
}

pub(in crate::web) async fn try_out(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    attempt(&context, Place::Only, &body).await
}

pub(in crate::web) async fn edit_one(context: Context, id: Path<u32>) -> Result<HttpResponse, WebError> {
    show(&context, Place::One(DirectoryId(*id))).await
}

pub(in crate::web) async fn update_one(context: Context, id: Path<u32>, body: Bytes) -> Result<HttpResponse, WebError> {
    save(&context, Place::One(DirectoryId(*id)), &body).await
}

pub(in crate::web) async fn try_one(context: Context, id: Path<u32>, body: Bytes) -> Result<HttpResponse, WebError> {
    attempt(&context, Place::One(DirectoryId(*id)), &body).await
}

/// A directory whose rules these are, and where they are found.
struct Rules {
    stored: Directory,
    url: String,
    is_among_several: bool,
}

async fn find(context: &Context, place: Place) -> Result<Option<Rules>, WebError> {
    let desk = Desk::open(context, place).await?;
    let (url, is_among_several) = (desk.rules_url(), desk.is_among_several());
    Ok(desk.stored.map(|stored| Rules { stored, url, is_among_several }))
}

async fn show(context: &Context, place: Place) -> Result<HttpResponse, WebError> {
    let Some(rules) = find(context, place).await? else {
        return not_configured(context, StatusCode::OK).await;
    };
    let form = RulesForm::of(&rules.stored.settings.rules, rules.stored.version);
    page(context, StatusCode::OK, &form, &rules, &Outcome::default()).await
}

async fn save(context: &Context, place: Place, body: &Bytes) -> Result<HttpResponse, WebError> {
    let Some(here) = find(context, place).await? else {
        return not_configured(context, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let stored = &here.stored;
    let form = RulesForm::read(body)?;
    let mut outcome = Outcome::default();
    if form.act != Act::Send {
        return page(context, StatusCode::OK, &form.changed(), &here, &outcome).await;
    }
    let groups = context.state.store.groups().await?;
    let Some(rules) = form.parse(&groups, &mut outcome.errors) else {
        return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &here, &outcome).await;
    };
    if form.expected_version().is_some_and(|seen| seen != stored.version) {
        return stale(context, place, form).await;
    }
    let digest = digest((stored.id, stored.version), &rules);
    let changed = rules != stored.settings.rules;
    if changed && stored.settings.enabled && !form.is_save_anyway() && !form.has_tried(&digest) {
        let trial = context.state.imports.try_rules(stored, rules.clone()).await;
        let fine = |trial: &TrialReport| trial.is_complete() && !trial.touches_administrators();
        if !trial.as_ref().is_ok_and(fine) {
            outcome.tried = trial.as_ref().is_ok_and(TrialReport::is_complete).then_some(digest);
            outcome.trial = Some(trial);
            outcome.held_back = true;
            return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &here, &outcome).await;
        }
        outcome.trial = Some(trial);
    }
    if !changed {
        context.flash(Flash { tone: Tone::Info, text: t!("rules-unchanged").into() });
        return Ok(htmx::see_other(&context.request, &here.url));
    }
    let settings = LdapSettings { rules, ..stored.settings.clone() };
    match context.state.store.save_directory(stored.id, &settings, Some(stored.version)).await {
        Ok(version) => tracing::info!(by = %context.agent.id, version, rules = settings.rules.len(), "rules saved"),
        Err(StorageError::Conflict { .. }) => return stale(context, place, form).await,
        Err(error) => return Err(error.into()),
    }
    let changes = changes::of_rules(&stored.settings.rules, &settings.rules, &groups);
    let subject = Subject::new(SubjectKind::Directory, stored.id, stored.name());
    context.record(Action::RulesSaved, |deed| deed.about(subject).with(changes)).await;
    let tried = outcome.trial.as_ref().and_then(|trial| trial.as_ref().ok());
    context.flash(saved_message(&settings, tried));
    Ok(htmx::see_other(&context.request, &here.url))
}

fn saved_message(settings: &LdapSettings, tried: Option<&TrialReport>) -> Flash {
    let text = match tried {
        _ if !settings.enabled => t!("rules-saved-off").into(),
        Some(trial) if trial.agents == 0 => t!("rules-saved-no-change").into(),
        Some(trial) => t!("rules-saved-changes", count = trial.agents),
        None => t!("rules-saved").into(),
    };
    Flash { tone: Tone::Ok, text }
}

/// What the typed rules would do; nothing is stored.
async fn attempt(context: &Context, place: Place, body: &Bytes) -> Result<HttpResponse, WebError> {
    let Some(here) = find(context, place).await? else {
        return not_configured(context, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let form = RulesForm::read(body)?;
    let mut outcome = Outcome::default();
    let groups = context.state.store.groups().await?;
    let Some(rules) = form.parse(&groups, &mut outcome.errors) else {
        return page(context, StatusCode::UNPROCESSABLE_ENTITY, &form, &here, &outcome).await;
    };
    if !here.stored.settings.enabled {
        return Err(WebError::Unprocessable(t!("rules-off").into()));
    }
    let digest = digest((here.stored.id, here.stored.version), &rules);
    let trial = context.state.imports.try_rules(&here.stored, rules).await;
    outcome.tried = trial.as_ref().is_ok_and(TrialReport::is_complete).then_some(digest);
    outcome.trial = Some(trial);
    page(context, StatusCode::OK, &form, &here, &outcome).await
}

/// Someone else saved meanwhile: both values are shown, what was typed stays.
async fn stale(context: &Context, place: Place, form: RulesForm) -> Result<HttpResponse, WebError> {
    let Some(present) = find(context, place).await? else {
        return not_configured(context, StatusCode::CONFLICT).await;
    };
    let outcome = Outcome { stale: Some(present.stored.settings.rules.clone()), ..Outcome::default() };
    let form = RulesForm { version: present.stored.version.to_string(), ..form };
    page(context, StatusCode::CONFLICT, &form, &present, &outcome).await
}

async fn not_configured(context: &Context, status: StatusCode) -> Result<HttpResponse, WebError> {
    context.render(status, Screen::new(t!("layout-rules"), Section::Rules, view::not_configured())).await
}

async fn page(
    context: &Context,
    status: StatusCode,
    form: &RulesForm,
    here: &Rules,
    outcome: &Outcome,
) -> Result<HttpResponse, WebError> {
    if let Some(Err(TrialError::Storage(error))) = &outcome.trial {
        tracing::error!(%error, "rules could not be tried");
        return Err(WebError::Unavailable);
    }
    let groups = context.state.store.groups().await?;
    let runs = context
        .state
        .store
        .runs(&RunQuery { directory: Some(here.stored.id), limit: 1, ..RunQuery::default() })
        .await?;
    let content = view::rules(&view::RulesPage {
        form,
        groups: &groups,
        directory: &here.stored,
        url: &here.url,
        outcome,
        last_run: runs.items.first(),
        next_run: context.state.imports.next_scheduled(&here.stored, context.now),
        csrf: &context.csrf(),
        now: context.now,
    });
    let lead = match here.is_among_several {
        true => t!("rules-lead-of", directory = here.stored.name()),
        false => t!("rules-lead").into(),
    };
    context.render(status, Screen::new(t!("layout-rules"), Section::Rules, content).lead(maud::html! { (lead) })).await
}
