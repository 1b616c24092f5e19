//! A DN taken apart as text, with its case kept (RFC 4514 §3).

/// The value of the first attribute: `Berg, Anna` of `cn=Berg\, Anna+uid=a,dc=x`.
pub(super) fn leaf_value(dn: &str) -> Option<String> {
    let (leaf, _) = split(dn);
    let (_, value) = leaf.split_once('=')?;
    let value = value.trim_start();
    if value.starts_with('#') {
        return None;
    }
    let value = unescape(&value[..end(value, &['+'])])?;
    (!value.is_empty()).then_some(value)
}

/// The name of the entry above.
pub(super) fn parent(dn: &str) -> &str {
    split(dn).1
}

/// The first part and the rest.
fn split(dn: &str) -> (&str, &str) {
    let at = end(dn, &[',', ';']);
    (&dn[..at], dn.get(at + 1..).unwrap_or_default().trim_start())
}

/// Where the first of these stands that is neither escaped nor quoted.
fn end(text: &str, stops: &[char]) -> usize {
    let (mut escaped, mut quoted) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            c if !quoted && stops.contains(&c) => return at,
            _ => {}
        }
    }
    text.len()
}

fn unescape(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.trim_end().bytes();
    while let Some(byte) = rest.next() {
        if byte == b'"' {
            continue;
        }
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        let Some(next) = rest.next() else {
            break;
        };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let pair = digit(next).zip(rest.clone().next().and_then(digit));
        match pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(byte) => {
                rest.next();
                bytes.push(byte);
            }
            None => bytes.push(next),
        }
    }
    String::from_utf8(bytes).ok().map(|text| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_of_a_dn_is_read_with_its_case() {
        for (dn, value) in [
            ("cn=Anna Berg,dc=x", Some("Anna Berg")),
            (r"cn=Berg\, Anna+uid=a,dc=x", Some("Berg, Anna")),
            (r"CN=Zo\C3\AB,dc=x", Some("Zoë")),
            (r#"cn="Berg, Anna",dc=x"#, Some("Berg, Anna")),
            ("cn=#0401,dc=x", None),
            ("cn=,dc=x", None),
            ("nothing", None),
            (r"cn=\", None),
        ] {
            assert_eq!(leaf_value(dn).as_deref(), value, "{dn}");
        }
    }

    #[test]
    fn the_name_above_is_the_rest() {
        assert_eq!(parent(r"cn=a\,b, ou=p,dc=x"), "ou=p,dc=x");
        assert_eq!(parent("dc=x"), "");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}") {
            let _ = (leaf_value(&text), parent(&text));
        }
    }
}
