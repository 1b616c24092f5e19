//! Where the panel keeps its state. One trait, chosen by URL; after [`open`] nothing asks which
//! backend it is.
//!
//! # Contract (held by `tests/storage/conformance`)
//!
//! * Every method is atomic: it happens whole or not at all, also across a `kill -9`. When a write
//!   has returned `Ok`, it survives one.
//! * An agent and what is found by it (email, GUID, lists, counts) change together.
//! * Emails are unique among agents that are not removed, compared by [`Email::key`].
//! * GUIDs of one attribute are unique among all agents of a directory, removed ones included.
//! * A version counts up by one with each change of its record; a caller that passes an older one
//!   gets [`StorageError::Conflict`] and nothing is written.
//! * Writes of an import carry the [`Lease`]; one whose token is not the newest given out is refused
//!   with [`StorageError::LeaseLost`], and nothing of it is written.
//! * What belongs to a directory (agents, imports, what they remember, the schedule) names it by its number, which
//!   is never given out twice. A record that names none is of [`DirectoryId::FIRST`].
//! * Time is a parameter wherever it is compared.
//! * Attempts at signing in are the exception to the first rule: they are no part of a backup, and of those that a
//!   store has answered `Ok` to, a `kill -9` may lose the last second. Whoever shares a store shares them.

use crate::model::*;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender};

pub mod activity;
pub mod backup;
mod batch;
mod cursor;
mod days;
mod edit;
mod fold;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod intake;
mod moment;
pub mod postgres;
pub use postgres::connections;
mod record;
mod sections;
pub mod sled;
mod sort;
pub use sort::AgentSort;

use activity::{ActivityPage, ActivityQuery, Recorded, Sealer};
use backup::Record;

/// Clocks of several panels may differ by so much. A time that a store holds and that lies farther ahead is from a
/// clock that was wrong, and keeps nobody from anything.
const CLOCKS_DIFFER: time::Duration = time::Duration::minutes(1);

/// As many sessions an agent may have at once: a script that signs in and never out does not fill the store.
pub const SESSIONS_OF_ONE: usize = 100;

/// As many agents one [`Storage::edit_agents`] takes.
pub const EDITED_AT_ONCE: usize = 500;

/// A storage backend.
pub type Store = Arc<dyn Storage>;

/// What can go wrong, by what the caller does about it.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The record is not there (any more).
    #[error("not found")]
    NotFound,
    /// Someone else changed the record; its present version is given.
    #[error("changed by someone else meanwhile")]
    Conflict {
        /// Version in the store now.
        current: u64,
    },
    /// Another agent has this email.
    #[error("the email is taken")]
    EmailTaken {
        /// By whom.
        by: AgentId,
    },
    /// Another group has this name.
    #[error("the group name is taken")]
    GroupNameTaken,
    /// The group still has agents, or the LDAP settings name it: as the default group, or in rules.
    #[error("the group is in use")]
    GroupInUse {
        /// How many agents that are not removed.
        agents: u64,
        /// Whether the LDAP settings give it to new agents.
        is_default: bool,
        /// Numbers, from 1, of the rules that give it.
        rules: Vec<usize>,
    },
    /// It would leave no local administrator who can sign in.
    #[error("the last administrator must stay")]
    LastAdministrator,
    /// An edit touched what the directory owns.
    #[error("owned by the directory")]
    OwnedByDirectory,
    /// The lease is no longer the newest: another worker took over.
    #[error("the lease was taken over")]
    LeaseLost,
    /// A backup was to be restored, and the store holds something already.
    #[error("the store is not empty")]
    NotEmpty,
    /// There is something in the store that cannot be (damage, another program's data, a newer
    /// version): one sentence with the remedy.
    #[error("{0}")]
    Unusable(String),
    /// The medium failed: disk, network.
    #[error("storage failed: {0}")]
    Failed(String),
}

/// Result of a storage call.
pub type Result<T, E = StorageError> = std::result::Result<T, E>;

/// A record and its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Versioned<T> {
    pub version: u64,
    pub value: T,
}

/// The right to write for an import, until it runs out or someone takes a newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// Counts up with each lease given out: the fencing token.
    pub token: u64,
}

