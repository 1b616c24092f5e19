//! `/agents`: the list, one agent, editing.

mod bulk;
mod bulk_run;
mod bulk_view;
mod edit_view;
mod export;
mod form;
mod history_view;
mod json;
mod list;
mod list_view;
mod placement_view;
mod query;
mod rows_view;
mod select_view;
mod selection;
mod sessions;
mod show_view;
mod unlock;
mod unlock_view;
mod watch;

pub(super) use bulk::bulk;
pub(super) use export::export;
pub(super) use list::index;
pub(super) use rows_view::state_tag;
pub(super) use sessions::end_sessions;
pub(super) use unlock::unlock;
pub(super) use watch::changed;
#[cfg(any(test, fuzzing))]
pub(super) use {form::fuzz as fuzz_form, query::fuzz as fuzz_list};

use super::activity::changes;
use super::components::Tone;
use super::context::{Context, Screen};
use super::error::WebError;
use super::form::{Errors, read};
use super::htmx;
use super::layout::{Flash, Section};
use crate::auth::local_password;
use crate::language::t;
use crate::model::*;
use crate::storage::StorageError;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
use form::AgentForm;
use secrecy::ExposeSecret;

pub(super) async fn show(context: Context, id: Path<String>) -> Result<HttpResponse, WebError> {
    let agent = find(&context, &id).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(json::agent(&agent)));
    }
    let groups = context.state.store.groups().await?;
    let directories = context.state.store.directories().await?;
    let settings = settings_of(&agent, &directories);
    let resolved = context.state.monitor.report(agent.directory).and_then(|report| report.resolved);
    let history = context.state.store.agent_history(agent.id, HISTORY).await?;
    let standing = match agent.of_directory() {
        Some(directory) => context.state.store.standing(directory).await?,
        None => Standing::default(),
    };
    let csrf = context.csrf();
    let sign_in = match context.is_administrator() {
        true => Some(sessions::card(&context, &agent, &csrf).await?),
        false => None,
    };
    let waiting = match context.is_administrator() && agent.removed.is_none() {
        true => context.state.sign_in.waiting(&agent).await?,
        false => None,
    };
    let content = show_view::agent(&show_view::ShowPage {
        waiting,
        agent: &agent,
        sign_in,
        groups: &groups,
        directory: directory_words(&agent, &directories),
        attributes: attributes(settings, resolved.as_ref()),
        history: &history,
        standing: &standing,
        keep_removed: settings.map(|settings| settings.removals).unwrap_or_default().keep_removed(),
        is_administrator: context.is_administrator(),
        csrf: &csrf,
        now: context.now,
    });
    let mut screen = Screen::new(&agent.name, Section::Agents, content).lead(show_view::lead(&agent));
    if context.is_administrator() && agent.removed.is_none() {
        screen = screen.actions(show_view::actions(&agent));
    }
    context.render(StatusCode::OK, screen).await
}

pub(super) async fn new(context: Context) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    new_page(&context, StatusCode::OK, &AgentForm::empty(), &groups, &Errors::default()).await
}

pub(super) async fn create(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: AgentForm = read(&body)?;
    let groups = context.state.store.groups().await?;
    let mut errors = Errors::of(&form);
    let new = form.new_agent(&groups, context.state.public_url.host(), &mut errors);
    if let (Some(mut new), true) = (new, errors.is_empty()) {
        new.password_hash = local_password::hash(&form.password).await?;
        match context.state.store.create_local_agent(new, context.now).await {
            Ok(agent) => {
                tracing::info!(agent = %agent.id, by = %context.agent.id, "local agent made");
                context.record(Action::AgentAdded, |deed| deed.about(Subject::agent(&agent))).await;
                context.flash(Flash { tone: Tone::Ok, text: t!("agents-created", name = &agent.name) });
                return Ok(htmx::see_other(&context.request, &format!("/agents/{}", agent.id)));
            }
            Err(StorageError::EmailTaken { .. }) => errors.add("email", t!("agents-email-taken")),
            Err(error) => return Err(error.into()),
        }
    }
    new_page(&context, StatusCode::UNPROCESSABLE_ENTITY, &form, &groups, &errors).await
}

