//! Directories: a row each.

use super::failure::failed;
use super::groups;
use super::values::{from_json, json, signed, unsigned};
use super::work::Work;
use crate::model::{Directory, DirectoryId, LdapSettings};
use crate::storage::{Result, StorageError};
use sqlx::PgConnection;
use std::collections::HashMap;

pub(super) fn number(id: DirectoryId) -> i64 {
    i64::from(id.0)
}

pub(super) fn id_of(number: i64) -> DirectoryId {
    DirectoryId(u32::try_from(number).unwrap_or(u32::MAX))
}

type Row = (i64, i64, String);

fn decode((id, version, value): Row) -> Result<Directory> {
    Ok(Directory { id: id_of(id), version: unsigned(version), settings: from_json(&value)? })
}

pub(super) async fn one(connection: &mut PgConnection, id: DirectoryId) -> Result<Option<Directory>> {
    let row = sqlx::query_as("SELECT id, version, value::text FROM muster.settings WHERE id = $1").bind(number(id));
    row.fetch_optional(connection).await.map_err(failed)?.map(decode).transpose()
}

/// All of them, by number.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Directory>> {
    let rows = sqlx::query_as("SELECT id, version, value::text FROM muster.settings ORDER BY id");
    rows.fetch_all(connection).await.map_err(failed)?.into_iter().map(decode).collect()
}

pub(super) async fn sizes(connection: &mut PgConnection) -> Result<HashMap<DirectoryId, u64>> {
    let sizes: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT directory, count(*) FROM muster.agents WHERE NOT local AND NOT removed GROUP BY directory",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    Ok(sizes.into_iter().map(|(id, size)| (id_of(id), unsigned(size))).collect())
}

pub(super) async fn create(work: &mut Work, settings: &LdapSettings, among: Option<u64>) -> Result<Directory> {
    let current = all(&mut work.tx).await?.len() as u64;
    if among.is_some_and(|among| among != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups()).await?;
    let id = id_of(work.ledger.next_directory);
    work.ledger.next_directory += 1;
    let directory = Directory { id, version: 1, settings: settings.clone() };
    put(work, &directory).await?;
    Ok(directory)
}

pub(super) async fn save(
    work: &mut Work,
    id: DirectoryId,
    settings: &LdapSettings,
    expected: Option<u64>,
) -> Result<u64> {
    let current = one(&mut work.tx, id).await?.ok_or(StorageError::NotFound)?.version;
    if expected.is_some_and(|expected| expected != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups()).await?;
    put(work, &Directory { id, version: current + 1, settings: settings.clone() }).await?;
    Ok(current + 1)
}

/// Writes it as it is.
pub(super) async fn put(work: &mut Work, directory: &Directory) -> Result<()> {
    let put = sqlx::query(
        "INSERT INTO muster.settings (id, version, value) VALUES ($1, $2, $3::json) \
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, value = excluded.value",
    );
    let put = put.bind(number(directory.id)).bind(signed(directory.version)).bind(json(&directory.settings)?);
    put.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

/// Once none of its agents is left but removed ones.
pub(super) async fn delete(work: &mut Work, id: DirectoryId) -> Result<()> {
    let left =
        sqlx::query_scalar("SELECT count(*) FROM muster.agents WHERE directory = $1 AND NOT local AND NOT removed");
    let left: i64 = left.bind(number(id)).fetch_one(&mut *work.tx).await.map_err(failed)?;
    if left > 0 {
        return Err(StorageError::Conflict { current: unsigned(left) });
    }
    for delete in ["DELETE FROM muster.settings WHERE id = $1", "DELETE FROM muster.standing WHERE directory = $1"] {
        sqlx::query(delete).bind(number(id)).execute(&mut *work.tx).await.map_err(failed)?;
    }
    Ok(())
}
