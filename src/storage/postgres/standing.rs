//! What imports remember about removals: a row for each directory, whose long lists are read only by whoever needs them.

use super::directories::number;
use super::failure::failed;
use super::values::{from_ids, from_json, ids, json};
use super::work::Work;
use super::{directories, lease, reports, runs};
use crate::model::*;
use crate::storage::{Lease, Result};
use sqlx::PgConnection;
use std::collections::{BTreeMap, BTreeSet};

type Row = (Option<String>, Option<String>, Vec<u8>, Vec<u8>);

pub(super) async fn read(connection: &mut PgConnection, of: DirectoryId) -> Result<Standing> {
    let row = sqlx::query_as("SELECT scope::text, hold::text, held, kept FROM muster.standing WHERE directory = $1");
    let row: Option<Row> = row.bind(number(of)).fetch_optional(connection).await.map_err(failed)?;
    let Some((scope, hold, held, kept)) = row else { return Ok(Standing::default()) };
    Ok(Standing {
        scope: scope.map(|scope| from_json(&scope)).transpose()?,
        hold: hold.map(|hold| from_json(&hold)).transpose()?,
        held: from_ids(&held),
        kept: from_ids(&kept),
    })
}

pub(super) async fn holds(connection: &mut PgConnection) -> Result<BTreeMap<DirectoryId, Hold>> {
    let rows = sqlx::query_as("SELECT directory, hold::text FROM muster.standing WHERE hold IS NOT NULL");
    let rows: Vec<(i64, String)> = rows.fetch_all(connection).await.map_err(failed)?;
    rows.into_iter().map(|(of, hold)| Ok((directories::id_of(of), from_json(&hold)?))).collect()
}

/// Directories whose imports remember something, or may.
pub(super) async fn whose(connection: &mut PgConnection) -> Result<BTreeSet<DirectoryId>> {
    let numbers = sqlx::query_scalar("SELECT directory FROM muster.standing");
    let numbers: Vec<i64> = numbers.fetch_all(connection).await.map_err(failed)?;
    Ok(numbers.into_iter().map(directories::id_of).chain([DirectoryId::FIRST]).collect())
}

/// Notes the last time of the schedule that was asked for. Answers whether it is a new one: no other one, from
/// `last` to `until`, was asked for before.
pub(super) async fn schedule(work: &mut Work, of: DirectoryId, last: i64, until: i64) -> Result<bool> {
    let asked = sqlx::query(
        "INSERT INTO muster.standing AS s (directory, scheduled) VALUES ($1, $2) ON CONFLICT (directory) DO UPDATE \
         SET scheduled = excluded.scheduled WHERE s.scheduled IS NULL OR NOT s.scheduled BETWEEN $2 AND $3",
    );
    let asked = asked.bind(number(of)).bind(last).bind(until).execute(&mut *work.tx).await.map_err(failed)?;
    Ok(asked.rows_affected() > 0)
}

/// Writes it; the lists only where they have changed.
pub(super) async fn write(work: &mut Work, of: DirectoryId, before: &Standing, after: &Standing) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let held = (before.held != after.held).then(|| ids(&after.held));
    let kept = (before.kept != after.kept).then(|| ids(&after.kept));
    sqlx::query(
        "INSERT INTO muster.standing AS s (directory, scope, hold, held, kept) \
         VALUES ($5, $1::json, $2::json, coalesce($3::bytea, ''), coalesce($4::bytea, '')) \
         ON CONFLICT (directory) DO UPDATE SET scope = excluded.scope, hold = excluded.hold, \
         held = coalesce($3, s.held), kept = coalesce($4, s.kept)",
    )
    .bind(after.scope.as_ref().map(json).transpose()?)
    .bind(after.hold.as_ref().map(json).transpose()?)
    .bind(held)
    .bind(kept)
    .bind(number(of))
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
    let of = run.directory;
    if run.deletes && run.state == RunState::Done {
        return directories::delete(work, of).await;
    }
    let Some(conclusion) = conclusion else { return Ok(()) };
    let before = read(&mut work.tx, of).await?;
    let after = before.clone().concluded(run.id, conclusion.clone());
    if let (Some(before), Some(after)) = (&before.hold, &after.hold)
        && before.digest == after.digest
    {
        reports::forget_held(work, before.run, run.id).await?;
    }
    write(work, of, &before, &after).await
}

pub(super) async fn approve(
    work: &mut Work,
    of: DirectoryId,
    digest: &str,
    by: AgentId,
    at: Timestamp,
) -> Result<Option<ImportRun>> {
    let before = read(&mut work.tx, of).await?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.digest == digest) else { return Ok(None) };
    decide(work, hold.run, Some(Decision { kind: DecisionKind::Remove, by, at })).await?;
    let hold = Some(Hold { approved: Some(Approval { by, at }), ..hold });
    write(work, of, &before, &Standing { hold, ..before.clone() }).await?;
    // One that works already may have asked before this was decided.
    runs::request_waiting(work, of, StartedBy::Agent(by), at).await.map(Some)
}

pub(super) async fn keep(
    work: &mut Work,
    of: DirectoryId,
    digest: &str,
    by: AgentId,
    at: Timestamp,
) -> Result<Option<u64>> {
    let before = read(&mut work.tx, of).await?;
    let Some(hold) = before.hold.as_ref().filter(|hold| hold.digest == digest) else { return Ok(None) };
    if hold.approved.is_some() && runs::is_importing(work, of).await? {
        return Ok(None);
    }
    let count = hold.count;
    decide(work, hold.run, Some(Decision { kind: DecisionKind::Keep, by, at })).await?;
    write(work, of, &before, &before.clone().kept()).await?;
    Ok(Some(count))
}

/// Takes an approval back.
pub(super) async fn withdraw_approval(work: &mut Work, of: DirectoryId) -> Result<()> {
    let before = read(&mut work.tx, of).await?;
    let Some(hold) = before.hold.clone().filter(|hold| hold.approved.is_some()) else { return Ok(()) };
    decide(work, hold.run, None).await?;
    let hold = Some(Hold { approved: None, ..hold });
    write(work, of, &before, &Standing { hold, ..before.clone() }).await
}

async fn decide(work: &mut Work, run: RunId, decision: Option<Decision>) -> Result<()> {
    let Some(mut stored) = runs::one(&mut work.tx, run).await? else { return Ok(()) };
    stored.run.decision = decision;
    runs::put(work, &stored).await
}
