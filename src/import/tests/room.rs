//! A disk that is nearly full.

use super::*;
use crate::test_store::person;

const ENOUGH: u64 = 1_000_000_000;

/// So many people.
fn crowd(people: usize) -> Script {
    Script::new(Box::new(move |_, tell| {
        Box::pin(async move {
            for n in 0..people {
                tell.send(Found::Person(person(&format!("p{n}")))).await.unwrap();
            }
            Ok(())
        })
    }))
}

/// A directory that must not be asked.
fn untouched() -> Script {
    Script::new(Box::new(|_, _| Box::pin(async { panic!("the directory was asked") })))
}

fn assert_refused(run: &ImportRun, free: &str, needed: &str) {
    assert_eq!(run.state, RunState::Failed);
    let sentence = format!(
        "Only {free} MB are free where the panel's store lies; this import needs {needed} MB. Free some space; the next import goes on by itself."
    );
    assert_eq!(run.error.as_deref(), Some(sentence.as_str()));
}

#[tokio::test]
async fn without_room_for_the_reserve_the_directory_is_not_even_asked() {
    for dry_run in [false, true] {
        let store = Arc::new(TestStore::default());
        store.lock().free = Some(31_999_999);
        let run = import(&imports(&store, untouched()), &store, dry_run).await;
        assert_refused(&run, "31", "32");
    }
}

#[tokio::test]
async fn a_plan_that_needs_more_room_than_there_is_writes_nothing() {
    let store = Arc::new(TestStore::default());
    store.lock().free = Some(33_000_000);
    let run = import(&imports(&store, crowd(600)), &store, false).await;
    assert_refused(&run, "33", "34");
    assert_eq!(store.lock().batches, 0);
}

#[tokio::test]
async fn a_disk_that_others_fill_ends_an_import_before_its_next_write() {
    let store = Arc::new(TestStore::default());
    store.lock().free = Some(ENOUGH);
    store.lock().free_after_batch = Some(12_300_000);
    let run = import(&imports(&store, crowd(600)), &store, false).await;
    assert_refused(&run, "12", "32");
    assert_eq!((run.phase, run.counts.added), (Phase::Applying, 250));
    assert_eq!(store.lock().batches, 1);
    assert_eq!(store.lock().agents.len(), 250);

    store.lock().free = Some(ENOUGH);
    store.lock().free_after_batch = None;
    let run = import(&imports(&store, crowd(600)), &store, false).await;
    assert_eq!((run.state, run.counts.added, run.counts.unchanged), (RunState::Done, 350, 250));
}

#[tokio::test]
async fn a_store_that_does_not_know_its_room_is_trusted() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, crowd(3));
    assert_eq!(imports.room().await, Room::Unknown);
    assert_eq!(import(&imports, &store, false).await.state, RunState::Done);
}
