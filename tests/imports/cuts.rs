//! The connection is cut or reset after any number of bytes of any message.

use crate::house::House;
use crate::servers;
use crate::support::openldap::OpenLdap;
use crate::support::proxy::Fault;
use muster::model::RunState;

/// Breaks one import after another, at these bytes. Only what comes after the last answer is needless.
async fn break_at(
    house: &House,
    port: u16,
    whole: usize,
    places: impl Iterator<Item = usize>,
    fault: fn(usize) -> Fault,
) {
    let (mut tried, mut failed, mut done) = (0, 0, 0);
    for after in places {
        house.door.set(fault(after));
        let run = house.withstand(port).await;
        assert_eq!(run.state == RunState::Done, after >= whole, "{:?} of {whole}: {run:?}", fault(after));
        tried += 1;
        failed += usize::from(run.state == RunState::Failed);
        done += usize::from(run.state == RunState::Done);
        if let Some(error) = run.error {
            assert!(error.contains("connection ended"), "{:?} of {whole}: {error}", fault(after));
        }
    }
    house.door.set(Fault::None);
    house.find_unchanged().await;
    println!("{whole} bytes: {tried} breaks, {failed} failed, {done} done, nobody lost in {tried}");
}

/// The first 64, and then every eleventh.
fn some(whole: usize) -> impl Iterator<Item = usize> {
    (0..64.min(whole)).chain((64..whole).step_by(11)).chain(whole - 4..=whole + 1)
}

#[tokio::test]
async fn an_import_that_is_cut_anywhere_loses_nobody() {
    let directory = OpenLdap::builder().people(5).start().await;
    let house = House::of(directory.port).await;
    let whole = house.door.passed();
    break_at(&house, directory.port, whole, some(whole), Fault::Cut).await;
}

#[tokio::test]
async fn an_import_of_pages_that_is_cut_anywhere_loses_nobody() {
    let directory = servers::paged().await;
    let house = House::of(directory.port).await;
    let whole = house.door.passed();
    break_at(&house, directory.port, whole, some(whole), Fault::Cut).await;
}

#[tokio::test]
async fn an_import_that_is_reset_anywhere_loses_nobody() {
    let directory = OpenLdap::builder().people(5).start().await;
    let house = House::of(directory.port).await;
    let whole = house.door.passed();
    // What is under way may go with the connection, so only a reset within the answers surely fails.
    let places = (0..whole).step_by(61).chain([1, 13, 14, 15, whole - 1]);
    break_at(&house, directory.port, whole, places, Fault::Reset).await;
}

#[tokio::test]
#[ignore = "a long run: every byte"]
async fn an_import_that_is_cut_after_every_byte_loses_nobody() {
    let slapd = OpenLdap::builder().people(5).start().await;
    let pages = servers::paged().await;
    for port in [slapd.port, pages.port] {
        let house = House::of(port).await;
        let whole = house.door.passed();
        break_at(&house, port, whole, 0..=whole + 1, Fault::Cut).await;
        break_at(&house, port, whole, 0..whole, Fault::Reset).await;
    }
}
