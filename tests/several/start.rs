//! A panel that starts while its database is away, or that the database does not let in.

use crate::support::http::Visitor;
use crate::support::panel::Panel;
use crate::support::postgres::Postgres;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// What nobody may read anywhere.
const PASSWORD: &str = "a-garden-of-bees";

/// A panel on this store that is expected not to start: what it said, and after how long.
async fn refused(storage: String) -> (Output, Duration) {
    let data = tempfile::tempdir().unwrap();
    let mut panel = Command::new(env!("CARGO_BIN_EXE_muster"));
    panel.arg("serve").env("MUSTER_LISTEN", "127.0.0.1:0").env("MUSTER_DATA", data.path());
    panel.env("MUSTER_STORAGE", storage).env("MUSTER_LOG", "debug,sqlx=trace").stdin(Stdio::null());
    let began = Instant::now();
    let output = tokio::task::spawn_blocking(move || panel.output().unwrap()).await.unwrap();
    (output, began.elapsed())
}

/// Its last words: one sentence, or a few, on one line, without the password. So is all the rest.
fn last_words(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty(), "{output:?}");
    assert!(!said.contains(PASSWORD), "{said}");
    let words: Vec<&str> = said.lines().filter(|line| line.starts_with("muster: ")).collect();
    assert!(words.len() == 1 && said.trim_end().ends_with(words[0]) && words[0].ends_with('.'), "{said}");
    words[0].to_owned()
}

#[tokio::test]
async fn a_panel_that_starts_before_its_database_waits_for_it_and_serves() {
    let mut server = Postgres::own().await;
    server.stop();
    let url = server.url("muster");
    let later = async {
        // The panel is to find nobody there at first.
        tokio::time::sleep(Duration::from_secs(3)).await;
        server.start_again().await;
    };
    let environment = [("MUSTER_STORAGE", url.as_str())];
    let (panel, ()) = tokio::join!(Panel::with(&environment), later);
    Visitor::new(&panel).get("/readyz").await.expect_status(200);
    let waits = panel.log.text().lines().filter(|line| line.contains("waiting for PostgreSQL")).count();
    assert_eq!(waits, 1, "it should say once that it waits:\n{}", panel.log.text());
}

#[tokio::test]
async fn a_panel_whose_database_stays_away_ends_after_a_quarter_of_a_minute_with_a_sentence() {
    let mut server = Postgres::builder().password(PASSWORD).start().await;
    server.stop();
    let (output, took) = refused(server.url("muster")).await;
    let words = last_words(&output);
    assert!(words.contains("PostgreSQL cannot be reached"), "{words}");
    assert!((15..25).contains(&took.as_secs()), "{took:?}");
}

#[tokio::test]
async fn a_wrong_password_a_missing_database_and_an_unreadable_url_end_a_start_at_once_with_a_sentence() {
    let server = Postgres::builder().password("another-password").start().await;
    let wrong = server.url("muster").replace("another-password", PASSWORD);
    let cases = [
        (wrong, "Check the user and the password"),
        (server.url("nowhere"), "Make the database first"),
        (format!("postgres://muster:{PASSWORD}@127.0.0.1:port/muster"), "is no PostgreSQL URL"),
        (format!("postgres://muster:{PASSWORD}@127.0.0.1/muster?sslmode=perhaps"), "is no PostgreSQL URL"),
    ];
    for (url, remedy) in cases {
        let (output, took) = refused(url).await;
        let words = last_words(&output);
        assert!(words.contains(remedy), "{words}");
        assert!(took < Duration::from_secs(5), "{took:?}: {words}");
    }
}

#[tokio::test]
async fn the_log_never_holds_the_password_however_much_it_says() {
    let mut server = Postgres::builder().password(PASSWORD).start().await;
    let url = server.url("muster");
    let panel = Panel::with(&[("MUSTER_STORAGE", &url), ("MUSTER_LOG", "trace,sqlx=trace,apalis=trace")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    server.stop();
    visitor.get("/agents").await.expect_status(503);
    server.start_again().await;
    visitor.get("/agents").await.expect_status(200);
    let log = panel.log.text();
    assert!(log.contains("DEBUG") && !log.contains(PASSWORD), "the password is in the log");
}

#[tokio::test]
async fn the_right_to_create_in_the_database_is_enough() {
    let server = Postgres::own().await;
    server.sql("postgres", "CREATE DATABASE lent OWNER postgres");
    server.sql("postgres", "GRANT CREATE ON DATABASE lent TO muster");
    let panel = Panel::with(&[("MUSTER_STORAGE", &server.url("lent"))]).await;
    Visitor::setup_administrator(&panel).await.get("/agents?q=a").await.expect_status(200);
    let index = server.sql("lent", "SELECT to_regclass('muster.agents_search') IS NOT NULL");
    assert_eq!(index, "t", "the search goes without its index");
    let strays = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace";
    assert_eq!(server.sql("lent", strays), "0", "something of the panel's is in public");
}
