//! `ldap+srv://domain`: the servers that DNS names, in its order.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::settings::*;
use super::support::dns::{Otherwise, TestDns};
use super::support::entries::Entries;
use super::support::http::Visitor;
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::free_ports;
use super::support::scripted::{ScriptedLdap, bind_result};
use super::support::tls::TestCa;
use ldap3_proto::proto::LdapResultCode;
use muster::model::ConnectionFailure;

const DOMAIN: &str = "ldap+srv://example.test";
const LDAP: &str = "_ldap._tcp.example.test";
const LDAPS: &str = "_ldaps._tcp.example.test";

async fn asking(dns: &TestDns) -> (Panel, Visitor) {
    let panel = Panel::with(&[("MUSTER_NAME_SERVERS", &dns.address())]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    (panel, visitor)
}

#[tokio::test]
async fn the_servers_of_a_domain_are_found_and_the_next_one_is_asked_when_one_is_away() {
    let directory = OpenLdap::builder().people(3).start().await;
    let dns = TestDns::start().await;
    let [closed] = free_ports();
    dns.services(LDAP, &[(20, directory.port, "dc2.example.test"), (10, closed, "DC1.example.test")]);
    ["dc1.example.test", "dc2.example.test"].iter().for_each(|host| dns.here(host));
    let (panel, visitor) = asking(&dns).await;
    let typed = [("host", DOMAIN), ("port", "")];
    visitor.connect_directory_with(&directory, &typed).await.expect_status(303);
    assert_eq!(stored(&visitor, "host").await, DOMAIN);
    let found = format!("{LDAP}: dc1.example.test:{closed}, dc2.example.test:{}", directory.port);
    let shown = words(&visitor.get(SETTINGS).await);
    assert!(shown.contains(&found), "{shown}");
    assert!(shown.contains(&format!("dc1.example.test:{closed} refused the connection.")), "{shown}");
    assert_eq!(visitor.import_and_wait().await["added"], 3);
    let agent = Visitor::new(&panel);
    agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);

    // Looked up anew each time: the other server is gone from DNS, and so from here.
    dns.services(LDAP, &[(10, closed, "dc1.example.test")]);
    let checked = panel.run(&["check"]).await;
    assert_eq!(checked.status.code(), Some(1), "{checked:?}");
    dns.services(LDAP, &[(10, directory.port, "dc3.example.test")]);
    dns.here("dc3.example.test");
    let checked = panel.run(&["check"]).await;
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}

#[tokio::test]
async fn a_refused_password_is_not_tried_at_the_next_server_of_the_domain() {
    let first = ScriptedLdap::start(|_| vec![bind_result(LdapResultCode::InvalidCredentials, "")]).await;
    let second = Entries::people(&["anna"]).serve().await;
    let dns = TestDns::start().await;
    dns.services(LDAP, &[(10, first.port, "dc1.example.test"), (20, second.port, "dc2.example.test")]);
    ["dc1.example.test", "dc2.example.test"].iter().for_each(|host| dns.here(host));
    let (_panel, visitor) = asking(&dns).await;
    let refused = visitor.connect_port(first.port, &[("host", DOMAIN)]).await.expect_status(422);
    assert!(words(&refused).contains(&ConnectionFailure::WrongCredentials.message()), "{}", refused.text);
    assert_eq!((first.requests().len(), second.connections()), (1, 0));
}

/// A panel's answer to the settings of a domain whose only server is `target`, by LDAPS.
async fn by_ldaps(ca: &TestCa, names: &[&str], target: &str, service: &str) -> super::support::http::Page {
    let directory = OpenLdap::builder().people(1).tls(ca.for_names(names)).start().await;
    let (plain, tls) = (directory.port, directory.tls_port.unwrap());
    let dns = TestDns::start().await;
    dns.services(service, &[(10, if service == LDAPS { tls } else { plain }, target)]);
    dns.here(target);
    let (_panel, visitor) = asking(&dns).await;
    let (pem, tls) = (ca.pem(), tls.to_string());
    let typed = [("host", "ldaps+srv://example.test"), ("port", &tls), ("ca_certificate", &pem)];
    visitor.connect_directory_with(&directory, &typed).await
}

#[tokio::test]
async fn with_ldaps_the_records_for_it_count_or_else_those_for_ldap_with_its_port() {
    let ca = TestCa::new();
    for service in [LDAPS, LDAP] {
        by_ldaps(&ca, &["dc1.example.test"], "dc1.example.test", service).await.expect_status(303);
    }
}

#[tokio::test]
async fn a_server_elsewhere_needs_a_certificate_for_the_domain() {
    let ca = TestCa::new();
    by_ldaps(&ca, &["example.test"], "ldap.elsewhere.test", LDAPS).await.expect_status(303);
    let refused = by_ldaps(&ca, &["ldap.elsewhere.test"], "ldap.elsewhere.test", LDAPS).await.expect_status(422);
    let names = vec!["ldap.elsewhere.test".to_owned()];
    let failure = ConnectionFailure::WrongName { host: "example.test".into(), names };
    assert!(words(&refused).contains(&failure.message()), "{}", refused.text);
    assert!(words(&refused).contains(&failure.remedy()), "{}", refused.text);
}

#[tokio::test]
async fn a_domain_without_servers_and_name_servers_without_an_answer_are_told() {
    let name = || LDAP.to_owned();
    for (otherwise, record, failure) in [
        (Otherwise::Unknown, None, ConnectionFailure::NoServiceRecords { name: name() }),
        (Otherwise::Unknown, Some("."), ConnectionFailure::ServiceNotOffered { name: name() }),
        (Otherwise::Fails, None, ConnectionFailure::DnsFailed { name: name() }),
        (Otherwise::Silent, None, ConnectionFailure::DnsFailed { name: name() }),
        (
            Otherwise::Unknown,
            Some("gone.example.test"),
            ConnectionFailure::UnknownHost { host: "gone.example.test".into() },
        ),
    ] {
        let dns = TestDns::that(otherwise).await;
        record.iter().for_each(|target| dns.services(LDAP, &[(0, 389, target)]));
        let (_panel, visitor) = asking(&dns).await;
        let refused = visitor.connect_port(389, &[("host", DOMAIN)]).await.expect_status(422);
        for sentence in [failure.message(), failure.remedy()] {
            assert!(words(&refused).contains(&sentence), "{otherwise:?}: “{sentence}” is not said: {}", refused.text);
        }
    }
}

#[tokio::test]
async fn after_a_domain_in_vain_the_server_that_stands_behind_it_is_tried() {
    let directory = OpenLdap::builder().people(1).start().await;
    let dns = TestDns::start().await;
    let (_panel, visitor) = asking(&dns).await;
    let hosts = format!("{DOMAIN}, 127.0.0.1:{}", directory.port);
    visitor.connect_directory_with(&directory, &[("host", &hosts)]).await.expect_status(303);
}
