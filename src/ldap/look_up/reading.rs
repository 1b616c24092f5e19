//! How an entry is read, in words.

use crate::ldap::entry::Entry;
use crate::ldap::state::Evidence;
use crate::ldap::{guid, person};
use crate::model::*;

/// Values shown of one attribute.
const MOST_VALUES: usize = 50;

/// GUID, name, mail and phone.
pub(super) fn fields(entry: &Entry, resolved: &Resolved) -> Vec<MappedField> {
    let all = [
        (Field::Guid, &resolved.guid_attribute),
        (Field::Name, &resolved.cn_attribute),
        (Field::Mail, &resolved.mail_attribute),
        (Field::Phone, &resolved.phone_attribute),
    ];
    all.into_iter().map(|(field, attribute)| read(entry, field, attribute.as_str())).collect()
}

fn read(entry: &Entry, field: Field, attribute: &str) -> MappedField {
    let attribute = attribute.to_owned();
    if person::is_secret(&attribute) {
        let note = Some(format!("{attribute} holds passwords or keys: it is never asked for."));
        return MappedField { field, attribute, values: Vec::new(), taken: None, note };
    }
    let mut values: Vec<String> = entry.values(&attribute).take(MOST_VALUES).map(text).collect();
    values.sort_unstable();
    let (taken, note) = match field {
        Field::Guid => of_guid(entry, &attribute, values.len()),
        Field::Name => of_name(entry, &attribute, values.len()),
        Field::Mail => of_mail(entry, &attribute, values.len()),
        Field::Phone => of_phone(entry, &attribute, values.len()),
    };
    MappedField { field, attribute, values, taken, note }
}

fn of_guid(entry: &Entry, attribute: &str, count: usize) -> (Option<String>, Option<String>) {
    match guid::of_entry(entry, attribute) {
        Some(guid) => (Some(guid.to_string()), (count > 1).then(|| smallest(count))),
        None => (None, Some(said(&SkipReason::NoGuid { attribute: attribute.to_owned() }))),
    }
}

fn of_name(entry: &Entry, attribute: &str, count: usize) -> (Option<String>, Option<String>) {
    let note = match count {
        0 => Some(format!("{attribute} is missing: the first part of the DN is taken.")),
        1 => None,
        count => Some(format!(
            "Of {count} values the one that the DN begins with, or else the first in order, is taken: servers keep no order."
        )),
    };
    match person::name(entry, attribute) {
        Some(name) => (Some(name), note),
        None => (None, Some(said(&SkipReason::NoName { attribute: attribute.to_owned() }))),
    }
}

fn of_mail(entry: &Entry, attribute: &str, count: usize) -> (Option<String>, Option<String>) {
    match person::email(entry, attribute) {
        Ok(email) => {
            let note =
                || format!("Of {count} values the first in order that is an address is taken: servers keep no order.");
            (Some(email.to_string()), (count > 1).then(note))
        }
        Err(reason) => (None, Some(said(&reason))),
    }
}

fn of_phone(entry: &Entry, attribute: &str, count: usize) -> (Option<String>, Option<String>) {
    let taken = person::texts(entry, attribute).into_iter().next();
    let note = match (count, &taken) {
        (_, None) => Some("Nobody needs one.".to_owned()),
        (1, _) => None,
        (count, _) => Some(format!("Of {count} values the first in order is taken: servers keep no order.")),
    };
    (taken, note)
}

fn smallest(count: usize) -> String {
    format!("Of {count} values the smallest is taken: servers keep no order.")
}

/// The reason as a sentence of its own.
fn said(reason: &SkipReason) -> String {
    format!("The entry {}", reason.sentence())
}

/// A value to show: nothing that is no text.
fn text(value: &[u8]) -> String {
    match std::str::from_utf8(value) {
        Ok(text) if !text.chars().any(char::is_control) => text.chars().take(256).collect(),
        _ => format!("(binary, {} bytes)", value.len()),
    }
}

