//! `/login` and `/logout`.

mod view;

use super::context::{Guest, respond};
use super::error::WebError;
use super::form;
use super::{client, htmx, session};
use crate::auth::SignInError;
use crate::model::{Agent, Role};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Query};
use secrecy::SecretString;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct LoginForm {
    email: String,
    password: SecretString,
    next: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct LoginQuery {
    next: String,
}

pub(super) async fn new(guest: Guest, query: Query<LoginQuery>) -> Result<HttpResponse, WebError> {
    if let Some(agent) = signed_in(&guest).await? {
        return Ok(htmx::see_other(&guest.request, &destination(&agent, &query.next)));
    }
    let to_set_up =
        guest.state.setup_code.is_some() && guest.state.store.agent_counts().await?.able_administrators == 0;
    if to_set_up {
        return Ok(htmx::see_other(&guest.request, "/setup"));
    }
    let form = LoginForm { next: query.into_inner().next, ..LoginForm::default() };
    Ok(respond(StatusCode::OK, view::page(&form, None, guest.take_flash().as_ref(), &guest.csrf(), guest.now)))
}

pub(super) async fn create(guest: Guest, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: LoginForm = form::read(&body)?;
    let address = client::address(&guest.request, &guest.state);
    let agent = match guest.state.sign_in.sign_in(&form.email, &form.password, address).await {
        Ok(agent) => agent,
        Err(SignInError::Storage(error)) => return Err(error.into()),
        Err(error) => {
            metrics::counter!("muster_sign_ins_total", "outcome" => outcome(&error)).increment(1);
            return Ok(refused(&guest, &form, &error));
        }
    };
    metrics::counter!("muster_sign_ins_total", "outcome" => "accepted").increment(1);
    session::begin(&guest.session, agent.id, client::device(&guest.request), address.to_string())
        .map_err(|_| WebError::Unavailable)?;
    Ok(htmx::see_other(&guest.request, &destination(&agent, &form.next)))
}

pub(super) async fn delete(guest: Guest) -> HttpResponse {
    guest.session.purge();
    htmx::see_other(&guest.request, "/login")
}

fn refused(guest: &Guest, form: &LoginForm, error: &SignInError) -> HttpResponse {
    let status = match error {
        SignInError::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        SignInError::DirectoryUnreachable => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = respond(status, view::page(form, Some(&error.to_string()), None, &guest.csrf(), guest.now));
    if let SignInError::Throttled { retry_after } = error {
        let seconds = header::HeaderValue::from(retry_after.as_secs().max(1));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

fn outcome(error: &SignInError) -> &'static str {
    match error {
        SignInError::Wrong | SignInError::Objected(_) => "refused",
        SignInError::DirectoryUnreachable => "unreachable",
        SignInError::Throttled { .. } => "throttled",
        SignInError::Storage(_) => "failed",
    }
}

async fn signed_in(guest: &Guest) -> Result<Option<Agent>, WebError> {
    let Some(id) = session::agent(&guest.session) else {
        return Ok(None);
    };
    Ok(guest.state.store.agent(id).await?.filter(Agent::may_stay))
}

/// Where someone goes after signing in: a page of this panel that was asked for, else their start.
fn destination(agent: &Agent, next: &str) -> String {
    if is_own_path(next) {
        return next.to_owned();
    }
    if agent.role == Role::Administrator { "/agents".into() } else { "/me".into() }
}

/// A path of this panel. Browsers take `//host` and `/\host` for another site, and drop tabs and
/// line ends before they look.
fn is_own_path(next: &str) -> bool {
    let plain = next.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    plain
        && next.starts_with('/')
        && !next.starts_with("//")
        && next != "/"
        && !next.starts_with("/login")
        && !next.starts_with("/logout")
}

#[cfg(any(test, fuzzing))]
pub(super) fn fuzz(body: &Bytes, next: &str) {
    use secrecy::ExposeSecret;
    if let Ok(form) = form::read::<LoginForm>(body) {
        let secret = form.password.expose_secret().to_owned();
        let shown = view::page(&form, Some("No."), None, "token", time::OffsetDateTime::UNIX_EPOCH).into_string();
        let told = format!("{}{}", form.email, form.next);
        let plain = secret.len() > 8 && secret.chars().all(|c| c.is_ascii_alphanumeric());
        // Words of the page itself, and what came in another field too, prove nothing.
        let own = view::page(&LoginForm::default(), Some("No."), None, "token", time::OffsetDateTime::UNIX_EPOCH);
        if plain && !told.contains(&secret) && !own.into_string().contains(&secret) {
            assert!(!shown.contains(&secret), "a password is rendered");
        }
    }
    if is_own_path(next) {
        for base in ["http://panel.test/login", "https://panel.test:8443/login?next=x"] {
            let base = url::Url::parse(base).unwrap_or_else(|_| unreachable!());
            let there = base.join(next).unwrap_or_else(|error| unreachable!("{next:?} is no address: {error}"));
            assert_eq!(there.origin(), base.origin(), "{next:?} leads away");
            assert!(header::HeaderValue::from_str(next).is_ok(), "{next:?} is no header");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn next_never_leads_to_another_site() {
        assert!(is_own_path("/agents?q=a%20b"));
        for next in [
            "",
            "/",
            "//evil.test",
            "/\\evil.test",
            "https://evil.test",
            "/\t/evil.test",
            "javascript:x",
            "/a\nb",
            "/login",
        ] {
            assert!(!is_own_path(next), "{next:?} passed");
        }
    }
}
