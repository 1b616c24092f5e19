//! What has been taken of allowances, by key. Each key has a row that whoever takes locks.

use super::failure::failed;
use super::values::text;
use crate::model::{Allowance, Timestamp};
use crate::storage::Result;
use crate::storage::moment::{nanoseconds, timestamp};
use sqlx::{PgConnection, PgPool};
use std::time::Duration;

/// In a transaction of its own.
pub(super) async fn take(
    connection: &mut PgConnection,
    key: &str,
    allowance: Allowance,
    at: Timestamp,
) -> Result<Option<Duration>> {
    // The row must be there to be locked. One that was just made is made up for already.
    let make = sqlx::query("INSERT INTO muster.attempts (key, made_up) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING");
    make.bind(text(key)).bind(nanoseconds(at)).execute(&mut *connection).await.map_err(failed)?;
    let made_up = sqlx::query_scalar("SELECT made_up FROM muster.attempts WHERE key = $1 FOR UPDATE").bind(text(key));
    let made_up: Option<i64> = made_up.fetch_optional(&mut *connection).await.map_err(failed)?;
    match allowance.take(made_up.map(timestamp), at) {
        Ok(made_up) => put(connection, key, made_up).await.map(|()| None),
        Err(wait) => Ok(Some(wait)),
    }
}

/// In a transaction of its own.
pub(super) async fn give_back(connection: &mut PgConnection, key: &str, allowance: Allowance) -> Result<()> {
    let made_up = sqlx::query_scalar("SELECT made_up FROM muster.attempts WHERE key = $1 FOR UPDATE").bind(text(key));
    let made_up: Option<i64> = made_up.fetch_optional(&mut *connection).await.map_err(failed)?;
    match made_up {
        Some(made_up) => put(connection, key, allowance.give_back(timestamp(made_up))).await,
        None => Ok(()),
    }
}

/// Also where the row was swept away meanwhile.
async fn put(connection: &mut PgConnection, key: &str, made_up: Timestamp) -> Result<()> {
    let put = sqlx::query(
        "INSERT INTO muster.attempts (key, made_up) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET made_up = excluded.made_up",
    );
    put.bind(text(key)).bind(nanoseconds(made_up)).execute(connection).await.map_err(failed)?;
    Ok(())
}

pub(super) async fn forget(pool: &PgPool, key: &str) -> Result<()> {
    let forget = sqlx::query("DELETE FROM muster.attempts WHERE key = $1").bind(text(key));
    forget.execute(pool).await.map_err(failed)?;
    Ok(())
}

pub(super) async fn sweep(pool: &PgPool, at: Timestamp) -> Result<u64> {
    let sweep = sqlx::query("DELETE FROM muster.attempts WHERE made_up <= $1").bind(nanoseconds(at));
    Ok(sweep.execute(pool).await.map_err(failed)?.rows_affected())
}
