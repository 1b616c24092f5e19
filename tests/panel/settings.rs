//! The settings page: what is typed, what is checked, what is kept.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::{free_ports, within};
use super::support::scripted::{ScriptedLdap, plainly};
use super::support::tls::TestCa;
use super::support::{files, html};
use super::tour;
use muster::model::ConnectionFailure;
use std::time::Duration;

const SETTINGS: &str = "/settings/ldap/index";
const CHECK: &str = "/settings/ldap/check";

/// A panel, its administrator, and a directory of three that it is connected to.
struct Connected {
    directory: OpenLdap,
    panel: Panel,
    visitor: Visitor,
}

async fn connected() -> Connected {
    let directory = OpenLdap::builder().people(3).start().await;
    let (panel, visitor) = fresh().await;
    visitor.connect_directory(&directory).await;
    Connected { directory, panel, visitor }
}

async fn fresh() -> (Panel, Visitor) {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    (panel, visitor)
}

/// Sends the settings form of a page that is shown, with these fields changed.
async fn send(visitor: &Visitor, shown: &Page, action: &str, changes: &[(&str, &str)]) -> Page {
    let form = html::form_with(&shown.text, "bind_dn").expect("the page should have the settings form");
    let changed = |name: &str| changes.iter().any(|(known, _)| *known == name);
    let kept = form.iter().filter(|(name, _)| !changed(name)).map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
    visitor.post(action, &fields).await
}

/// Opens the page, changes these fields, saves.
async fn save(visitor: &Visitor, changes: &[(&str, &str)]) -> Page {
    let shown = visitor.get(SETTINGS).await.expect_status(200);
    send(visitor, &shown, SETTINGS, changes).await
}

async fn stored(visitor: &Visitor, field: &str) -> String {
    let shown = visitor.get(SETTINGS).await.expect_status(200);
    html::field_value(&shown.text, field).unwrap()
}

