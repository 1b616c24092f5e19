//! The connection is cut or reset after any number of bytes of any message.

use crate::house::House;
use crate::servers;
use crate::support::openldap::OpenLdap;
use crate::support::proxy::Fault;
use muster::model::RunState;

/// How the imports ended.
#[derive(Debug, Default)]
struct Tally {
    failed: usize,
    done: usize,
}

impl Tally {
    fn tell(&self, what: &str, whole: usize) {
        let (Tally { failed, done }, tried) = (self, self.failed + self.done);
        println!("{what}, {whole} bytes: {tried} breaks, {failed} failed, {done} done, nobody lost in {tried}");
    }
}

/// Breaks one import after another, at these bytes. Only what comes after the last answer is needless.
async fn break_at(
    house: &House,
    port: u16,
    whole: usize,
    places: impl Iterator<Item = usize>,
    fault: fn(usize) -> Fault,
    tally: &mut Tally,
) {
    for after in places {
        house.door.set(fault(after));
        let run = house.withstand(port).await;
        assert_eq!(run.state == RunState::Done, after >= whole, "{:?} of {whole}: {run:?}", fault(after));
        match run.error {
            Some(error) => {
                assert!(error.contains("connection ended"), "{:?} of {whole}: {error}", fault(after));
                tally.failed += 1;
            }
            None => tally.done += 1,
        }
    }
    house.door.set(Fault::None);
    house.find_unchanged().await;
}

/// Some breaks, in one house.
async fn break_some(what: &str, port: u16, places: fn(usize) -> Vec<usize>, fault: fn(usize) -> Fault) {
    let house = House::of(port).await;
    let whole = house.door.passed();
    let mut tally = Tally::default();
    break_at(&house, port, whole, places(whole).into_iter(), fault, &mut tally).await;
    tally.tell(what, whole);
}

/// A break at every byte. A house is left after some hundreds: a store looks through all failed runs.
async fn break_everywhere(what: &str, port: u16, fault: fn(usize) -> Fault) {
    let (mut from, mut whole, mut tally) = (0, 1, Tally::default());
    while from < whole {
        let house = House::of(port).await;
        whole = house.door.passed();
        let to = whole.min(from + 200);
        break_at(&house, port, whole, from..to, fault, &mut tally).await;
        from = to;
    }
    tally.tell(what, whole);
}

/// The first 64, every eleventh, and around the end.
fn some(whole: usize) -> Vec<usize> {
    (0..64).chain((64..whole).step_by(11)).chain(whole - 4..=whole + 1).collect()
}

#[tokio::test]
async fn an_import_that_is_cut_anywhere_loses_nobody() {
    let directory = OpenLdap::builder().people(5).start().await;
    break_some("cut", directory.port, some, Fault::Cut).await;
}

#[tokio::test]
async fn an_import_of_pages_that_is_cut_anywhere_loses_nobody() {
    let directory = servers::paged().await;
    break_some("pages cut", directory.port, some, Fault::Cut).await;
}

#[tokio::test]
async fn an_import_that_is_reset_anywhere_loses_nobody() {
    let directory = OpenLdap::builder().people(5).start().await;
    // What is under way may go with the connection, so only a reset within the answers surely fails.
    let places = |whole: usize| (0..whole).step_by(61).chain([1, 13, 14, 15, whole - 1]).collect();
    break_some("reset", directory.port, places, Fault::Reset).await;
}

#[tokio::test]
#[ignore = "a long run: every byte"]
async fn an_import_that_is_broken_at_any_byte_loses_nobody() {
    let slapd = OpenLdap::builder().people(5).start().await;
    let pages = servers::paged().await;
    for (what, port) in [("slapd", slapd.port), ("pages", pages.port)] {
        break_everywhere(&format!("{what} cut"), port, Fault::Cut).await;
        break_everywhere(&format!("{what} reset"), port, Fault::Reset).await;
    }
}
