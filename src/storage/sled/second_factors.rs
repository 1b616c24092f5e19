//! Second factors, by agent.

use super::core::Core;
use super::tables::{Table, decode, scan};
use super::work::Work;
use crate::model::{AgentId, SecondFactor};
use crate::storage::{Result, StorageError};
use uuid::Uuid;

pub(super) fn one(core: &Core, agent: AgentId) -> Result<Option<SecondFactor>> {
    core.tables.get(Table::SecondFactors, agent.0.as_bytes())
}

pub(super) fn all(core: &Core) -> Result<Vec<(AgentId, SecondFactor)>> {
    let records = scan(core.tables.tree(Table::SecondFactors), &[]);
    let read = records.map(|record| {
        let (key, bytes) = record?;
        let id = Uuid::from_slice(&key).map_err(|_| StorageError::Failed("a second factor cannot be read".into()))?;
        Ok((AgentId(id), decode(Table::SecondFactors, &bytes)?))
    });
    read.collect()
}

pub(super) fn change(
    work: &mut Work<'_>,
    agent: AgentId,
    before: Option<&SecondFactor>,
    after: Option<&SecondFactor>,
) -> Result<bool> {
    if !work.agent(agent)?.is_local() {
        return Err(StorageError::NotFound);
    }
    if one(work.core, agent)?.as_ref() != before {
        return Ok(false);
    }
    match after {
        Some(factor) => work.writes.put(Table::SecondFactors, agent.0.as_bytes(), factor)?,
        None => forget(work, agent),
    }
    Ok(true)
}

/// With its agent.
pub(super) fn forget(work: &mut Work<'_>, agent: AgentId) {
    work.writes.delete(Table::SecondFactors, agent.0.as_bytes());
}
