//! Times as stores keep them: nanoseconds since 1970, so that none is rounded.

use crate::model::Timestamp;

/// Until the year 2262.
pub(super) fn nanoseconds(at: Timestamp) -> i64 {
    i64::try_from(at.unix_timestamp_nanos()).unwrap_or(i64::MAX)
}

/// The time of that number.
pub(super) fn timestamp(nanoseconds: i64) -> Timestamp {
    // Every number of 64 bits is within the range.
    Timestamp::from_unix_timestamp_nanos(nanoseconds.into()).unwrap_or(Timestamp::UNIX_EPOCH)
}
