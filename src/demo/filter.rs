//! Does an entry match a filter? (RFC 4511, section 4.5.1.7)

use super::tree::Entry;
use crate::model::Dn;
use ldap3_proto::proto::{LdapFilter, LdapMatchingRuleAssertion, LdapSubstringFilter};

/// Active Directory's rules that match bits of a number.
const BITS_ALL: &str = "1.2.840.113556.1.4.803";
const BITS_ANY: &str = "1.2.840.113556.1.4.804";

/// Whether the entry matches. A filter that evaluates to Undefined does not.
pub(super) fn matches(entry: &Entry, filter: &LdapFilter) -> bool {
    evaluate(entry, filter) == Some(true)
}

/// True, false, or Undefined (`None`).
fn evaluate(entry: &Entry, filter: &LdapFilter) -> Option<bool> {
    match filter {
        LdapFilter::And(parts) => all(parts.iter().map(|part| evaluate(entry, part))),
        LdapFilter::Or(parts) => all(parts.iter().map(|part| not(evaluate(entry, part)))).map(|none| !none),
        LdapFilter::Not(part) => not(evaluate(entry, part)),
        LdapFilter::Present(name) => Some(entry.values(name).next().is_some()),
        LdapFilter::Equality(name, value) | LdapFilter::Approx(name, value) => Some(has(entry, name, value)),
        LdapFilter::GreaterOrEqual(name, value) => {
            let bound = fold(value);
            Some(entry.values(name).any(|value| fold(value) >= bound))
        }
        LdapFilter::LessOrEqual(name, value) => {
            let bound = fold(value);
            Some(entry.values(name).any(|value| fold(value) <= bound))
        }
        LdapFilter::Substring(name, pattern) => Some(entry.values(name).any(|value| substring(value, pattern))),
        LdapFilter::Extensible(assertion) => extensible(entry, assertion),
    }
}

/// False if one is false, else Undefined if one is, else true.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut undefined = false;
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => undefined = true,
        }
    }
    (!undefined).then_some(true)
}

fn not(value: Option<bool>) -> Option<bool> {
    value.map(|value| !value)
}

fn has(entry: &Entry, name: &str, wanted: &str) -> bool {
    let folded = fold(wanted);
    if entry.values(name).any(|value| fold(value) == folded) {
        return true;
    }
    // DNs are equal in more ways than texts are.
    let holds_names = ["member", "memberOf"].iter().any(|known| known.eq_ignore_ascii_case(name));
    let Some(wanted) = Dn::parse(wanted).ok().filter(|_| holds_names) else { return false };
    entry.values(name).any(|value| Dn::parse(value).is_ok_and(|value| value == wanted))
}

fn substring(value: &str, pattern: &LdapSubstringFilter) -> bool {
    let value = fold(value);
    let mut rest = value.as_str();
    if let Some(initial) = &pattern.initial {
        let Some(after) = rest.strip_prefix(&fold_part(initial)) else { return false };
        rest = after;
    }
    for part in &pattern.any {
        let part = fold_part(part);
        let Some(at) = rest.find(&part) else { return false };
        rest = &rest[at + part.len()..];
    }
    pattern.final_.as_ref().is_none_or(|end| rest.ends_with(&fold_part(end)))
}

/// Undefined for a rule that is not known here, and for a rule without an attribute.
fn extensible(entry: &Entry, assertion: &LdapMatchingRuleAssertion) -> Option<bool> {
    let name = assertion.type_.as_deref()?;
    let bits = assertion.match_value.parse::<u64>();
    let numbers = || entry.values(name).filter_map(|value| value.parse::<u64>().ok());
    match assertion.matching_rule.as_deref() {
        None | Some("caseIgnoreMatch" | "2.5.13.2") => Some(has(entry, name, &assertion.match_value)),
        Some("caseExactMatch" | "2.5.13.5") => Some(entry.values(name).any(|value| value == assertion.match_value)),
        Some(BITS_ALL) => bits.ok().map(|bits| numbers().any(|number| number & bits == bits)),
        Some(BITS_ANY) => bits.ok().map(|bits| numbers().any(|number| number & bits != 0)),
        Some(_) => None,
    }
}

/// Case and runs of spaces make no difference (caseIgnoreMatch, RFC 4517).
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Like [`fold`], but spaces at the ends of a part of a substring filter count.
fn fold_part(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use ldap3_proto::parse_ldap_filter_str;

    fn entry() -> Entry {
        Entry::new("uid=olga,ou=people,dc=demo,dc=test")
            .with("objectClass", ["person", "inetOrgPerson"])
            .with("uid", ["olga"])
            .with("cn", ["Ольга  Березнякова"])
            .with("mail", ["olga@demo.test"])
            .with("userAccountControl", ["514"])
            .with("memberOf", ["cn=night shift,ou=groups,dc=demo,dc=test"])
    }

    fn is_matched_by(filter: &str) -> bool {
        matches(&entry(), &parse_ldap_filter_str(filter).expect(filter))
    }

    #[test]
    fn filters_match_as_the_standard_says() {
        for filter in [
            "(objectClass=*)",
            "(UID=OLGA)",
            r#"(cn="ольга БЕРЕЗНЯКОВА")"#,
            "(cn=Ольга*)",
            "(cn=*берез*)",
            "(mail=o*@*.test)",
            "(mail=*a@demo.test)",
            "(uid>=o)",
            "(uid<=p)",
            "(uid~=olga)",
            "(&(uid=olga)(mail=*))",
            "(|(uid=nobody)(uid=olga))",
            "(!(phone=*))",
            "(uid:caseExactMatch:=olga)",
            "(userAccountControl:1.2.840.113556.1.4.803:=2)",
            "(userAccountControl:1.2.840.113556.1.4.804:=3)",
            r#"(memberOf="CN=Night Shift, OU=groups, DC=demo, DC=test")"#,
        ] {
            assert!(is_matched_by(filter), "{filter} should match");
        }
        for filter in [
            "(uid=olg)",
            "(phone=*)",
            "(cn=*берез)",
            "(mail=x*)",
            "(uid>=p)",
            "(uid<=o)",
            "(&(uid=olga)(phone=*))",
            "(|(uid=a)(uid=b))",
            "(!(uid=olga))",
            "(uid:caseExactMatch:=OLGA)",
            "(userAccountControl:1.2.840.113556.1.4.803:=3)",
        ] {
            assert!(!is_matched_by(filter), "{filter} should not match");
        }
    }

    #[test]
    fn an_unknown_rule_matches_neither_way() {
        assert!(!is_matched_by("(uid:1.2.3.4:=olga)"));
        assert!(!is_matched_by("(!(uid:1.2.3.4:=olga))"));
        assert!(is_matched_by("(|(uid:1.2.3.4:=olga)(uid=olga))"));
        assert!(!is_matched_by("(!(&(uid:1.2.3.4:=olga)(uid=olga)))"));
    }
}
