//! Which records are asked for.

use crate::model::*;

/// Records that a page looks through, at most: a page may hold fewer than asked for and go on all the same.
pub const LOOKED_AT: u64 = 20_000;

/// Records that are asked for, newest first.
#[derive(Debug, Clone, Default)]
pub struct ActivityQuery {
    /// Words that must all occur in the names and emails of who did it and what it was about, folded to lower case.
    pub text: String,
    /// Only what this agent did, or what was done to them.
    pub agent: Option<AgentId>,
    /// Only this.
    pub action: Option<Action>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Records a page, 1 to 1,000.
    pub limit: usize,
}

/// A page of them. How many there are in all is not counted: there may be tens of millions.
#[derive(Debug, Clone)]
pub struct ActivityPage {
    /// Newest first.
    pub items: Vec<Activity>,
    /// Where to go on; there may be nothing more that matches.
    pub next: Option<String>,
}

impl ActivityQuery {
    /// Words of the search.
    pub(in crate::storage) fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether a record is one of them.
    pub(in crate::storage) fn matches(&self, deed: &Deed) -> bool {
        let is_about = |agent: AgentId| {
            deed.actor.agent() == Some(agent) || agent_of(deed).is_some_and(|about| about == agent.to_string())
        };
        self.action.is_none_or(|action| action == deed.action)
            && self.agent.is_none_or(is_about)
            && self.from.is_none_or(|from| deed.at >= from)
            && self.until.is_none_or(|until| deed.at < until)
            && (self.text.trim().is_empty() || {
                let text = searched(deed);
                self.words().iter().all(|word| text.contains(word))
            })
    }
}

/// Id of the agent whom it was about.
pub(in crate::storage) fn agent_of(deed: &Deed) -> Option<&str> {
    let subject = deed.subject.as_ref().filter(|subject| subject.kind == SubjectKind::Agent);
    subject.map(|subject| subject.id.as_str())
}

/// What a search looks at.
pub(in crate::storage) fn searched(deed: &Deed) -> String {
    let mut text = match &deed.actor {
        Actor::Agent { name, email, .. } => format!("{name}\n{email}"),
        other => other.name().to_owned(),
    };
    for part in
        [deed.subject.as_ref().map(|subject| subject.name.as_str()), deed.address.as_deref()].into_iter().flatten()
    {
        text.push('\n');
        text.push_str(part);
    }
    text.to_lowercase()
}
