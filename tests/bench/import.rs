//! What an import costs beside `ldapsearch` fetching the same attributes in the same run, and what
//! pages cost with that many agents, on sled and on PostgreSQL. Prints medians and ratios; never fails for being
//! slow.
//!
//! `BENCH_PEOPLE` (default 100000) and `BENCH_ROUNDS` (default 3) change the size.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

use serde_json::Value;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use support::http::Visitor;
use support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use support::panel::Panel;
use support::postgres::Postgres;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// What an import asks of OpenLDAP, by name.
const ATTRIBUTES: [&str; 5] = ["entryUUID", "cn", "mail", "telephoneNumber", "pwdAccountLockedTime"];
const FILTER: &str = "(&(|(objectClass=inetOrgPerson)(objectClass=person))(!(objectClass=simpleSecurityObject)))";

/// PostgreSQL as it is delivered, every commit on the disk when it is answered.
const DURABLE: [(&str, &str); 3] = [("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on")];

const PAGES: [(&str, &str); 11] = [
    ("/agents", "/agents"),
    ("/agents, second page", "/agents?after="),
    ("/agents?q=a (matches most)", "/agents?q=a"),
    ("/agents?q=u00042", "/agents?q=u00042"),
    ("/agents?q=nobody-at-all", "/agents?q=nobody-at-all"),
    ("/agents?role=employee&source=ldap", "/agents?role=employee&source=ldap"),
    ("/agents?sort=-email", "/agents?sort=-email"),
    ("/settings/ldap/index", "/settings/ldap/index"),
    ("/imports/1", "/imports/1"),
    ("/imports/1?kind=added&q=u0004", "/imports/1?kind=added&q=u0004"),
    ("/healthz", "/healthz"),
];

/// What was measured on one store, in seconds and MiB, a value a round.
#[derive(Default)]
struct Figures {
    first: Vec<f64>,
    unchanged: Vec<f64>,
    peak_first: Vec<f64>,
    peak_unchanged: Vec<f64>,
}

#[tokio::main]
async fn main() {
    let people = number("BENCH_PEOPLE", 100_000);
    let rounds = number("BENCH_ROUNDS", 3);
    println!("{people} people on slapd, {rounds} rounds; PostgreSQL with its defaults, fsync and synchronous commits");
    let directory = OpenLdap::builder().people(people).start().await;
    let builder = DURABLE.iter().fold(Postgres::builder(), |builder, (name, value)| builder.setting(name, value));
    let postgres = builder.start().await;
    let (mut fetch, mut on_sled, mut on_postgres) = (Vec::new(), Figures::default(), Figures::default());
    ldapsearch(&directory); // warms the directory's cache
    let (mut last, mut written) = (None, 0);
    for round in 0..rounds {
        let panel = Panel::start().await;
        let embedded = measured(panel, &directory, &mut fetch, &mut on_sled, || 0).await.0;
        let database = format!("round_{round}");
        postgres.create_database(&database);
        let panel = Panel::with(&[("MUSTER_STORAGE", &postgres.url(&database))]).await;
        let now = || postgres.sql(&database, "SELECT txid_current()").parse::<u64>().unwrap();
        let (shared, before) = measured(panel, &directory, &mut fetch, &mut on_postgres, now).await;
        let since = format!("SELECT count(*) FROM muster.agents WHERE xmin::text::bigint > {before}");
        written += postgres.sql(&database, &since).parse::<u64>().unwrap();
        last = Some((embedded, shared));
    }
    report(&mut fetch, &mut on_sled, &mut on_postgres);
    println!("rows of agents that unchanged imports wrote in PostgreSQL: {written}");
    if let Some(((_sled, embedded), (_postgres, shared))) = last {
        pages(&embedded, &shared).await;
    }
}

/// A first and an unchanged import on a new store. Answers what `before` said between them.
async fn measured(
    panel: Panel,
    directory: &OpenLdap,
    fetch: &mut Vec<f64>,
    figures: &mut Figures,
    before: impl Fn() -> u64,
) -> ((Panel, Visitor), u64) {
    fetch.push(ldapsearch(directory));
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(directory).await;
    let run = import(&visitor).await;
    assert_eq!(run["state"], "done", "{run}");
    figures.first.push(seconds(&run));
    figures.peak_first.push(peak(&panel));
    fetch.push(ldapsearch(directory));
    let before = before();
    let run = import(&visitor).await;
    assert_eq!((&run["added"], &run["updated"], &run["removed"]), (&0.into(), &0.into(), &0.into()), "{run}");
    figures.unchanged.push(seconds(&run));
    figures.peak_unchanged.push(peak(&panel));
    ((panel, visitor), before)
}

