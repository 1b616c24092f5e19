//! Connections are cut in the middle of whatever the panel does.

use crate::house::{House, Told};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::postgres;
use crate::support::process::within;
use crate::support::scripted::{Answer, ScriptedLdap};
use crate::truth;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const CUT: &str = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'muster'";

/// Cuts all the panel's connections, seven times a second, for as long as it is asked.
async fn cut(house: &House) {
    let mut clock = tokio::time::interval(Duration::from_millis(150));
    loop {
        clock.tick().await;
        house.server.sql("postgres", CUT);
    }
}

/// So many more people in the directory, so that each import has something to write.
fn newcomers(house: &House, round: usize) {
    let newcomers = (0..300).map(|n| Entry::person(&format!("r{round:03}n{n:03}"))).collect();
    house.people.set([house.people.all(), newcomers].concat());
}

#[tokio::test]
async fn connections_cut_again_and_again_leave_nothing_half_written_and_lose_nothing_acknowledged() {
    let mut house = House::of(300).await;
    house.company.import().await;
    let mut told = Told::default();
    let end = Instant::now() + Duration::from_secs(12);
    let days = async {
        let mut round = 0;
        while Instant::now() < end {
            newcomers(&house, round);
            told.round(&house, round, &format!("p{round:05}")).await;
            round += 1;
        }
    };
    tokio::select! {
        () = days => {}
        () = cut(&house) => {}
    }
    told.say();
    assert_eq!(told.lost(&house).await, Vec::<String>::new());
    assert!(told.refused > 0, "no connection was cut in the middle of anything");
    assert!(house.company.panel.is_running());
    house.company.import().await;
    truth::assert_same_people(&house.server, &house.people);
    truth::assert_whole(&house.server);
}

/// A directory that does not come to the end of its answer before it is let.
pub(crate) async fn slow_directory(people: &Entries, may_end: &Arc<AtomicBool>) -> ScriptedLdap {
    let (people, may_end) = (people.clone(), may_end.clone());
    ScriptedLdap::start(move |request| {
        if may_end.load(Ordering::SeqCst) || !is_people_search(request) {
            return people.answer(request);
        }
        vec![people.all()[0].answer(), Answer::Silence]
    })
    .await
}

/// What the queue's worker says when it shows that it is there.
const HEARTBEATS: &str = "FROM pg_stat_activity WHERE usename = 'muster' AND wait_event_type = 'Lock' \
     AND query LIKE '%workers%' AND query NOT LIKE 'BEGIN; LOCK%'";

#[tokio::test]
async fn an_import_outlives_the_worker_of_the_queue_that_began_it() {
    let house = House::of(2).await;
    let may_end = Arc::new(AtomicBool::new(false));
    let directory = slow_directory(&house.people, &may_end).await;
    let admin = &house.company.admin;
    admin.connect_port(directory.port, &[("save_anyway", "1")]).await.expect_status(303);
    let path = admin.post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    let reads = async || admin.get_json(&path).await["phase"] == "reading";
    within(Duration::from_secs(20), "the import to read", reads).await;

    let (url, lock) = (house.server.url("muster"), "BEGIN; LOCK TABLE apalis.workers; SELECT pg_sleep(60)");
    let locked = tokio::task::spawn_blocking(move || postgres::ask(&url, lock));
    let count = format!("SELECT count(*) > 0 {HEARTBEATS}");
    let waits = async || house.server.sql("postgres", &count) == "t";
    within(Duration::from_secs(20), "the worker to show that it is there", waits).await;
    house.server.sql("postgres", &format!("SELECT count(pg_terminate_backend(pid)) {HEARTBEATS}"));
    let log = &house.company.panel.log;
    let ended = async || log.text().contains("a worker ended by a fault");
    within(Duration::from_secs(20), "the worker to end", ended).await;
    house.server.sql("postgres", CUT);
    assert!(locked.await.unwrap().is_err());

    assert_eq!(admin.get_json(&path).await["phase"], "reading");
    admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    let is_over = async || admin.get_json(&path).await["state"] == "cancelled";
    within(Duration::from_secs(5), "the import to be cancelled", is_over).await;
    assert_eq!(house.server.sql("muster", "SELECT record->>'attempts' FROM muster.runs"), "1");
    may_end.store(true, Ordering::SeqCst);
    house.company.import().await;
    truth::assert_same_people(&house.server, &house.people);
}
