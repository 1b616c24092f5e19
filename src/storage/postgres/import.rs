//! Applies batches of an import.

use super::failure::failed;
use super::values::text;
use super::work::Work;
use super::{agents, groups, lease, reports, runs, sessions};
use crate::model::*;
use crate::storage::batch::{self, People, Touched};
use crate::storage::{ImportWrite, Lease, Result, fold};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// One batch, as one.
pub(super) async fn apply(
    work: &mut Work,
    lease: Lease,
    run: RunId,
    writes: &[ImportWrite],
    report: &[AgentChange],
    at: Timestamp,
) -> Result<()> {
    lease::check(work, lease)?;
    let mut stored = runs::require(work, run).await?;
    reports::add(work, &mut stored, report, at).await?;
    if writes.is_empty() {
        return Ok(());
    }
    let known = Known::about(work, &stored.run, writes).await?;
    let touched = batch::decide(&known, &stored.run, writes.to_vec(), at)?;
    touched.iter().for_each(|Touched { before, after }| work.count(before.as_ref(), Some(after)));
    let after: Vec<&Agent> = touched.iter().map(|touched| &touched.after).collect();
    agents::put(&mut work.tx, &after).await?;
    let leaving: Vec<AgentId> =
        touched.iter().filter(|touched| touched.ends_sessions()).map(|touched| touched.after.id).collect();
    if !leaving.is_empty() {
        sessions::end_all(&mut work.tx, &leaving, None).await?;
    }
    Ok(())
}

/// What a batch asks of the store, read at once.
struct Known {
    agents: HashMap<AgentId, Agent>,
    guids: HashMap<String, AgentId>,
    emails: HashMap<String, AgentId>,
    groups: BTreeSet<GroupId>,
}

impl Known {
    async fn about(work: &mut Work, run: &ImportRun, writes: &[ImportWrite]) -> Result<Known> {
        let (mut ids, mut guids, mut emails) = (Vec::new(), Vec::new(), Vec::new());
        for write in writes {
            match write {
                ImportWrite::Add { id, person, .. }
                | ImportWrite::Update { id, person }
                | ImportWrite::Rematch { id, person } => {
                    ids.push(*id);
                    guids.push(fold::guid_key(run.directory, run.guid_attribute.as_deref(), &person.guid));
                    emails.push(person.email.key());
                }
                ImportWrite::Remove { id, .. } | ImportWrite::Place { id, .. } => ids.push(*id),
            }
        }
        let guids = holders(work, "SELECT guid_key, id FROM muster.agents WHERE guid_key = ANY($1)", guids).await?;
        ids.extend(guids.values());
        let agents = agents::locked(&mut work.tx, &ids).await?;
        // Whoever keeps an address without having it written again is asked for too.
        emails.extend(agents.iter().map(|agent| agent.email.key()));
        let emails =
            holders(work, "SELECT live_email, id FROM muster.agents WHERE live_email = ANY($1)", emails).await?;
        Ok(Known {
            agents: agents.into_iter().map(|agent| (agent.id, agent)).collect(),
            guids,
            emails,
            groups: groups::numbers(&mut work.tx).await?,
        })
    }
}

/// Who has which of these keys.
async fn holders(work: &mut Work, sql: &'static str, keys: Vec<String>) -> Result<HashMap<String, AgentId>> {
    let keys: Vec<String> = keys.iter().map(|key| text(key)).collect();
    let rows: Vec<(String, Uuid)> = sqlx::query_as(sql).bind(keys).fetch_all(&mut *work.tx).await.map_err(failed)?;
    Ok(rows.into_iter().map(|(key, id)| (key, AgentId(id))).collect())
}

impl People for Known {
    fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        Ok(self.agents.get(&id).cloned())
    }

    fn by_guid(&self, key: &str) -> Option<AgentId> {
        self.guids.get(&text(key)).copied()
    }

    fn by_email(&self, key: &str) -> Option<AgentId> {
        self.emails.get(&text(key)).copied()
    }

    fn has_group(&self, id: GroupId) -> bool {
        self.groups.contains(&id)
    }
}
