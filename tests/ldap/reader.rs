//! Opens connections to test directories as an import does, and reads everyone.

use crate::support::openldap::{BIND_DN, BIND_PASSWORD, OpenLdap};
use crate::support::scripted::ScriptedLdap;
use muster::ldap::{Access, Connection, parse_ca_certificate};
use muster::model::*;

/// Nothing but what every directory needs, without encryption.
pub(crate) fn access(hosts: &str, port: u16) -> Access {
    let settings = LdapSettings {
        port: Some(port),
        ..LdapSettings::new(HostList::parse(hosts).unwrap().0, BIND_DN, SealedSecret(String::new()), GroupId(1))
    };
    Access::new(settings, BIND_PASSWORD.into())
}

pub(crate) fn to(directory: &OpenLdap) -> Access {
    access("127.0.0.1", directory.port)
}

pub(crate) fn to_script(server: &ScriptedLdap) -> Access {
    access("127.0.0.1", server.port)
}

/// Trusting this certificate, on the port of this kind of encryption.
pub(crate) fn encrypted(directory: &OpenLdap, host: &str, security: TransportSecurity, trusted: &str) -> Access {
    let on_tls_port = security == TransportSecurity::Ldaps;
    let port = if on_tls_port { directory.tls_port.unwrap() } else { directory.port };
    let mut access = access(host, port);
    access.settings.security = security;
    access.settings.ca_certificate = Some(parse_ca_certificate(trusted).unwrap());
    access
}

/// Why no connection comes about.
pub(crate) async fn failure(access: &Access) -> ConnectionFailure {
    match Connection::open(access).await {
        Ok(_) => panic!("a connection came about"),
        Err(problem) => problem.failure,
    }
}

/// Everyone, to the end of the search.
pub(crate) async fn everyone(connection: &mut Connection) -> Result<Vec<Found>, DirectoryProblem> {
    let mut people = connection.people().await?;
    let mut found = Vec::new();
    while let Some(one) = people.next().await? {
        found.push(one);
    }
    assert_eq!(people.next().await, Ok(None), "an end stays the end");
    Ok(found)
}

/// Connects and reads everyone.
pub(crate) async fn read(access: &Access) -> Result<Vec<Found>, ConnectionFailure> {
    let mut connection = Connection::open(access).await.map_err(|problem| problem.failure)?;
    everyone(&mut connection).await.map_err(|problem| problem.failure)
}

/// The first part of each DN, in order.
pub(crate) fn names(found: &[Found]) -> Vec<String> {
    let dn = |one: &Found| match one {
        Found::Person(person) => person.dn.clone(),
        Found::Unusable { dn, .. } => dn.clone(),
    };
    let mut names: Vec<String> = found.iter().map(|one| dn(one).split(',').next().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// A person who can be used; anything else fails the test.
pub(crate) fn person(found: &Found) -> &Person {
    let Found::Person(person) = found else { panic!("not usable: {found:?}") };
    person
}
