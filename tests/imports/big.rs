//! Much of everything: memory stays bounded.

use crate::house::House;
use crate::raw::{RawEntry, element, message, octets};
use crate::servers::{STAFF, altered, answering, end, entries, healthy};
use crate::support::scripted::Answer;
use muster::model::RunState;
use std::sync::Arc;

/// Peak of this process so far, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

/// The server is in this process too, and other tests may be.
fn assert_bounded(before: u64, what: &str) {
    let grown = peak().saturating_sub(before);
    println!("{what}: {grown} MiB more at the peak");
    assert!(grown < 400, "{what}: {grown} MiB more at the peak");
}

/// Imports with Carl's entry altered, and then as it was.
async fn alter_carl(house: &House, what: &str, alter: impl Fn(RawEntry) -> RawEntry + Send + Sync + 'static) {
    let server = altered(move |mut staff| {
        staff[2] = alter(staff[2].clone());
        staff
    })
    .await;
    let run = house.withstand(server.port).await;
    assert_eq!(run.state, RunState::Done, "{what}: {:?}", run.error);
    println!("{what}: {} skipped, {} updated", run.counts.skipped, run.counts.updated);
    house.recover().await;
}

#[tokio::test]
async fn ten_mebibytes_in_one_place_are_survived() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak();
    let long: Arc<[u8]> = vec![b'x'; 10 << 20].into();
    for name in ["mail", "cn", "telephoneNumber", "entryUUID", "jpegPhoto"] {
        let long = long.clone();
        alter_carl(&house, name, move |carl| carl.with(name, &[&long])).await;
    }
    alter_carl(&house, "dn", move |carl| carl.at([b"uid=", &long[..], b",dc=example,dc=test"].concat())).await;
    assert_bounded(before, "10 MiB");
}

#[tokio::test]
async fn fifty_thousand_values_are_survived() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak();
    let many: Arc<Vec<Vec<u8>>> = Arc::new((0..50_000).map(|at| format!("value {at}").into_bytes()).collect());
    for name in ["mail", "cn", "telephoneNumber", "entryUUID", "objectClass", "memberOf"] {
        let many = many.clone();
        alter_carl(&house, name, move |carl| {
            let values: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
            carl.with(name, &values)
        })
        .await;
    }
    assert_bounded(before, "50,000 values");
}

#[tokio::test]
async fn a_length_of_4_gib_takes_no_memory() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let before = peak();
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
