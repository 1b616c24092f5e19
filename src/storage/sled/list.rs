//! Answers list queries from the index.

use super::entry::Entry;
use super::filter::Filter;
use super::index::Index;
use crate::model::{AgentId, AgentState};
use crate::storage::AgentQuery;
use crate::storage::cursor::{AgentCursor, Key};
use crate::storage::sections::{Rank, Sections};
use crate::storage::sort::{By, SectionBy};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Which agents a page shows.
pub(super) struct Selection {
    pub(super) ids: Vec<AgentId>,
    pub(super) total: u64,
    pub(super) next: Option<String>,
}

impl Index {
    /// The page that a query asks for.
    pub(super) fn select(&self, query: &AgentQuery) -> Selection {
        let filter = Filter::of(query);
        let cursor = query.after.as_deref().and_then(|text| AgentCursor::parse(text, query.sort));
        match query.sort.by() {
            By::Name => self.by_name(query, cursor.as_ref(), &filter),
            By::Section(by) => self.by_section(by, query, cursor.as_ref(), &filter),
            By::Email | By::LastSignIn | By::Phone => self.by_other(query, cursor.as_ref(), &filter),
        }
    }

    /// The order is there already: without a filter only the page is looked at.
    fn by_name(&self, query: &AgentQuery, cursor: Option<&AgentCursor>, filter: &Filter) -> Selection {
        let order = self.rest(query, cursor);
        let limit = limit(query);
        if filter.lets_all_pass() {
            let total = self.order_of(query).len() as u64;
            return self.page(query, order.take(limit + 1).collect(), total, None);
        }
        // Matched in the order in which the entries lie in memory, which is several times faster.
        let mut passes = vec![false; self.slots()];
        let mut total = 0;
        for slot in self.matches(query, filter) {
            passes[slot as usize] = true;
            total += 1;
        }
        self.page(query, order.filter(|slot| passes[*slot as usize]).take(limit + 1).collect(), total, None)
    }

    /// Section by section, each by name.
    fn by_section(
        &self,
        by: SectionBy,
        query: &AgentQuery,
        cursor: Option<&AgentCursor>,
        filter: &Filter,
    ) -> Selection {
        let sections = Sections::new(by, &self.groups());
        let (mut ranks, mut there) = (vec![None; self.slots()], BTreeSet::new());
        let mut total = 0;
        for slot in self.matches(query, filter) {
            let rank = self.entry(slot).rank(&sections);
            ranks[slot as usize] = Some(rank);
            there.insert(rank);
            total += 1;
        }
        let begun = cursor.and_then(|cursor| match &cursor.key {
            Key::Section(_, section, _) => Some(sections.rank_of(section)),
            _ => None,
        });
        let descends = query.sort.descends();
        let there: Vec<Rank> = if descends { there.into_iter().rev().collect() } else { there.into_iter().collect() };
        let mut found = Vec::new();
        for rank in there {
            let left = limit(query) + 1 - found.len();
            let of_rank = |slot: &u32| ranks[*slot as usize] == Some(rank);
            match begun.map_or(Ordering::Greater, |begun| directed(rank.cmp(&begun), descends)) {
                Ordering::Less => {}
                Ordering::Equal => found.extend(self.rest(query, cursor).filter(of_rank).take(left)),
                Ordering::Greater => found.extend(self.rest(query, None).filter(of_rank).take(left)),
            }
        }
        self.page(query, found, total, Some(&sections))
    }

    fn order_of(&self, query: &AgentQuery) -> &[u32] {
        self.order(query.state == Some(AgentState::Removed))
    }

