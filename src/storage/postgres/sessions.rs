//! Sessions. They take no turns at the ledger: each statement is whole by itself, and locks what it deletes in the
//! order of the ids, so that two never wait for each other.

use super::directories;
use super::failure::failed;
use super::values::{from_json, json, signed, text};
use crate::model::{AgentId, DirectoryId, Timestamp};
use crate::storage::moment::{nanoseconds, timestamp};
use crate::storage::{Result, SESSIONS_OF_ONE, SessionRecord};
use sqlx::{PgConnection, PgPool};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    agent: Uuid,
    state: String,
    device: String,
    address: String,
    created_at: i64,
    expires_at: i64,
}

impl Row {
    fn decode(self) -> Result<SessionRecord> {
        Ok(SessionRecord {
            id: self.id,
            agent: AgentId(self.agent),
            state: from_json(&self.state)?,
            expires_at: timestamp(self.expires_at),
            created_at: timestamp(self.created_at),
            device: self.device,
            address: self.address,
        })
    }
}

pub(super) async fn one(pool: &PgPool, id: &str, at: Timestamp) -> Result<Option<SessionRecord>> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, agent, state::text, device, address, created_at, expires_at FROM muster.sessions \
         WHERE id = $1 AND expires_at > $2",
    )
    .bind(text(id))
    .bind(nanoseconds(at))
    .fetch_optional(pool)
    .await
    .map_err(failed)?;
    row.map(Row::decode).transpose()
}

/// In a transaction of its own. The oldest of an agent's sessions make room for it.
pub(super) async fn add(connection: &mut PgConnection, session: &SessionRecord) -> Result<()> {
    sqlx::query(
        "INSERT INTO muster.sessions (id, agent, state, device, address, created_at, expires_at) \
         VALUES ($1, $2, $3::json, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET agent = excluded.agent, \
         state = excluded.state, device = excluded.device, address = excluded.address, \
         created_at = excluded.created_at, expires_at = excluded.expires_at",
    )
    .bind(text(&session.id))
    .bind(session.agent.0)
    .bind(json(&session.state)?)
    .bind(text(&session.device))
    .bind(text(&session.address))
    .bind(nanoseconds(session.created_at))
    .bind(nanoseconds(session.expires_at))
    .execute(&mut *connection)
    .await
    .map_err(failed)?;
    let make_room = sqlx::query(
        "DELETE FROM muster.sessions WHERE id IN (SELECT id FROM muster.sessions WHERE id IN (SELECT id \
         FROM muster.sessions WHERE agent = $1 AND id <> $2 ORDER BY created_at DESC, id COLLATE \"C\" OFFSET $3) \
         ORDER BY id FOR UPDATE SKIP LOCKED)",
    );
    let make_room = make_room.bind(session.agent.0).bind(text(&session.id)).bind(signed(SESSIONS_OF_ONE as u64 - 1));
    make_room.execute(connection).await.map_err(failed)?;
    Ok(())
}

pub(super) async fn update(
    pool: &PgPool,
    id: &str,
    state: &HashMap<String, String>,
    expires_at: Timestamp,
) -> Result<bool> {
    let update = sqlx::query("UPDATE muster.sessions SET state = $2::json, expires_at = $3 WHERE id = $1");
    let update = update.bind(text(id)).bind(json(state)?).bind(nanoseconds(expires_at));
    Ok(update.execute(pool).await.map_err(failed)?.rows_affected() > 0)
}

pub(super) async fn end(pool: &PgPool, id: &str) -> Result<()> {
    let end = sqlx::query("DELETE FROM muster.sessions WHERE id = $1").bind(text(id));
    end.execute(pool).await.map_err(failed)?;
    Ok(())
}

/// Ends all sessions of these agents but, if given, one.
pub(super) async fn end_all(connection: &mut PgConnection, agents: &[AgentId], except: Option<&str>) -> Result<u64> {
    let agents: Vec<Uuid> = agents.iter().map(|agent| agent.0).collect();
    let end = sqlx::query(
        "DELETE FROM muster.sessions WHERE id IN (SELECT id FROM muster.sessions \
         WHERE agent = ANY($1) AND ($2::text IS NULL OR id <> $2) ORDER BY id FOR UPDATE)",
    );
    let end = end.bind(agents).bind(except.map(text));
    Ok(end.execute(connection).await.map_err(failed)?.rows_affected())
}

/// Of a directory's agents, and of nobody's.
pub(super) async fn end_ldap(pool: &PgPool, directory: DirectoryId) -> Result<u64> {
    let end = sqlx::query(
        "DELETE FROM muster.sessions WHERE id IN (SELECT id FROM muster.sessions s \
         WHERE NOT EXISTS (SELECT FROM muster.agents a WHERE a.id = s.agent AND (a.local OR a.directory <> $1)) \
         ORDER BY id FOR UPDATE)",
    );
    let end = end.bind(directories::number(directory));
    Ok(end.execute(pool).await.map_err(failed)?.rows_affected())
}

pub(super) async fn of_agent(pool: &PgPool, agent: AgentId, at: Timestamp) -> Result<Vec<SessionRecord>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, agent, state::text, device, address, created_at, expires_at FROM muster.sessions \
         WHERE agent = $1 AND expires_at > $2 ORDER BY created_at DESC, id COLLATE \"C\" LIMIT $3",
    )
    .bind(agent.0)
    .bind(nanoseconds(at))
    .bind(signed(SESSIONS_OF_ONE as u64))
    .fetch_all(pool)
    .await
    .map_err(failed)?;
    rows.into_iter().map(Row::decode).collect()
}

pub(super) async fn sweep(pool: &PgPool, at: Timestamp) -> Result<u64> {
    let sweep = sqlx::query(
        "DELETE FROM muster.sessions WHERE id IN (SELECT id FROM muster.sessions \
         WHERE expires_at < $1 ORDER BY id FOR UPDATE SKIP LOCKED)",
    );
    let sweep = sweep.bind(nanoseconds(at));
    Ok(sweep.execute(pool).await.map_err(failed)?.rows_affected())
}
