//! An entry → a person: which attributes are asked for, and how they are read.

use super::entry::Entry;
use super::{guid, rdn, state};
use crate::model::{Email, Found, Matched, Person, Resolved, SkipReason, Timestamp};

/// Attributes that hold passwords or keys. Never asked for, whatever the settings name.
const SECRETS: [&str; 21] = [
    "userpassword",
    "2.5.4.35",
    "unicodepwd",
    "1.2.840.113556.1.4.90",
    "authpassword",
    "dbcspwd",
    "ntpwdhistory",
    "lmpwdhistory",
    "supplementalcredentials",
    "ms-mcs-admpwd",
    "mslaps-password",
    "sambantpassword",
    "sambalmpassword",
    "sambapasswordhistory",
    "ipanthash",
    "krbprincipalkey",
    "passwordhistory",
    "pwdhistory",
    "olcrootpw",
    "nsrootpw",
    "ipauserauthkey",
];

/// Only the root DSE goes without a name (RFC 4512 §5.1), and it is nobody.
const NO_DN: &str = "its DN is empty";

/// The attributes to ask for by name: the mapped ones, the state's, and `more`; none twice.
pub(super) fn attributes(resolved: &Resolved, more: &[&str]) -> Vec<String> {
    let mapped =
        [&resolved.guid_attribute, &resolved.cn_attribute, &resolved.mail_attribute, &resolved.phone_attribute];
    let mut names: Vec<String> = Vec::new();
    for name in mapped.iter().map(|name| name.as_str()).chain(state::ATTRIBUTES).chain(more.iter().copied()) {
        if !is_secret(name) && !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Reads a person. `now` decides what has expired.
pub(super) fn found(entry: &Entry, resolved: &Resolved, now: Timestamp) -> Found {
    let guid = guid::of_entry(entry, resolved.guid_attribute.as_str());
    match read(entry, resolved, now, guid.clone()) {
        Ok(person) => Found::Person(person),
        Err(reason) => Found::Unusable { dn: entry.dn.clone(), guid, reason, matched: None },
    }
}

fn read(
    entry: &Entry,
    resolved: &Resolved,
    now: Timestamp,
    guid: Option<crate::model::Guid>,
) -> Result<Person, SkipReason> {
    if let Some(what) = entry.flaw {
        return Err(SkipReason::Malformed { what: what.into() });
    }
    if entry.is_unnamed() {
        return Err(SkipReason::Malformed { what: NO_DN.into() });
    }
    let attribute = |name: &crate::model::AttributeName| name.as_str().to_owned();
    let guid = guid.ok_or_else(|| SkipReason::NoGuid { attribute: attribute(&resolved.guid_attribute) })?;
    let email = email(entry, resolved.mail_attribute.as_str())?;
    let name = name(entry, resolved.cn_attribute.as_str())
        .ok_or_else(|| SkipReason::NoName { attribute: attribute(&resolved.cn_attribute) })?;
    let phone = texts(entry, resolved.phone_attribute.as_str()).into_iter().next();
    Ok(Person {
        guid,
        dn: entry.dn.clone(),
        name,
        email,
        phone,
        state: state::of_entry(entry, now),
        matched: Matched::default(),
    })
}

/// The first value that is an address. Servers keep no order, so the values are put in one.
pub(super) fn email(entry: &Entry, attribute: &str) -> Result<Email, SkipReason> {
    let values = texts(entry, attribute);
    if let Some(email) = values.iter().find_map(|value| Email::parse(value).ok()) {
        return Ok(email);
    }
    let attribute = attribute.to_owned();
    Err(match values.into_iter().next() {
        Some(value) => SkipReason::MailIsNoAddress { attribute, value },
        // There is a value, and it is not even text.
        None if entry.has(&attribute) => SkipReason::MailIsNoAddress { attribute, value: "…".into() },
        None => SkipReason::NoMail { attribute },
    })
}

/// Of several names the one that the DN begins with, else the first in order; without any the DN's.
pub(super) fn name(entry: &Entry, attribute: &str) -> Option<String> {
    let mut names = texts(entry, attribute);
    if names.len() == 1 {
        return names.pop();
    }
    let leaf = rdn::leaf_value(&entry.dn).and_then(|leaf| tidy(&leaf));
    if let Some(leaf) = &leaf {
        let leaf = leaf.to_lowercase();
        if let Some(at) = names.iter().position(|name| name.to_lowercase() == leaf) {
            return Some(names.swap_remove(at));
        }
    }
    names.into_iter().next().or(leaf)
}

/// The values that are text, tidied, in a stable order.
pub(super) fn texts(entry: &Entry, attribute: &str) -> Vec<String> {
    let mut values: Vec<String> = entry.texts(attribute).filter_map(tidy).collect();
    values.sort_unstable();
    values
}

/// Trimmed, control characters as spaces, at most 256 characters.
fn tidy(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 256 || text.chars().any(char::is_control) {
        let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(256).collect();
        let plain = plain.trim();
        return (!plain.is_empty()).then(|| plain.to_owned());
    }
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn is_secret(name: &str) -> bool {
    let name = name.split(';').next().unwrap_or_default().to_ascii_lowercase();
    SECRETS.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::entry::tests::entry;
    use super::*;
    use crate::model::{AttributeName, Dn, Filter, Vendor};

    fn resolved() -> Resolved {
        let name = |text| AttributeName::parse(text).unwrap();
        Resolved {
            vendor: Vendor::Other,
            base_dn: Dn::parse("dc=x").unwrap(),
            user_filter: Filter::parse("(cn=*)").unwrap(),
            guid_attribute: name("employeeNumber"),
            cn_attribute: name("cn"),
            mail_attribute: name("mail"),
            phone_attribute: name("telephoneNumber"),
        }
    }

    fn read(dn: &str, attributes: &[(&str, &[&[u8]])]) -> Found {
        let mut all: Vec<(&str, &[&[u8]])> = vec![("employeenumber", &[b"7"])];
        all.extend_from_slice(attributes);
        found(&entry(dn, &all), &resolved(), Timestamp::UNIX_EPOCH)
    }

    fn person(dn: &str, attributes: &[(&str, &[&[u8]])]) -> Person {
        match read(dn, attributes) {
            Found::Person(person) => person,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn of_several_mails_the_first_address_in_order_is_taken_whatever_the_servers_order() {
        let one = person("cn=a", &[("Mail", &[b"z@x", b"none", b"b@x"])]);
        let two = person("cn=a", &[("mail", &[b"b@x", b"z@x", b"none"])]);
        assert_eq!((one.email.as_str(), two.email.as_str()), ("b@x", "b@x"));
    }

    #[test]
    fn a_missing_name_comes_from_the_dn_and_of_several_the_dns_is_taken() {
        let mail: (&str, &[&[u8]]) = ("mail", &[b"a@x"]);
        assert_eq!(person("uid=Anna,dc=x", &[mail]).name, "Anna");
        assert_eq!(person("cn=Berta,dc=x", &[mail, ("cn", &[b"Anna", b"Berta"])]).name, "Berta");
        assert_eq!(person("uid=1,dc=x", &[mail, ("cn", &[b"Berta", b"Anna"])]).name, "Anna");
        let nameless = read("cn=#0401,dc=x", &[mail]);
        assert!(matches!(nameless, Found::Unusable { reason: SkipReason::NoName { .. }, .. }), "{nameless:?}");
    }

    #[test]
    fn the_phone_is_trimmed() {
        let found = person("cn=a", &[("mail", &[b"a@x"]), ("telephoneNumber", &[b" +49 30 1 \n"])]);
        assert_eq!(found.phone.as_deref(), Some("+49 30 1"));
        assert_eq!(person("cn=a", &[("mail", &[b"a@x"]), ("telephoneNumber", &[b"  "])]).phone, None);
    }

    #[test]
    fn without_a_usable_mail_the_reason_is_said_and_the_guid_kept() {
        let none = read("cn=a", &[]);
        assert!(matches!(none, Found::Unusable { guid: Some(_), reason: SkipReason::NoMail { .. }, .. }), "{none:?}");
        let bad = read("cn=a", &[("mail", &[b"n/a"])]);
        assert!(
            matches!(&bad, Found::Unusable { reason: SkipReason::MailIsNoAddress { value, .. }, .. } if value == "n/a")
        );
    }

    #[test]
    fn password_attributes_are_never_asked_for() {
        let mut resolved = resolved();
        resolved.phone_attribute = AttributeName::parse("userPassword;x-a").unwrap();
        resolved.cn_attribute = AttributeName::parse("UNICODEPWD").unwrap();
        let names = attributes(&resolved, &["uid"]).join(" ").to_lowercase();
        assert!(!names.contains("password;") && !names.contains("unicode"), "{names}");
        assert!(names.starts_with("employeenumber mail") && names.ends_with("uid"), "{names}");
    }
}
