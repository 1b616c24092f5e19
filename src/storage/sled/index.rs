//! What agents are found by, in memory: about 250 bytes an agent.
//!
//! It is built by a scan at open and changed under a write lock together with the commit it belongs
//! to, so that a reader who holds the lock sees the index and the trees agree.

use super::entry::Entry;
use super::names::{Names, head};
use super::run_heads::RunHeads;
use super::runs::Head;
use crate::model::{Agent, AgentId, DirectoryId, Group, GroupId, ImportRun, RunId};
use crate::storage::AgentCounts;
use hashbrown::HashTable;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};

/// See the module.
#[derive(Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    /// The first eight bytes of each slot's name as a number: most comparisons need no more, and
    /// these lie close together in memory.
    heads: Vec<u64>,
    free: Vec<u32>,
    slots: HashMap<AgentId, u32>,
    hasher: RandomState,
    /// Slots by email key: agents that are not removed.
    emails: HashTable<u32>,
    /// Slots by GUID.
    guids: HashTable<u32>,
    /// Slots by name, then id: agents that are not removed, and those that are.
    live: Vec<u32>,
    removed: Vec<u32>,
    groups: BTreeMap<GroupId, String>,
    sizes: HashMap<GroupId, u64>,
    directory_sizes: HashMap<DirectoryId, u64>,
    counts: AgentCounts,
    local_administrators: u64,
    runs: RunHeads,
}

/// What one commit changes in the index; a group without a name is deleted.
pub(super) struct Changes {
    pub(super) agents: Vec<AgentChanged>,
    pub(super) groups: Vec<(GroupId, Option<String>)>,
    pub(super) runs: BTreeMap<RunId, Head>,
}

/// `None`: deleted.
pub(super) type AgentChanged = (AgentId, Option<Entry>);

impl Index {
    /// All of it.
    pub(super) fn change(&mut self, changes: Changes) {
        for (id, name) in changes.groups {
            self.change_group(id, name);
        }
        self.change_agents(changes.agents);
        self.runs.extend(changes.runs);
    }

    /// Every run, by number.
    pub(super) fn runs(&self) -> &BTreeMap<RunId, Head> {
        self.runs.all()
    }

    /// Takes in a run.
    pub(super) fn add_run(&mut self, run: &ImportRun) {
        self.runs.put(run.id, Head::of(run));
    }

    /// The oldest run that waits or works.
    pub(super) fn oldest_open_run(&self) -> Option<RunId> {
        self.runs.oldest_open()
    }

    /// Changes agents. The cost is one pass over the order, however many change.
    pub(super) fn change_agents(&mut self, changes: Vec<AgentChanged>) {
        let mut gone = Vec::new();
        let mut new = Vec::new();
        for (id, after) in changes {
            if let Some(after) = self.change_in_place(id, after) {
                gone.extend(self.take(id));
                if let Some(entry) = after {
                    new.push(self.place(entry));
                }
            }
        }
        if !gone.is_empty() {
            let entries = &self.entries;
            self.live.retain(|&slot| !entries[slot as usize].is_vacant());
            self.removed.retain(|&slot| !entries[slot as usize].is_vacant());
            self.free.append(&mut gone);
        }
        let (removed, live): (Vec<u32>, Vec<u32>) = new.into_iter().partition(|&slot| self.entry(slot).is_removed());
        let names = Names { heads: &self.heads, entries: &self.entries };
        names.merge(&mut self.live, live);
        names.merge(&mut self.removed, removed);
    }

    /// Replaces an entry that keeps its place in the order; gives `after` back where it does not.
    fn change_in_place(&mut self, id: AgentId, after: Option<Entry>) -> Option<Option<Entry>> {
        let (Some(&slot), Some(entry)) = (self.slots.get(&id), &after) else { return Some(after) };
        let before = self.entry(slot);
        if before.is_removed() != entry.is_removed() || before.name() != entry.name() {
            return Some(after);
        }
        self.leave(slot);
        self.entries[slot as usize] = after.unwrap_or_else(Entry::vacant);
        self.enter(slot);
        None
    }

    fn take(&mut self, id: AgentId) -> Option<u32> {
        let slot = self.slots.remove(&id)?;
        self.leave(slot);
        self.entries[slot as usize] = Entry::vacant();
        Some(slot)
    }

    fn place(&mut self, entry: Entry) -> u32 {
        let id = entry.id;
        let slot = self.free.pop().unwrap_or(self.entries.len() as u32);
        if slot as usize == self.entries.len() {
            self.entries.push(Entry::vacant());
            self.heads.push(0);
        }
        self.heads[slot as usize] = head(entry.name());
        self.entries[slot as usize] = entry;
        self.slots.insert(id, slot);
        self.enter(slot);
        slot
    }

    /// Makes the entry of a slot count and be found.
    fn enter(&mut self, slot: u32) {
        self.count(slot, true);
        let Index { entries, hasher, emails, guids, .. } = self;
        let entry = &entries[slot as usize];
        if !entry.is_removed() {
            let rehash = |other: &u32| hasher.hash_one(entries[*other as usize].email());
            emails.insert_unique(hasher.hash_one(entry.email()), slot, rehash);
        }
        if let Some(guid) = entry.guid() {
            guids.insert_unique(hasher.hash_one(guid), slot, |other| {
                hasher.hash_one(entries[*other as usize].guid().unwrap_or_default())
            });
        }
    }

