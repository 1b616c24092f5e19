//! GUIDs: a server's bytes ↔ canonical text. Both ways lose nothing, whatever the bytes.

use super::entry::Entry;
use crate::model::Guid;
use uuid::Uuid;

/// How an attribute writes its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 16 bytes, the first three groups little-endian ([MS-DTYP] §2.3.4.2).
    ObjectGuid,
    /// A UUID as text (RFC 4530).
    UuidText,
    /// 389-ds: four groups of eight hex digits.
    NsUniqueId,
    /// Any other.
    Other,
}

impl Form {
    fn of(attribute: &str) -> Form {
        let name = attribute.split(';').next().unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "objectguid" | "1.2.840.113556.1.4.2" => Form::ObjectGuid,
            "entryuuid" | "1.3.6.1.1.16.4" | "ipauniqueid" => Form::UuidText,
            "nsuniqueid" => Form::NsUniqueId,
            _ => Form::Other,
        }
    }
}

/// Longest value, in bytes: it is kept for everyone and found by.
const MAX_VALUE: usize = 256;

/// Prefix of values that are not text.
const HEX: &str = "hex:";

/// The GUID of an entry; `None` when it is missing, empty, too long or not of its form. Of several values, the
/// smallest: servers keep no order.
pub(super) fn of_entry(entry: &Entry, attribute: &str) -> Option<Guid> {
    entry.values(attribute).min().and_then(|value| from_bytes(attribute, value))
}

/// Canonical text of a server's bytes.
pub(super) fn from_bytes(attribute: &str, bytes: &[u8]) -> Option<Guid> {
    if bytes.is_empty() || bytes.len() > MAX_VALUE {
        return None;
    }
    let text = match Form::of(attribute) {
        Form::ObjectGuid => Uuid::from_bytes_le(bytes.try_into().ok()?).to_string(),
        Form::UuidText => uuid(std::str::from_utf8(bytes).ok()?)?.to_string(),
        Form::NsUniqueId => ns_unique_id(std::str::from_utf8(bytes).ok()?)?,
        Form::Other => match std::str::from_utf8(bytes) {
            Ok(text) if is_plain(text) => text.to_owned(),
            _ => HEX.to_owned() + &bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        },
    };
    Some(Guid::from_canonical(text))
}

/// A condition that only the entry with this GUID meets; `None` when the GUID is not of this
/// attribute's form, so that nobody can have it.
pub(super) fn condition(attribute: &str, guid: &Guid) -> Option<String> {
    let bytes = to_bytes(attribute, guid)?;
    // Every byte of a binary value is escaped; in text, the harmless ones stay readable.
    let binary = Form::of(attribute) == Form::ObjectGuid;
    let mut condition = format!("({attribute}=");
    for byte in bytes {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' if !binary => condition.push(char::from(byte)),
            byte => condition.push_str(&format!("\\{byte:02x}")),
        }
    }
    condition.push(')');
    Some(condition)
}

/// A server's bytes of canonical text.
fn to_bytes(attribute: &str, guid: &Guid) -> Option<Vec<u8>> {
    let text = guid.as_str();
    match Form::of(attribute) {
        Form::ObjectGuid => Some(uuid(text)?.to_bytes_le().to_vec()),
        Form::UuidText => Some(uuid(text)?.to_string().into_bytes()),
        Form::NsUniqueId => Some(ns_unique_id(text)?.into_bytes()),
        Form::Other => match text.strip_prefix(HEX) {
            Some(digits) => from_hex(digits),
            None => is_plain(text).then(|| text.as_bytes().to_vec()),
        },
    }
}

/// A UUID in its usual form only: 36 characters.
fn uuid(text: &str) -> Option<Uuid> {
    let text = text.trim();
    (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten()
}

fn ns_unique_id(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    fits.then_some(text)
}

/// Text that stands for itself.
fn is_plain(text: &str) -> bool {
    !text.trim().is_empty() && !text.starts_with(HEX) && !text.chars().any(char::is_control)
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    if digits.is_empty() || !digits.len().is_multiple_of(2) {
        return None;
    }
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    digits.chunks(2).map(|pair| Some(value(pair[0])? * 16 + value(pair[1])?)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn the_first_three_groups_of_object_guid_are_little_endian() {
        let bytes: Vec<u8> = (0..16).collect();
        let guid = from_bytes("ObjectGUID", &bytes).unwrap();
        assert_eq!(guid.as_str(), "03020100-0504-0706-0809-0a0b0c0d0e0f");
        let expected = bytes.iter().map(|byte| format!("\\{byte:02x}")).collect::<String>();
        assert_eq!(condition("objectGUID", &guid).unwrap(), format!("(objectGUID={expected})"));
    }

    #[test]
    fn text_forms_are_lower_case() {
        let guid = from_bytes("entryUUID", b"6BA7B810-9DAD-11D1-80B4-00C04FD430C8").unwrap();
        assert_eq!(guid.as_str(), "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assert_eq!(
            from_bytes("nsUniqueId", b"B189B30F-e6fa11f1-8000a-1").unwrap().as_str(),
            "b189b30f-e6fa11f1-8000a-1"
        );
    }

    #[test]
    fn what_is_not_of_its_form_is_no_guid() {
        for (attribute, value) in [
            ("objectGUID", &b"short"[..]),
            ("entryUUID", b"autogenerate"),
            ("ipaUniqueID", b"autogenerate"),
            ("nsUniqueId", b"(x)"),
            ("employeeNumber", b""),
            ("employeeNumber", &[b'1'; 257]),
        ] {
            assert_eq!(from_bytes(attribute, value), None, "{attribute}");
        }
        assert_eq!(condition("objectGUID", &Guid::from_canonical("anna")), None);
        assert_eq!(condition("employeeNumber", &Guid::from_canonical("hex:0")), None);
    }

    proptest::proptest! {
        #[test]
        fn sixteen_bytes_round_trip_whatever_they_are(bytes in proptest::array::uniform16(proptest::num::u8::ANY)) {
            let guid = from_bytes("objectGUID", &bytes).expect("a guid");
            proptest::prop_assert_eq!(to_bytes("objectGUID", &guid).expect("bytes"), bytes);
        }

        #[test]
        fn any_other_value_round_trips(bytes in proptest::collection::vec(proptest::num::u8::ANY, 1..40)) {
            let guid = from_bytes("employeeNumber", &bytes).expect("a guid");
            proptest::prop_assert_eq!(to_bytes("employeeNumber", &guid).expect("bytes"), bytes);
        }

        #[test]
        fn no_value_can_break_out_of_its_condition(text in ".{1,20}") {
            if let Some(condition) = condition("employeeNumber", &Guid::from_canonical(text)) {
                proptest::prop_assert!(crate::model::Filter::parse(&condition).is_ok());
                proptest::prop_assert_eq!(condition.matches(['(', ')', '*']).count(), 2);
            }
        }
    }

    #[test]
    fn each_single_byte_value_round_trips() {
        for byte in 0..=255_u8 {
            let guid = from_bytes("GUID", &[byte]).unwrap();
            assert_eq!(to_bytes("GUID", &guid).unwrap(), [byte]);
        }
    }
}