/// A page of the agent list that is asked for. Without `state`, removed agents are left out.
#[derive(Debug, Clone, Default)]
pub struct AgentQuery {
    /// Words that must all occur in name, email or phone, folded to lower case; a word of digits
    /// also matches the phone with all but digits taken out.
    pub text: String,
    /// Only members of this group.
    pub group: Option<GroupId>,
    /// Only this role.
    pub role: Option<Role>,
    /// Only LDAP (`true`) or local (`false`) agents.
    pub from_ldap: Option<bool>,
    /// Only agents of this directory.
    pub directory: Option<DirectoryId>,
    /// Only this state.
    pub state: Option<AgentState>,
    /// Only those who have never signed in.
    pub never_signed_in: bool,
    /// Order.
    pub sort: AgentSort,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Agents a page, 1 to 1,000.
    pub limit: usize,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The page.
    pub items: Vec<T>,
    /// All matches.
    pub total: u64,
    /// Cursor of the next page, if there is one. Opaque, safe in a URL.
    pub next: Option<String>,
}

/// How many agents there are, removed ones left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct AgentCounts {
    pub total: u64,
    pub from_ldap: u64,
    pub local: u64,
    /// Local administrators who can sign in.
    pub able_administrators: u64,
}

/// What an import needs of an LDAP agent to compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct LdapAgent {
    pub id: AgentId,
    pub guid: Guid,
    pub dn: String,
    pub name: String,
    pub email: Email,
    pub phone: Option<String>,
    pub state: DirectoryState,
    pub removed: bool,
    /// As [`Agent::guid_attribute`].
    pub guid_attribute: Option<String>,
    /// What the panel has given them.
    pub placed: Placed,
}

impl LdapAgent {
    /// Of an agent; `None` for a local one.
    fn of(agent: Agent) -> Option<LdapAgent> {
        let removed = agent.removed.is_some();
        let placed = agent.placed();
        let Source::Ldap { guid, dn } = agent.source else { return None };
        Some(LdapAgent {
            placed,
            id: agent.id,
            guid,
            dn,
            name: agent.name,
            email: agent.email,
            phone: agent.phone,
            state: agent.directory_state,
            removed,
            guid_attribute: agent.guid_attribute,
        })
    }
}

/// One write of an import. The store applies a batch in order, as one, and checks email uniqueness
/// only for the state after the batch, so that two people may swap addresses within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportWrite {
    /// A new LDAP agent, with this id.
    Add {
        /// Its id.
        id: AgentId,
        /// What the directory says.
        person: Person,
        /// Groups on arrival.
        groups: BTreeSet<GroupId>,
        /// Role on arrival.
        role: Role,
    },
    /// New values of the directory for an agent; the panel's own values stay. Also brings back a
    /// removed one.
    Update {
        /// Whose.
        id: AgentId,
        /// What the directory says now.
        person: Person,
    },
    /// The same for an agent whose GUID is of another attribute than the run's: the entry was matched by other
    /// means, and the agent has its GUID from here on.
    Rematch {
        /// Whose.
        id: AgentId,
        /// What the directory says now.
        person: Person,
    },
    /// What the rules say, for an agent: after [`Placed::under`]. Comes after their addition or update, where there is one.
    Place {
        /// Whose.
        id: AgentId,
        /// What they say.
        placing: Placing,
    },
    /// Gone from the directory: out of every list, the email is free again, the record is kept.
    Remove {
        /// Who.
        id: AgentId,
        /// What the directory said.
        cause: RemovalCause,
    },
}

/// Filter of a run's report.
#[derive(Debug, Clone, Default)]
pub struct ChangeQuery {
    /// Only this kind.
    pub kind: Option<ChangeKind>,
    /// Text that must occur in name, DN or a field's values, folded to lower case.
    pub text: String,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Lines a page, 1 to 1,000.
    pub limit: usize,
}

/// A page of the history of imports that is asked for.
#[derive(Debug, Clone, Default)]
pub struct RunQuery {
    /// Only of this directory.
    pub directory: Option<DirectoryId>,
    /// Only this state.
    pub state: Option<RunState>,
    /// Only previews (`true`) or imports (`false`).
    pub dry_run: Option<bool>,
    /// Only runs that changed or held somebody, or did not end well.
    pub notable: bool,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Runs a page, 1 to 1,000.
    pub limit: usize,
}

