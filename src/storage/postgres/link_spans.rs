//! What the links to directories were like over the last day: a row for each five minutes, the one of a day later in
//! its place. Each is written by itself and takes no turn.

use super::directories::number;
use super::failure::failed;
use crate::model::{DirectoryId, LinkSpan, Timestamp};
use crate::storage::Result;
use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};
use std::time::Duration;

fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

pub(super) async fn add(connection: &mut PgConnection, of: DirectoryId, span: &LinkSpan) -> Result<()> {
    let add = sqlx::query(
        "INSERT INTO muster.link_spans AS s (directory, place, number, connected, failed, least, sum, most) \
         SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE EXISTS (SELECT FROM muster.settings WHERE id = $1) \
         ON CONFLICT (directory, place) DO UPDATE SET number = excluded.number, \
         connected = excluded.connected + CASE WHEN s.number = excluded.number THEN s.connected ELSE 0 END, \
         failed = excluded.failed + CASE WHEN s.number = excluded.number THEN s.failed ELSE 0 END, \
         least = CASE WHEN s.number <> excluded.number OR s.connected = 0 THEN excluded.least \
         WHEN excluded.connected = 0 THEN s.least ELSE least(s.least, excluded.least) END, \
         sum = excluded.sum + CASE WHEN s.number = excluded.number THEN s.sum ELSE 0 END, \
         most = CASE WHEN s.number = excluded.number THEN greatest(s.most, excluded.most) ELSE excluded.most END",
    );
    let add = add.bind(number(of)).bind(i64::from(span.place())).bind(i64::from(span.number));
    let add = add.bind(i64::from(span.connected)).bind(i64::from(span.failed));
    let add = add.bind(nanos(span.least)).bind(nanos(span.sum)).bind(nanos(span.most));
    add.execute(connection).await.map_err(failed)?;
    Ok(())
}

/// Oldest first.
pub(super) async fn of(connection: &mut PgConnection, of: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>> {
    let rows =
        sqlx::query("SELECT number, connected, failed, least, sum, most FROM muster.link_spans WHERE directory = $1");
    let rows = rows.bind(number(of)).fetch_all(connection).await.map_err(failed)?;
    let spans = rows.iter().map(|row| decode(row).map_err(failed)).collect::<Result<Vec<LinkSpan>>>()?;
    Ok(LinkSpan::of_the_day_before(spans, at))
}

fn decode(row: &PgRow) -> sqlx::Result<LinkSpan> {
    let count = |name: &str| row.try_get::<i64, _>(name).map(|count| u32::try_from(count).unwrap_or(0));
    let took =
        |name: &str| row.try_get::<i64, _>(name).map(|nanos| Duration::from_nanos(u64::try_from(nanos).unwrap_or(0)));
    Ok(LinkSpan {
        number: count("number")?,
        connected: count("connected")?,
        failed: count("failed")?,
        least: took("least")?,
        sum: took("sum")?,
        most: took("most")?,
    })
}
