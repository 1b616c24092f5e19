//! The settings page: what is typed, what is checked, what is kept.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::html;
use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::{free_ports, within};
use super::tour;
use muster::model::ConnectionFailure;
use std::time::Duration;

pub(super) const SETTINGS: &str = "/settings/ldap/index";
pub(super) const CHECK: &str = "/settings/ldap/check";

/// A panel, its administrator, and a directory of three that it is connected to.
pub(super) struct Connected {
    pub(super) directory: OpenLdap,
    pub(super) panel: Panel,
    pub(super) visitor: Visitor,
}

pub(super) async fn connected() -> Connected {
    let directory = OpenLdap::builder().people(3).start().await;
    let (panel, visitor) = fresh().await;
    visitor.connect_directory(&directory).await;
    Connected { directory, panel, visitor }
}

pub(super) async fn fresh() -> (Panel, Visitor) {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    (panel, visitor)
}

/// Sends the settings form of a page that is shown, with these fields changed.
pub(super) async fn send(visitor: &Visitor, shown: &Page, action: &str, changes: &[(&str, &str)]) -> Page {
    let form = html::form_with(&shown.text, "bind_dn").expect("the page should have the settings form");
    let changed = |name: &str| changes.iter().any(|(known, _)| *known == name);
    let kept = form.iter().filter(|(name, _)| !changed(name)).map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
    visitor.post(action, &fields).await
}

/// Opens the page, changes these fields, saves.
pub(super) async fn save(visitor: &Visitor, changes: &[(&str, &str)]) -> Page {
    let shown = visitor.get(SETTINGS).await.expect_status(200);
    send(visitor, &shown, SETTINGS, changes).await
}

pub(super) async fn stored(visitor: &Visitor, field: &str) -> String {
    let shown = visitor.get(SETTINGS).await.expect_status(200);
    html::field_value(&shown.text, field).unwrap()
}

/// What the page says, as a person reads it.
pub(super) fn words(page: &Page) -> String {
    page.text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What the live status says now.
pub(super) async fn status(visitor: &Visitor) -> String {
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
    assert!(panel.stored_with("new-pw-1").is_empty(), "the draft lies there readable");

    // The password is not typed again, and the administrator's own neither.
    let saved = send(&visitor, &refused, SETTINGS, &[("save_anyway", "1")]).await.expect_status(303);
    assert_eq!(saved.location(), Some(SETTINGS));
    assert_eq!(stored(&visitor, "port").await, port);
    until_status(&visitor, "Not connected · connection refused").await;
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
    let before = panel.stored_at_rest().await;
    for _ in 0..3 {
        tour::everything(&visitor).await;
    }
    let after = panel.stored_at_rest().await;
    let changed: Vec<_> = after.iter().filter(|file| !before.contains(file)).map(|(place, _)| place).collect();
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
