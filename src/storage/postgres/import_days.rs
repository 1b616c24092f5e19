//! What imports did, day by day: written with the end of each run.

use super::directories::{id_of, number};
use super::failure::failed;
use super::values::{signed, unsigned};
use super::work::Work;
use crate::model::{DirectoryId, ImportDay, ImportRun};
use crate::storage::Result;
use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};
use time::Date;

/// The Julian day of 1970-01-01: days of the table are counted from there.
const EPOCH: i32 = 2_440_588;

fn day_number(day: Date) -> i64 {
    i64::from(day.to_julian_day() - EPOCH)
}

fn day_of_number(number: i64) -> Date {
    let day = i32::try_from(number).ok().and_then(|number| Date::from_julian_day(number.checked_add(EPOCH)?).ok());
    day.unwrap_or(Date::MIN)
}

/// Counts a run that ends with this transaction.
pub(super) async fn count(work: &mut Work, run: &ImportRun) -> Result<()> {
    let Some(day) = ImportDay::of(run) else { return Ok(()) };
    add(&mut work.tx, &day).await?;
    let forget = sqlx::query(
        "DELETE FROM muster.import_days WHERE directory = $1 AND day < \
         (SELECT day FROM muster.import_days WHERE directory = $1 ORDER BY day DESC OFFSET $2 LIMIT 1)",
    );
    let forget = forget.bind(number(day.directory)).bind(signed(ImportDay::KEPT as u64 - 1));
    forget.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

/// Adds to what is known of the day.
pub(super) async fn add(connection: &mut PgConnection, day: &ImportDay) -> Result<()> {
    let add = sqlx::query(
        "INSERT INTO muster.import_days AS d (directory, day, imports, failed, added, updated, removed, restored, skipped) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (directory, day) DO UPDATE SET \
         imports = d.imports + excluded.imports, failed = d.failed + excluded.failed, added = d.added + excluded.added, \
         updated = d.updated + excluded.updated, removed = d.removed + excluded.removed, \
         restored = d.restored + excluded.restored, skipped = greatest(d.skipped, excluded.skipped)",
    );
    let add = add.bind(number(day.directory)).bind(day_number(day.day));
    let numbers = [day.imports, day.failed, day.added, day.updated, day.removed, day.restored, day.skipped];
    let add = numbers.into_iter().fold(add, |add, number| add.bind(signed(number)));
    add.execute(connection).await.map_err(failed)?;
    Ok(())
}

/// Of one directory, or of all; from a day on, or all.
pub(super) async fn from(
    connection: &mut PgConnection,
    of: Option<DirectoryId>,
    from: Option<Date>,
) -> Result<Vec<ImportDay>> {
    let rows = sqlx::query(
        "SELECT directory, day, imports, failed, added, updated, removed, restored, skipped FROM muster.import_days \
         WHERE ($1::bigint IS NULL OR directory = $1) AND ($2::bigint IS NULL OR day >= $2) ORDER BY day, directory",
    );
    let rows = rows.bind(of.map(number)).bind(from.map(day_number));
    let rows = rows.fetch_all(connection).await.map_err(failed)?;
    rows.iter().map(|row| decode(row).map_err(failed)).collect()
}

fn decode(row: &PgRow) -> sqlx::Result<ImportDay> {
    let number = |name: &str| row.try_get(name).map(unsigned);
    Ok(ImportDay {
        directory: id_of(row.try_get("directory")?),
        day: day_of_number(row.try_get("day")?),
        imports: number("imports")?,
        failed: number("failed")?,
        added: number("added")?,
        updated: number("updated")?,
        removed: number("removed")?,
        restored: number("restored")?,
        skipped: number("skipped")?,
    })
}
