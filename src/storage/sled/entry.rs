//! One agent in the index.

use crate::model::{Agent, AgentId, AgentState, DirectoryId, GroupId, Role};
use crate::storage::cursor::NEVER;
use crate::storage::fold;
use crate::storage::moment::nanoseconds;
use crate::storage::sections::{Placed, Rank, Sections};
use uuid::Uuid;

/// What lists search, filter and sort by.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: AgentId,
    /// Name, email, phone and the phone's digits, folded to lower case, and the GUID, a line each.
    text: Box<str>,
    name_end: u32,
    email_end: u32,
    digits_start: u32,
    guid_start: u32,
    /// Nanoseconds since 1970.
    pub(super) last_sign_in: i64,
    pub(super) groups: Box<[GroupId]>,
    pub(super) role: Role,
    pub(super) state: AgentState,
    pub(super) local: bool,
    directory: DirectoryId,
}

impl Entry {
    /// Of this agent.
    pub(super) fn of(agent: &Agent) -> Entry {
        let mut text = fold::name(agent);
        let name_end = text.len();
        text.push('\n');
        text.push_str(&agent.email.key());
        let email_end = text.len();
        text.push('\n');
        text.push_str(&fold::phone(agent));
        text.push('\n');
        let digits_start = text.len();
        text.push_str(&fold::digits(agent));
        text.push('\n');
        let guid_start = text.len();
        text.push_str(&fold::guid_key_of(agent).unwrap_or_default());
        Entry {
            id: agent.id,
            text: text.into_boxed_str(),
            name_end: name_end as u32,
            email_end: email_end as u32,
            digits_start: digits_start as u32,
            guid_start: guid_start as u32,
            last_sign_in: agent.last_sign_in_at.map_or(NEVER, nanoseconds),
            groups: agent.groups.iter().copied().collect(),
            role: agent.role,
            state: agent.state(),
            local: agent.is_local(),
            directory: agent.directory,
        }
    }

    /// In a slot that nobody has.
    pub(super) fn vacant() -> Entry {
        Entry {
            id: AgentId(Uuid::nil()),
            text: Box::default(),
            name_end: 0,
            email_end: 0,
            digits_start: 0,
            guid_start: 0,
            last_sign_in: NEVER,
            groups: Box::default(),
            role: Role::Employee,
            state: AgentState::Removed,
            local: false,
            directory: DirectoryId::FIRST,
        }
    }

    /// Whether nobody has this slot.
    pub(super) fn is_vacant(&self) -> bool {
        self.text.is_empty()
    }

    /// The folded name.
    pub(super) fn name(&self) -> &str {
        &self.text[..self.name_end as usize]
    }

    /// The email's key.
    pub(super) fn email(&self) -> &str {
        &self.text[self.name_end as usize + 1..self.email_end as usize]
    }

    /// Name, email and phone as written, a line each.
    pub(super) fn written(&self) -> &str {
        &self.text[..self.digits_start as usize]
    }

    /// As [`fold::phone_key`].
    pub(super) fn phone(&self) -> &str {
        fold::phone_key(&self.text[self.email_end as usize + 1..self.digits_start as usize - 1])
    }

    /// Digits of the phone.
    pub(super) fn digits(&self) -> &str {
        &self.text[self.digits_start as usize..self.guid_start as usize - 1]
    }

    /// The [`fold::guid_key`] of an LDAP agent.
    pub(super) fn guid(&self) -> Option<&str> {
        (!self.local).then(|| &self.text[self.guid_start as usize..])
    }

    /// The directory of an LDAP agent.
    pub(super) fn directory(&self) -> Option<DirectoryId> {
        (!self.local).then_some(self.directory)
    }

    /// Where they stand in an order.
    pub(super) fn rank(&self, sections: &Sections) -> Rank {
        sections.rank(Placed {
            groups: &mut self.groups.iter().copied(),
            role: self.role,
            state: self.state,
            directory: self.directory(),
        })
    }

    /// Whether an import removed them.
    pub(super) fn is_removed(&self) -> bool {
        self.state == AgentState::Removed
    }

    /// Whether this is a local administrator, able to sign in or not.
    pub(super) fn is_local_administrator(&self) -> bool {
        self.local && self.role == Role::Administrator
    }

    /// As [`Agent::is_able_administrator`].
    pub(super) fn is_able_administrator(&self) -> bool {
        self.is_local_administrator() && self.state == AgentState::Active
    }

    /// Takes the agent out of a group.
    pub(super) fn leave_group(&mut self, group: GroupId) {
        if self.groups.contains(&group) {
            self.groups = self.groups.iter().copied().filter(|other| *other != group).collect();
        }
    }
}
