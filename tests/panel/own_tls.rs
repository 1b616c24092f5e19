//! HTTPS without a proxy: the panel's own certificate, also when its files change.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::panel::Panel;
use super::support::process::within;
use super::support::tls::{ServerCertificate, TestCa};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ProtocolVersion, RootCertStore};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// A pair under names that stay, as certbot's links do.
struct Live {
    folder: tempfile::TempDir,
}

impl Live {
    fn new(pair: &ServerCertificate) -> Live {
        let live = Live { folder: tempfile::tempdir().unwrap() };
        live.show(pair);
        live
    }

    fn certificate(&self) -> String {
        self.folder.path().join("fullchain.pem").display().to_string()
    }

    fn key(&self) -> String {
        self.folder.path().join("privkey.pem").display().to_string()
    }

    /// Swaps both links, each in one step.
    fn show(&self, pair: &ServerCertificate) {
        for (name, target) in [("fullchain.pem", &pair.certificate), ("privkey.pem", &pair.key)] {
            self.swap(name, target);
        }
    }

    fn swap(&self, name: &str, target: &Path) {
        let fresh = self.folder.path().join("fresh");
        std::os::unix::fs::symlink(target, &fresh).unwrap();
        std::fs::rename(&fresh, self.folder.path().join(name)).unwrap();
    }

    fn environment(&self) -> Vec<(String, String)> {
        vec![("MUSTER_TLS_CERT".into(), self.certificate()), ("MUSTER_TLS_KEY".into(), self.key())]
    }
}

async fn start(live: &Live) -> Panel {
    let environment = live.environment();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Panel::with(&environment).await
}

async fn connect(panel: &Panel, ca: &TestCa) -> TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca.pem().as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = config.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let tcp = TcpStream::connect(panel.url.strip_prefix("https://").unwrap()).await.unwrap();
    let name = ServerName::try_from("127.0.0.1").unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, tcp).await.unwrap()
}

/// The head of the answer to a GET.
async fn get(stream: &mut TlsStream<TcpStream>, panel: &Panel, path: &str) -> String {
    let host = panel.url.strip_prefix("https://").unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while !String::from_utf8_lossy(&answer).contains("\r\n\r\n") {
        assert!(stream.read_buf(&mut answer).await.unwrap() > 0, "ended after {answer:?}");
    }
    // What came of the page may end within a letter.
    String::from_utf8_lossy(&answer).into_owned()
}

fn shown(stream: &TlsStream<TcpStream>) -> Vec<u8> {
    stream.get_ref().1.peer_certificates().unwrap()[0].to_vec()
}

