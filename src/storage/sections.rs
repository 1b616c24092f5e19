//! Orders by what has few values: the list is in sections, one after the other, and each is by name, then id.

use super::sort::SectionBy;
use crate::model::{Agent, AgentState, DirectoryId, Group, GroupId, Role};
use std::collections::HashMap;

/// Where a section stands among the others.
pub(super) type Rank = u32;

/// Local agents, and who has no group.
pub(super) const LAST: Rank = Rank::MAX;

/// The sections of one order.
pub(super) struct Sections {
    by: SectionBy,
    /// Folded names, in order; needed where it goes by group.
    groups: Vec<(String, GroupId)>,
    ranks: HashMap<GroupId, Rank>,
}

/// What it takes to know the section of an agent.
pub(super) struct Placed<'a> {
    pub(super) groups: &'a mut dyn Iterator<Item = GroupId>,
    pub(super) role: Role,
    pub(super) state: AgentState,
    pub(super) directory: Option<DirectoryId>,
}

/// A section as a cursor names it: other groups may come and go before the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Section {
    /// The number of a role, a state or a directory.
    Number(Rank),
    /// The folded name of a group.
    Group(String),
}

impl Sections {
    /// `groups` are all there are.
    pub(super) fn new(by: SectionBy, groups: &[Group]) -> Sections {
        let mut groups: Vec<_> = groups.iter().map(|group| (group.name.to_lowercase(), group.id)).collect();
        groups.sort_unstable();
        // Odd numbers: between two is room for a group that has gone meanwhile.
        let ranks = (0..).zip(&groups).map(|(place, (_, id))| (*id, place * 2 + 1)).collect();
        Sections { by, groups, ranks }
    }

    /// The section of an agent.
    pub(super) fn rank(&self, Placed { groups, role, state, directory }: Placed<'_>) -> Rank {
        match self.by {
            SectionBy::Group => groups.filter_map(|group| self.ranks.get(&group)).min().copied().unwrap_or(LAST),
            SectionBy::Role => role.rank() as Rank,
            SectionBy::Source => directory.map_or(LAST, |directory| directory.0),
            SectionBy::State => {
                let place = AgentState::ALL.iter().position(|other| *other == state);
                place.map_or(LAST, |place| place as Rank)
            }
        }
    }

    /// The same of an agent's record.
    pub(super) fn rank_of_agent(&self, agent: &Agent) -> Rank {
        self.rank(Placed {
            groups: &mut agent.groups.iter().copied(),
            role: agent.role,
            state: agent.state(),
            directory: agent.of_directory(),
        })
    }

    /// For a cursor.
    pub(super) fn named(&self, rank: Rank) -> Section {
        let group = || self.groups.get(rank as usize / 2).filter(|_| rank != LAST);
        match (self.by, group()) {
            (SectionBy::Group, Some((name, _))) => Section::Group(name.clone()),
            _ => Section::Number(rank),
        }
    }

    /// From a cursor.
    pub(super) fn rank_of(&self, section: &Section) -> Rank {
        match section {
            Section::Number(rank) => *rank,
            Section::Group(name) => match self.groups.binary_search_by(|(other, _)| other.cmp(name)) {
                Ok(place) => place as Rank * 2 + 1,
                Err(place) => place as Rank * 2,
            },
        }
    }

    /// Groups in order, each with its rank.
    pub(super) fn groups(&self) -> impl Iterator<Item = (Rank, GroupId)> {
        (0..).zip(&self.groups).map(|(place, (_, id))| (place * 2 + 1, *id))
    }
}
