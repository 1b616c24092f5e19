use super::Invalid;
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

/// A distinguished name (RFC 4514): shown as it was written, compared as a parsed name, so that
/// case, spaces around separators and the way of escaping make no difference.
#[derive(Debug, Clone)]
pub struct Dn {
    written: String,
    /// Outermost part last, as written; the attributes of one part sorted.
    parts: Vec<Rdn>,
}

/// Type and value pairs of one relative name, folded for comparison.
type Rdn = Vec<(String, Vec<u8>)>;

impl Dn {
    /// Parses RFC 4514 text (and the RFC 2253 habits of quoted values and semicolons).
    pub fn parse(typed: &str) -> Result<Dn, Invalid> {
        let written = typed.trim();
        if written.len() > 8192 {
            return Err(Invalid::new("The DN is longer than 8,192 bytes."));
        }
        let parts = if written.is_empty() { Vec::new() } else { Parser::new(written).name()? };
        Ok(Dn { written: written.to_owned(), parts })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether it is the empty name (the root).
    pub fn is_root(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether this name is `base` or below it.
    pub fn is_within(&self, base: &Dn) -> bool {
        self.parts.ends_with(&base.parts)
    }

    /// The value of the first (leaf) part, where it is text: `Anna` of `cn=Anna,dc=x`, folded.
    pub fn leaf_value(&self) -> Option<String> {
        let (_, value) = self.parts.first()?.first()?;
        String::from_utf8(value.clone()).ok()
    }

    /// Text that is equal exactly for equal names; for maps and indexes.
    pub fn key(&self) -> String {
        let mut key = String::new();
        for part in &self.parts {
            for (name, value) in part {
                key.push_str(name);
                key.push('=');
                for byte in value {
                    match byte {
                        b',' | b'+' | b'\\' | b'=' | 0..=31 | 127.. => key.push_str(&format!("\\{byte:02x}")),
                        byte => key.push(char::from(*byte)),
                    }
                }
                key.push('+');
            }
            key.push(',');
        }
        key
    }
}

impl std::fmt::Display for Dn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written)
    }
}
impl PartialEq for Dn {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}
impl Eq for Dn {}
impl Hash for Dn {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts.hash(state);
    }
}
impl Serialize for Dn {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.written)
    }
}
impl<'de> Deserialize<'de> for Dn {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Dn::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

struct Parser<'a> {
    rest: &'a [u8],
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { rest: text.as_bytes() }
    }

    fn name(&mut self) -> Result<Vec<Rdn>, Invalid> {
        let mut parts = Vec::new();
        loop {
            parts.push(self.relative_name()?);
            match self.take() {
                None => return Ok(parts),
                Some(b',' | b';') => {}
                Some(other) => return Err(unexpected(other)),
            }
        }
    }

    fn relative_name(&mut self) -> Result<Rdn, Invalid> {
        let mut pairs = Vec::new();
        loop {
            let name = self.attribute_type()?;
            let value = self.value()?;
            pairs.push((name, value));
            if self.rest.first() != Some(&b'+') {
                break;
            }
            self.take();
        }
        pairs.sort();
        Ok(pairs)
    }

    fn attribute_type(&mut self) -> Result<String, Invalid> {
        let end = self.rest.iter().position(|b| *b == b'=').ok_or_else(|| {
            Invalid::new("A DN is made of name=value parts, such as ou=people,dc=example,dc=com. A part lacks its “=”.")
        })?;
        let name = String::from_utf8_lossy(&self.rest[..end]).trim().to_ascii_lowercase();
        let name = name.strip_prefix("oid.").map(str::to_owned).unwrap_or(name);
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.') {
            return Err(Invalid::new(format!("“{name}” is not an attribute type in a DN.")));
        }
        self.rest = &self.rest[end + 1..];
        Ok(name)
    }

    fn value(&mut self) -> Result<Vec<u8>, Invalid> {
        while self.rest.first() == Some(&b' ') {
            self.take();
        }
        match self.rest.first() {
            Some(b'#') => self.hex_value(),
            Some(b'"') => self.quoted_value(),
            _ => self.plain_value(),
        }
    }

    fn plain_value(&mut self) -> Result<Vec<u8>, Invalid> {
        let mut value = Vec::new();
        let mut kept = 0; // up to here spaces were escaped, so they count
        while let Some(&byte) = self.rest.first() {
            match byte {
                b',' | b'+' | b';' => break,
                b'\\' => {
                    self.take();
                    value.push(self.escaped()?);
                    kept = value.len();
                }
                b'"' | b'<' | b'>' | 0 => return Err(unexpected(byte)),
                byte => {
                    self.take();
                    value.push(byte);
                }
            }
        }
        while value.len() > kept && value.last() == Some(&b' ') {
            value.pop();
        }
        Ok(fold(&value))
    }

    fn quoted_value(&mut self) -> Result<Vec<u8>, Invalid> {
        self.take();
        let mut value = Vec::new();
        loop {
            match self.take() {
                Some(b'"') => break,
                Some(b'\\') => value.push(self.escaped()?),
                Some(byte) => value.push(byte),
                None => return Err(Invalid::new("The DN has an opening quote without its closing one.")),
            }
        }
        while self.rest.first() == Some(&b' ') {
            self.take();
        }
        Ok(fold(&value))
    }

    /// `#` and the hex digits of a BER value. Kept as written: two forms of one value are then
    /// different names, which can only make a comparison fail, never succeed wrongly.
    fn hex_value(&mut self) -> Result<Vec<u8>, Invalid> {
        self.take();
        let mut value = vec![b'#'];
        while let Some(byte) = self.rest.first().copied().filter(u8::is_ascii_hexdigit) {
            value.push(byte.to_ascii_lowercase());
            self.take();
        }
        while self.rest.first() == Some(&b' ') {
            self.take();
        }
        if value.len() < 3 || value.len() % 2 == 0 {
            return Err(Invalid::new("A DN value after “#” is pairs of hex digits."));
        }
        Ok(value)
    }

    fn escaped(&mut self) -> Result<u8, Invalid> {
        let first = self.take().ok_or_else(|| Invalid::new("The DN ends in a lone backslash."))?;
        let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let pair = hex(first).zip(self.rest.first().copied().and_then(hex));
        if let Some((high, low)) = pair {
            self.take();
            return Ok(high * 16 + low);
        }
        if hex(first).is_some() {
            return Err(Invalid::new("A backslash in a DN is followed by a special character or two hex digits."));
        }
        Ok(first)
    }

    fn take(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }
}