/// What the page says, as a person reads it.
fn words(page: &Page) -> String {
    page.text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What the live status says now.
async fn status(visitor: &Visitor) -> String {
    visitor.get("/settings/ldap/status").await.text
}

async fn until_status(visitor: &Visitor, text: &str) {
    within(Duration::from_secs(10), text, async || status(visitor).await.contains(text)).await;
}

#[tokio::test]
async fn every_wrong_field_has_its_message_and_keeps_what_was_typed() {
    let Connected { visitor, directory: _directory, panel: _panel } = connected().await;
    let typed = [
        ("host", "http://directory.test"),
        ("port", "70000"),
        ("ca_certificate", "no certificate"),
        ("bind_dn", "reader"),
        ("base_dn", "people"),
        ("user_filter", "(cn=unfinished"),
        ("guid_attribute", "no name"),
        ("cn_attribute", "1cn"),
        ("mail_attribute", "userPassword"),
        ("phone_attribute", "phone!"),
        ("group_dn", "everyone"),
    ];
    let chosen = [("security", "ssl"), ("default_group", "99"), ("default_role", "king")];
    let secret = [("bind_password", "typed but wrong"), ("current_password", ADMINISTRATOR_PASSWORD)];
    let changes: Vec<_> = typed.into_iter().chain(chosen).chain(secret).collect();
    let before = stored(&visitor, "version").await;
    for action in [SETTINGS, CHECK] {
        let shown = visitor.get(SETTINGS).await;
        let refused = send(&visitor, &shown, action, &changes).await.expect_status(422);
        for (field, _) in typed.iter().chain(&chosen) {
            assert!(html::message_beside(&refused.text, field).is_some(), "{action} says nothing beside {field}");
        }
        for (field, value) in typed {
            assert_eq!(html::field_value(&refused.text, field).as_deref(), Some(value), "{field} was not kept");
        }
        assert!(!refused.text.contains("typed but wrong") && !refused.text.contains(ADMINISTRATOR_PASSWORD));
    }
    assert_eq!(stored(&visitor, "version").await, before);
}

#[tokio::test]
async fn settings_that_work_are_saved_and_said_to_be() {
    let directory = OpenLdap::builder().people(3).start().await;
    let (_panel, visitor) = fresh().await;
    let untouched = visitor.get(SETTINGS).await.expect_status(200);
    assert_eq!(html::field_value(&untouched.text, "security").as_deref(), Some("none"));
    assert!(untouched.text.contains("Without encryption the passwords of your agents cross the network readable."));
    assert!(status(&visitor).await.contains("No directory yet"));

    let saved = visitor.connect_directory_with(&directory, &[("base_dn", "")]).await.expect_status(303);
    assert_eq!(saved.location(), Some(SETTINGS));
    let shown = visitor.get(SETTINGS).await.expect_status(200).text;
    assert!(shown.contains("Connected. The settings were saved."), "{shown}");
    assert!(status(&visitor).await.contains("Connected"));
    for found in ["entryUUID", "cn", "mail", "telephoneNumber", BASE_DN] {
        assert!(shown.contains(&format!("placeholder=\"{found}\"")), "{found} is not shown as what holds");
    }
    assert!(shown.contains(&format!("<option value=\"{BASE_DN}\">")), "the naming context is not offered");
    assert!(shown.contains("3 people match"), "{shown}");
    assert_eq!(html::field_value(&shown, "guid_attribute").as_deref(), Some(""), "what is resolved was stored");
    assert!(!visitor.get(SETTINGS).await.text.contains("The settings were saved."), "it is said twice");
}

#[tokio::test]
async fn settings_that_do_not_connect_change_nothing_until_they_are_saved_anyway() {
    let Connected { directory, panel, visitor } = connected().await;
    let before = stored(&visitor, "version").await;
    let [closed] = free_ports();
    let port = closed.to_string();
    let changes =
        [("port", port.as_str()), ("bind_password", "new-pw-1"), ("current_password", ADMINISTRATOR_PASSWORD)];
    let refused = save(&visitor, &changes).await.expect_status(422);
    let failure = ConnectionFailure::ConnectionRefused { address: format!("127.0.0.1:{port}") };
    assert!(words(&refused).contains(&failure.message()) && words(&refused).contains(&failure.remedy()));
    assert!(refused.text.contains("name=\"save_anyway\""), "Save anyway is not offered");
    assert!(!refused.text.contains("new-pw-1"));
    assert_eq!(html::field_value(&refused.text, "port").as_deref(), Some(port.as_str()));

    assert_eq!(stored(&visitor, "version").await, before);
    assert_eq!(stored(&visitor, "port").await, directory.port.to_string());
    assert_eq!(visitor.import_and_wait().await["added"], 3);
    assert!(files::that_hold(&panel.data(), "new-pw-1").is_empty(), "the draft lies there readable");

    // The password is not typed again, and the administrator's own neither.
    let saved = send(&visitor, &refused, SETTINGS, &[("save_anyway", "1")]).await.expect_status(303);
    assert_eq!(saved.location(), Some(SETTINGS));
    assert_eq!(stored(&visitor, "port").await, port);
    until_status(&visitor, "Not connected · connection refused").await;
}

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
    within(Duration::from_secs(5), "the settings on the disk", async || {
        !files::that_hold(&panel.data(), BIND_DN).is_empty()
    })
    .await;
    assert_eq!(files::that_hold(&panel.data(), BIND_PASSWORD), Vec::<std::path::PathBuf>::new());
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
async fn a_check_saves_nothing_and_its_password_need_not_be_typed_again() {
    let directory = OpenLdap::builder().people(2).start().await;
    let (_panel, visitor) = fresh().await;
    let port = directory.port.to_string();
    let typed = [("host", "127.0.0.1"), ("port", &port), ("bind_dn", BIND_DN), ("bind_password", BIND_PASSWORD)];
    let shown = visitor.get(SETTINGS).await;
    let checked = send(&visitor, &shown, CHECK, &typed).await.expect_status(200);
    assert!(words(&checked).contains("Connected. Nothing was saved yet"), "{}", checked.text);
    assert!(!checked.text.contains(BIND_PASSWORD));
    assert!(status(&visitor).await.contains("No directory yet"));
    assert_eq!(stored(&visitor, "host").await, "");
    visitor.post("/imports", &[]).await.expect_status(422);

    send(&visitor, &checked, SETTINGS, &[]).await.expect_status(303);
    assert_eq!(visitor.import_and_wait().await["added"], 2);
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
async fn two_administrators_at_once_see_both_values_and_lose_nothing() {
    let Connected { visitor, directory: _directory, panel } = connected().await;
    let other = Visitor::new(&panel);
    other.sign_in("admin@example.test", ADMINISTRATOR_PASSWORD).await.expect_status(303);
    let shown = other.get(SETTINGS).await.expect_status(200);
    save(&visitor, &[("user_filter", "(objectClass=person)")]).await.expect_status(303);

    let refused = send(&other, &shown, SETTINGS, &[("cn_attribute", "displayName")]).await.expect_status(409);
    assert!(words(&refused).contains("(objectClass=person)"), "the stored value is not shown");
    assert_eq!(html::field_value(&refused.text, "cn_attribute").as_deref(), Some("displayName"));
    assert_eq!(stored(&visitor, "cn_attribute").await, "");
    assert_eq!(stored(&visitor, "user_filter").await, "(objectClass=person)");

    send(&other, &refused, SETTINGS, &[]).await.expect_status(303);
    assert_eq!(stored(&visitor, "cn_attribute").await, "displayName");
}

#[tokio::test]
async fn a_script_that_knows_no_version_is_accepted() {
    let Connected { visitor, directory, panel: _panel } = connected().await;
    let port = directory.port.to_string();
    let fields = [
        ("host", "127.0.0.1"),
        ("port", port.as_str()),
        ("security", "none"),
        ("bind_dn", BIND_DN),
        ("base_dn", BASE_DN),
        ("default_group", "1"),
        ("default_role", "support"),
    ];
    visitor.post(SETTINGS, &fields).await.expect_status(303);
    assert_eq!(stored(&visitor, "default_role").await, "support");
    assert!(status(&visitor).await.contains("Connected"), "it was switched off by leaving Enabled out");
}

#[tokio::test]
async fn looking_changes_nothing() {
    let Connected { visitor, directory: _directory, panel } = connected().await;
    visitor.import_and_wait().await;
    tour::everything(&visitor).await;
    let version = stored(&visitor, "version").await;
    let before = files::at_rest(&panel.data()).await;
    for _ in 0..3 {
        tour::everything(&visitor).await;
    }
    let after = files::at_rest(&panel.data()).await;
    let changed: Vec<_> = after.iter().filter(|file| !before.contains(file)).map(|(path, _)| path).collect();
    assert!(changed.is_empty(), "looking wrote into {changed:?}");
    assert_eq!(stored(&visitor, "version").await, version);
}

#[tokio::test]
async fn switched_off_nobody_of_the_directory_is_let_in_and_everything_is_kept() {
    let Connected { visitor, directory: _directory, panel } = connected().await;
    visitor.import_and_wait().await;
    let agent = Visitor::new(&panel);
    agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
    agent.get("/me").await.expect_status(200);

    let shown = visitor.get(SETTINGS).await;
    let form = html::form_with(&shown.text, "bind_dn").unwrap();
    let fields: Vec<_> = form
        .iter()
        .filter(|(name, _)| name != "enabled")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.post(SETTINGS, &fields).await.expect_status(303);
    assert!(status(&visitor).await.contains("LDAP is switched off"));
    agent.get("/me").await.expect_status(303);
    agent.get("/login").await.expect_status(200);
    agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(422);
    visitor.post("/imports", &[]).await.expect_status(422);
    assert_eq!(panel.run(&["import"]).await.status.code(), Some(1));
    assert_eq!(visitor.get_json("/agents?source=ldap").await["total"], 3);
    assert_eq!(stored(&visitor, "bind_dn").await, BIND_DN);

    save(&visitor, &[("enabled", "1")]).await.expect_status(303);
    agent.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
}

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
        let shown = visitor.get(SETTINGS).await;
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