/// What one import did to one agent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct AgentEvent {
    pub run: RunId,
    pub at: Timestamp,
    pub change: AgentChange,
}

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// SHA-256 of the session key, hex: a stolen store has no usable key.
    pub id: String,
    /// Whose.
    pub agent: AgentId,
    /// What the session holds (JSON strings, as actix-session keeps them).
    pub state: HashMap<String, String>,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it began.
    pub created_at: Timestamp,
    /// `User-Agent` at sign-in, shortened.
    pub device: String,
    /// Address at sign-in.
    pub address: String,
}

/// What a store knows of its key.
#[derive(Debug, Clone, Default)]
pub struct Keyed {
    /// Of the key that sealed what is in it; `None` in a store that nobody has opened with a key yet, or only an
    /// older version.
    pub fingerprint: Option<String>,
    /// Every secret that was not forgotten, with its place.
    pub secrets: Vec<(String, SealedSecret)>,
    /// Nobody has ever been in it: no agents and no directories.
    pub is_empty: bool,
}

impl Keyed {
    fn add(&mut self, record: &mut impl HoldsSecrets) {
        let secrets = record.secrets().into_iter().filter(|(_, secret)| !secret.is_forgotten());
        self.secrets.extend(secrets.map(|(place, secret)| (place, secret.clone())));
    }
}

