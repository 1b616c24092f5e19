use super::{AgentId, ChangeKind, DirectoryId, Filled, HeldReason, RunNote, Timestamp};
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
    /// All states, in the order of the filter.
    pub const ALL: [RunState; 6] = [
        RunState::Running,
        RunState::Done,
        RunState::Held,
        RunState::Failed,
        RunState::Cancelled,
        RunState::Interrupted,
    ];

    /// The state of that URL name.
    pub fn parse(name: &str) -> Option<RunState> {
        RunState::ALL.into_iter().find(|state| state.as_str() == name)
    }

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
    /// Absent agents whom an administrator keeps.
    #[serde(default)]
    pub kept: u64,
    /// Agents whom the search left out, and who answered when they were asked for by GUID.
    #[serde(default)]
    pub missed: u64,
    /// Members of the LDAP user group who are not within base and filter.
    #[serde(default)]
    pub outside: u64,
}

impl Counts {
    /// The number that lines of a kind are counted in.
    pub fn of_kind(&mut self, kind: ChangeKind) -> &mut u64 {
        match kind {
            ChangeKind::Added => &mut self.added,
            ChangeKind::Updated => &mut self.updated,
            ChangeKind::Removed => &mut self.removed,
            ChangeKind::Restored => &mut self.restored,
            ChangeKind::Skipped => &mut self.skipped,
            ChangeKind::Held => &mut self.held,
            ChangeKind::Missed => &mut self.missed,
        }
    }

    /// People of the directory whom a run has changed so far.
    pub fn written(&self) -> u64 {
        self.added + self.updated + self.restored
    }
}

/// One copy-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRun {
    /// Number.
    pub id: RunId,
    /// Which directory is copied in.
    #[serde(default)]
    pub directory: DirectoryId,
    /// Not copied in but deleted: all of its agents are removed, and at the end the directory itself.
    #[serde(default)]
    pub deletes: bool,
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
    /// Why removals were held; several may hold at once.
    #[serde(default)]
    pub held_reasons: Vec<HeldReason>,
    /// Of the list of held removals.
    #[serde(default)]
    pub digest: Option<String>,
    /// The later import that held the same list again: its report has the lines of the list, this one's no more.
    #[serde(default)]
    pub held_again_by: Option<RunId>,
    /// What an administrator decided about them.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// The report was deleted for its age: only the numbers are left.
    #[serde(default)]
    pub thinned: bool,
    /// The attribute that tells people apart in this run, in lower case; once it is known.
    #[serde(default)]
    pub guid_attribute: Option<String>,
    /// How often work on it was begun: more than once when the panel that did was lost.
    #[serde(default)]
    pub attempts: u32,
    /// What it has to say about rules.
    #[serde(default)]
    pub notes: Vec<RunNote>,
    /// Which attributes the entries have, once all were read.
    #[serde(default)]
    pub filled: Option<Filled>,
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

/// What becomes of held removals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecisionKind {
    /// The agents are removed, by the next import.
    Remove,
    /// They stay until they are seen again or the settings change.
    Keep,
}

impl DecisionKind {
    /// The decision of that form value.
    pub fn parse(name: &str) -> Option<DecisionKind> {
        match name {
            "remove" => Some(DecisionKind::Remove),
            "keep" => Some(DecisionKind::Keep),
            _ => None,
        }
    }
}

/// Who decided what, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Decision {
    pub kind: DecisionKind,
    pub by: AgentId,
    pub at: Timestamp,
}

impl ImportRun {
    /// Asked for at this time, waiting for its turn.
    pub fn waiting(
        id: RunId,
        directory: DirectoryId,
        started_by: StartedBy,
        dry_run: bool,
        at: Timestamp,
    ) -> ImportRun {
        ImportRun {
            id,
            directory,
            deletes: false,
            state: RunState::Running,
            phase: Phase::Waiting,
            dry_run,
            counts: Counts::default(),
            expected: None,
            error: None,
            details: None,
            held_reasons: Vec::new(),
            digest: None,
            held_again_by: None,
            decision: None,
            thinned: false,
            guid_attribute: None,
            attempts: 0,
            notes: Vec::new(),
            filled: None,
            started_by,
            requested_at: at,
            started_at: None,
            finished_at: None,
            cancel_requested: false,
        }
    }

    /// The deletion of a directory, asked for at this time.
    pub fn deletion(id: RunId, directory: DirectoryId, by: AgentId, at: Timestamp) -> ImportRun {
        ImportRun { deletes: true, ..ImportRun::waiting(id, directory, StartedBy::Agent(by), false, at) }
    }

    /// Whether it is an import that said to the end what is to be done.
    pub fn is_completed(&self) -> bool {
        !self.dry_run && !self.deletes && matches!(self.state, RunState::Done | RunState::Held)
    }

    /// Whether a request for this is done by it: a run of the same kind for the same directory.
    pub fn is_for(&self, directory: DirectoryId, dry_run: bool) -> bool {
        self.directory == directory && self.dry_run == dry_run && !self.deletes
    }

    /// Whether it waits or works.
    pub fn is_open(&self) -> bool {
        self.state == RunState::Running
    }
}
