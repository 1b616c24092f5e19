//! The LDAP settings: one record.

use super::failure::failed;
use super::groups;
use super::values::{from_json, json, signed, unsigned};
use super::work::Work;
use crate::model::LdapSettings;
use crate::storage::{Result, StorageError, Versioned};
use sqlx::PgConnection;

pub(super) async fn read(connection: &mut PgConnection) -> Result<Option<Versioned<LdapSettings>>> {
    let row: Option<(i64, String)> = sqlx::query_as("SELECT version, value::text FROM muster.settings")
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    row.map(|(version, value)| Ok(Versioned { version: unsigned(version), value: from_json(&value)? })).transpose()
}

pub(super) async fn save(work: &mut Work, settings: &LdapSettings, expected: Option<u64>) -> Result<u64> {
    let current = read(&mut work.tx).await?.map_or(0, |stored| stored.version);
    if expected.is_some_and(|expected| expected != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups()).await?;
    put(work, settings, current + 1).await?;
    Ok(current + 1)
}

/// Writes them as this version.
pub(super) async fn put(work: &mut Work, settings: &LdapSettings, version: u64) -> Result<()> {
    let put = sqlx::query(
        "INSERT INTO muster.settings (version, value) VALUES ($1, $2::json) \
         ON CONFLICT (one) DO UPDATE SET version = excluded.version, value = excluded.value",
    );
    put.bind(signed(version)).bind(json(settings)?).execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}
