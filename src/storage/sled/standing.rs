//! What imports remember about removals, in records of their own: a page that only shows whether something
//! waits does not read a list of thousands.

use super::tables::{Table, Tables, Writes};
use super::work::Work;
use super::{lease, reports, runs};
use crate::model::*;
use crate::storage::{Lease, Result};
use std::collections::BTreeSet;
use uuid::Uuid;

const SCOPE: &[u8] = b"imports scope";
const HOLD: &[u8] = b"imports hold";
const KEPT: &[u8] = b"kept";
const HELD: &[u8] = b"held";

pub(super) fn read(tables: &Tables) -> Result<Standing> {
    let hold = hold(tables)?;
    let held = if hold.is_some() { agents(tables, HELD)? } else { BTreeSet::new() };
    let scope = tables.get::<Option<Scope>>(Table::Single, SCOPE)?.flatten();
    Ok(Standing { scope, kept: agents(tables, KEPT)?, hold, held })
}

pub(super) fn hold(tables: &Tables) -> Result<Option<Hold>> {
    Ok(tables.get::<Option<Hold>>(Table::Single, HOLD)?.flatten())
}

/// A list: the ids, one after the other.
fn agents(tables: &Tables, key: &[u8]) -> Result<BTreeSet<AgentId>> {
    let bytes = tables.bytes(Table::Lists, key)?;
    let ids = bytes.as_deref().unwrap_or_default().chunks_exact(16);
    Ok(ids.filter_map(|id| Uuid::from_slice(id).ok().map(AgentId)).collect())
}

fn put_agents(writes: &mut Writes, key: &[u8], agents: &BTreeSet<AgentId>) {
    let bytes: Vec<u8> = agents.iter().flat_map(|agent| *agent.0.as_bytes()).collect();
    writes.put_bytes(Table::Lists, key, &bytes);
}

/// Writes what has changed.
pub(super) fn write(writes: &mut Writes, before: &Standing, after: &Standing) -> Result<()> {
    if before.held != after.held {
        put_agents(writes, HELD, &after.held);
    }
    if before.kept != after.kept {
        put_agents(writes, KEPT, &after.kept);
    }
    if before.hold != after.hold {
        writes.put(Table::Single, HOLD, &after.hold)?;
    }
    if before.scope != after.scope {
        writes.put(Table::Single, SCOPE, &after.scope)?;
    }
    Ok(())
}

/// Forgets what is not a list.
pub(super) fn forget(writes: &mut Writes) {
    writes.delete(Table::Single, HOLD);
    writes.delete(Table::Single, SCOPE);
}

pub(super) fn end_run(work: &mut Work<'_>, lease: Lease, run: ImportRun, conclusion: Option<Conclusion>) -> Result<()> {
    lease::check(work, lease)?;
    let id = run.id;
    runs::save(work, lease, run)?;
    let Some(conclusion) = conclusion else { return Ok(()) };
    let before = read(&work.core.tables)?;
    let after = before.clone().concluded(id, conclusion);
    if let (Some(before), Some(after)) = (&before.hold, &after.hold)
        && before.digest == after.digest
    {
        reports::forget_held(work, before.run, id)?;
    }
    write(&mut work.writes, &before, &after)
}

pub(super) fn approve(work: &mut Work<'_>, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<ImportRun>> {
    let before = read(&work.core.tables)?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.digest == digest) else { return Ok(None) };
    decide(work, hold.run, Decision { kind: DecisionKind::Remove, by, at })?;
    let hold = Some(Hold { approved: Some(Approval { by, at }), ..hold });
    write(&mut work.writes, &before, &Standing { hold, ..before.clone() })?;
    // One that works already may have asked before this was decided.
    runs::request_waiting(work, StartedBy::Agent(by), at).map(Some)
}

pub(super) fn keep(work: &mut Work<'_>, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>> {
    let before = read(&work.core.tables)?;
    let Some(hold) = before.hold.as_ref().filter(|hold| hold.digest == digest) else { return Ok(None) };
    if hold.approved.is_some() && runs::is_importing(work)? {
        return Ok(None);
    }
    let count = hold.count;
    decide(work, hold.run, Decision { kind: DecisionKind::Keep, by, at })?;
    write(&mut work.writes, &before, &before.clone().kept())?;
    Ok(Some(count))
}

/// Takes an approval back.
pub(super) fn withdraw_approval(work: &mut Work<'_>) -> Result<()> {
    let Some(hold) = hold(&work.core.tables)?.filter(|hold| hold.approved.is_some()) else { return Ok(()) };
    if let Some(mut stored) = runs::one(work.core, hold.run)? {
        stored.run.decision = None;
        runs::put(work, &stored)?;
    }
    work.writes.put(Table::Single, HOLD, &Some(Hold { approved: None, ..hold }))
}

fn decide(work: &mut Work<'_>, run: RunId, decision: Decision) -> Result<()> {
    let Some(mut stored) = runs::one(work.core, run)? else { return Ok(()) };
    stored.run.decision = Some(decision);
    runs::put(work, &stored)
}
