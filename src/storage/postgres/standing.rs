//! What imports remember about removals: one row, whose long lists are read only by whoever needs them.

use super::failure::failed;
use super::values::{from_ids, from_json, ids, json};
use super::work::Work;
use super::{lease, reports, runs};
use crate::model::*;
use crate::storage::{Lease, Result};
use sqlx::PgConnection;

type Row = (Option<String>, Option<String>, Vec<u8>, Vec<u8>);

pub(super) async fn read(connection: &mut PgConnection) -> Result<Standing> {
    let row = sqlx::query_as("SELECT scope::text, hold::text, held, kept FROM muster.standing");
    let (scope, hold, held, kept): Row = row.fetch_one(connection).await.map_err(failed)?;
    Ok(Standing {
        scope: scope.map(|scope| from_json(&scope)).transpose()?,
        hold: hold.map(|hold| from_json(&hold)).transpose()?,
        held: from_ids(&held),
        kept: from_ids(&kept),
    })
}

pub(super) async fn hold(connection: &mut PgConnection) -> Result<Option<Hold>> {
    let hold = sqlx::query_scalar("SELECT hold::text FROM muster.standing");
    let hold: Option<String> = hold.fetch_one(connection).await.map_err(failed)?;
    hold.map(|hold| from_json(&hold)).transpose()
}

/// Writes it; the lists only where they have changed.
pub(super) async fn write(work: &mut Work, before: &Standing, after: &Standing) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let held = (before.held != after.held).then(|| ids(&after.held));
    let kept = (before.kept != after.kept).then(|| ids(&after.kept));
    sqlx::query(
        "UPDATE muster.standing SET scope = $1::json, hold = $2::json, held = coalesce($3, held), kept = coalesce($4, kept)",
    )
    .bind(after.scope.as_ref().map(json).transpose()?)
    .bind(after.hold.as_ref().map(json).transpose()?)
    .bind(held)
    .bind(kept)
    .execute(&mut *work.tx)
    .await
    .map_err(failed)?;
    Ok(())
}

pub(super) async fn end_run(
    work: &mut Work,
    lease: Lease,
    run: &ImportRun,
    conclusion: Option<&Conclusion>,
) -> Result<()> {
    lease::check(work, lease)?;
    runs::save(work, lease, run).await?;
    let Some(conclusion) = conclusion else { return Ok(()) };
    let before = read(&mut work.tx).await?;
    let after = before.clone().concluded(run.id, conclusion.clone());
    if let (Some(before), Some(after)) = (&before.hold, &after.hold)
        && before.digest == after.digest
    {
        reports::forget_held(work, before.run, run.id).await?;
    }
    write(work, &before, &after).await
}

pub(super) async fn approve(work: &mut Work, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<ImportRun>> {
    let before = read(&mut work.tx).await?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.digest == digest) else { return Ok(None) };
    decide(work, hold.run, Some(Decision { kind: DecisionKind::Remove, by, at })).await?;
    let hold = Some(Hold { approved: Some(Approval { by, at }), ..hold });
    write(work, &before, &Standing { hold, ..before.clone() }).await?;
    // One that works already may have asked before this was decided.
    runs::request_waiting(work, StartedBy::Agent(by), at).await.map(Some)
}

pub(super) async fn keep(work: &mut Work, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>> {
    let before = read(&mut work.tx).await?;
    let Some(hold) = before.hold.as_ref().filter(|hold| hold.digest == digest) else { return Ok(None) };
    if hold.approved.is_some() && runs::is_importing(work).await? {
        return Ok(None);
    }
    let count = hold.count;
    decide(work, hold.run, Some(Decision { kind: DecisionKind::Keep, by, at })).await?;
    write(work, &before, &before.clone().kept()).await?;
    Ok(Some(count))
}

/// Takes an approval back.
pub(super) async fn withdraw_approval(work: &mut Work) -> Result<()> {
    let before = read(&mut work.tx).await?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.approved.is_some()) else { return Ok(()) };
    decide(work, hold.run, None).await?;
    let hold = Some(Hold { approved: None, ..hold });
    write(work, &before, &Standing { hold, ..before.clone() }).await
}

async fn decide(work: &mut Work, run: RunId, decision: Option<Decision>) -> Result<()> {
    let Some(mut stored) = runs::one(&mut work.tx, run).await? else { return Ok(()) };
    stored.run.decision = decision;
    runs::put(work, &stored).await
}
