//! A server that takes nobody without TLS.

use crate::support::http::Visitor;
use crate::support::panel::Panel;
use crate::support::postgres::Postgres;
use crate::support::tls::{ServerCertificate, TestCa};
use std::path::Path;
use std::process::{Command, Stdio};

async fn strict(certificate: ServerCertificate) -> Postgres {
    Postgres::builder().tls(certificate).tls_required().start().await
}

fn trusting(server: &Postgres, ca: &Path) -> String {
    format!("{}?sslmode=verify-full&sslrootcert={}", server.url("muster"), ca.display())
}

/// The last words of a panel that does not start on this store.
async fn refusal(storage: String) -> String {
    let data = tempfile::tempdir().unwrap();
    let mut panel = Command::new(env!("CARGO_BIN_EXE_muster"));
    panel.arg("serve").env("MUSTER_LISTEN", "127.0.0.1:0").env("MUSTER_DATA", data.path());
    panel.env("MUSTER_STORAGE", storage).stdin(Stdio::null());
    let output = tokio::task::spawn_blocking(move || panel.output().unwrap()).await.unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let last = said.lines().last().unwrap();
    assert!(last.starts_with("muster: ") && last.ends_with('.'), "{said}");
    last.to_owned()
}

#[tokio::test]
async fn the_certificate_of_a_known_authority_is_trusted() {
    let ca = TestCa::new();
    let server = strict(ca.good()).await;
    let url = trusting(&server, &ca.file());
    let panel = Panel::with(&[("MUSTER_STORAGE", &url)]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.get("/readyz").await.expect_status(200);
    let plain =
        "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'muster' AND NOT ssl";
    assert_eq!(server.sql("postgres", plain), "0");
    let encrypted =
        "SELECT count(*) > 1 FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'muster' AND ssl";
    assert_eq!(server.sql("postgres", encrypted), "t");
}

#[tokio::test]
async fn a_certificate_of_another_authority_or_for_another_host_is_refused_with_a_sentence() {
    let ca = TestCa::new();
    for certificate in [ca.other_ca(), ca.wrong_name(), ca.expired()] {
        let server = strict(certificate).await;
        let words = refusal(trusting(&server, &ca.file())).await;
        println!("{words}");
        assert!(words.contains("does not let the panel in: invalid peer certificate"), "{words}");
    }
}

#[tokio::test]
async fn a_panel_that_would_not_encrypt_is_refused_by_the_server_with_a_sentence() {
    let ca = TestCa::new();
    let server = strict(ca.good()).await;
    let words = refusal(format!("{}?sslmode=disable", server.url("muster"))).await;
    println!("{words}");
    assert!(words.contains("no encryption"), "{words}");
}
