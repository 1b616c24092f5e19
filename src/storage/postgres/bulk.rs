//! Edits of many agents at once.

use super::work::Work;
use super::{agents, groups, sessions};
use crate::model::*;
use crate::storage::Result;
use crate::storage::edit::decide_on_many;
use std::collections::HashMap;

/// All of it in the one transaction.
pub(super) async fn edit(work: &mut Work, ids: &[AgentId], edit: &BulkEdit) -> Result<BulkOutcome> {
    groups::require(work, &edit.gives()).await?;
    let known = agents::locked(&mut work.tx, ids).await?;
    let mut known: HashMap<AgentId, Agent> = known.into_iter().map(|agent| (agent.id, agent)).collect();
    let able = work.ledger.counts().able_administrators;
    let outcome = decide_on_many(ids, edit, able, |id| Ok(known.remove(&id)))?;
    outcome.changed.iter().for_each(|(before, after)| work.count(Some(before), Some(after)));
    let after: Vec<&Agent> = outcome.changed.iter().map(|(_, after)| after).collect();
    agents::put(&mut work.tx, &after).await?;
    let leaving = outcome.changed.iter().filter(|(before, after)| before.loses_sessions_as(after));
    let leaving: Vec<AgentId> = leaving.map(|(_, after)| after.id).collect();
    if !leaving.is_empty() {
        sessions::end_all(&mut work.tx, &leaving, None).await?;
    }
    Ok(outcome)
}
