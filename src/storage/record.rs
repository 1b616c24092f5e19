//! An agent as they lie in the store: short names, nothing that is the default, times in nanoseconds
//! since 1970. Half the bytes of the plain type, for the log, the cache and the scan at open.

use crate::model::*;
use crate::storage::moment::{nanoseconds, timestamp};
use crate::storage::{Result, StorageError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(rename = "v")]
    version: u64,
    #[serde(rename = "n")]
    name: String,
    #[serde(rename = "e")]
    email: Email,
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(rename = "g", default, skip_serializing_if = "BTreeSet::is_empty")]
    groups: BTreeSet<GroupId>,
    #[serde(rename = "go", default, skip_serializing_if = "is_default")]
    groups_origin: Origin,
    #[serde(rename = "r")]
    role: Role,
    #[serde(rename = "ro", default, skip_serializing_if = "is_default")]
    role_origin: Origin,
    #[serde(rename = "w", default, skip_serializing_if = "is_default")]
    placement: Placement,
    #[serde(rename = "b", default, skip_serializing_if = "is_default")]
    blocked: bool,
    /// GUID and DN of an LDAP agent.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    ldap: Option<(Guid, String)>,
    #[serde(rename = "f", default, skip_serializing_if = "is_default")]
    directory: DirectoryId,
    #[serde(rename = "s", default, skip_serializing_if = "is_default")]
    directory_state: DirectoryState,
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    removed: Option<(i64, RunId)>,
    #[serde(rename = "y", default, skip_serializing_if = "is_default")]
    removal_cause: RemovalCause,
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    password_hash: Option<String>,
    #[serde(rename = "c")]
    created_at: i64,
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    added_by: Option<RunId>,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    guid_attribute: Option<String>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    directory_changed: Option<(i64, RunId)>,
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    last_sign_in_at: Option<i64>,
    #[serde(rename = "u", default, skip_serializing_if = "is_default")]
    preferences: Preferences,
}

/// The record's bytes. The id is the key.
pub(super) fn encode(agent: &Agent) -> Result<Vec<u8>> {
    let agent = agent.clone();
    let record = Record {
        version: agent.version,
        name: agent.name,
        email: agent.email,
        phone: agent.phone,
        groups: agent.groups,
        groups_origin: agent.groups_origin,
        role: agent.role,
        role_origin: agent.role_origin,
        placement: agent.placement,
        blocked: agent.blocked,
        ldap: match agent.source {
            Source::Ldap { guid, dn } => Some((guid, dn)),
            Source::Local => None,
        },
        directory: agent.directory,
        directory_state: agent.directory_state,
        removed: agent.removed.as_ref().map(|removal| (nanoseconds(removal.at), removal.run)),
        removal_cause: agent.removed.map(|removal| removal.cause).unwrap_or_default(),
        password_hash: agent.password_hash,
        created_at: nanoseconds(agent.created_at),
        added_by: agent.added_by,
        guid_attribute: agent.guid_attribute,
        directory_changed: agent.directory_changed.map(|(at, run)| (nanoseconds(at), run)),
        last_sign_in_at: agent.last_sign_in_at.map(nanoseconds),
        preferences: agent.preferences,
    };
    serde_json::to_vec(&record).map_err(|_| StorageError::Failed("an agent cannot be written".into()))
}

/// The agent under a key. The error tells no values: they may be confidential.
pub(super) fn decode(key: &[u8], bytes: &[u8]) -> Result<Agent> {
    let unreadable = || StorageError::Failed("an agent cannot be read".into());
    let id = AgentId(Uuid::from_slice(key).map_err(|_| unreadable())?);
    let record: Record = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
    Ok(Agent {
        id,
        version: record.version,
        name: record.name,
        email: record.email,
        phone: record.phone,
        groups: record.groups,
        groups_origin: record.groups_origin,
        role: record.role,
        role_origin: record.role_origin,
        placement: record.placement,
        blocked: record.blocked,
        source: record.ldap.map_or(Source::Local, |(guid, dn)| Source::Ldap { guid, dn }),
        directory: record.directory,
        directory_state: record.directory_state,
        removed: record.removed.map(|(at, run)| Removal { at: timestamp(at), run, cause: record.removal_cause }),
        password_hash: record.password_hash,
        created_at: timestamp(record.created_at),
        added_by: record.added_by,
        guid_attribute: record.guid_attribute,
        directory_changed: record.directory_changed.map(|(at, run)| (timestamp(at), run)),
        last_sign_in_at: record.last_sign_in_at.map(timestamp),
        preferences: record.preferences,
    })
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
