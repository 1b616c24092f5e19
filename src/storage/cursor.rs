//! Where a page ended: the sort key and id of its last record, opaque and safe in a URL.

use super::AgentSort;
use super::sections::Section;
use super::sort::{By, SectionBy};
use crate::model::AgentId;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

/// The last agent of a page of the agent list.
pub(super) struct AgentCursor {
    pub(super) key: Key,
    pub(super) id: AgentId,
}

/// What the list was sorted by.
pub(super) enum Key {
    /// The folded name.
    Name(String),
    /// The email's key.
    Email(String),
    /// Nanoseconds since 1970.
    SignIn(i64),
    /// The phone's key.
    Phone(String),
    /// The section, and the folded name.
    Section(SectionBy, Section, String),
}

/// `last_sign_in` of someone who never did: before every other.
pub(super) const NEVER: i64 = i64::MIN;

impl std::fmt::Display for AgentCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, key) = match &self.key {
            Key::Name(name) => (b'n', name.as_bytes().to_vec()),
            Key::Email(email) => (b'e', email.as_bytes().to_vec()),
            Key::SignIn(at) => (b's', at.to_be_bytes().to_vec()),
            Key::Phone(phone) => (b'p', phone.as_bytes().to_vec()),
            // A folded name is one line; a group's may be more.
            Key::Section(_, Section::Group(group), name) => (b'g', format!("{group}\n{name}").into_bytes()),
            Key::Section(by, Section::Number(number), name) => {
                (of_section(*by), [&number.to_be_bytes()[..], name.as_bytes()].concat())
            }
        };
        f.write_str(&URL_SAFE_NO_PAD.encode([&[kind], &self.id.0.as_bytes()[..], &key].concat()))
    }
}

/// The kind of a cursor whose section is a number.
fn of_section(by: SectionBy) -> u8 {
    match by {
        SectionBy::Group => b'o',
        SectionBy::Role => b'r',
        SectionBy::Source => b'd',
        SectionBy::State => b't',
    }
}

impl AgentCursor {
    /// Reads one; `None` for anything that is not one of this sort.
    pub(super) fn parse(text: &str, sort: AgentSort) -> Option<AgentCursor> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (kind, rest) = bytes.split_first()?;
        let (id, key) = rest.split_at_checked(16)?;
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let key = match (kind, sort.by()) {
            (b'n', By::Name) => Key::Name(text(key)?),
            (b'e', By::Email) => Key::Email(text(key)?),
            (b's', By::LastSignIn) => Key::SignIn(i64::from_be_bytes(key.try_into().ok()?)),
            (b'p', By::Phone) => Key::Phone(text(key)?),
            (b'g', By::Section(by @ SectionBy::Group)) => {
                let key = text(key)?;
                let (group, name) = key.rsplit_once('\n')?;
                Key::Section(by, Section::Group(group.to_owned()), name.to_owned())
            }
            (kind, By::Section(by)) if *kind == of_section(by) => {
                let (number, name) = key.split_at_checked(4)?;
                Key::Section(by, Section::Number(u32::from_be_bytes(number.try_into().ok()?)), text(name)?)
            }
            _ => return None,
        };
        Some(AgentCursor { key, id: AgentId(Uuid::from_slice(id).ok()?) })
    }
}

/// A cursor that is a number.
pub(super) fn number_after(number: u64) -> String {
    URL_SAFE_NO_PAD.encode(number.to_be_bytes())
}

/// Reads one; `None` for anything else.
pub(super) fn parse_number(text: &str) -> Option<u64> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    Some(u64::from_be_bytes(bytes.try_into().ok()?))
}
