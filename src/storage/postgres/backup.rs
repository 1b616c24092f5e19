//! A backup in and out: one transaction each, so that it is of one moment and whole.

use super::failure::failed;
use super::reports::{self, Line};
use super::runs::{self, StoredRun};
use super::values::{from_json, signed, unsigned};
use super::work::{Work, ledger};
use super::{activity, agents, directories, groups, import_days, second_factors, standing};
use crate::model::*;
use crate::storage::backup::{IDS, LINES, ReportLine};
use crate::storage::intake::{Intake, refused};
use crate::storage::moment::timestamp;
use crate::storage::{Record, Result, StorageError};
use sqlx::{Executor, PgConnection};
use std::collections::{BTreeMap, BTreeSet};
use tokio::sync::mpsc::{Receiver, Sender};
use uuid::Uuid;

/// Agents read at once.
const PAGE: i64 = 500;

/// The transaction waits for whoever takes the records, and may take long.
pub(super) async fn be_patient(connection: &mut PgConnection) -> Result<()> {
    let patience = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";
    connection.execute(patience).await.map(drop).map_err(failed)
}

/// Sends everything, in a transaction that sees one moment.
pub(super) async fn send(connection: &mut PgConnection, to: &Sender<Record>) -> Result<()> {
    let ledger = ledger(connection).await?;
    let next_group = u32::try_from(ledger.next_group).unwrap_or(u32::MAX);
    let next_directory = directories::id_of(ledger.next_directory).0;
    put(to, Record::Numbers { next_group, next_run: unsigned(ledger.next_run), next_directory }).await?;
    if let Some(key) = ledger.key {
        put(to, Record::Key(key)).await?;
    }
    let mut groups = groups::all(connection).await?;
    groups.sort_by_key(|group| group.id);
    for group in groups {
        put(to, Record::Group(group)).await?;
    }
    for directory in directories::all(connection).await? {
        put(to, Record::Settings(Box::new(directory))).await?;
    }
    send_runs(connection, to).await?;
    send_agents(connection, to).await?;
    for (agent, factor) in second_factors::all(connection).await? {
        put(to, Record::SecondFactor { agent, factor: Box::new(factor) }).await?;
    }
    for directory in standing::whose(connection).await? {
        let Standing { scope, hold, kept, held } = standing::read(connection, directory).await?;
        put(to, Record::Standing { directory, scope: scope.map(Box::new), hold: hold.map(Box::new) }).await?;
        send_ids(to, &kept, Record::Kept).await?;
        send_ids(to, &held, Record::Held).await?;
    }
    let mut days = import_days::from(connection, None, None).await?;
    days.sort_by_key(|day| (day.directory, day.day));
    for day in days {
        put(to, Record::ImportDay(day)).await?;
    }
    send_activity(connection, to).await?;
    put(to, Record::End).await
}

async fn send_activity(connection: &mut PgConnection, to: &Sender<Record>) -> Result<()> {
    let mut next = 0;
    loop {
        let part = activity::from(connection, next, 500).await?;
        let Some((last, _)) = part.last() else { return Ok(()) };
        next = last + 1;
        for (_, activity) in part {
            match activity {
                Some(activity) => put(to, Record::Activity(Box::new(activity))).await?,
                // Everything else is not to be lost for it, and the gap shows when the log is verified.
                None => crate::storage::backup::warn_of_unreadable_activity(),
            }
        }
    }
}

async fn put(to: &Sender<Record>, record: Record) -> Result<()> {
    to.send(record).await.map_err(|_| StorageError::Failed("nobody takes the backup any more".into()))
}

async fn send_runs(connection: &mut PgConnection, to: &Sender<Record>) -> Result<()> {
    let mut after = -1_i64;
    loop {
        let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM muster.runs WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(after)
            .bind(PAGE)
            .fetch_all(&mut *connection)
            .await
            .map_err(failed)?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = *last;
        for id in ids {
            let Some(stored) = runs::one(connection, RunId(unsigned(id))).await? else { continue };
            let StoredRun { run, lines, next_line } = stored;
            let id = run.id;
            let lines = ChangeKind::ALL.into_iter().zip(lines).filter(|(_, lines)| *lines > 0).collect();
            put(to, Record::Run { run: Box::new(run), lines, next_line }).await?;
            send_lines(connection, to, id).await?;
        }
    }
}

async fn send_lines(connection: &mut PgConnection, to: &Sender<Record>, run: RunId) -> Result<()> {
    let mut after = -1_i64;
    loop {
        let rows: Vec<(i64, Option<i64>, String)> = sqlx::query_as(
            "SELECT number, at, line::text FROM muster.changes WHERE run = $1 AND number > $2 ORDER BY number LIMIT $3",
        )
        .bind(signed(run.0))
        .bind(after)
        .bind(signed(LINES as u64))
        .fetch_all(&mut *connection)
        .await
        .map_err(failed)?;
        let Some((last, ..)) = rows.last() else { return Ok(()) };
        after = *last;
        let line = |(number, at, line): (i64, Option<i64>, String)| {
            Ok(ReportLine { number: unsigned(number), at: at.map(timestamp), change: from_json(&line)? })
        };
        let lines = rows.into_iter().map(line).collect::<Result<Vec<ReportLine>>>()?;
        put(to, Record::Lines { run, lines }).await?;
    }
}

