//! Orders of the agent list.

/// Sort order of the agent list: by the folded text, byte by byte. A descending order is the ascending one read
/// backwards, ties included. Ties by id; of the orders by group, role, source and state by name, then id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum AgentSort {
    #[default]
    Name,
    NameDescending,
    Email,
    EmailDescending,
    /// Latest first, never last.
    LastSignIn,
    /// Never first.
    LastSignInAscending,
    /// As written; who has none last.
    Phone,
    PhoneDescending,
    /// By the name of the first of an agent's groups in alphabetical order; who has none last.
    Group,
    GroupDescending,
    /// The most powerful first.
    Role,
    RoleDescending,
    /// Directories by number, local agents last.
    Source,
    SourceDescending,
    /// In the order of the filter.
    State,
    StateDescending,
}

/// What an order goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Name,
    Email,
    LastSignIn,
    Phone,
    Section(SectionBy),
}

/// What has few values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionBy {
    Group,
    Role,
    Source,
    State,
}

impl AgentSort {
    /// All of them, every ascending or first one before its opposite.
    pub const ALL: [AgentSort; 16] = [
        AgentSort::Name,
        AgentSort::NameDescending,
        AgentSort::Email,
        AgentSort::EmailDescending,
        AgentSort::LastSignIn,
        AgentSort::LastSignInAscending,
        AgentSort::Phone,
        AgentSort::PhoneDescending,
        AgentSort::Group,
        AgentSort::GroupDescending,
        AgentSort::Role,
        AgentSort::RoleDescending,
        AgentSort::Source,
        AgentSort::SourceDescending,
        AgentSort::State,
        AgentSort::StateDescending,
    ];

    /// Whether it is an ascending order read backwards.
    pub(super) fn descends(self) -> bool {
        matches!(
            self,
            AgentSort::NameDescending
                | AgentSort::EmailDescending
                | AgentSort::LastSignIn
                | AgentSort::PhoneDescending
                | AgentSort::GroupDescending
                | AgentSort::RoleDescending
                | AgentSort::SourceDescending
                | AgentSort::StateDescending
        )
    }

    /// What it goes by.
    pub(super) fn by(self) -> By {
        match self {
            AgentSort::Name | AgentSort::NameDescending => By::Name,
            AgentSort::Email | AgentSort::EmailDescending => By::Email,
            AgentSort::LastSignIn | AgentSort::LastSignInAscending => By::LastSignIn,
            AgentSort::Phone | AgentSort::PhoneDescending => By::Phone,
            AgentSort::Group | AgentSort::GroupDescending => By::Section(SectionBy::Group),
            AgentSort::Role | AgentSort::RoleDescending => By::Section(SectionBy::Role),
            AgentSort::Source | AgentSort::SourceDescending => By::Section(SectionBy::Source),
            AgentSort::State | AgentSort::StateDescending => By::Section(SectionBy::State),
        }
    }
}
