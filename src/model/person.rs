use super::{DirectoryState, Email, Guid, Matched};
use serde::{Deserialize, Serialize};

/// A directory entry, mapped to what an agent needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub guid: Guid,
    /// The entry's DN as the server wrote it.
    pub dn: String,
    /// From the CN attribute.
    pub name: String,
    /// From the mail attribute: the first value that is an address, in a stable order.
    pub email: Email,
    /// From the phone attribute.
    pub phone: Option<String>,
    /// What the directory says about the account.
    pub state: DirectoryState,
    /// Rules whose LDAP group they are in, of those that were read.
    pub matched: Matched,
}

/// One entry of a search for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It can become an agent.
    Person(Person),
    /// It cannot, and why. It is still present: whoever had it as an agent keeps it.
    Unusable {
        /// The entry's DN.
        dn: String,
        /// Its GUID where it has one.
        guid: Option<Guid>,
        /// Why.
        reason: SkipReason,
        /// The rules that match it; `None` where that is not known.
        matched: Option<Matched>,
    },
}

impl Found {
    /// The entry's DN.
    pub fn dn(&self) -> &str {
        match self {
            Found::Person(person) => &person.dn,
            Found::Unusable { dn, .. } => dn,
        }
    }
}

/// What to say of members of the LDAP user group who are not within base and filter; nothing of none.
pub fn members_outside(count: u64) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 member of the LDAP user group is outside of the Directory DN or the User filter and is not imported."
                .into(),
        ),
        many => Some(format!(
            "{} members of the LDAP user group are outside of the Directory DN or the User filter and are not imported.",
            super::thousands(many)
        )),
    }
}

/// Why an entry did not become an agent, or an agent was not brought up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SkipReason {
    /// The GUID attribute is missing, empty, or not of its form.
    NoGuid { attribute: String },
    /// The mail attribute is missing or empty.
    NoMail { attribute: String },
    /// The mail attribute holds no address.
    MailIsNoAddress { attribute: String, value: String },
    /// The entry has no name: CN attribute missing, and nothing to use instead.
    NoName { attribute: String },
    /// Another entry has the same address and keeps it.
    MailTaken { email: String, by_dn: String },
    /// A local agent has the address.
    MailOfLocalAgent { email: String },
    /// An agent of another directory has the address. Its name, as it was then.
    MailOfOtherDirectory { email: String, directory: String },
    /// Two entries carry the same GUID.
    GuidTwice { guid: String, other_dn: String },
    /// The server's answer for this entry could not be read.
    Malformed { what: String },
}

impl SkipReason {
    /// One sentence for the screen: what is wrong and what would mend it.
    pub fn sentence(&self) -> String {
        match self {
            SkipReason::NoGuid { attribute } => {
                format!(
                    "has no usable {attribute}, so it could not be told apart from others. Let the bind account read it, or name another GUID attribute."
                )
            }
            SkipReason::NoMail { attribute } => format!("has no {attribute}, so it could not sign in."),
            SkipReason::MailIsNoAddress { attribute, value } => {
                format!("has “{value}” in {attribute}, which is not an email address.")
            }
            SkipReason::NoName { attribute } => format!("has no {attribute} to use as a name."),
            SkipReason::MailTaken { email, by_dn } => {
                format!(
                    "has the same email as {by_dn} ({email}). One address can sign in as one person only: change one of them in the directory."
                )
            }
            SkipReason::MailOfLocalAgent { email } => {
                format!(
                    "has the email of a local agent ({email}). Change or delete the local agent to import this person."
                )
            }
            SkipReason::MailOfOtherDirectory { email, directory } => {
                format!(
                    "has the email of an agent of the directory {directory} ({email}). The first keeps it: change one of them, or import this person once that agent has left."
                )
            }
            SkipReason::GuidTwice { guid, other_dn } => {
                format!(
                    "has the same GUID ({guid}) as {other_dn}. Choose a GUID attribute that is different for everyone."
                )
            }
            SkipReason::Malformed { what } => format!("could not be read: {what}."),
        }
    }
}
