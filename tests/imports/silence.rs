//! Nobody listens, nothing comes, or it comes too slowly.

use crate::house::{House, hasty};
use crate::support::openldap::OpenLdap;
use crate::support::proxy::Fault;
use muster::ldap::Deadlines;
use std::time::{Duration, Instant};

/// A house whose directory is a real slapd, with a second for each answer.
async fn impatient() -> (House, OpenLdap) {
    let directory = OpenLdap::builder().people(5).start().await;
    let mut house = House::of(directory.port).await;
    house.deadlines = hasty();
    (house, directory)
}

/// Fails in bounded time by a deadline.
async fn runs_out_of_time(house: &House, directory: &OpenLdap, fault: Fault) {
    house.door.set(fault);
    let began = Instant::now();
    let words = house.withstand_failing(directory.port, &format!("{fault:?}")).await;
    println!("{fault:?}: {words}");
    assert!(words.contains("did not answer within"), "{fault:?}: {words}");
    assert!(began.elapsed() < Duration::from_secs(30), "{fault:?} took {:?}", began.elapsed());
}

/// With its deadlines and faults taken away.
async fn find_unchanged(mut house: House) {
    house.door.set(Fault::None);
    house.deadlines = Deadlines::default();
    house.find_unchanged().await;
}

#[tokio::test]
async fn when_nobody_listens_the_import_fails_and_nobody_is_removed() {
    let directory = OpenLdap::builder().people(5).start().await;
    let mut house = House::of(directory.port).await;
    house.door.refuse().await;
    let words = house.withstand_failing(directory.port, "refused").await;
    assert!(words.contains("refused the connection"), "{words}");
    house.door.listen();
    house.find_unchanged().await;
}

#[tokio::test]
async fn silence_at_any_step_ends_at_its_deadline() {
    let (house, directory) = impatient().await;
    let whole = house.door.passed();
    for after in [0, 1, 13, 14, 15, 40, whole / 2, whole - 1] {
        runs_out_of_time(&house, &directory, Fault::Stall(after)).await;
    }
    find_unchanged(house).await;
}

#[tokio::test]
async fn one_byte_at_a_time_does_not_outlast_the_deadline() {
    let (house, directory) = impatient().await;
    let (second, moment) = (Duration::from_secs(1), Duration::from_millis(50));
    let whole = house.door.passed();
    for fault in [Fault::Trickle(0, second), Fault::Trickle(14, moment), Fault::Trickle(whole - 200, moment)] {
        runs_out_of_time(&house, &directory, fault).await;
    }
    find_unchanged(house).await;
}
