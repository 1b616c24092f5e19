//! What the directory says about one person, and what follows from it.

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
