//! The server's time for each page with 100,000 agents, on sled and on PostgreSQL, as a client on the same machine sees
//! it: medians and 99th percentiles, and how many times `/healthz` that is in the same run, which holds on any machine.
//! Prints; never fails for being slow.
//!
//! `BENCH_AGENTS` (default 100000) and `BENCH_REQUESTS` (default 200) change the size.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

use std::time::{Duration, Instant};
use support::http::Visitor;
use support::openldap::OpenLdap;
use support::panel::Panel;
use support::postgres::Postgres;

/// PostgreSQL as it is delivered.
const DURABLE: [(&str, &str); 3] = [("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on")];

const SORTS: [&str; 8] = ["name", "email", "phone", "group", "role", "source", "state", "last_sign_in"];

/// One, two and five letters, a word that is nowhere, several words, another script, and digits of a phone.
const SEARCHES: [&str; 9] =
    ["a", "zq", "an", "holl", "hollo", "nobody-at-all", "anna holl", "grace example u0004", "00042"];

const FILTERS: [&str; 8] = [
    "group=1",
    "role=employee",
    "role=administrator",
    "source=ldap",
    "source=local",
    "state=active",
    "state=removed",
    "signed_in=never",
];

const OTHERS: [&str; 5] = ["/groups", "/imports", "/imports/1", "/me", "/settings/ldap/index"];

/// Pages that a deep page is behind.
const DEEP: usize = 200;

#[tokio::main]
async fn main() {
    let people = number("BENCH_AGENTS", 100_000);
    let requests = number("BENCH_REQUESTS", 200);
    println!("{people} people on slapd; {requests} requests a page; PostgreSQL with its defaults");
    let directory = OpenLdap::builder().people(people).start().await;
    let builder = DURABLE.iter().fold(Postgres::builder(), |builder, (name, value)| builder.setting(name, value));
    let postgres = builder.start().await;
    postgres.create_database("pages");
    let sled = Panel::start().await;
    let shared = Panel::with(&[("MUSTER_STORAGE", &postgres.url("pages"))]).await;
    let on_sled = filled(&sled, &directory).await;
    let on_postgres = filled(&shared, &directory).await;
    // As autovacuum does within a minute.
    postgres.sql("pages", "VACUUM ANALYZE");
    println!("memory of the panel on sled: {} MiB", support::load::memory(&sled));
    table(&on_sled, &on_postgres, requests).await;
    opening(sled).await;
}

async fn filled(panel: &Panel, directory: &OpenLdap) -> Visitor {
    let visitor = Visitor::setup_administrator(panel).await;
    visitor.connect_directory(directory).await;
    let asked = visitor.post("/imports", &[]).await.expect_status(303);
    let run = asked.location().unwrap().to_owned();
    while visitor.get_json(&run).await["state"] == "running" {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(visitor.get_json(&run).await["state"], "done");
    visitor
}

async fn table(on_sled: &Visitor, on_postgres: &Visitor, requests: usize) {
    println!("\n{:<46}{:>33}   {:>33}", "", "sled", "PostgreSQL");
    let columns = ["p50 ms", "p99 ms", "x p50", "x p99"];
    print!("{:<46}", "page");
    for column in columns.iter().chain(&columns) {
        print!("{column:>9}");
    }
    println!();
    let mut bases = [None, None];
    for path in paths() {
        print!("{path:<46}");
        for (visitor, base) in [on_sled, on_postgres].into_iter().zip(&mut bases) {
            let path = resolved(visitor, &path).await;
            let now = measured(visitor, &path, requests).await;
            let base = *base.get_or_insert(now);
            print!("{:>9.2}{:>9.2}{:>9.1}{:>9.1}", now[0], now[1], now[0] / base[0], now[1] / base[1]);
        }
        println!();
    }
}

/// The first is what the others are measured by. `{id}`, `{second}` and `{deep}` are filled in for each store.
fn paths() -> Vec<String> {
    let mut paths = vec!["/healthz".to_owned(), "/agents".to_owned()];
    for sort in SORTS {
        paths.extend([format!("/agents?sort={sort}"), format!("/agents?sort=-{sort}")]);
    }
    paths.extend(SEARCHES.map(|words| format!("/agents?q={}", words.replace(' ', "+"))));
    paths.extend(SEARCHES.map(|words| format!("/agents?q={}&sort=-role", words.replace(' ', "+"))));
    paths.extend(FILTERS.map(|filter| format!("/agents?{filter}")));
    paths.extend(["/agents?after={second}", "/agents?after={deep}", "/agents/{id}"].map(str::to_owned));
    paths.extend(OTHERS.map(str::to_owned));
    paths
}

async fn resolved(visitor: &Visitor, path: &str) -> String {
    let first = visitor.get_json("/agents").await;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let path = path.replace("{second}", &text(&first["next"])).replace("{id}", &text(&first["items"][0]["id"]));
    if !path.contains("{deep}") {
        return path;
    }
    let mut next = text(&first["next"]);
    for _ in 1..DEEP {
        let page = visitor.get_json(&format!("/agents?after={next}")).await;
        match page["next"].as_str() {
            Some(after) => next = after.to_owned(),
            None => break,
        }
    }
    path.replace("{deep}", &next)
}

async fn measured(visitor: &Visitor, path: &str, requests: usize) -> [f64; 2] {
    let mut times = Vec::with_capacity(requests);
    for _ in 0..requests {
        let began = Instant::now();
        visitor.get(path).await.expect_status(200);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    [times[times.len() / 2], times[(times.len() - 1) * 99 / 100]]
}

/// How long the panel on sled takes until it answers, the index of its agents included.
async fn opening(mut panel: Panel) {
    panel.stop().await;
    let began = Instant::now();
    panel.start_again().await;
    let took: Duration = began.elapsed();
    println!("\na start on sled, until it answers: {:.2} s; {} MiB", took.as_secs_f64(), support::load::memory(&panel));
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}
