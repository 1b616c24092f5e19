//! Two panels, one PostgreSQL, one directory.

use crate::pair::{Pair, name_of};
use crate::support::http::Visitor;
use crate::support::openldap::OpenLdap;
use crate::support::people::{self, person};
use crate::support::process::within;
use futures::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A run whose panel was lost is taken up within a minute; then it takes a while itself.
const TAKEN_UP: Duration = Duration::from_secs(60);

async fn ended(visitor: &Visitor, path: &str, limit: Duration) -> Value {
    let mut run = Value::Null;
    within(limit, &format!("{path} to end"), async || {
        run = visitor.get_json(path).await;
        run["state"] != "running"
    })
    .await;
    run
}

async fn ask(visitor: &Visitor, dry_run: bool) -> String {
    let fields: &[(&str, &str)] = if dry_run { &[("dry_run", "1")] } else { &[] };
    visitor.post("/imports", fields).await.expect_status(303).location().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_imports_asked_for_at_two_panels_all_end_one_at_a_time() {
    let directory = OpenLdap::builder().people(40).start().await;
    let pair = Pair::on(&directory, &[]).await;
    let visitors = [pair.admin(0).await, pair.admin(1).await];
    for visitor in &visitors {
        // Requests of a new session that come together would each be given a token of their own.
        visitor.get("/imports").await.expect_status(200);
    }
    let client = async |number: usize| {
        let visitor = &visitors[number % 2];
        let mut runs = Vec::new();
        for round in 0..5 {
            let path = ask(visitor, (number + round).is_multiple_of(2)).await;
            runs.push(ended(visitor, &path, TAKEN_UP).await);
        }
        runs
    };
    let asked = join_all((0..10).map(client)).await;
    let runs: BTreeMap<u64, Value> =
        asked.into_iter().flatten().map(|run| (run["id"].as_u64().unwrap(), run)).collect();
    assert!(runs.len() >= 5, "each waited for one before they asked for the next: {}", runs.len());
    let mut times = Vec::new();
    for run in runs.values() {
        assert_eq!(run["state"], "done", "{run}");
        let at = |name: &str| OffsetDateTime::parse(run[name].as_str().unwrap(), &Rfc3339).unwrap();
        times.push((at("started_at"), at("finished_at")));
    }
    times.sort();
    assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0), "two at once: {times:?}");
    pair.expect_agents(people::people(40).map(|person| (person.mail, person.name))).await;
    let (first, second) = pair.begun();
    assert_eq!(first + second, runs.len(), "each was begun once");
    println!("imports: 50 asked for at two panels, {} runs, {first} and {second} of them a panel", runs.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schedule_asks_once_however_many_panels_there_are() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[("MUSTER_IMPORT_INTERVAL", "10s")]).await;
    let visitor = pair.admin(0).await;
    let scheduled = async || {
        let runs = visitor.get_json("/imports").await["items"].as_array().unwrap().clone();
        runs.into_iter().filter(|run| run["started_by"] == "schedule").collect::<Vec<Value>>()
    };
    within(Duration::from_secs(40), "three times of the schedule", async || scheduled().await.len() >= 3).await;
    let slot = |run: &Value| {
        let at = OffsetDateTime::parse(run["started_at"].as_str().unwrap(), &Rfc3339).unwrap();
        (at.unix_timestamp() + 1) / 10
    };
    let runs: Vec<Value> = scheduled().await.into_iter().filter(|run| run["state"] == "done").collect();
    let mut slots: Vec<i64> = runs.iter().map(slot).collect();
    let all = slots.len();
    slots.sort_unstable();
    slots.dedup();
    assert_eq!(slots.len(), all, "two for one time: {runs:?}");
}

/// Long enough for the other panel's import to be over.
#[tokio::test(flavor = "multi_thread")]
async fn a_panel_that_comes_late_to_a_time_of_the_schedule_asks_for_nothing() {
    let directory = OpenLdap::builder().people(2).start().await;
    let pair = Pair::on(&directory, &[("MUSTER_IMPORT_INTERVAL", "10s")]).await;
    let visitor = pair.admin(0).await;
    let runs = async || visitor.get_json("/imports").await["items"].as_array().unwrap().clone();
    let due = OffsetDateTime::from_unix_timestamp((OffsetDateTime::now_utc().unix_timestamp() + 12) / 10 * 10).unwrap();
    at(due - Duration::from_secs(1)).await;
    pair.pause(1);
    let at_due = async || {
        let mut runs = runs().await;
        runs.retain(|run| {
            OffsetDateTime::parse(run["started_at"].as_str().unwrap_or_default(), &Rfc3339)
                .is_ok_and(|at| at >= due - Duration::from_millis(1_500))
        });
        runs
    };
    within(Duration::from_secs(8), "the other one's import", async || {
        at_due().await.iter().any(|run| run["state"] == "done")
    })
    .await;
    pair.resume(1);
    at(due + Duration::from_millis(7_500)).await;
    let runs = at_due().await;
    assert_eq!(runs.len(), 1, "the late one asked too: {runs:?}");
}

