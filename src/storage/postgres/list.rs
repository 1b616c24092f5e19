//! Answers list queries: keyset pages over the indexes, counts where the ledger has none.

use super::agents::decode;
use super::failure::failed;
use super::values::{containing, signed, unsigned};
use super::work::ledger;
use super::{directories, groups, sections};
use crate::model::*;
use crate::storage::cursor::{AgentCursor, Key, NEVER};
use crate::storage::sort::By;
use crate::storage::{AgentQuery, Page, Result, fold, moment};
use sqlx::{PgConnection, Postgres, QueryBuilder};
use uuid::Uuid;

/// The phone's key ([`fold::phone_key`]), as the index has it.
const PHONE: &str = "(coalesce(nullif(split_part(search, E'\\n', 3), ''), chr(1114111)) COLLATE \"C\")";

/// As many are found first and sorted then. More are read in their order until the page is full, which takes long where
/// the few who are meant lie far apart; how many they are is known better than PostgreSQL guesses it.
pub(super) const FEW: u64 = 1_000;

pub(super) async fn page(connection: &mut PgConnection, query: &AgentQuery) -> Result<Page<Agent>> {
    let column = match query.sort.by() {
        By::Section(by) => return sections::page(connection, query, by).await,
        By::Name => "name",
        By::Email => "email",
        By::LastSignIn => "last_sign_in",
        By::Phone => PHONE,
    };
    let limit = limit(query);
    let after = query.after.as_deref().and_then(|text| AgentCursor::parse(text, query.sort));
    let total = total(connection, query).await?;
    if total == 0 {
        return Ok(Page { items: Vec::new(), total, next: None });
    }
    let part = Part { column, after: after.as_ref(), limit: limit + 1, are_few: total <= FEW };
    let mut items = some(connection, query, |_| {}, part).await?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|agent| cursor_after(agent, query.sort.by()).to_string());
    Ok(Page { items, total, next })
}

pub(super) fn limit(query: &AgentQuery) -> usize {
    query.limit.clamp(1, 1_000)
}

/// A part of a list in the order of a column.
pub(super) struct Part<'a> {
    pub(super) column: &'static str,
    pub(super) after: Option<&'a AgentCursor>,
    pub(super) limit: usize,
    /// Whether no more than [`FEW`] pass.
    pub(super) are_few: bool,
}

/// Those whom a query lets pass, in its direction; `narrow` may add conditions.
pub(super) async fn some(
    connection: &mut PgConnection,
    query: &AgentQuery,
    narrow: impl FnOnce(&mut QueryBuilder<Postgres>),
    part: Part<'_>,
) -> Result<Vec<Agent>> {
    // With OFFSET the inner question is answered by itself.
    let (begin, end) = if part.are_few { ("(SELECT * FROM ", " OFFSET 0) agents WHERE true") } else { ("", "") };
    let mut sql = QueryBuilder::new(format!("SELECT id, record::text FROM {begin}muster.agents"));
    push_filter(&mut sql, query);
    narrow(&mut sql);
    sql.push(end);
    push_part(&mut sql, query.sort.descends(), part);
    let rows: Vec<(Uuid, String)> = sql.build_query_as().fetch_all(connection).await.map_err(failed)?;
    rows.into_iter().map(decode).collect()
}

/// The ledger and the groups know how many there are as long as nothing else is filtered.
pub(super) async fn total(connection: &mut PgConnection, query: &AgentQuery) -> Result<u64> {
    match query.group {
        None if lets_all_pass(query) => {
            let ledger = ledger(connection).await?;
            return Ok(if is_of_removed(query) { unsigned(ledger.removed) } else { ledger.counts().total });
        }
        Some(group) if lets_all_pass(query) && !is_of_removed(query) => return groups::size(connection, group).await,
        _ => {}
    }
    let mut sql = QueryBuilder::new("SELECT count(*) FROM muster.agents");
    push_filter(&mut sql, query);
    sql.build_query_scalar().fetch_one(connection).await.map_err(failed).map(unsigned)
}

fn is_of_removed(query: &AgentQuery) -> bool {
    query.state == Some(AgentState::Removed)
}

/// Whether all pass, of a group if one is named.
fn lets_all_pass(query: &AgentQuery) -> bool {
    query.text.trim().is_empty()
        && query.role.is_none()
        && query.from_ldap.is_none()
        && query.directory.is_none()
        && !query.never_signed_in
        && (query.state.is_none() || is_of_removed(query))
}

fn push_filter(sql: &mut QueryBuilder<Postgres>, query: &AgentQuery) {
    sql.push(if is_of_removed(query) { " WHERE removed" } else { " WHERE NOT removed" });
    for word in fold::words(&query.text) {
        sql.push(" AND search LIKE ").push_bind(containing(&word));
    }
    if let Some(group) = query.group {
        sql.push(" AND groups @> ").push_bind(vec![i64::from(group.0)]);
    }
    if let Some(role) = query.role {
        sql.push(" AND role = ").push_bind(role.as_str());
    }
    if let Some(from_ldap) = query.from_ldap {
        sql.push(" AND local = ").push_bind(!from_ldap);
    }
    if let Some(directory) = query.directory {
        sql.push(" AND NOT local AND directory = ").push_bind(directories::number(directory));
    }
    if let Some(state) = query.state {
        sql.push(" AND state = ").push_bind(state.as_str());
    }
    if query.never_signed_in {
        sql.push(" AND last_sign_in = ").push_bind(NEVER);
    }
}

fn push_part(sql: &mut QueryBuilder<Postgres>, descends: bool, Part { column, after, limit, .. }: Part<'_>) {
    if let Some(cursor) = after {
        sql.push(format!(" AND ({column}, id) {} (", if descends { "<" } else { ">" }));
        match &cursor.key {
            Key::Name(text) | Key::Email(text) | Key::Phone(text) | Key::Section(_, _, text) => {
                sql.push_bind(super::values::text(text))
            }
            Key::SignIn(at) => sql.push_bind(*at),
        };
        sql.push(", ").push_bind(cursor.id.0).push(")");
    }
    let direction = if descends { "DESC" } else { "ASC" };
    sql.push(format!(" ORDER BY {column} {direction}, id {direction} LIMIT ")).push_bind(signed(limit as u64));
}

fn cursor_after(agent: &Agent, by: By) -> AgentCursor {
    let key = match by {
        By::Name | By::Section(_) => Key::Name(fold::name(agent)),
        By::Email => Key::Email(agent.email.key()),
        By::LastSignIn => Key::SignIn(agent.last_sign_in_at.map_or(NEVER, moment::nanoseconds)),
        By::Phone => Key::Phone(fold::phone_key(&fold::phone(agent)).to_owned()),
    };
    AgentCursor { key, id: agent.id }
}
