//! What imports did, day by day: written with the end of each run.

use super::core::Core;
use super::runs::StoredRun;
use super::tables::{Table, Writes, decode, scan};
use super::work::Work;
use crate::model::{DirectoryId, ImportDay, ImportRun};
use crate::storage::Result;
use crate::storage::days::Days;
use time::Date;

fn key(directory: DirectoryId, day: Date) -> [u8; 8] {
    let mut key = [0; 8];
    key[..4].copy_from_slice(&directory.0.to_be_bytes());
    key[4..].copy_from_slice(&u32::try_from(day.to_julian_day()).unwrap_or(0).to_be_bytes());
    key
}

/// Counts a run that ends with this commit.
pub(super) fn count(work: &mut Work<'_>, run: &ImportRun) -> Result<()> {
    let Some(day) = ImportDay::of(run) else { return Ok(()) };
    let key = key(day.directory, day.day);
    // Another one may end with the same commit.
    let known = match work.writes.pending(Table::ImportDays, &key) {
        Some(bytes) => Some(decode::<ImportDay>(Table::ImportDays, bytes)?),
        None => work.core.tables.get(Table::ImportDays, &key)?,
    };
    if known.is_none() {
        forget_oldest(work, day.directory)?;
    }
    write(&mut work.writes, &known.map_or(day, |known| known.and(day)))
}

/// Makes room for another day.
fn forget_oldest(work: &mut Work<'_>, of: DirectoryId) -> Result<()> {
    let mut days = Vec::new();
    for record in scan(work.core.tables.tree(Table::ImportDays), &of.0.to_be_bytes()) {
        days.push(record?.0);
    }
    for key in days.iter().rev().skip(ImportDay::KEPT - 1) {
        work.writes.delete(Table::ImportDays, key);
    }
    Ok(())
}

/// Counts every run that the store holds: it is of a time when they were not.
pub(super) fn fill(work: &mut Work<'_>) -> Result<()> {
    let mut days = Days::default();
    for record in scan(work.core.tables.tree(Table::Runs), &[]) {
        let stored: StoredRun = decode(Table::Runs, &record?.1)?;
        days.count(&stored.run);
    }
    days.newest().try_for_each(|day| write(&mut work.writes, day))
}

pub(super) fn write(writes: &mut Writes, day: &ImportDay) -> Result<()> {
    writes.put(Table::ImportDays, &key(day.directory, day.day), day)
}

/// Of one directory, or of all; from a day on.
pub(super) fn from(core: &Core, of: Option<DirectoryId>, from: Date) -> Result<Vec<ImportDay>> {
    let mut days = all(core, of)?;
    days.retain(|day| day.day >= from);
    days.sort_by_key(|day| (day.day, day.directory));
    Ok(days)
}

/// By directory and day.
pub(super) fn all(core: &Core, of: Option<DirectoryId>) -> Result<Vec<ImportDay>> {
    let prefix = of.map(|of| of.0.to_be_bytes());
    let records = scan(core.tables.tree(Table::ImportDays), prefix.as_ref().map_or(&[][..], |prefix| prefix));
    records.map(|record| decode(Table::ImportDays, &record?.1)).collect()
}
