//! What administrators do to agents, as far as it needs no store.

use super::*;

impl Agent {
    /// A new local agent.
    pub fn local(id: AgentId, new: NewLocalAgent, at: Timestamp) -> Agent {
        Agent {
            id,
            version: 1,
            name: new.name,
            email: new.email,
            phone: new.phone,
            groups: new.groups,
            groups_origin: Origin::Administrator,
            role: new.role,
            role_origin: Origin::Administrator,
            placement: Placement::default(),
            blocked: false,
            source: Source::Local,
            directory: DirectoryId::FIRST,
            directory_state: DirectoryState::Enabled,
            removed: None,
            password_hash: Some(new.password_hash),
            created_at: at,
            added_by: None,
            guid_attribute: None,
            directory_changed: None,
            last_sign_in_at: None,
            preferences: Preferences::default(),
        }
    }

    /// Whether two records say the same, to the letter: emails are equal in any case.
    pub fn is_same(&self, other: &Agent) -> bool {
        self == other && self.email.as_str() == other.email.as_str()
    }

    /// Whether sessions that began before a change must end with it.
    pub fn loses_sessions_as(&self, after: &Agent) -> bool {
        self.role != after.role || self.password_hash != after.password_hash || (after.blocked && !self.blocked)
    }
}

impl AgentEdit {
    /// Whether it touches what the directory owns of its agents.
    pub fn touches_the_directorys(&self) -> bool {
        self.name.is_some() || self.email.is_some() || self.phone.is_some() || self.password_hash.is_some()
    }

    /// The agent after it, of the same version. What differs from before counts as the administrator's own choice.
    pub fn of(self, before: &Agent) -> Agent {
        let mut after = before.clone();
        if let Some(groups) = self.groups.filter(|groups| *groups != before.groups) {
            after.groups = groups;
            after.groups_origin = Origin::Administrator;
        }
        if let Some(role) = self.role.filter(|role| *role != before.role) {
            after.role = role;
            after.role_origin = Origin::Administrator;
        }
        if !before.is_local() {
            let mut placed = after.placed();
            if let Some(default) = self.follow_role {
                placed.follow_role(default);
            }
            if let Some(default) = &self.follow_groups {
                placed.follow_groups(default);
            }
            after = after.with_placed(placed);
        }
        after.blocked = self.blocked.unwrap_or(after.blocked);
        after.name = self.name.unwrap_or(after.name);
        after.email = self.email.unwrap_or(after.email);
        after.phone = self.phone.unwrap_or(after.phone);
        after.password_hash = self.password_hash.or(after.password_hash);
        after
    }
}
