//! The panel's own certificate and key: asked for, kept, never shown, and removed again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::settings::*;
use super::support::html;
use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::{BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::tls::{ServerCertificate, TestCa, openssl};
use super::tour;
use muster::model::ConnectionFailure;

/// A directory that takes only clients with a certificate.
struct Demanding {
    ca: TestCa,
    directory: OpenLdap,
}

async fn demanding() -> Demanding {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(2).tls(ca.good()).client_certificates_of(ca.file()).start().await;
    Demanding { ca, directory }
}

impl Demanding {
    /// Saves settings for it by LDAPS, with these changes.
    async fn save(&self, visitor: &Visitor, changes: &[(&str, &str)]) -> Page {
        let (port, pem) = (self.directory.tls_port.unwrap().to_string(), self.ca.pem());
        let usual = [("security", "ldaps"), ("port", port.as_str()), ("ca_certificate", pem.as_str())];
        let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let all: Vec<_> = kept.chain(changes).copied().collect();
        visitor.connect_directory_with(&self.directory, &all).await
    }
}

/// A line of the key that would be recognised anywhere.
fn telltale(client: &ServerCertificate) -> String {
    client.key_pem().lines().nth(1).unwrap().to_owned()
}

fn is_open(page: &Page) -> bool {
    page.text.contains("id=\"client-certificate\" open")
}

#[tokio::test]
async fn a_server_that_demands_a_certificate_gets_it_for_everything_and_nobody_sees_the_key() {
    let it = demanding().await;
    let client = it.ca.client();
    let (certificate, key, secret) = (client.pem(), client.key_pem(), telltale(&client));
    let panel = Panel::with(&[("MUSTER_LOG", "debug,muster=trace")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    assert!(!is_open(&visitor.get(SETTINGS).await), "the fields are in the way");

    let refused = it.save(&visitor, &[]).await.expect_status(422);
    let required = ConnectionFailure::ClientCertificateRequired;
    assert!(words(&refused).contains(&required.message()) && words(&refused).contains(&required.remedy()));
    assert!(is_open(&refused), "the fields to fill in are folded away");

    let both = [("client_certificate", certificate.as_str()), ("client_key", key.as_str())];
    it.save(&visitor, &both).await.expect_status(303);
    assert!(words(&visitor.get(SETTINGS).await).contains("Client certificate shown, valid until"));
    assert_eq!(visitor.import_and_wait().await["added"], 2);
    let agent = Visitor::new(&panel);
    agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
    assert_eq!(panel.run(&["check"]).await.status.code(), Some(0));

    // Empty keeps it.
    save(&visitor, &[("cn_attribute", "displayName")]).await.expect_status(303);
    assert_eq!(panel.run(&["check"]).await.status.code(), Some(0));

    for (path, page) in tour::everything(&visitor).await {
        assert!(!page.text.contains(&secret), "{path} shows the key");
    }
    assert!(!panel.log.text().contains(&secret), "the key is in the log");
    assert_eq!(panel.stored_with(&secret), Vec::<String>::new());
}

#[tokio::test]
async fn a_backup_holds_the_key_sealed_and_a_panel_with_the_same_secret_key_uses_it() {
    let it = demanding().await;
    let client = it.ca.client();
    let (panel, visitor) = fresh().await;
    it.save(&visitor, &[("client_certificate", &client.pem()), ("client_key", &client.key_pem())])
        .await
        .expect_status(303);
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("backup.jsonl"), folder.path().join("data"));
    let made = panel.run(&["backup", file.to_str().unwrap()]).await;
    assert!(made.status.success(), "{made:?}");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("client_key") && !text.contains(&telltale(&client)), "the key lies there readable");

    let secret = std::fs::read_to_string(panel.data().join("secret.key")).unwrap();
    let storage = format!("sled:{}", data.join("muster.sled").display());
    let environment =
        [("MUSTER_DATA", data.to_str().unwrap()), ("MUSTER_STORAGE", &storage), ("MUSTER_SECRET_KEY", secret.trim())];
    for arguments in [vec!["restore", file.to_str().unwrap()], vec!["check"]] {
        let mut command = panel.command(&arguments);
        command.envs(environment);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }
    let mut command = panel.command(&["check"]);
    command.envs(environment).env("MUSTER_SECRET_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert_eq!(output.status.code(), Some(1), "another key opened it: {output:?}");
}

#[tokio::test]
async fn a_key_that_does_not_fit_is_refused_beside_its_field_before_anything_is_dialed() {
    let it = demanding().await;
    let (client, other) = (it.ca.client(), it.ca.strange_client());
    let locked = openssl(&["pkcs8", "-topk8", "-passout", "pass:secret"], &[("-in", &client.key)]);
    let (certificate, together) = (client.pem(), format!("{}{}", client.pem(), client.key_pem()));
    let (_panel, visitor) = fresh().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    for (certificate, key, field, message) in [
        (certificate.as_str(), other.key_pem(), "client_key", "This key does not belong to the client certificate."),
        (&certificate, locked, "client_key", "This key is encrypted with a password."),
        (&certificate, String::new(), "client_key", "Paste the key of the client certificate."),
        (&together, String::new(), "client_certificate", "This holds a private key too."),
        ("", client.key_pem(), "client_certificate", "Paste the certificate that belongs to this key."),
        ("no certificate", client.key_pem(), "client_certificate", "Paste the certificate in PEM form"),
    ] {
        for anyway in ["0", "1"] {
            let changes = [
                ("port", port.as_str()),
                ("client_certificate", certificate),
                ("client_key", &key),
                ("save_anyway", anyway),
            ];
            let refused = it.save(&visitor, &changes).await.expect_status(422);
            let beside = html::message_beside(&refused.text, field).unwrap_or_default();
            assert!(beside.starts_with(message), "“{beside}” instead of “{message}”");
            assert!(is_open(&refused), "the message is folded away");
            assert!(!refused.text.contains(&telltale(&client)), "the key came back");
        }
    }
    assert!(listener.accept().is_err(), "something was dialed");
    assert_eq!(stored(&visitor, "host").await, "");
}

#[tokio::test]
async fn a_key_that_was_typed_is_kept_for_save_anyway() {
    let mut it = demanding().await;
    let client = it.ca.client();
    let (panel, visitor) = fresh().await;
    it.directory.stop();
    let both = [("client_certificate", &client.pem()[..]), ("client_key", &client.key_pem())];
    let refused = it.save(&visitor, &both).await.expect_status(422);
    assert!(panel.stored_with(&telltale(&client)).is_empty(), "the draft lies there readable");
    send(&visitor, &refused, SETTINGS, &[("save_anyway", "1")]).await.expect_status(303);
    it.directory.start_again().await;
    assert_eq!(visitor.import_and_wait().await["added"], 2);
}

#[tokio::test]
async fn another_certificate_takes_both_passwords_and_its_own_key_unless_the_key_is_the_same() {
    let it = demanding().await;
    let client = it.ca.client();
    let (_panel, visitor) = fresh().await;
    it.save(&visitor, &[("client_certificate", &client.pem()), ("client_key", &client.key_pem())])
        .await
        .expect_status(303);
    let other = it.ca.strange_client().pem();
    let asked = save(&visitor, &[("client_certificate", &other)]).await.expect_status(422);
    for field in ["client_key", "bind_password", "current_password"] {
        assert!(html::message_beside(&asked.text, field).is_some(), "{field} is not asked for");
    }
    let passwords = [("bind_password", BIND_PASSWORD), ("current_password", ADMINISTRATOR_PASSWORD)];
    let renewed = it.ca.renewed(&client).pem();
    save(&visitor, &[&[("client_certificate", renewed.as_str())][..], &passwords].concat()).await.expect_status(303);
    assert_eq!(stored(&visitor, "client_certificate").await.trim(), renewed.trim());
    assert_eq!(visitor.import_and_wait().await["added"], 2);

    // Cleared, it is gone, and its key with it.
    let cleared = [&[("client_certificate", ""), ("save_anyway", "1")][..], &passwords].concat();
    save(&visitor, &cleared).await.expect_status(303);
    assert!(!is_open(&visitor.get(SETTINGS).await));
    let before = client.pem();
    let again = [&[("client_certificate", before.as_str())][..], &passwords].concat();
    let asked = save(&visitor, &again).await.expect_status(422);
    let message = html::message_beside(&asked.text, "client_key");
    assert_eq!(message.as_deref(), Some("Paste the key of the client certificate."));
}
