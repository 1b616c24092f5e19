//! PostgreSQL: the server that is shared, and servers of one test.
#![allow(clippy::print_stdout, reason = "how one process of a test tells another what it has seen")]

use crate::support::postgres::{self, Database, Postgres};
use crate::support::process::within;
use crate::support::tls::TestCa;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Whether the panel would get in.
fn connects(url: &str) -> Result<(), String> {
    postgres::ask(url, "SELECT 1").map(drop)
}

#[tokio::test]
async fn a_fresh_database_is_empty_and_gone_afterwards() {
    let (one, other) = (Database::fresh().await, Database::fresh().await);
    assert_ne!(one.name(), other.name());
    assert!(one.rows().is_empty());
    one.sql("CREATE TABLE bees (name text); INSERT INTO bees VALUES ('Maja')");
    assert!(one.rows().len() == 1 && other.rows().is_empty());
    connects(&one.url()).unwrap();
    connects(&one.socket_url()).unwrap();

    let count = format!("SELECT count(*) FROM pg_database WHERE datname = '{}'", one.name());
    assert_eq!(other.server_sql(&count), "1");
    let url = one.url();
    let busy = tokio::task::spawn_blocking(move || postgres::ask(&url, "SELECT pg_sleep(60)"));
    within(Duration::from_secs(10), "someone to be busy there", async || {
        one.sql("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'muster'") == "1"
    })
    .await;
    drop(one);
    assert_eq!(other.server_sql(&count), "0");
    assert!(busy.await.unwrap().unwrap_err().contains("terminating connection"));
}

#[tokio::test]
async fn a_row_that_is_written_again_is_another_one() {
    let database = Database::fresh().await;
    database.sql("CREATE TABLE bees (name text); INSERT INTO bees VALUES ('Maja'), ('Willi')");
    let before = database.rows();
    database.sql("SELECT * FROM bees FOR UPDATE");
    assert_eq!(database.rows(), before);
    database.sql("UPDATE bees SET name = name WHERE name = 'Willi'");
    let after = database.rows();
    assert!(after.len() == 2 && after[0] == before[0] && after[1] != before[1], "{after:?}");
}

#[tokio::test]
async fn the_panel_is_nobodys_superuser() {
    let database = Database::fresh().await;
    assert_eq!(database.sql("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = 'muster'"), "f");
}

/// Which server this process shares. The next test runs it in another one.
#[tokio::test]
async fn a_server_is_known_by_the_time_it_was_started() {
    println!("server {}", started(&Database::fresh().await));
}

fn started(database: &Database) -> String {
    database.sql("SELECT extract(epoch FROM pg_postmaster_start_time())")
}

#[tokio::test]
async fn processes_share_one_server() {
    let here = started(&Database::fresh().await);
    let others = [(); 3].map(|()| {
        let mut other = Command::new(std::env::current_exe().unwrap());
        other.args(["--exact", "postgres::a_server_is_known_by_the_time_it_was_started", "--nocapture"]);
        other.stdout(Stdio::piped()).spawn().unwrap()
    });
    for other in others {
        let said = String::from_utf8(other.wait_with_output().unwrap().stdout).unwrap();
        assert!(said.contains(&format!("server {here}")), "{said}");
    }
}

#[tokio::test]
async fn a_server_of_ones_own_stops_crashes_and_comes_back_on_its_port() {
    let mut server = Postgres::builder().setting("synchronous_commit", "on").start().await;
    let url = server.url("muster");
    connects(&url).unwrap();
    server.sql("muster", "CREATE TABLE bees (name text)");
    server.stop();
    assert!(connects(&url).unwrap_err().contains("refused"));
    server.start_again().await;
    server.sql("muster", "INSERT INTO bees VALUES ('Maja')");
    server.kill();
    assert!(connects(&url).unwrap_err().contains("refused"));
    server.start_again().await;
    assert_eq!(server.sql("muster", "SELECT name FROM bees"), "Maja");
    assert!(server.log().contains("not properly shut down"));
}

#[tokio::test]
async fn a_frozen_server_says_nothing_until_it_thaws() {
    let server = Postgres::own().await;
    server.freeze();
    let answer = connects(&(server.url("muster") + "?connect_timeout=2")).unwrap_err();
    assert!(answer.contains("timeout expired"), "{answer}");
    server.thaw();
    connects(&server.url("muster")).unwrap();
}

#[tokio::test]
async fn a_password_and_tls_are_asked_for() {
    let ca = TestCa::new();
    let server = Postgres::builder().tls(ca.good()).tls_required().password("a-garden-of-bees").start().await;
    let url = server.url("muster");
    let trusting = format!("sslmode=verify-full&sslrootcert={}", ca.file().display());
    connects(&format!("{url}?{trusting}")).unwrap();
    let wrong = url.replace("a-garden", "another-garden");
    assert!(connects(&format!("{wrong}?{trusting}")).unwrap_err().contains("password authentication failed"));
    assert!(connects(&format!("{url}?sslmode=disable")).unwrap_err().contains("no encryption"));
    connects(&server.socket_url("muster")).unwrap();
}

#[tokio::test]
async fn a_standby_follows_and_takes_over() {
    let mut server = Postgres::own().await;
    server.sql("muster", "CREATE TABLE bees (name text)");
    let standby = server.standby().await;
    server.sql("muster", "INSERT INTO bees VALUES ('Maja')");
    server.followed_by(&standby).await;
    assert_eq!(standby.sql("muster", "SELECT name FROM bees"), "Maja");

    server.commit_on_standbys_too().await;
    server.sql("muster", "INSERT INTO bees VALUES ('Willi')");
    server.kill();
    standby.promote();
    standby.sql("muster", "INSERT INTO bees VALUES ('Flip')");
    assert_eq!(standby.sql("muster", "SELECT count(*) FROM bees"), "3");
}

#[tokio::test]
async fn no_server_is_reached_from_elsewhere() {
    let (shared, own) = (Database::fresh().await, Postgres::own().await);
    assert_eq!(shared.sql("SHOW listen_addresses"), "127.0.0.1");
    assert_eq!(own.sql("muster", "SHOW listen_addresses"), "127.0.0.1");
}
