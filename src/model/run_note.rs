use super::{ConnectionFailure, DirectoryProblem, Dn, thousands};
use serde::{Deserialize, Serialize};

/// What a run has to say beside its numbers, about rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum RunNote {
    /// The LDAP group of a rule could not be read.
    RuleNotRead {
        /// The rule's number, from 1.
        rule: usize,
        /// Its LDAP group.
        group: String,
        /// What happened and what to do, in sentences.
        why: String,
    },
    /// Somebody from the directory was an administrator before, and nobody is after.
    NoDirectoryAdministrator {
        /// Local administrators who can sign in.
        local: u64,
    },
}

impl RunNote {
    /// Of a rule and what kept its LDAP group from being read.
    pub fn rule_not_read(rule: usize, group: &Dn, problem: &DirectoryProblem) -> RunNote {
        RunNote::RuleNotRead { rule, group: group.to_string(), why: RunNote::why_not_read(problem) }
    }

    /// Why the LDAP group of a rule was not read, and what to do.
    pub fn why_not_read(problem: &DirectoryProblem) -> String {
        let failure = &problem.failure;
        match failure {
            ConnectionFailure::GroupNotFound { .. } => {
                format!(
                    "{} Check the rule's LDAP group DN for a typing error, and the user's rights.",
                    failure.message()
                )
            }
            _ => format!("{} {}", failure.message(), failure.remedy()),
        }
    }

    /// For the screen.
    pub fn sentence(&self) -> String {
        match self {
            RunNote::RuleNotRead { rule, group, why } => format!(
                "The members of {group} are not known, so rule {rule} changed nobody: whoever it could decide about keeps role and groups. {why}"
            ),
            RunNote::NoDirectoryAdministrator { local } => format!(
                "After this import no agent from the directory is an administrator any more. {} remain{} and can sign in.",
                if *local == 1 {
                    "1 local administrator".into()
                } else {
                    format!("{} local administrators", thousands(*local))
                },
                if *local == 1 { "s" } else { "" },
            ),
        }
    }
}
