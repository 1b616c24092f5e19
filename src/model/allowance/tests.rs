#![allow(clippy::unwrap_used)]

use super::*;

const FIVE: Allowance = Allowance::Steady { burst: 5, every: Duration::from_secs(20) };
const GROWING: Allowance = Allowance::Growing {
    free: 3,
    first: Duration::from_secs(15),
    longest: Duration::from_secs(600),
    quiet: Duration::from_secs(3_600),
};
const RUN: Allowance = Allowance::Run { most: 3, window: Duration::from_secs(1_800) };

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(1_800_000_000 + seconds).unwrap()
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Takes until nothing is left.
fn exhausted(allowance: Allowance, now: Timestamp) -> Tally {
    let mut tally = allowance.take(None, now).unwrap();
    while let Ok(next) = allowance.take(Some(tally), now) {
        tally = next;
    }
    tally
}

#[test]
fn a_burst_is_let_through_and_then_one_every_so_often() {
    let mut tally = None;
    for _ in 0..5 {
        tally = Some(FIVE.take(tally, at(0)).unwrap());
    }
    assert_eq!(FIVE.take(tally, at(0)), Err(seconds(20)));
    assert_eq!(FIVE.take(tally, at(19)), Err(seconds(1)));
    let tally = FIVE.take(tally, at(20)).unwrap();
    assert_eq!(FIVE.take(Some(tally), at(20)), Err(seconds(20)));
}

#[test]
fn who_has_made_up_for_everything_has_the_whole_burst_again_and_no_more() {
    let tally = exhausted(FIVE, at(0));
    assert_eq!(tally.until, at(100));
    for later in [100, 1_000_000] {
        assert_eq!(FIVE.take(Some(tally), at(later)), FIVE.take(None, at(later)));
    }
}

#[test]
fn one_that_is_given_back_can_be_taken_again() {
    for allowance in [FIVE, RUN] {
        let tally = exhausted(allowance, at(0));
        assert_eq!(allowance.take(allowance.give_back(tally), at(0)), Ok(tally));
        assert_eq!(allowance.give_back(allowance.take(None, at(0)).unwrap()), None);
    }
}

#[test]
fn after_a_clock_was_set_back_by_far_it_is_as_if_the_burst_had_just_been_used_up() {
    for back in [200, 3_600, 100_000_000] {
        let now = at(-back);
        assert_eq!(FIVE.take(Some(exhausted(FIVE, at(0))), now).unwrap().until, now + seconds(100));
        for allowance in [GROWING, RUN] {
            let tally = allowance.take(Some(exhausted(allowance, at(0))), now).unwrap();
            assert_eq!(tally.last, now);
            assert!(allowance.take(Some(tally), now).is_err());
        }
    }
    let until = Tally { until: at(100), ..exhausted(FIVE, at(0)) };
    assert_eq!(FIVE.take(Some(until), at(-5)), Err(seconds(25)), "the clocks of two panels");
    assert!(RUN.take(Some(exhausted(RUN, at(0))), at(-5)).is_err(), "the clocks of two panels");
}

#[test]
fn waits_double_up_to_the_longest_and_begin_anew_after_a_quiet_time() {
    let (mut tally, mut now, mut waits) = (None, at(0), vec![]);
    for _ in 0..12 {
        let wait = GROWING.wait(tally, now);
        waits.push(wait.as_secs());
        now += wait;
        tally = Some(GROWING.take(tally, now).unwrap());
    }
    assert_eq!(waits, [0, 0, 0, 15, 30, 60, 120, 240, 480, 600, 600, 600]);
    assert_eq!(GROWING.take(tally, now + seconds(599)), Err(seconds(1)));
    assert_eq!(GROWING.take(tally, now + seconds(3_600)).unwrap().count, 1);
}

/// Directories count in three ways: each failure falls back by itself, all do so long after the first, or so
/// long after the last.
#[test]
fn in_no_way_of_counting_does_a_run_go_over_its_most() {
    let (mut tally, mut taken) = (None, Vec::new());
    for second in (0..100_000).step_by(7) {
        if let Ok(next) = RUN.take(tally, at(second)) {
            tally = Some(next);
            taken.push(second);
        }
    }
    assert!(taken.len() > 100);
    let (mut since_last, mut since_first, mut first, mut last) = (0, 0, i64::MIN / 2, i64::MIN / 2);
    for (n, second) in taken.iter().enumerate() {
        let within = taken[..=n].iter().filter(|other| second - *other < 1_800).count();
        since_last = if second - last >= 1_800 { 1 } else { since_last + 1 };
        (since_first, first) = if second - first >= 1_800 { (1, *second) } else { (since_first + 1, first) };
        last = *second;
        assert!(within <= 3 && since_last <= 3 && since_first <= 3, "{second}: {within} {since_last} {since_first}");
    }
}

#[test]
fn who_may_have_more_of_a_run_is_let_through_after_the_others() {
    let tally = exhausted(RUN, at(0));
    let more = Allowance::Run { most: 4, window: seconds(1_800) };
    assert!(RUN.take(Some(tally), at(5)).is_err());
    let tally = more.take(Some(tally), at(5)).unwrap();
    assert_eq!(more.take(Some(tally), at(5)), Err(seconds(1_800)));
    assert_eq!(RUN.take(Some(tally), at(1_804)), Err(seconds(1)));
    assert_eq!(RUN.take(Some(tally), at(1_805)).unwrap().count, 1);
}

#[test]
fn an_allowance_of_none_is_one_of_one() {
    let none = Allowance::Steady { burst: 0, every: seconds(20) };
    let tally = none.take(None, at(0)).unwrap();
    assert_eq!(none.take(Some(tally), at(0)), Err(seconds(20)));
    let none = Allowance::Run { most: 0, window: seconds(20) };
    let tally = none.take(None, at(0)).unwrap();
    assert_eq!(none.take(Some(tally), at(0)), Err(seconds(20)));
}

proptest::proptest! {
    #[test]
    fn whoever_waits_as_long_as_they_were_told_is_let_through(
        most in 1_u32..40,
        every in 1_u64..100,
        count in 0_u32..100,
        last in -10_000_i64..10_000,
        until in -10_000_i64..10_000,
    ) {
        let every = seconds(every);
        let tally = Some(Tally { count, last: at(last), until: at(until) });
        for allowance in [
            Allowance::Steady { burst: most, every },
            Allowance::Growing { free: most, first: every, longest: every * 8, quiet: every * 9 },
            Allowance::Run { most, window: every },
        ] {
            if let Err(wait) = allowance.take(tally, at(0)) {
                proptest::prop_assert!(wait <= (every * most.max(8)).max(seconds(61) + every * 8));
                proptest::prop_assert!(allowance.take(tally, at(0) + wait).is_ok(), "{allowance:?} {wait:?}");
            }
        }
    }

    #[test]
    fn nothing_that_was_noted_gives_more_than_a_burst(until in -10_000_i64..10_000) {
        let mut taken = 0;
        let mut tally = Some(Tally { count: 1, last: at(until), until: at(until) });
        while let Ok(next) = FIVE.take(tally, at(0)) {
            (tally, taken) = (Some(next), taken + 1);
        }
        proptest::prop_assert!(taken <= 5);
    }
}
