use super::{AgentId, LdapSettings, Resolved, RunId, Timestamp, thousands};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// When removals wait for an administrator, and how long a removed agent is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemovalPolicy {
    /// Removals are held when they are more than so many percent (0 to 100) of the LDAP agents …
    pub hold_percent: u8,
    /// … and more than so many agents.
    pub hold_count: u32,
    /// Days (1 to 3,650) until a removed agent is deleted for good.
    pub keep_removed_days: u16,
}

impl Default for RemovalPolicy {
    fn default() -> Self {
        RemovalPolicy { hold_percent: 20, hold_count: 5, keep_removed_days: 30 }
    }
}

impl RemovalPolicy {
    /// Whether it is too much to remove so many of so many agents unasked.
    pub fn is_exceeded(&self, absent: u64, agents: u64) -> bool {
        absent > u64::from(self.hold_count)
            && u128::from(absent) * 100 > u128::from(self.hold_percent) * u128::from(agents)
    }

    /// How long a removed agent is kept.
    pub fn keep_removed(&self) -> time::Duration {
        time::Duration::days(self.keep_removed_days.into())
    }
}

/// What the directory said, asked by GUID, about an agent whom the search for people did not answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum RemovalCause {
    /// Nobody has this GUID.
    #[default]
    Gone,
    /// The entry is outside of the Directory DN.
    MovedOut { dn: String },
    /// The entry is there, and the user filter leaves it out.
    NoLongerMatches { dn: String },
    /// The entry is there, and no member of the LDAP user group.
    LeftGroup { dn: String },
    /// The GUID attribute was changed, and no entry has the agent's DN or mail.
    NotMatched,
    /// It was not asked: the time for it was over.
    NotAsked,
    /// An administrator deleted the directory from the panel.
    DirectoryDeleted { name: String },
}

impl RemovalCause {
    /// What is known of them, in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            RemovalCause::Gone => "No longer in the directory.".into(),
            RemovalCause::MovedOut { dn } => format!("Now at {dn}, outside of the Directory DN."),
            RemovalCause::NoLongerMatches { dn } => {
                format!("Still in the directory ({dn}), and left out by the user filter.")
            }
            RemovalCause::LeftGroup { dn } => {
                format!("Still in the directory ({dn}), and no member of the LDAP user group any more.")
            }
            RemovalCause::NotMatched => {
                "Known by another GUID attribute until now, and no entry has the DN or the mail of this agent.".into()
            }
            RemovalCause::NotAsked => {
                "Not in the answer, and there was no time to ask the directory for this agent by GUID.".into()
            }
            RemovalCause::DirectoryDeleted { name } => {
                format!("The directory {name} was deleted from the panel.")
            }
        }
    }
}

/// That an import found an agent gone from the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// When.
    pub at: Timestamp,
    /// By which import.
    pub run: RunId,
    /// What the directory said.
    pub cause: RemovalCause,
}

/// Why removals were held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum HeldReason {
    /// What decides who is read was changed since the last import whose removals were in order.
    SettingsChanged { what: Vec<String> },
    /// The search succeeded and answered nobody.
    NobodyFound,
    /// Too many would go at once.
    TooMany { absent: u64, agents: u64, percent: u8, count: u32 },
    /// Not everyone could be asked for by GUID.
    NotConfirmed { agents: u64 },
    /// No import has come to its end yet, and there are agents.
    NothingToCompare,
    /// An earlier import held some of them, for these reasons.
    Undecided { reasons: Vec<HeldReason> },
}

impl HeldReason {
    /// What happened and the likely causes, for the screen.
    pub fn sentence(&self) -> String {
        match self {
            HeldReason::SettingsChanged { what } => format!(
                "{} changed since the last import that was in order, so nobody was removed: whoever is not found any more may only be outside of what is read now. Likely causes, if these people should stay: the new value leaves them out, or is mistyped.",
                listed(what)
            ),
            HeldReason::NobodyFound => "The directory answered without an error and without a single person, so nobody was removed. Likely causes: the bind account lost the right to read people, the Directory DN or the user filter no longer matches anyone, the LDAP user group is empty, or the server is a new replica that is not filled yet.".into(),
            HeldReason::TooMany { absent, agents, percent, count } => format!(
                "{} of {} LDAP agents are not found any more, more than {percent} % and more than {}, so nobody was removed. Likely causes, if these people should stay: the bind account lost the right to read some of them, the Directory DN or the user filter no longer matches them, they were moved in the directory, or the server is a replica that is not filled yet.",
                thousands(*absent),
                thousands(*agents),
                thousands((*count).into())
            ),
            HeldReason::NotConfirmed { agents } => format!(
                "{} agents were not in the answer, and the directory could not be asked for each of them by GUID: it was too slow, or refused. So nobody was removed, and the next import asks again. An index on the GUID attribute makes it quick.",
                thousands(*agents)
            ),
            HeldReason::NothingToCompare => "No import has come to its end yet, so it cannot be told whether these agents were read with the present settings, and nobody was removed.".into(),
            HeldReason::Undecided { reasons } => {
                let before: Vec<String> = reasons.iter().map(HeldReason::sentence).collect();
                format!(
                    "An earlier import held these removals and nobody has decided, so nobody was removed. It said: {}",
                    before.join(" ")
                )
            }
        }
    }
}

