//! How much the store grows by an import. A measurement: the engine's estimate of the room an import
//! needs (`src/import/room.rs`) stands on it.

use crate::office::Office;
use std::time::Duration;

/// The most that a line may take, as the engine counts it.
const LINE: u64 = 2_000;
const ROUNDS: u64 = 3;

/// Everyone is added in the first round, and everyone is changed in each later one.
async fn growth(people: usize) {
    let office = Office::open().await;
    let mut before = std::fs::metadata(office.log()).unwrap().len();
    for version in 0..ROUNDS {
        let everyone: Vec<(String, u64)> = (0..people).map(|n| (format!("u{n:06}"), version)).collect();
        office.hold(&everyone);
        let status = office.import().ended(Duration::from_secs(170)).await;
        assert!(status.success(), "{status}");
        let after = std::fs::metadata(office.log()).unwrap().len();
        let each = after.saturating_sub(before) / people as u64;
        println!("round {version}: {people} people, log {before} -> {after} bytes, {each} a line");
        assert!(each < LINE, "{each} bytes a line");
        before = after;
    }
    for file in std::fs::read_dir(office.log().parent().unwrap()).unwrap() {
        let file = file.unwrap();
        println!("{:?}: {} bytes", file.file_name(), file.metadata().unwrap().len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_takes_no_more_room_than_the_engine_counts() {
    growth(2_000).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, about a minute"]
async fn an_import_of_twenty_thousand_takes_no_more_room_than_the_engine_counts() {
    growth(20_000).await;
}
