use super::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How often something may be tried. Each rule works on one [`Tally`] for each key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// So much at once, then one every so often: the generic cell rate algorithm.
    Steady {
        /// How many at once, at least one.
        burst: u32,
        /// How long one takes to come back.
        every: Duration,
    },
    /// Some without a wait, then each waits twice as long as the one before.
    Growing {
        /// How many without a wait.
        free: u32,
        /// The first wait.
        first: Duration,
        /// No wait is longer.
        longest: Duration,
        /// After so long without one it begins anew.
        quiet: Duration,
    },
    /// So many with less than `window` between one and the next; then none until `window` has passed since the last.
    /// A directory that counts failures, by whichever of the usual ways, has forgotten them by then: one that forgets
    /// each by itself, one that forgets all so long after the first, and one that does so long after the last.
    Run {
        /// How many, at least one.
        most: u32,
        /// How long a pause ends the run.
        window: Duration,
    },
}

/// What a key has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many count.
    pub count: u32,
    /// When the last was taken.
    pub last: Timestamp,
    /// From then on the key is as good as new.
    pub until: Timestamp,
}

/// One that is wanted: of which key, by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// At most 80 bytes.
    pub key: String,
    /// The rule that the key is under.
    pub allowance: Allowance,
}

/// A time that lies farther ahead is from a clock that was wrong. Nearer ones are believed, so that the clocks of
/// several panels may differ a little: if each took what the other's clock says for a mistake, nothing would be
/// slowed down.
const CLOCKS_DIFFER: time::Duration = time::Duration::minutes(1);

impl Allowance {
    /// Takes one: answers the new tally, or how long to wait for the next.
    ///
    /// A tally of a time far ahead is from before the clock was set back and means nothing any more: one is let
    /// through, and from there it is as if all had just been used up. A refusal could not mend it, as nothing is
    /// noted then.
    pub fn take(self, tally: Option<Tally>, at: Timestamp) -> Result<Tally, Duration> {
        let known = tally.filter(|tally| tally.until > at);
        match self {
            Allowance::Steady { burst, every } => steady(burst, every, known, at),
            Allowance::Growing { free, quiet, .. } => {
                let Some(known) = known else { return Ok(Tally { count: 1, last: at, until: at + quiet }) };
                let count = known.count.saturating_add(1);
                let (count, wait) = match known.last - at > CLOCKS_DIFFER {
                    true => (count.max(free), Duration::ZERO),
                    false => (count, left(known.last + self.delay(known.count), at)),
                };
                let until = at + quiet.max(self.delay(count));
                if wait.is_zero() { Ok(Tally { count, last: at, until }) } else { Err(wait) }
            }
            Allowance::Run { most, window } => {
                let taken = |count| Ok(Tally { count, last: at, until: at + window });
                // By the window as it is now, not as it was.
                match tally.filter(|tally| tally.last + window > at) {
                    None => taken(1),
                    Some(known) if known.last - at > CLOCKS_DIFFER => taken(known.count.max(most)),
                    Some(known) if known.count < most.max(1) => taken(known.count + 1),
                    Some(known) => Err(left(known.last + window, at).max(Duration::from_secs(1))),
                }
            }
        }
    }

    /// How long the next would have to wait.
    pub fn wait(self, tally: Option<Tally>, at: Timestamp) -> Duration {
        self.take(tally, at).err().unwrap_or_default()
    }

    /// Gives one back that was taken. `None`: the key is as good as new.
    pub fn give_back(self, tally: Tally) -> Option<Tally> {
        let until = match self {
            Allowance::Steady { every, .. } => tally.until - every,
            _ => tally.until,
        };
        let count = tally.count.saturating_sub(1);
        (count > 0).then_some(Tally { count, until, ..tally })
    }

    /// How long to wait after so many.
    fn delay(self, count: u32) -> Duration {
        match self {
            Allowance::Growing { free, first, longest, .. } if count >= free => {
                first.saturating_mul(1_u32.checked_shl(count - free).unwrap_or(u32::MAX)).min(longest)
            }
            _ => Duration::ZERO,
        }
    }
}

/// Nobody waits for longer than the whole burst takes to come back.
fn steady(burst: u32, every: Duration, known: Option<Tally>, at: Timestamp) -> Result<Tally, Duration> {
    let whole = every.saturating_mul(burst.max(1));
    let owed = left(known.map_or(at, |known| known.until), at).saturating_add(every);
    let taken = |owed: Duration| Tally {
        count: known.map_or(1, |known| known.count.saturating_add(1)),
        last: at,
        until: at + owed,
    };
    match owed.saturating_sub(whole) {
        Duration::ZERO => Ok(taken(owed)),
        wait if wait > whole => Ok(taken(whole)),
        wait => Err(wait),
    }
}

fn left(until: Timestamp, at: Timestamp) -> Duration {
    Duration::try_from(until - at).unwrap_or_default()
}

#[cfg(test)]
mod tests;
