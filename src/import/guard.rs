//! Whether a reading may remove anybody. Pure: no I/O, no clock.
//!
//! Invariant: nobody is removed unless every page of every search ended in success, and an answer
//! without a single person removes nobody by itself: a lost right, a wrong base and an empty
//! replica look exactly like a company that has let everyone go.

use crate::model::HeldReason;

/// What a reading showed, as far as removals go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Every page of every search ended in success.
    pub complete: bool,
    /// Entries that can be agents.
    pub people: u64,
    /// LDAP agents, not removed before, of whom the reading showed nothing.
    pub absent: u64,
}

/// What may be done with the absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removals {
    /// They are gone: remove them.
    Allowed,
    /// They may be gone: leave them until an administrator has looked.
    Held(HeldReason),
    /// Nothing is known about them: leave them.
    Unknown,
}

/// Decides from what the reading showed.
pub fn removals(reading: &Reading) -> Removals {
    if !reading.complete {
        return Removals::Unknown;
    }
    if reading.people == 0 && reading.absent > 0 {
        return Removals::Held(HeldReason::NobodyFound);
    }
    Removals::Allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_off_reading_says_nothing_about_who_is_absent() {
        let reading = Reading { complete: false, people: 900, absent: 100 };
        assert_eq!(removals(&reading), Removals::Unknown);
        assert_eq!(removals(&Reading { people: 0, ..reading }), Removals::Unknown);
    }

    #[test]
    fn an_answer_without_a_single_person_is_held() {
        let reading = Reading { complete: true, people: 0, absent: 1 };
        assert_eq!(removals(&reading), Removals::Held(HeldReason::NobodyFound));
    }

    #[test]
    fn an_empty_directory_and_no_agents_are_no_reason_to_hold() {
        assert_eq!(removals(&Reading { complete: true, people: 0, absent: 0 }), Removals::Allowed);
    }

    #[test]
    fn whoever_is_missing_from_a_whole_answer_is_gone() {
        assert_eq!(removals(&Reading { complete: true, people: 1, absent: 99 }), Removals::Allowed);
    }
}
