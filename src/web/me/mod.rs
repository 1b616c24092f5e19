//! `/me`: an agent's own data, where it comes from, their sessions.

mod view;

use super::components::Tone;
use super::context::{Context, Screen};
use super::error::WebError;
use super::form;
use super::layout::{Flash, Section};
use super::{htmx, session};
use crate::model::{Action, Role, Subject};
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
    let sessions = context.state.store.sessions_of(context.agent.id, context.now).await?;
    let content = view::me(&view::MePage {
        agent: &context.agent,
        groups: &groups,
        sessions: &sessions,
        current: session::id(&context.session).as_deref(),
        shortcuts: shortcuts_on(&context.session),
        csrf: &context.csrf(),
        now: context.now,
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

#[derive(Deserialize, Default)]
#[serde(default)]
struct EndForm {
    id: String,
    all: String,
}

/// Ends one of the agent's own sessions, or all of them, this one included.
pub(super) async fn end_sessions(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: EndForm = form::read(&body)?;
    let (current, subject) = (session::id(&context.session), Subject::agent(&context.agent));
    let ended =
        |which: &'static str| context.record(Action::SessionsEnded, move |deed| deed.about(subject).because(which));
    if !form.all.is_empty() {
        context.state.store.end_sessions(context.agent.id, None).await?;
        ended("all of them").await;
        context.session.purge();
        return Ok(htmx::see_other(&context.request, "/login"));
    }
    let own = context.state.store.sessions_of(context.agent.id, context.now).await?;
    if !own.iter().any(|session| session.id == form.id) {
        return Err(WebError::NotFound);
    }
    if current.as_deref() == Some(&form.id) {
        context.session.purge();
        ended("this one").await;
        return Ok(htmx::see_other(&context.request, "/login"));
    }
    context.state.store.end_session(&form.id).await?;
    ended("another one of theirs").await;
    context.flash(Flash { tone: Tone::Ok, text: "That session has ended.".into() });
    Ok(htmx::see_other(&context.request, "/me"))
}
