//! Agents as JSON: the names others rely on.

use crate::model::*;
use crate::storage::Page;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;

/// One agent.
pub(super) fn agent(agent: &Agent) -> Value {
    let (source, guid, dn) = match &agent.source {
        Source::Ldap { guid, dn } => ("ldap", Some(guid.as_str()), Some(dn.as_str())),
        Source::Local => ("local", None, None),
    };
    json!({
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "phone": agent.phone,
        "groups": agent.groups,
        "role": agent.role,
        "role_origin": agent.role_origin,
        "groups_origin": agent.groups_origin,
        "source": source,
        "directory": agent.of_directory(),
        "state": agent.state(),
        "guid": guid,
        "dn": dn,
        "last_sign_in_at": agent.last_sign_in_at.and_then(|at| at.format(&Rfc3339).ok()),
        "version": agent.version,
        "removed_at": agent.removed.as_ref().and_then(|removal| removal.at.format(&Rfc3339).ok()),
        "removed_by": agent.removed.as_ref().map(|removal| removal.run),
        "removal_reason": agent.removed.as_ref().map(|removal| removal.cause.sentence()),
    })
}

/// A page of the list.
pub(super) fn page(page: &Page<Agent>) -> Value {
    json!({
        "items": page.items.iter().map(agent).collect::<Vec<_>>(),
        "total": page.total,
        "next": page.next,
    })
}
