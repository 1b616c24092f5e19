//! The agents an import compares with, packed: 100,000 of them fit in about 25 MB.

use crate::model::{AgentId, DirectoryState, Email, Guid, Matched, Person, Placed};
use crate::storage::LdapAgent;

use super::fields::same_dn;
use std::collections::HashMap;

/// What the reading showed of an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// Nothing.
    Unseen,
    /// One entry that says what the agent says.
    Unchanged,
    /// Something else, kept apart.
    Apart,
    /// An entry without a GUID where the agent's entry was.
    ByDn,
}

/// One agent. The texts lie end to end in one allocation.
#[derive(Debug)]
pub struct Known {
    pub(super) id: AgentId,
    text: Box<str>,
    /// Where GUID, DN, name and email end in `text`; the phone takes the rest.
    ends: [u32; 4],
    has_phone: bool,
    pub(super) state: DirectoryState,
    pub(super) removed: bool,
    pub(super) sight: Sight,
    /// Place of the attribute that the GUID is of; the first is "not noted".
    attribute: u8,
    /// Place of what the panel has given them.
    pub(super) placed: u32,
}

impl Known {
    fn new(agent: &LdapAgent, attribute: u8, placed: u32) -> Known {
        let phone = agent.phone.as_deref().unwrap_or_default();
        let mut text = String::with_capacity(
            agent.guid.as_str().len() + agent.dn.len() + agent.name.len() + agent.email.as_str().len() + phone.len(),
        );
        let mut ends = [0; 4];
        for (end, part) in ends.iter_mut().zip([agent.guid.as_str(), &agent.dn, &agent.name, agent.email.as_str()]) {
            text.push_str(part);
            *end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        }
        text.push_str(phone);
        Known {
            id: agent.id,
            text: text.into_boxed_str(),
            ends,
            has_phone: agent.phone.is_some(),
            state: agent.state,
            removed: agent.removed,
            sight: Sight::Unseen,
            attribute,
            placed,
        }
    }

    fn part(&self, from: Option<usize>, to: Option<usize>) -> &str {
        let at = |i: Option<usize>| i.map(|i| self.ends[i] as usize);
        self.text.get(at(from).unwrap_or(0)..at(to).unwrap_or(self.text.len())).unwrap_or_default()
    }

    pub(super) fn guid(&self) -> &str {
        self.part(None, Some(0))
    }

    pub(super) fn dn(&self) -> &str {
        self.part(Some(0), Some(1))
    }

    pub(super) fn name(&self) -> &str {
        self.part(Some(1), Some(2))
    }

    pub(super) fn email(&self) -> &str {
        self.part(Some(2), Some(3))
    }

    pub(super) fn phone(&self) -> Option<&str> {
        self.has_phone.then(|| self.part(Some(3), None))
    }

    /// Whether the reading should have shown them and showed nothing.
    pub(super) fn is_absent(&self) -> bool {
        self.sight == Sight::Unseen && !self.removed
    }

    /// Whether the directory's entry says what the agent says.
    pub(super) fn says(&self, person: &Person) -> bool {
        self.name() == person.name
            && self.email() == person.email.as_str()
            && self.phone() == person.phone.as_deref()
            && self.state == person.state
            && same_dn(self.dn(), &person.dn)
    }

    /// The entry this agent was copied from; `None` where its email is no address (never written by
    /// the panel).
    pub(super) fn as_person(&self) -> Option<Person> {
        Some(Person {
            guid: Guid::from_canonical(self.guid()),
            dn: self.dn().to_owned(),
            name: self.name().to_owned(),
            email: Email::parse(self.email()).ok()?,
            phone: self.phone().map(str::to_owned),
            state: self.state,
            matched: Matched::default(),
        })
    }
}

/// All LDAP agents, removed ones included, found by GUID.
#[derive(Debug, Default)]
pub struct Roster {
    agents: Vec<Known>,
    /// Attributes that GUIDs are of, after the one that stands for "not noted".
    attributes: Vec<String>,
    /// What agents have been given: many the same.
    placed: Vec<Placed>,
    places: HashMap<Placed, u32>,
    /// How many, from the start, have a GUID of the attribute that entries are read by.
    own: usize,
}

impl Roster {
    /// Adds an agent; in any order, each once.
    pub fn add(&mut self, agent: &LdapAgent) {
        let attribute = agent.guid_attribute.as_deref().map_or(0, |name| self.place_of(name));
        let placed = self.place_of_placed(&agent.placed);
        self.agents.push(Known::new(agent, attribute, placed));
    }

    fn place_of_placed(&mut self, placed: &Placed) -> u32 {
        if let Some(place) = self.places.get(placed) {
            return *place;
        }
        let place = u32::try_from(self.placed.len()).unwrap_or(u32::MAX);
        self.placed.push(placed.clone());
        self.places.insert(placed.clone(), place);
        place
    }

    /// Role and groups of the agent in this place, and who chose them.
    pub(super) fn placed(&self, at: usize) -> &Placed {
        &self.placed[self.agents[at].placed as usize]
    }

    fn place_of(&mut self, name: &str) -> u8 {
        let place = self.attributes.iter().position(|known| known == name).unwrap_or_else(|| {
            self.attributes.push(name.to_owned());
            self.attributes.len() - 1
        });
        // Nobody changes the attribute so often; those beyond would only have to be matched anew.
        u8::try_from(place + 1).unwrap_or(u8::MAX)
    }

    /// From here on agents are looked up, by GUIDs of this attribute. `before`: of which those are where none
    /// is noted.
    pub(super) fn sort(&mut self, attribute: &str, before: &str) {
        let attributes = std::mem::take(&mut self.attributes);
        let is_own = |known: &Known| {
            let name = usize::from(known.attribute).checked_sub(1).and_then(|place| attributes.get(place));
            name.map_or(before, String::as_str) == attribute
        };
        self.agents.sort_unstable_by(|a, b| is_own(b).cmp(&is_own(a)).then_with(|| a.guid().cmp(b.guid())));
        self.own = self.agents.partition_point(is_own);
    }

    pub(super) fn find(&self, guid: &Guid) -> Option<usize> {
        self.agents[..self.own].binary_search_by(|known| known.guid().cmp(guid.as_str())).ok()
    }

    /// Whether the GUID of the agent in this place is of another attribute, so that no entry has it.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        at >= self.own
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Known)> {
        self.agents.iter().enumerate()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Known> {
        self.agents.iter_mut()
    }
}

impl std::ops::Index<usize> for Roster {
    type Output = Known;
    fn index(&self, at: usize) -> &Known {
        &self.agents[at]
    }
}

impl std::ops::IndexMut<usize> for Roster {
    fn index_mut(&mut self, at: usize) -> &mut Known {
        &mut self.agents[at]
    }
}
