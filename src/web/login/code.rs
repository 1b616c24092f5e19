//! `/login/code`: the second step of a sign-in, for those with a second factor. The first step is kept in the visitor's
//! cookie for five minutes and opens nothing.

use super::{LoginQuery, destination, say_when, view};
use crate::auth::{CodeError, Used};
use crate::language::{phrase, t};
use crate::model::{Action, Actor, Agent};
use crate::web::components::Tone;
use crate::web::context::{Guest, respond};
use crate::web::error::WebError;
use crate::web::layout::Flash;
use crate::web::{client, form, htmx, session};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Query};
use secrecy::SecretString;
use serde::Deserialize;
use std::time::Duration;

#[derive(Deserialize, Default)]
#[serde(default)]
struct CodeForm {
    code: SecretString,
    next: String,
}

/// Leads there from the first step.
pub(super) fn ask(guest: &Guest, agent: &Agent, next: &str) -> Result<HttpResponse, WebError> {
    session::pend(&guest.session, agent).map_err(|_| WebError::Unavailable)?;
    Ok(htmx::see_other(&guest.request, &view::address("/login/code", next)))
}

pub(in crate::web) async fn new(guest: Guest, query: Query<LoginQuery>) -> Result<HttpResponse, WebError> {
    if let Some(agent) = super::signed_in(&guest).await? {
        return Ok(htmx::see_other(&guest.request, &destination(&agent, &query.next)));
    }
    if pending(&guest).await?.is_none() {
        return Ok(begin_again(&guest));
    }
    Ok(respond(StatusCode::OK, view::code(&query.next, None, &guest.csrf(), guest.now)))
}

pub(in crate::web) async fn create(guest: Guest, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: CodeForm = form::read(&body)?;
    let Some(agent) = pending(&guest).await? else { return Ok(begin_again(&guest)) };
    let caller = client::caller(&guest.request, &guest.state);
    let used = match guest.state.second_factors.verify(agent.id, &form.code, caller.address, guest.now).await {
        Ok(used) => used,
        Err(CodeError::Storage(error)) => return Err(error.into()),
        // Switched off meanwhile: the password alone is asked for, from the beginning.
        Err(CodeError::Off) => return Ok(begin_again(&guest)),
        Err(error) => {
            let deed = guest.deed(Actor::of(&agent), Action::SignInFailed).because(match error {
                CodeError::Throttled { .. } => "too many attempts at the code",
                CodeError::Busy => "too many sign-ins at once",
                _ => "wrong code",
            });
            guest.state.activity.note_failure(deed);
            return Ok(refused(&guest, &form, &error));
        }
    };
    metrics::counter!("muster_sign_ins_total", "outcome" => "accepted").increment(1);
    guest.state.store.record_sign_in(agent.id, guest.now).await?;
    session::begin(&guest.session, &agent, client::device(&guest.request), caller.address.to_string())
        .map_err(|_| WebError::Unavailable)?;
    let by = match used {
        Used::App => "password and code",
        Used::Recovery { .. } => "password and recovery code",
    };
    guest.state.activity.record(guest.deed(Actor::of(&agent), Action::SignedIn).because(by)).await;
    if let Used::Recovery { left } = used {
        tracing::info!(agent = %agent.id, left, "signed in with a recovery code");
        guest.flash(Flash { tone: Tone::Warning, text: t!("login-recovery-codes-left", left = left) });
    }
    let mut response = htmx::see_other(&guest.request, &destination(&agent, &form.next));
    client::remember(&guest.state, &agent, &caller, &mut response);
    Ok(response)
}

/// Who has given their password, as they are now.
async fn pending(guest: &Guest) -> Result<Option<Agent>, WebError> {
    let Some(id) = session::pending(&guest.session) else { return Ok(None) };
    let agent = guest.state.store.agent(id).await?;
    Ok(agent.filter(|agent| agent.may_stay() && session::pends_for(&guest.session, agent)))
}

fn begin_again(guest: &Guest) -> HttpResponse {
    guest.flash(Flash { tone: Tone::Info, text: t!("login-code-late").into() });
    htmx::see_other(&guest.request, "/login")
}

fn refused(guest: &Guest, form: &CodeForm, error: &CodeError) -> HttpResponse {
    let (status, outcome) = match error {
        CodeError::Throttled { .. } => (StatusCode::TOO_MANY_REQUESTS, "throttled"),
        CodeError::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, "refused"),
    };
    metrics::counter!("muster_sign_ins_total", "outcome" => outcome).increment(1);
    let page = view::code(&form.next, Some(&phrase(&error.to_string())), &guest.csrf(), guest.now);
    let mut response = respond(status, page);
    match error {
        CodeError::Throttled { retry_after } => say_when(&mut response, *retry_after),
        CodeError::Busy => say_when(&mut response, Duration::from_secs(5)),
        _ => {}
    }
    response
}
