//! Failed sign-ins and refusals, which may come by the thousand: of each account and address the first in ten minutes is told at once,
//! and the others by their number afterwards. A process that is killed in between loses that number, and no more.

use crate::model::*;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long failures are counted together.
const WINDOW: time::Duration = time::Duration::minutes(10);
/// Accounts and addresses that are told apart at a time; what comes beyond them is counted in one.
const MOST: usize = 2_000;

type Key = (Action, Option<AgentId>, Option<String>);

#[derive(Default)]
pub(super) struct Failures(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    of: HashMap<Key, (Timestamp, Deed)>,
    /// From more accounts and addresses than can be told apart.
    others: HashMap<Action, (Timestamp, Deed)>,
}

impl Failures {
    /// Counts one. Answers it back where it is the first of its kind.
    pub(super) fn note(&self, deed: Deed) -> Option<Deed> {
        let mut counted = self.counted();
        let key = (deed.action, deed.actor.agent(), deed.address.as_deref().map(network));
        if let Some((_, more)) = counted.of.get_mut(&key) {
            more.times += 1;
            return None;
        }
        let more = Deed { times: 0, ..deed.clone() };
        if counted.of.len() < MOST {
            counted.of.insert(key, (deed.at, more));
            return Some(deed);
        }
        let nobody = Deed { actor: Actor::Nobody, address: None, subject: None, reason: None, ..more };
        counted.others.entry(deed.action).or_insert((deed.at, nobody)).1.times += 1;
        None
    }

    /// Those whose time is over by `now`; `None`: all.
    pub(super) fn take(&self, now: Option<Timestamp>) -> Vec<Deed> {
        let mut counted = self.counted();
        let is_over = |since: Timestamp| now.is_none_or(|now| now - since >= WINDOW);
        let mut over = Vec::new();
        counted.of.retain(|_, (since, more)| {
            let ends = is_over(*since);
            if ends && more.times > 0 {
                let reason = more.reason.as_deref().unwrap_or("failed");
                over.push(more.clone().because(format!("{reason}, again and again within ten minutes")));
            }
            !ends
        });
        counted.of.shrink_to_fit();
        for (_, (_, more)) in counted.others.extract_if(|_, (since, _)| is_over(*since)) {
            over.push(more.because("more than can be told apart, from many addresses or at many accounts"));
        }
        let at = now;
        over.into_iter().map(|deed| Deed { at: at.unwrap_or(deed.at), ..deed }).collect()
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A /64 of IPv6 is one machine: it has more addresses than can be told apart.
fn network(address: &str) -> String {
    match address.parse::<IpAddr>() {
        Ok(IpAddr::V6(address)) => address.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(address: usize, at: Timestamp) -> Deed {
        Deed::new(at, Actor::Nobody, Action::SignInFailed).from(address).because("no agent has this email")
    }

    #[test]
    fn the_first_of_a_kind_is_told_at_once_and_the_others_by_their_number() {
        let (failures, at) = (Failures::default(), Timestamp::UNIX_EPOCH);
        assert!(failures.note(failure(1, at)).is_some());
        assert!((0..99).all(|_| failures.note(failure(1, at)).is_none()));
        assert!(failures.note(failure(2, at)).is_some());
        assert!(failures.take(Some(at + WINDOW / 2)).is_empty());
        let told = failures.take(Some(at + WINDOW));
        assert_eq!((told.len(), told[0].times, told[0].address.as_deref()), (1, 99, Some("1")));
        assert!(failures.note(failure(1, at)).is_some(), "a new time begins");
    }

    #[test]
    fn a_refusal_does_not_hide_behind_a_failed_sign_in() {
        let (failures, at) = (Failures::default(), Timestamp::UNIX_EPOCH);
        assert!(failures.note(failure(1, at)).is_some());
        assert!(failures.note(Deed { action: Action::Refused, ..failure(1, at) }).is_some());
    }

    #[test]
    fn a_flood_from_everywhere_is_counted_and_takes_no_more_room() {
        let (failures, at) = (Failures::default(), Timestamp::UNIX_EPOCH);
        let told = (0..50_000).filter(|n| failures.note(failure(*n, at)).is_some()).count();
        assert_eq!(told, MOST);
        let counts: u64 = failures.take(None).iter().map(|deed| deed.times).sum();
        assert_eq!(counts, 48_000);
    }
}
