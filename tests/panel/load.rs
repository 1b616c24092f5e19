//! Many at once: a short piece of what `just bench` measures.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::load;
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::process::within;
use super::support::proxy::{Fault, Proxy};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_clients_and_a_flood_of_sign_ins_against_a_silent_directory_keep_nobody_from_their_pages() {
    let directory = OpenLdap::builder().people(20).start().await;
    let proxy = Proxy::to(directory.port).await;
    let panel = Panel::with(&[("MUSTER_TRUSTED_PROXIES", "127.0.0.1")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_port(proxy.port, &[]).await.expect_status(303);
    visitor.import_and_wait().await;
    let agents = visitor.get_json("/agents").await;
    let emails: Vec<String> =
        agents["items"].as_array().unwrap().iter().map(|agent| agent["email"].as_str().unwrap().to_owned()).collect();
    let files = load::open_files(&panel);

    let slow = load::slow_clients(&panel, 50, Duration::from_millis(200));
    let resting = load::resting(&panel, 300).await;
    assert_eq!(resting.len(), 300);
    proxy.set(Fault::Stall(0));
    let flood = load::sign_ins(&panel, &emails, 300, 300, Duration::from_secs(3));
    let reading = load::pages(&visitor, "/agents", 100);
    let ((counts, _), times) = tokio::join!(flood, reading);
    assert_eq!(times.len(), 100, "each was answered");
    let allowed = [422, 429, 503];
    assert!(counts.keys().all(|status| allowed.contains(status)), "{counts:?}");
    assert!(counts.values().sum::<u64>() >= 300, "{counts:?}");
    assert!(counts.contains_key(&503), "not all of 300 have a turn: {counts:?}");

    drop((slow, resting));
    proxy.set(Fault::None);
    let files_now = || load::open_files(&panel);
    within(Duration::from_secs(60), "the connections to end", async || files_now() <= files + 20).await;
    visitor.get("/agents").await.expect_status(200);
    visitor.import_and_wait().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_failing_sign_ins_turns_nobody_away_and_pages_go_on() {
    let directory = OpenLdap::builder().people(40).start().await;
    let panel = Panel::with(&[("MUSTER_TRUSTED_PROXIES", "127.0.0.1")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    visitor.import_and_wait().await;
    let agents = visitor.get_json("/agents?source=ldap").await;
    let emails: Vec<String> =
        agents["items"].as_array().unwrap().iter().map(|agent| agent["email"].as_str().unwrap().to_owned()).collect();
    // As many at once as have a place at the directory or in the line before it.
    let flood = load::sign_ins(&panel, &emails, 400, 200, Duration::from_secs(3));
    let ((counts, _), times) = tokio::join!(flood, load::pages(&visitor, "/agents", 50));
    assert_eq!(times.len(), 50, "each was answered");
    assert!(counts.keys().all(|status| [422, 429].contains(status)), "{counts:?}");
    assert!(counts.contains_key(&422) && counts.contains_key(&429), "{counts:?}");
    Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
}

#[tokio::test]
async fn sign_ins_whose_form_does_not_come_hold_no_turn() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let host = panel.url.strip_prefix("http://").unwrap();
    let mut begun = Vec::new();
    for _ in 0..40 {
        let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
        let head = format!(
            "POST /login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail="
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        begun.push(stream);
    }
    let visitor = Visitor::new(&panel);
    let signed_in = visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD);
    // A form may take 30 seconds.
    let page = tokio::time::timeout(Duration::from_secs(20), signed_in).await.expect("a turn");
    page.expect_status(303);
    drop(begun);
}

#[tokio::test]
async fn answers_to_forms_are_not_compressed() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let zipped = |request: reqwest::RequestBuilder| request.header("accept-encoding", "gzip").send();
    let page = zipped(visitor.request("GET", "/agents")).await.unwrap();
    assert_eq!(page.headers()["content-encoding"], "gzip");
    let form = [("csrf_token", visitor.csrf_token().await), ("name", String::new())];
    let refused = zipped(visitor.request("POST", "/agents").form(&form)).await.unwrap();
    assert_eq!(refused.status(), 422);
    assert!(refused.headers().get("content-encoding").is_none());
}

#[tokio::test]
async fn a_panel_that_runs_out_of_open_files_goes_on_when_there_are_some_again() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let allowed = load::open_files(&panel) + 10;
    let pid = panel.pid().to_string();
    let limit = format!("--nofile={allowed}:{allowed}");
    let set = std::process::Command::new("prlimit").args(["--pid", &pid, &limit]).status().expect("util-linux");
    assert!(set.success());
    let mut crowd = Vec::new();
    for _ in 0..60 {
        crowd.push(tokio::net::TcpStream::connect(panel.url.strip_prefix("http://").unwrap()).await.unwrap());
    }
    within(Duration::from_secs(60), "the files to run out", async || load::open_files(&panel) >= allowed - 1).await;
    drop(crowd);
    visitor.get("/agents").await.expect_status(200);
    visitor.get("/agents").await.expect_status(200);
}
