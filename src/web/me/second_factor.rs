//! `/me/second-factor`: a local agent sets one up, makes new recovery codes, switches it off.
//!
//! The secret of one that is being set up lies sealed in the session; only a code that the app made of it switches the
//! second factor on.

use super::password::require_local;
use super::second_factor_view as view;
use crate::auth::{CodeError, RecoveryCodes, SecondFactors, switch_off};
use crate::language::{phrase, t};
use crate::model::{Action, AgentId, SealedSecret, Subject};
use crate::web::components::Tone;
use crate::web::context::{Context, Screen};
use crate::web::error::WebError;
use crate::web::form::{self, Errors};
use crate::web::layout::{Flash, Section};
use crate::web::{client, confirm, htmx, session};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

const DRAFT: &str = "second_factor_draft";
const DRAFT_FOR: i64 = 30 * 60;

/// A secret that no code was made of yet.
#[derive(Serialize, Deserialize)]
struct Draft {
    sealed: SealedSecret,
    until: i64,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FactorForm {
    current_password: SecretString,
    code: SecretString,
}

pub(in crate::web) async fn show(context: Context) -> Result<HttpResponse, WebError> {
    require_local(&context.agent)?;
    page(&context, StatusCode::OK, &Errors::default()).await
}

/// Switches it on.
pub(in crate::web) async fn create(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    require_local(&context.agent)?;
    let form: FactorForm = form::read(&body)?;
    let mut errors = Errors::default();
    let Some(secret) = drafted(&context) else {
        errors.add("code", t!("me-factor-late"));
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await;
    };
    if confirm::own_password(&context, &form.current_password, &mut errors).await?.is_none() {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await;
    }
    let codes = context.state.second_factors.set_up(context.agent.id, &secret, &form.code, context.now).await;
    match done(codes, &mut errors)? {
        Some(codes) => {
            context.session.remove(DRAFT);
            tracing::info!(agent = %context.agent.id, "second factor set up");
            record(&context, Action::SecondFactorSet, "set up").await;
            let lead = t!("me-codes-first");
            end_others(&context).await?;
            shown(&context, lead, &codes).await
        }
        None => page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await,
    }
}

/// New recovery codes.
pub(in crate::web) async fn renew(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let mut errors = Errors::default();
    if !confirmed(&context, &body, &mut errors).await? {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await;
    }
    match done(context.state.second_factors.renew_codes(context.agent.id).await, &mut errors)? {
        Some(codes) => {
            tracing::info!(agent = %context.agent.id, "new recovery codes made");
            record(&context, Action::SecondFactorSet, "new recovery codes").await;
            let lead = t!("me-codes-renewed");
            shown(&context, lead, &codes).await
        }
        None => page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await,
    }
}

pub(in crate::web) async fn delete(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let mut errors = Errors::default();
    if !confirmed(&context, &body, &mut errors).await? {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await;
    }
    switch_off(&context.state.store, context.agent.id).await?;
    tracing::info!(agent = %context.agent.id, "second factor switched off");
    record(&context, Action::SecondFactorReset, "switched off").await;
    end_others(&context).await?;
    let text = t!("me-second-factor-is-off").into();
    context.flash(Flash { tone: Tone::Ok, text });
    Ok(htmx::see_other(&context.request, "/me"))
}

async fn record(context: &Context, action: Action, how: &'static str) {
    context.record(action, |deed| deed.about(Subject::agent(&context.agent)).because(how)).await;
}

/// The password and a code, which is spent.
async fn confirmed(context: &Context, body: &Bytes, errors: &mut Errors) -> Result<bool, WebError> {
    require_local(&context.agent)?;
    let form: FactorForm = form::read(body)?;
    if confirm::own_password(context, &form.current_password, errors).await?.is_none() {
        return Ok(false);
    }
    let address = client::address(&context.request, &context.state);
    let used = context.state.second_factors.verify(context.agent.id, &form.code, address, context.now).await;
    Ok(done(used, errors)?.is_some())
}

/// Leaves what went wrong beside the code.
fn done<T>(outcome: Result<T, CodeError>, errors: &mut Errors) -> Result<Option<T>, WebError> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(CodeError::Storage(error)) => Err(error.into()),
        Err(error @ (CodeError::On | CodeError::Off)) => {
            Err(WebError::Conflict(phrase(&error.to_string()).into_owned()))
        }
        Err(error) => {
            errors.add("code", error.to_string());
            Ok(None)
        }
    }
}

/// This session goes on under a new key, the others do not.
async fn end_others(context: &Context) -> Result<(), WebError> {
    let current = session::id(&context.session);
    context.state.store.end_sessions(context.agent.id, current.as_deref()).await?;
    session::with_second_factor(&context.session);
    context.session.renew();
    Ok(())
}

async fn shown(context: &Context, lead: &str, codes: &RecoveryCodes) -> Result<HttpResponse, WebError> {
    let screen = Screen::new(t!("me-codes-title"), Section::MyPage, view::codes(lead, codes));
    context.render(StatusCode::OK, screen).await
}

async fn page(context: &Context, status: StatusCode, errors: &Errors) -> Result<HttpResponse, WebError> {
    let csrf = context.csrf();
    let content = match context.state.store.second_factor(context.agent.id).await? {
        Some(factor) => view::on(&factor, errors, &csrf, context.now),
        None => {
            let secret = drafted(context).unwrap_or_else(|| draft(context));
            let (_, host) = context.state.public_url.as_str().split_once("://").unwrap_or_default();
            view::off(&secret, context.agent.email.as_str(), host, errors, &csrf)
        }
    };
    context.render(status, Screen::new(t!("me-second-factor"), Section::MyPage, content)).await
}

fn place(agent: AgentId) -> String {
    format!("session/{}", SecondFactors::place(agent))
}

fn draft(context: &Context) -> SecretString {
    let secret = SecondFactors::new_secret();
    let sealed = context.state.secrets.seal(&place(context.agent.id), &secret);
    let _ = context.session.insert(DRAFT, Draft { sealed, until: context.now.unix_timestamp() + DRAFT_FOR });
    secret
}

fn drafted(context: &Context) -> Option<SecretString> {
    let draft: Draft = context.session.get(DRAFT).ok()??;
    let is_fresh = draft.until > context.now.unix_timestamp();
    is_fresh.then(|| context.state.secrets.open(&place(context.agent.id), &draft.sealed).ok())?
}
