//! The servers of a domain by DNS SRV records (RFC 2782): which, in which order, and whom their
//! certificates must be for.

use super::dns::{self, Service};
use super::error::{Outcome, problem};
use super::journal::Journal;
use crate::model::{ConnectionFailure, Host, HostEntry, LdapSettings, TransportSecurity};
use rand::Rng;
use std::time::Duration;

/// Servers of one domain that are tried at most.
const MAX_SERVERS: usize = 16;

/// One server to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) host: Host,
    pub(super) port: u16,
    /// Whom its certificate must be for.
    pub(super) named: Host,
    /// DNS named it, and says its address as well.
    pub(super) by_dns: bool,
}

/// The servers that an entry of the Host field stands for, in the order in which they are to be tried.
/// Records are looked up anew each time.
pub(super) async fn candidates(
    entry: &HostEntry,
    settings: &LdapSettings,
    limit: Duration,
    journal: &mut Journal,
) -> Outcome<Vec<Candidate>> {
    let Host::Srv(domain) = &entry.host else {
        let port = entry.port.unwrap_or_else(|| settings.port_or_default());
        let host = entry.host.clone();
        return Ok(vec![Candidate { named: host.clone(), host, port, by_dns: false }]);
    };
    let (name, services) = look_up(domain, settings, limit).await?;
    let found = in_order(services, |sum| rand::rng().random_range(0..=sum));
    let mut candidates = Vec::new();
    for Service { target, port, .. } in found.into_iter().take(MAX_SERVERS) {
        let named = Host::Name(reference_name(domain, &target).to_owned());
        candidates.push(Candidate { host: Host::Name(target), port, named, by_dns: true });
    }
    let listed: Vec<String> = candidates.iter().map(|one| format!("{}:{}", one.host, one.port)).collect();
    journal.learn(format!("{name}: {}", listed.join(", ")));
    Ok(candidates)
}

/// The records, under the name they were found by. Active Directory has none for LDAPS: its servers are
/// those for LDAP then, and the port is LDAPS's.
async fn look_up(domain: &str, settings: &LdapSettings, limit: Duration) -> Outcome<(String, Vec<Service>)> {
    let plain = format!("_ldap._tcp.{domain}");
    if settings.security != TransportSecurity::Ldaps {
        let services = offered(dns::services(&plain, limit).await?, &plain)?;
        return Ok((plain, services));
    }
    let encrypted = format!("_ldaps._tcp.{domain}");
    match dns::services(&encrypted, limit).await {
        Ok(services) => return Ok((encrypted.clone(), offered(services, &encrypted)?)),
        Err(problem) if !matches!(problem.failure, ConnectionFailure::NoServiceRecords { .. }) => return Err(problem),
        Err(_) => {}
    }
    let mut services = offered(dns::services(&plain, limit).await?, &plain)?;
    services.iter_mut().for_each(|service| service.port = settings.port_or_default());
    Ok((plain, services))
}

/// "A target of `.` means that the service is decidedly not available at this domain."
fn offered(services: Vec<Service>, name: &str) -> Outcome<Vec<Service>> {
    let offered: Vec<Service> = services.into_iter().filter(|service| !service.target.is_empty()).collect();
    match offered.is_empty() {
        true => Err(problem(ConnectionFailure::ServiceNotOffered { name: name.to_owned() })),
        false => Ok(offered),
    }
}

/// By priority; within one at random, by weight. `pick` answers a number from 0 to its argument.
fn in_order(mut services: Vec<Service>, mut pick: impl FnMut(u32) -> u32) -> Vec<Service> {
    // Those without weight first within their priority, so that they have a small chance.
    services.sort_by_key(|service| (service.priority, service.weight != 0));
    let mut ordered = Vec::new();
    while let Some(priority) = services.first().map(|service| service.priority) {
        let alike = services.iter().take_while(|service| service.priority == priority);
        let sums: Vec<u32> = alike
            .scan(0, |sum, service| {
                *sum += u32::from(service.weight);
                Some(*sum)
            })
            .collect();
        let picked = pick(sums.last().copied().unwrap_or_default());
        let at = sums.iter().position(|sum| *sum >= picked).unwrap_or_default();
        ordered.push(services.remove(at));
    }
    ordered
}

/// Whom the certificate of a server must be for. Whoever can forge an answer of DNS could name a server
/// of their own with a proper certificate, so a name that only DNS said does not count (RFC 4513 §3.1.3,
/// RFC 6125 §6.2.1). A server within the domain may show a certificate for its own name: nobody else gets
/// one for that. A server elsewhere must show one for the domain.
fn reference_name<'a>(domain: &'a str, target: &'a str) -> &'a str {
    // `dc._msdcs.example.com` and `site._sites.example.com` are places in the domain `example.com`.
    let domain = match domain.rsplit_once("._").map_or(domain.strip_prefix('_'), |(_, rest)| Some(rest)) {
        Some(rest) => rest.split_once('.').map_or(domain, |(_, domain)| domain),
        None => domain,
    };
    let within = target == domain || target.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    // Below a whole top-level domain everyone can have a name.
    if within && domain.contains('.') || target == domain { target } else { domain }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(target: &str, priority: u16, weight: u16) -> Service {
        Service { target: target.into(), port: 389, priority, weight }
    }

    fn names(services: Vec<Service>) -> String {
        services.into_iter().map(|service| service.target).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn servers_are_tried_by_priority_and_within_one_by_weight() {
        let all = || vec![service("last", 20, 0), service("a", 10, 60), service("never", 10, 0), service("b", 10, 20)];
        // The lowest pick takes the one without weight, the highest the one at the end.
        assert_eq!(names(in_order(all(), |_| 0)), "never a b last");
        assert_eq!(names(in_order(all(), |sum| sum)), "b a never last");
        assert_eq!(names(in_order(all(), |sum| sum.min(1))), "a b never last");
    }

    #[test]
    fn of_four_first_picks_three_go_to_the_server_with_three_quarters_of_the_weight() {
        let first = |pick: u32| names(in_order(vec![service("a", 1, 75), service("b", 1, 25)], |sum| pick.min(sum)));
        let to_a = (0..=100).filter(|pick| first(*pick).starts_with('a')).count();
        assert_eq!(to_a, 76);
    }

    #[test]
    fn a_certificate_is_for_the_server_within_the_domain_and_else_for_the_domain() {
        for (domain, target, expected) in [
            ("example.com", "dc1.example.com", "dc1.example.com"),
            ("example.com", "example.com", "example.com"),
            ("example.com", "ldap.evil.test", "example.com"),
            ("example.com", "evilexample.com", "example.com"),
            ("example.com", "com", "example.com"),
            ("dc._msdcs.example.com", "dc1.example.com", "dc1.example.com"),
            ("site-a._sites.example.com", "dc1.example.com", "dc1.example.com"),
            ("_tcp.example.com", "dc1.example.com", "dc1.example.com"),
            ("dc._msdcs.example.com", "evil.test", "example.com"),
            ("localhost", "localhost", "localhost"),
            ("com", "evil.com", "com"),
        ] {
            assert_eq!(reference_name(domain, target), expected, "{domain} → {target}");
        }
    }

    #[test]
    fn a_domain_that_offers_no_service_is_told() {
        let failed = offered(vec![service("", 0, 0)], "_ldap._tcp.example.com").map_err(|problem| problem.failure);
        assert_eq!(failed, Err(ConnectionFailure::ServiceNotOffered { name: "_ldap._tcp.example.com".into() }));
    }
}
