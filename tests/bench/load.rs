//! What a page costs someone who is signed in, while others do to the panel what they like. Beside an idle run of the
//! same panel in the same minute, so the ratios hold on any machine. Prints; fails only when somebody is not answered.
//!
//! `BENCH_LOAD_SECONDS` (default 10) is how long each kind of load runs.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

use std::time::Duration;
use support::http::Visitor;
use support::load::{self, Counts};
use support::openldap::OpenLdap;
use support::panel::Panel;
use support::proxy::{Fault, Proxy};

const PEOPLE: usize = 500;
const SLOW: usize = 500;
const RESTING: usize = 5_000;
const RATE: u32 = 2_000;
const SENDERS: u32 = 400;

struct Bench {
    panel: Panel,
    visitor: Visitor,
    seconds: Duration,
    idle: Option<[f64; 2]>,
}

#[tokio::main]
async fn main() {
    let seconds = std::env::var("BENCH_LOAD_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let files = rlimit();
    println!("{PEOPLE} people on slapd behind a proxy, sled; {files} open files allowed; {seconds} s each");
    let directory = OpenLdap::builder().people(PEOPLE).start().await;
    let proxy = Proxy::to(directory.port).await;
    let panel = Panel::with(&[("MUSTER_TRUSTED_PROXIES", "127.0.0.1"), ("MUSTER_LOG", "warn")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_port(proxy.port, &[]).await.expect_status(303);
    visitor.import_and_wait().await;
    let emails = emails(&visitor).await;
    let mut bench = Bench { panel, visitor, seconds: Duration::from_secs(seconds), idle: None };
    println!(
        "{:<46}{:>9} {:>9} {:>7} {:>7} {:>8} {:>6}",
        "/agents beside", "p50", "p99", "x p50", "x p99", "memory", "files"
    );
    bench.row("nothing").await;

    let slow = load::slow_clients(&bench.panel, SLOW, Duration::from_millis(500));
    bench.row(&format!("{SLOW} slow clients")).await;
    drop(slow);

    let resting = load::resting(&bench.panel, RESTING).await;
    bench.row(&format!("{} open connections", resting.len())).await;
    drop(resting);

    bench.flood(&emails, "sign-ins that fail").await;
    proxy.set(Fault::Stall(0));
    bench.flood(&emails, "sign-ins, a silent directory").await;
    let slow = load::slow_clients(&bench.panel, SLOW, Duration::from_millis(500));
    let resting = load::resting(&bench.panel, RESTING).await;
    bench.flood(&emails, "sign-ins, slow clients, 5,000 connections").await;
    drop((slow, resting));
    proxy.set(Fault::None);
    bench.row("nothing, afterwards").await;
}

impl Bench {
    async fn row(&mut self, name: &str) {
        let (visitor, seconds) = (&self.visitor, self.seconds);
        let times = measured(visitor, seconds).await;
        self.print(name, &times);
    }

    async fn flood(&mut self, emails: &[String], name: &str) {
        let flood = load::sign_ins(&self.panel, emails, RATE, SENDERS, self.seconds);
        let ((counts, slowest), times) = tokio::join!(flood, measured(&self.visitor, self.seconds));
        self.print(name, &times);
        let all: u64 = counts.values().sum();
        let rate = all / self.seconds.as_secs().max(1);
        println!("    {rate} a second of {RATE} wanted; by status: {}; slowest {slowest:.1?}", listed(&counts));
    }

    fn print(&mut self, name: &str, times: &[f64]) {
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        let now = [at(0.5), at(0.99)];
        let idle = *self.idle.get_or_insert(now);
        let (memory, files) = (load::memory(&self.panel), load::open_files(&self.panel));
        print!("{name:<46}{:>6.2} ms {:>6.2} ms {:>7.2} {:>7.2}", now[0], now[1], now[0] / idle[0], now[1] / idle[1]);
        println!(" {memory:>4} MiB {files:>6}   ({} pages)", times.len());
    }
}

/// As many pages as are answered in the time, at most a few thousand.
async fn measured(visitor: &Visitor, time: Duration) -> Vec<f64> {
    let end = std::time::Instant::now() + time;
    let mut times = Vec::new();
    while std::time::Instant::now() < end {
        times.extend(load::pages(visitor, "/agents", 10).await);
    }
    times.sort_by(f64::total_cmp);
    times
}

async fn emails(visitor: &Visitor) -> Vec<String> {
    let (mut emails, mut path) = (Vec::new(), "/agents?source=ldap".to_owned());
    loop {
        let page = visitor.get_json(&path).await;
        emails
            .extend(page["items"].as_array().unwrap().iter().map(|agent| agent["email"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => path = format!("/agents?source=ldap&after={next}"),
            None => return emails,
        }
    }
}

fn listed(counts: &Counts) -> String {
    counts.iter().map(|(status, count)| format!("{status}: {count}")).collect::<Vec<_>>().join(", ")
}

/// Files this process may open. The load needs a few thousand.
fn rlimit() -> String {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap().to_owned();
    line.split_whitespace().nth(3).unwrap().to_owned()
}
