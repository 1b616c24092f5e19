//! Servers that say in TLS what they do not like, as those built on OpenSSL do. Other than slapd here, which
//! ends the connection.

use crate::client_certificates::with;
use crate::reader::access;
use crate::support::process::{Guarded, free_ports, within};
use crate::support::tls::{ServerCertificate, TestCa};
use muster::ldap::{Access, Connection, parse_ca_certificate};
use muster::model::{ConnectionFailure, TransportSecurity};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A server that does nothing but TLS.
struct TlsServer {
    port: u16,
    _process: Guarded,
}

impl TlsServer {
    async fn start(certificate: &ServerCertificate, options: &[&str]) -> TlsServer {
        let [port] = free_ports();
        let child = Command::new("openssl")
            .args(["s_server", "-quiet", "-accept", &format!("127.0.0.1:{port}")])
            .arg("-cert")
            .arg(&certificate.certificate)
            .arg("-key")
            .arg(&certificate.key)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openssl should be installed");
        let process = Guarded(child);
        within(Duration::from_secs(10), "openssl to listen", async || TcpStream::connect(("127.0.0.1", port)).is_ok())
            .await;
        TlsServer { port, _process: process }
    }

    fn access(&self, ca: &TestCa) -> Access {
        let mut access = access("localhost", self.port);
        access.settings.security = TransportSecurity::Ldaps;
        access.settings.ca_certificate = Some(parse_ca_certificate(&ca.pem()).unwrap());
        access
    }
}

async fn told(access: &Access) -> (ConnectionFailure, String) {
    let problem = Connection::open(access).await.map(|_| ()).unwrap_err();
    (problem.failure, problem.details.unwrap_or_default())
}

#[tokio::test]
async fn the_alert_that_a_certificate_is_required_is_told_as_that() {
    let ca = TestCa::new();
    let file = ca.file();
    let authority = ["-CAfile", file.to_str().unwrap(), "-Verify", "1", "-verify_return_error"];
    for version in ["-tls1_2", "-tls1_3"] {
        let server = TlsServer::start(&ca.good(), &[&[version][..], &authority].concat()).await;
        let (failure, details) = told(&server.access(&ca)).await;
        assert_eq!(failure, ConnectionFailure::ClientCertificateRequired, "{version}: {details}");
        assert!(details.contains("It takes certificates of: CN=Test CA."), "{details}");
        for client in [ca.strange_client(), ca.expired_client()] {
            let (failure, details) = told(&with(server.access(&ca), &client)).await;
            assert_eq!(failure, ConnectionFailure::ClientCertificateRefused, "{version} {client:?}: {details}");
        }
    }
}

#[tokio::test]
async fn old_versions_and_other_ciphers_are_told_by_their_alerts() {
    let ca = TestCa::new();
    for (options, expected) in [
        (&["-tls1", "-cipher", "ALL:@SECLEVEL=0"][..], ConnectionFailure::OldTls),
        (&["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ConnectionFailure::OldTls),
        (&["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"], ConnectionFailure::NoCommonCipher),
    ] {
        let server = TlsServer::start(&ca.good(), options).await;
        let (failure, details) = told(&server.access(&ca)).await;
        assert_eq!(failure, expected, "{options:?}: {details}");
    }
}

#[tokio::test]
async fn a_short_key_that_signs_is_told_as_short() {
    let ca = TestCa::new();
    for version in ["-tls1_2", "-tls1_3"] {
        let server =
            TlsServer::start(&ca.old_fashioned("rsa:1024", "sha256"), &[version, "-cipher", "ALL:@SECLEVEL=0"]).await;
        let (failure, details) = told(&server.access(&ca)).await;
        let expected = ConnectionFailure::WeakCertificate { what: "an RSA key of 1024 bits".into() };
        assert_eq!(failure, expected, "{version}: {details}");
    }
}
