//! LDAP messages by hand (RFC 4511, X.690), for what no library would write.

use crate::support::entries::Entry;
use crate::support::scripted::Answer;

/// An element with a length of four bytes.
pub(crate) fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x84][..], &length, content].concat()
}

pub(crate) fn octets(content: &[u8]) -> Vec<u8> {
    element(0x04, content)
}

/// An LDAPMessage with this id.
pub(crate) fn message(id: i32, operation: &[u8]) -> Vec<u8> {
    element(0x30, &[&element(0x02, &id.to_be_bytes()), operation].concat())
}

/// The end of a search.
pub(crate) fn done(id: i32, code: u8, text: &str) -> Vec<u8> {
    message(id, &element(0x65, &result(code, text)))
}

/// An LDAPResult's three parts.
pub(crate) fn result(code: u8, text: &str) -> Vec<u8> {
    [element(0x0a, &[code]), octets(b""), octets(text.as_bytes())].concat()
}

/// A search result reference.
pub(crate) fn reference(id: i32, uri: &str) -> Vec<u8> {
    message(id, &element(0x73, &octets(uri.as_bytes())))
}

/// A notice of disconnection (RFC 4511 §4.4.1).
pub(crate) fn notice(code: u8, text: &str) -> Vec<u8> {
    let name = element(0x8a, b"1.3.6.1.4.1.1466.20036");
    message(0, &element(0x78, &[result(code, text), name].concat()))
}

/// An entry whose name and values may be any bytes.
#[derive(Debug, Clone)]
pub(crate) struct RawEntry {
    dn: Vec<u8>,
    attributes: Vec<(String, Vec<Vec<u8>>)>,
}

impl RawEntry {
    /// The same person as [`Entry::person`].
    pub(crate) fn person(uid: &str) -> RawEntry {
        let entry = Entry::person(uid);
        let values = entry.attributes.into_iter().map(|(name, value)| (name, vec![value.into_bytes()]));
        RawEntry { dn: entry.dn.into_bytes(), attributes: values.collect() }
    }

    pub(crate) fn at(mut self, dn: impl AsRef<[u8]>) -> RawEntry {
        self.dn = dn.as_ref().to_vec();
        self
    }

    /// With these values instead; none takes the attribute away.
    pub(crate) fn with(mut self, name: &str, values: &[&[u8]]) -> RawEntry {
        self.attributes.retain(|(known, _)| known != name);
        if !values.is_empty() {
            self.attributes.push((name.to_owned(), values.iter().map(|value| value.to_vec()).collect()));
        }
        self
    }

    pub(crate) fn message(&self, id: i32) -> Vec<u8> {
        let mut attributes = Vec::new();
        for (name, values) in &self.attributes {
            let values: Vec<u8> = values.iter().flat_map(|value| octets(value)).collect();
            attributes.extend(element(0x30, &[octets(name.as_bytes()), element(0x31, &values)].concat()));
        }
        message(id, &element(0x64, &[octets(&self.dn), element(0x30, &attributes)].concat()))
    }

    pub(crate) fn answer(&self, id: i32) -> Answer {
        Answer::Bytes(self.message(id))
    }
}
