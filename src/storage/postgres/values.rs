//! Values as PostgreSQL takes them: signed numbers, and text without U+0000.

use super::failure::unreadable;
use crate::model::{AgentId, Timestamp};
use crate::storage::Result;
use crate::storage::moment::nanoseconds;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Numbers of the store count up from one and never reach the sign.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// PostgreSQL's text holds every character but U+0000.
pub(super) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The pattern of LIKE for what contains a text.
pub(super) fn containing(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in text(word).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

pub(super) fn json<T: Serialize>(record: &T) -> Result<String> {
    serde_json::to_string(record).map_err(unreadable)
}

pub(super) fn from_json<T: DeserializeOwned>(record: &str) -> Result<T> {
    serde_json::from_str(record).map_err(unreadable)
}

pub(super) fn moment(at: Option<Timestamp>) -> Option<i64> {
    at.map(nanoseconds)
}

/// Ids, one after the other.
pub(super) fn ids(agents: &BTreeSet<AgentId>) -> Vec<u8> {
    agents.iter().flat_map(|agent| *agent.0.as_bytes()).collect()
}

pub(super) fn from_ids(bytes: &[u8]) -> BTreeSet<AgentId> {
    bytes.chunks_exact(16).filter_map(|id| Uuid::from_slice(id).ok().map(AgentId)).collect()
}