/// Waits until the clock says so.
async fn at(time: OffsetDateTime) {
    let left = Duration::try_from(time - OffsetDateTime::now_utc()).unwrap_or_default();
    tokio::time::sleep(left).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_whose_panel_is_killed_is_finished_by_the_other() {
    kill_the_importing_panel(2).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "ten minutes"]
async fn twenty_runs_whose_panel_is_killed_are_finished_by_the_other() {
    kill_the_importing_panel(20).await;
}

const CROWD: usize = 3_000;

async fn kill_the_importing_panel(kills: usize) {
    let directory = OpenLdap::builder().people(CROWD).start().await;
    let mut pair = Pair::on(&directory, &[]).await;
    pair.admin(0).await.import_and_wait().await;
    let (mut took, mut middle) = (Vec::new(), 0);
    for kill in 0..kills {
        // Everybody has another name, one is gone and one is new.
        let attribute = ["givenName", "cn"][kill % 2];
        pair.name_by(attribute, &directory).await;
        directory.delete(&person(kill).dn()).await;
        let newcomer = person(CROWD + kill);
        let attributes = newcomer.attributes();
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        directory.add(&newcomer.dn(), &attributes).await;

        let path = ask(&pair.admin(kill).await, false).await;
        let working = pair.in_the_middle(&path).await;
        pair.kill(working);
        let killed = std::time::Instant::now();
        let other = pair.admin(1 - working).await;
        let left = other.get_json(&path).await;
        let written = left["updated"].as_u64().unwrap();
        let was_open = left["state"] == "running";
        middle += usize::from(was_open);
        let run = ended(&other, &path, TAKEN_UP + Duration::from_secs(30)).await;
        took.push(killed.elapsed().as_secs());
        assert_eq!((&run["state"], &run["attempts"]), (&json!("done"), &json!(if was_open { 2 } else { 1 })), "{run}");
        assert_eq!(other.get(&path).await.text.contains("was begun 2 times"), was_open);
        let lines = pair.lines(1 - working, &path).await;
        let mut dns: Vec<&str> = lines.iter().map(|line| line["dn"].as_str().unwrap()).collect();
        dns.sort_unstable();
        let all = dns.len();
        dns.dedup();
        assert_eq!(dns.len(), all, "somebody stands in the report twice");
        let counted: u64 = ["added", "updated", "removed", "restored"].map(|n| run[n].as_u64().unwrap()).iter().sum();
        assert_eq!(counted, all as u64, "{run}");
        assert_eq!((&run["added"], &run["removed"], &run["read"]), (&json!(1), &json!(1), &json!(CROWD)), "{run}");
        assert!(run["updated"].as_u64().unwrap() >= written);
        let expected = (kill + 1..=CROWD + kill).map(person).map(|person| name_of(&person, attribute));
        pair.expect_agents(expected).await;
        pair.bring_back(working).await;
    }
    println!("killed panels: {kills}, {middle} in the middle of their import; ended after so many seconds: {took:?}");
    assert!(middle > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_that_slept_past_its_lease_while_it_wrote_writes_nothing_more() {
    let directory = OpenLdap::builder().people(CROWD).start().await;
    let pair = Pair::on(&directory, &[]).await;
    pair.admin(0).await.import_and_wait().await;
    pair.name_by("givenName", &directory).await;
    let path = ask(&pair.admin(0).await, false).await;
    let working = pair.in_the_middle(&path).await;
    // PostgreSQL may end the transaction that it falls asleep in.
    let words = ["another worker took over", "an import could not be started or ended"];
    sleep_past_the_lease(&pair, &directory, &path, working, &words).await;
}

/// While it reads it holds no transaction, and wakes up with a list of what to write: only its token stops it.
#[tokio::test(flavor = "multi_thread")]
async fn a_panel_that_slept_past_its_lease_while_it_read_writes_nothing() {
    let directory = OpenLdap::builder().people(CROWD).start().await;
    let pair = Pair::on(&directory, &[]).await;
    pair.admin(0).await.import_and_wait().await;
    pair.name_by("givenName", &directory).await;
    let path = ask(&pair.admin(0).await, false).await;
    let working = pair.reading(&path).await;
    sleep_past_the_lease(&pair, &directory, &path, working, &["another worker took over"]).await;
}

/// Puts the panel that works to sleep; the other one finishes the run and another, which changes everybody again.
async fn sleep_past_the_lease(pair: &Pair, directory: &OpenLdap, path: &str, working: usize, found_out: &[&str]) {
    pair.pause(working);
    let other = pair.admin(1 - working).await;
    let run = ended(&other, path, TAKEN_UP + Duration::from_secs(30)).await;
    assert_eq!(run["state"], "done", "{run}");
    // What the sleeper has in mind is no longer so.
    pair.name_by_at(1 - working, "cn", directory).await;
    assert_eq!(other.import_and_wait().await["updated"], CROWD);
    let lines = pair.lines(1 - working, path).await.len();
    pair.resume(working);
    within(Duration::from_secs(20), "it to find out", async || {
        found_out.iter().any(|words| pair.log(working).contains(words))
    })
    .await;
    pair.expect_agents(people::people(CROWD).map(|person| name_of(&person, "cn"))).await;
    assert_eq!(pair.lines(1 - working, path).await.len(), lines);
    assert_eq!(pair.admin(working).await.get_json(path).await, run, "the sleeper wrote its own end");
    // It is of use again.
    assert_eq!(pair.admin(working).await.import_and_wait().await["unchanged"], CROWD);
}