    /// Everybody by name from a cursor on, in the direction of the query.
    fn rest(&self, query: &AgentQuery, cursor: Option<&AgentCursor>) -> Box<dyn Iterator<Item = u32> + '_> {
        let order = self.order_of(query);
        if query.sort.descends() {
            let end = cursor.map_or(order.len(), |cursor| {
                order.partition_point(|slot| stands(self.entry(*slot), cursor) == Ordering::Less)
            });
            Box::new(order[..end].iter().rev().copied())
        } else {
            let start = cursor.map_or(0, |cursor| {
                order.partition_point(|slot| stands(self.entry(*slot), cursor) != Ordering::Greater)
            });
            Box::new(order[start..].iter().copied())
        }
    }

    fn matches(&self, query: &AgentQuery, filter: &Filter) -> impl Iterator<Item = u32> {
        let removed = query.state == Some(AgentState::Removed);
        self.filled_slots()
            .filter(move |(_, entry)| entry.is_removed() == removed && filter.passes(entry))
            .map(|(slot, _)| slot)
    }

    /// Another order: sorts only as much as the page needs.
    fn by_other(&self, query: &AgentQuery, cursor: Option<&AgentCursor>, filter: &Filter) -> Selection {
        let mut found: Vec<u32> = self.matches(query, filter).collect();
        let total = found.len() as u64;
        let descends = query.sort.descends();
        if let Some(cursor) = cursor {
            found.retain(|slot| directed(stands(self.entry(*slot), cursor), descends) == Ordering::Greater);
        }
        let by = query.sort.by();
        let compare = |a: &u32, b: &u32| directed(compare(self.entry(*a), self.entry(*b), by), descends);
        let limit = limit(query);
        if found.len() > limit + 1 {
            found.select_nth_unstable_by(limit, compare);
            found.truncate(limit + 1);
        }
        found.sort_unstable_by(compare);
        self.page(query, found, total, None)
    }

    /// From one slot more than the page holds, if there is one more.
    fn page(&self, query: &AgentQuery, mut slots: Vec<u32>, total: u64, sections: Option<&Sections>) -> Selection {
        let more = slots.len() > limit(query);
        slots.truncate(limit(query));
        let last = slots.last().filter(|_| more).map(|slot| self.entry(*slot));
        let next = last.map(|last| cursor_after(last, query.sort.by(), sections).to_string());
        Selection { ids: slots.iter().map(|slot| self.entry(*slot).id).collect(), total, next }
    }
}

fn directed(ordering: Ordering, descends: bool) -> Ordering {
    if descends { ordering.reverse() } else { ordering }
}

fn limit(query: &AgentQuery) -> usize {
    query.limit.clamp(1, 1_000)
}

/// Where an entry stands to a cursor, in ascending order; within a section.
fn stands(entry: &Entry, cursor: &AgentCursor) -> Ordering {
    let by_key = match &cursor.key {
        Key::Name(name) | Key::Section(_, _, name) => entry.name().cmp(name),
        Key::Email(email) => entry.email().cmp(email),
        Key::SignIn(at) => entry.last_sign_in.cmp(at),
        Key::Phone(phone) => entry.phone().cmp(phone),
    };
    by_key.then(entry.id.cmp(&cursor.id))
}

fn cursor_after(entry: &Entry, by: By, sections: Option<&Sections>) -> AgentCursor {
    let name = || entry.name().to_owned();
    let key = match (by, sections) {
        (By::Section(by), Some(sections)) => Key::Section(by, sections.named(entry.rank(sections)), name()),
        (By::Name | By::Section(_), _) => Key::Name(name()),
        (By::Email, _) => Key::Email(entry.email().to_owned()),
        (By::LastSignIn, _) => Key::SignIn(entry.last_sign_in),
        (By::Phone, _) => Key::Phone(entry.phone().to_owned()),
    };
    AgentCursor { key, id: entry.id }
}

fn compare(a: &Entry, b: &Entry, by: By) -> Ordering {
    let by_key = match by {
        By::Name | By::Section(_) => a.name().cmp(b.name()),
        By::Email => a.email().cmp(b.email()),
        By::LastSignIn => a.last_sign_in.cmp(&b.last_sign_in),
        By::Phone => a.phone().cmp(b.phone()),
    };
    by_key.then(a.id.cmp(&b.id))
}
