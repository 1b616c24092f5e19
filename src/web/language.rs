//! The language of a request: what the agent chose, else what this browser was told here, else what it asks for.

use super::context::Guest;
use super::error::WebError;
use super::{AppState, form, htmx};
use crate::language::{self, Language, t};
use crate::model::{Agent, PreferencesEdit};
use actix_web::body::MessageBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, AcceptLanguage, Header, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;

const COOKIE: &str = "muster-language";

/// Has everything that answers a request speak the language of whoever sent it. Programs are answered in English.
pub(super) async fn speak<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let language = if htmx::wants_json(request.request()) { Language::English } else { of_browser(request.request()) };
    language::scope(language, next.call(request)).await
}

/// From here on it is known who asks.
pub(super) fn speak_to(agent: &Agent, request: &HttpRequest) {
    let chosen = agent.preferences.language.as_deref().and_then(Language::parse);
    if let Some(language) = chosen.filter(|_| !htmx::wants_json(request)) {
        language::speak(language);
    }
}

pub(super) fn of_browser(request: &HttpRequest) -> Language {
    cookie(request).or_else(|| asked_for(request)).unwrap_or_default()
}

/// Read from the header itself: `HttpRequest::cookie` keeps what it read, and `session::spare`, which comes later, could
/// not take the cookies away any more.
fn cookie(request: &HttpRequest) -> Option<Language> {
    let headers = request.headers().get_all(header::COOKIE).filter_map(|header| header.to_str().ok());
    let mut cookies = headers.flat_map(|header| header.split(';')).filter_map(|one| Cookie::parse(one.trim()).ok());
    cookies.find(|cookie| cookie.name() == COOKIE).and_then(|cookie| Language::parse(cookie.value()))
}

fn asked_for(request: &HttpRequest) -> Option<Language> {
    let wanted = AcceptLanguage::parse(request).ok()?.ranked();
    let tags: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    Language::negotiate(tags.iter().map(String::as_str))
}

/// What pages say of their language.
pub(super) fn label(headers: &mut HeaderMap) {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !content_type.is_some_and(|kind| kind.starts_with("text/html")) {
        return;
    }
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language::current().tag()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LanguageForm {
    language: String,
    next: String,
}

/// `/language`: chooses one, also before signing in.
pub(super) async fn choose(guest: Guest, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: LanguageForm = form::read(&body)?;
    let Some(language) = Language::parse(&form.language) else {
        return Err(WebError::BadRequest(t!("error-no-such-language").into()));
    };
    let agent = guest.request.extensions().get::<Agent>().cloned();
    if let Some(agent) = agent {
        let edit = PreferencesEdit { language: Some(Some(language.tag().into())), ..PreferencesEdit::default() };
        guest.state.store.set_preferences(agent.id, &edit).await?;
    }
    let next = if htmx::is_path_here(&form.next) { &form.next } else { "/" };
    let mut response = htmx::see_other(&guest.request, next);
    remember(&guest.state, Some(language), &mut response);
    Ok(response)
}

/// Keeps the choice in this browser too, for before the next sign-in; or forgets it.
pub(super) fn remember(state: &AppState, language: Option<Language>, response: &mut HttpResponse) {
    let mut cookie = Cookie::new(COOKIE, language.map_or("", Language::tag));
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(state.public_url.is_https());
    cookie.set_same_site(SameSite::Lax);
    cookie.set_max_age(Duration::days(if language.is_some() { 365 } else { 0 }));
    // A tag is a header's text, so this cannot fail.
    let _ = response.add_cookie(&cookie);
}
