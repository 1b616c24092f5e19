//! Import runs.

use super::failure::failed;
use super::values::{from_json, json, moment, signed, unsigned};
use super::work::Work;
use super::{directories, import_days, lease, reports, standing};
use crate::model::*;
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::moment::nanoseconds;
use crate::storage::{CLOCKS_DIFFER, Lease, Page, Result, RunQuery, StorageError};
use sqlx::{PgConnection, Postgres, QueryBuilder};

/// A run as it lies in the store.
pub(super) struct StoredRun {
    pub(super) run: ImportRun,
    /// Lines of the report by the numbers of their kinds.
    pub(super) lines: Vec<u64>,
    /// The number of the next line.
    pub(super) next_line: u64,
}

type Row = (String, Vec<i64>, i64);

impl StoredRun {
    fn decode((record, lines, next_line): Row) -> Result<StoredRun> {
        let mut lines: Vec<u64> = lines.into_iter().map(unsigned).collect();
        lines.resize(ChangeKind::ALL.len(), 0);
        Ok(StoredRun { run: from_json(&record)?, lines, next_line: unsigned(next_line) })
    }
}

pub(super) async fn one(connection: &mut PgConnection, id: RunId) -> Result<Option<StoredRun>> {
    let row = sqlx::query_as("SELECT record::text, lines, next_line FROM muster.runs WHERE id = $1").bind(signed(id.0));
    row.fetch_optional(connection).await.map_err(failed)?.map(StoredRun::decode).transpose()
}

pub(super) async fn require(work: &mut Work, id: RunId) -> Result<StoredRun> {
    one(&mut work.tx, id).await?.ok_or(StorageError::NotFound)
}