#[tokio::test]
async fn the_panel_speaks_https_by_itself_and_shows_a_new_certificate_without_a_restart() {
    let ca = TestCa::new();
    let (first, second) = (ca.good(), ca.for_names(&["127.0.0.1", "second.test"]));
    let live = Live::new(&first);
    let panel = start(&live).await;
    assert!(panel.url.starts_with("https://127.0.0.1:"), "{}", panel.url);
    let mut open = connect(&panel, &ca).await;
    assert_eq!(open.get_ref().1.protocol_version(), Some(ProtocolVersion::TLSv1_3));
    assert_eq!(open.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    let answer = get(&mut open, &panel, "/setup").await.to_lowercase();
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    assert!(!answer.contains("strict-transport-security"), "it would hold for all that this machine serves: {answer}");
    assert!(answer.contains("set-cookie: __host-muster=") && answer.contains("; secure"), "{answer}");
    drop(open);

    let mut open = connect(&panel, &ca).await;
    let before = shown(&open);
    live.show(&second);
    within(Duration::from_secs(30), "the second certificate is shown", async || {
        shown(&connect(&panel, &ca).await) != before
    })
    .await;
    assert!(get(&mut open, &panel, "/healthz").await.starts_with("HTTP/1.1 200"), "the open connection stayed");

    // A key that is not the certificate's: what was shown is shown on, and the log says why.
    let now = shown(&connect(&panel, &ca).await);
    live.swap("privkey.pem", &first.key);
    within(Duration::from_secs(30), "the log says so", async || {
        panel.log.text().contains("is not the key of the first certificate")
    })
    .await;
    assert!(panel.log.text().contains("ERROR"), "{}", panel.log.text());
    assert_eq!(shown(&connect(&panel, &ca).await), now);
    // A file that is gone, and then the right pair again, written in place.
    std::fs::remove_file(live.key()).unwrap();
    within(Duration::from_secs(30), "the log says so", async || panel.log.text().contains("cannot be read")).await;
    assert_eq!(shown(&connect(&panel, &ca).await), now);
    std::fs::copy(&first.key, live.key()).unwrap();
    std::fs::remove_file(live.certificate()).unwrap();
    std::fs::copy(&first.certificate, live.certificate()).unwrap();
    within(Duration::from_secs(30), "the first certificate is back", async || {
        shown(&connect(&panel, &ca).await) == before
    })
    .await;
}

#[tokio::test]
async fn plain_http_and_old_tls_get_nothing_and_harm_nothing() {
    let ca = TestCa::new();
    let live = Live::new(&ca.good());
    let panel = start(&live).await;
    let address = panel.url.strip_prefix("https://").unwrap();
    let mut plain = TcpStream::connect(address).await.unwrap();
    plain.write_all(format!("GET /login HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/"), "{answer:?}");
    // A hello of TLS 1.1 alone, by hand: no client here speaks it any more.
    let mut hello = vec![0x16, 3, 1, 0, 47, 1, 0, 0, 43, 3, 2];
    hello.extend([7; 32]);
    hello.extend([0, 0, 4, 0, 0x2f, 0, 0x35, 1, 0]);
    let mut old = TcpStream::connect(address).await.unwrap();
    old.write_all(&hello).await.unwrap();
    let mut answer = Vec::new();
    let _ = old.read_to_end(&mut answer).await;
    assert_eq!(answer.first(), Some(&0x15), "an alert, no hello: {answer:?}");
    // Who says nothing keeps nobody waiting.
    let _silent: Vec<TcpStream> = futures::future::join_all((0..50).map(|_| TcpStream::connect(address)))
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let mut stream = connect(&panel, &ca).await;
    assert!(get(&mut stream, &panel, "/healthz").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_wrong_pair_keeps_the_panel_from_starting_and_the_reason_names_file_and_remedy() {
    let ca = TestCa::new();
    let (good, other) = (ca.good(), ca.for_names(&["other.test"]));
    let panel = Panel::start().await;
    let path = |path: &Path| path.display().to_string();
    let (certificate, key, other) = (path(&good.certificate), path(&good.key), path(&other.key));
    let cases: [(&str, &str, &str, &[&str]); 7] = [
        (&certificate, "", "", &["MUSTER_TLS_KEY is not", "needs both"]),
        ("", &key, "", &["MUSTER_TLS_CERT is not", "needs both"]),
        ("/nowhere/cert.pem", &key, "", &["MUSTER_TLS_CERT: /nowhere/cert.pem cannot be read", "Name a PEM file"]),
        (&key, &key, "", &["holds no certificate", &key, "BEGIN CERTIFICATE"]),
        (&certificate, &certificate, "", &["holds no private key", "passphrase"]),
        (&certificate, &other, "", &["is not the key of the first certificate", &other]),
        (&certificate, &key, "http://muster.test", &["MUSTER_PUBLIC_URL must begin with https://"]),
    ];
    for (certificate, key, url, words) in cases {
        let folder = tempfile::tempdir().unwrap();
        let mut command = panel.command(&["serve"]);
        command
            .env("MUSTER_DATA", folder.path())
            .env("MUSTER_STORAGE", "")
            .env("MUSTER_TLS_CERT", certificate)
            .env("MUSTER_TLS_KEY", key);
        if !url.is_empty() {
            command.env("MUSTER_PUBLIC_URL", url);
        }
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        for word in words {
            assert!(said.contains(word), "{word} is not in: {said}");
        }
    }
}
