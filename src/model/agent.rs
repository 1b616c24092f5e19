use super::{DirectoryId, Email, GroupId, Guid, Placed, Placement, Preferences, Removal, Role, RunId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Id of an agent; given by the store, kept through every import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgentId(pub Uuid);

impl std::fmt::Display for AgentId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for AgentId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text).map(AgentId)
    }
}

/// Where an agent comes from, and so who owns name, email and phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Source {
    /// Copied from the directory.
    Ldap {
        /// Who it is, for good.
        guid: Guid,
        /// Where the entry was at the last import, as the server wrote it.
        dn: String,
    },
    /// Made in the panel, with a password of its own.
    Local,
}

/// What the directory says about the account itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DirectoryState {
    /// Usable.
    #[default]
    Enabled,
    /// Switched off by whoever runs the directory.
    Disabled,
    /// Past its end date.
    Expired,
    /// Locked after too many wrong passwords.
    Locked,
    /// Usable once the password was changed in the directory.
    #[serde(rename = "must_change")]
    MustChange,
}

/// The one state shown for an agent, in order of precedence: removed, blocked, then the directory's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum AgentState {
    Active,
    Blocked,
    Disabled,
    Expired,
    Locked,
    #[serde(rename = "must_change")]
    MustChange,
    Removed,
}

impl AgentState {
    /// All states, in the order of the filter.
    pub const ALL: [AgentState; 7] = [
        AgentState::Active,
        AgentState::Blocked,
        AgentState::Disabled,
        AgentState::Expired,
        AgentState::Locked,
        AgentState::MustChange,
        AgentState::Removed,
    ];

    /// The name in URLs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            AgentState::Active => "active",
            AgentState::Blocked => "blocked",
            AgentState::Disabled => "disabled",
            AgentState::Expired => "expired",
            AgentState::Locked => "locked",
            AgentState::MustChange => "must_change",
            AgentState::Removed => "removed",
        }
    }

    /// The state of that URL name.
    pub fn parse(name: &str) -> Option<AgentState> {
        AgentState::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// Who chose a value that the panel owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Given on arrival.
    #[default]
    Default,
    /// Given by a rule: it goes when no rule matches any more.
    Rule,
    /// Chosen by an administrator for this agent: an import leaves it alone.
    Administrator,
}

/// A person the panel knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// Id.
    pub id: AgentId,
    /// Grows by one with every change of the record.
    pub version: u64,
    /// Full name. The directory's for LDAP agents.
    pub name: String,
    /// Email, unique among agents that are not removed. The directory's for LDAP agents.
    pub email: Email,
    /// Phone as written. The directory's for LDAP agents.
    pub phone: Option<String>,
    /// Panel groups.
    pub groups: BTreeSet<GroupId>,
    /// Who chose the groups.
    pub groups_origin: Origin,
    /// Role.
    pub role: Role,
    /// Who chose the role.
    pub role_origin: Origin,
    /// What the rules say, also where an administrator chose otherwise.
    #[serde(default)]
    pub placement: Placement,
    /// An administrator blocked sign-in.
    pub blocked: bool,
    /// LDAP or local.
    pub source: Source,
    /// Which directory an LDAP agent belongs to; says nothing of a local one.
    #[serde(default)]
    pub directory: DirectoryId,
    /// The directory's word on the account; `Enabled` for local agents.
    pub directory_state: DirectoryState,
    /// Set once an import found them gone.
    pub removed: Option<Removal>,
    /// argon2id hash (PHC string) of a local agent's password; never set for an LDAP agent.
    pub password_hash: Option<String>,
    /// When the record was made.
    pub created_at: Timestamp,
    /// By which import, for an LDAP agent.
    pub added_by: Option<RunId>,
    /// The attribute that the GUID of an LDAP agent is of, in lower case; `None` where it was not noted yet.
    pub guid_attribute: Option<String>,
    /// When the directory's values last changed here, and by which import.
    pub directory_changed: Option<(Timestamp, RunId)>,
    /// Last successful sign-in.
    pub last_sign_in_at: Option<Timestamp>,
    /// What they chose for themselves. It is read with them at each request, so it is kept with them.
    #[serde(default)]
    pub preferences: Preferences,
}

impl Agent {
    /// The one state to show.
    pub fn state(&self) -> AgentState {
        if self.removed.is_some() {
            AgentState::Removed
        } else if self.blocked {
            AgentState::Blocked
        } else {
            match self.directory_state {
                DirectoryState::Enabled => AgentState::Active,
                DirectoryState::Disabled => AgentState::Disabled,
                DirectoryState::Expired => AgentState::Expired,
                DirectoryState::Locked => AgentState::Locked,
                DirectoryState::MustChange => AgentState::MustChange,
            }
        }
    }

    /// Whether this is a local account.
    pub fn is_local(&self) -> bool {
        self.source == Source::Local
    }

    /// The directory of an LDAP agent.
    pub fn of_directory(&self) -> Option<DirectoryId> {
        (!self.is_local()).then_some(self.directory)
    }

    /// Role and groups, and who chose them.
    pub fn placed(&self) -> Placed {
        Placed {
            role: self.role,
            role_origin: self.role_origin,
            groups: self.groups.clone(),
            groups_origin: self.groups_origin,
            rules: self.placement.clone(),
        }
    }

    /// The same agent with these.
    pub fn with_placed(self, placed: Placed) -> Agent {
        let Placed { role, role_origin, groups, groups_origin, rules: placement } = placed;
        Agent { role, role_origin, groups, groups_origin, placement, ..self }
    }

    /// Whether a session of this agent may go on. `Locked` is the directory's brake on guessing, and
    /// `MustChange` asks for a new password at the next sign-in, often a whole department's on one day: both
    /// stop new sign-ins, not a session that began before.
    pub fn may_stay(&self) -> bool {
        matches!(self.state(), AgentState::Active | AgentState::Locked | AgentState::MustChange)
    }

    /// Whether this is a local administrator who can sign in: the account that must never run out.
    pub fn is_able_administrator(&self) -> bool {
        self.is_local() && self.role == Role::Administrator && self.state() == AgentState::Active
    }
}

/// A local agent to be made.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewLocalAgent {
    pub name: String,
    pub email: Email,
    pub phone: Option<String>,
    pub groups: BTreeSet<GroupId>,
    pub role: Role,
    pub password_hash: String,
}

/// What an administrator changes on an agent; `None` leaves a value as it is. Name, email, phone and
/// password may be set for local agents only.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct AgentEdit {
    pub name: Option<String>,
    pub email: Option<Email>,
    pub phone: Option<Option<String>>,
    pub groups: Option<BTreeSet<GroupId>>,
    pub role: Option<Role>,
    /// Returns the role of an LDAP agent to the rules; this one holds where they say nothing.
    pub follow_role: Option<Role>,
    /// The same of the groups.
    pub follow_groups: Option<BTreeSet<GroupId>>,
    pub blocked: Option<bool>,
    pub password_hash: Option<String>,
}
