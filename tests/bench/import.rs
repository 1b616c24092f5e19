//! What an import costs beside `ldapsearch` fetching the same attributes in the same run, and what
//! pages cost with that many agents. Prints medians and ratios; never fails for being slow.
//!
//! `BENCH_PEOPLE` (default 100000) and `BENCH_ROUNDS` (default 3) change the size.

#[path = "../support/mod.rs"]
#[allow(dead_code)]
mod support;

use serde_json::Value;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use support::http::Visitor;
use support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use support::panel::Panel;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// What an import asks of OpenLDAP, by name.
const ATTRIBUTES: [&str; 5] = ["entryUUID", "cn", "mail", "telephoneNumber", "pwdAccountLockedTime"];
const FILTER: &str = "(&(|(objectClass=inetOrgPerson)(objectClass=person))(!(objectClass=simpleSecurityObject)))";

#[derive(Default)]
struct Figures {
    ldapsearch: Vec<f64>,
    first: Vec<f64>,
    unchanged: Vec<f64>,
    peak_first: Vec<f64>,
    peak_unchanged: Vec<f64>,
}

#[tokio::main]
async fn main() {
    let people = number("BENCH_PEOPLE", 100_000);
    let rounds = number("BENCH_ROUNDS", 3);
    println!("{people} people on slapd, {rounds} rounds");
    let directory = OpenLdap::builder().people(people).start().await;
    let mut figures = Figures::default();
    ldapsearch(&directory); // warms the directory's cache
    let mut last = None;
    for _ in 0..rounds {
        figures.ldapsearch.push(ldapsearch(&directory));
        let panel = Panel::start().await;
        let visitor = Visitor::setup_administrator(&panel).await;
        visitor.connect_directory(&directory).await;
        let run = import(&visitor).await;
        assert_eq!(run["state"], "done", "{run}");
        figures.first.push(seconds(&run));
        figures.peak_first.push(peak(&panel));
        figures.ldapsearch.push(ldapsearch(&directory));
        let run = import(&visitor).await;
        assert_eq!((&run["added"], &run["updated"], &run["removed"]), (&0.into(), &0.into(), &0.into()), "{run}");
        figures.unchanged.push(seconds(&run));
        figures.peak_unchanged.push(peak(&panel));
        last = Some((panel, visitor));
    }
    report(&mut figures);
    if let Some((_panel, visitor)) = last {
        pages(&visitor).await;
    }
}

fn report(figures: &mut Figures) {
    let fetch = median(&mut figures.ldapsearch);
    let (first, unchanged) = (median(&mut figures.first), median(&mut figures.unchanged));
    println!("{:<34}{:>9} {:>7} {:>9}", "", "median", "ratio", "peak");
    println!("{:<34}{fetch:>7.2} s {:>7}", "ldapsearch -E pr=1000/noprompt", "1.00");
    let (peak_first, peak_unchanged) = (median(&mut figures.peak_first), median(&mut figures.peak_unchanged));
    println!("{:<34}{first:>7.2} s {:>7.2} {peak_first:>5.0} MiB", "import, first", first / fetch);
    println!("{:<34}{unchanged:>7.2} s {:>7.2} {peak_unchanged:>5.0} MiB", "import, unchanged", unchanged / fetch);
}

/// The server's time for each page, as a client on the same machine sees it.
async fn pages(visitor: &Visitor) {
    let second = visitor.get_json("/agents").await["next"].as_str().unwrap().to_owned();
    println!("\n{:<34}{:>9} {:>9} {:>9}", "page, 100 requests each", "p50", "p99", "bytes");
    for (name, path) in [
        ("/agents", "/agents".to_owned()),
        ("/agents, second page", format!("/agents?after={second}")),
        ("/agents?q=a (matches most)", "/agents?q=a".into()),
        ("/agents?q=u00042", "/agents?q=u00042".into()),
        ("/agents?q=nobody-at-all", "/agents?q=nobody-at-all".into()),
        ("/agents?role=employee&source=ldap", "/agents?role=employee&source=ldap".into()),
        ("/agents?sort=-email", "/agents?sort=-email".into()),
        ("/settings/ldap/index", "/settings/ldap/index".into()),
        ("/imports/1", "/imports/1".into()),
        ("/imports/1?kind=added&q=u0004", "/imports/1?kind=added&q=u0004".into()),
        ("/login (asset-free)", "/healthz".into()),
    ] {
        let (mut times, mut bytes) = (Vec::new(), 0);
        for _ in 0..100 {
            let began = Instant::now();
            let page = visitor.get(&path).await.expect_status(200);
            times.push(began.elapsed().as_secs_f64() * 1000.0);
            bytes = page.text.len();
        }
        times.sort_by(f64::total_cmp);
        println!("{name:<34}{:>6.2} ms {:>6.2} ms {bytes:>9}", times[50], times[98]);
    }
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
