//! The first administrator, the way back in, starting and stopping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::html;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use super::tour;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

const OWNER: &str = "owner@example.test";

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

#[tokio::test]
async fn the_printed_code_makes_the_first_administrator_and_setup_is_gone_for_good() {
    let mut panel = Panel::start().await;
    let visitor = Visitor::new(&panel);
    assert_eq!(visitor.get("/login").await.expect_status(303).location(), Some("/setup"));
    visitor.get("/setup").await.expect_status(200);

    let code = panel.setup_code().await;
    let (name, email, password) = (("name", "Ada Minister"), ("email", "ada@example.test"), "quite long enough");
    let wrong = [("code", "AAAAA-AAAAA-AAAAA-AAAAA"), name, email, ("password", password)];
    let refused = visitor.post("/setup", &wrong).await.expect_status(422).text;
    assert!(refused.contains("That is not the setup code."), "{refused}");
    assert!(refused.contains("Ada Minister") && refused.contains("ada@example.test"), "what was typed is lost");
    assert!(!refused.contains(password), "the password is sent back");

    let typed = code.to_lowercase().replace('-', " ");
    let done = visitor.post("/setup", &[("code", &typed), name, email, ("password", password)]).await;
    assert_eq!(done.expect_status(303).location(), Some("/settings/ldap/index"));
    visitor.get("/settings/ldap/index").await.expect_status(200);

    let other = Visitor::new(&panel);
    other.get("/setup").await.expect_status(404);
    other.get("/login").await.expect_status(200);
    let again = [("code", code.as_str()), ("name", "Eve"), ("email", "eve@example.test"), ("password", password)];
    other.post("/setup", &again).await.expect_status(404);

    panel.stop().await;
    panel.start_again().await;
    let late = Visitor::new(&panel);
    late.get("/setup").await.expect_status(404);
    late.get("/login").await.expect_status(200);
    late.post("/setup", &again).await.expect_status(404);
    assert!(!panel.log.text().contains("Setup code"), "{}", panel.log.text());
}

#[tokio::test]
async fn setup_says_what_is_wrong_beside_each_field() {
    let panel = Panel::start().await;
    let visitor = Visitor::new(&panel);
    let code = panel.setup_code().await;
    let fields = [("code", code.as_str()), ("name", " "), ("email", "nobody"), ("password", "short")];
    let refused = visitor.post("/setup", &fields).await.expect_status(422).text;
    for field in ["name", "email", "password"] {
        assert!(html::message_beside(&refused, field).is_some(), "no message beside {field}:\n{refused}");
    }
    assert_eq!(html::message_beside(&refused, "code"), None);
    visitor.get("/setup").await.expect_status(200);
}

#[tokio::test]
async fn no_page_shows_a_password_hash() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for (path, page) in tour::everything(&visitor).await {
        assert!(!page.text.contains("$argon2"), "{path} shows a hash");
    }
}

#[tokio::test]
async fn the_owner_command_reaches_the_running_panel() {
    let panel = Panel::start().await;
    let made = panel.run_with_input(&["owner", OWNER], "a first password\n").await;
    assert!(made.status.success(), "{}", stderr(&made));
    let owner = Visitor::new(&panel);
    owner.get("/setup").await.expect_status(404);
    owner.sign_in(OWNER, "a first password").await.expect_status(303);
    owner.get("/settings/ldap/index").await.expect_status(200);

    let changed = panel.run_with_input(&["owner", OWNER], "a second password\n").await;
    assert!(changed.status.success(), "{}", stderr(&changed));
    assert_eq!(owner.get("/me").await.expect_status(303).location(), Some("/login?next=%2Fme"));
    owner.get("/login").await.expect_status(200);
    owner.sign_in(OWNER, "a first password").await.expect_status(422);
    owner.sign_in(OWNER, "a second password").await.expect_status(303);
}

#[tokio::test]
async fn the_owner_command_is_the_way_back_in_while_no_panel_runs() {
    let mut panel = Panel::start().await;
    let mut before = Visitor::setup_administrator(&panel).await;
    panel.stop().await;
    let made = panel.run_with_input(&["owner", OWNER], "a first password").await;
    assert!(made.status.success(), "{}", stderr(&made));
    let reset = panel.run_with_input(&["owner", ADMINISTRATOR_EMAIL], "forgotten no more\n").await;
    assert!(reset.status.success(), "{}", stderr(&reset));

    panel.start_again().await;
    before.follow(&panel);
    before.get("/me").await.expect_status(303);
    let visitor = Visitor::new(&panel);
    visitor.sign_in(OWNER, "a first password").await.expect_status(303);
    visitor.get("/imports").await.expect_status(200);
    Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, "forgotten no more").await.expect_status(303);
    Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(422);
}

