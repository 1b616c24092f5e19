//! Much of everything: memory stays bounded.

use crate::house::House;
use crate::raw::{RawEntry, element, message, octets};
use crate::servers::{STAFF, answering, end, entries, healthy};
use crate::strange::{Fate, alter_carl};
use crate::support::process::peak_memory;
use crate::support::scripted::Answer;
use muster::model::RunState;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Under `cargo test` the tests of this file share a process, and its memory.
static ALONE: Mutex<()> = Mutex::const_new(());

/// The server is in this process too, and other tests may be.
fn assert_bounded(before: u64, what: &str) {
    let grown = peak_memory().saturating_sub(before);
    println!("{what}: {grown} MiB more at the peak");
    assert!(grown < 400, "{what}: {grown} MiB more at the peak");
}

#[tokio::test]
async fn ten_mebibytes_in_one_place_are_survived() {
    let _alone = ALONE.lock().await;
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak_memory();
    let long: Arc<[u8]> = vec![b'x'; 10 << 20].into();
    for (name, fate) in [
        ("mail", Fate::Skipped),
        ("cn", Fate::Updated),
        ("telephoneNumber", Fate::Updated),
        ("entryUUID", Fate::Skipped),
        ("jpegPhoto", Fate::Unchanged),
    ] {
        let long = long.clone();
        alter_carl(&house, name, move |carl| carl.with(name, &[&long]), fate).await;
    }
    let dn = [b"uid=", &long[..], b",dc=example,dc=test"].concat();
    alter_carl(&house, "DN", move |carl| carl.at(&dn), Fate::Skipped).await;
    assert_bounded(before, "10 MiB in one place");
}

#[tokio::test]
async fn fifty_thousand_values_are_survived() {
    let _alone = ALONE.lock().await;
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak_memory();
    let many: Arc<Vec<Vec<u8>>> = Arc::new((0..50_000).map(|at| format!("value {at}").into_bytes()).collect());
    for (name, fate) in [
        ("mail", Fate::Skipped),
        ("cn", Fate::Updated),
        ("telephoneNumber", Fate::Updated),
        ("entryUUID", Fate::Skipped),
        ("objectClass", Fate::Unchanged),
        ("memberOf", Fate::Unchanged),
    ] {
        let many = many.clone();
        let with_many = move |carl: RawEntry| {
            let values: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
            carl.with(name, &values)
        };
        alter_carl(&house, name, with_many, fate).await;
    }
    assert_bounded(before, "50,000 values");
}

#[tokio::test]
async fn a_hundred_long_entries_do_not_pile_up() {
    let _alone = ALONE.lock().await;
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak_memory();
    let server = answering(|request, _| {
        let carl = RawEntry::person("carl").with("jpegPhoto", &[&vec![0; 10 << 20]]).message(request.msgid);
        [entries(&STAFF), vec![Answer::Repeat(carl, 100), end(request, 0, "")]].concat()
    })
    .await;
    let run = house.withstand(server.port).await;
    assert_eq!((run.state, run.counts.unchanged), (RunState::Done, 5), "{run:?}");
    house.find_unchanged().await;
    assert_bounded(before, "100 entries of 10 MiB");
}

#[tokio::test]
async fn a_length_of_4_gib_takes_no_memory() {
    let _alone = ALONE.lock().await;
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak_memory();
    let claims = [0x84, 0xff, 0xff, 0xff, 0xff];
    let inner = |tag: u8| [&[tag][..], &claims].concat();
    for bytes in [
        inner(0x30),
        message(4, &inner(0x64)),
        message(4, &element(0x64, &inner(4))),
        message(4, &element(0x64, &[octets(b"cn=a"), inner(0x30)].concat())),
    ] {
        let server = answering(move |request, _| {
            // As much as is promised would never end; some of it comes.
            let flood = vec![Answer::Bytes(vec![0; 1 << 20]); 20];
            [entries(&STAFF[..2]), vec![Answer::Bytes(bytes.clone())], flood, vec![end(request, 0, "")]].concat()
        })
        .await;
        house.withstand_failing(server.port, "4 GiB").await;
    }
    house.find_unchanged().await;
    assert_bounded(before, "4 GiB");
}
