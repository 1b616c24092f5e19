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
use super::{htmx, language, session};
use crate::language::{Language, t};
use crate::model::{Preferences, Role};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use serde::Deserialize;

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
        csrf: &csrf,
    });
    context.render(StatusCode::OK, Screen::new(t!("layout-my-page"), Section::MyPage, content)).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct MeForm {
    language: String,
    shortcuts: String,
}

pub(super) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: MeForm = form::read(&body)?;
    let chosen = Language::parse(&form.language);
    let preferences =
        Preferences { language: chosen.map(|language| language.tag().into()), shortcuts: !form.shortcuts.is_empty() };
    context.state.store.set_preferences(context.agent.id, &preferences.into()).await?;
    crate::language::speak(chosen.unwrap_or_else(|| language::of_browser(&context.request)));
    context.flash(Flash { tone: Tone::Ok, text: t!("me-saved").into() });
    let mut response = htmx::see_other(&context.request, "/me");
    language::remember(&context.state, chosen, &mut response);
    Ok(response)
}

/// Ends one of the agent's own sessions, or all of them, this one included.
pub(super) async fn end_sessions(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    match session::end(&context, &context.agent, &body).await? {
        session::Ended::ThisOne => Ok(htmx::see_other(&context.request, "/login")),
        session::Ended::Others(_) => {
            context.flash(Flash { tone: Tone::Ok, text: t!("me-session-ended").into() });
            Ok(htmx::see_other(&context.request, "/me"))
        }
    }
}
