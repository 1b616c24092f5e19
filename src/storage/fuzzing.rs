//! Where a page of a list begins, as a URL says it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::AgentSort;
use super::cursor::{AgentCursor, number_after, parse_number};

/// A cursor is read only for its own sort, and written as it was read.
pub(crate) fn cursor(bytes: &[u8]) {
    let typed = crate::fuzzing::text(bytes).trim_end();
    let read = AgentSort::ALL.map(|sort| AgentCursor::parse(typed, sort));
    assert!(read.iter().flatten().all(|cursor| cursor.to_string() == typed), "{typed}");
    assert!([0, 2].contains(&read.iter().flatten().count()), "one cursor for several sorts");
    if let Some(number) = parse_number(typed) {
        assert_eq!(number_after(number), typed);
    }
}
