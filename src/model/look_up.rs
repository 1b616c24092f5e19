//! What the directory says about one person, and what follows from it.

use super::{DirectoryProblem, DirectoryState, Guid, Person, Resolved, SkipReason};
use serde::{Deserialize, Serialize};

/// How an entry and a group are tied together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Tie {
    Member,
    UniqueMember,
    MemberUid,
    MemberOf,
    PrimaryGroup,
}

impl Tie {
    /// The attribute that says so.
    pub fn attribute(self) -> &'static str {
        match self {
            Tie::Member => "member",
            Tie::UniqueMember => "uniqueMember",
            Tie::MemberUid => "memberUid",
            Tie::MemberOf => "memberOf",
            Tie::PrimaryGroup => "primaryGroupID",
        }
    }
}

/// By which road someone belongs to a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Road {
    /// What ties the entry to the first of the groups.
    pub tie: Tie,
    /// DNs of the groups on the way: the one that the entry itself is in first, the one asked about last.
    pub through: Vec<String>,
}

/// What a look-up found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    /// At most [`LookUp::MOST`], those within base and filter first.
    pub entries: Vec<LookedUp>,
    /// There are more.
    pub more: bool,
    /// The settings as they were resolved.
    pub resolved: Resolved,
    /// The LDAP user group, where one is set.
    pub group: Option<String>,
    /// Why it could not be read: nobody is known to be in it or not.
    pub group_problem: Option<DirectoryProblem>,
}

impl LookUp {
    /// Entries that are shown at most.
    pub const MOST: usize = 20;
}

/// One entry, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUp {
    /// As the server writes it.
    pub dn: String,
    /// Its GUID, where it has one that can be used.
    pub guid: Option<Guid>,
    /// The person it would be imported as, else why not: whatever its place.
    pub found: Result<Person, SkipReason>,
    /// GUID, name, mail and phone, in this order.
    pub fields: Vec<MappedField>,
    /// Where it is.
    pub place: Place,
    /// Whether it is in the LDAP groups of the rules, in their order.
    pub rules: Vec<GroupPlace>,
    /// The groups known of it, nearest first; at most [`LookedUp::MOST_GROUPS`].
    pub groups: Vec<Road>,
    /// There may be more groups.
    pub more_groups: bool,
    /// What the directory says of the account.
    pub state: StateReading,
    /// One for each question.
    pub verdicts: Vec<Verdict>,
}

impl LookedUp {
    /// Groups that are looked for at most.
    pub const MOST_GROUPS: usize = 100;

    /// The answer to a question: why not, where it is no.
    pub fn objection(&self, question: Question) -> Option<&str> {
        let verdict = self.verdicts.iter().find(|verdict| verdict.question == question)?;
        verdict.objection.as_deref()
    }

    /// A question is answered with no, if it was not before.
    pub fn object(&mut self, question: Question, reason: String) {
        match self.verdicts.iter_mut().find(|verdict| verdict.question == question) {
            Some(verdict) => verdict.objection = Some(verdict.objection.take().unwrap_or(reason)),
            None => self.verdicts.push(Verdict { question, objection: Some(reason) }),
        }
    }
}

/// Which value of an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    Guid,
    Name,
    Mail,
    Phone,
}

/// How one attribute is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedField {
    /// Which value of an agent comes from it.
    pub field: Field,
    /// The attribute, from the settings or by the kind of server.
    pub attribute: String,
    /// All its values as text; what is none as `(binary, 16 bytes)`. Never of an attribute that holds passwords.
    pub values: Vec<String>,
    /// What the agent gets.
    pub taken: Option<String>,
    /// Why that and no other, or why nothing.
    pub note: Option<String>,
}

/// Where an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Within the Directory DN.
    pub within_base: bool,
    /// The User filter lets it through.
    pub matches_filter: bool,
    /// In the LDAP user group.
    pub group: GroupPlace,
}

/// Whether an entry is in the LDAP user group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupPlace {
    /// No group is set: everyone is.
    NotAsked,
    /// By this road.
    In(Road),
    /// By none.
    Out,
    /// The group cannot be read.
    Unknown,
}

/// What the directory says of an account, and in which attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateReading {
    /// The state.
    pub state: DirectoryState,
    /// Attribute and value that say so; `None` where nothing speaks against the account.
    pub evidence: Option<(String, String)>,
}

/// What is asked about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Would an import bring them in, or keep them?
    WouldBeImported,
    /// Could they sign in with the right password?
    CouldSignIn,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The question.
    pub question: Question,
    /// Why not, in a sentence; `None`: yes.
    pub objection: Option<String>,
}
