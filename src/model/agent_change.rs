use super::{AgentId, Guid, RemovalCause, SkipReason};
use serde::{Deserialize, Serialize};

/// What happened to one agent or entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ChangeKind {
    Added,
    Updated,
    Removed,
    Restored,
    Skipped,
    /// Would be removed, and waits for an administrator.
    Held,
    /// Left out by the search, and there when asked for by GUID: not removed.
    Missed,
}

impl ChangeKind {
    /// All kinds, in the order of the filter. Stores number them by it: a new one comes last.
    pub const ALL: [ChangeKind; 7] = [
        ChangeKind::Added,
        ChangeKind::Updated,
        ChangeKind::Removed,
        ChangeKind::Restored,
        ChangeKind::Skipped,
        ChangeKind::Held,
        ChangeKind::Missed,
    ];

    /// Whether a line of this kind tells of a write to an agent, and not only of what was found.
    pub fn is_write(self) -> bool {
        matches!(self, ChangeKind::Added | ChangeKind::Updated | ChangeKind::Removed | ChangeKind::Restored)
    }

    /// Whether a line of this kind stands in the agent's history. That of their addition does not: the agent
    /// knows by which import they came.
    pub fn is_history(self) -> bool {
        self.is_write() && self != ChangeKind::Added
    }

    /// Its place in [`ChangeKind::ALL`], by which stores count.
    pub fn number(self) -> usize {
        ChangeKind::ALL.iter().position(|other| *other == self).unwrap_or(0)
    }

    /// The name in URLs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Updated => "updated",
            ChangeKind::Removed => "removed",
            ChangeKind::Restored => "restored",
            ChangeKind::Skipped => "skipped",
            ChangeKind::Held => "held",
            ChangeKind::Missed => "missed",
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
    /// `name`, `email`, `phone`, `dn`, `guid` or `state`.
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
    /// What the directory said about someone removed or held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<RemovalCause>,
}

impl AgentChange {
    /// Whether a text, in lower case, occurs in the name, the DN or a value.
    pub fn mentions(&self, folded: &str) -> bool {
        self.texts().any(|text| text.to_lowercase().contains(folded))
    }

    /// Everything that a report is searched by.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        let values = self.fields.iter().flat_map(|field| [&field.old, &field.new]).flatten();
        [&self.name, &self.dn].into_iter().chain(values)
    }

    /// Why, in a sentence: of what was skipped, removed, held or missed.
    pub fn reason(&self) -> Option<String> {
        let missed = || (self.kind == ChangeKind::Missed).then(|| MISSED.to_owned());
        let cause = self.cause.as_ref().map(RemovalCause::sentence);
        self.skipped.as_ref().map(SkipReason::sentence).or(cause).or_else(missed)
    }
}

const MISSED: &str = "Not in the answer to the search, and there when asked for by GUID: this agent was not removed.";
