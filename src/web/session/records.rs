//! Sessions as the store keeps them, and visitors' as the cookie does.

use super::{ADDRESS, AGENT, AppState, BY_PASSWORD_ALONE, DEVICE, ID, SEEN_AT, SIGNED_IN_AT, SessionLimits};
use crate::model::*;
use crate::storage::{SessionRecord, StorageError, Store};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError, generate_session_key};
use actix_web::cookie::time::Duration as CookieDuration;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use time::OffsetDateTime;

/// actix-session's view of the store.
#[derive(Clone)]
pub(in crate::web) struct PanelSessions {
    store: Store,
    limits: SessionLimits,
}

/// A session, for the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Listed {
    pub(super) id: String,
    pub(super) device: String,
    pub(super) address: String,
    pub(super) since: Timestamp,
    pub(super) last_used: Timestamp,
}

/// An agent's sessions, newest first.
pub(in crate::web) async fn listed(
    state: &AppState,
    agent: AgentId,
    now: Timestamp,
) -> Result<Vec<Listed>, StorageError> {
    let mut sessions = state.store.sessions_of(agent, now).await?;
    // What was begun under longer limits.
    sessions.retain(|session| is_live(session, state.sessions, now));
    let list = |session: SessionRecord| Listed {
        // Noted in whole seconds.
        last_used: OffsetDateTime::from_unix_timestamp(seen_at(&session))
            .map_or(session.created_at, |seen| seen.max(session.created_at)),
        id: session.id,
        device: session.device,
        address: session.address,
        since: session.created_at,
    };
    Ok(sessions.into_iter().map(list).collect())
}

fn seen_at(session: &SessionRecord) -> i64 {
    text_of(&session.state, SEEN_AT).unwrap_or_else(|| session.created_at.unix_timestamp())
}

/// By the record's own beginning, whatever the session says, and by the limits of today.
fn is_live(session: &SessionRecord, limits: SessionLimits, now: Timestamp) -> bool {
    now.unix_timestamp() < limits.end(session.created_at.unix_timestamp(), seen_at(session))
}

/// A visitor's session, as it lies in the cookie.
#[derive(Serialize, Deserialize)]
struct Visitor {
    state: HashMap<String, String>,
    until: i64,
}

const VISITOR: &str = "visitor.";

impl PanelSessions {
    pub(super) fn new(store: Store, limits: SessionLimits) -> PanelSessions {
        PanelSessions { store, limits }
    }

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
        // One that goes on under a new key is as old as before.
        let began = text_of(&state, SIGNED_IN_AT).filter(|at| *at < now.unix_timestamp());
        let began = began.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
        let began = began.unwrap_or(now);
        let record = SessionRecord {
            id: Self::id_of(&key),
            agent,
            device: text_of(&state, DEVICE).unwrap_or_default(),
            address: text_of(&state, ADDRESS).unwrap_or_default(),
            expires_at: self.end(began.unix_timestamp(), &state),
            state,
            created_at: began,
        };
        self.store.add_session(&record).await?;
        // Looked at once it is there: whoever switches a second factor on ends what is there then.
        let is_alone = record.state.contains_key(BY_PASSWORD_ALONE);
        if is_alone && self.store.second_factor(record.agent).await?.is_some() {
            self.store.end_session(&record.id).await?;
            return Self::visitor_key(HashMap::new(), ttl);
        }
        Ok(key)
    }

    /// Whatever else changes in a session, only its use moves its end.
    fn end(&self, began: i64, state: &HashMap<String, String>) -> Timestamp {
        let seen = text_of(state, SEEN_AT).unwrap_or(began);
        OffsetDateTime::from_unix_timestamp(self.limits.end(began, seen)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
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
        let now = OffsetDateTime::now_utc();
        let found = self.store.session(&id, now).await;
        let record = found.map_err(|error| LoadError::Other(error.into()))?;
        Ok(record.filter(|record| is_live(record, self.limits, now)).map(|record| {
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
        let until = self.end(text_of(&state, SIGNED_IN_AT).unwrap_or(0), &state);
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