#[tokio::test]
async fn the_owner_command_refuses_in_one_sentence() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    for (email, password) in [(OWNER, "short\n"), (OWNER, ""), ("nobody", "quite long enough\n")] {
        let refused = panel.run_with_input(&["owner", email], password).await;
        assert_eq!(refused.status.code(), Some(1), "{email} with {password:?} passed");
        assert_eq!(stderr(&refused).lines().count(), 1, "{}", stderr(&refused));
    }
    let agents = Visitor::new(&panel);
    agents.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(agents.get_json("/agents").await["total"], 1);
}

#[tokio::test]
async fn the_owner_command_gives_no_password_to_an_agent_of_the_directory() {
    let directory = OpenLdap::builder().people(1).start().await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    visitor.import_and_wait().await;
    let before = visitor.get_json("/agents").await;
    let refused = panel.run_with_input(&["owner", &person(0).mail], "a first password\n").await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("belongs to an agent from the directory"), "{}", stderr(&refused));
    assert_eq!(visitor.get_json("/agents").await, before);
}

#[tokio::test]
async fn the_administrator_signs_in_whatever_the_directory_does() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let try_now = async || Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    try_now().await.expect_status(303);
    let mut directory = OpenLdap::builder().people(1).start().await;
    visitor.connect_directory(&directory).await;
    directory.stop();
    try_now().await.expect_status(303);
    visitor.get("/agents").await.expect_status(200);
}

#[tokio::test]
async fn a_restart_keeps_settings_agents_runs_and_sessions() {
    let directory = OpenLdap::builder().people(3).start().await;
    let mut panel = Panel::start().await;
    let mut visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    visitor.import_and_wait().await;
    let (agents, runs) = (visitor.get_json("/agents").await, visitor.get_json("/imports").await);
    assert_eq!(agents["total"], 4);

    let status = panel.stop().await;
    assert_eq!(status.code(), Some(0), "{}", panel.log.text());
    assert!(!panel.data().join("control.sock").exists());
    panel.start_again().await;
    visitor.follow(&panel);
    assert_eq!(visitor.get_json("/agents").await, agents);
    assert_eq!(visitor.get_json("/imports").await, runs);
    assert_eq!(visitor.import_and_wait().await["unchanged"], 3, "the stored bind password is of no use");
}

#[tokio::test]
async fn a_kill_loses_nothing_that_was_answered() {
    let mut panel = Panel::start().await;
    let mut visitor = Visitor::setup_administrator(&panel).await;
    for number in 0..5 {
        let name = format!("Group {number}");
        visitor.post("/groups", &[("name", &name)]).await.expect_status(303);
    }
    panel.kill();
    panel.start_again().await;
    visitor.follow(&panel);
    let groups = visitor.get("/groups").await.expect_status(200).text;
    assert!((0..5).all(|number| groups.contains(&format!("Group {number}"))), "{groups}");
    let checked = panel.run_with_input(&["owner", OWNER], "a first password\n").await;
    assert!(checked.status.success(), "the control socket does not work again: {}", stderr(&checked));
}

#[tokio::test]
async fn a_second_panel_on_the_same_data_says_so_and_harms_nothing() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let second = panel.run(&["serve"]).await;
    assert_eq!(second.status.code(), Some(1));
    let words = stderr(&second);
    assert!(words.contains("Another muster process uses this ") && words.lines().count() == 1, "{words}");
    assert!(second.stdout.is_empty());
    visitor.get("/agents").await.expect_status(200);
    let made = panel.run_with_input(&["owner", OWNER], "a first password\n").await;
    assert!(made.status.success(), "the first panel lost its control socket: {}", stderr(&made));
}

#[tokio::test]
async fn listening_beyond_this_machine_needs_the_public_url() {
    let panel = Panel::start().await;
    let other = tempfile::tempdir().unwrap();
    let data = other.path().join("data");
    let data = data.to_str().unwrap();
    let refused = panel.run(&["serve", "--listen", "0.0.0.0:0", "--data", data]).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("MUSTER_PUBLIC_URL"), "{}", stderr(&refused));
    assert!(!other.path().join("data").exists(), "it opened its store first");
    let wrong = panel.run(&["serve", "--public-url", "https://x.test/panel", "--data", data]).await;
    assert_eq!(wrong.status.code(), Some(1));
}

#[tokio::test]
async fn wrong_usage_ends_with_status_2_and_help_with_0() {
    let panel = Panel::start().await;
    for wrong in [&["nonsense"][..], &["owner"], &["import", "--now"], &["serve", "--listen", "here"]] {
        let output = panel.run(wrong).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!stderr(&output).is_empty());
    }
    for command in [&["--help"][..], &["serve", "--help"], &["check", "--help"], &["owner", "--help"]] {
        let output = panel.run(command).await;
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        assert!(!output.stdout.is_empty());
    }
}

#[tokio::test]
async fn key_and_control_socket_are_for_the_owner_alone() {
    let panel = Panel::start().await;
    for name in ["secret.key", "control.sock"] {
        let mode = std::fs::metadata(panel.data().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
