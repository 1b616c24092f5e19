//! Browser sessions: actix-session over the panel's own store.
//!
//! A signed-in session lives in the store and ends there for good. A visitor who has not signed in
//! carries theirs in the (encrypted, signed) cookie, so that strangers cannot fill the store.

mod end;
mod records;
mod view;

pub(super) use end::{Ended, end};
pub(super) use records::listed;
pub(super) use view::list;

use super::AppState;
use crate::model::*;
use crate::secrets::SecretKey;
use actix_session::config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy};
use actix_session::storage::{SaveError, UpdateError};
use actix_session::{Session, SessionMiddleware};
use actix_web::body::MessageBody;
use actix_web::cookie::{Key, SameSite, time::Duration as CookieDuration};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header;
use actix_web::middleware::Next;
use records::PanelSessions;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::time::Duration;
use time::OffsetDateTime;

const AGENT: &str = "agent";
const STANDING: &str = "standing";
const SIGNED_IN_AT: &str = "signed_in_at";
const SEEN_AT: &str = "seen_at";
const DEVICE: &str = "device";
const ADDRESS: &str = "address";
const ID: &str = "session_id";
const PENDING: &str = "pending";
const BY_PASSWORD_ALONE: &str = "by_password_alone";

/// The store is told of use at most this often.
const TOUCH_EVERY: i64 = 300;
/// So long someone may take to look for the code of their second factor, in seconds.
const PENDING_FOR: i64 = 300;

/// When a session ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// After this long without a request of the person's own.
    pub idle: Duration,
    /// This long after the sign-in, at the latest.
    pub lifetime: Duration,
}

impl SessionLimits {
    /// When one ends that began and was last used then; seconds since 1970.
    fn end(self, began: i64, seen: i64) -> i64 {
        let after = |from: i64, limit: Duration| from.saturating_add_unsigned(limit.as_secs());
        after(seen, self.idle).min(after(began, self.lifetime))
    }

    fn touch_every(self) -> i64 {
        i64::try_from(self.idle.as_secs() / 12).unwrap_or(TOUCH_EVERY).min(TOUCH_EVERY)
    }
}

/// Key of the session cookie, derived from the panel's key.
pub(super) fn cookie_key(secrets: &SecretKey) -> Key {
    Key::from(&secrets.derive("session cookie"))
}

/// The session middleware.
pub(super) fn middleware(state: &AppState, key: Key) -> SessionMiddleware<PanelSessions> {
    let idle = i64::try_from(state.sessions.idle.as_secs()).unwrap_or(i64::MAX);
    let lifecycle = PersistentSession::default()
        .session_ttl(CookieDuration::seconds(idle))
        .session_ttl_extension_policy(TtlExtensionPolicy::OnStateChanges);
    let https = state.public_url.is_https();
    SessionMiddleware::builder(PanelSessions::new(state.store.clone(), state.sessions), key)
        // The prefix makes browsers refuse a cookie that a subdomain or plain HTTP planted.
        .cookie_name(if https { "__Host-muster" } else { "muster" }.into())
        .cookie_secure(https)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".into())
        .cookie_content_security(CookieContentSecurity::Private)
        .session_lifecycle(lifecycle)
        .build()
}

/// Begins the session of someone who has just signed in, under a new key.
pub(super) fn begin(session: &Session, agent: &Agent, device: String, address: String) -> Result<(), actix_web::Error> {
    session.clear();
    let now = OffsetDateTime::now_utc().unix_timestamp();
    session.insert(AGENT, agent.id)?;
    session.insert(STANDING, standing(agent))?;
    session.insert(SIGNED_IN_AT, now)?;
    session.insert(SEEN_AT, now)?;
    session.insert(DEVICE, device)?;
    session.insert(ADDRESS, address)?;
    // Made now: two requests at once would each make one.
    let _ = super::csrf::token(session);
    session.renew();
    Ok(())
}

/// Notes that no second factor was asked for. Where one is switched on while the sign-in is under way, the session ends
/// before it is used, as those that were there already.
pub(super) fn by_password_alone(session: &Session) {
    let _ = session.insert(BY_PASSWORD_ALONE, true);
}

