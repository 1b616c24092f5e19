use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a directory does about wrong passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lockout {
    /// No account is ever locked.
    Never,
    /// The `failures`-th wrong password locks the account.
    After {
        /// How many; at least one.
        failures: u32,
        /// How long a wrong password counts. `None`: until a right one.
        within: Option<Duration>,
    },
}

/// What the panel lets through to one account of the directory, right passwords left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetThrough {
    /// From browsers in which the account has never signed in.
    pub strangers: u32,
    /// From all together.
    pub all: u32,
    /// How long without any before they count anew.
    pub window: Duration,
}

/// How much longer than the directory the panel remembers a failure: clocks differ, and an answer may take a while.
const MARGIN: Duration = Duration::from_secs(2 * 60);
/// Where failures count until the next right password: that it comes once a day must do.
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl Lockout {
    /// Where nothing can be read: as strict as the directories that are strict.
    pub const CAREFUL: Lockout = Lockout::After { failures: 5, within: Some(Duration::from_secs(30 * 60)) };

    /// What keeps an account from being locked under both.
    #[must_use]
    pub fn stricter(self, other: Lockout) -> Lockout {
        match (self, other) {
            (Lockout::Never, known) | (known, Lockout::Never) => known,
            (Lockout::After { failures, within }, Lockout::After { failures: others, within: theirs }) => {
                let within = within.zip(theirs).map(|(one, other)| one.max(other));
                Lockout::After { failures: failures.min(others), within }
            }
        }
    }

    /// One wrong password is left for the person at the directory itself, where there are three or more; and one
    /// that only a browser may try in which the account has signed in before. `None`: as many as come.
    pub fn let_through(self) -> Option<LetThrough> {
        let Lockout::After { failures, within } = self else { return None };
        let all = match failures {
            0..=2 => 1,
            3 => 2,
            more => more - 2,
        };
        let window = within.unwrap_or(A_DAY).saturating_add(MARGIN);
        Some(LetThrough { strangers: all.saturating_sub(1).max(1), all, window })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(failures: u32, minutes: Option<u64>) -> Lockout {
        Lockout::After { failures, within: minutes.map(|minutes| Duration::from_secs(60 * minutes)) }
    }

    #[test]
    fn what_is_let_through_stays_below_the_limit_wherever_that_is_possible() {
        for failures in 3..50 {
            let through = after(failures, Some(10)).let_through();
            assert!(
                through.is_some_and(|through| through.all < failures && through.strangers < through.all),
                "{failures}: {through:?}"
            );
        }
        let of_five = after(5, Some(30)).let_through().map(|through| (through.strangers, through.all));
        assert_eq!(of_five, Some((2, 3)));
        assert_eq!(after(2, Some(30)).let_through().map(|through| through.all), Some(1));
        assert_eq!(Lockout::Never.let_through(), None);
    }

    #[test]
    fn of_two_the_smaller_number_counts_and_the_longer_time() {
        assert_eq!(after(5, Some(30)).stricter(after(10, Some(60))), after(5, Some(60)));
        assert_eq!(after(5, Some(30)).stricter(after(10, None)), after(5, None));
        assert_eq!(after(5, None).stricter(Lockout::Never), after(5, None));
        assert_eq!(Lockout::Never.stricter(after(5, None)), after(5, None));
        assert_eq!(Lockout::Never.stricter(Lockout::Never), Lockout::Never);
    }
}
