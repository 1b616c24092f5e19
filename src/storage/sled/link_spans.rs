//! What the links to directories were like over the last day: a record for each five minutes, the one of a day later
//! in its place.

use super::core::Core;
use super::directories;
use super::space;
use super::tables::{Table, Writes, decode, scan};
use super::work::Work;
use crate::model::{DirectoryId, LinkSpan, Timestamp};
use crate::storage::Result;

fn key(of: DirectoryId, span: &LinkSpan) -> [u8; 8] {
    let mut key = [0; 8];
    key[..4].copy_from_slice(&of.0.to_be_bytes());
    key[4..].copy_from_slice(&span.place().to_be_bytes());
    key
}

pub(super) fn add(work: &mut Work<'_>, of: DirectoryId, span: LinkSpan) -> Result<()> {
    // What is left of a disk that is nearly full is for what matters more.
    if space::is_short(work.core.folder()) || directories::one(&work.core.tables, of)?.is_none() {
        return Ok(());
    }
    let key = key(of, &span);
    let known = work.core.tables.get::<LinkSpan>(Table::LinkSpans, &key)?;
    let known = known.filter(|known| known.number == span.number);
    work.writes.put(Table::LinkSpans, &key, &known.map_or(span, |known| known.and(span)))
}

/// Oldest first.
pub(super) fn of(core: &Core, of: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>> {
    let records = scan(core.tables.tree(Table::LinkSpans), &of.0.to_be_bytes());
    let spans = records.map(|record| decode(Table::LinkSpans, &record?.1)).collect::<Result<Vec<LinkSpan>>>()?;
    Ok(LinkSpan::of_the_day_before(spans, at))
}

pub(super) fn forget(core: &Core, writes: &mut Writes, of: DirectoryId) -> Result<()> {
    for record in scan(core.tables.tree(Table::LinkSpans), &of.0.to_be_bytes()) {
        writes.delete(Table::LinkSpans, &record?.0);
    }
    Ok(())
}
