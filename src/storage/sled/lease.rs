//! The import lease and its fencing token.

use super::tables::Table;
use super::work::Work;
use crate::model::Timestamp;
use crate::storage::{Lease, Result, StorageError};
use serde::{Deserialize, Serialize};
use std::time::Duration;

const KEY: &[u8] = b"lease";

/// The last lease given out.
#[derive(Serialize, Deserialize)]
struct Record {
    token: u64,
    /// `None` once it was given back.
    held: Option<Held>,
}

#[derive(Serialize, Deserialize)]
struct Held {
    by: String,
    until: Timestamp,
}

pub(super) fn take(work: &mut Work<'_>, holder: &str, at: Timestamp, ttl: Duration) -> Result<Option<Lease>> {
    let last = read(work)?;
    if last.held.is_some_and(|held| held.by != holder && held.until > at && held.until <= at + ttl * 2) {
        return Ok(None);
    }
    let token = last.token + 1;
    write(work, &Record { token, held: Some(Held { by: holder.to_owned(), until: at + ttl }) })?;
    Ok(Some(Lease { token }))
}

pub(super) fn renew(work: &mut Work<'_>, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()> {
    let held = require(work, lease)?;
    write(work, &Record { token: lease.token, held: Some(Held { until: at + ttl, ..held }) })
}

pub(super) fn release(work: &mut Work<'_>, lease: Lease) -> Result<()> {
    match require(work, lease) {
        Ok(_) => release_any(work),
        Err(StorageError::LeaseLost) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Gives back whichever lease is held.
pub(super) fn release_any(work: &mut Work<'_>) -> Result<()> {
    let last = read(work)?;
    if last.held.is_none() {
        return Ok(());
    }
    write(work, &Record { held: None, ..last })
}

/// It must be the newest one and not given back.
pub(super) fn check(work: &Work<'_>, lease: Lease) -> Result<()> {
    require(work, lease).map(drop)
}

fn require(work: &Work<'_>, lease: Lease) -> Result<Held> {
    let last = read(work)?;
    last.held.filter(|_| last.token == lease.token).ok_or(StorageError::LeaseLost)
}

fn read(work: &Work<'_>) -> Result<Record> {
    let stored = work.core.tables.get(Table::Single, KEY)?;
    Ok(stored.unwrap_or(Record { token: 0, held: None }))
}

fn write(work: &mut Work<'_>, record: &Record) -> Result<()> {
    work.writes.put(Table::Single, KEY, record)
}
