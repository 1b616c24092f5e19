//! A search result entry (RFC 4511 §4.5.2) as bytes, taken out of the parsed answer without copies.
//! No form of answer makes it panic: what does not fit is left out.

use ldap3::asn1::{PL, StructureTag};

/// Longest DN, in bytes. It is kept for everyone, and written into reports.
const MAX_DN: usize = 8 << 10;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The name; where it has a flaw, as much as there is to show of it.
    pub(super) dn: String,
    /// What was wrong with the answer.
    pub(super) flaw: Option<&'static str>,
    attributes: Vec<Attribute>,
}

/// One attribute with its options, as the server named it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Attribute {
    name: String,
    values: Vec<Vec<u8>>,
}

impl Entry {
    pub(super) fn read(tag: StructureTag) -> Entry {
        let mut parts = children(tag).into_iter();
        let (dn, flaw) = match parts.next().and_then(StructureTag::expect_primitive).map(String::from_utf8) {
            Some(Ok(dn)) if dn.len() > MAX_DN => (shortened(&dn), Some("its DN is longer than 8 KiB")),
            Some(Ok(dn)) => (dn, None),
            Some(Err(error)) => (shortened(&String::from_utf8_lossy(error.as_bytes())), Some("its DN is not UTF-8")),
            None => (String::new(), Some("it has no DN")),
        };
        let attributes = parts.next().map(children).unwrap_or_default();
        let attributes = attributes.into_iter().filter_map(attribute).collect();
        Entry { dn, flaw, attributes }
    }

    /// Whether nothing can be found by its DN.
    pub(super) fn is_unnamed(&self) -> bool {
        self.flaw.is_some() || self.dn.is_empty()
    }

    /// All values of an attribute, without regard to the case of its name. Options that only say how
    /// values are transferred (`;binary`, `;range=`) are looked through; values in one language
    /// (`;lang-de`) count only where there are no others.
    pub(super) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        let plain = self.attributes.iter().any(|attribute| attribute.is(name));
        self.attributes
            .iter()
            .filter(move |attribute| if plain { attribute.is(name) } else { attribute.is_kind_of(name) })
            .flat_map(|attribute| attribute.values.iter().map(Vec::as_slice))
            .filter(|value| !value.is_empty())
    }

    /// The first value, as text.
    pub(super) fn text<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.texts(name).next()
    }

    /// The values that are text.
    pub(super) fn texts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values(name).filter_map(|value| std::str::from_utf8(value).ok())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// Where the values of `name;range=…` continue, when the server gave only a part.
    pub(super) fn continues_at(&self, name: &str) -> Option<u64> {
        self.attributes.iter().find_map(|attribute| {
            let (base, options) = attribute.name.split_once(';')?;
            if !base.eq_ignore_ascii_case(name) {
                return None;
            }
            let range = options.split(';').find_map(|option| strip_prefix(option, "range="))?;
            // The end is `*` in the last part.
            range.split_once('-')?.1.parse::<u64>().ok()?.checked_add(1)
        })
    }
}

impl Attribute {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
            || self.options_of(name).is_some_and(|options| options.split(';').all(is_way_of_transfer))
    }

    fn is_kind_of(&self, name: &str) -> bool {
        self.options_of(name).is_some()
    }

    fn options_of(&self, name: &str) -> Option<&str> {
        let rest = strip_prefix(&self.name, name)?;
        rest.strip_prefix(';')
    }
}

fn shortened(dn: &str) -> String {
    dn.chars().take(256).collect()
}

fn is_way_of_transfer(option: &str) -> bool {
    option.eq_ignore_ascii_case("binary") || strip_prefix(option, "range=").is_some()
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

fn attribute(tag: StructureTag) -> Option<Attribute> {
    let mut parts = children(tag).into_iter();
    let name = String::from_utf8(parts.next()?.expect_primitive()?).ok()?;
    let values = parts.next().map(children).unwrap_or_default();
    let values = values.into_iter().filter_map(StructureTag::expect_primitive).collect();
    Some(Attribute { name, values })
}

fn children(tag: StructureTag) -> Vec<StructureTag> {
    match tag.payload {
        PL::C(children) => children,
        PL::P(_) => Vec::new(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// For the tests of other modules.
    pub(in crate::ldap) fn entry(dn: &str, attributes: &[(&str, &[&[u8]])]) -> Entry {
        let attributes = attributes
            .iter()
            .map(|(name, values)| Attribute {
                name: (*name).to_owned(),
                values: values.iter().map(|value| value.to_vec()).collect(),
            })
            .collect();
        Entry { dn: dn.into(), flaw: None, attributes }
    }

    #[test]
    fn attributes_are_found_in_any_case_and_merged_when_they_come_twice() {
        let entry = entry("cn=a", &[("MAIL", &[b"a@x"]), ("mail", &[b"b@x", b""]), ("mailbox", &[b"no"])]);
        assert_eq!(entry.texts("Mail").collect::<Vec<_>>(), ["a@x", "b@x"]);
        assert!(!entry.has("mai"));
    }

    #[test]
    fn a_value_in_one_language_counts_only_without_others() {
        let both = entry("cn=a", &[("cn;lang-de", &[b"Anna (de)"]), ("cn", &[b"Anna"])]);
        assert_eq!(both.text("cn"), Some("Anna"));
        assert_eq!(entry("cn=a", &[("cn;lang-de", &[b"Anna (de)"])]).text("cn"), Some("Anna (de)"));
        assert_eq!(entry("cn=a", &[("photo;binary", &[b"x"])]).text("photo"), Some("x"));
    }

    #[test]
    fn a_part_of_many_values_says_where_it_continues() {
        let part = entry("cn=g", &[("member", &[]), ("member;Range=0-1499", &[b"cn=a"])]);
        assert_eq!((part.continues_at("member"), part.text("member")), (Some(1500), Some("cn=a")));
        assert_eq!(entry("cn=g", &[("member;range=1500-*", &[b"cn=b"])]).continues_at("member"), None);
        assert_eq!(entry("cn=g", &[("member;range=0-18446744073709551615", &[])]).continues_at("member"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_answer_makes_the_parser_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..120)) {
            let mut whole = vec![0x64, u8::try_from(bytes.len()).unwrap_or(0)];
            whole.extend(bytes);
            if let Ok((_, tag)) = ldap3::asn1::parse_tag(&whole) {
                let entry = Entry::read(tag);
                let _ = (entry.has("cn"), entry.continues_at("member"));
            }
        }
    }
}
