//! The activity log: who did what, when and from where. A record is never changed; each names the hash of the one before.

use super::{Agent, AgentId, Timestamp};
use serde::{Deserialize, Serialize};

/// What was done. The names are those of JSON and URLs, and stay.
macro_rules! actions {
    ($($name:ident $text:literal $words:literal;)*) => {
        /// What was done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Action {
            $(#[serde(rename = $text)] $name,)*
        }

        impl Action {
            /// All of them, in the order of the filter.
            pub const ALL: &'static [Action] = &[$(Action::$name),*];

            /// The name in URLs and JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Action::$name => $text,)* }
            }

            /// What the actor did, as a sentence goes on after their name.
            pub fn words(self) -> &'static str {
                match self { $(Action::$name => $words,)* }
            }
        }
    };
}

actions! {
    SignedIn "signed_in" "signed in";
    SignInFailed "sign_in_failed" "failed to sign in";
    SignedOut "signed_out" "signed out";
    NotConfirmed "not_confirmed" "was asked for their own password and failed";
    Refused "refused" "was refused";
    SessionsEnded "sessions_ended" "ended sessions of";
    PasswordChanged "password_changed" "changed the password of";
    SecondFactorSet "second_factor_set" "set up a second factor for";
    SecondFactorReset "second_factor_reset" "took away the second factor of";
    Unlocked "unlocked" "unlocked the sign-in of";
    SettingsSaved "settings_saved" "changed the settings of";
    RulesSaved "rules_saved" "changed the rules of";
    DirectoryAdded "directory_added" "added the directory";
    DirectoryDeleted "directory_deleted" "asked to delete the directory";
    ImportStarted "import_started" "asked for";
    ImportCancelled "import_cancelled" "cancelled";
    RemovalsDecided "removals_decided" "decided on the removals held by";
    AgentAdded "agent_added" "added the agent";
    AgentEdited "agent_edited" "changed the agent";
    AgentBlocked "agent_blocked" "blocked the agent";
    AgentUnblocked "agent_unblocked" "unblocked the agent";
    AgentsEdited "agents_edited" "changed several agents at once";
    AgentsBlocked "agents_blocked" "blocked several agents at once";
    AgentsUnblocked "agents_unblocked" "unblocked several agents at once";
    AgentDeleted "agent_deleted" "deleted the agent";
    GroupAdded "group_added" "added the group";
    GroupRenamed "group_renamed" "renamed the group";
    GroupDeleted "group_deleted" "deleted the group";
    FirstAdministrator "first_administrator" "made the first administrator";
    OwnerSet "owner_set" "made a local administrator, or set a password for";
    KeyRotated "key_rotated" "changed the secret key";
    BackupMade "backup_made" "made a backup";
    Restored "restored" "restored a backup";
    ActivityExported "activity_exported" "exported the activity log";
    ActivityPruned "activity_pruned" "deleted the oldest records of this log";
}

impl Action {
    /// The action of that name.
    pub fn parse(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.as_str() == name)
    }
}

/// Who did it, as they were called then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Actor {
    /// Someone who was signed in, or whose account it was about.
    Agent {
        /// Who.
        id: AgentId,
        /// Their name then.
        name: String,
        /// Their email then.
        email: String,
    },
    /// A command on the panel's machine.
    Command,
    /// The panel by itself.
    Schedule,
    /// Someone who is not known.
    Nobody,
}

impl Actor {
    /// An agent as they are now.
    pub fn of(agent: &Agent) -> Actor {
        Actor::Agent { id: agent.id, name: agent.name.clone(), email: agent.email.to_string() }
    }

    /// The agent's id.
    pub fn agent(&self) -> Option<AgentId> {
        match self {
            Actor::Agent { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// What to call them.
    pub fn name(&self) -> &str {
        match self {
            Actor::Agent { name, .. } => name,
            Actor::Command => "A command",
            Actor::Schedule => "The panel",
            Actor::Nobody => "Someone unknown",
        }
    }
}

/// What kind of thing an action was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum SubjectKind {
    Agent,
    Directory,
    Group,
    Import,
}

/// What it was about, as it was called then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Of what kind.
    pub kind: SubjectKind,
    /// Its id, as in URLs.
    pub id: String,
    /// What it was called.
    pub name: String,
}

impl Subject {
    /// Anything.
    pub fn new(kind: SubjectKind, id: impl std::fmt::Display, name: impl Into<String>) -> Subject {
        Subject { kind, id: id.to_string(), name: name.into() }
    }

    /// An agent.
    pub fn agent(agent: &Agent) -> Subject {
        Subject::new(SubjectKind::Agent, agent.id, &agent.name)
    }
}

/// A value before and after. A secret has neither: that it changed is all there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// What it is called on screen.
    pub field: String,
    /// Before; empty where there was none.
    pub old: Option<String>,
    /// After; empty where there is none.
    pub new: Option<String>,
}

impl ValueChange {
    /// `None` where both are alike.
    pub fn between(field: &str, old: impl Into<String>, new: impl Into<String>) -> Option<ValueChange> {
        let (old, new) = (old.into(), new.into());
        (old != new).then(|| ValueChange { field: field.into(), old: Some(old), new: Some(new) })
    }

    /// Of a value that is not told.
    pub fn secret(field: &str) -> ValueChange {
        ValueChange { field: field.into(), old: None, new: None }
    }

    /// In words: "Host from a to b".
    pub fn words(&self) -> String {
        let shown = |value: &str| if value.is_empty() { "nothing".to_owned() } else { value.to_owned() };
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{} from {} to {}", self.field, shown(old), shown(new)),
            (None, Some(new)) => format!("{}: {}", self.field, shown(new)),
            _ => format!("{} changed", self.field),
        }
    }
}

/// What is to be recorded: a record without its place in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// From which address, where it came over the network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What.
    pub action: Action,
    /// About what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// What changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ValueChange>,
    /// Why it failed, or what else there is to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How often, where several are told by one record.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub times: u64,
}

fn once() -> u64 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_once(times: &u64) -> bool {
    *times == 1
}

impl Deed {
    /// With nothing more to say.
    pub fn new(at: Timestamp, actor: Actor, action: Action) -> Deed {
        Deed { at, actor, address: None, action, subject: None, changes: Vec::new(), reason: None, times: 1 }
    }

    /// From which address.
    #[must_use]
    pub fn from(self, address: impl std::fmt::Display) -> Deed {
        Deed { address: Some(address.to_string()), ..self }
    }

    /// About what.
    #[must_use]
    pub fn about(self, subject: Subject) -> Deed {
        Deed { subject: Some(subject), ..self }
    }

    /// What changed.
    #[must_use]
    pub fn with(self, changes: Vec<ValueChange>) -> Deed {
        Deed { changes, ..self }
    }

    /// Why, or what else.
    #[must_use]
    pub fn because(self, reason: impl Into<String>) -> Deed {
        Deed { reason: Some(reason.into()), ..self }
    }
}

/// A record of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its place: from 1, without gaps.
    pub number: u64,
    /// What was done.
    #[serde(flatten)]
    pub deed: Deed,
    /// Hash of the record before, in hex; empty for the first.
    pub before: String,
    /// Which key sealed it: what tells it from others.
    pub key: String,
    /// SHA-256 of all of the above, in hex.
    pub hash: String,
    /// HMAC-SHA-256 of the hash under that key, in hex.
    pub seal: String,
}

/// Where the log ends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ActivityHead {
    /// Number of the newest record; 0 before the first.
    pub number: u64,
    /// Its hash.
    pub hash: String,
}
