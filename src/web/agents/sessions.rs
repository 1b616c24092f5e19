//! Where an agent is signed in, and how an administrator ends it.

use super::super::components::Tone;
use super::super::context::Context;
use super::super::error::WebError;
use super::super::layout::Flash;
use super::super::{htmx, session};
use super::{find, show_view};
use crate::language::t;
use crate::model::Agent;
use actix_web::HttpResponse;
use actix_web::web::{Bytes, Path};

/// Ends one of an agent's sessions, or all of them.
pub(in crate::web) async fn end_sessions(
    context: Context,
    id: Path<String>,
    body: Bytes,
) -> Result<HttpResponse, WebError> {
    let agent = find(&context, &id).await?;
    let text = match session::end(&context, &agent, &body).await? {
        session::Ended::ThisOne => return Ok(htmx::see_other(&context.request, "/login")),
        session::Ended::Others(ended) => t!("agents-sessions-ended", count = ended, name = &agent.name),
    };
    context.flash(Flash { tone: Tone::Ok, text });
    Ok(htmx::see_other(&context.request, &format!("/agents/{}", agent.id)))
}

/// Where an agent is signed in, for administrators.
pub(super) async fn card(context: &Context, agent: &Agent, csrf: &str) -> Result<maud::Markup, WebError> {
    let sessions = session::listed(&context.state, agent.id, context.now).await?;
    let second_factor = match agent.is_local() {
        true => Some(context.state.store.second_factor(agent.id).await?.is_some()),
        false => None,
    };
    let current = session::id(&context.session);
    let action = format!("/agents/{}/sessions/end", agent.id);
    let list = session::list(&sessions, current.as_deref(), &action, csrf, context.now);
    Ok(show_view::sign_in(second_factor, (!sessions.is_empty()).then_some(&list)))
}
