//! What imports remember about removals: three records, so that a page that only shows whether something
//! waits does not read a list of thousands.

use super::tables::{Table, Tables};
use super::work::Work;
use super::{lease, runs};
use crate::model::*;
use crate::storage::{Lease, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const ACCEPTED: &[u8] = b"imports accepted";
const HOLD: &[u8] = b"imports hold";
const HELD: &[u8] = b"imports held";

/// What was in order last.
#[derive(Default, PartialEq, Serialize, Deserialize)]
struct Accepted {
    scope: Option<Scope>,
    kept: BTreeSet<AgentId>,
}

pub(super) fn read(tables: &Tables) -> Result<Standing> {
    let Accepted { scope, kept } = tables.get(Table::Single, ACCEPTED)?.unwrap_or_default();
    let hold = hold(tables)?;
    let held = if hold.is_some() { tables.get(Table::Single, HELD)?.unwrap_or_default() } else { BTreeSet::new() };
    Ok(Standing { scope, kept, hold, held })
}

pub(super) fn hold(tables: &Tables) -> Result<Option<Hold>> {
    Ok(tables.get::<Option<Hold>>(Table::Single, HOLD)?.flatten())
}

/// Writes what has changed.
fn write(work: &mut Work<'_>, before: Standing, after: Standing) -> Result<()> {
    if before.held != after.held {
        work.writes.put(Table::Single, HELD, &after.held)?;
    }
    if before.hold != after.hold {
        work.writes.put(Table::Single, HOLD, &after.hold)?;
    }
    let (before, after) =
        (Accepted { scope: before.scope, kept: before.kept }, Accepted { scope: after.scope, kept: after.kept });
    if before != after {
        work.writes.put(Table::Single, ACCEPTED, &after)?;
    }
    Ok(())
}

pub(super) fn end_run(work: &mut Work<'_>, lease: Lease, run: ImportRun, conclusion: Option<Conclusion>) -> Result<()> {
    lease::check(work, lease)?;
    let id = run.id;
    runs::save(work, lease, run)?;
    if let Some(conclusion) = conclusion {
        let before = read(&work.core.tables)?;
        write(work, before.clone(), before.concluded(id, conclusion))?;
    }
    Ok(())
}

pub(super) fn approve(work: &mut Work<'_>, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<ImportRun>> {
    let before = read(&work.core.tables)?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.digest == digest) else { return Ok(None) };
    decide(work, hold.run, Decision { kind: DecisionKind::Remove, by, at })?;
    let hold = Some(Hold { approved: Some(Approval { by, at }), ..hold });
    write(work, before.clone(), Standing { hold, ..before })?;
    // One that works already may have asked before this was decided.
    runs::request_waiting(work, StartedBy::Agent(by), at).map(Some)
}

pub(super) fn keep(work: &mut Work<'_>, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>> {
    let before = read(&work.core.tables)?;
    let Some(hold) = before.hold.as_ref().filter(|hold| hold.digest == digest) else { return Ok(None) };
    let count = hold.count;
    decide(work, hold.run, Decision { kind: DecisionKind::Keep, by, at })?;
    write(work, before.clone(), before.kept())?;
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