/// A storage backend; see the module for its contract.
#[async_trait]
pub trait Storage: Send + Sync + 'static {
    // ---- the store itself

    /// Fails when the medium does not answer.
    async fn ping(&self) -> Result<()>;
    /// Everything acknowledged is on the medium when this returns.
    async fn flush(&self) -> Result<()>;
    /// Bytes that can still be written where the store lies; `None` where the store does not know.
    async fn free_space(&self) -> Result<Option<u64>>;
    /// Waits until the store cannot be written any more, and answers why; for ever while it can.
    /// What was acknowledged before is kept, and only a new start takes up work again.
    async fn failed(&self) -> StorageError;
    /// Sends everything that [`backup`] names, as it was at one moment, in the order that it gives, and
    /// [`Record::End`] last. However slowly they are taken, writers wait only as long as the records are read.
    /// Fails when the receiver is dropped before the end.
    async fn backup(&self, to: Sender<Record>) -> Result<()>;
    /// Takes the records of a backup. They are the store's once [`Record::End`] has come: if the channel closes
    /// before, or the records do not fit together ([`StorageError::Unusable`]), it is empty again. One that was
    /// killed meanwhile is empty too, or cannot be opened. [`StorageError::NotEmpty`] when there is anything in it
    /// besides [`Group::FIRST`]; that group gives way. Nobody else uses the store meanwhile.
    async fn restore(&self, from: Receiver<Record>) -> Result<()>;

    /// Whether all panels on the store have this secret key, given as its fingerprint. Whoever is alone on a store
    /// sets what the others must have.
    async fn agree_on_key(&self, fingerprint: &str) -> Result<bool>;
    /// What the store knows of the key that sealed its secrets, and every one of them with its place.
    async fn keyed(&self) -> Result<Keyed>;
    /// Whether no other process uses the store.
    async fn is_alone(&self) -> Result<bool>;
    /// Replaces every secret and the fingerprint of their key, as one, and ends all sessions: their cookies were
    /// signed with it. Answers how many secrets changed; `None`, and nothing has happened, when others use the
    /// store. `expected` is the fingerprint that the caller saw ([`StorageError::Conflict`]).
    async fn reseal(&self, expected: Option<&str>, fingerprint: &str, reseal: Reseal) -> Result<Option<u64>>;

    // ---- the activity log: it is added to, and its oldest records go. Nothing changes a record.

    /// Adds records in this order, after whatever is there; they are numbered without gaps, also where several
    /// panels add at once.
    async fn append_activity(&self, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>>;
    /// Records, newest first.
    async fn activity(&self, query: &ActivityQuery) -> Result<ActivityPage>;
    /// Records from a number on, oldest first; at most `limit`. For going through all of them.
    async fn activity_from(&self, number: u64, limit: usize) -> Result<Vec<Recorded>>;
    /// Where the log ends.
    async fn activity_head(&self) -> Result<ActivityHead>;
    /// Deletes the records before the first that is not older than `before`, after a record that says so. Answers
    /// how many.
    async fn prune_activity(&self, before: Timestamp, at: Timestamp, sealer: &Sealer) -> Result<u64>;

    // ---- directories

    /// All directories, by number.
    async fn directories(&self) -> Result<Vec<Directory>>;
    /// One of them.
    async fn directory(&self, id: DirectoryId) -> Result<Option<Directory>>;
    /// Adds one. `among` is how many the caller saw: another number by now is a [`StorageError::Conflict`], so that
    /// what is sent twice is added once. [`StorageError::NotFound`] when there is no such default group, or a rule's.
    async fn create_directory(&self, settings: &LdapSettings, among: Option<u64>) -> Result<Directory>;
    /// Saves the settings of one. `expected` is the version the caller saw; `None` saves over whatever is there.
    /// Answers the new version. [`StorageError::NotFound`] when there is no such directory, default group or rule's group.
    async fn save_directory(&self, id: DirectoryId, settings: &LdapSettings, expected: Option<u64>) -> Result<u64>;
    /// Agents that are not removed, by directory; those that have none are left out.
    async fn directory_sizes(&self) -> Result<HashMap<DirectoryId, u64>>;

    // ---- groups

    /// All groups, by name. A new store holds [`Group::FIRST`].
    async fn groups(&self) -> Result<Vec<Group>>;
    /// Makes a group. [`StorageError::GroupNameTaken`].
    async fn create_group(&self, name: &str) -> Result<Group>;
    /// Renames one. [`StorageError::NotFound`], [`StorageError::GroupNameTaken`].
    async fn rename_group(&self, id: GroupId, name: &str) -> Result<()>;
    /// Deletes one that nobody uses. [`StorageError::GroupInUse`], [`StorageError::NotFound`].
    /// Removed agents lose it.
    async fn delete_group(&self, id: GroupId) -> Result<()>;
    /// Agents that are not removed, by group.
    async fn group_sizes(&self) -> Result<HashMap<GroupId, u64>>;

    // ---- agents

    /// One agent, removed ones too.
    async fn agent(&self, id: AgentId) -> Result<Option<Agent>>;
    /// The agent who signs in with this email (any case); never a removed one.
    async fn agent_by_email(&self, email: &str) -> Result<Option<Agent>>;
    /// The agent of a directory whose GUID this is, of this attribute ([`Agent::guid_attribute`]); removed ones too.
    async fn agent_by_guid(
        &self,
        directory: DirectoryId,
        attribute: Option<&str>,
        guid: &Guid,
    ) -> Result<Option<Agent>>;
    /// A page of the list. With 100,000 agents in milliseconds.
    async fn list_agents(&self, query: &AgentQuery) -> Result<Page<Agent>>;
    /// Counts, without a scan.
    async fn agent_counts(&self) -> Result<AgentCounts>;
    /// Makes a local agent. [`StorageError::EmailTaken`]; [`StorageError::NotFound`] for a group
    /// that is not there.
    async fn create_local_agent(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent>;
    /// Makes the first local administrator, unless there is any local administrator already
    /// ([`StorageError::Conflict`]): two people who open `/setup` at once get one.
    async fn create_first_administrator(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent>;
    /// Changes what the edit names; groups, role and block then count as the administrator's own
    /// where they differ from before, until they are returned to the rules. `expected` as in [`Storage::save_directory`].
    /// [`StorageError::OwnedByDirectory`], [`StorageError::EmailTaken`],
    /// [`StorageError::LastAdministrator`], [`StorageError::Conflict`], [`StorageError::NotFound`]
    /// (agent or group; also a removed agent). Ends their sessions where role or password changed or
    /// they were blocked.
    async fn edit_agent(&self, id: AgentId, edit: AgentEdit, expected: Option<u64>) -> Result<Agent>;
    /// The same for each of at most [`EDITED_AT_ONCE`] agents, in this order and as one: whom it would leave without
    /// a last administrator, and who is removed, stays as they were, and the others change. An id that comes twice counts
    /// once. [`StorageError::NotFound`] for a group that is not there.
    async fn edit_agents(&self, ids: &[AgentId], edit: &BulkEdit) -> Result<BulkOutcome>;
    /// Deletes a local agent and ends their sessions. [`StorageError::OwnedByDirectory`],
    /// [`StorageError::LastAdministrator`], [`StorageError::NotFound`].
    async fn delete_local_agent(&self, id: AgentId) -> Result<()>;
    /// Deletes a removed agent and everything about them for good. [`StorageError::NotFound`] for one
    /// who is not there or not removed.
    async fn delete_removed_agent(&self, id: AgentId) -> Result<()>;
    /// The same for all of this directory who were removed before `before`; `None`: of directories that are not
    /// there any more. Answers how many.
    async fn purge_removed(&self, directory: Option<DirectoryId>, before: Timestamp) -> Result<u64>;
    /// What imports did to an agent after they were added, newest first; at most `limit`.
    async fn agent_history(&self, id: AgentId, limit: usize) -> Result<Vec<AgentEvent>>;
    /// Notes a successful sign-in (no new version: it is no edit).
    async fn record_sign_in(&self, id: AgentId, at: Timestamp) -> Result<()>;
    /// Changes what an agent chose for themselves (only what the edit names; no new version either: an administrator's form is not in its way).
    async fn set_preferences(&self, id: AgentId, edit: &PreferencesEdit) -> Result<()>;

    // ---- imports

    /// A run of this kind for this directory: the one that waits or works already, else a new one in phase
    /// `waiting`. The flag says whether it is new.
    async fn request_run(
        &self,
        directory: DirectoryId,
        by: StartedBy,
        dry_run: bool,
        at: Timestamp,
    ) -> Result<(ImportRun, bool)>;
    /// The same for the schedule, once for each time that it is due: `None` when this time of the directory's, or a
    /// later one, was asked for before, by whichever panel. A later one that lies a minute ahead of `at` is of a
    /// wrong clock.
    async fn request_scheduled_run(
        &self,
        directory: DirectoryId,
        due: Timestamp,
        at: Timestamp,
    ) -> Result<Option<ImportRun>>;
    /// The run that deletes a directory ([`ImportRun::deletes`]), one that is open or a new one: an import that
    /// removes all of its agents. [`Storage::end_run`] of one that is done deletes the directory and what its
    /// imports remember. [`StorageError::NotFound`] when there is no such directory.
    async fn request_deletion(&self, directory: DirectoryId, by: AgentId, at: Timestamp) -> Result<ImportRun>;
    /// The oldest run that waits, or that someone works on or has left.
    async fn next_open_run(&self) -> Result<Option<RunId>>;
    /// Begins work on a run; from now on it does not wait. `None`: it has ended. Of a run whose worker was
    /// lost, what was written to agents counts and stays in the report; all other lines go, because they will
    /// be written again. One that was begun [`ImportRun::ATTEMPTS`] times is closed as interrupted instead.
    async fn begin_run(&self, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>>;
    /// Takes the import lease: `None` while another holder's has not run out by `at` (unless it runs for twice as
    /// long as it may: then it is of a wrong clock). A store that
    /// one process has to itself frees it when it is opened.
    async fn take_lease(&self, holder: &str, at: Timestamp, ttl: Duration) -> Result<Option<Lease>>;
    /// Makes the lease last until `at + ttl`. [`StorageError::LeaseLost`].
    async fn renew_lease(&self, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()>;
    /// Gives it back; nothing happens when it is lost already. It allows no more writes.
    async fn release_lease(&self, lease: Lease) -> Result<()>;
    /// Writes the run's record: phase, counts, end. `cancel_requested` in the store wins over the
    /// given one, and is answered. A run that has ended is not opened again: nothing is written and
    /// `true` is answered.
    async fn save_run(&self, lease: Lease, run: &ImportRun) -> Result<bool>;
    /// Writes the end of a run and what follows from it for the next one, as one
    /// ([`Standing::concluded`]). `None`: it says nothing about removals, as a preview and a run that
    /// failed do not. Of runs that hold the same list one after the other, only the last keeps the lines
    /// ([`ImportRun::held_again_by`]). One that deletes its directory is done only when none of its agents is left
    /// ([`StorageError::Conflict`]).
    async fn end_run(&self, lease: Lease, run: &ImportRun, conclusion: Option<&Conclusion>) -> Result<()>;
    /// What imports of a directory remember.
    async fn standing(&self, directory: DirectoryId) -> Result<Standing>;
    /// The removals that wait, by directory, without the lists: for every page.
    async fn holds(&self) -> Result<BTreeMap<DirectoryId, Hold>>;
    /// Notes that the removals of this directory with this digest may be done, and answers an import that waits
    /// and will do them. `None`: another list waits by now, or none.
    async fn approve_removals(
        &self,
        directory: DirectoryId,
        digest: &str,
        by: AgentId,
        at: Timestamp,
    ) -> Result<Option<ImportRun>>;
    /// Keeps the agents of the list with this digest ([`Standing::kept`]), also where their removal was
    /// approved, unless an import of the directory is open that may be doing it. Answers how many; `None` as
    /// before.
    async fn keep_held(&self, directory: DirectoryId, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>>;
    /// Asks an open run to stop, and takes an approval of removals back, unless it is a preview. A waiting
    /// one is cancelled on the spot. Answers whether the run was open. [`StorageError::NotFound`].
    async fn cancel_run(&self, id: RunId, at: Timestamp) -> Result<bool>;
    /// Closes every run left open, as interrupted, and answers how many; called at start, before
    /// anything else can open one. Where other processes work on the store it closes none: they go on
    /// with what was left.
    async fn close_interrupted_runs(&self, at: Timestamp) -> Result<u64>;
    /// One run.
    async fn run(&self, id: RunId) -> Result<Option<ImportRun>>;
    /// Runs, newest first.
    async fn runs(&self, query: &RunQuery) -> Result<Page<ImportRun>>;
    /// The run that was asked for last, without a count of the others.
    async fn newest_run(&self) -> Result<Option<ImportRun>>;
    /// Deletes the reports of runs that ended before `before`; their numbers stay. Answers how many.
    async fn thin_runs(&self, before: Timestamp) -> Result<u64>;
    /// The newest run of a directory that is no preview and ended as done or held ([`ImportRun::is_completed`]).
    async fn last_completed_run(&self, directory: DirectoryId) -> Result<Option<ImportRun>>;
    /// Agents of a directory, removed ones included, ordered by id, after the given one; at most `limit`.
    async fn ldap_agents(&self, directory: DirectoryId, after: Option<AgentId>, limit: usize)
    -> Result<Vec<LdapAgent>>;
    /// Emails (keys) that an import of this directory cannot give to anyone: of all local agents (`None`), and of
    /// the agents of other directories that are not removed.
    async fn other_emails(&self, directory: DirectoryId) -> Result<Vec<(String, Option<DirectoryId>)>>;
    /// Applies a batch of at most 500 people to the agents of the run's directory (GUIDs are of the attribute in the
    /// run's record) and adds its lines to the run's report, as one. An agent who may
    /// not stay afterwards ([`Agent::may_stay`]) or has another role loses their sessions in the same step. A write that
    /// changes nothing leaves the record and its version as they are. Groups that are not there (any
    /// more) are left out. [`StorageError::EmailTaken`] when the batch would leave two with one email;
    /// [`StorageError::Conflict`] for an addition whose id or GUID is known, or an update with another
    /// GUID, or a GUID that another agent has; [`StorageError::NotFound`] for a run or an agent of its directory that is not there.
    async fn apply_import(
        &self,
        lease: Lease,
        run: RunId,
        writes: &[ImportWrite],
        report: &[AgentChange],
        at: Timestamp,
    ) -> Result<()>;
    /// Lines of a run's report, in the order in which they were added.
    async fn changes(&self, run: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>>;

    // ---- sessions

    /// One session that has not ended by `at`.
    async fn session(&self, id: &str, at: Timestamp) -> Result<Option<SessionRecord>>;
    /// Adds a session. Of an agent's sessions [`SESSIONS_OF_ONE`] are kept, the newest.
    async fn add_session(&self, session: &SessionRecord) -> Result<()>;
    /// Replaces state and end of a session. `false` when it is not there any more: it was ended while
    /// a request ran, and must not come back.
    async fn update_session(&self, id: &str, state: &HashMap<String, String>, expires_at: Timestamp) -> Result<bool>;
    /// Ends one session; nothing happens when it is gone.
    async fn end_session(&self, id: &str) -> Result<()>;
    /// Ends all sessions of an agent but, if given, one. Answers how many.
    async fn end_sessions(&self, agent: AgentId, except: Option<&str>) -> Result<u64>;
    /// Ends all sessions of the agents of a directory. Answers how many.
    async fn end_ldap_sessions(&self, directory: DirectoryId) -> Result<u64>;
    /// Sessions of an agent that have not ended by `at`, newest first; [`SESSIONS_OF_ONE`] at most.
    async fn sessions_of(&self, agent: AgentId, at: Timestamp) -> Result<Vec<SessionRecord>>;
    /// Deletes sessions that ended before `at`. Answers how many.
    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64>;

    // ---- what charts are drawn from

    /// What imports of a directory, or of all, did from this day on, by day: counted in whatever ends them, and kept
    /// for the last [`ImportDay::KEPT`] days that had one. What a deleted directory's did is kept as well.
    async fn import_days(&self, directory: Option<DirectoryId>, from: time::Date) -> Result<Vec<ImportDay>>;
    /// Adds what a panel measured to what others have within the same five minutes; a day later others take their
    /// place. Nothing happens when there is no such directory.
    async fn add_link_span(&self, directory: DirectoryId, span: &LinkSpan) -> Result<()>;
    /// What was measured in the day up to a moment, oldest first.
    async fn link_spans(&self, directory: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>>;

    // ---- second factors

    /// The second factor of an agent, if there is one.
    async fn second_factor(&self, agent: AgentId) -> Result<Option<SecondFactor>>;
    /// All of them, by agent.
    async fn second_factors(&self) -> Result<Vec<(AgentId, SecondFactor)>>;
    /// Sets (`before` is `None`), changes or ends (`after` is `None`) the second factor of a local agent, if it is as
    /// it was `before`: of several at once who would use one code, one does. Answers whether it was. It goes with its
    /// agent. [`StorageError::NotFound`] for who is no local agent.
    async fn change_second_factor(
        &self,
        agent: AgentId,
        before: Option<&SecondFactor>,
        after: Option<&SecondFactor>,
    ) -> Result<bool>;

    // ---- attempts at signing in

    /// Takes one of each key that is named once ([`Allowance::take`]), or, where one of them has nothing left, none;
    /// atomic also among several at once. The answer is then how long to wait until all have one.
    async fn take_attempts(&self, attempts: &[Attempt], at: Timestamp) -> Result<Option<Duration>>;
    /// Gives each key one back; nothing happens to one that has taken none.
    async fn give_attempts_back(&self, attempts: &[Attempt]) -> Result<()>;
    /// Lets the keys begin anew.
    async fn forget_attempts(&self, keys: &[String]) -> Result<()>;
    /// What each key has taken, in the order in which they are named.
    async fn tallies(&self, keys: &[String]) -> Result<Vec<Option<Tally>>>;
    /// How many keys there are, those included that no longer count and were not swept yet.
    async fn count_attempts(&self) -> Result<u64>;
    /// Deletes what keys have made up for by `at`: they may take as much as new ones. Answers how many.
    async fn sweep_attempts(&self, at: Timestamp) -> Result<u64>;
}

/// Opens the store that a URL names: `sled:PATH`, whose folders are made where they are missing, or
/// `postgres://USER:PASSWORD@HOST:PORT/DATABASE` with the parameters of libpq that sqlx knows, such as `sslmode`.
pub async fn open(url: &str) -> Result<Store> {
    match url.split_once(':') {
        Some(("sled", path)) if !path.is_empty() => Ok(Arc::new(sled::SledStore::open(Path::new(path)).await?)),
        Some(("postgres" | "postgresql", _)) => Ok(Arc::new(postgres::PostgresStore::open(url).await?)),
        _ => Err(StorageError::Unusable(
            "MUSTER_STORAGE names no storage this version knows. Use sled:PATH, such as sled:data/muster.sled, or postgres://user:password@host/database.".into(),
        )),
    }
}
