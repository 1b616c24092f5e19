//! Second factors. Each has a row that whoever changes it locks; a row goes with its agent's.

use super::failure::failed;
use super::values::{from_json, json};
use crate::model::{AgentId, SecondFactor};
use crate::storage::{Result, StorageError};
use sqlx::PgConnection;
use uuid::Uuid;

pub(super) async fn one(connection: &mut PgConnection, agent: AgentId) -> Result<Option<SecondFactor>> {
    let record = sqlx::query_scalar("SELECT record::text FROM muster.second_factors WHERE agent = $1").bind(agent.0);
    let record: Option<String> = record.fetch_optional(connection).await.map_err(failed)?;
    record.map(|record| from_json(&record)).transpose()
}

pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<(AgentId, SecondFactor)>> {
    let rows = sqlx::query_as("SELECT agent, record::text FROM muster.second_factors ORDER BY agent");
    let rows: Vec<(Uuid, String)> = rows.fetch_all(connection).await.map_err(failed)?;
    rows.into_iter().map(|(agent, record)| Ok((AgentId(agent), from_json(&record)?))).collect()
}

/// In a transaction of its own.
pub(super) async fn change(
    connection: &mut PgConnection,
    agent: AgentId,
    before: Option<&SecondFactor>,
    after: Option<&SecondFactor>,
) -> Result<bool> {
    // The agent's row first, which a deletion takes first too.
    let local = sqlx::query_scalar("SELECT local FROM muster.agents WHERE id = $1 FOR KEY SHARE").bind(agent.0);
    let local: Option<bool> = local.fetch_optional(&mut *connection).await.map_err(failed)?;
    if local != Some(true) {
        return Err(StorageError::NotFound);
    }
    let Some(before) = before else {
        return match after {
            Some(factor) => put(connection, agent, factor).await,
            None => Ok(one(connection, agent).await?.is_none()),
        };
    };
    let record = sqlx::query_scalar("SELECT record::text FROM muster.second_factors WHERE agent = $1 FOR UPDATE");
    let record: Option<String> = record.bind(agent.0).fetch_optional(&mut *connection).await.map_err(failed)?;
    let present: Option<SecondFactor> = record.map(|record| from_json(&record)).transpose()?;
    if present.as_ref() != Some(before) {
        return Ok(false);
    }
    let change = match after {
        Some(factor) => sqlx::query("UPDATE muster.second_factors SET record = $2::json WHERE agent = $1")
            .bind(agent.0)
            .bind(json(factor)?),
        None => sqlx::query("DELETE FROM muster.second_factors WHERE agent = $1").bind(agent.0),
    };
    change.execute(connection).await.map_err(failed)?;
    Ok(true)
}

/// Where there is none. Answers whether there was none.
pub(super) async fn put(connection: &mut PgConnection, agent: AgentId, factor: &SecondFactor) -> Result<bool> {
    let put = sqlx::query(
        "INSERT INTO muster.second_factors (agent, record) VALUES ($1, $2::json) ON CONFLICT (agent) DO NOTHING",
    );
    let put = put.bind(agent.0).bind(json(factor)?).execute(connection).await.map_err(failed)?;
    Ok(put.rows_affected() > 0)
}
