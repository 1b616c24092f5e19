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
    pub(super) fn of(planner: &Planner, rules: &Rules, absent: u64, complete: bool) -> Gone {
        let mut list = Absent::with_capacity(usize::try_from(absent).unwrap_or(0));
        let mut kept = BTreeSet::new();
        let mut agents = 0;
        for (at, known) in planner.roster.iter().filter(|(_, known)| !known.removed) {
            agents += 1;
            if !known.is_absent() {
                continue;
            }
            if rules.kept.contains(&known.id) {
                kept.insert(known.id);
            } else {
                list.push((at, planner.looked.get(&at).cloned().unwrap_or(RemovalCause::NotAsked)));
            }
        }
        let ids: BTreeSet<AgentId> = list.iter().map(|(at, _)| planner.roster[*at].id).collect();
        let reading = Reading {
            complete,
            people: planner.people,
            agents,
            absent,
            unconfirmed: list.iter().filter(|(_, cause)| *cause == RemovalCause::NotAsked).count() as u64,
            changed: rules.changed.clone(),
            approved: rules.is_approved
                && rules.waiting.as_ref().is_some_and(|waiting| is_of(planner, &ids, &waiting.agents)),
            waiting: match &rules.waiting {
                Some(waiting) if !waiting.agents.is_disjoint(&ids) => {
                    // Being asked in time is all that this one waits for.
                    let lasting = |reason: &&HeldReason| !matches!(reason, HeldReason::NotConfirmed { .. });
                    waiting.reasons.iter().filter(lasting).cloned().collect()
                }
                _ => Vec::new(),
            },
        };
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
