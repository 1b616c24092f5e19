//! Applies batches of an import, and lists what an import compares with.

use super::core::Core;
use super::failure::failed;
use super::tables::Table;
use super::work::Work;
use super::{lease, reports, runs};
use crate::model::*;
use crate::storage::batch::{self, People, Touched};
use crate::storage::record;
use crate::storage::{ImportWrite, LdapAgent, Lease, Result};
use std::ops::Bound;
use uuid::Uuid;

/// One batch, as one.
pub(super) fn apply(
    work: &mut Work<'_>,
    lease: Lease,
    run: RunId,
    writes: Vec<ImportWrite>,
    report: &[AgentChange],
    at: Timestamp,
) -> Result<()> {
    lease::check(work, lease)?;
    reports::add(work, run, report, at)?;
    let run = runs::require(work, run)?.run;
    for touched in batch::decide(work, &run, writes, at)? {
        let Touched { before, after } = &touched;
        work.change_agent(before.as_ref(), Some(after))?;
        if touched.ends_sessions() {
            work.end_sessions(after.id, None)?;
        }
    }
    Ok(())
}

impl People for Work<'_> {
    fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        self.core.agent(&self.core.index(), id)
    }

    fn by_guid(&self, key: &str) -> Option<AgentId> {
        self.core.index().by_guid(key)
    }

    fn by_email(&self, key: &str) -> Option<AgentId> {
        self.holder_of(key)
    }

    fn has_group(&self, id: GroupId) -> bool {
        self.core.index().has_group(id)
    }
}

/// Agents of a directory by id, after the given one. Those of others are not looked at.
pub(super) fn ldap_agents(
    core: &Core,
    directory: DirectoryId,
    after: Option<AgentId>,
    limit: usize,
) -> Result<Vec<LdapAgent>> {
    let index = core.index();
    let start = after.map_or(Bound::Unbounded, |id| Bound::Excluded(*id.0.as_bytes()));
    let mut found = Vec::new();
    for stored in core.tables.tree(Table::Agents).range::<[u8; 16], _>((start, Bound::Unbounded)) {
        if found.len() == limit {
            break;
        }
        let (key, bytes) = stored.map_err(|error| failed(&error))?;
        let id = Uuid::from_slice(&key).map(AgentId);
        if !id.is_ok_and(|id| index.is_of(id, directory)) {
            continue;
        }
        found.extend(LdapAgent::of(index.without_deleted_groups(record::decode(&key, &bytes)?)));
    }
    Ok(found)
}
