//! When something that is done regularly is due next. Pure: the time is a parameter.

use crate::model::Timestamp;
use std::time::Duration;
use time::UtcOffset;

const DAY: u64 = 24 * 60 * 60;

/// The next multiple of `every` (whole seconds, at least one) since midnight UTC, after `now`. Each
/// midnight counts anew; an interval longer than a day counts from 1970.
pub fn next(every: Duration, now: Timestamp) -> Timestamp {
    let every = every.as_secs().max(1);
    let seconds = u64::try_from(now.unix_timestamp()).unwrap_or(0);
    let next = match seconds.checked_rem(DAY) {
        Some(of_day) if every <= DAY => seconds - of_day + (of_day / every * every + every).min(DAY),
        _ => seconds / every * every + every,
    };
    i64::try_from(next)
        .ok()
        .and_then(|next| Timestamp::from_unix_timestamp(next).ok())
        .map_or(now, |next| next.to_offset(UtcOffset::UTC))
}

/// The last multiple of `every` by `now`, as [`next`] counts. The same for every panel whose clock says so.
pub fn latest(every: Duration, now: Timestamp) -> Timestamp {
    let every = every.as_secs().max(1);
    let seconds = u64::try_from(now.unix_timestamp()).unwrap_or(0);
    let since = if every <= DAY { seconds % DAY % every } else { seconds % every };
    i64::try_from(seconds - since).ok().and_then(|latest| Timestamp::from_unix_timestamp(latest).ok()).unwrap_or(now)
}

/// Whether two times of the schedule have passed since `since`, and a little more.
pub fn is_overdue(every: Duration, since: Timestamp, now: Timestamp) -> bool {
    now > since + every * 2 + every.min(Duration::from_secs(60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    fn after(minutes: u64, now: Timestamp) -> Timestamp {
        next(Duration::from_secs(minutes * 60), now)
    }

    #[test]
    fn a_quarter_of_an_hour_falls_on_the_quarters() {
        assert_eq!(after(15, datetime!(2026-03-01 10:07:30.5 UTC)), datetime!(2026-03-01 10:15 UTC));
        assert_eq!(after(15, datetime!(2026-03-01 10:15 UTC)), datetime!(2026-03-01 10:30 UTC));
        assert_eq!(after(15, datetime!(2026-03-01 23:59 UTC)), datetime!(2026-03-02 00:00 UTC));
    }

    #[test]
    fn an_interval_that_does_not_divide_the_day_starts_again_at_midnight() {
        assert_eq!(after(420, datetime!(2026-03-01 21:30 UTC)), datetime!(2026-03-02 00:00 UTC));
        assert_eq!(after(420, datetime!(2026-03-02 00:00 UTC)), datetime!(2026-03-02 07:00 UTC));
    }

    #[test]
    fn days_and_nothing_at_all_are_intervals_too() {
        assert_eq!(after(2880, datetime!(1970-01-02 03:00 UTC)), datetime!(1970-01-03 00:00 UTC));
        assert_eq!(next(Duration::ZERO, datetime!(2026-03-01 10:00:00.9 UTC)), datetime!(2026-03-01 10:00:01 UTC));
    }

    #[test]
    fn overdue_is_what_missed_two_times_and_not_what_is_a_little_late() {
        let quarter = Duration::from_secs(900);
        let since = datetime!(2026-03-01 10:00 UTC);
        assert!(!is_overdue(quarter, since, datetime!(2026-03-01 10:31 UTC)));
        assert!(is_overdue(quarter, since, datetime!(2026-03-01 10:31:01 UTC)));
        let ten = Duration::from_secs(10);
        assert!(!is_overdue(ten, since, datetime!(2026-03-01 10:00:30 UTC)));
        assert!(is_overdue(ten, since, datetime!(2026-03-01 10:00:31 UTC)));
    }
}