fn report(fetch: &mut [f64], on_sled: &mut Figures, on_postgres: &mut Figures) {
    let fetch = median(fetch);
    println!("{:<34}{:>9} {:>12} {:>9} {:>9}", "", "median", "x ldapsearch", "x sled", "peak");
    println!("{:<34}{fetch:>7.2} s {:>12}", "ldapsearch -E pr=1000/noprompt", "1.00");
    let (first, unchanged) = (median(&mut on_sled.first), median(&mut on_sled.unchanged));
    for (store, figures) in [("sled", on_sled), ("PostgreSQL", on_postgres)] {
        for (import, times, sled, peak) in [
            ("first import", &mut figures.first, first, &mut figures.peak_first),
            ("unchanged import", &mut figures.unchanged, unchanged, &mut figures.peak_unchanged),
        ] {
            let (time, peak) = (median(times), median(peak));
            let name = format!("{import}, {store}");
            println!("{name:<34}{time:>7.2} s {:>12.2} {:>9.2} {peak:>5.0} MiB", time / fetch, time / sled);
        }
    }
}

/// The server's time for each page, as a client on the same machine sees it.
async fn pages(embedded: &Visitor, shared: &Visitor) {
    println!("\n{:<34}{:>23} {:>23} {:>9} {:>9}", "", "sled", "PostgreSQL", "", "");
    let of = ["p50", "p99", "p50", "p99", "x sled", "bytes"];
    println!(
        "{:<34}{:>11} {:>11} {:>11} {:>11} {:>9} {:>9}",
        "page, 100 requests each", of[0], of[1], of[2], of[3], of[4], of[5]
    );
    for (name, path) in PAGES {
        let (sled, _) = hundred(embedded, path).await;
        let (postgres, bytes) = hundred(shared, path).await;
        let ratio = postgres[50] / sled[50];
        print!("{name:<34}{:>8.2} ms {:>8.2} ms {:>8.2} ms {:>8.2} ms", sled[50], sled[98], postgres[50], postgres[98]);
        println!(" {ratio:>9.2} {bytes:>9}");
    }
}

/// Milliseconds of a hundred requests, in order, and how long the page is. A path that ends in `after=` asks
/// for the second page.
async fn hundred(visitor: &Visitor, path: &str) -> (Vec<f64>, usize) {
    let mut path = path.to_owned();
    if path.ends_with("after=") {
        path.push_str(visitor.get_json("/agents").await["next"].as_str().unwrap());
    }
    let (mut times, mut bytes) = (Vec::new(), 0);
    for _ in 0..100 {
        let began = Instant::now();
        let page = visitor.get(&path).await.expect_status(200);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
        bytes = page.text.len();
    }
    times.sort_by(f64::total_cmp);
    (times, bytes)
}

async fn import(visitor: &Visitor) -> Value {
    let asked = visitor.post("/imports", &[]).await.expect_status(303);
    let path = asked.location().unwrap().to_owned();
    loop {
        let run = visitor.get_json(&path).await;
        if run["state"] != "running" {
            return run;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// From the beginning of the work to its end, as the run itself says.
fn seconds(run: &Value) -> f64 {
    let at = |name: &str| OffsetDateTime::parse(run[name].as_str().unwrap(), &Rfc3339).unwrap();
    (at("finished_at") - at("started_at")).as_seconds_f64()
}

/// The panel's largest resident size so far, in MiB.
fn peak(panel: &Panel) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", panel.pid())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() / 1024.0
}

fn ldapsearch(directory: &OpenLdap) -> f64 {
    let began = Instant::now();
    let status = Command::new("ldapsearch")
        .args(["-x", "-LLL", "-H", &format!("ldap://127.0.0.1:{}", directory.port), "-D", BIND_DN, "-w", BIND_PASSWORD])
        .args(["-b", BASE_DN, "-E", "pr=1000/noprompt", FILTER])
        .args(ATTRIBUTES)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    began.elapsed().as_secs_f64()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}
