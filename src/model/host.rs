use super::{Invalid, TransportSecurity};
use serde::{Deserialize, Serialize};
use std::net::{Ipv4Addr, Ipv6Addr};

/// One server's name or address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Host {
    Name(String),
    /// A domain whose servers DNS names (SRV records, RFC 2782): `ldap+srv://domain`.
    Srv(String),
    V4(Ipv4Addr),
    V6(Ipv6Addr),
}

impl std::fmt::Display for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Host::Name(name) => f.write_str(name),
            Host::Srv(domain) => write!(f, "ldap+srv://{domain}"),
            Host::V4(address) => address.fmt(f),
            Host::V6(address) => address.fmt(f),
        }
    }
}

/// One entry of the Host field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostEntry {
    /// Name or address.
    pub host: Host,
    /// Wins over the port field.
    pub port: Option<u16>,
}

impl std::fmt::Display for HostEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.host, self.port) {
            (Host::V6(address), Some(port)) => write!(f, "[{address}]:{port}"),
            (host, Some(port)) => write!(f, "{host}:{port}"),
            (host, None) => write!(f, "{host}"),
        }
    }
}

/// Servers in the order in which they are tried; at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HostList(Vec<HostEntry>);

impl HostList {
    /// Parses the Host field: names, IPv4, IPv6 (`::1`, `[::1]`, `[::1]:389`), `name:port`, or
    /// whole `ldap://` and `ldaps://` URLs, `ldap+srv://domain` and `ldaps+srv://domain`, separated by
    /// commas, spaces or semicolons. The second value is the security that URLs asked for: `ldaps`
    /// means LDAPS.
    pub fn parse(typed: &str) -> Result<(HostList, Option<TransportSecurity>), Invalid> {
        let mut entries = Vec::new();
        let mut schemes = Vec::new();
        for text in typed.split([',', ';', ' ', '\t', '\n', '\r']).filter(|part| !part.is_empty()) {
            let (scheme, by_srv, rest) = split_scheme(text)?;
            entries.push(if by_srv { parse_domain(rest)? } else { parse_entry(text, rest)? });
            schemes.push(scheme);
        }
        if entries.is_empty() {
            return Err(Invalid::new("Enter the host name or address of the directory server."));
        }
        if entries.len() > 16 {
            return Err(Invalid::new("At most 16 servers can be listed."));
        }
        let encrypted = schemes.iter().filter(|scheme| **scheme == Scheme::Ldaps).count();
        if encrypted != 0 && encrypted != schemes.len() {
            return Err(Invalid::new(
                "All servers share one kind of security: write ldaps:// before every one of them or before none.",
            ));
        }
        Ok((HostList(entries), (encrypted > 0).then_some(TransportSecurity::Ldaps)))
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[HostEntry] {
        &self.0
    }
}

impl std::fmt::Display for HostList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, entry) in self.0.iter().enumerate() {
            write!(f, "{}{entry}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

#[derive(PartialEq)]
enum Scheme {
    Absent,
    Ldap,
    Ldaps,
}

/// The scheme, whether DNS names the servers, and the rest.
fn split_scheme(text: &str) -> Result<(Scheme, bool, &str), Invalid> {
    let Some((scheme, rest)) = text.split_once("://") else {
        return Ok((Scheme::Absent, false, text));
    };
    let (scheme, by_srv) = match scheme.to_ascii_lowercase().as_str() {
        "ldap" => (Scheme::Ldap, false),
        "ldaps" => (Scheme::Ldaps, false),
        "ldap+srv" => (Scheme::Ldap, true),
        "ldaps+srv" => (Scheme::Ldaps, true),
        other => {
            return Err(Invalid::new(format!(
                "“{other}://” is not an LDAP address. Use ldap:// or ldaps://, or the host name alone."
            )));
        }
    };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !path.is_empty() {
        return Err(Invalid::new(format!(
            "Leave “/{path}” out of the host: the base goes under Directory DN, the filter under User filter."
        )));
    }
    Ok((scheme, by_srv, authority))
}

fn parse_domain(rest: &str) -> Result<HostEntry, Invalid> {
    match parse_name(rest) {
        Ok(Host::Name(domain)) => Ok(HostEntry { host: Host::Srv(domain), port: None }),
        _ => Err(Invalid::new(format!(
            "“{rest}” is not a domain. After ldap+srv:// comes one such as example.com, without a port: DNS says which servers and ports there are."
        ))),
    }
}

fn parse_entry(text: &str, rest: &str) -> Result<HostEntry, Invalid> {
    if rest.contains('@') {
        return Err(Invalid::new("Leave the user out of the host: it goes under User."));
    }
    if let Ok(address) = rest.parse::<Ipv6Addr>() {
        return Ok(HostEntry { host: Host::V6(address), port: None });
    }
    if let Some(bracketed) = rest.strip_prefix('[') {
        let (address, tail) = bracketed
            .split_once(']')
            .ok_or_else(|| Invalid::new(format!("“{text}”: the IPv6 address lacks its closing bracket.")))?;
        let address = address.parse().map_err(|_| Invalid::new(format!("“{address}” is not an IPv6 address.")))?;
        let port = match tail {
            "" => None,
            tail => Some(parse_port(tail.strip_prefix(':').unwrap_or(tail))?),
        };
        return Ok(HostEntry { host: Host::V6(address), port });
    }
    let (name, port) = match rest.split_once(':') {
        Some((name, port)) => (name, Some(parse_port(port)?)),
        None => (rest, None),
    };
    Ok(HostEntry { host: parse_name(name)?, port })
}

fn parse_port(text: &str) -> Result<u16, Invalid> {
    text.parse::<u16>()
        .ok()
        .filter(|port| *port != 0)
        .ok_or_else(|| Invalid::new(format!("“{text}” is not a port: use a number from 1 to 65535.")))
}

fn parse_name(name: &str) -> Result<Host, Invalid> {
    if let Ok(address) = name.parse::<Ipv4Addr>() {
        return Ok(Host::V4(address));
    }
    let trimmed = name.strip_suffix('.').unwrap_or(name);
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let only_digits = trimmed.chars().all(|c| c.is_ascii_digit() || c == '.');
    if trimmed.len() > 253 || only_digits || !trimmed.split('.').all(label) {
        return Err(Invalid::new(format!(
            "“{name}” is not a host name or an IP address. Type one such as ldap.example.com."
        )));
    }
    Ok(Host::Name(trimmed.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> String {
        let (list, security) = HostList::parse(text).expect(text);
        format!("{list}{}", if security.is_some() { " ldaps" } else { "" })
    }

    #[test]
    fn names_addresses_and_urls_are_understood() {
        assert_eq!(parsed("LDAP.example.com"), "ldap.example.com");
        assert_eq!(parsed("10.0.0.1:3389, ::1 [fe80::1]:636"), "10.0.0.1:3389, ::1, [fe80::1]:636");
        assert_eq!(parsed("ldaps://dc1.example.com/"), "dc1.example.com ldaps");
        assert_eq!(parsed("ldap://[::1]:1389"), "[::1]:1389");
        assert_eq!(parsed("ldap+srv://Example.com/, dc1.example.com"), "ldap+srv://example.com, dc1.example.com");
        assert_eq!(parsed("LDAPS+SRV://dc._msdcs.example.com."), "ldap+srv://dc._msdcs.example.com ldaps");
    }

    #[test]
    fn what_is_no_host_is_refused_with_the_remedy() {
        for text in [
            "",
            " , ",
            "http://a",
            "ldap://a/dc=x",
            "ldap://u:p@a",
            "a:0",
            "a:x",
            "a b/c",
            "[::1",
            "300.1.1.1",
            "-a",
            "a..b",
            "ldap:///",
            "ldap:foo",
            "ldap:/foo",
            "ldaps://a, b",
            "ldaps+srv://a, ldap+srv://b",
            "ldap+srv://",
            "ldap+srv://a:389",
            "ldap+srv://10.0.0.1",
            "ldap+srv://[::1]",
            "ldap+srv://a/dc=x",
        ] {
            assert!(HostList::parse(text).is_err(), "{text:?} passed");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic_and_what_it_prints_it_reads_again(text in ".{0,80}") {
            if let Ok((list, _)) = HostList::parse(&text) {
                proptest::prop_assert_eq!(HostList::parse(&list.to_string()).expect("printed").0, list);
            }
        }
    }
}
