//! Browser sessions: actix-session over the panel's own store.
//!
//! A signed-in session lives in the store and ends there for good. A visitor who has not signed in
//! carries theirs in the (encrypted, signed) cookie, so that strangers cannot fill the store.

use super::AppState;
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{SessionRecord, StorageError, Store};
use actix_session::config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError, generate_session_key};
use actix_session::{Session, SessionMiddleware};
use actix_web::body::MessageBody;
use actix_web::cookie::{Key, SameSite, time::Duration as CookieDuration};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header;
use actix_web::middleware::Next;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use time::{Duration, OffsetDateTime};

/// Without a request for this long a session ends.
const IDLE: Duration = Duration::hours(12);
/// And at the latest after this long.
const ABSOLUTE: Duration = Duration::days(7);
/// The store is told of use at most this often.
const TOUCH_EVERY: Duration = Duration::minutes(5);

const AGENT: &str = "agent";
const SIGNED_IN_AT: &str = "signed_in_at";
const SEEN_AT: &str = "seen_at";
const DEVICE: &str = "device";
const ADDRESS: &str = "address";
const ID: &str = "session_id";

/// Key of the session cookie, derived from the panel's key.
pub(super) fn cookie_key(secrets: &SecretKey) -> Key {
    Key::from(&secrets.derive("session cookie"))
}

/// The session middleware.
pub(super) fn middleware(state: &AppState, key: Key) -> SessionMiddleware<PanelSessions> {
    let lifecycle = PersistentSession::default()
        .session_ttl(CookieDuration::seconds(IDLE.whole_seconds()))
        .session_ttl_extension_policy(TtlExtensionPolicy::OnStateChanges);
    let https = state.public_url.is_https();
    SessionMiddleware::builder(PanelSessions { store: state.store.clone() }, key)
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
pub(super) fn begin(
    session: &Session,
    agent: AgentId,
    device: String,
    address: String,
) -> Result<(), actix_web::Error> {
    session.clear();
    let now = OffsetDateTime::now_utc().unix_timestamp();
    session.insert(AGENT, agent)?;
    session.insert(SIGNED_IN_AT, now)?;
    session.insert(SEEN_AT, now)?;
    session.insert(DEVICE, device)?;
    session.insert(ADDRESS, address)?;
    session.renew();
    Ok(())
}

/// Whose session it is, unless it is past its absolute end.
pub(super) fn agent(session: &Session) -> Option<AgentId> {
    let began = session.get::<i64>(SIGNED_IN_AT).ok()??;
    let fresh = OffsetDateTime::now_utc().unix_timestamp() - began < ABSOLUTE.whole_seconds();
    session.get(AGENT).ok()?.filter(|_| fresh)
}

/// Notes that the session is used; a page's own polls do not count.
pub(super) fn touch(session: &Session) {
    let now = OffsetDateTime::now_utc().unix_timestamp();
    let seen = session.get::<i64>(SEEN_AT).ok().flatten().unwrap_or(0);
    if now - seen >= TOUCH_EVERY.whole_seconds() {
        let _ = session.insert(SEEN_AT, now);
    }
}

/// The id under which the store keeps this session.
pub(super) fn id(session: &Session) -> Option<String> {
    session.get(ID).ok().flatten()
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

/// actix-session's view of the store.
#[derive(Clone)]
pub(super) struct PanelSessions {
    store: Store,
}

/// A visitor's session, as it lies in the cookie.
#[derive(Serialize, Deserialize)]
struct Visitor {
    state: HashMap<String, String>,
    until: i64,
}

const VISITOR: &str = "visitor.";

impl PanelSessions {
    fn id_of(key: &SessionKey) -> String {
        Sha256::digest(key.as_ref().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn visitor_key(state: HashMap<String, String>, ttl: &CookieDuration) -> Result<SessionKey, anyhow::Error> {
        let until = OffsetDateTime::now_utc().unix_timestamp() + ttl.whole_seconds();
        let json = serde_json::to_vec(&Visitor { state, until })?;
        Ok(SessionKey::try_from(format!("{VISITOR}{}", URL_SAFE_NO_PAD.encode(json)))?)
    }

    fn visitor_state(text: &str) -> Option<HashMap<String, String>> {
        let json = URL_SAFE_NO_PAD.decode(text).ok()?;
        let visitor: Visitor = serde_json::from_slice(&json).ok()?;
        // What signs someone in counts only from the store.
        let honest = visitor.until > OffsetDateTime::now_utc().unix_timestamp() && !visitor.state.contains_key(AGENT);
        honest.then_some(visitor.state)
    }

    async fn add(&self, mut state: HashMap<String, String>, ttl: &CookieDuration) -> Result<SessionKey, anyhow::Error> {
        let Some(agent) = text_of(&state, AGENT) else {
            return Self::visitor_key(state, ttl);
        };
        state.remove(ID);
        let key = generate_session_key();
        let now = OffsetDateTime::now_utc();
        let record = SessionRecord {
            id: Self::id_of(&key),
            agent,
            device: text_of(&state, DEVICE).unwrap_or_default(),
            address: text_of(&state, ADDRESS).unwrap_or_default(),
            state,
            expires_at: now + Duration::seconds(ttl.whole_seconds()),
            created_at: now,
        };
        self.store.add_session(&record).await?;
        Ok(key)
    }
}

/// actix-session keeps values as JSON text.
fn text_of<T: serde::de::DeserializeOwned>(state: &HashMap<String, String>, key: &str) -> Option<T> {
    serde_json::from_str(state.get(key)?).ok()
}

impl SessionStore for PanelSessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        if let Some(text) = key.as_ref().strip_prefix(VISITOR) {
            return Ok(Self::visitor_state(text));
        }
        let id = Self::id_of(key);
        let found = self.store.session(&id, OffsetDateTime::now_utc()).await;
        let record = found.map_err(|error| LoadError::Other(error.into()))?;
        Ok(record.map(|record| {
            let mut state = record.state;
            state.insert(ID.into(), serde_json::Value::from(id).to_string());
            state
        }))
    }

    async fn save(&self, state: HashMap<String, String>, ttl: &CookieDuration) -> Result<SessionKey, SaveError> {
        self.add(state, ttl).await.map_err(SaveError::Other)
    }

    async fn update(
        &self,
        key: SessionKey,
        mut state: HashMap<String, String>,
        ttl: &CookieDuration,
    ) -> Result<SessionKey, UpdateError> {
        if key.as_ref().starts_with(VISITOR) {
            return self.add(state, ttl).await.map_err(UpdateError::Other);
        }
        state.remove(ID);
        let until = OffsetDateTime::now_utc() + Duration::seconds(ttl.whole_seconds());
        match self.store.update_session(&Self::id_of(&key), &state, until).await {
            Ok(true) => Ok(key),
            // Ended while the request ran: it must not come back.
            Ok(false) => Self::visitor_key(HashMap::new(), ttl).map_err(UpdateError::Other),
            Err(error) => Err(UpdateError::Other(error.into())),
        }
    }

    async fn update_ttl(&self, _: &SessionKey, _: &CookieDuration) -> Result<(), anyhow::Error> {
        Ok(()) // only asked for by a policy that is not used
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        if key.as_ref().starts_with(VISITOR) {
            return Ok(());
        }
        match self.store.end_session(&Self::id_of(key)).await {
            Ok(()) | Err(StorageError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
