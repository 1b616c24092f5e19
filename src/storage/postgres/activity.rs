//! The activity log. Whoever adds to it locks its head, and nothing else.

use super::failure::failed;
use super::values::{containing, from_json, json, signed, text, unsigned};
use crate::model::*;
use crate::storage::Result;
use crate::storage::activity::{
    self, ActivityPage, ActivityQuery, LOOKED_AT, Recorded, Sealer, agent_of, head_of, searched,
};
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::moment::nanoseconds;
use sqlx::{PgConnection, Postgres, QueryBuilder};

/// Records that one transaction deletes.
pub(super) const PRUNE: i64 = 10_000;

pub(super) async fn head(connection: &mut PgConnection) -> Result<ActivityHead> {
    let head = sqlx::query_as("SELECT number, hash FROM muster.activity_head");
    let (number, hash): (i64, String) = head.fetch_one(connection).await.map_err(failed)?;
    Ok(ActivityHead { number: unsigned(number), hash })
}

/// In a transaction of its own.
pub(super) async fn append(connection: &mut PgConnection, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>> {
    let head = sqlx::query_as("SELECT number, hash FROM muster.activity_head FOR UPDATE");
    let (number, hash): (i64, String) = head.fetch_one(&mut *connection).await.map_err(failed)?;
    let mut head = ActivityHead { number: unsigned(number), hash };
    let mut added = Vec::with_capacity(deeds.len());
    for deed in deeds {
        let activity = sealer.next(&head, deed);
        head = head_of(&activity);
        added.push(activity);
    }
    put(connection, &added).await?;
    put_head(connection, &head).await?;
    Ok(added)
}

/// Columns for finding a record.
#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
struct Row {
    number: i64,
    at: i64,
    action: String,
    actor: Option<String>,
    subject: Option<String>,
    search: String,
}

impl Row {
    fn of(activity: &Activity) -> Row {
        let deed = &activity.deed;
        Row {
            number: signed(activity.number),
            at: nanoseconds(deed.at),
            action: deed.action.as_str().into(),
            actor: deed.actor.agent().map(|agent| agent.to_string()),
            subject: agent_of(deed).map(text),
            search: text(&searched(deed)),
        }
    }
}

pub(super) async fn put(connection: &mut PgConnection, activities: &[Activity]) -> Result<()> {
    for activity in activities {
        let row = Row::of(activity);
        sqlx::query(
            "INSERT INTO muster.activity (number, at, action, actor, subject, search, record) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(row.number)
        .bind(row.at)
        .bind(row.action)
        .bind(row.actor)
        .bind(row.subject)
        .bind(row.search)
        .bind(json(activity)?)
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    }
    Ok(())
}

pub(super) async fn put_head(connection: &mut PgConnection, head: &ActivityHead) -> Result<()> {
    let put = sqlx::query("UPDATE muster.activity_head SET number = $1, hash = $2");
    put.bind(signed(head.number)).bind(&head.hash).execute(connection).await.map_err(failed)?;
    Ok(())
}

/// Newest first. A search for words looks through a part of the log at a time: no index helps it.
pub(super) async fn page(connection: &mut PgConnection, query: &ActivityQuery) -> Result<ActivityPage> {
    let limit = query.limit.clamp(1, 1_000);
    let end = signed(head(connection).await?.number).saturating_add(1);
    let after = query.after.as_deref().and_then(parse_number).map_or(end, |after| signed(after).min(end));
    let words = query.words();
    let is_whole = words.is_empty() && query.action.is_none() && query.agent.is_none();
    let is_whole = is_whole && query.from.is_none() && query.until.is_none();
    let floor = if is_whole { 0 } else { after.saturating_sub(signed(LOOKED_AT)).max(0) };
    let mut select = QueryBuilder::<Postgres>::new("SELECT number, record FROM muster.activity WHERE number < ");
    select.push_bind(after).push(" AND number >= ").push_bind(floor);
    if let Some(action) = query.action {
        select.push(" AND action = ").push_bind(action.as_str());
    }
    if let Some(agent) = query.agent.map(|agent| agent.to_string()) {
        select.push(" AND (actor = ").push_bind(agent.clone()).push(" OR subject = ").push_bind(agent).push(")");
    }
    if let Some(from) = query.from {
        select.push(" AND at >= ").push_bind(nanoseconds(from));
    }
    if let Some(until) = query.until {
        select.push(" AND at < ").push_bind(nanoseconds(until));
    }
    for word in &words {
        select.push(" AND search LIKE ").push_bind(containing(word));
    }
    select.push(" ORDER BY number DESC LIMIT ").push_bind(signed(limit as u64 + 1));
    let mut rows: Vec<(i64, String)> = select.build_query_as().fetch_all(connection).await.map_err(failed)?;
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = match rows.last() {
        Some((last, _)) if has_more => Some(*last),
        // Further back there may be more.
        _ => (floor > 1).then_some(floor),
    };
    // One that cannot be read is for the verification to tell.
    let items = rows.iter().filter_map(|(_, record)| from_json(record).ok()).collect();
    Ok(ActivityPage { items, next: next.map(|next| number_after(unsigned(next))) })
}

/// Oldest first, from a number on.
pub(super) async fn from(connection: &mut PgConnection, number: u64, limit: usize) -> Result<Vec<Recorded>> {
    type Stored = (i64, i64, String, Option<String>, Option<String>, String, String);
    let rows: Vec<Stored> = sqlx::query_as(
        "SELECT number, at, action, actor, subject, search, record FROM muster.activity WHERE number >= $1 ORDER BY number LIMIT $2",
    )
    .bind(signed(number))
    .bind(signed(limit as u64))
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    let found = rows.into_iter().map(|(number, at, action, actor, subject, search, record)| {
        let row = Row { number, at, action, actor, subject, search };
        // Other columns would hide it from whoever looks for it.
        let is_whole = |activity: &Activity| Row::of(activity) == row;
        (unsigned(number), from_json::<Activity>(&record).ok().filter(is_whole))
    });
    Ok(found.collect())
}

/// Says that records go, where there are any that old; they go afterwards.
pub(super) async fn announce(
    connection: &mut PgConnection,
    before: Timestamp,
    at: Timestamp,
    sealer: &Sealer,
) -> Result<Option<u64>> {
    // Two panels must not both say it.
    sqlx::query("SELECT FROM muster.activity_head FOR UPDATE").execute(&mut *connection).await.map_err(failed)?;
    let first = "SELECT coalesce((SELECT min(number) FROM muster.activity WHERE at >= $1), (SELECT number + 1 FROM muster.activity_head))";
    let first: i64 =
        sqlx::query_scalar(first).bind(nanoseconds(before)).fetch_one(&mut *connection).await.map_err(failed)?;
    let last = sqlx::query_scalar("SELECT record FROM muster.activity WHERE number = $1").bind(first - 1);
    let last: Option<String> = last.fetch_optional(&mut *connection).await.map_err(failed)?;
    let Some(last) = last.and_then(|record| from_json::<Activity>(&record).ok()) else { return Ok(None) };
    append(connection, vec![activity::pruned(at, &head_of(&last))], sealer).await?;
    Ok(Some(last.number))
}

/// Deletes a part of them. Answers how many.
pub(super) async fn prune(connection: &mut PgConnection, up_to: u64) -> Result<u64> {
    let prune = sqlx::query(
        "DELETE FROM muster.activity WHERE number IN (SELECT number FROM muster.activity WHERE number <= $1 ORDER BY number LIMIT $2)",
    );
    let pruned = prune.bind(signed(up_to)).bind(PRUNE).execute(connection).await.map_err(failed)?;
    Ok(pruned.rows_affected())
}
