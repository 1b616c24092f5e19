//! `/login` and `/logout`.

pub(super) mod code;
mod view;

use super::context::{Guest, respond};
use super::error::WebError;
use super::form;
use super::{access, client, htmx, session, turns};
use crate::auth::SignInError;
use crate::language::phrase;
use crate::model::{Action, Actor, Agent, Role};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Query};
use secrecy::SecretString;
use serde::Deserialize;
use std::time::Duration;

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
    let turn = turns::taken(&guest.request);
    let form: LoginForm = form::read(&body)?;
    let caller = client::caller(&guest.request, &guest.state);
    let begun = guest.state.sign_in.begin(&form.email, &caller).await?;
    let _turn = turn.filter(|_| begun.is_over());
    let agent = match guest.state.sign_in.finish(&begun, &form.password).await {
        Ok(agent) => agent,
        Err(SignInError::Storage(error)) => return Err(error.into()),
        Err(error) => {
            note_failure(&guest, begun.agent.as_ref(), &error);
            metrics::counter!("muster_sign_ins_total", "outcome" => outcome(&error)).increment(1);
            return Ok(refused(&guest, &form, &error));
        }
    };
    if guest.state.second_factors.is_on(&agent).await? {
        return code::ask(&guest, &agent, &form.next);
    }
    metrics::counter!("muster_sign_ins_total", "outcome" => "accepted").increment(1);
    session::begin(&guest.session, &agent, client::device(&guest.request), caller.address.to_string())
        .map_err(|_| WebError::Unavailable)?;
    if agent.is_local() {
        session::by_password_alone(&guest.session);
    }
    guest.state.activity.record(guest.deed(Actor::of(&agent), Action::SignedIn)).await;
    let mut response = htmx::see_other(&guest.request, &destination(&agent, &form.next));
    client::remember(&guest.state, &agent, &caller, &mut response);
    Ok(response)
}

pub(super) async fn delete(guest: Guest) -> HttpResponse {
    let agent = signed_in(&guest).await.ok().flatten();
    guest.session.purge();
    if let Some(agent) = agent {
        guest.state.activity.record(guest.deed(Actor::of(&agent), Action::SignedOut)).await;
    }
    htmx::see_other(&guest.request, "/login")
}

/// For the activity log. An email that no agent has is not kept: it may be a password that was typed in its place.
fn note_failure(guest: &Guest, agent: Option<&Agent>, error: &SignInError) {
    let actor = agent.map_or(Actor::Nobody, Actor::of);
    guest.state.activity.note_failure(guest.deed(actor, Action::SignInFailed).because(reason(error)));
}

/// For administrators, who may know; the person is told what the error says of itself.
pub(super) fn reason(error: &SignInError) -> &'static str {
    match error {
        SignInError::Throttled { .. } => "too many attempts",
        SignInError::Busy => "too many sign-ins at once",
        SignInError::DirectoryUnreachable => "the directory could not be reached",
        SignInError::Objected(objection) => objection.words(),
        SignInError::Wrong { why } => why,
        SignInError::Storage(_) => "the store failed",
    }
}

fn refused(guest: &Guest, form: &LoginForm, error: &SignInError) -> HttpResponse {
    let status = match error {
        SignInError::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        SignInError::DirectoryUnreachable | SignInError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response =
        respond(status, view::page(form, Some(&phrase(&error.to_string())), None, &guest.csrf(), guest.now));
    let wait = match error {
        SignInError::Throttled { retry_after } => Some(*retry_after),
        SignInError::DirectoryUnreachable => Some(Duration::from_secs(60)),
        SignInError::Busy => Some(Duration::from_secs(5)),
        SignInError::Wrong { .. } | SignInError::Objected(_) | SignInError::Storage(_) => None,
    };
    if let Some(wait) = wait {
        say_when(&mut response, wait);
    }
    response
}

/// When another attempt may be made: not a part of a second too early.
fn say_when(response: &mut HttpResponse, retry_after: Duration) {
    let seconds = header::HeaderValue::from(retry_after.as_secs() + 1);
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
}

fn outcome(error: &SignInError) -> &'static str {
    match error {
        SignInError::Wrong { .. } | SignInError::Objected(_) => "refused",
        SignInError::DirectoryUnreachable => "unreachable",
        SignInError::Busy => "busy",
        SignInError::Throttled { .. } => "throttled",
        SignInError::Storage(_) => "failed",
    }
}

async fn signed_in(guest: &Guest) -> Result<Option<Agent>, WebError> {
    access::present(&guest.session, &guest.state).await
}

/// Where someone goes after signing in: a page of this panel that was asked for, else their start.
fn destination(agent: &Agent, next: &str) -> String {
    if is_own_path(next) {
        return next.to_owned();
    }
    if agent.role == Role::Administrator { "/agents".into() } else { "/me".into() }
}

/// A page of this panel, and none of the way in.
fn is_own_path(next: &str) -> bool {
    htmx::is_path_here(next) && next != "/" && !next.starts_with("/login") && !next.starts_with("/logout")
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

    /// All that browsers do to an address, by the standard they follow, on every short text of its odd parts.
    #[test]
    fn whatever_next_is_a_browser_stays_on_the_panel() {
        const PARTS: [&str; 14] =
            ["/", "\\", ".", "..", "%2f", "%5C", "%09", "\t", "@", ":", "evil.test", "?", "#", "https:"];
        let here = url::Url::parse("https://muster.test/login").expect("url");
        let mut passed = 0;
        let texts = (0..PARTS.len().pow(4)).map(|number| {
            let part = |place: u32| PARTS[number / PARTS.len().pow(place) % PARTS.len()];
            format!("/{}{}{}{}", part(0), part(1), part(2), part(3))
        });
        for next in texts.filter(|next| is_own_path(next)) {
            let there = here.join(&next).expect("an address");
            assert_eq!(there.origin(), here.origin(), "{next:?}");
            passed += 1;
        }
        assert!(passed > 1000, "{passed}");
    }

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
