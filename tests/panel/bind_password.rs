//! The bind password: kept, never shown, never sent to another server.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::settings::*;
use super::support::html;
use super::support::http::ADMINISTRATOR_PASSWORD;
use super::support::openldap::{BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::process::within;
use super::support::scripted::{ScriptedLdap, plainly};
use super::support::tls::TestCa;
use super::tour;
use muster::model::ConnectionFailure;
use std::time::Duration;

#[tokio::test]
async fn the_kept_password_is_the_one_that_save_anyway_stores() {
    let mut directory = OpenLdap::builder().people(1).start().await;
    let (_panel, visitor) = fresh().await;
    directory.stop();
    let refused = visitor.connect_directory_with(&directory, &[]).await.expect_status(422);
    assert!(!visitor.get(SETTINGS).await.text.contains("name=\"save_anyway\""));
    send(&visitor, &refused, SETTINGS, &[("save_anyway", "1")]).await.expect_status(303);
    directory.start_again().await;
    assert_eq!(visitor.import_and_wait().await["added"], 1);
}

#[tokio::test]
async fn a_page_opened_anew_means_the_stored_password_and_not_the_one_kept() {
    let Connected { visitor, directory: _directory, panel: _panel } = connected().await;
    let refused = save(&visitor, &[("bind_password", "mistyped")]).await.expect_status(422);
    // Sent again from the page that says it is kept, it is the same wrong one.
    send(&visitor, &refused, SETTINGS, &[("bind_password", "")]).await.expect_status(422);
    save(&visitor, &[("bind_password", "")]).await.expect_status(303);
    assert!(status(&visitor).await.contains("Connected"));
}

#[tokio::test]
async fn the_bind_password_is_on_no_page_and_in_no_file() {
    let Connected { visitor, directory: _directory, panel } = connected().await;
    visitor.import_and_wait().await;
    for (path, page) in tour::everything(&visitor).await {
        assert!(!page.text.contains(BIND_PASSWORD), "{path} shows the bind password");
    }
    within(Duration::from_secs(5), "the settings to be stored", async || !panel.stored_with(BIND_DN).is_empty()).await;
    assert_eq!(panel.stored_with(BIND_PASSWORD), Vec::<String>::new());
}

#[tokio::test]
async fn an_empty_password_keeps_the_stored_one() {
    let Connected { visitor, directory: _directory, panel: _panel } = connected().await;
    save(&visitor, &[("cn_attribute", "displayName")]).await.expect_status(303);
    assert_eq!(stored(&visitor, "cn_attribute").await, "displayName");
    assert_eq!(visitor.import_and_wait().await["added"], 3);
}

#[tokio::test]
async fn a_first_save_without_a_password_is_refused() {
    let directory = OpenLdap::builder().people(1).start().await;
    let (_panel, visitor) = fresh().await;
    for anyway in ["0", "1"] {
        let changes = [("bind_password", ""), ("save_anyway", anyway)];
        let refused = visitor.connect_directory_with(&directory, &changes).await.expect_status(422);
        assert!(html::message_beside(&refused.text, "bind_password").is_some());
    }
}

#[tokio::test]
async fn another_server_or_account_takes_both_passwords() {
    let Connected { visitor, directory, panel: _panel } = connected().await;
    let before = stored(&visitor, "version").await;
    let elsewhere = ScriptedLdap::start(plainly).await;
    let port = elsewhere.port.to_string();
    let pem = TestCa::new().pem();
    let url = format!("ldap://localhost:{port}");
    let doors = [
        [("host", url.as_str())],
        [("port", &port)],
        [("security", "starttls")],
        [("ca_certificate", &pem)],
        [("bind_dn", "cn=limited,ou=system,dc=example,dc=test")],
    ];
    for [door] in doors {
        for action in [SETTINGS, CHECK] {
            for anyway in ["0", "1"] {
                let shown = visitor.get(SETTINGS).await;
                let asked = send(&visitor, &shown, action, &[door, ("save_anyway", anyway)]).await.expect_status(422);
                for field in ["bind_password", "current_password"] {
                    let message = html::message_beside(&asked.text, field);
                    assert!(message.is_some(), "{action} with another {} does not ask for {field}", door.0);
                }
                // The bind password alone is not enough.
                let typed = [door, ("bind_password", BIND_PASSWORD), ("save_anyway", anyway)];
                let asked = send(&visitor, &asked, action, &typed).await.expect_status(422);
                assert!(html::message_beside(&asked.text, "current_password").is_some());
                assert_eq!(html::message_beside(&asked.text, "bind_password"), None);
            }
        }
    }
    let typed = [("port", port.as_str()), ("bind_password", BIND_PASSWORD), ("current_password", "not mine")];
    let refused = save(&visitor, &typed).await.expect_status(422);
    let message = html::message_beside(&refused.text, "current_password");
    assert_eq!(message.as_deref(), Some("That is not your password."));
    assert_eq!(elsewhere.connections(), 0, "the other server was spoken to");
    assert_eq!(stored(&visitor, "version").await, before);

    let right = [("host", "localhost"), ("bind_password", BIND_PASSWORD), ("current_password", ADMINISTRATOR_PASSWORD)];
    save(&visitor, &right).await.expect_status(303);
    assert_eq!(stored(&visitor, "host").await, "localhost");
    assert_eq!(stored(&visitor, "port").await, directory.port.to_string());
}

#[tokio::test]
async fn a_check_tries_the_password_that_was_typed() {
    let Connected { visitor, directory: _directory, panel: _panel } = connected().await;
    let shown = visitor.get(SETTINGS).await;
    let checked = send(&visitor, &shown, CHECK, &[("bind_password", "not the one")]).await.expect_status(200);
    assert!(words(&checked).contains(&ConnectionFailure::WrongCredentials.message()), "{}", checked.text);
    // What is saved works still, and says so.
    assert!(status(&visitor).await.contains("Connected ·"), "{}", status(&visitor).await);
    assert_eq!(visitor.import_and_wait().await["state"], "done");
}

#[tokio::test]
async fn a_password_that_was_checked_is_the_one_that_the_same_page_saves() {
    let it = connected().await;
    it.directory.replace(BIND_DN, "userPassword", &["rotated-pw"]).await;
    let shown = it.visitor.get(SETTINGS).await;
    let checked = send(&it.visitor, &shown, CHECK, &[("bind_password", "rotated-pw")]).await.expect_status(200);
    assert!(words(&checked).contains("Connected. Nothing was saved yet"), "{}", checked.text);
    send(&it.visitor, &checked, SETTINGS, &[]).await.expect_status(303);
    assert_eq!(it.visitor.import_and_wait().await["added"], 3);
}

#[tokio::test]
async fn on_a_page_opened_anew_an_empty_password_is_the_stored_one_again() {
    let it = connected().await;
    save(&it.visitor, &[("bind_password", "mistyped")]).await.expect_status(422);
    let shown = it.visitor.get(SETTINGS).await;
    let checked = send(&it.visitor, &shown, CHECK, &[]).await.expect_status(200);
    assert!(words(&checked).contains("Connected. These settings are saved and work."), "{}", checked.text);
    save(&it.visitor, &[("bind_password", "mistyped")]).await.expect_status(422);
    save(&it.visitor, &[("cn_attribute", "displayName")]).await.expect_status(303);
    assert_eq!(it.visitor.import_and_wait().await["added"], 3);
}
