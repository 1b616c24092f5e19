//! Plain, StartTLS and LDAPS, and whom a certificate is for.

use crate::reader::{encrypted, everyone, failure, names};
use crate::support::openldap::OpenLdap;
use crate::support::tls::TestCa;
use muster::ldap::Connection;
use muster::model::{ConnectionFailure, TransportSecurity};

#[tokio::test]
async fn people_are_read_with_each_encryption_by_name_and_by_both_kinds_of_address() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(2).tls(ca.good()).ipv6().start().await;
    for host in ["localhost", "127.0.0.1", "::1"] {
        for security in TransportSecurity::ALL {
            let access = encrypted(&directory, host, security, &ca.pem());
            // On another task: everything must be able to move between threads.
            let task = tokio::spawn(async move {
                let mut connection = Connection::open(&access).await.unwrap();
                let found = everyone(&mut connection).await.unwrap();
                connection.close().await;
                found
            });
            assert_eq!(names(&task.await.unwrap()), ["uid=u000000", "uid=u000001"], "{host} {security:?}");
        }
    }
}

#[tokio::test]
async fn a_certificate_whose_time_has_not_come_is_told_with_its_day() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().tls(ca.not_yet_valid()).start().await;
    for security in [TransportSecurity::StartTls, TransportSecurity::Ldaps] {
        let failed = failure(&encrypted(&directory, "localhost", security, &ca.pem())).await;
        assert_eq!(failed, ConnectionFailure::CertificateNotYetValid { from: "1 Jan 2090".into() }, "{security:?}");
    }
}

#[tokio::test]
async fn a_self_signed_certificate_given_as_trusted_is_trusted_and_its_names_still_count() {
    let ca = TestCa::new();
    let own = ca.self_signed();
    let pem = std::fs::read_to_string(&own.certificate).unwrap();
    let directory = OpenLdap::builder().tls(own).start().await;
    let ldaps = TransportSecurity::Ldaps;
    Connection::open(&encrypted(&directory, "localhost", ldaps, &pem)).await.unwrap();
    let failed = failure(&encrypted(&directory, "127.0.0.1", ldaps, &pem)).await;
    assert_eq!(failed, ConnectionFailure::WrongName { host: "127.0.0.1".into(), names: vec!["localhost".into()] });
    let failed = failure(&encrypted(&directory, "localhost", ldaps, &ca.pem())).await;
    assert_eq!(failed, ConnectionFailure::UnknownIssuer);
}
