use super::Invalid;
use serde::{Deserialize, Serialize};

/// A search filter (RFC 4515), kept as text; found to be well-formed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filter(String);

/// Deeper filters are refused: no directory needs them and servers limit them too.
const MAX_DEPTH: usize = 32;

impl Filter {
    /// Checks RFC 4515 syntax. Outer parentheses may be left out around a single condition.
    pub fn parse(typed: &str) -> Result<Filter, Invalid> {
        let text = typed.trim();
        if text.len() > 4096 {
            return Err(Invalid::new("The filter is longer than 4,096 bytes."));
        }
        let text = if text.starts_with('(') { text.to_owned() } else { format!("({text})") };
        let mut rest = text.as_str();
        group(&mut rest, 0)?;
        if !rest.is_empty() {
            return Err(Invalid::new(format!(
                "After the filter ends there is more: “{rest}”. Join conditions with (&…) or (|…)."
            )));
        }
        Ok(Filter(text))
    }

    /// The text, with its outer parentheses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn group(rest: &mut &str, depth: usize) -> Result<(), Invalid> {
    if depth > MAX_DEPTH {
        return Err(Invalid::new("The filter is nested more than 32 deep."));
    }
    *rest = rest
        .strip_prefix('(')
        .ok_or_else(|| Invalid::new(format!("The filter needs an opening parenthesis before {}.", head(rest))))?;
    match rest.chars().next() {
        Some('&' | '|') => {
            *rest = &rest[1..];
            while rest.starts_with('(') {
                group(rest, depth + 1)?;
            }
        }
        Some('!') => {
            *rest = &rest[1..];
            group(rest, depth + 1)?;
        }
        _ => condition(rest)?,
    }
    *rest = rest
        .strip_prefix(')')
        .ok_or_else(|| Invalid::new(format!("The filter lacks a closing parenthesis at {}.", head(rest))))?;
    Ok(())
}

fn condition(rest: &mut &str) -> Result<(), Invalid> {
    let end = rest.find(['(', ')']).unwrap_or(rest.len());
    let (text, tail) = rest.split_at(end);
    *rest = tail;
    let (left, value) = text.split_once('=').ok_or_else(|| {
        Invalid::new(format!("“{text}” is not a condition: write attribute=value, for example objectClass=person."))
    })?;
    let (ordered, described) = match left.strip_suffix(['~', '>', '<']) {
        Some(name) => (true, is_description(name)),
        None => (left.ends_with(':'), is_description(left) || is_rule(left)),
    };
    if !described {
        return Err(Invalid::new(format!("“{left}” is not an attribute name.")));
    }
    // Between two asterisks is a part of the value; only a plain comparison knows them.
    if value.contains("**") || (ordered && value.contains('*')) {
        return Err(Invalid::new(format!(
            "In “{value}” an asterisk is out of place. One that is meant is written \\2a."
        )));
    }
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next() {
        let hex_pair =
            || bytes.next().zip(bytes.next()).is_some_and(|(a, b)| a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
        if byte == 0 || (byte == b'\\' && !{ hex_pair }()) {
            return Err(Invalid::new(format!(
                "In “{value}” write special characters as a backslash and two hex digits: \\28 \\29 \\2a \\5c."
            )));
        }
    }
    Ok(())
}

/// An attribute with its options: `cn`, `2.5.4.3`, `cn;lang-de` (RFC 4512 §2.5).
fn is_description(text: &str) -> bool {
    let mut parts = text.split(';');
    let option = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    parts.next().is_some_and(is_type) && parts.all(option)
}

/// A name, or an OID whose numbers have no zeros before them.
fn is_type(text: &str) -> bool {
    let number = |part: &str| {
        part.chars().all(|c| c.is_ascii_digit()) && !part.is_empty() && (part == "0" || !part.starts_with('0'))
    };
    let name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split('.').all(number) || (text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(name))
}

/// What stands before the `=` of an extensible match: `cn:`, `cn:dn:`, `cn:dn:2.5.13.2:`, `:rule:`.
fn is_rule(text: &str) -> bool {
    let Some(text) = text.strip_suffix(':') else { return false };
    let mut parts = text.split(':');
    let attribute = parts.next().unwrap_or_default();
    let (dn, rule) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => (None, None),
        (Some("dn"), rule, None) => (Some("dn"), rule),
        (rule, None, None) => (None, rule),
        _ => return false,
    };
    // The LDAP library takes the beginning of a rule called dn… for the `:dn` before it.
    let rule_fits = rule.is_none_or(|rule| is_type(rule) && (dn.is_some() || !rule.starts_with("dn")));
    match attribute {
        "" => rule.is_some() && rule_fits,
        attribute => is_description(attribute) && rule_fits,
    }
}

fn head(text: &str) -> String {
    if text.is_empty() { "its end".into() } else { format!("“{}”", text.chars().take(20).collect::<String>()) }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn filters_people_write_are_accepted() {
        for text in [
            "(objectClass=person)",
            "objectClass=inetOrgPerson",
            "(&(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))",
            r"(|(cn=A*b*)(mail=*@example.com)(uid>=5)(sn~=x)(cn=a\28b\29))",
            "(|(cn;lang-de=a)(2.5.4.3=a)(cn:=a)(cn:dn:=a)(cn:dn:2.5.13.2:=a)(:caseExactMatch:=a)(cn=*))",
            "(&)",
        ] {
            assert!(Filter::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn broken_filters_are_refused() {
        for text in [
            "",
            "(",
            "()",
            "(a=b",
            "a=b)",
            "(&(a=b)",
            "(a)",
            "(=x)",
            r"(a=\zz)",
            r"(a=\2)",
            "(a=b)(c=d)",
            "(!(a=b)(c=d))",
            "(1.2.8R3=a)",
            "(1.02=a)",
            "(-a=b)",
            "(a;=b)",
            "(a:1.2.x:=b)",
            "(:=b)",
            "(:dn:=b)",
            "(a=b**c)",
            "(a>=b*)",
        ] {
            assert!(Filter::parse(text).is_err(), "{text:?} passed");
        }
        assert!(Filter::parse(&("(!".repeat(40) + "(a=b)" + &")".repeat(40))).is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,60}") {
            let _ = Filter::parse(&text);
        }
    }
}
