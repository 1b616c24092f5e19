//! Servers that ask the panel for a certificate of its own.

use crate::reader::{encrypted, everyone, failure, names};
use crate::support::openldap::{Builder, OpenLdap};
use crate::support::tls::{ServerCertificate, TestCa, openssl};
use muster::ldap::{Access, Connection, Depth, check, fit_client_key, parse_client_certificate};
use muster::model::{ConnectionFailure, StepOutcome, TransportSecurity};

const ENCRYPTED: [TransportSecurity; 2] = [TransportSecurity::StartTls, TransportSecurity::Ldaps];
const EACH_VERSION: [&str; 2] = ["NORMAL:-VERS-ALL:+VERS-TLS1.2", "NORMAL:-VERS-ALL:+VERS-TLS1.3"];

pub(crate) fn with(access: Access, client: &ServerCertificate) -> Access {
    let mut access = access;
    access.settings.client_certificate = Some(parse_client_certificate(&client.pem()).unwrap());
    access.client_key = Some(client.key_pem().into());
    access
}

fn demanding(ca: &TestCa) -> Builder {
    OpenLdap::builder().people(2).tls(ca.good()).client_certificates_of(ca.file())
}

#[tokio::test]
async fn a_server_that_demands_a_certificate_is_read_with_one() {
    let ca = TestCa::new();
    for version in EACH_VERSION {
        let directory = demanding(&ca).tls_priorities(version).start().await;
        for security in ENCRYPTED {
            let access = with(encrypted(&directory, "localhost", security, &ca.pem()), &ca.client());
            let mut connection = Connection::open(&access).await.unwrap();
            let found = everyone(&mut connection).await.unwrap();
            assert_eq!(names(&found), ["uid=u000000", "uid=u000001"], "{version} {security:?}");
            let report = check(&access, Depth::Link).await;
            let shown = report.steps[2].learned.iter().any(|line| line.starts_with("Client certificate shown, valid"));
            assert!(shown, "{:?}", report.steps[2]);
        }
    }
}

#[tokio::test]
async fn without_one_it_is_told_that_one_is_required() {
    let ca = TestCa::new();
    for version in EACH_VERSION {
        let directory = demanding(&ca).tls_priorities(version).start().await;
        for security in ENCRYPTED {
            let failed = failure(&encrypted(&directory, "localhost", security, &ca.pem())).await;
            assert_eq!(failed, ConnectionFailure::ClientCertificateRequired, "{version} {security:?}");
        }
    }
}

#[tokio::test]
async fn a_certificate_that_has_ended_or_that_a_stranger_signed_is_said_to_be_refused() {
    let ca = TestCa::new();
    for version in EACH_VERSION {
        let directory = demanding(&ca).tls_priorities(version).start().await;
        for client in [ca.expired_client(), ca.strange_client()] {
            for security in ENCRYPTED {
                let access = with(encrypted(&directory, "localhost", security, &ca.pem()), &client);
                let failed = failure(&access).await;
                assert_eq!(failed, ConnectionFailure::ClientCertificateRefused, "{version} {security:?} {client:?}");
            }
        }
    }
}

#[tokio::test]
async fn where_a_certificate_is_only_welcome_none_is_fine_and_so_is_one_that_nobody_asks_for() {
    let ca = TestCa::new();
    let welcome = OpenLdap::builder().people(1).tls(ca.good()).client_certificates_welcome(ca.file()).start().await;
    let indifferent = OpenLdap::builder().people(1).tls(ca.good()).start().await;
    for directory in [&welcome, &indifferent] {
        let bare = encrypted(directory, "localhost", TransportSecurity::Ldaps, &ca.pem());
        Connection::open(&bare).await.unwrap();
        Connection::open(&with(bare, &ca.client())).await.unwrap();
    }
}

#[tokio::test]
async fn a_client_certificate_that_ends_soon_is_a_warning() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(1).tls(ca.good()).client_certificates_welcome(ca.file()).start().await;
    let access = with(encrypted(&directory, "localhost", TransportSecurity::Ldaps, &ca.pem()), &ca.expiring_client());
    let report = check(&access, Depth::Link).await;
    assert_eq!((report.problem(), report.steps[2].outcome), (None, StepOutcome::Warning), "{:?}", report.steps[2]);
}

#[tokio::test]
async fn a_key_of_another_certificate_meets_no_server() {
    let ca = TestCa::new();
    let mut access = crate::reader::access("127.0.0.1", 1);
    access.settings.security = TransportSecurity::Ldaps;
    access.settings.client_certificate = Some(parse_client_certificate(&ca.client().pem()).unwrap());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    access.settings.port = Some(listener.local_addr().unwrap().port());
    for key in [None, Some(ca.strange_client().key_pem().into())] {
        access.client_key = key;
        assert_eq!(failure(&access).await, ConnectionFailure::BadClientCertificate);
    }
}

#[test]
fn a_key_in_each_of_the_three_forms_fits_its_certificate() {
    let ca = TestCa::new();
    let elliptic = ca.client();
    let sec1 = openssl(&["ec"], &[("-in", &elliptic.key)]);
    assert!(sec1.contains("BEGIN EC PRIVATE KEY"), "{sec1}");
    let rsa = ca.old_fashioned("rsa:2048", "sha256");
    let pkcs1 = openssl(&["rsa", "-traditional"], &[("-in", &rsa.key)]);
    assert!(pkcs1.contains("BEGIN RSA PRIVATE KEY"), "{pkcs1}");
    for (client, key) in
        [(&elliptic, elliptic.key_pem()), (&elliptic, sec1), (&rsa, rsa.key_pem()), (&rsa, pkcs1.replace('\n', "\r\n"))]
    {
        let alone = parse_client_certificate(&client.pem()).unwrap();
        assert_eq!(fit_client_key(&key.clone().into(), &alone), Ok(()));
        // The authority first, as some files have it.
        let chain = parse_client_certificate(&format!("{}{}", ca.pem(), client.pem())).unwrap();
        assert_eq!(fit_client_key(&key.into(), &chain), Ok(()));
    }
}

#[test]
fn what_is_no_fitting_key_is_refused_with_the_remedy() {
    let ca = TestCa::new();
    let client = ca.client();
    let certificate = parse_client_certificate(&client.pem()).unwrap();
    let locked = openssl(&["pkcs8", "-topk8", "-passout", "pass:secret"], &[("-in", &client.key)]);
    let locked_long_ago = openssl(&["ec", "-aes128", "-passout", "pass:secret"], &[("-in", &client.key)]);
    let weak = ca.old_fashioned("rsa:1024", "sha256");
    for (key, expected) in [
        (locked, "openssl pkey -in client.key"),
        (locked_long_ago, "openssl pkey -in client.key"),
        (ca.strange_client().key_pem(), "does not belong to the client certificate"),
        (weak.key_pem(), "This kind of key cannot be used"),
        (client.pem(), "This is no private key"),
        (client.key_pem().lines().take(2).collect(), "This is no private key"),
        (String::new(), "This is no private key"),
    ] {
        let refused = fit_client_key(&key.clone().into(), &certificate).unwrap_err().0;
        assert!(refused.contains(expected), "{refused}");
        let inside = key.lines().find(|line| line.len() > 40);
        assert!(inside.is_none_or(|line| !refused.contains(line)), "{refused}");
    }
    for text in ["", "hello", &format!("{}{}", client.pem(), client.key_pem()), &client.pem()[..90]] {
        assert!(parse_client_certificate(text).is_err(), "{text:?} passed");
    }
}