/// `Host`, `Host and User filter`, `Host, User filter and GUID attribute`.
fn listed(names: &[String]) -> String {
    match names {
        [] => "The settings".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What decides who is read, with the empty settings filled in: two imports of the same scope may be
/// compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Scope {
    pub hosts: String,
    /// Keys of the names, so that writing one in another way is no change.
    pub base: String,
    pub filter: String,
    pub group: String,
    pub guid_attribute: String,
}

impl Scope {
    /// One of [`Scope::changes_since`].
    pub const GUID_ATTRIBUTE: &str = "GUID attribute";

    /// Of these settings, as a server resolved them.
    pub fn of(settings: &LdapSettings, resolved: &Resolved) -> Scope {
        Scope {
            hosts: settings.hosts.to_string().to_lowercase(),
            base: resolved.base_dn.key(),
            filter: resolved.user_filter.as_str().to_owned(),
            group: settings.group_dn.as_ref().map(|group| group.key()).unwrap_or_default(),
            guid_attribute: resolved.guid_attribute.as_str().to_lowercase(),
        }
    }

    /// What differs, as the fields are called on screen.
    pub fn changes_since(&self, before: &Scope) -> Vec<String> {
        [
            ("Host", self.hosts != before.hosts),
            ("Directory DN", self.base != before.base),
            ("User filter", self.filter != before.filter),
            ("LDAP user group DN", self.group != before.group),
            (Scope::GUID_ATTRIBUTE, self.guid_attribute != before.guid_attribute),
        ]
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name.to_owned())
        .collect()
    }
}

/// That an administrator said yes to the removals of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Approval {
    pub by: AgentId,
    pub at: Timestamp,
}

/// Removals that wait for an administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The import that held them.
    pub run: RunId,
    /// Of the list: a decision counts for exactly this one.
    pub digest: String,
    /// How many agents are on it.
    pub count: u64,
    /// Why.
    pub reasons: Vec<HeldReason>,
    /// What was read.
    pub scope: Scope,
    /// Set once they may be removed; the next import does it.
    pub approved: Option<Approval>,
}

/// What imports remember from one to the next about who may be removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// What was read by the last import whose removals were in order; `None` before the first.
    pub scope: Option<Scope>,
    /// Agents whom an administrator keeps though the directory does not show them; as long as the
    /// scope is that one.
    pub kept: BTreeSet<AgentId>,
    /// Removals that wait.
    pub hold: Option<Hold>,
    /// Whose.
    pub held: BTreeSet<AgentId>,
}

/// What an import that came to its end says about removals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// What was read.
    pub scope: Scope,
    /// Removals that have to wait: why, the list and its digest.
    pub held: Option<HeldList>,
    /// Agents who were kept and are seen again, or are no agents any more.
    pub released: BTreeSet<AgentId>,
}

/// A list of agents whose removal waits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct HeldList {
    pub reasons: Vec<HeldReason>,
    pub agents: BTreeSet<AgentId>,
    pub digest: String,
}

impl Standing {
    /// Once an import has come to its end. What was decided while it ran is not undone by it.
    pub fn concluded(mut self, run: RunId, conclusion: Conclusion) -> Standing {
        let Conclusion { scope, held, released } = conclusion;
        self.kept.retain(|agent| !released.contains(agent));
        let same_scope = self.scope.as_ref() == Some(&scope);
        let waiting = held.filter(|list| !(same_scope && list.agents.is_subset(&self.kept)));
        let Some(HeldList { reasons, agents, digest }) = waiting else {
            return self.accept(scope);
        };
        let before = self.hold.take().filter(|hold| hold.digest == digest && hold.scope == scope);
        let approved = before.and_then(|hold| hold.approved);
        self.hold = Some(Hold { run, digest, count: agents.len() as u64, reasons, scope, approved });
        self.held = agents;
        self
    }

    /// Once an administrator keeps the agents of the list that waits.
    pub fn kept(mut self) -> Standing {
        let Some(hold) = self.hold.take() else { return self };
        let held = std::mem::take(&mut self.held);
        self = self.accept(hold.scope);
        self.kept.extend(held);
        self
    }

    /// Nothing waits any more, and this is what is compared with from here on.
    fn accept(mut self, scope: Scope) -> Standing {
        if self.scope.as_ref() != Some(&scope) {
            self.kept.clear();
        }
        Standing { scope: Some(scope), hold: None, held: BTreeSet::new(), ..self }
    }
}
