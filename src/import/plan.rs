//! What an import has to do. Pure: no I/O, no clock, no random ids.
//!
//! # Who is who
//!
//! The GUID decides, and nothing else: DN, name, email and phone are data. Entries that carry one
//! GUID together are all skipped, and the agent stays as it is. An entry that cannot be used is
//! present all the same: by its GUID, or, where it has none or another's, by its DN.
//!
//! A GUID is of an attribute, and counts among GUIDs of the same one only. Agents whose GUID is of another
//! attribute than the entries', because it was changed in the settings, are matched by DN, or else by mail,
//! and get the new GUID; those who are skipped then are matched by a later import.
//!
//! # Who is gone
//!
//! Whoever the reading does not show is asked for by GUID before anything is decided: [`Planner::absent`].
//! The answers come back by [`Planner::found_after_all`] and [`Planner::outside`]; of whom there is none,
//! nothing is known, and they are not removed. Agents whose GUID is of another attribute cannot be asked for:
//! they are removed by nobody but an administrator. [`super::guard`] says whether the others may be.
//!
//! # Who gets an address
//!
//! Emails are unique, and the outcome does not depend on the order of entries:
//!
//! 1. The address of a local agent, or of an agent of another directory, is never given away: the first keeps it.
//! 2. Who has an address and still carries it in the directory keeps it.
//! 3. Who is there and was not brought up to date (skipped, or a removal that is not allowed) keeps
//!    the address too.
//! 4. An address that nobody keeps goes to the lowest GUID that asks for it, once its present holder
//!    gets another one. So addresses are handed on along chains, and around rings of up to 500
//!    people. Whoever is removed in this import gives theirs up.
//! 5. Whoever does not get the address they ask for is skipped: an agent keeps its old record but for
//!    role and groups, which are by the rules; a removed one stays removed, a newcomer is not added.
//!
//! # Order of writes
//!
//! Removals first, then the rest so that an address is given up before, or in the same batch as,
//! it is taken: the store checks after each batch.
//!
//! # Memory
//!
//! An unchanged person is only marked as seen. What differs is kept until it is written; writes and
//! report lines are made batch by batch.

mod absent;
mod addresses;
mod batches;
mod fields;
mod gone;
mod placer;
mod roster;
mod settle;
#[cfg(test)]
mod tests;
mod trial;

pub use crate::model::Arrival;
pub use absent::Rules;
pub use batches::{Batch, Batches};
pub use placer::Placer;
pub use roster::Roster;
pub use trial::{Example, RuleTried, Trial, TrialReport};

use crate::model::*;
use fields::{dn_key, same_dn, same_person};
use roster::Sight;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Where an agent is from who is not of the directory that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elsewhere {
    /// Made in the panel.
    Local,
    /// Of another directory, which is called this.
    Directory(Arc<str>),
}

/// Takes in the directory's entries one by one, and then says what is to be done.
#[derive(Debug)]
pub struct Planner {
    roster: Roster,
    others: HashMap<String, Elsewhere>,
    placer: Placer,
    /// Entries that differ from what is known, by GUID; several under one GUID are a mistake.
    apart: BTreeMap<Guid, Vec<Found>>,
    /// Entries without a GUID: DN and reason.
    nameless: Vec<(String, SkipReason)>,
    /// Absent agents whom the second look found, and what it says of the others.
    missed: Vec<usize>,
    looked: HashMap<usize, RemovalCause>,
    /// Who was matched by other means, by the new GUID.
    rematched: BTreeMap<Guid, usize>,
    /// Everything was seen, and it was looked who is not among it.
    is_whole: bool,
    read: u64,
    people: u64,
}

/// What is to be done, and what it comes to.
#[derive(Debug)]
pub struct Plan {
    roster: Roster,
    placer: Placer,
    steps: Vec<Step>,
    /// The numbers of the whole plan.
    pub counts: Counts,
    /// Removals that have to wait, if any.
    pub held: Option<HeldList>,
    /// Agents who need not be kept any more: they are seen, or gone for good.
    pub released: BTreeSet<AgentId>,
    /// That no agent from the directory is an administrator any more, and one was before.
    pub loses_administrators: bool,
}

/// One line of a plan.
#[derive(Debug)]
struct Step {
    change: Change,
    /// Must be in the same batch as the step before it.
    joined: bool,
}

