//! `/me/password`: a local agent changes their own.

use super::super::components::*;
use super::super::context::{Context, Screen};
use super::super::error::WebError;
use super::super::form::{self, Errors};
use super::super::layout::{Flash, Section};
use super::super::{client, confirm, htmx, session};
use crate::auth::local_password;
use crate::language::t;
use crate::model::{Action, Agent, AgentEdit, Subject};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use maud::{Markup, html};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct PasswordForm {
    current_password: SecretString,
    password: SecretString,
}

/// Passwords of the others are the directory's.
pub(super) fn require_local(agent: &Agent) -> Result<(), WebError> {
    if agent.is_local() {
        return Ok(());
    }
    Err(WebError::Unprocessable(t!("me-password-elsewhere").into()))
}

pub(in crate::web) async fn edit(context: Context) -> Result<HttpResponse, WebError> {
    require_local(&context.agent)?;
    page(&context, StatusCode::OK, &Errors::default()).await
}

pub(in crate::web) async fn update(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    require_local(&context.agent)?;
    let form: PasswordForm = form::read(&body)?;
    let mut errors = Errors::default();
    let about = [context.agent.name.as_str(), context.agent.email.as_str(), context.state.public_url.host()];
    errors.take("password", local_password::check_strength(&form.password, &about));
    if form.password.expose_secret() == form.current_password.expose_secret() {
        errors.add("password", t!("me-password-same"));
    }
    let confirmed = match errors.is_empty() {
        true => confirm::own_password(&context, &form.current_password, &mut errors).await?,
        false => None,
    };
    let Some(agent) = confirmed else {
        return page(&context, StatusCode::UNPROCESSABLE_ENTITY, &errors).await;
    };
    let hash = local_password::hash(&form.password).await?;
    let edit = AgentEdit { password_hash: Some(hash), ..AgentEdit::default() };
    // Ends every session. Whoever has set another password meanwhile is not written over.
    let agent = context.state.store.edit_agent(agent.id, edit, Some(agent.version)).await?;
    tracing::info!(agent = %agent.id, "own password changed");
    context.record(Action::PasswordChanged, |deed| deed.about(Subject::agent(&agent))).await;
    let caller = client::caller(&context.request, &context.state);
    session::begin(&context.session, &agent, client::device(&context.request), caller.address.to_string())
        .map_err(|_| WebError::Unavailable)?;
    let text = t!("me-password-set").into();
    context.flash(Flash { tone: Tone::Ok, text });
    let mut response = htmx::see_other(&context.request, "/me");
    // What the browser had shows the password of before.
    client::remember(&context.state, &agent, &caller, &mut response);
    Ok(response)
}

async fn page(context: &Context, status: StatusCode, errors: &Errors) -> Result<HttpResponse, WebError> {
    let content = view(errors, &context.csrf());
    context.render(status, Screen::new(t!("me-password-change"), Section::MyPage, content)).await
}

fn view(errors: &Errors, csrf: &str) -> Markup {
    html! {
        div.stack.narrow {
            (Card::untitled().body(&html! {
                form.form method="post" action="/me/password" {
                    (csrf_field(csrf))
                    (PasswordField::current("current_password", t!("me-password-yours")).required().errors(errors.get("current_password")))
                    (PasswordField::new_one("password", t!("me-password-new")).required()
                        .hint(t!("me-password-hint")).errors(errors.get("password")))
                    (buttons(&html! {
                        (Button::submit(t!("me-password-change")).primary().busy(t!("me-changing")))
                        (Button::link("/me", t!("me-cancel")))
                    }))
                }
            }))
        }
    }
}
