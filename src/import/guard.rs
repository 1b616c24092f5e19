//! Whether a reading may remove anybody. Pure: no I/O, no clock.
//!
//! Invariant: nobody is removed unless every page of every search ended in success and the directory, asked
//! by GUID, said of each that they are not within. And not by itself where a mistake looks exactly like a
//! company that has let people go: an answer without a single person, many at once, or changed settings.

use crate::model::{AgentId, HeldReason, RemovalPolicy, Scope};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What a reading showed, as far as removals go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Every page of every search ended in success.
    pub complete: bool,
    /// Entries that can be agents.
    pub people: u64,
    /// LDAP agents, not removed before.
    pub agents: u64,
    /// Those of them of whom the reading showed nothing; kept ones left out.
    pub absent: u64,
    /// Those of the absent who were not asked for by GUID.
    pub unconfirmed: u64,
    /// Those of the absent whose GUID is of another attribute than the entries', so that nobody has it.
    pub foreign: u64,
    /// No import has come to its end yet.
    pub nothing_to_compare: bool,
    /// What of the settings that decide who is read differs from the last import that was in order.
    pub changed: Vec<String>,
    /// An administrator said yes to the removal of exactly the absent.
    pub approved: bool,
    /// Why some of the absent were held before, as long as nobody has decided about them.
    pub waiting: Vec<HeldReason>,
}

/// What may be done with the absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removals {
    /// They are gone: remove them.
    Allowed,
    /// They may be gone: leave them until an administrator has looked.
    Held(Vec<HeldReason>),
    /// Nothing is known about them: leave them.
    Unknown,
}

/// Decides from what the reading showed.
pub fn removals(reading: &Reading, policy: &RemovalPolicy) -> Removals {
    if !reading.complete {
        return Removals::Unknown;
    }
    let mut reasons = Vec::new();
    if reading.absent > 0 && !reading.approved {
        reasons = suspicions(reading, policy);
    }
    // An approval is no evidence.
    if reading.unconfirmed > 0 {
        reasons.push(HeldReason::NotConfirmed { agents: reading.unconfirmed });
    }
    if reasons.is_empty() { Removals::Allowed } else { Removals::Held(reasons) }
}

fn suspicions(reading: &Reading, policy: &RemovalPolicy) -> Vec<HeldReason> {
    let Reading { people, absent, agents, .. } = *reading;
    let mut reasons = Vec::new();
    let mut what = reading.changed.clone();
    if reading.foreign > 0 && !what.iter().any(|name| name == Scope::GUID_ATTRIBUTE) {
        what.push(Scope::GUID_ATTRIBUTE.into());
    }
    if !what.is_empty() {
        reasons.push(HeldReason::SettingsChanged { what });
    }
    if reading.nothing_to_compare {
        reasons.push(HeldReason::NothingToCompare);
    }
    if people == 0 {
        reasons.push(HeldReason::NobodyFound);
    } else if policy.is_exceeded(absent, agents) {
        let &RemovalPolicy { hold_percent: percent, hold_count: count, .. } = policy;
        reasons.push(HeldReason::TooMany { absent, agents, percent, count });
    }
    // People who were added since make the same removals a smaller part; that decides nothing.
    if reasons.is_empty() {
        reasons.clone_from(&reading.waiting);
    }
    reasons
}

