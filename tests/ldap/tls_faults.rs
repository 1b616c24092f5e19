//! Servers whose TLS is old, weak, or made for something else: each told by its cause.

use crate::reader::{encrypted, failure};
use crate::support::openldap::OpenLdap;
use crate::support::tls::{ServerCertificate, TestCa};
use muster::ldap::{Connection, Depth, check};
use muster::model::{ConnectionFailure, TransportSecurity};

const ENCRYPTED: [TransportSecurity; 2] = [TransportSecurity::StartTls, TransportSecurity::Ldaps];

/// What is told of a slapd with this certificate and these ciphers, alike by StartTLS and LDAPS.
async fn told(ca: &TestCa, certificate: ServerCertificate, priorities: &str) -> ConnectionFailure {
    let directory = OpenLdap::builder().tls(certificate).tls_priorities(priorities).start().await;
    let mut all = Vec::new();
    for security in ENCRYPTED {
        all.push(failure(&encrypted(&directory, "localhost", security, &ca.pem())).await);
    }
    assert_eq!(all[0], all[1], "{priorities}");
    all.remove(0)
}

#[tokio::test]
async fn a_server_with_one_version_of_tls_is_read_and_the_check_says_which() {
    let ca = TestCa::new();
    for (priorities, version) in
        [("NORMAL:-VERS-ALL:+VERS-TLS1.2", "TLS 1.2"), ("NORMAL:-VERS-ALL:+VERS-TLS1.3", "TLS 1.3")]
    {
        let directory = OpenLdap::builder().people(1).tls(ca.good()).tls_priorities(priorities).start().await;
        for security in ENCRYPTED {
            let report = check(&encrypted(&directory, "localhost", security, &ca.pem()), Depth::Full).await;
            assert_eq!(report.problem(), None, "{version} {security:?}");
            assert!(report.steps[2].learned[0].starts_with(version), "{:?}", report.steps[2]);
        }
    }
}

#[tokio::test]
async fn a_server_that_has_only_old_versions_of_tls_is_told_so() {
    let ca = TestCa::new();
    for priorities in ["NORMAL:-VERS-ALL:+VERS-TLS1.0", "NORMAL:-VERS-ALL:+VERS-TLS1.1"] {
        assert_eq!(told(&ca, ca.good(), priorities).await, ConnectionFailure::OldTls, "{priorities}");
    }
}

#[tokio::test]
async fn a_server_without_a_cipher_in_common_is_told_so() {
    let ca = TestCa::new();
    let old_ciphers = "NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+AES-128-CBC:+AES-256-CBC";
    assert_eq!(told(&ca, ca.good(), old_ciphers).await, ConnectionFailure::NoCommonCipher);
}

#[tokio::test]
async fn a_certificate_with_a_short_key_or_an_old_signature_is_told_with_what_is_weak() {
    let ca = TestCa::new();
    for (key, digest, what) in
        [("rsa:1024", "sha256", "an RSA key of 1024 bits"), ("rsa:2048", "sha1", "a signature made with SHA-1")]
    {
        let certificate = ca.old_fashioned(key, digest);
        let failed = told(&ca, certificate, "NORMAL:%VERIFY_ALLOW_SIGN_WITH_SHA1:%PROFILE_VERY_WEAK").await;
        assert_eq!(failed, ConnectionFailure::WeakCertificate { what: what.into() });
    }
}

#[tokio::test]
async fn a_certificate_for_clients_is_none_for_servers() {
    let ca = TestCa::new();
    let failed = told(&ca, ca.for_clients_only(), "NORMAL").await;
    assert_eq!(failed, ConnectionFailure::CertificateNotForServers);
}

#[tokio::test]
async fn an_authoritys_own_certificate_on_the_server_is_trusted_only_when_it_was_given() {
    let ca = TestCa::new();
    let own = ca.authority_as_server();
    let pem = own.pem();
    assert_eq!(told(&ca, own.clone(), "NORMAL").await, ConnectionFailure::UnknownIssuer);
    let directory = OpenLdap::builder().tls(own).start().await;
    Connection::open(&encrypted(&directory, "localhost", TransportSecurity::Ldaps, &pem)).await.unwrap();
}
