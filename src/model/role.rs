use serde::{Deserialize, Serialize};

/// What an agent may do in the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything.
    Administrator,
    /// Sees agents and groups, changes nothing.
    Support,
    /// Their own page only.
    Employee,
}

impl Role {
    /// All roles, the most powerful first.
    pub const ALL: [Role; 3] = [Role::Administrator, Role::Support, Role::Employee];

    /// The name in forms, URLs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Support => "support",
            Role::Employee => "employee",
        }
    }

    /// The name on screen.
    pub fn label(self) -> &'static str {
        match self {
            Role::Administrator => "Administrator",
            Role::Support => "Support agent",
            Role::Employee => "Internal employee",
        }
    }

    /// Its place in [`Role::ALL`]: the higher, the less it may do.
    pub fn rank(self) -> usize {
        Role::ALL.iter().position(|role| *role == self).unwrap_or(Role::ALL.len())
    }

    /// The role of that form name.
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
}
