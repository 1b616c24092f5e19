use super::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What checks of the link to a directory measured within five minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkSpan {
    /// Which five minutes, counted since 1970.
    pub number: u32,
    /// Checks that got in.
    pub connected: u32,
    /// Checks that did not.
    pub failed: u32,
    /// The shortest latency of those that got in.
    pub least: Duration,
    /// All of theirs together.
    pub sum: Duration,
    /// The longest.
    pub most: Duration,
}

impl LinkSpan {
    /// Seconds of one.
    pub const SECONDS: i64 = 300;
    /// As many are kept of each directory: a day.
    pub const KEPT: u32 = 288;

    /// The number of the one that a moment is in.
    pub fn number_at(at: Timestamp) -> u32 {
        u32::try_from(at.unix_timestamp().div_euclid(LinkSpan::SECONDS)).unwrap_or(0)
    }

    /// Of one check: its latency, or `None` when it did not get in.
    pub fn of(at: Timestamp, latency: Option<Duration>) -> LinkSpan {
        let took = latency.unwrap_or_default();
        LinkSpan {
            number: LinkSpan::number_at(at),
            connected: u32::from(latency.is_some()),
            failed: u32::from(latency.is_none()),
            least: took,
            sum: took,
            most: took,
        }
    }

    /// Both together; the number is the first one's.
    pub fn and(self, other: LinkSpan) -> LinkSpan {
        let least = match (self.connected, other.connected) {
            (_, 0) => self.least,
            (0, _) => other.least,
            _ => self.least.min(other.least),
        };
        LinkSpan {
            number: self.number,
            connected: self.connected.saturating_add(other.connected),
            failed: self.failed.saturating_add(other.failed),
            least,
            sum: self.sum.saturating_add(other.sum),
            most: self.most.max(other.most),
        }
    }

    /// The mean latency of the checks that got in, if any did.
    pub fn mean(&self) -> Option<Duration> {
        self.sum.checked_div(self.connected)
    }

    /// When it begins.
    pub fn begins(&self) -> Timestamp {
        Timestamp::from_unix_timestamp(i64::from(self.number) * LinkSpan::SECONDS).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Those of the day that ends at a moment, oldest first. What a wrong clock measured later is left out.
    pub fn of_the_day_before(mut spans: Vec<LinkSpan>, at: Timestamp) -> Vec<LinkSpan> {
        let last = LinkSpan::number_at(at);
        spans.retain(|span| span.number <= last && last - span.number < LinkSpan::KEPT);
        spans.sort_by_key(|span| span.number);
        spans
    }

    /// Its place among those that are kept: the one of a day later takes it.
    pub fn place(&self) -> u32 {
        self.number % LinkSpan::KEPT
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const AT: Timestamp = datetime!(2026-11-24 10:04:59 UTC);

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn a_check_that_did_not_get_in_says_nothing_of_latency() {
        let failed = LinkSpan::of(AT, None);
        assert_eq!((failed.mean(), failed.failed, failed.connected), (None, 1, 0));
        for both in [failed.and(LinkSpan::of(AT, Some(ms(8)))), LinkSpan::of(AT, Some(ms(8))).and(failed)] {
            assert_eq!((both.least, both.most, both.mean(), both.failed), (ms(8), ms(8), Some(ms(8)), 1));
        }
    }

    #[test]
    fn measurements_of_a_span_keep_their_bounds_and_their_mean() {
        let all = [4, 10, 7].map(|millis| LinkSpan::of(AT, Some(ms(millis)))).into_iter().reduce(LinkSpan::and);
        let all = all.map(|all| (all.least, all.mean(), all.most));
        assert_eq!(all, Some((ms(4), Some(ms(7)), ms(10))));
    }

    #[test]
    fn a_span_begins_at_five_minutes_and_its_place_comes_again_a_day_later() {
        let span = LinkSpan::of(AT, None);
        assert_eq!(span.begins(), datetime!(2026-11-24 10:00 UTC));
        assert_eq!(LinkSpan::of(AT + time::Duration::days(1), None).place(), span.place());
        assert_ne!(LinkSpan::of(AT + time::Duration::minutes(5), None).place(), span.place());
    }
}
