//! Answers list queries: keyset pages over the indexes, counts where the ledger has none.

use super::agents::decode;
use super::failure::failed;
use super::values::{containing, signed, unsigned};
use super::work::ledger;
use super::{directories, groups};
use crate::model::*;
use crate::storage::cursor::{AgentCursor, Key, NEVER};
use crate::storage::{AgentQuery, AgentSort, Page, Result, fold, moment};
use sqlx::{PgConnection, Postgres, QueryBuilder};
use uuid::Uuid;

pub(super) async fn page(connection: &mut PgConnection, query: &AgentQuery) -> Result<Page<Agent>> {
    let limit = query.limit.clamp(1, 1_000);
    let mut sql = QueryBuilder::new("SELECT id, record::text FROM muster.agents");
    push_filter(&mut sql, query);
    push_page(&mut sql, query, limit);
    let rows: Vec<(Uuid, String)> = sql.build_query_as().fetch_all(&mut *connection).await.map_err(failed)?;
    let mut items = rows.into_iter().map(decode).collect::<Result<Vec<Agent>>>()?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|agent| cursor_after(agent, query.sort).to_string());
    Ok(Page { items, total: total(connection, query).await?, next })
}

/// The ledger and the groups know how many there are as long as nothing else is filtered.
async fn total(connection: &mut PgConnection, query: &AgentQuery) -> Result<u64> {
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
}

fn push_page(sql: &mut QueryBuilder<Postgres>, query: &AgentQuery, limit: usize) {
    let descends = query.sort.descends();
    let key = match query.sort {
        AgentSort::Name | AgentSort::NameDescending => "name",
        AgentSort::Email | AgentSort::EmailDescending => "email",
        AgentSort::LastSignIn | AgentSort::LastSignInAscending => "last_sign_in",
    };
    if let Some(cursor) = query.after.as_deref().and_then(|text| AgentCursor::parse(text, query.sort)) {
        sql.push(format!(" AND ({key}, id) {} (", if descends { "<" } else { ">" }));
        match cursor.key {
            Key::Name(text) | Key::Email(text) => sql.push_bind(super::values::text(&text)),
            Key::SignIn(at) => sql.push_bind(at),
        };
        sql.push(", ").push_bind(cursor.id.0).push(")");
    }
    let direction = if descends { "DESC" } else { "ASC" };
    sql.push(format!(" ORDER BY {key} {direction}, id {direction} LIMIT ")).push_bind(signed(limit as u64 + 1));
}

fn cursor_after(agent: &Agent, sort: AgentSort) -> AgentCursor {
    let key = match sort {
        AgentSort::Name | AgentSort::NameDescending => Key::Name(fold::name(agent)),
        AgentSort::Email | AgentSort::EmailDescending => Key::Email(agent.email.key()),
        AgentSort::LastSignIn | AgentSort::LastSignInAscending => {
            Key::SignIn(agent.last_sign_in_at.map_or(NEVER, moment::nanoseconds))
        }
    };
    AgentCursor { key, id: agent.id }
}
