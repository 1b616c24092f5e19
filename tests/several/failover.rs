//! The primary dies and its standby takes over, behind a proxy that leads to whoever takes writes.

use crate::house::{House, Told, begin_to_write, ended};
use crate::support::entries::Entry;
use crate::support::http::Visitor;
use crate::support::postgres::Postgres;
use crate::support::process::within;
use crate::support::proxy::Proxy;
use crate::truth;
use std::time::{Duration, Instant};

/// The longest from the switch until everything works again.
const RECOVERY: Duration = Duration::from_secs(30);

/// A panel that comes to the primary of two servers through a proxy.
struct Pair {
    house: House,
    standby: Postgres,
    proxy: Proxy,
}

impl Pair {
    async fn start(people: usize) -> Pair {
        let primary = Postgres::own().await;
        let standby = primary.standby().await;
        primary.commit_on_standbys_too().await;
        let proxy = Proxy::to(primary.port).await;
        let url = format!("postgres://muster@127.0.0.1:{}/muster", proxy.port);
        let house = House::on(primary, &url, people).await;
        Pair { house, standby, proxy }
    }

    /// Kills the primary, promotes the standby and leads the panel there, as Patroni and HAProxy do.
    /// Answers when the primary died.
    async fn fail_over(&mut self) -> Instant {
        let died = Instant::now();
        self.house.server.kill();
        self.standby.promote();
        // Or it would wait for a standby of its own.
        self.standby.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = ''");
        self.standby.sql("postgres", "SELECT pg_reload_conf()");
        self.proxy.lead_to(self.standby.port);
        std::mem::swap(&mut self.house.server, &mut self.standby);
        died
    }

    async fn ready(&self) {
        let stranger = Visitor::new(&self.house.company.panel);
        within(RECOVERY, "the panel to be ready", async || stranger.get("/readyz").await.status == 200).await;
    }
}

/// People work; `after` their rounds the primary dies in the middle of an import.
async fn a_day(pair: &mut Pair, name: usize, rounds: usize) {
    let mut told = Told::default();
    for round in 0..rounds {
        let number = name * 1_000 + round;
        newcomers(&pair.house, number, 100);
        told.round(&pair.house, number, &format!("p{round:05}")).await;
    }
    newcomers(&pair.house, name * 1_000 + 999, 2_000);
    let path = begin_to_write(&pair.house).await;
    let died = pair.fail_over().await;
    let switched = died.elapsed();
    pair.ready().await;
    let ready = died.elapsed();
    let run = ended(&pair.house.company.admin, &path).await;
    let over = died.elapsed();
    println!(
        "switched after {switched:?}, ready after {ready:?}, the import {} after {over:?}: {}",
        run["state"], run["error"]
    );
    told.imports.push(path);
    told.say();
    let lost = told.lost(&pair.house).await;
    println!("lost: {lost:?}");
    assert_eq!(lost, Vec::<String>::new());
    assert!(pair.house.company.panel.is_running());
    pair.house.company.import().await;
    truth::assert_same_people(&pair.house.server, &pair.house.people);
    truth::assert_whole(&pair.house.server);
}

fn newcomers(house: &House, name: usize, count: usize) {
    let newcomers = (0..count).map(|n| Entry::person(&format!("f{name:05}n{n:05}"))).collect();
    house.people.set([house.people.all(), newcomers].concat());
}

#[tokio::test]
async fn a_failover_in_the_middle_of_an_import_loses_nothing_that_was_acknowledged() {
    let mut pair = Pair::start(100).await;
    pair.house.company.import().await;
    a_day(&mut pair, 0, 3).await;
}

#[tokio::test]
#[ignore = "minutes: ten failovers, one after the other"]
async fn ten_failovers_lose_nothing_that_was_acknowledged() {
    for name in 0..10 {
        let mut pair = Pair::start(2_000).await;
        pair.house.company.import().await;
        a_day(&mut pair, name, 20).await;
    }
}