pub(super) fn state(entry: &Entry, evidence: Option<Evidence>) -> StateReading {
    match evidence {
        None => StateReading { state: DirectoryState::Enabled, evidence: None },
        Some(found) => {
            let value = entry.values(found.attribute).next().map(text).unwrap_or_default();
            StateReading { state: found.state, evidence: Some((found.attribute.to_owned(), value)) }
        }
    }
}

/// What the directory alone answers.
pub(super) fn verdicts(entry: &LookedUp, settings: &LdapSettings, resolved: &Resolved) -> Vec<Verdict> {
    let imported = why_not_imported(entry, settings, resolved);
    let signed_in = imported.clone().or_else(|| why_not_signed_in(&entry.state));
    vec![
        Verdict { question: Question::WouldBeImported, objection: imported },
        Verdict { question: Question::CouldSignIn, objection: signed_in },
    ]
}

fn why_not_imported(entry: &LookedUp, settings: &LdapSettings, resolved: &Resolved) -> Option<String> {
    let group = settings.group_dn.as_ref().map(Dn::as_str).unwrap_or_default();
    if !entry.place.within_base {
        return Some(format!("The entry is outside of the Directory DN ({}).", resolved.base_dn));
    }
    if !entry.place.matches_filter {
        return Some(format!("The User filter leaves the entry out: {}", resolved.user_filter));
    }
    match &entry.place.group {
        GroupPlace::Out => return Some(format!("The entry is not in the LDAP user group ({group}).")),
        GroupPlace::Unknown => {
            return Some(format!("The LDAP user group ({group}) cannot be read: nobody is imported."));
        }
        GroupPlace::NotAsked | GroupPlace::In(_) => {}
    }
    entry.found.as_ref().err().map(said)
}

fn why_not_signed_in(state: &StateReading) -> Option<String> {
    // There is some wherever the state is another than enabled.
    let evidence = state.evidence.as_ref().map(|(name, value)| format!("{name}: {value}")).unwrap_or_default();
    Some(match state.state {
        DirectoryState::Enabled => return None,
        DirectoryState::Disabled => format!("The account is switched off in the directory ({evidence})."),
        DirectoryState::Expired => format!("The account has expired in the directory ({evidence})."),
        DirectoryState::Locked => format!(
            "The account is locked in the directory after wrong passwords ({evidence}). If the lock has run out meanwhile, the right password lets them in."
        ),
        DirectoryState::MustChange => {
            format!("The password must be changed in the directory first ({evidence}).")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::entry::tests::entry;
    use super::*;

    #[test]
    fn values_are_shown_as_text_and_passwords_not_at_all() {
        let guid: Vec<u8> = (0..16).collect();
        let entry = entry(
            "cn=Anna,dc=x",
            &[("objectGUID", &[&guid]), ("mail", &[b"z@x", b"a@x", b"none"]), ("userPassword", &[b"secret"])],
        );
        let of = |field, attribute| read(&entry, field, attribute);
        let found = of(Field::Guid, "objectGUID");
        assert_eq!(found.values, ["(binary, 16 bytes)"]);
        assert_eq!(found.taken.as_deref(), Some("03020100-0504-0706-0809-0a0b0c0d0e0f"));
        let mail = of(Field::Mail, "mail");
        assert_eq!((mail.values.len(), mail.taken.as_deref()), (3, Some("a@x")));
        assert!(mail.note.is_some_and(|note| note.starts_with("Of 3 values the first in order that is an address")));
        let name = of(Field::Name, "displayName");
        assert_eq!((name.taken.as_deref(), name.values.len()), (Some("Anna"), 0));
        let phone = of(Field::Phone, "userPassword");
        assert_eq!((phone.values, phone.taken), (Vec::new(), None));
        let missing = of(Field::Mail, "otherMail");
        assert_eq!(missing.note.as_deref(), Some("The entry has no otherMail, so it could not sign in."));
    }
}
