//! What one panel does, the other knows at once: sessions, blocks, throttles, progress.

use crate::cuts::slow_directory;
use crate::pair::Pair;
use crate::support::entries::Entries;
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use crate::support::openldap::OpenLdap;
use crate::support::panel::Panel;
use crate::support::people::person;
use crate::support::process::within;
use std::sync::Arc;
use std::time::Duration;

#[tokio::test]
async fn a_session_begun_at_one_panel_goes_on_at_the_other_and_ends_at_both() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[]).await;
    pair.admin(0).await.import_and_wait().await;
    let anna = person(0);
    let mut visitor = Visitor::new(pair.panel(0));
    visitor.sign_in(&anna.mail, &anna.password()).await.expect_status(303);
    visitor.get("/me").await.expect_status(200);
    visitor.follow(pair.panel(1));
    visitor.get("/me").await.expect_status(200);
    visitor.post("/logout", &[]).await.expect_status(303);
    visitor.follow(pair.panel(0));
    visitor.get("/me").await.expect_status(303);
}

#[tokio::test]
async fn whoever_is_blocked_at_one_panel_is_out_of_the_other_at_once() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let admin = pair.admin(0).await;
    admin.import_and_wait().await;
    let anna = person(0);
    let visitor = Visitor::new(pair.panel(1));
    visitor.sign_in(&anna.mail, &anna.password()).await.expect_status(303);
    visitor.get("/me").await.expect_status(200);
    let agents = admin.get_json(&format!("/agents?q={}", anna.mail)).await;
    let id = agents["items"][0]["id"].as_str().unwrap();
    let page = format!("/agents/{id}/edit");
    admin.submit(&page, &format!("/agents/{id}"), &[("blocked", "1")]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
    let again = Visitor::new(pair.panel(1));
    assert_ne!(again.sign_in(&anna.mail, &anna.password()).await.status, 303, "a blocked agent came in");
}

#[tokio::test]
async fn wrong_passwords_are_counted_over_both_panels() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let mut answers = Vec::new();
    for number in 0..6 {
        let stranger = Visitor::new(pair.panel(number % 2));
        answers.push(stranger.sign_in(ADMINISTRATOR_EMAIL, "guessed wrong").await.status);
    }
    assert_eq!(answers, [422, 422, 422, 429, 429, 429]);
    let other = Visitor::new(pair.panel(0));
    assert_eq!(other.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.status, 429);
}

#[tokio::test]
async fn a_run_is_seen_and_cancelled_from_the_panel_that_does_not_work_on_it() {
    let directory = OpenLdap::builder().people(1).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let slow = slow_directory(&Entries::people(&["anna", "bert"]), &Arc::default()).await;
    let visitors = [pair.admin(0).await, pair.admin(1).await];
    visitors[0].connect_port(slow.port, &[("save_anyway", "1")]).await.expect_status(303);
    let path = visitors[0].post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    let working = pair.reading(&path).await;
    let other = &visitors[1 - working];
    within(Duration::from_secs(5), "progress", async || other.get_json(&path).await["read"] == 1).await;
    other.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    within(Duration::from_secs(5), "it to end", async || other.get_json(&path).await["state"] == "cancelled").await;
    assert_eq!(visitors[working].get_json(&path).await["state"], "cancelled");
}

#[tokio::test]
async fn a_panel_with_another_key_is_turned_away() {
    let directory = OpenLdap::builder().people(1).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let folder = tempfile::tempdir().unwrap();
    let mut serve = pair.panel(0).command(&["serve"]);
    serve.env("MUSTER_DATA", folder.path()).env_remove("MUSTER_SECRET_KEY");
    let stranger = tokio::task::spawn_blocking(move || serve.output().unwrap()).await.unwrap();
    let words = String::from_utf8_lossy(&stranger.stderr).into_owned();
    assert_eq!(stranger.status.code(), Some(1), "{words}");
    assert!(words.contains("needs the secret key") && words.contains("MUSTER_SECRET_KEY"), "{words}");
    pair.admin(0).await.get("/agents").await.expect_status(200);
}

#[tokio::test]
async fn a_panel_without_the_key_comes_in_once_the_lost_one_is_forgotten() {
    let mut panel = Panel::on_postgres(&[]).await;
    Visitor::setup_administrator(&panel).await;
    panel.kill();
    std::fs::remove_file(panel.data().join("secret.key")).unwrap();
    assert_eq!(panel.run(&["check"]).await.status.code(), Some(1));
    assert!(panel.run(&["key", "forget", "--yes"]).await.status.success());
    panel.start_again().await;
    let admin = Visitor::new(&panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
}

#[tokio::test]
async fn an_administrator_at_one_panel_signs_somebody_out_of_the_other() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let admin = pair.admin(0).await;
    admin.import_and_wait().await;
    let anna = person(0);
    let visitor = Visitor::new(pair.panel(1));
    visitor.sign_in(&anna.mail, &anna.password()).await.expect_status(303);
    visitor.get("/me").await.expect_status(200);
    let agents = admin.get_json(&format!("/agents?q={}", anna.mail)).await;
    let id = agents["items"][0]["id"].as_str().unwrap();
    admin.post(&format!("/agents/{id}/sessions/end"), &[("all", "1")]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
}
