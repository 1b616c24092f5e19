//! When a failed sign-in is answered: not when it is done, which would tell an email that the directory was asked for
//! from one that it was not, but at a time that follows what those that take longest usually take.
//!
//! * The time is a mark of a fixed scale, each half as long again as the one before: no answer tells more than
//!   between which two marks it was ready.
//! * Only passwords that were judged move it: somebody who asks for nobody a thousand times does not shorten it.
//! * It is a high quantile with some room above. What takes longer still is answered at the next mark, as rarely
//!   for one kind of failure as for the others, and nobody can try one account often enough to tell.
//! * Waiting takes a timer, and neither a place at the directory nor anything of the store. An answer that was
//!   refused before anything was looked at (too many attempts, no place) is given at once: it is the same for all,
//!   and who floods the panel is not to have it hold their connections.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

const FIRST_MARK: Duration = Duration::from_millis(250);
/// The usual time follows no directory that is slower: its failures then come at later marks.
const SLOWEST: Duration = Duration::from_secs(8);
const QUICKEST: Duration = Duration::from_millis(20);
/// How far a longer one moves it up. A shorter one moves it down by a 49th of that, so that 98 % are shorter.
const STEP: f64 = 0.1;
const SHARE: f64 = 49.0;
/// So much room is above the quantile.
const ROOM: f64 = 1.25;

/// What is usual, of one panel.
#[derive(Debug)]
pub(super) struct Pace(Mutex<f64>);

impl Default for Pace {
    fn default() -> Pace {
        Pace(Mutex::new(0.15))
    }
}

impl Pace {
    /// A wrong password was judged in this time.
    pub(super) fn saw(&self, took: Duration) {
        let mut usual = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let took = took.as_secs_f64();
        let moved = if took > *usual { *usual * (1.0 + STEP) } else { *usual * (1.0 - STEP / SHARE) };
        *usual = moved.clamp(QUICKEST.as_secs_f64(), SLOWEST.as_secs_f64());
    }

    /// When what began then is answered, if it is ready now.
    pub(super) fn due(&self, began: Instant, now: Instant) -> Instant {
        let usual = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let usual = Duration::from_secs_f64(usual * ROOM);
        began + mark(usual.max(now.duration_since(began)))
    }

    pub(super) async fn wait(&self, began: Instant) {
        sleep_until(self.due(began, Instant::now())).await;
    }
}

/// The first mark that is not before.
fn mark(time: Duration) -> Duration {
    let mut mark = FIRST_MARK;
    while mark < time {
        mark = mark * 3 / 2;
    }
    mark
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    fn answered(pace: &Pace, took: Duration) -> Duration {
        let began = Instant::now();
        pace.due(began, began + took) - began
    }

    #[test]
    fn quick_and_slow_failures_are_answered_at_the_same_time() {
        let pace = Pace::default();
        assert_eq!(answered(&pace, ms(1)), ms(250));
        assert_eq!(answered(&pace, ms(249)), ms(250));
        assert_eq!(answered(&pace, ms(251)), ms(375));
        assert_eq!(answered(&pace, ms(376)), Duration::from_micros(562_500));
    }

    #[test]
    fn the_time_follows_a_directory_that_is_slow_and_returns_slowly() {
        let pace = Pace::default();
        for _ in 0..50 {
            pace.saw(ms(1_000));
        }
        let slow = answered(&pace, ms(1));
        assert!(slow >= ms(1_250) && slow == answered(&pace, ms(1_000)), "{slow:?}");
        for _ in 0..20 {
            pace.saw(ms(5));
        }
        assert!(answered(&pace, ms(1)) >= ms(1_000), "a few quick ones do not bring it down");
        for _ in 0..3_000 {
            pace.saw(ms(5));
        }
        assert_eq!(answered(&pace, ms(1)), ms(250));
    }

    #[test]
    fn it_is_longer_than_all_but_few() {
        let pace = Pace::default();
        let mut longer = 0;
        for n in 0_u64..20_000 {
            // From 300 to 700 ms, in no order.
            let took = ms(300 + n * 7_919 % 401);
            let usual = *pace.0.lock().unwrap_or_else(PoisonError::into_inner);
            longer += u32::from(n > 2_000 && took.as_secs_f64() > usual);
            pace.saw(took);
        }
        assert!((180..720).contains(&longer), "{longer} of 18,000 took longer than usual");
    }

    #[test]
    fn no_directory_makes_anybody_wait_for_ever() {
        let pace = Pace::default();
        for _ in 0..1_000 {
            pace.saw(Duration::from_secs(60));
        }
        assert!(answered(&pace, ms(1)) < Duration::from_secs(15));
    }

    #[tokio::test(start_paused = true)]
    async fn thousands_wait_at_once() {
        let pace = std::sync::Arc::new(Pace::default());
        let began = Instant::now();
        let all = (0..5_000).map(|_| {
            let pace = pace.clone();
            tokio::spawn(async move { pace.wait(began).await })
        });
        futures::future::join_all(all).await;
        assert!(began.elapsed() < ms(300), "{:?}", began.elapsed());
    }
}
