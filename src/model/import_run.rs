use super::{AgentId, Guid, SkipReason, Timestamp};
use serde::{Deserialize, Serialize};

/// Number of an import, counted up by the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub u64);

impl std::fmt::Display for RunId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a run stands. Everything but `Running` is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RunState {
    /// Waiting for its turn or at work; `Phase` says which.
    Running,
    /// Ended well.
    Done,
    /// Additions and updates are in; removals wait for an administrator.
    Held,
    /// Ended by an error. After an error of the directory nobody was removed.
    Failed,
    /// Ended by an administrator.
    Cancelled,
    /// The panel stopped while it ran.
    Interrupted,
}

impl RunState {
    /// The name in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            RunState::Running => "running",
            RunState::Done => "done",
            RunState::Held => "held",
            RunState::Failed => "failed",
            RunState::Cancelled => "cancelled",
            RunState::Interrupted => "interrupted",
        }
    }
}

/// What a running import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Phase {
    Waiting,
    Connecting,
    Reading,
    Comparing,
    Applying,
}

impl Phase {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Waiting => "waiting",
            Phase::Connecting => "connecting",
            Phase::Reading => "reading",
            Phase::Comparing => "comparing",
            Phase::Applying => "applying",
        }
    }
}

/// Who asked for an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StartedBy {
    /// An administrator in the panel.
    Agent(AgentId),
    /// The clock.
    Schedule,
    /// `muster import`.
    Command,
}

/// Numbers of a run, all in people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Counts {
    /// Entries the directory answered.
    pub read: u64,
    pub added: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub removed: u64,
    pub restored: u64,
    pub skipped: u64,
    /// Removals that wait for an administrator.
    pub held: u64,
}

/// Why removals were held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldReason {
    /// The search succeeded and answered nobody.
    NobodyFound,
}

impl HeldReason {
    /// What happened and the likely causes, for the screen.
    pub fn sentence(&self) -> &'static str {
        match self {
            HeldReason::NobodyFound => {
                "The directory answered without an error and without a single person, so nobody was removed. Likely causes: the bind account lost the right to read people, the Directory DN or the user filter no longer matches anyone, the LDAP user group is empty, or the server is a new replica that is not filled yet."
            }
        }
    }
}

/// One copy-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRun {
    /// Number.
    pub id: RunId,
    /// State.
    pub state: RunState,
    /// Phase reached; kept at the end.
    pub phase: Phase,
    /// A preview: writes nothing but its own report.
    pub dry_run: bool,
    /// Numbers so far.
    #[serde(flatten)]
    pub counts: Counts,
    /// How many people the directory is thought to hold, where known: the last completed run's `read`.
    pub expected: Option<u64>,
    /// One sentence, when failed.
    pub error: Option<String>,
    /// The server's own words under it.
    pub details: Option<String>,
    /// Why removals were held.
    pub held_reason: Option<HeldReason>,
    /// Who asked.
    pub started_by: StartedBy,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// When work began.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// An administrator asked it to stop.
    pub cancel_requested: bool,
}

impl ImportRun {
    /// Whether it waits or works.
    pub fn is_open(&self) -> bool {
        self.state == RunState::Running
    }
}

/// What happened to one agent or entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ChangeKind {
    Added,
    Updated,
    Removed,
    Restored,
    Skipped,
}

impl ChangeKind {
    /// All kinds, in the order of the filter.
    pub const ALL: [ChangeKind; 5] =
        [ChangeKind::Added, ChangeKind::Updated, ChangeKind::Removed, ChangeKind::Restored, ChangeKind::Skipped];

    /// The name in URLs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Updated => "updated",
            ChangeKind::Removed => "removed",
            ChangeKind::Restored => "restored",
            ChangeKind::Skipped => "skipped",
        }
    }

    /// The kind of that URL name.
    pub fn parse(name: &str) -> Option<ChangeKind> {
        ChangeKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One field, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct FieldChange {
    /// `name`, `email`, `phone`, `dn` or `state`.
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// One line of a run's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentChange {
    /// What kind.
    pub kind: ChangeKind,
    /// The agent, where there is one.
    pub agent: Option<AgentId>,
    /// Name at that time; empty for an entry that has none.
    pub name: String,
    /// DN of the entry.
    pub dn: String,
    /// GUID of the entry, where known.
    pub guid: Option<Guid>,
    /// Field by field; for an addition every field, with `old` empty.
    pub fields: Vec<FieldChange>,
    /// Why it was skipped.
    pub skipped: Option<SkipReason>,
}
