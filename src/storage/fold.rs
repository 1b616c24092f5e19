//! What agents are sorted, searched and found by, the same in every backend.

use crate::model::{Agent, DirectoryId, Guid, Source};

/// A line break in a name would let a word of the search match across fields.
fn one_line(text: &str) -> String {
    text.to_lowercase().replace('\n', " ")
}

/// What a list by name is sorted by.
pub(super) fn name(agent: &Agent) -> String {
    one_line(&agent.name)
}

/// The phone as written.
pub(super) fn phone(agent: &Agent) -> String {
    agent.phone.as_deref().map(one_line).unwrap_or_default()
}

/// What a list by phone is sorted by: who has none comes after every other.
pub(super) fn phone_key(folded: &str) -> &str {
    if folded.is_empty() { "\u{10ffff}" } else { folded }
}

/// The digits of the phone.
pub(super) fn digits(agent: &Agent) -> String {
    agent.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit).collect()
}

/// Words of a search, each of which must occur. One of digits is looked for among the phone's digits too.
pub(super) fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

/// Whether a word is looked for among the phone's digits.
pub(super) fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What an LDAP agent is found by: values of two attributes may be alike, and so may those of two directories, such
/// as a server and its copy. No attribute has a colon in its name.
pub(super) fn guid_key(directory: DirectoryId, attribute: Option<&str>, guid: &Guid) -> String {
    let attribute = attribute.unwrap_or_default();
    if directory == DirectoryId::FIRST {
        format!("{attribute} {guid}")
    } else {
        format!("{directory}:{attribute} {guid}")
    }
}

/// The same of an agent.
pub(super) fn guid_key_of(agent: &Agent) -> Option<String> {
    match &agent.source {
        Source::Ldap { guid, .. } => Some(guid_key(agent.directory, agent.guid_attribute.as_deref(), guid)),
        Source::Local => None,
    }
}

/// The email by which an agent is found: a removed one's is free.
pub(super) fn email_key_of(agent: &Agent) -> Option<String> {
    agent.removed.is_none().then(|| agent.email.key())
}
