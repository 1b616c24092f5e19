//! Comparing field by field.

use super::roster::Known;
use crate::model::{DirectoryState, Dn, FieldChange, Person};

/// Whether two DNs are one name. A server may write the same name in another way tomorrow.
pub(super) fn same_dn(a: &str, b: &str) -> bool {
    a == b || dn_key(a) == dn_key(b)
}

/// Text that is equal for equal names; what is no DN is compared as it is, in lower case.
pub(super) fn dn_key(dn: &str) -> String {
    Dn::parse(dn).map_or_else(|_| dn.to_lowercase(), |dn| dn.key())
}

/// What differs between the agent and the directory's entry.
pub(super) fn changes(known: &Known, person: &Person) -> Vec<FieldChange> {
    let moved = (!same_dn(known.dn(), &person.dn)).then(|| change("dn", Some(known.dn()), Some(&person.dn)));
    [
        differing("name", Some(known.name()), Some(&person.name)),
        differing("email", Some(known.email()), Some(person.email.as_str())),
        differing("phone", known.phone(), person.phone.as_deref()),
        moved,
        differing("guid", Some(known.guid()), Some(person.guid.as_str())),
        differing("state", Some(state_name(known.state)), Some(state_name(person.state))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every field of a newcomer, with `old` empty.
pub(super) fn arrival(person: &Person) -> Vec<FieldChange> {
    [
        ("name", Some(person.name.as_str())),
        ("email", Some(person.email.as_str())),
        ("phone", person.phone.as_deref()),
        ("dn", Some(person.dn.as_str())),
        ("state", Some(state_name(person.state))),
    ]
    .into_iter()
    .filter(|(_, new)| new.is_some())
    .map(|(field, new)| change(field, None, new))
    .collect()
}

/// Whether two entries say the same, letter by letter.
pub(super) fn same_person(a: &Person, b: &Person) -> bool {
    a == b && a.email.as_str() == b.email.as_str()
}

fn differing(field: &str, old: Option<&str>, new: Option<&str>) -> Option<FieldChange> {
    (old != new).then(|| change(field, old, new))
}

pub(super) fn change(field: &str, old: Option<&str>, new: Option<&str>) -> FieldChange {
    FieldChange { field: field.to_owned(), old: old.map(str::to_owned), new: new.map(str::to_owned) }
}

fn state_name(state: DirectoryState) -> &'static str {
    match state {
        DirectoryState::Enabled => "enabled",
        DirectoryState::Disabled => "disabled",
        DirectoryState::Expired => "expired",
        DirectoryState::Locked => "locked",
        DirectoryState::MustChange => "must change password",
    }
}