/// What happens to one person; numbers are places in the roster.
#[derive(Debug)]
enum Change {
    Remove(usize, RemovalCause),
    /// Would be removed, and waits.
    Hold(usize, RemovalCause),
    /// Was left out, and is there.
    Miss(usize),
    Add(Person),
    /// Also brings a removed agent back.
    Update(usize, Person),
    Skip(Skipped),
    /// Someone who is skipped gets the role and groups that the rules give all the same.
    Place(usize, Matched),
}

#[derive(Debug)]
struct Skipped {
    known: Option<usize>,
    name: String,
    dn: String,
    guid: Option<Guid>,
    reason: SkipReason,
    /// The rules that match, where the entry is the agent's own and they are known: whoever is skipped does not keep
    /// a role that no rule gives any more.
    matched: Option<Matched>,
}

impl Planner {
    /// `roster`: all agents of the directory, removed ones included. `others`: keys of the addresses of everyone
    /// else, and where they are from. `attribute`: of which the entries' GUIDs are, in lower case; `before`: of which
    /// those of agents are where none is noted.
    pub fn new(
        mut roster: Roster,
        others: impl IntoIterator<Item = (String, Elsewhere)>,
        placer: impl Into<Placer>,
        attribute: &str,
        before: Option<&str>,
    ) -> Planner {
        roster.sort(attribute, before.unwrap_or(attribute));
        Planner {
            roster,
            others: others.into_iter().collect(),
            placer: placer.into(),
            apart: BTreeMap::new(),
            nameless: Vec::new(),
            missed: Vec::new(),
            looked: HashMap::new(),
            rematched: BTreeMap::new(),
            is_whole: false,
            read: 0,
            people: 0,
        }
    }

    /// Takes in one entry. The same entry answered once more counts once.
    pub fn see(&mut self, found: Found) {
        let is_person = matches!(found, Found::Person(_));
        if self.take_in(found) {
            self.read += 1;
            self.people += u64::from(is_person);
        }
    }

    /// Entries taken in so far.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Whether it was new.
    fn take_in(&mut self, found: Found) -> bool {
        let guid = match &found {
            Found::Person(person) => person.guid.clone(),
            Found::Unusable { guid: Some(guid), .. } => guid.clone(),
            Found::Unusable { guid: None, dn, reason, .. } => {
                self.nameless.push((dn.clone(), reason.clone()));
                return true;
            }
        };
        if let Some(earlier) = self.apart.get_mut(&guid) {
            let repeated = earlier.iter().any(|other| same_entry(other, &found));
            if !repeated {
                earlier.push(found);
            }
            return !repeated;
        }
        let mut entries = Vec::with_capacity(1);
        if let Some(at) = self.roster.find(&guid) {
            let unchanged = matches!(&found, Found::Person(person) if self.is_unchanged(at, person));
            let known = &mut self.roster[at];
            match (known.sight, unchanged) {
                (Sight::Unchanged, true) => return false,
                (_, true) => {
                    known.sight = Sight::Unchanged;
                    return true;
                }
                (sight, false) => {
                    known.sight = Sight::Apart;
                    let first = (sight == Sight::Unchanged).then(|| known.as_person()).flatten();
                    entries.extend(first.map(Found::Person));
                }
            }
        }
        entries.push(found);
        self.apart.insert(guid, entries);
        true
    }

    /// Whether agent and directory say the same, and the rules have nothing to add.
    fn is_unchanged(&mut self, at: usize, person: &Person) -> bool {
        let known = &self.roster[at];
        !known.removed && known.says(person) && self.placer.leaves(&self.roster, at, person.matched)
    }

    /// Says what is to be done. `complete`: every page of every search ended in success.
    pub fn finish(mut self, complete: bool, rules: &Rules) -> Plan {
        self.look_who_is_absent();
        settle::settle(self, complete, rules)
    }
}

fn same_entry(a: &Found, b: &Found) -> bool {
    match (a, b) {
        (Found::Person(a), Found::Person(b)) => {
            same_dn(&a.dn, &b.dn) && same_person(&Person { dn: b.dn.clone(), ..a.clone() }, b)
        }
        (Found::Unusable { dn: a, reason: x, .. }, Found::Unusable { dn: b, reason: y, .. }) => x == y && same_dn(a, b),
        _ => false,
    }
}

/// Agents by the key of their entry's name; for entries whose GUID does not tell whose they are.
fn agents_by_dn(roster: &Roster) -> HashMap<String, usize> {
    roster.iter().filter(|(_, known)| known.sight == Sight::ByDn).map(|(at, known)| (dn_key(known.dn()), at)).collect()
}
