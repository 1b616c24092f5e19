//! Runs and their reports as JSON: the names others rely on.

use crate::model::*;
use crate::storage::Page;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;

/// One run.
pub(crate) fn run(run: &ImportRun) -> Value {
    let time = |at: Option<Timestamp>| at.and_then(|at| at.format(&Rfc3339).ok());
    let started_by = match run.started_by {
        StartedBy::Agent(id) => id.to_string(),
        StartedBy::Schedule => "schedule".into(),
        StartedBy::Command => "command".into(),
    };
    json!({
        "id": run.id,
        "directory": run.directory,
        "deletes": run.deletes,
        "state": run.state,
        "phase": run.phase,
        "dry_run": run.dry_run,
        "read": run.counts.read,
        "added": run.counts.added,
        "updated": run.counts.updated,
        "unchanged": run.counts.unchanged,
        "removed": run.counts.removed,
        "restored": run.counts.restored,
        "skipped": run.counts.skipped,
        "held": run.counts.held,
        "error": run.error,
        "details": run.details,
        "missed": run.counts.missed,
        "kept": run.counts.kept,
        "outside": run.counts.outside,
        "attempts": run.attempts,
        "notes": run.notes.iter().map(RunNote::sentence).collect::<Vec<_>>(),
        "held_reason": held_reason(run),
        "digest": run.digest,
        "decision": run.decision.map(|decision| decision.kind),
        "started_by": started_by,
        "requested_at": time(Some(run.requested_at)),
        "started_at": time(run.started_at),
        "finished_at": time(run.finished_at),
    })
}

/// All reasons in one text; null where nothing is held.
fn held_reason(run: &ImportRun) -> Option<String> {
    let sentences: Vec<String> = run.held_reasons.iter().map(HeldReason::sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A page of runs.
pub(super) fn runs(page: &Page<ImportRun>) -> Value {
    json!({ "items": page.items.iter().map(run).collect::<Vec<_>>(), "total": page.total, "next": page.next })
}

/// A page of a report.
pub(super) fn changes(page: &Page<AgentChange>) -> Value {
    let items: Vec<Value> = page.items.iter().map(change).collect();
    json!({ "items": items, "total": page.total, "next": page.next })
}

fn change(change: &AgentChange) -> Value {
    json!({
        "kind": change.kind,
        "agent": change.agent,
        "name": change.name,
        "dn": change.dn,
        "guid": change.guid,
        "fields": change.fields,
        "reason": change.reason(),
    })
}
