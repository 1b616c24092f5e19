//! Single fields of the settings form.

use crate::model::*;
use crate::web::form::optional;

/// A number within a range; what is said where it is none.
pub(super) fn parse_number<T: std::str::FromStr + PartialOrd + Copy>(
    typed: &str,
    empty: T,
    range: std::ops::RangeInclusive<T>,
    wrong: &'static str,
) -> Result<T, Invalid> {
    let Some(text) = optional(typed) else { return Ok(empty) };
    let number = text.parse::<T>().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| Invalid::new(wrong))
}

pub(super) fn is_on(value: &str) -> bool {
    matches!(value, "1" | "on" | "true" | "yes")
}

pub(super) fn parse_port(typed: &str) -> Result<Option<u16>, Invalid> {
    let Some(text) = optional(typed) else {
        return Ok(None);
    };
    let port = text.parse::<u16>().ok().filter(|port| *port != 0);
    port.map(Some).ok_or_else(|| Invalid::new("A port is a number from 1 to 65535; leave it empty for the usual one."))
}

pub(super) fn parse_security(typed: &str) -> Result<TransportSecurity, Invalid> {
    if typed.is_empty() {
        return Ok(TransportSecurity::None);
    }
    TransportSecurity::parse(typed).ok_or_else(|| Invalid::new("Choose one of the three."))
}

/// A DN, or a name as Active Directory takes it: `user@domain` or `DOMAIN\user`.
pub(super) fn parse_bind_dn(typed: &str) -> Result<String, Invalid> {
    let Some(text) = optional(typed) else {
        return Err(Invalid::new(
            "Enter the account that reads the directory: a DN, or user@domain for Active Directory.",
        ));
    };
    let windows_name = !text.contains('=') && (text.contains('@') || text.contains('\\'));
    if windows_name || Dn::parse(text).is_ok_and(|dn| !dn.is_root()) {
        return Ok(text.to_owned());
    }
    Err(Invalid::new(format!("“{text}” is neither a DN such as cn=reader,dc=example,dc=com nor user@domain.")))
}

/// An attribute an agent may be made of; never one that holds a password.
pub(super) fn parse_attribute(typed: &str) -> Result<AttributeName, Invalid> {
    let name = AttributeName::parse(typed)?;
    let lower = name.as_str().to_ascii_lowercase();
    if ["password", "pwd", "passwd", "secret"].iter().any(|word| lower.contains(word)) {
        return Err(Invalid::new("Passwords are never read. Name another attribute."));
    }
    Ok(name)
}

pub(super) fn parse_group(typed: &str, groups: &[Group]) -> Result<GroupId, Invalid> {
    let found = groups.iter().find(|group| group.id.to_string() == typed.trim());
    found.map(|group| group.id).ok_or_else(|| Invalid::new("Choose one of the groups."))
}

/// What a directory is called: one line of at most 80 characters, or nothing.
pub(super) fn parse_name(typed: Option<&str>, stored: Option<&LdapSettings>) -> Result<String, Invalid> {
    let Some(name) = typed.map(str::trim) else {
        return Ok(stored.map(|stored| stored.name.clone()).unwrap_or_default());
    };
    if name.chars().count() > 80 || name.chars().any(char::is_control) {
        return Err(Invalid::new("A name is one line of at most 80 characters."));
    }
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Invalid::new("A name of digits only would be taken for the number of a directory. Add a word."));
    }
    Ok(name.to_owned())
}

/// Minutes from one import to the next: up to a day, or nothing.
pub(super) fn parse_interval(typed: Option<&str>, stored: Option<&LdapSettings>) -> Result<Option<u32>, Invalid> {
    let Some(text) = typed.map(str::trim) else { return Ok(stored.and_then(|stored| stored.import_interval)) };
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse() {
        Ok(minutes @ 1..=1_440) => Ok(Some(minutes)),
        _ => Err(Invalid::new("An interval is a whole number of minutes from 1 to 1,440, a day.")),
    }
}
