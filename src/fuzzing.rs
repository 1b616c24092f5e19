//! What fuzzers call, one function for each way in which bytes come from outside: it reads them as the panel would,
//! and checks what must hold of the outcome. `tests/fuzz` calls these with libFuzzer, [`short`] in the unit tests.
//!
//! Only there under `cfg(fuzzing)`, which cargo-fuzz sets, and in unit tests: most of the parsers are private to
//! their modules and stay so, and the product has nothing of this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(test)]
mod short;

use crate::model::{Dn, Email, Filter, Group, HostList, TransportSecurity};

/// Takes any bytes; panics when something does not hold.
pub type Target = fn(&[u8]);

/// Every target by name. Of each there is `tests/fuzz/targets/NAME.rs` and the folder `tests/fuzz/seeds/NAME`.
pub const TARGETS: &[(&str, Target)] = &[
    ("backup_file", crate::backup::fuzzing::file),
    ("control_line", crate::control::fuzz_line),
    ("cursor", crate::storage::fuzzing::cursor),
    ("demo_request", crate::demo::fuzzing::request),
    ("dn", dn),
    ("email", email),
    ("entry", crate::ldap::fuzzing::entry),
    ("escape", crate::ldap::fuzzing::escape),
    ("filter", filter),
    ("form_agent", crate::web::fuzzing::form_agent),
    ("form_login", crate::web::fuzzing::form_login),
    ("form_rules", crate::web::fuzzing::form_rules),
    ("form_settings", crate::web::fuzzing::form_settings),
    ("frame", crate::ldap::fuzzing::frame),
    ("guid", crate::ldap::fuzzing::guid),
    ("hosts", hosts),
    ("http_request", crate::web::fuzzing::http_request),
    ("pem", crate::ldap::fuzzing::pem),
    ("times", crate::ldap::fuzzing::times),
];

/// The target of this name.
pub fn target(name: &str) -> Target {
    TARGETS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name} is no target")).1
}

/// Bytes as text, where they are text.
pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// A DN is equal to itself however often it is read, and its key says exactly when two are equal.
fn dn(bytes: &[u8]) {
    let (one, two) = text(bytes).split_once('\n').unwrap_or((text(bytes), ""));
    let Ok(one) = Dn::parse(one) else { return };
    let again = Dn::parse(one.as_str()).expect("reads what it has written");
    assert!(again == one && again.key() == one.key());
    assert!(one.is_within(&one) && one.is_within(&Dn::parse("").expect("the root")));
    assert!(one.key().len() <= 8 * one.as_str().len() + 8, "the key grows out of bounds");
    let _ = one.leaf_value();
    let Ok(two) = Dn::parse(two) else { return };
    assert_eq!(one == two, one.key() == two.key(), "{one} and {two}");
    assert!(!(one.is_within(&two) && two.is_within(&one)) || one == two);
    // A name below is within; a name beside it, which only looks alike, is not.
    if !two.is_root() && !one.is_root() {
        let below = Dn::parse(&format!("{one},{two}")).expect("two names make one");
        assert!(below.is_within(&two) && !two.is_within(&below), "{below}");
    }
}

/// An address is one line that cannot be taken for more than an address, and survives another reading.
fn email(bytes: &[u8]) {
    let Ok(email) = Email::parse(text(bytes)) else { return };
    let again = Email::parse(email.as_str()).expect("reads what it has written");
    assert!(again == email && email.as_str().len() <= 254);
    assert_eq!(email.key(), Email::key_of(text(bytes)), "who signs in is not found");
    assert_eq!(Email::key_of(&email.key()), email.key(), "a key is its own key");
    assert!(!email.as_str().contains(|c: char| c.is_control() || c.is_whitespace() || "<>,;\"\\".contains(c)));
}

/// What passes as a filter is one to the LDAP library too, alone and within another.
fn filter(bytes: &[u8]) {
    let Ok(filter) = Filter::parse(text(bytes)) else { return };
    let again = Filter::parse(filter.as_str()).expect("reads what it has written");
    assert_eq!(again, filter);
    let within = format!("(&{filter}(uid=a))");
    if within.len() <= 4096 && within.matches('(').count() < 30 {
        assert!(Filter::parse(&within).is_ok(), "{within}");
    }
    crate::ldap::fuzzing::library_takes(&filter);
}

/// A list of servers prints as one that is read alike, and holds nothing that is no host.
fn hosts(bytes: &[u8]) {
    let Ok((list, security)) = HostList::parse(text(bytes)) else { return };
    let printed = list.to_string();
    assert_eq!(HostList::parse(&printed).expect("reads what it has printed").0, list);
    assert!((1..=16).contains(&list.entries().len()) && security.is_none_or(|s| s == TransportSecurity::Ldaps));
    assert!(list.entries().iter().all(|entry| entry.port != Some(0)));
    assert!(printed.is_ascii() && !printed.contains(['@', '/', '"', '<', '\\']) || printed.contains("+srv://"));
    let stored = serde_json::to_string(&list).expect("is stored");
    assert_eq!(serde_json::from_str::<HostList>(&stored).expect("is read from the store"), list);
}

/// The groups that forms choose from.
pub(crate) fn groups() -> Vec<Group> {
    let group = |id: u32, name: &str| Group { id: crate::model::GroupId(id), name: name.into() };
    vec![group(1, "Support team"), group(2, "Night shift")]
}
