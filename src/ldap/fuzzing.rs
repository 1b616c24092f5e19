//! What a directory answers, and what is asked with its values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::entry::Entry;
use super::frame::{self, SEARCH_ENTRY};
use super::{generalized_time, guid, person, rdn, state};
use crate::fuzzing::text;
use crate::model::{AttributeName, Dn, Filter, Found, Guid, Resolved, Timestamp, Vendor};
use ldap3::asn1::{PL, StructureTag, Tag, parse_tag};
use time::Duration;

/// Bytes as from the socket: what passes the guard, the LDAP library reads, and an entry in it gives a person or a
/// reason.
pub(crate) fn frame(bytes: &[u8]) {
    let Ok(Some(length)) = frame::message_length(bytes) else { return };
    assert!((2..=(16 << 20) + 10).contains(&length));
    let Some(whole) = bytes.get(..length) else { return };
    let mut message = whole.to_vec();
    let Ok(found) = frame::check_message(&mut message) else { return };
    assert_eq!(message.len(), whole.len());
    let mut again = message.clone();
    assert_eq!(frame::check_message(&mut again).expect("what passed passes again"), found);
    assert_eq!(again, message, "the second check changes nothing more");
    let _ = frame::answer(&message);
    if found.id == 0 {
        return;
    }
    let (rest, tag) = parse_tag(&message).expect("the library reads it");
    assert!(rest.is_empty(), "the library stops before the end");
    let op = tag.expect_constructed().expect("a sequence").into_iter().nth(1).expect("content");
    if found.op == SEARCH_ENTRY {
        read(op, message.len());
    } else if matches!(op.id, 1 | 5 | 24) {
        let _ = ldap3::LdapResult::from(Tag::StructureTag(op));
    }
}

/// Lines like those of an LDIF, `dn` first: every value of them arrives, and nothing else does.
pub(crate) fn entry(bytes: &[u8]) {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let dn = lines.next().unwrap_or_default();
    let written: Vec<(&[u8], &[u8])> = lines
        .filter_map(|line| line.iter().position(|byte| *byte == b':').map(|at| (&line[..at], &line[at + 1..])))
        .collect();
    let attributes = written.iter().flat_map(|(name, value)| {
        let values = element(0x31, &element(4, value.trim_ascii_start()));
        element(0x30, &[element(4, name), values].concat())
    });
    let op = element(SEARCH_ENTRY, &[element(4, dn), element(0x30, &attributes.collect::<Vec<u8>>())].concat());
    let mut message = element(0x30, &[vec![2, 1, 2], op].concat());
    let Ok(found) = frame::check_message(&mut message) else {
        assert!(written.len() > 100_000, "a proper entry is refused");
        return;
    };
    assert_eq!(found.op, SEARCH_ENTRY);
    let (_, tag) = parse_tag(&message).expect("parses");
    let op = tag.expect_constructed().expect("a sequence").remove(1);
    let length = message.len();
    let read = read(op, length);
    for (name, value) in written {
        let (name, value) = (text(name), value.trim_ascii_start());
        if !name.is_empty() && !name.contains(';') && !value.is_empty() {
            assert!(read.values(name).any(|found| found == value), "a value of {name} is lost");
        }
    }
}

/// An entry of a message of this length, read as an import does.
fn read(op: StructureTag, length: usize) -> Entry {
    let entry = Entry::read(op);
    assert!(entry.dn.len() <= length.max(8 << 10));
    let now = Timestamp::from_unix_timestamp(1_800_000_000).unwrap();
    for (guid_attribute, phone) in [("entryUUID", "telephoneNumber"), ("objectGUID", "mobile"), ("uid", "phone")] {
        let resolved = resolved(guid_attribute, phone);
        let found = person::found(&entry, &resolved, now);
        assert_eq!(found, person::found(&entry, &resolved, now));
        match found {
            Found::Person(person) => {
                assert!(!entry.is_unnamed());
                assert!((1..=256).contains(&person.name.chars().count()), "{:?}", person.name);
                assert!(!person.name.contains(char::is_control), "{:?}", person.name);
                assert!(person.phone.is_none_or(|phone| !phone.contains(char::is_control) && phone.len() <= 1024));
                assert!(person.guid.as_str().len() <= 4 + 2 * 256);
                let condition = guid::condition(guid_attribute, &person.guid).expect("can be asked for again");
                one_condition(&condition, guid_attribute, None);
            }
            Found::Unusable { reason, .. } => assert!(reason.sentence().len() <= 8 * length + 4096),
        }
    }
    for policy in [None, Some(Duration::minutes(15)), Some(Duration::MAX)] {
        let _ = state::under_policy(&entry, now, policy);
    }
    let _ = (entry.continues_at("member"), rdn::leaf_value(&entry.dn), Dn::parse(&entry.dn));
    entry
}

