//! Answers list queries from the index.

use super::entry::Entry;
use super::index::Index;
use crate::model::{AgentId, AgentState, DirectoryId, GroupId, Role};
use crate::storage::cursor::{AgentCursor, Key};
use crate::storage::{AgentQuery, AgentSort, fold};
use memchr::memmem::Finder;
use std::cmp::Ordering;

/// Which agents a page shows.
pub(super) struct Selection {
    pub(super) ids: Vec<AgentId>,
    pub(super) total: u64,
    pub(super) next: Option<String>,
}

impl Index {
    /// The page that a query asks for.
    pub(super) fn select(&self, query: &AgentQuery) -> Selection {
        let order = self.order(query.state == Some(AgentState::Removed));
        let filter = Filter::of(query);
        let cursor = query.after.as_deref().and_then(|text| AgentCursor::parse(text, query.sort));
        match query.sort {
            AgentSort::Name => self.by_name(query, order.iter(), start(self, order, cursor), &filter),
            AgentSort::NameDescending => {
                let start = cursor.map_or(0, |cursor| {
                    order.len() - order.partition_point(|slot| stands(self.entry(*slot), &cursor) == Ordering::Less)
                });
                self.by_name(query, order.iter().rev(), start, &filter)
            }
            _ => self.by_other(query, cursor.as_ref(), &filter),
        }
    }

    /// The order is there already: without a filter only the page is looked at.
    fn by_name<'a>(
        &self,
        query: &AgentQuery,
        order: impl ExactSizeIterator<Item = &'a u32>,
        start: usize,
        filter: &Filter,
    ) -> Selection {
        let limit = limit(query);
        if filter.lets_all_pass() {
            let total = order.len() as u64;
            let page = order.skip(start).take(limit + 1).copied().collect();
            return self.page(query, page, total);
        }
        // Matched in the order in which the entries lie in memory, which is several times faster.
        let mut passes = vec![false; self.slots()];
        let mut total = 0;
        for slot in self.matches(query, filter) {
            passes[slot as usize] = true;
            total += 1;
        }
        let page = order.skip(start).copied().filter(|slot| passes[*slot as usize]).take(limit + 1).collect();
        self.page(query, page, total)
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
        let direction = |ordering: Ordering| if query.sort.descends() { ordering.reverse() } else { ordering };
        if let Some(cursor) = cursor {
            found.retain(|slot| direction(stands(self.entry(*slot), cursor)) == Ordering::Greater);
        }
        let compare = |a: &u32, b: &u32| direction(compare(self.entry(*a), self.entry(*b), query.sort));
        let limit = limit(query);
        if found.len() > limit + 1 {
            found.select_nth_unstable_by(limit, compare);
            found.truncate(limit + 1);
        }
        found.sort_unstable_by(compare);
        self.page(query, found, total)
    }

    /// From one slot more than the page holds, if there is one more.
    fn page(&self, query: &AgentQuery, mut slots: Vec<u32>, total: u64) -> Selection {
        let more = slots.len() > limit(query);
        slots.truncate(limit(query));
        let last = slots.last().filter(|_| more);
        let next = last.map(|slot| cursor_after(self.entry(*slot), query.sort).to_string());
        Selection { ids: slots.iter().map(|slot| self.entry(*slot).id).collect(), total, next }
    }
}

/// The place of the first entry after the cursor.
fn start(index: &Index, order: &[u32], cursor: Option<AgentCursor>) -> usize {
    cursor.map_or(0, |cursor| order.partition_point(|slot| stands(index.entry(*slot), &cursor) != Ordering::Greater))
}

fn limit(query: &AgentQuery) -> usize {
    query.limit.clamp(1, 1_000)
}

/// Where an entry stands to a cursor, in ascending order.
fn stands(entry: &Entry, cursor: &AgentCursor) -> Ordering {
    let by_key = match &cursor.key {
        Key::Name(name) => entry.name().cmp(name),
        Key::Email(email) => entry.email().cmp(email),
        Key::SignIn(at) => entry.last_sign_in.cmp(at),
    };
    by_key.then(entry.id.cmp(&cursor.id))
}

fn cursor_after(entry: &Entry, sort: AgentSort) -> AgentCursor {
    let key = match sort {
        AgentSort::Name | AgentSort::NameDescending => Key::Name(entry.name().to_owned()),
        AgentSort::Email | AgentSort::EmailDescending => Key::Email(entry.email().to_owned()),
        AgentSort::LastSignIn | AgentSort::LastSignInAscending => Key::SignIn(entry.last_sign_in),
    };
    AgentCursor { key, id: entry.id }
}

fn compare(a: &Entry, b: &Entry, sort: AgentSort) -> Ordering {
    let by_key = match sort {
        AgentSort::Name | AgentSort::NameDescending => a.name().cmp(b.name()),
        AgentSort::Email | AgentSort::EmailDescending => a.email().cmp(b.email()),
        AgentSort::LastSignIn | AgentSort::LastSignInAscending => a.last_sign_in.cmp(&b.last_sign_in),
    };
    by_key.then(a.id.cmp(&b.id))
}

struct Filter {
    words: Vec<Word>,
    group: Option<GroupId>,
    role: Option<Role>,
    from_ldap: Option<bool>,
    directory: Option<DirectoryId>,
    /// Removed agents have an order of their own, which needs no filter.
    state: Option<AgentState>,
}

struct Word {
    finder: Finder<'static>,
    is_digits: bool,
}

impl Filter {
    fn of(query: &AgentQuery) -> Filter {
        let words = fold::words(&query.text)
            .into_iter()
            .map(|word| Word { finder: Finder::new(&word).into_owned(), is_digits: fold::is_digits(&word) });
        Filter {
            words: words.collect(),
            group: query.group,
            role: query.role,
            from_ldap: query.from_ldap,
            directory: query.directory,
            state: query.state.filter(|state| *state != AgentState::Removed),
        }
    }

    fn lets_all_pass(&self) -> bool {
        self.words.is_empty()
            && self.group.is_none()
            && self.role.is_none()
            && self.from_ldap.is_none()
            && self.directory.is_none()
            && self.state.is_none()
    }

    fn passes(&self, entry: &Entry) -> bool {
        self.role.is_none_or(|role| entry.role == role)
            && self.from_ldap.is_none_or(|from_ldap| entry.local != from_ldap)
            && self.directory.is_none_or(|directory| entry.directory() == Some(directory))
            && self.state.is_none_or(|state| entry.state == state)
            && self.group.is_none_or(|group| entry.groups.contains(&group))
            && self.words.iter().all(|word| word.occurs_in(entry))
    }
}

impl Word {
    fn occurs_in(&self, entry: &Entry) -> bool {
        let occurs = |text: &str| self.finder.find(text.as_bytes()).is_some();
        occurs(entry.written()) || (self.is_digits && occurs(entry.digits()))
    }
}
