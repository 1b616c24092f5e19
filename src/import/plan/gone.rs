//! What becomes of the absent.

use super::{Planner, Rules};
use crate::import::guard::{self, Reading, Removals};
use crate::model::*;
use std::collections::BTreeSet;

/// Places in the roster, and what the directory said.
type Absent = Vec<(usize, RemovalCause)>;

/// Who goes, who waits, who stays.
#[derive(Debug, Default)]
pub(super) struct Gone {
    pub(super) leaving: Absent,
    pub(super) waiting: Absent,
    pub(super) held: Option<HeldList>,
    /// Absent, and kept by an administrator.
    pub(super) kept: u64,
    pub(super) released: BTreeSet<AgentId>,
}

impl Gone {
    pub(super) fn of(planner: &Planner, rules: &Rules, complete: bool) -> Gone {
        let mut list = Absent::new();
        let mut kept = BTreeSet::new();
        let mut reading = Reading {
            complete,
            people: planner.people,
            changed: rules.changed.clone(),
            nothing_to_compare: rules.is_first,
            ..Reading::default()
        };
        for (at, known) in planner.roster.iter().filter(|(_, known)| !known.removed) {
            reading.agents += 1;
            if !known.is_absent() {
                continue;
            }
            if rules.kept.contains(&known.id) {
                kept.insert(known.id);
                continue;
            }
            let cause = if planner.roster.is_foreign(at) {
                reading.foreign += 1;
                RemovalCause::NotMatched
            } else {
                planner.looked.get(&at).cloned().unwrap_or(RemovalCause::NotAsked)
            };
            reading.unconfirmed += u64::from(cause == RemovalCause::NotAsked);
            list.push((at, cause));
        }
        let ids: BTreeSet<AgentId> = list.iter().map(|(at, _)| planner.roster[*at].id).collect();
        reading.absent = list.len() as u64;
        if let Some(waiting) = &rules.waiting {
            reading.approved = rules.is_approved && is_of(planner, &ids, &waiting.agents);
            reading.waiting = if waiting.agents.is_disjoint(&ids) { Vec::new() } else { undecided(&waiting.reasons) };
        }
        let released = rules.kept.difference(&kept).copied().collect();
        let gone = Gone { kept: kept.len() as u64, released, ..Gone::default() };
        match guard::removals(&reading, &rules.policy) {
            Removals::Allowed => Gone { leaving: list, ..gone },
            Removals::Unknown => gone,
            Removals::Held(reasons) => {
                let digest = guard::digest(&ids);
                Gone { waiting: list, held: Some(HeldList { reasons, agents: ids, digest }), ..gone }
            }
        }
    }
}

/// Why an earlier import held them, as long as that is not over by itself: being asked for is.
fn undecided(reasons: &[HeldReason]) -> Vec<HeldReason> {
    let lasting = reasons.iter().filter(|reason| !matches!(reason, HeldReason::NotConfirmed { .. }));
    match lasting.cloned().collect::<Vec<_>>() {
        reasons if reasons.is_empty() || matches!(reasons[..], [HeldReason::Undecided { .. }]) => reasons,
        reasons => vec![HeldReason::Undecided { reasons }],
    }
}

/// Whether these are the approved ones: all of them, but for those whom an import that was broken off has
/// removed already, and nobody else.
fn is_of(planner: &Planner, absent: &BTreeSet<AgentId>, approved: &BTreeSet<AgentId>) -> bool {
    let came_back = || {
        planner
            .roster
            .iter()
            .any(|(_, known)| !known.removed && approved.contains(&known.id) && !absent.contains(&known.id))
    };
    absent.is_subset(approved) && !came_back()
}
