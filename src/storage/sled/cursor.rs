//! Where a page ended: the sort key and id of its last record, opaque and safe in a URL.

use super::entry::Entry;
use crate::model::AgentId;
use crate::storage::AgentSort;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use std::cmp::Ordering;
use uuid::Uuid;

/// The last agent of a page of the agent list.
pub(super) struct AgentCursor {
    key: Key,
    id: AgentId,
}

enum Key {
    Name(String),
    Email(String),
    SignIn(i64),
}

impl AgentCursor {
    /// After this entry.
    pub(super) fn after(entry: &Entry, sort: AgentSort) -> String {
        let (kind, key) = match sort {
            AgentSort::Name | AgentSort::NameDescending => (b'n', entry.name().as_bytes().to_vec()),
            AgentSort::Email | AgentSort::EmailDescending => (b'e', entry.email().as_bytes().to_vec()),
            AgentSort::LastSignIn | AgentSort::LastSignInAscending => (b's', entry.last_sign_in.to_be_bytes().to_vec()),
        };
        let mut bytes = vec![kind];
        bytes.extend(entry.id.0.as_bytes());
        bytes.extend(key);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads one; `None` for anything that is not one of this sort.
    pub(super) fn parse(text: &str, sort: AgentSort) -> Option<AgentCursor> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (kind, rest) = bytes.split_first()?;
        let (id, key) = rest.split_at_checked(16)?;
        let text = || String::from_utf8(key.to_vec()).ok();
        let key = match (kind, sort) {
            (b'n', AgentSort::Name | AgentSort::NameDescending) => Key::Name(text()?),
            (b'e', AgentSort::Email | AgentSort::EmailDescending) => Key::Email(text()?),
            (b's', AgentSort::LastSignIn | AgentSort::LastSignInAscending) => {
                Key::SignIn(i64::from_be_bytes(key.try_into().ok()?))
            }
            _ => return None,
        };
        Some(AgentCursor { key, id: AgentId(Uuid::from_slice(id).ok()?) })
    }

    /// Where an entry stands to it, in ascending order.
    pub(super) fn compare(&self, entry: &Entry) -> Ordering {
        let by_key = match &self.key {
            Key::Name(name) => entry.name().cmp(name),
            Key::Email(email) => entry.email().cmp(email),
            Key::SignIn(at) => entry.last_sign_in.cmp(at),
        };
        by_key.then(entry.id.cmp(&self.id))
    }
}

/// A cursor that is a number.
pub(super) fn number_after(number: u64) -> String {
    URL_SAFE_NO_PAD.encode(number.to_be_bytes())
}

/// Reads one; `None` for anything else.
pub(super) fn parse_number(text: &str) -> Option<u64> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    Some(u64::from_be_bytes(bytes.try_into().ok()?))
}