async fn send_agents(connection: &mut PgConnection, to: &Sender<Record>) -> Result<()> {
    // Nobody has this id.
    let mut after = Uuid::nil();
    loop {
        let rows: Vec<(Uuid, String)> =
            sqlx::query_as("SELECT id, record::text FROM muster.agents WHERE id > $1 ORDER BY id LIMIT $2")
                .bind(after)
                .bind(PAGE)
                .fetch_all(&mut *connection)
                .await
                .map_err(failed)?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        after = *last;
        for row in rows {
            put(to, Record::Agent(Box::new(agents::decode(row)?))).await?;
        }
    }
}

async fn send_ids(to: &Sender<Record>, agents: &BTreeSet<AgentId>, record: fn(Vec<AgentId>) -> Record) -> Result<()> {
    let agents: Vec<AgentId> = agents.iter().copied().collect();
    for part in agents.chunks(IDS) {
        put(to, record(part.to_vec())).await?;
    }
    Ok(())
}

/// Takes everything in; whoever calls commits it, or nothing has happened.
pub(super) async fn take(work: &mut Work, from: &mut Receiver<Record>) -> Result<()> {
    require_empty(work).await?;
    be_patient(&mut work.tx).await?;
    work.tx.execute("DELETE FROM muster.groups").await.map_err(failed)?;
    let mut arrival = Arrival::default();
    while let Some(record) = from.recv().await {
        if record == Record::End {
            return arrival.end(work).await;
        }
        arrival.take(work, record).await?;
    }
    Err(refused("it ends before its end"))
}

async fn require_empty(work: &mut Work) -> Result<()> {
    let is_new = groups::all(&mut work.tx).await?.iter().all(|group| group.name == Group::FIRST);
    let holds: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM muster.agents) OR EXISTS (SELECT FROM muster.runs) OR EXISTS (SELECT FROM muster.settings) \
         OR EXISTS (SELECT FROM muster.activity)",
    )
    .fetch_one(&mut *work.tx)
    .await
    .map_err(failed)?;
    if is_new && !holds { Ok(()) } else { Err(StorageError::NotEmpty) }
}

/// Records on their way into the tables.
#[derive(Default)]
struct Arrival {
    intake: Intake,
    agents: Vec<Agent>,
}

impl Arrival {
    async fn take(&mut self, work: &mut Work, record: Record) -> Result<()> {
        self.intake.see(&record)?;
        match record {
            Record::Group(group) => groups::put(work, &group).await,
            Record::Settings(settings) => directories::put(work, &settings).await,
            Record::Run { run, lines, next_line } => {
                let by_kind = |lines: &BTreeMap<ChangeKind, u64>| {
                    ChangeKind::ALL.iter().map(|kind| lines.get(kind).copied().unwrap_or(0)).collect()
                };
                runs::put(work, &StoredRun { lines: by_kind(&lines), run: *run, next_line }).await
            }
            Record::Lines { run, lines } => {
                let lines: Vec<Line<'_>> = lines.iter().map(Line::of).collect();
                reports::put(work, run, &lines).await
            }
            Record::Agent(agent) => {
                self.agents.push(*agent);
                if self.agents.len() as i64 >= PAGE { self.write(work).await } else { Ok(()) }
            }
            Record::SecondFactor { agent, factor } => {
                self.write(work).await?;
                second_factors::put(&mut work.tx, agent, &factor).await.map(drop)
            }
            Record::Activity(record) => activity::put(&mut work.tx, &[*record]).await,
            Record::Numbers { .. }
            | Record::Key(_)
            | Record::Standing { .. }
            | Record::Kept(_)
            | Record::Held(_)
            | Record::ImportDay(_)
            | Record::End => Ok(()),
        }
    }

    async fn write(&mut self, work: &mut Work) -> Result<()> {
        let agents = std::mem::take(&mut self.agents);
        agents.iter().for_each(|agent| work.count(None, Some(agent)));
        let put = agents::put(&mut work.tx, &agents.iter().collect::<Vec<&Agent>>()).await;
        // One who comes twice within a part is the server's to refuse.
        put.map_err(|error| if is_refused(&error) { twice() } else { error })
    }

    async fn end(&mut self, work: &mut Work) -> Result<()> {
        self.write(work).await?;
        let numbers = self.intake.numbers()?;
        (work.ledger.next_group, work.ledger.next_run) = (numbers.group.into(), signed(numbers.run));
        work.ledger.next_directory = self.intake.next_directory()?.into();
        work.ledger.key = self.intake.key.clone();
        for (of, standing) in &self.intake.standings {
            standing::write(work, *of, &Standing::default(), standing).await?;
        }
        for day in self.intake.days().newest() {
            import_days::add(&mut work.tx, day).await?;
        }
        if let Some(head) = &self.intake.activity {
            activity::put_head(&mut work.tx, head).await?;
        }
        let agents: i64 =
            sqlx::query_scalar("SELECT count(*) FROM muster.agents").fetch_one(&mut *work.tx).await.map_err(failed)?;
        // Emails and GUIDs are looked at now, not when it is too late to say why.
        let unique = work.tx.execute("SET CONSTRAINTS ALL IMMEDIATE").await.map_err(failed);
        match unique {
            _ if unsigned(agents) != self.intake.agents => Err(twice()),
            Err(error) if is_refused(&error) => Err(twice()),
            unique => unique.map(drop),
        }
    }
}

fn is_refused(error: &StorageError) -> bool {
    // A row that one statement names twice, and a value that must be unique.
    matches!(error, StorageError::Failed(words) if words.ends_with("(21000)") || words.ends_with("(23505)"))
}

fn twice() -> StorageError {
    refused("a record is in it twice, or two agents share an email or a GUID")
}