    /// The opposite. The slot itself is looked for: while addresses are swapped two have the same.
    fn leave(&mut self, slot: u32) {
        self.count(slot, false);
        let Index { entries, hasher, emails, guids, .. } = self;
        let entry = &entries[slot as usize];
        if let Ok(found) = emails.find_entry(hasher.hash_one(entry.email()), |other| *other == slot) {
            found.remove();
        }
        if let Some(guid) = entry.guid()
            && let Ok(found) = guids.find_entry(hasher.hash_one(guid), |other| *other == slot)
        {
            found.remove();
        }
    }

    /// Who is found by an email key: never a removed agent.
    pub(super) fn by_email(&self, key: &str) -> Option<AgentId> {
        let found = self.emails.find(self.hasher.hash_one(key), |slot| self.entry(*slot).email() == key);
        found.map(|slot| self.entry(*slot).id)
    }

    /// Who has a [`super::entry::guid_key`], removed agents included.
    pub(super) fn by_guid(&self, guid: &str) -> Option<AgentId> {
        let found = self.guids.find(self.hasher.hash_one(guid), |slot| self.entry(*slot).guid() == Some(guid));
        found.map(|slot| self.entry(*slot).id)
    }

    /// Whether every agent is found by their own email and GUID, which no other has.
    pub(super) fn is_unique(&self) -> bool {
        self.filled_slots().all(|(_, entry)| {
            (entry.is_removed() || self.by_email(entry.email()) == Some(entry.id))
                && entry.guid().is_none_or(|guid| self.by_guid(guid) == Some(entry.id))
        })
    }

    fn count(&mut self, slot: u32, up: bool) {
        let entry = &self.entries[slot as usize];
        if entry.is_removed() {
            return;
        }
        let step = |number: &mut u64, on: bool| match (on, up) {
            (false, _) => {}
            (true, true) => *number += 1,
            (true, false) => *number -= 1,
        };
        step(&mut self.counts.total, true);
        step(&mut self.counts.local, entry.local);
        step(&mut self.counts.from_ldap, !entry.local);
        step(&mut self.counts.able_administrators, entry.is_able_administrator());
        step(&mut self.local_administrators, entry.is_local_administrator());
        if let Some(directory) = entry.directory() {
            step(self.directory_sizes.entry(directory).or_default(), true);
        }
        for group in entry.groups.iter() {
            step(self.sizes.entry(*group).or_default(), true);
        }
    }

    /// The entry in a slot of an order.
    pub(super) fn entry(&self, slot: u32) -> &Entry {
        &self.entries[slot as usize]
    }

    /// How many slots there are, vacant ones included.
    pub(super) fn slots(&self) -> usize {
        self.entries.len()
    }

    /// Entries as they lie in memory.
    pub(super) fn filled_slots(&self) -> impl Iterator<Item = (u32, &Entry)> {
        (0..).zip(&self.entries).filter(|(_, entry)| !entry.is_vacant())
    }

    /// Slots by name, then id.
    pub(super) fn order(&self, removed: bool) -> &[u32] {
        if removed { &self.removed } else { &self.live }
    }

    /// Counts of agents that are not removed.
    pub(super) fn counts(&self) -> AgentCounts {
        self.counts
    }

    /// Local administrators, blocked ones included.
    pub(super) fn local_administrators(&self) -> u64 {
        self.local_administrators
    }

    /// Agents that are not removed, by group.
    pub(super) fn sizes(&self) -> HashMap<GroupId, u64> {
        self.groups.keys().map(|id| (*id, self.size(*id))).collect()
    }

    /// Agents of a group that are not removed.
    pub(super) fn size(&self, group: GroupId) -> u64 {
        self.sizes.get(&group).copied().unwrap_or(0)
    }

    /// Agents that are not removed, by directory.
    pub(super) fn directory_sizes(&self) -> HashMap<DirectoryId, u64> {
        self.directory_sizes.iter().filter(|(_, size)| **size > 0).map(|(id, size)| (*id, *size)).collect()
    }

    /// Whether an agent, removed or not, belongs to a directory.
    pub(super) fn is_of(&self, id: AgentId, directory: DirectoryId) -> bool {
        self.slots.get(&id).is_some_and(|slot| self.entry(*slot).directory() == Some(directory))
    }

    /// Keys of the emails of all agents of no directory, or another one.
    pub(super) fn other_emails(&self, directory: DirectoryId) -> Vec<(String, Option<DirectoryId>)> {
        let others =
            self.live.iter().map(|slot| self.entry(*slot)).filter(|entry| entry.directory() != Some(directory));
        others.map(|entry| (entry.email().to_owned(), entry.directory())).collect()
    }

    /// Sets or deletes a group.
    pub(super) fn change_group(&mut self, id: GroupId, name: Option<String>) {
        match name {
            Some(name) => drop(self.groups.insert(id, name)),
            None => {
                self.groups.remove(&id);
                self.sizes.remove(&id);
                for &slot in &self.removed {
                    self.entries[slot as usize].leave_group(id);
                }
            }
        }
    }

    /// Whether there is such a group.
    pub(super) fn has_group(&self, id: GroupId) -> bool {
        self.groups.contains_key(&id)
    }

    /// All groups, by name.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> =
            self.groups.iter().map(|(id, name)| Group { id: *id, name: name.clone() }).collect();
        groups.sort_by_cached_key(|group| (group.name.to_lowercase(), group.id));
        groups
    }

    /// A removed agent's record may name groups that were deleted since: they are gone. Numbers of
    /// groups are never given out twice.
    pub(super) fn without_deleted_groups(&self, mut agent: Agent) -> Agent {
        if agent.removed.is_some() {
            agent.groups.retain(|group| self.has_group(*group));
        }
        agent
    }
}