pub(super) async fn put(work: &mut Work, stored: &StoredRun) -> Result<()> {
    let run = &stored.run;
    if !run.is_open() && is_open(work, run.id).await? {
        import_days::count(work, run).await?;
    }
    sqlx::query(
        "INSERT INTO muster.runs (id, open, state, dry_run, notable, completed, thinned, ended, lines, next_line, record, \
         directory) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::json, $12) \
         ON CONFLICT (id) DO UPDATE SET open = excluded.open, state = excluded.state, notable = excluded.notable, \
         completed = excluded.completed, thinned = excluded.thinned, ended = excluded.ended, lines = excluded.lines, \
         next_line = excluded.next_line, record = excluded.record",
    )
    .bind(signed(run.id.0))
    .bind(run.is_open())
    .bind(run.state.as_str())
    .bind(run.dry_run)
    .bind(run.is_notable())
    .bind(run.is_completed())
    .bind(run.thinned)
    .bind(moment(run.finished_at))
    .bind(stored.lines.iter().copied().map(signed).collect::<Vec<i64>>())
    .bind(signed(stored.next_line))
    .bind(json(run)?)
    .bind(directories::number(run.directory))
    .execute(&mut *work.tx)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn is_open(work: &mut Work, id: RunId) -> Result<bool> {
    let open = sqlx::query_scalar("SELECT open FROM muster.runs WHERE id = $1").bind(signed(id.0));
    Ok(open.fetch_optional(&mut *work.tx).await.map_err(failed)?.unwrap_or(false))
}

/// Runs that wait or work, oldest first.
async fn open(connection: &mut PgConnection) -> Result<Vec<StoredRun>> {
    let rows = sqlx::query_as("SELECT record::text, lines, next_line FROM muster.runs WHERE open ORDER BY id");
    let rows = rows.fetch_all(connection).await.map_err(failed)?;
    rows.into_iter().map(StoredRun::decode).collect()
}

pub(super) async fn next_open(connection: &mut PgConnection) -> Result<Option<RunId>> {
    let id = sqlx::query_scalar("SELECT id FROM muster.runs WHERE open ORDER BY id LIMIT 1");
    Ok(id.fetch_optional(connection).await.map_err(failed)?.map(|id: i64| RunId(unsigned(id))))
}

/// The oldest open run of which this is so.
async fn find_open(work: &mut Work, is_it: impl Fn(&ImportRun) -> bool) -> Result<Option<ImportRun>> {
    Ok(open(&mut work.tx).await?.into_iter().map(|stored| stored.run).find(is_it))
}

pub(super) async fn request(
    work: &mut Work,
    directory: DirectoryId,
    by: StartedBy,
    dry_run: bool,
    at: Timestamp,
) -> Result<(ImportRun, bool)> {
    match find_open(work, |run| run.is_for(directory, dry_run)).await? {
        Some(run) => Ok((run, false)),
        None => {
            let run = make(work, directory, |id| ImportRun::waiting(id, directory, by, dry_run, at)).await?;
            Ok((run, true))
        }
    }
}

pub(super) async fn request_scheduled(
    work: &mut Work,
    directory: DirectoryId,
    due: Timestamp,
    at: Timestamp,
) -> Result<Option<ImportRun>> {
    if !standing::schedule(work, directory, nanoseconds(due), nanoseconds(at + CLOCKS_DIFFER)).await? {
        return Ok(None);
    }
    request(work, directory, StartedBy::Schedule, false, at).await.map(|(run, _)| Some(run))
}

pub(super) async fn request_deletion(
    work: &mut Work,
    directory: DirectoryId,
    by: AgentId,
    at: Timestamp,
) -> Result<ImportRun> {
    directories::one(&mut work.tx, directory).await?.ok_or(StorageError::NotFound)?;
    match find_open(work, |run| run.deletes && run.directory == directory).await? {
        Some(run) => Ok(run),
        None => make(work, directory, |id| ImportRun::deletion(id, directory, by, at)).await,
    }
}

/// An import that has not begun: a waiting one, else a new one.
pub(super) async fn request_waiting(
    work: &mut Work,
    directory: DirectoryId,
    by: StartedBy,
    at: Timestamp,
) -> Result<ImportRun> {
    match find_open(work, |run| run.is_for(directory, false) && run.phase == Phase::Waiting).await? {
        Some(run) => Ok(run),
        None => make(work, directory, |id| ImportRun::waiting(id, directory, by, false, at)).await,
    }
}

async fn make(work: &mut Work, directory: DirectoryId, run: impl FnOnce(RunId) -> ImportRun) -> Result<ImportRun> {
    let id = RunId(unsigned(work.ledger.next_run));
    work.ledger.next_run += 1;
    let run =
        ImportRun { expected: last_completed(&mut work.tx, directory).await?.map(|run| run.counts.read), ..run(id) };
    put(work, &StoredRun { run: run.clone(), lines: vec![0; ChangeKind::ALL.len()], next_line: 0 }).await?;
    Ok(run)
}

pub(super) async fn begin(work: &mut Work, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>> {
    lease::check(work, lease)?;
    let mut stored = require(work, id).await?;
    if !stored.run.is_open() {
        return Ok(None);
    }
    if stored.run.attempts >= ImportRun::ATTEMPTS {
        stored.run = stored.run.given_up(at);
        put(work, &stored).await?;
        return Ok(None);
    }
    reports::keep_written(work, &mut stored).await?;
    let mut written = Counts::default();
    for kind in ChangeKind::ALL {
        *written.of_kind(kind) = stored.lines[kind.number()];
    }
    stored.run = stored.run.begun(written, at);
    put(work, &stored).await?;
    Ok(Some(stored.run))
}

/// Whether a run of a directory that is no preview waits or works.
pub(super) async fn is_importing(work: &mut Work, directory: DirectoryId) -> Result<bool> {
    Ok(find_open(work, |run| run.directory == directory && !run.dry_run).await?.is_some())
}

pub(super) async fn save(work: &mut Work, lease: Lease, run: &ImportRun) -> Result<bool> {
    lease::check(work, lease)?;
    let stored = require(work, run.id).await?;
    if run.is_open() && !stored.run.is_open() {
        // It was cancelled before work began: whoever works on it stops.
        return Ok(true);
    }
    let cancel_requested = stored.run.cancel_requested;
    put(work, &StoredRun { run: ImportRun { cancel_requested, ..run.clone() }, ..stored }).await?;
    Ok(cancel_requested)
}

pub(super) async fn cancel(work: &mut Work, id: RunId, at: Timestamp) -> Result<bool> {
    let mut stored = require(work, id).await?;
    if !stored.run.is_open() {
        return Ok(false);
    }
    if !stored.run.dry_run {
        standing::withdraw_approval(work, stored.run.directory).await?;
    }
    stored.run = stored.run.cancelled(at);
    put(work, &stored).await?;
    Ok(true)
}

/// The lease goes with them: nobody is left who has it.
pub(super) async fn close_interrupted(work: &mut Work, at: Timestamp) -> Result<u64> {
    lease::release_any(work);
    let open = open(&mut work.tx).await?;
    let count = open.len() as u64;
    for stored in open {
        let run = ImportRun { state: RunState::Interrupted, finished_at: Some(at), ..stored.run };
        put(work, &StoredRun { run, ..stored }).await?;
    }
    Ok(count)
}

pub(super) async fn last_completed(connection: &mut PgConnection, of: DirectoryId) -> Result<Option<ImportRun>> {
    let record = sqlx::query_scalar(
        "SELECT record::text FROM muster.runs WHERE completed AND directory = $1 ORDER BY id DESC LIMIT 1",
    );
    let record: Option<String> =
        record.bind(directories::number(of)).fetch_optional(connection).await.map_err(failed)?;
    record.map(|record| from_json(&record)).transpose()
}

pub(super) async fn newest(connection: &mut PgConnection) -> Result<Option<ImportRun>> {
    let record = sqlx::query_scalar("SELECT record::text FROM muster.runs ORDER BY id DESC LIMIT 1");
    let record: Option<String> = record.fetch_optional(connection).await.map_err(failed)?;
    record.map(|record| from_json(&record)).transpose()
}

pub(super) async fn list(connection: &mut PgConnection, query: &RunQuery) -> Result<Page<ImportRun>> {
    let limit = query.limit.clamp(1, 1_000);
    let mut sql = QueryBuilder::new("SELECT count(*) FROM muster.runs WHERE true");
    push_filter(&mut sql, query);
    let total: i64 = sql.build_query_scalar().fetch_one(&mut *connection).await.map_err(failed)?;
    let mut sql = QueryBuilder::new("SELECT record::text FROM muster.runs WHERE true");
    push_filter(&mut sql, query);
    if let Some(end) = query.after.as_deref().and_then(parse_number) {
        sql.push(" AND id < ").push_bind(signed(end));
    }
    sql.push(" ORDER BY id DESC LIMIT ").push_bind(signed(limit as u64 + 1));
    let records: Vec<String> = sql.build_query_scalar().fetch_all(connection).await.map_err(failed)?;
    let more = records.len() > limit;
    let items = records.iter().take(limit).map(|record| from_json(record)).collect::<Result<Vec<ImportRun>>>()?;
    let next = items.last().filter(|_| more).map(|run| number_after(run.id.0));
    Ok(Page { items, total: unsigned(total), next })
}

fn push_filter(sql: &mut QueryBuilder<Postgres>, query: &RunQuery) {
    if let Some(state) = query.state {
        sql.push(" AND state = ").push_bind(state.as_str());
    }
    if let Some(directory) = query.directory {
        sql.push(" AND directory = ").push_bind(directories::number(directory));
    }
    if let Some(dry_run) = query.dry_run {
        sql.push(" AND dry_run = ").push_bind(dry_run);
    }
    if query.notable {
        sql.push(" AND notable");
    }
}

/// Deletes the report of the oldest run that ended before a moment. Answers whether there was one.
pub(super) async fn thin(work: &mut Work, before: Timestamp) -> Result<bool> {
    let due = sqlx::query_scalar("SELECT id FROM muster.runs WHERE NOT thinned AND ended < $1 ORDER BY ended LIMIT 1");
    let due: Option<i64> = due.bind(nanoseconds(before)).fetch_optional(&mut *work.tx).await.map_err(failed)?;
    let Some(id) = due else { return Ok(false) };
    let mut stored = require(work, RunId(unsigned(id))).await?;
    reports::delete(work, stored.run.id, &ChangeKind::ALL).await?;
    stored.run.thinned = true;
    put(work, &stored).await?;
    Ok(true)
}
