//! The live status: who dials, when, and when not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::html;
use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::process::within;
use super::support::scripted::{ScriptedLdap, bind_result, plainly};
use super::tour;
use ldap3_proto::proto::{LdapOp, LdapResultCode};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const SETTINGS: &str = "/settings/ldap/index";
/// The monitor looks every 30 seconds.
const TICK: Duration = Duration::from_secs(40);

async fn status(visitor: &Visitor) -> String {
    visitor.get("/settings/ldap/status").await.expect_status(200).text
}

async fn until_status(visitor: &Visitor, limit: Duration, text: &str) {
    within(limit, text, async || status(visitor).await.contains(text)).await;
}

fn binds(server: &ScriptedLdap) -> usize {
    server.requests().iter().filter(|request| matches!(request.op, LdapOp::BindRequest(_))).count()
}

/// A panel that was told to use a scripted server, whatever it says.
async fn against(server: &ScriptedLdap) -> (Panel, Visitor) {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    save_anyway(&visitor, server, "any-password").await.expect_status(303);
    (panel, visitor)
}

async fn save_anyway(visitor: &Visitor, server: &ScriptedLdap, password: &str) -> Page {
    let port = server.port.to_string();
    let fields = [
        ("host", "127.0.0.1"),
        ("port", port.as_str()),
        ("bind_dn", "cn=reader,dc=example,dc=test"),
        ("bind_password", password),
        ("current_password", ADMINISTRATOR_PASSWORD),
        ("save_anyway", "1"),
    ];
    visitor.submit(SETTINGS, SETTINGS, &fields).await
}

async fn check(visitor: &Visitor) -> Page {
    let shown = visitor.get(SETTINGS).await.expect_status(200).text;
    let form = html::form_with(&shown, "bind_dn").unwrap();
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post("/settings/ldap/check", &fields).await.expect_status(200)
}

#[tokio::test]
async fn a_page_view_never_dials() {
    let server = ScriptedLdap::start(plainly).await;
    let (_panel, visitor) = against(&server).await;
    until_status(&visitor, Duration::from_secs(10), "Connected ·").await;
    let half_minute = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() / 30;
    for _ in 0..3 {
        let (began, before) = (half_minute(), server.connections());
        assert!(before > 0);
        for _ in 0..2 {
            tour::everything(&visitor).await;
        }
        // Unless the monitor's own look came in between.
        if half_minute() == began {
            assert_eq!(server.connections(), before, "a page view dialed");
            return;
        }
    }
    panic!("looking takes longer than the monitor sleeps");
}

#[tokio::test]
async fn the_status_follows_the_directory_and_a_refused_password_is_not_tried_again() {
    // Both at once, since both wait for the monitor's next look.
    let refusing = ScriptedLdap::start(|request| match &request.op {
        LdapOp::BindRequest(_) => vec![bind_result(LdapResultCode::InvalidCredentials, "")],
        _ => plainly(request),
    })
    .await;
    let (refused_panel, refused) = against(&refusing).await;
    until_status(&refused, Duration::from_secs(10), "Not connected · password refused").await;
    assert_eq!(binds(&refusing), 1);
    let shown = refused.get(SETTINGS).await.text;
    assert!(shown.contains("The user is not signed in again by itself"), "{shown}");

    let mut directory = OpenLdap::builder().people(1).start().await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    let mut same = String::new();
    // The save is followed by a look of the monitor's, after which it stays as it is for a while.
    within(Duration::from_secs(10), "the same status twice", async || {
        let seen = status(&visitor).await;
        assert!(seen.contains("Connected ·"), "{seen}");
        let (_, mark) = seen.split_once("seen=").unwrap();
        same = format!("/settings/ldap/status?seen={}", mark.split('"').next().unwrap());
        visitor.get(&same).await.status == 204
    })
    .await;

    directory.stop();
    for number in 0..2 {
        let agent = Visitor::new(&refused_panel);
        agent.sign_in(&format!("someone{number}@example.test"), "some password").await.expect_status(503);
    }
    until_status(&visitor, TICK, "Not connected · connection refused").await;
    visitor.get(&same).await.expect_status(200);
    // The other panel has had its look by the same clock.
    assert_eq!(binds(&refusing), 1, "a refused password was tried again");
    assert!(status(&refused).await.contains("password refused"));

    directory.start_again().await;
    check(&visitor).await;
    assert!(status(&visitor).await.contains("Connected ·"));

    check(&refused).await;
    assert_eq!(binds(&refusing), 2, "an administrator asked for this one");
    save_anyway(&refused, &refusing, "another-password").await.expect_status(303);
    within(Duration::from_secs(10), "the new password to be tried", async || binds(&refusing) == 3).await;
}