pub(super) async fn edit(context: Context, id: Path<String>) -> Result<HttpResponse, WebError> {
    let agent = find(&context, &id).await?;
    if agent.removed.is_some() {
        return Err(WebError::Unprocessable(t!("agents-edit-removed").into()));
    }
    edit_page(&context, StatusCode::OK, &agent, &AgentForm::of(&agent), &Errors::default(), None).await
}

pub(super) async fn update(context: Context, id: Path<String>, body: Bytes) -> Result<HttpResponse, WebError> {
    let mut agent = find(&context, &id).await?;
    let form: AgentForm = read(&body)?;
    let groups = context.state.store.groups().await?;
    let mut errors = Errors::of(&form);
    let defaults = defaults(&context, &agent).await?;
    let mut change = form.edit(&agent, &groups, &defaults, context.state.public_url.host(), &mut errors);
    if !agent.is_local() {
        form.refuse_directory_fields(&change, &mut errors);
    }
    if !errors.is_empty() {
        return edit_page(&context, StatusCode::UNPROCESSABLE_ENTITY, &agent, &form, &errors, None).await;
    }
    if !form.password.expose_secret().is_empty() {
        change.password_hash = Some(local_password::hash(&form.password).await?);
    }
    match context.state.store.edit_agent(agent.id, change, form.expected_version()).await {
        Ok(edited) => {
            let before = std::mem::replace(&mut agent, edited);
            tracing::info!(agent = %agent.id, by = %context.agent.id, "agent edited");
            let changes = changes::of_agent(&before, &agent, &groups);
            let action = match (before.blocked, agent.blocked) {
                (false, true) => Action::AgentBlocked,
                (true, false) => Action::AgentUnblocked,
                _ => Action::AgentEdited,
            };
            if !changes.is_empty() {
                context.record(action, |deed| deed.about(Subject::agent(&agent)).with(changes)).await;
            }
            context.flash(Flash { tone: Tone::Ok, text: t!("agents-saved", name = &agent.name) });
            Ok(htmx::see_other(&context.request, &format!("/agents/{}", agent.id)))
        }
        Err(StorageError::EmailTaken { .. }) => {
            errors.add("email", t!("agents-email-taken"));
            edit_page(&context, StatusCode::UNPROCESSABLE_ENTITY, &agent, &form, &errors, None).await
        }
        Err(StorageError::LastAdministrator) => {
            errors.add("role", t!("error-last-administrator"));
            edit_page(&context, StatusCode::UNPROCESSABLE_ENTITY, &agent, &form, &errors, None).await
        }
        Err(StorageError::Conflict { .. }) => {
            // What was typed stays in the form; the present values stand beside it.
            let present = find(&context, &id).await?;
            let stale = Some(&present);
            edit_page(&context, StatusCode::CONFLICT, &present, &form, &errors, stale).await
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn delete(context: Context, id: Path<String>) -> Result<HttpResponse, WebError> {
    let agent = find(&context, &id).await?;
    if agent.removed.is_some() {
        context.state.store.delete_removed_agent(agent.id).await?;
        tracing::info!(agent = %agent.id, by = %context.agent.id, "removed agent deleted for good");
        context.record(Action::AgentDeleted, |deed| deed.about(Subject::agent(&agent)).because("for good")).await;
        context.flash(Flash { tone: Tone::Ok, text: t!("agents-deleted-for-good", name = &agent.name) });
        return Ok(htmx::see_other(&context.request, "/agents?state=removed"));
    }
    match context.state.store.delete_local_agent(agent.id).await {
        Ok(()) => {
            tracing::info!(agent = %agent.id, by = %context.agent.id, "local agent deleted");
            context.record(Action::AgentDeleted, |deed| deed.about(Subject::agent(&agent))).await;
            context.flash(Flash { tone: Tone::Ok, text: t!("agents-deleted", name = &agent.name) });
            Ok(htmx::see_other(&context.request, "/agents"))
        }
        Err(StorageError::OwnedByDirectory) => Err(WebError::Unprocessable(t!("agents-delete-owned").into())),
        Err(error) => Err(error.into()),
    }
}

/// Events of an agent's history that are shown.
const HISTORY: usize = 50;

/// What an agent of this one's directory gets whom no rule places.
async fn defaults(context: &Context, agent: &Agent) -> Result<Arrival, WebError> {
    let directory = context.state.store.directory(agent.directory).await?;
    let none = || Arrival { groups: Default::default(), role: Role::Employee };
    Ok(directory.map_or_else(none, |directory| Arrival::of(&directory.settings)))
}

async fn find(context: &Context, id: &str) -> Result<Agent, WebError> {
    let id: AgentId = id.parse().map_err(|_| WebError::NotFound)?;
    context.state.store.agent(id).await?.ok_or(WebError::NotFound)
}

async fn new_page(
    context: &Context,
    status: StatusCode,
    form: &AgentForm,
    groups: &[Group],
    errors: &Errors,
) -> Result<HttpResponse, WebError> {
    let content = edit_view::new(form, groups, errors, &context.csrf());
    let lead = maud::html! { (t!("agents-new-lead")) };
    context.render(status, Screen::new(t!("agents-new"), Section::Agents, content).lead(lead)).await
}

async fn edit_page(
    context: &Context,
    status: StatusCode,
    agent: &Agent,
    form: &AgentForm,
    errors: &Errors,
    stale: Option<&Agent>,
) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    let directories = context.state.store.directories().await?;
    let resolved = context.state.monitor.report(agent.directory).and_then(|report| report.resolved);
    let content = edit_view::edit(&edit_view::EditPage {
        agent,
        form,
        groups: &groups,
        errors,
        attributes: attributes(settings_of(agent, &directories), resolved.as_ref()),
        stale,
        csrf: &context.csrf(),
        now: context.now,
    });
    let title = t!("agents-edit-title", name = &agent.name);
    context.render(status, Screen::new(&title, Section::Agents, content)).await
}

/// The settings of an agent's directory.
fn settings_of<'a>(agent: &Agent, directories: &'a [Directory]) -> Option<&'a LdapSettings> {
    directories.iter().find(|directory| directory.id == agent.directory).map(|directory| &directory.settings)
}

/// What an agent's directory is called, where there are others, or it is not there any more.
fn directory_words(agent: &Agent, directories: &[Directory]) -> Option<String> {
    let only = directories.len() == 1 && settings_of(agent, directories).is_some();
    agent.of_directory().filter(|_| !only).map(|id| super::imports::directory_name(id, directories))
}

/// Names of the attributes that name, email and phone come from.
#[derive(Debug, Clone)]
struct Attributes {
    name: String,
    mail: String,
    phone: String,
}

fn attributes(settings: Option<&LdapSettings>, resolved: Option<&Resolved>) -> Attributes {
    let choose = |set: Option<&AttributeName>, found: Option<&AttributeName>, usual: &str| {
        set.or(found).map_or(usual, AttributeName::as_str).to_owned()
    };
    Attributes {
        name: choose(settings.and_then(|s| s.cn_attribute.as_ref()), resolved.map(|r| &r.cn_attribute), "cn"),
        mail: choose(settings.and_then(|s| s.mail_attribute.as_ref()), resolved.map(|r| &r.mail_attribute), "mail"),
        phone: choose(
            settings.and_then(|s| s.phone_attribute.as_ref()),
            resolved.map(|r| &r.phone_attribute),
            "telephoneNumber",
        ),
    }
}
