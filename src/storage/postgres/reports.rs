//! Lines of a run's report, and what they tell of one agent.

use super::failure::failed;
use super::runs::{self, StoredRun};
use super::values::{containing, from_json, json, signed, text, unsigned};
use super::work::Work;
use crate::model::*;
use crate::storage::backup::ReportLine;
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::moment::{nanoseconds, timestamp};
use crate::storage::{AgentEvent, ChangeQuery, Page, Result};
use sqlx::{PgConnection, Postgres, QueryBuilder};
use uuid::Uuid;

/// One line, with the number of its place and, where it stands in an agent's history, its time.
pub(super) struct Line<'a> {
    pub(super) number: u64,
    pub(super) at: Option<Timestamp>,
    pub(super) change: &'a AgentChange,
}

impl Line<'_> {
    /// One that comes from a backup.
    pub(super) fn of(line: &ReportLine) -> Line<'_> {
        Line { number: line.number, at: line.at, change: &line.change }
    }
}

/// Adds lines to a run's report.
pub(super) async fn add(work: &mut Work, stored: &mut StoredRun, report: &[AgentChange], at: Timestamp) -> Result<()> {
    if report.is_empty() {
        return Ok(());
    }
    let mut lines = Vec::with_capacity(report.len());
    for change in report {
        let is_history = change.kind.is_history() && change.agent.is_some() && !stored.run.dry_run;
        lines.push(Line { number: stored.next_line, at: is_history.then_some(at), change });
        stored.lines[change.kind.number()] += 1;
        stored.next_line += 1;
    }
    put(work, stored.run.id, &lines).await?;
    runs::put(work, stored).await
}

/// Writes lines.
pub(super) async fn put(work: &mut Work, run: RunId, lines: &[Line<'_>]) -> Result<()> {
    let searched = |change: &AgentChange| {
        let texts: Vec<String> = change.texts().map(|value| value.to_lowercase()).collect();
        text(&texts.join("\n"))
    };
    sqlx::query(
        "INSERT INTO muster.changes (run, number, kind, agent, at, search, line) \
         SELECT $1, number, kind, agent, at, search, line::json \
         FROM unnest($2::bigint[], $3::smallint[], $4::uuid[], $5::bigint[], $6::text[], $7::text[]) \
         AS new (number, kind, agent, at, search, line)",
    )
    .bind(signed(run.0))
    .bind(lines.iter().map(|line| signed(line.number)).collect::<Vec<i64>>())
    .bind(lines.iter().map(|line| line.change.kind.number() as i16).collect::<Vec<i16>>())
    .bind(lines.iter().map(|line| line.change.agent.map(|agent| agent.0)).collect::<Vec<Option<Uuid>>>())
    .bind(lines.iter().map(|line| line.at.map(nanoseconds)).collect::<Vec<Option<i64>>>())
    .bind(lines.iter().map(|line| searched(line.change)).collect::<Vec<String>>())
    .bind(lines.iter().map(|line| json(line.change)).collect::<Result<Vec<String>>>()?)
    .execute(&mut *work.tx)
    .await
    .map_err(failed)?;
    Ok(())
}

/// A page of a run's report. Without a text, only the page is read.
pub(super) async fn page(connection: &mut PgConnection, id: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
    let limit = query.limit.clamp(1, 1_000);
    let Some(stored) = runs::one(connection, id).await? else {
        return Ok(Page { items: vec![], total: 0, next: None });
    };
    let total = total(connection, &stored, query).await?;
    let mut sql = QueryBuilder::new("SELECT number, line::text FROM muster.changes");
    push_filter(&mut sql, id, query);
    if let Some(last) = query.after.as_deref().and_then(parse_number) {
        sql.push(" AND number > ").push_bind(signed(last));
    }
    sql.push(" ORDER BY number LIMIT ").push_bind(signed(limit as u64 + 1));
    let rows: Vec<(i64, String)> = sql.build_query_as().fetch_all(connection).await.map_err(failed)?;
    let last = rows.get(limit - 1).filter(|_| rows.len() > limit).map(|(number, _)| number_after(unsigned(*number)));
    let items = rows.iter().take(limit).map(|(_, line)| from_json(line)).collect::<Result<Vec<AgentChange>>>()?;
    Ok(Page { items, total, next: last })
}

async fn total(connection: &mut PgConnection, stored: &StoredRun, query: &ChangeQuery) -> Result<u64> {
    if query.text.trim().is_empty() {
        let kept = |kind: ChangeKind| match kind {
            _ if stored.run.thinned => 0,
            ChangeKind::Held if stored.run.held_again_by.is_some() => 0,
            kind => stored.lines[kind.number()],
        };
        return Ok(query.kind.map_or_else(|| ChangeKind::ALL.into_iter().map(kept).sum(), kept));
    }
    let mut sql = QueryBuilder::new("SELECT count(*) FROM muster.changes");
    push_filter(&mut sql, stored.run.id, query);
    sql.build_query_scalar().fetch_one(connection).await.map_err(failed).map(unsigned)
}

fn push_filter(sql: &mut QueryBuilder<Postgres>, id: RunId, query: &ChangeQuery) {
    sql.push(" WHERE run = ").push_bind(signed(id.0));
    if let Some(kind) = query.kind {
        sql.push(" AND kind = ").push_bind(kind.number() as i16);
    }
    let text = query.text.trim().to_lowercase();
    if !text.is_empty() {
        sql.push(" AND search LIKE ").push_bind(containing(&text));
    }
}

/// Takes out of an open run's report what is not a write to an agent.
pub(super) async fn keep_written(work: &mut Work, stored: &mut StoredRun) -> Result<()> {
    let goes = |kind: &ChangeKind| stored.run.dry_run || !kind.is_write();
    let kinds: Vec<ChangeKind> = ChangeKind::ALL.into_iter().filter(goes).collect();
    delete(work, stored.run.id, &kinds).await?;
    kinds.iter().for_each(|kind| stored.lines[kind.number()] = 0);
    Ok(())
}

/// Deletes the lines of those who were held, which a later run's report repeats.
pub(super) async fn forget_held(work: &mut Work, id: RunId, again_by: RunId) -> Result<()> {
    let Some(mut stored) = runs::one(&mut work.tx, id).await? else { return Ok(()) };
    delete(work, id, &[ChangeKind::Held]).await?;
    stored.run.held_again_by = Some(again_by);
    runs::put(work, &stored).await
}

/// Deletes lines of these kinds.
pub(super) async fn delete(work: &mut Work, id: RunId, kinds: &[ChangeKind]) -> Result<()> {
    let kinds: Vec<i16> = kinds.iter().map(|kind| kind.number() as i16).collect();
    let delete = sqlx::query("DELETE FROM muster.changes WHERE run = $1 AND kind = ANY($2)");
    delete.bind(signed(id.0)).bind(kinds).execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

/// What imports did to an agent, newest first.
pub(super) async fn of_agent(connection: &mut PgConnection, agent: AgentId, limit: usize) -> Result<Vec<AgentEvent>> {
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(
        "SELECT run, at, line::text FROM muster.changes WHERE agent = $1 AND at IS NOT NULL \
         ORDER BY run DESC, number DESC LIMIT $2",
    )
    .bind(agent.0)
    .bind(signed(limit as u64))
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    let event = |(run, at, line): (i64, i64, String)| {
        Ok(AgentEvent { run: RunId(unsigned(run)), at: timestamp(at), change: from_json(&line)? })
    };
    rows.into_iter().map(event).collect()
}
