use super::Invalid;
use serde::{Deserialize, Serialize};

/// Number of a panel group; given by the store, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub u32);

impl std::fmt::Display for GroupId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A group of agents in the panel (not an LDAP group).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its number.
    pub id: GroupId,
    /// Its name, unique without regard to case.
    pub name: String,
}

impl Group {
    /// The group every new store starts with.
    pub const FIRST: &'static str = "Support team";

    /// A group name as typed, trimmed: 1 to 80 characters on one line.
    pub fn parse_name(typed: &str) -> Result<String, Invalid> {
        let name = typed.trim();
        if name.is_empty() {
            return Err(Invalid::new("Enter a name for the group."));
        }
        if name.chars().count() > 80 || name.chars().any(char::is_control) {
            return Err(Invalid::new("A group name is one line of at most 80 characters."));
        }
        Ok(name.to_owned())
    }
}
