//! What has been taken of allowances, by key. Each key has a row that whoever takes locks; of several keys always in
//! the order of their bytes, so that no two wait for each other.

use super::failure::failed;
use crate::model::{Attempt, Tally, Timestamp};
use crate::storage::moment::{nanoseconds, timestamp};
use crate::storage::{Result, StorageError};
use sqlx::{PgConnection, PgPool, Row};
use std::collections::HashMap;
use std::time::Duration;

/// SQLSTATE `deadlock_detected`, as [`failed`] tells it.
const DEADLOCK: &str = "(40P01)";
/// How often a call is made that PostgreSQL ends because two wait for each other.
const TRIES: usize = 8;

/// Makes a call again where it was the one that PostgreSQL picked to end a deadlock. The order of the rows keeps nearly
/// all of them away, but for rows that are deleted and made anew while others wait for them.
pub(super) async fn again<T, F: Future<Output = Result<T>>>(mut call: impl FnMut() -> F) -> Result<T> {
    for _ in 1..TRIES {
        match call().await {
            Err(StorageError::Failed(words)) if words.ends_with(DEADLOCK) => {}
            outcome => return outcome,
        }
    }
    call().await
}

/// Where one has nothing left, nothing is written: neither the rows that were made to be locked.
pub(super) async fn take(pool: &PgPool, attempts: &[Attempt], at: Timestamp) -> Result<Option<Duration>> {
    let mut tx = pool.begin().await.map_err(failed)?;
    let keys = sorted(attempts);
    // A row must be there to be locked. One that was just made is made up for already.
    let make = sqlx::query(
        "INSERT INTO muster.attempts (key, made_up, taken) SELECT key, $2, 0 FROM unnest($1::text[]) AS key
         ON CONFLICT (key) DO NOTHING",
    );
    make.bind(&keys).bind(nanoseconds(at)).execute(&mut *tx).await.map_err(failed)?;
    let known = locked(&mut tx, &keys).await?;
    let (mut taken, mut wait) = (Vec::new(), None);
    for Attempt { key, allowance } in attempts {
        match allowance.take(known.get(key).copied(), at) {
            Ok(tally) => taken.push((key.clone(), tally)),
            Err(longer) => wait = wait.max(Some(longer)),
        }
    }
    if wait.is_some() {
        tx.rollback().await.map_err(failed)?;
        return Ok(wait);
    }
    put(&mut tx, &taken).await?;
    tx.commit().await.map_err(failed)?;
    Ok(None)
}

/// In a transaction of its own.
pub(super) async fn give_back(connection: &mut PgConnection, attempts: &[Attempt]) -> Result<()> {
    let known = locked(connection, &sorted(attempts)).await?;
    let (mut left, mut none) = (Vec::new(), Vec::new());
    for Attempt { key, allowance } in attempts {
        let Some(tally) = known.get(key) else { continue };
        match allowance.give_back(*tally) {
            Some(tally) => left.push((key.clone(), tally)),
            None => none.push(key.clone()),
        }
    }
    put(connection, &left).await?;
    forget(connection, &none).await
}

/// In a transaction of its own.
pub(super) async fn forget(connection: &mut PgConnection, keys: &[String]) -> Result<()> {
    let mut keys = keys.to_vec();
    keys.sort();
    locked(connection, &keys).await?;
    let forget = sqlx::query("DELETE FROM muster.attempts WHERE key = ANY($1)").bind(&keys);
    forget.execute(connection).await.map_err(failed)?;
    Ok(())
}

pub(super) async fn some(connection: &mut PgConnection, keys: &[String]) -> Result<Vec<Option<Tally>>> {
    let rows = sqlx::query("SELECT key, taken, last_at, made_up FROM muster.attempts WHERE key = ANY($1)").bind(keys);
    let known = by_key(&rows.fetch_all(connection).await.map_err(failed)?)?;
    Ok(keys.iter().map(|key| known.get(key).copied()).collect())
}

pub(super) async fn count(connection: &mut PgConnection) -> Result<u64> {
    let count = sqlx::query_scalar("SELECT count(*) FROM muster.attempts");
    let count: i64 = count.fetch_one(connection).await.map_err(failed)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

pub(super) async fn sweep(pool: &PgPool, at: Timestamp) -> Result<u64> {
    // Rows that somebody has locked are in use, and of the next sweep.
    let sweep = sqlx::query(
        "DELETE FROM muster.attempts WHERE key IN
         (SELECT key FROM muster.attempts WHERE made_up <= $1 FOR UPDATE SKIP LOCKED)",
    );
    Ok(sweep.bind(nanoseconds(at)).execute(pool).await.map_err(failed)?.rows_affected())
}

fn sorted(attempts: &[Attempt]) -> Vec<String> {
    let mut keys: Vec<String> = attempts.iter().map(|attempt| attempt.key.clone()).collect();
    keys.sort();
    keys
}

/// Those that are there.
async fn locked(connection: &mut PgConnection, keys: &[String]) -> Result<HashMap<String, Tally>> {
    let rows = sqlx::query(
        "SELECT key, taken, last_at, made_up FROM muster.attempts WHERE key = ANY($1)
         ORDER BY key COLLATE \"C\" FOR UPDATE",
    );
    by_key(&rows.bind(keys).fetch_all(connection).await.map_err(failed)?)
}

fn by_key(rows: &[sqlx::postgres::PgRow]) -> Result<HashMap<String, Tally>> {
    let tally = |row: &sqlx::postgres::PgRow| -> sqlx::Result<(String, Tally)> {
        let count = u32::try_from(row.try_get::<i64, _>("taken")?).unwrap_or(u32::MAX);
        let tally =
            Tally { count, last: timestamp(row.try_get("last_at")?), until: timestamp(row.try_get("made_up")?) };
        Ok((row.try_get("key")?, tally))
    };
    rows.iter().map(|row| tally(row).map_err(failed)).collect()
}

/// Also where a row was swept away meanwhile.
async fn put(connection: &mut PgConnection, tallies: &[(String, Tally)]) -> Result<()> {
    let mut tallies = tallies.to_vec();
    tallies.sort_by(|one, other| one.0.cmp(&other.0));
    let keys: Vec<&str> = tallies.iter().map(|(key, _)| key.as_str()).collect();
    let taken: Vec<i64> = tallies.iter().map(|(_, tally)| i64::from(tally.count)).collect();
    let last: Vec<i64> = tallies.iter().map(|(_, tally)| nanoseconds(tally.last)).collect();
    let until: Vec<i64> = tallies.iter().map(|(_, tally)| nanoseconds(tally.until)).collect();
    let put = sqlx::query(
        "INSERT INTO muster.attempts (key, taken, last_at, made_up)
         SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
         ON CONFLICT (key) DO UPDATE SET taken = excluded.taken, last_at = excluded.last_at, made_up = excluded.made_up",
    );
    put.bind(keys).bind(taken).bind(last).bind(until).execute(connection).await.map_err(failed)?;
    Ok(())
}
