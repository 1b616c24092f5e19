//! What imports remember about removals, in records of their own: a page that only shows whether something
//! waits does not read a list of thousands.

use super::directories::key;
use super::tables::{Table, Tables, Writes};
use super::work::Work;
use super::{directories, lease, reports, requests, runs};
use crate::model::*;
use crate::storage::{Lease, Result};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const SCOPE: &str = "imports scope";
const HOLD: &str = "imports hold";
const KEPT: &str = "kept";
const HELD: &str = "held";

pub(super) fn read(tables: &Tables, of: DirectoryId) -> Result<Standing> {
    let hold = hold(tables, of)?;
    let held = if hold.is_some() { agents(tables, &key(HELD, of))? } else { BTreeSet::new() };
    let scope = tables.get::<Option<Scope>>(Table::Single, &key(SCOPE, of))?.flatten();
    Ok(Standing { scope, kept: agents(tables, &key(KEPT, of))?, hold, held })
}

fn hold(tables: &Tables, of: DirectoryId) -> Result<Option<Hold>> {
    Ok(tables.get::<Option<Hold>>(Table::Single, &key(HOLD, of))?.flatten())
}

/// Of all directories, and of the first also before it is there.
pub(super) fn holds(tables: &Tables) -> Result<BTreeMap<DirectoryId, Hold>> {
    let mut holds = BTreeMap::new();
    for of in whose(tables)? {
        holds.extend(hold(tables, of)?.map(|hold| (of, hold)));
    }
    Ok(holds)
}

/// Directories whose imports may remember something.
pub(super) fn whose(tables: &Tables) -> Result<BTreeSet<DirectoryId>> {
    let there = directories::all(tables)?.into_iter().map(|directory| directory.id);
    Ok(there.chain([DirectoryId::FIRST]).collect())
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
pub(super) fn write(writes: &mut Writes, of: DirectoryId, before: &Standing, after: &Standing) -> Result<()> {
    if before.held != after.held {
        put_agents(writes, &key(HELD, of), &after.held);
    }
    if before.kept != after.kept {
        put_agents(writes, &key(KEPT, of), &after.kept);
    }
    if before.hold != after.hold {
        writes.put(Table::Single, &key(HOLD, of), &after.hold)?;
    }
    if before.scope != after.scope {
        writes.put(Table::Single, &key(SCOPE, of), &after.scope)?;
    }
    Ok(())
}

/// Forgets what the imports of a directory remember.
pub(super) fn forget(writes: &mut Writes, of: DirectoryId) {
    writes.delete(Table::Single, &key(HOLD, of));
    writes.delete(Table::Single, &key(SCOPE, of));
    writes.delete(Table::Lists, &key(KEPT, of));
    writes.delete(Table::Lists, &key(HELD, of));
}

pub(super) fn end_run(work: &mut Work<'_>, lease: Lease, run: ImportRun, conclusion: Option<Conclusion>) -> Result<()> {
    lease::check(work, lease)?;
    let (id, of, deletes) = (run.id, run.directory, run.deletes && run.state == RunState::Done);
    runs::save(work, lease, run)?;
    if deletes {
        return directories::delete(work, of);
    }
    let Some(conclusion) = conclusion else { return Ok(()) };
    let before = read(&work.core.tables, of)?;
    let after = before.clone().concluded(id, conclusion);
    if let (Some(before), Some(after)) = (&before.hold, &after.hold)
        && before.digest == after.digest
    {
        reports::forget_held(work, before.run, id)?;
    }
    write(&mut work.writes, of, &before, &after)
}

pub(super) fn approve(
    work: &mut Work<'_>,
    of: DirectoryId,
    digest: &str,
    by: AgentId,
    at: Timestamp,
) -> Result<Option<ImportRun>> {
    let before = read(&work.core.tables, of)?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.digest == digest) else { return Ok(None) };
    decide(work, hold.run, Decision { kind: DecisionKind::Remove, by, at })?;
    let hold = Some(Hold { approved: Some(Approval { by, at }), ..hold });
    write(&mut work.writes, of, &before, &Standing { hold, ..before.clone() })?;
    // One that works already may have asked before this was decided.
    requests::request_waiting(work, of, StartedBy::Agent(by), at).map(Some)
}

pub(super) fn keep(
    work: &mut Work<'_>,
    of: DirectoryId,
    digest: &str,
    by: AgentId,
    at: Timestamp,
) -> Result<Option<u64>> {
    let before = read(&work.core.tables, of)?;
    let Some(hold) = before.hold.as_ref().filter(|hold| hold.digest == digest) else { return Ok(None) };
    if hold.approved.is_some() && requests::is_importing(work, of)? {
        return Ok(None);
    }
    let count = hold.count;
    decide(work, hold.run, Decision { kind: DecisionKind::Keep, by, at })?;
    write(&mut work.writes, of, &before, &before.clone().kept())?;
    Ok(Some(count))
}

/// Takes an approval back.
pub(super) fn withdraw_approval(work: &mut Work<'_>, of: DirectoryId) -> Result<()> {
    let Some(hold) = hold(&work.core.tables, of)?.filter(|hold| hold.approved.is_some()) else { return Ok(()) };
    if let Some(mut stored) = runs::one(work.core, hold.run)? {
        stored.run.decision = None;
        runs::put(work, &stored)?;
    }
    work.writes.put(Table::Single, &key(HOLD, of), &Some(Hold { approved: None, ..hold }))
}

fn decide(work: &mut Work<'_>, run: RunId, decision: Decision) -> Result<()> {
    let Some(mut stored) = runs::one(work.core, run)? else { return Ok(()) };
    stored.run.decision = Some(decision);
    runs::put(work, &stored)
}
