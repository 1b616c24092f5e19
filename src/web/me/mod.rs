//! `/me`: an agent's own data, where it comes from, their sessions.

mod password;
mod second_factor;
mod second_factor_view;
mod view;

pub(super) use password::{edit as edit_password, update as change_password};
pub(super) use second_factor::{
    create as set_up_second_factor, delete as switch_off_second_factor, renew as renew_recovery_codes,
    show as second_factor,
};

use super::components::Tone;
use super::context::{Context, Screen};
use super::error::WebError;
use super::form;
use super::layout::{Flash, Section};
use super::{htmx, session};
use crate::model::Role;
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use serde::Deserialize;

const SHORTCUTS: &str = "shortcuts";

/// Whether `/` may go to the search; on unless switched off in this session.
pub(super) fn shortcuts_on(session: &Session) -> bool {
    session.get(SHORTCUTS).ok().flatten().unwrap_or(true)
}

/// `/`: where someone's work begins.
pub(super) async fn home(context: Context) -> HttpResponse {
    let start = if context.agent.role == Role::Employee { "/me" } else { "/agents" };
    htmx::see_other(&context.request, start)
}

pub(super) async fn show(context: Context) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    let sessions = session::listed(&context.state, context.agent.id, context.now).await?;
    let current = session::id(&context.session);
    let (csrf, now) = (context.csrf(), context.now);
    let second_factor = match context.agent.is_local() {
        true => {
            let factor = context.state.store.second_factor(context.agent.id).await?;
            Some(factor.map(|factor| factor.recovery.len()))
        }
        false => None,
    };
    let content = view::me(&view::MePage {
        agent: &context.agent,
        groups: &groups,
        sessions: &session::list(&sessions, current.as_deref(), "/me/sessions/end", &csrf, now),
        second_factor,
        shortcuts: shortcuts_on(&context.session),
        csrf: &csrf,
    });
    context.render(StatusCode::OK, Screen::new("My page", Section::MyPage, content)).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct MeForm {
    shortcuts: String,
}

pub(super) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: MeForm = form::read(&body)?;
    let _ = context.session.insert(SHORTCUTS, !form.shortcuts.is_empty());
    context.flash(Flash { tone: Tone::Ok, text: "Saved.".into() });
    Ok(htmx::see_other(&context.request, "/me"))
}

/// Ends one of the agent's own sessions, or all of them, this one included.
pub(super) async fn end_sessions(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    match session::end(&context, &context.agent, &body).await? {
        session::Ended::ThisOne => Ok(htmx::see_other(&context.request, "/login")),
        session::Ended::Others(_) => {
            context.flash(Flash { tone: Tone::Ok, text: "That session has ended.".into() });
            Ok(htmx::see_other(&context.request, "/me"))
        }
    }
}