/// Stands for exactly this list of agents.
pub fn digest(agents: &BTreeSet<AgentId>) -> String {
    let mut digest = Sha256::new();
    agents.iter().for_each(|agent| digest.update(agent.0.as_bytes()));
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A whole answer.
    fn reading(people: u64, agents: u64, absent: u64) -> Reading {
        Reading { complete: true, people, agents, absent, ..Reading::default() }
    }

    fn ruled(reading: &Reading) -> Removals {
        removals(reading, &RemovalPolicy::default())
    }

    fn too_many(absent: u64, agents: u64) -> Removals {
        Removals::Held(vec![HeldReason::TooMany { absent, agents, percent: 20, count: 5 }])
    }

    #[test]
    fn a_broken_off_reading_says_nothing_about_who_is_absent() {
        for people in [0, 900] {
            let broken = Reading { complete: false, approved: true, ..reading(people, 1000, 100) };
            assert_eq!(ruled(&broken), Removals::Unknown);
        }
    }

    #[test]
    fn an_answer_without_a_single_person_is_held() {
        assert_eq!(ruled(&reading(0, 1, 1)), Removals::Held(vec![HeldReason::NobodyFound]));
    }

    #[test]
    fn an_empty_directory_and_no_agents_are_no_reason_to_hold() {
        assert_eq!(ruled(&reading(0, 0, 0)), Removals::Allowed);
    }

    #[test]
    fn more_than_a_fifth_and_more_than_five_are_held() {
        assert_eq!(ruled(&reading(1, 6, 5)), Removals::Allowed, "not more than five");
        assert_eq!(ruled(&reading(80, 100, 20)), Removals::Allowed, "not more than a fifth");
        assert_eq!(ruled(&reading(79, 100, 21)), too_many(21, 100));
        assert_eq!(ruled(&reading(1, 7, 6)), too_many(6, 7));
    }

    #[test]
    fn the_policy_can_be_as_strict_or_as_loose_as_it_likes() {
        let ruled = |percent, count, absent| {
            let policy = RemovalPolicy { hold_percent: percent, hold_count: count, ..RemovalPolicy::default() };
            removals(&reading(1, 1000, absent), &policy)
        };
        assert!(matches!(ruled(0, 0, 1), Removals::Held(_)));
        assert_eq!(ruled(100, 0, 1000), Removals::Allowed);
        assert_eq!(ruled(0, 10, 10), Removals::Allowed);
    }

    #[test]
    fn after_a_change_of_the_settings_a_single_removal_waits() {
        let changed = vec!["User filter".to_owned()];
        let one = Reading { changed: changed.clone(), ..reading(99, 100, 1) };
        assert_eq!(ruled(&one), Removals::Held(vec![HeldReason::SettingsChanged { what: changed }]));
        assert_eq!(ruled(&Reading { absent: 0, ..one }), Removals::Allowed, "and nothing else does");
    }

    #[test]
    fn what_was_held_waits_for_a_decision_also_when_it_is_few_by_now() {
        let why = vec![HeldReason::TooMany { absent: 6, agents: 10, percent: 20, count: 5 }];
        let later = Reading { waiting: why.clone(), ..reading(1000, 1000, 6) };
        assert_eq!(ruled(&later), Removals::Held(why));
        assert_eq!(ruled(&Reading { absent: 0, ..later.clone() }), Removals::Allowed, "they are back");
        assert_eq!(ruled(&Reading { approved: true, ..later }), Removals::Allowed);
    }

    #[test]
    fn an_agent_known_by_another_guid_attribute_and_agents_of_nobody_knows_what_wait() {
        let one = reading(99, 100, 1);
        let what = vec!["GUID attribute".to_owned()];
        let foreign = Reading { foreign: 1, ..one.clone() };
        assert_eq!(ruled(&foreign), Removals::Held(vec![HeldReason::SettingsChanged { what }]));
        let first = Reading { nothing_to_compare: true, ..one };
        assert_eq!(ruled(&first), Removals::Held(vec![HeldReason::NothingToCompare]));
        assert_eq!(ruled(&Reading { absent: 0, ..first }), Removals::Allowed);
    }

    #[test]
    fn an_approval_allows_what_is_known_and_nothing_more() {
        let approved = Reading { approved: true, changed: vec!["Host".into()], ..reading(0, 100, 100) };
        assert_eq!(ruled(&approved), Removals::Allowed);
        let not_asked = Removals::Held(vec![HeldReason::NotConfirmed { agents: 3 }]);
        assert_eq!(ruled(&Reading { unconfirmed: 3, ..approved }), not_asked);
    }

    #[test]
    fn a_digest_is_of_the_agents_and_not_of_their_order() {
        let agents = |numbers: [u128; 2]| numbers.map(|n| AgentId(uuid::Uuid::from_u128(n))).into();
        assert_eq!(digest(&agents([1, 2])), digest(&agents([2, 1])));
        assert_ne!(digest(&agents([1, 2])), digest(&agents([1, 3])));
        assert_eq!(digest(&agents([1, 2])).len(), 32);
    }
}
