use super::Timestamp;
use std::time::Duration;

/// So much at once, then one every so often: the generic cell rate algorithm, on one timestamp for
/// each key. The timestamp says when the key will have made up for what it has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once, at least one.
    pub burst: u32,
    /// How long one takes to come back.
    pub every: Duration,
}

impl Allowance {
    /// Takes one: answers what is made up for by then, or how long to wait for the next.
    ///
    /// Nobody waits for longer than the whole burst takes to come back. A timestamp that lies so far
    /// ahead is from before the clock was set back and means nothing any more: one is let through, and
    /// from there it is as if the burst had just been used up. A refusal could not mend it, as nothing
    /// is noted then. Nearer ones are waited for, so that the clocks of several panels may differ a
    /// little: if each took what the other's clock says for a mistake, nothing would be slowed down.
    pub fn take(self, made_up: Option<Timestamp>, at: Timestamp) -> Result<Timestamp, Duration> {
        let whole = self.every.saturating_mul(self.burst.max(1));
        let owed = Duration::try_from(made_up.unwrap_or(at) - at).unwrap_or_default().saturating_add(self.every);
        match owed.saturating_sub(whole) {
            Duration::ZERO => Ok(at + owed),
            wait if wait > whole => Ok(at + whole),
            wait => Err(wait),
        }
    }

    /// Gives one back that was taken.
    pub fn give_back(self, made_up: Timestamp) -> Timestamp {
        made_up - self.every
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FIVE: Allowance = Allowance { burst: 5, every: Duration::from_secs(20) };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_timestamp(1_800_000_000 + seconds).unwrap()
    }

    /// Takes until nothing is left.
    fn exhausted(now: Timestamp) -> Timestamp {
        let mut made_up = FIVE.take(None, now).unwrap();
        while let Ok(next) = FIVE.take(Some(made_up), now) {
            made_up = next;
        }
        made_up
    }

    #[test]
    fn a_burst_is_let_through_and_then_one_every_so_often() {
        let mut made_up = None;
        for _ in 0..5 {
            made_up = Some(FIVE.take(made_up, at(0)).unwrap());
        }
        assert_eq!(FIVE.take(made_up, at(0)), Err(Duration::from_secs(20)));
        assert_eq!(FIVE.take(made_up, at(19)), Err(Duration::from_secs(1)));
        let made_up = FIVE.take(made_up, at(20)).unwrap();
        assert_eq!(FIVE.take(Some(made_up), at(20)), Err(Duration::from_secs(20)));
    }

    #[test]
    fn who_has_made_up_for_everything_has_the_whole_burst_again_and_no_more() {
        assert_eq!(exhausted(at(0)), at(100));
        for later in [100, 1_000_000] {
            assert_eq!(FIVE.take(Some(at(100)), at(later)), FIVE.take(None, at(later)));
        }
    }

    #[test]
    fn one_that_is_given_back_can_be_taken_again() {
        let made_up = FIVE.give_back(exhausted(at(0)));
        assert_eq!(FIVE.take(Some(made_up), at(0)), Ok(at(100)));
    }

    #[test]
    fn after_a_clock_was_set_back_by_far_it_is_as_if_the_burst_had_just_been_used_up() {
        for back in [200, 3_600, 100_000_000] {
            let now = at(-back);
            assert_eq!(FIVE.take(Some(exhausted(at(0))), now), Ok(now + Duration::from_secs(100)));
        }
        assert_eq!(FIVE.take(Some(at(100)), at(-5)), Err(Duration::from_secs(25)), "the clocks of two panels");
    }

    #[test]
    fn an_allowance_of_none_is_one_of_one() {
        let none = Allowance { burst: 0, ..FIVE };
        let made_up = none.take(None, at(0)).unwrap();
        assert_eq!(none.take(Some(made_up), at(0)), Err(Duration::from_secs(20)));
    }

    proptest::proptest! {
        #[test]
        fn whoever_waits_as_long_as_they_were_told_is_let_through(
            burst in 1_u32..40,
            every in 1_u64..100,
            made_up in -10_000_i64..10_000,
        ) {
            let allowance = Allowance { burst, every: Duration::from_secs(every) };
            if let Err(wait) = allowance.take(Some(at(made_up)), at(0)) {
                proptest::prop_assert!(wait <= allowance.every * burst);
                proptest::prop_assert!(allowance.take(Some(at(made_up)), at(0) + wait).is_ok());
            }
        }

        #[test]
        fn nothing_that_was_noted_gives_more_than_a_burst(made_up in -10_000_i64..10_000) {
            let mut taken = 0;
            let mut made_up = Some(at(made_up));
            while let Ok(next) = FIVE.take(made_up, at(0)) {
                (made_up, taken) = (Some(next), taken + 1);
            }
            proptest::prop_assert!(taken <= 5);
        }
    }
}