fn unexpected(byte: u8) -> Invalid {
    Invalid::new(format!(
        "“{}” is in the wrong place in the DN; inside a value it must be written with a backslash before it.",
        char::from(byte).escape_default()
    ))
}

/// caseIgnoreMatch, near enough: lower case, runs of spaces as one (RFC 4518 §2.6.1).
fn fold(value: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(value) {
        Ok(text) => {
            text.to_lowercase().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").into_bytes()
        }
        Err(_) => value.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::Dn;

    fn dn(text: &str) -> Dn {
        Dn::parse(text).expect(text)
    }

    #[test]
    fn names_are_compared_as_names_not_as_text() {
        for (a, b) in [
            ("CN=Anna,DC=example,DC=com", "cn=anna, dc=Example ,dc=com"),
            (r"cn=Berg\, Anna,dc=x", r"cn=Berg\2c Anna,dc=x"),
            (r#"cn="Berg, Anna",dc=x"#, r"cn=Berg\, Anna,dc=x"),
            ("cn=a+sn=b,dc=x", "SN=B + CN=A,dc=x"),
            (r"cn=Zo\c3\ab,dc=x", "cn=Zoë,dc=x"),
            ("cn=a;dc=x", "cn=a,dc=x"),
            ("OID.2.5.4.3=a", "2.5.4.3=A"),
        ] {
            assert_eq!(dn(a), dn(b), "{a} / {b}");
            assert_eq!(dn(a).key(), dn(b).key(), "{a} / {b}");
        }
        assert_ne!(dn(r"cn=a\,b,dc=x"), dn("cn=a,b=,dc=x"));
        assert_ne!(dn("cn=a,dc=x"), dn("cn=a,dc=y"));
    }

    #[test]
    fn a_name_is_within_its_base_and_not_within_a_lookalike() {
        assert!(dn("cn=a,ou=People,dc=x").is_within(&dn("OU=people,dc=x")));
        assert!(dn("dc=x").is_within(&dn("")));
        assert!(!dn("cn=a,ou=xpeople,dc=x").is_within(&dn("ou=people,dc=x")));
        assert!(!dn("dc=x").is_within(&dn("ou=people,dc=x")));
    }

    #[test]
    fn a_broken_name_is_refused() {
        for text in ["anna", "cn=a,", "cn=a,b", "=a", "cn=a\\", "cn=\"a", "cn=#1", "cn=a\\1,dc=x", "c n=a", "cn=a<b"] {
            assert!(Dn::parse(text).is_err(), "{text:?} passed");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,60}") {
            let _ = Dn::parse(&text);
        }

        #[test]
        fn equal_keys_mean_equal_names(a in "[a-c=,+\\\\ ]{0,12}", b in "[a-c=,+\\\\ ]{0,12}") {
            if let (Ok(a), Ok(b)) = (Dn::parse(&a), Dn::parse(&b)) {
                proptest::prop_assert_eq!(a == b, a.key() == b.key());
            }
        }
    }
}
