//! What directories answer to the settings: encryption, refusals, outages, each with its sentence.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::settings::{fresh, status, stored, words};
use super::support::http::Visitor;
use super::support::openldap::OpenLdap;
use super::support::people::person;
use super::support::process::free_ports;
use super::support::tls::TestCa;
use muster::model::ConnectionFailure;

#[tokio::test]
async fn a_whole_url_fills_port_and_security() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(1).tls(ca.good()).start().await;
    let (_panel, visitor) = fresh().await;
    let url = format!("ldaps://localhost:{}", directory.tls_port.unwrap());
    let pem = ca.pem();
    let changes = [("host", url.as_str()), ("port", ""), ("ca_certificate", &pem)];
    visitor.connect_directory_with(&directory, &changes).await.expect_status(303);
    assert_eq!(stored(&visitor, "security").await, "ldaps");
    assert_eq!(visitor.import_and_wait().await["added"], 1);
}

#[tokio::test]
async fn encrypted_connections_work_with_the_given_authority() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(1).tls(ca.good()).tls_required().start().await;
    let (panel, visitor) = fresh().await;
    let (plain, tls, pem) = (directory.port.to_string(), directory.tls_port.unwrap().to_string(), ca.pem());
    for (security, port) in [("starttls", &plain), ("ldaps", &tls)] {
        let changes = [("security", security), ("port", port), ("ca_certificate", &pem)];
        visitor.connect_directory_with(&directory, &changes).await.expect_status(303);
        let shown = visitor.get("/settings/ldap/index").await;
        assert!(!shown.text.contains("Without encryption"), "{security} warns");
        assert_eq!(visitor.import_and_wait().await["state"], "done");
        let agent = Visitor::new(&panel);
        agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
    }
}

/// Tries to save these settings and expects this sentence and its remedy.
async fn refused_with(visitor: &Visitor, directory: &OpenLdap, changes: &[(&str, &str)], failure: &ConnectionFailure) {
    let refused = visitor.connect_directory_with(directory, changes).await.expect_status(422);
    let words = words(&refused);
    assert!(words.contains(&failure.message()), "“{}” is not said:\n{words}", failure.message());
    assert!(words.contains(&failure.remedy()), "“{}” is not said:\n{words}", failure.remedy());
    assert!(words.contains("name=\"save_anyway\""));
}

#[tokio::test]
async fn a_bad_certificate_is_told_with_its_remedy() {
    let ca = TestCa::new();
    let (_panel, visitor) = fresh().await;
    let wrong_name = ConnectionFailure::WrongName { host: "127.0.0.1".into(), names: vec!["elsewhere.test".into()] };
    let expired = ConnectionFailure::CertificateExpired { until: "2 Jan 2023".into() };
    let cases = [
        (ca.wrong_name(), ca.pem(), wrong_name),
        (ca.other_ca(), ca.pem(), ConnectionFailure::UnknownIssuer),
        (ca.good(), String::new(), ConnectionFailure::UnknownIssuer),
        (ca.expired(), ca.pem(), expired),
    ];
    for (certificate, pem, failure) in cases {
        let directory = OpenLdap::builder().people(1).tls(certificate).start().await;
        let (plain, tls) = (directory.port.to_string(), directory.tls_port.unwrap().to_string());
        for (security, port) in [("starttls", &plain), ("ldaps", &tls)] {
            let changes = [("security", security), ("port", port), ("ca_certificate", &pem)];
            refused_with(&visitor, &directory, &changes, &failure).await;
        }
    }
}

#[tokio::test]
async fn encryption_that_does_not_fit_the_server_is_told_with_its_remedy() {
    let ca = TestCa::new();
    let (_panel, visitor) = fresh().await;
    let plain = OpenLdap::builder().people(1).start().await;
    let tls = OpenLdap::builder().people(1).tls(ca.good()).tls_required().start().await;
    let (tls_port, pem) = (tls.tls_port.unwrap(), ca.pem());
    let port = tls_port.to_string();

    let failure = ConnectionFailure::TlsOnPlainPort { port: plain.port };
    refused_with(&visitor, &plain, &[("security", "ldaps")], &failure).await;
    let failure = ConnectionFailure::StartTlsRefused { result_code: 2 };
    refused_with(&visitor, &plain, &[("security", "starttls")], &failure).await;
    let failure = ConnectionFailure::PlainOnTlsPort { port: tls_port };
    for security in ["none", "starttls"] {
        let changes = [("security", security), ("port", &port), ("ca_certificate", &pem)];
        refused_with(&visitor, &tls, &changes, &failure).await;
    }
    refused_with(&visitor, &tls, &[], &ConnectionFailure::EncryptionRequired { result_code: 13 }).await;
}

#[tokio::test]
async fn what_the_directory_refuses_is_told_with_its_remedy() {
    let directory = OpenLdap::builder().people(2).start().await;
    let (_panel, visitor) = fresh().await;
    let wrong = ConnectionFailure::WrongCredentials;
    refused_with(&visitor, &directory, &[("bind_password", "not the one")], &wrong).await;
    refused_with(&visitor, &directory, &[("bind_dn", "cn=nobody,dc=example,dc=test")], &wrong).await;
    let gone = "ou=gone,dc=example,dc=test";
    let failure = ConnectionFailure::BaseNotFound { base: gone.into() };
    refused_with(&visitor, &directory, &[("base_dn", gone)], &failure).await;
    let failure = ConnectionFailure::GroupNotFound { group: gone.into() };
    refused_with(&visitor, &directory, &[("group_dn", gone)], &failure).await;
    let failure = ConnectionFailure::UnknownHost { host: "nowhere.invalid".into() };
    refused_with(&visitor, &directory, &[("host", "nowhere.invalid")], &failure).await;
}

#[tokio::test]
async fn an_account_that_sees_nobody_is_not_connected() {
    let directory = OpenLdap::builder().people(2).start().await;
    let (_panel, visitor) = fresh().await;
    let account = OpenLdap::account("blind");
    let changes = [("bind_dn", account.as_str()), ("bind_password", "blindpw")];
    let refused = visitor.connect_directory_with(&directory, &changes).await.expect_status(422);
    let words = words(&refused);
    assert!(words.contains("Not connected, so nothing was saved. Nobody below"), "{words}");
    assert!(words.contains("the user has the right to read people"));
    assert!(status(&visitor).await.contains("No directory yet"));
}

#[tokio::test]
async fn a_server_that_tells_strangers_nothing_is_fine() {
    let directory = OpenLdap::builder().people(2).global_directive("require authc").start().await;
    let (_panel, visitor) = fresh().await;
    visitor.connect_directory_with(&directory, &[("base_dn", "")]).await.expect_status(303);
    assert_eq!(visitor.import_and_wait().await["added"], 2);
}

#[tokio::test]
async fn the_next_server_is_asked_when_one_is_away() {
    let directory = OpenLdap::builder().people(2).start().await;
    let (_panel, visitor) = fresh().await;
    let [closed] = free_ports();
    let hosts = format!("127.0.0.1:{closed}, localhost");
    visitor.connect_directory_with(&directory, &[("host", &hosts)]).await.expect_status(303);
    assert_eq!(visitor.import_and_wait().await["added"], 2);
}
