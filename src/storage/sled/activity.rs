//! The activity log. Its end is a record of its own, changed in the same commit as what is added.

use super::core::Core;
use super::tables::{Table, Tables, Writes, decode};
use super::work::Work;
use crate::model::*;
use crate::storage::activity::{self, ActivityPage, ActivityQuery, LOOKED_AT, Recorded, Sealer, head_of};
use crate::storage::cursor::{number_after, parse_number};
use crate::storage::{CLOCKS_DIFFER, Result, StorageError};

/// Key of the head in [`Table::Single`].
const HEAD: &[u8] = b"activity";
/// Records that one commit deletes.
const PRUNE: usize = 1_000;

pub(super) fn head(tables: &Tables) -> Result<ActivityHead> {
    Ok(tables.get(Table::Single, HEAD)?.unwrap_or_default())
}

pub(super) fn append(work: &mut Work<'_>, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>> {
    let mut head = head(&work.core.tables)?;
    let mut added = Vec::with_capacity(deeds.len());
    for deed in deeds {
        let activity = sealer.next(&head, deed);
        write(&mut work.writes, &activity)?;
        head = head_of(&activity);
        added.push(activity);
    }
    write_head(&mut work.writes, &head)?;
    Ok(added)
}

pub(super) fn write(writes: &mut Writes, activity: &Activity) -> Result<()> {
    writes.put(Table::Activity, &activity.number.to_be_bytes(), activity)
}

pub(super) fn write_head(writes: &mut Writes, head: &ActivityHead) -> Result<()> {
    writes.put(Table::Single, HEAD, head)
}

/// As if there had never been one.
pub(super) fn forget(writes: &mut Writes) {
    writes.delete(Table::Single, HEAD);
}

/// Newest first.
pub(super) fn page(core: &Core, query: &ActivityQuery) -> Result<ActivityPage> {
    let limit = query.limit.clamp(1, 1_000);
    let after = query.after.as_deref().and_then(parse_number).unwrap_or(u64::MAX);
    let (mut items, mut looked) = (Vec::new(), 0);
    for record in core.tables.tree(Table::Activity).range(..after.to_be_bytes()).rev() {
        let (key, bytes) = record.map_err(|error| super::failure::failed(&error))?;
        // One that cannot be read is for the verification to tell.
        let Ok(activity) = decode::<Activity>(Table::Activity, &bytes) else { continue };
        looked += 1;
        if query.from.is_some_and(|from| activity.deed.at < from - CLOCKS_DIFFER) {
            return Ok(ActivityPage { items, next: None });
        }
        if query.matches(&activity.deed) {
            items.push(activity);
        }
        if items.len() == limit || looked == LOOKED_AT {
            let number = number_of(&key)?;
            let is_last = core.tables.tree(Table::Activity).range(..number.to_be_bytes()).next_back().is_none();
            return Ok(ActivityPage { items, next: (!is_last).then(|| number_after(number)) });
        }
    }
    Ok(ActivityPage { items, next: None })
}

/// Oldest first, from a number on.
pub(super) fn from(core: &Core, number: u64, limit: usize) -> Result<Vec<Recorded>> {
    let records = core.tables.tree(Table::Activity).range(number.to_be_bytes()..).take(limit);
    records
        .map(|record| {
            let (key, bytes) = record.map_err(|error| super::failure::failed(&error))?;
            Ok((number_of(&key)?, decode(Table::Activity, &bytes).ok()))
        })
        .collect()
}

/// The last record before the first that is not older.
pub(super) fn last_before(core: &Core, before: Timestamp) -> Result<Option<ActivityHead>> {
    let mut last = None;
    for record in super::tables::scan(core.tables.tree(Table::Activity), &[]) {
        match decode::<Activity>(Table::Activity, &record?.1) {
            Ok(activity) if activity.deed.at < before => last = Some(head_of(&activity)),
            // What was tampered with stays, to be seen.
            _ => break,
        }
    }
    Ok(last)
}

/// Says that records go; they go afterwards.
pub(super) fn announce(work: &mut Work<'_>, up_to: &ActivityHead, at: Timestamp, sealer: &Sealer) -> Result<()> {
    append(work, vec![activity::pruned(at, up_to)], sealer).map(drop)
}

/// Deletes a part of them. Answers how many.
pub(super) fn prune(work: &mut Work<'_>, up_to: u64) -> Result<u64> {
    let records = work.core.tables.tree(Table::Activity).range(..=up_to.to_be_bytes()).take(PRUNE);
    let mut pruned = 0;
    for record in records {
        let (key, _) = record.map_err(|error| super::failure::failed(&error))?;
        work.writes.delete(Table::Activity, &key);
        pruned += 1;
    }
    Ok(pruned)
}

fn number_of(key: &[u8]) -> Result<u64> {
    let number =
        key.try_into().map_err(|_| StorageError::Failed("a record of the activity log cannot be read".into()))?;
    Ok(u64::from_be_bytes(number))
}