fn resolved(guid: &str, phone: &str) -> Resolved {
    let name = |text| AttributeName::parse(text).unwrap();
    Resolved {
        vendor: Vendor::Other,
        base_dn: Dn::parse("dc=x").unwrap(),
        user_filter: Filter::parse("(cn=*)").unwrap(),
        guid_attribute: name(guid),
        cn_attribute: name("cn"),
        mail_attribute: name("mail"),
        phone_attribute: name(phone),
    }
}

/// An element of any length.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    [&[tag, 0x84], &length[..], content].concat()
}

/// A GUID that was read is asked for by exactly the bytes it came from, or by its canonical form.
pub(crate) fn guid(bytes: &[u8]) {
    for attribute in ["objectGUID", "entryUUID", "ipaUniqueID", "nsUniqueId", "employeeNumber"] {
        if let Some(guid) = guid::from_bytes(attribute, bytes) {
            let asked = guid::condition(attribute, &guid).expect("can be asked for");
            let as_read = matches!(attribute, "objectGUID" | "employeeNumber").then_some(bytes);
            let value = one_condition(&asked, attribute, as_read);
            assert_eq!(guid::from_bytes(attribute, &value), Some(guid), "another GUID is asked for");
        }
        // One that was stored, or that someone typed.
        if let Some(condition) = guid::condition(attribute, &Guid::from_canonical(text(bytes))) {
            one_condition(&condition, attribute, None);
        }
    }
}

/// Whatever a value is, escaped it is one value within one condition of the filter around it.
pub(crate) fn escape(bytes: &[u8]) {
    let value = text(bytes);
    let condition = format!("(member={})", ldap3::ldap_escape(value));
    one_condition(&condition, "member", Some(value.as_bytes()));
    let within = format!("(&(objectClass=group)(|{condition}(uniqueMember={})))", ldap3::ldap_escape(value));
    let StructureTag { id: 0, payload: PL::C(parts), .. } = parsed(&within) else { panic!("{within}") };
    assert_eq!(parts.len(), 2, "{within}");
    let StructureTag { id: 1, payload: PL::C(parts), .. } = &parts[1] else { panic!("{within}") };
    assert_eq!(parts.len(), 2, "{within}");
    assert!(condition.len() > 4096 || Filter::parse(&condition).is_ok(), "{condition}");
}

/// That a filter is one equality match, perhaps with this value; gives the value.
fn one_condition(condition: &str, attribute: &str, value: Option<&[u8]>) -> Vec<u8> {
    let StructureTag { id: 3, payload: PL::C(parts), .. } = parsed(condition) else {
        panic!("{condition} is no equality match");
    };
    let parts: Vec<Vec<u8>> = parts.into_iter().filter_map(StructureTag::expect_primitive).collect();
    let [name, found] = parts.try_into().unwrap_or_else(|_| panic!("{condition}"));
    assert_eq!(name, attribute.as_bytes(), "{condition}");
    assert!(value.is_none_or(|value| value == found), "{condition} asks for another value");
    found
}

fn parsed(filter: &str) -> StructureTag {
    use ldap3::asn1::ASNTag;
    ldap3::parse_filter(filter).unwrap_or_else(|()| panic!("the library refuses {filter}")).into_structure()
}

/// The library refuses no filter that was accepted where it was typed.
pub(crate) fn library_takes(filter: &Filter) {
    assert!(ldap3::parse_filter(filter.as_str()).is_ok(), "the library refuses {filter}");
}

/// Times, and DNs taken apart as text.
pub(crate) fn times(bytes: &[u8]) {
    let typed = text(bytes);
    if let Some(time) = generalized_time::parse(typed) {
        assert!((-1..=10_000).contains(&time.year()));
        assert!(typed.len() >= 11);
        let spaces = format!(" {typed}\n");
        assert_eq!(generalized_time::parse(&spaces), Some(time));
    }
    let parent = rdn::parent(typed);
    assert!(typed.ends_with(parent), "{parent:?} is no end of {typed:?}");
    if let Some(value) = rdn::leaf_value(typed) {
        assert!(!value.is_empty() && value.len() <= typed.len());
    }
}

/// Certificates and keys that an administrator pastes.
pub(crate) fn pem(bytes: &[u8]) {
    let typed = text(bytes);
    let (certificate, key) = typed.split_once("====").unwrap_or((typed, typed));
    if let Ok(authority) = super::parse_ca_certificate(certificate) {
        assert!(super::parse_ca_certificate(authority.as_pem()).is_ok(), "reads what it keeps");
    }
    if let Ok(certificate) = super::parse_client_certificate(certificate) {
        assert!(super::parse_client_certificate(certificate.as_pem()).is_ok(), "reads what it keeps");
        let _ = super::fit_client_key(&key.to_owned().into(), &certificate);
    }
}
