//! One edit of many agents at once.

use super::{Agent, AgentEdit, AgentId, GroupId, Role};
use std::collections::BTreeSet;

/// What an administrator changes on many agents; whatever it does not name stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkEdit {
    /// Groups that each is put into.
    pub add_groups: BTreeSet<GroupId>,
    /// Groups that each is taken out of, also where they were added.
    pub remove_groups: BTreeSet<GroupId>,
    /// Groups that each has instead of those before.
    pub set_groups: Option<BTreeSet<GroupId>>,
    /// Role.
    pub role: Option<Role>,
    /// Whether sign-in is blocked.
    pub blocked: Option<bool>,
}

impl BulkEdit {
    /// Groups that must be there.
    pub fn gives(&self) -> BTreeSet<GroupId> {
        self.set_groups.iter().flatten().chain(&self.add_groups).copied().collect()
    }

    /// What it means for one agent.
    pub fn of(&self, before: &Agent) -> AgentEdit {
        let mut groups = self.set_groups.clone().unwrap_or_else(|| before.groups.clone());
        groups.extend(&self.add_groups);
        groups.retain(|group| !self.remove_groups.contains(group));
        AgentEdit { groups: Some(groups), role: self.role, blocked: self.blocked, ..AgentEdit::default() }
    }
}

/// What became of an edit of many agents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkOutcome {
    /// Each agent that is another now, before and after.
    pub changed: Vec<(Agent, Agent)>,
    /// How many were so already.
    pub unchanged: u64,
    /// How many are not there.
    pub missing: u64,
    /// Who stays as they were, and why.
    pub refused: Vec<(AgentId, BulkRefusal)>,
}

/// Why an agent is left as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkRefusal {
    /// An import removed them.
    Removed,
    /// It would leave no local administrator who can sign in.
    LastAdministrator,
}