/// Whose own doing the second factor is goes on.
pub(super) fn with_second_factor(session: &Session) {
    session.remove(BY_PASSWORD_ALONE);
}

/// Whose session it is. The store gives only those that have not ended.
pub(super) fn agent(session: &Session) -> Option<AgentId> {
    session.get(AGENT).ok()?
}

/// Whether the agent has the role and the password that they signed in with. A change of either ends the sessions in
/// the store; this catches a sign-in that was under way meanwhile, and began its session afterwards.
pub(super) fn suits(session: &Session, agent: &Agent) -> bool {
    let began_with: Option<String> = session.get(STANDING).ok().flatten();
    // One of an older version did not note it.
    began_with.is_none_or(|began_with| began_with == standing(agent))
}

/// A digest: it tells whether they are the same, and nothing else.
fn standing(agent: &Agent) -> String {
    let of = format!("{} {}", agent.role.as_str(), agent.password_hash.as_deref().unwrap_or_default());
    Sha256::digest(of).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Notes that the session is used; a page's own polls do not count.
pub(super) fn touch(session: &Session, limits: SessionLimits) {
    let now = OffsetDateTime::now_utc().unix_timestamp();
    let seen = session.get::<i64>(SEEN_AT).ok().flatten().unwrap_or(0);
    if now - seen >= limits.touch_every() {
        let _ = session.insert(SEEN_AT, now);
    }
}

/// The id under which the store keeps this session.
pub(super) fn id(session: &Session) -> Option<String> {
    session.get(ID).ok().flatten()
}

/// Who has given the right password, and not yet the code of their second factor. It opens nothing: only the next step
/// looks at it.
#[derive(Serialize, Deserialize)]
struct Pending {
    agent: AgentId,
    standing: String,
    until: i64,
}

/// Begins a sign-in that a code is still missing of. It lies in the visitor's cookie.
pub(super) fn pend(session: &Session, agent: &Agent) -> Result<(), actix_web::Error> {
    let until = OffsetDateTime::now_utc().unix_timestamp() + PENDING_FOR;
    session.clear();
    session.insert(PENDING, Pending { agent: agent.id, standing: standing(agent), until })?;
    // Out of the store, where one was signed in.
    session.renew();
    Ok(())
}

/// Whose code is missing.
pub(super) fn pending(session: &Session) -> Option<AgentId> {
    let pending: Pending = session.get(PENDING).ok()??;
    (pending.until > OffsetDateTime::now_utc().unix_timestamp()).then_some(pending.agent)
}

/// As [`suits`], for a sign-in that a code is missing of.
pub(super) fn pends_for(session: &Session, agent: &Agent) -> bool {
    let pending: Option<Pending> = session.get(PENDING).ok().flatten();
    pending.is_some_and(|pending| pending.agent == agent.id && pending.standing == standing(agent))
}

/// Why the middleware could not read or keep a session, if that is what this error is about.
pub(super) fn cause(error: &actix_web::Error) -> Option<String> {
    // Where there are backtraces, they follow the first line.
    let first_line = |error: String| error.lines().next().unwrap_or_default().to_owned();
    let read = error.as_error::<InternalError<anyhow::Error>>().map(|error| format!("{error:#}"));
    let kept = || error.as_error::<InternalError<SaveError>>().map(|error| first_line(format!("{error:?}")));
    let updated = || error.as_error::<InternalError<UpdateError>>().map(|error| first_line(format!("{error:?}")));
    read.or_else(kept).or_else(updated)
}

/// Answers that are the same for everybody need no session, and no store: the stylesheet of the page that says
/// the store is away, and the answers to whoever watches the panel.
pub(super) async fn spare<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if request.path().starts_with("/static/") || ["/healthz", "/readyz"].contains(&request.path()) {
        request.headers_mut().remove(header::COOKIE);
    }
    next.call(request).await
}

#[cfg(test)]
mod tests;
