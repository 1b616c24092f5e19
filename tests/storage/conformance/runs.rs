use super::cast::*;
use muster::model::*;
use muster::storage::*;

async fn request(store: &Store, dry_run: bool) -> (ImportRun, bool) {
    store.request_run(DirectoryId::FIRST, StartedBy::Command, dry_run, at(0)).await.unwrap()
}

pub(crate) async fn a_request_joins_an_open_run_of_its_kind(store: Store) {
    let (run, new) = request(&store, false).await;
    assert!(new && run.phase == Phase::Waiting && run.is_open());
    assert_eq!(store.run(run.id).await.unwrap().as_ref(), Some(&run));
    let (joined, new) = store.request_run(DirectoryId::FIRST, StartedBy::Schedule, false, at(8)).await.unwrap();
    assert_eq!((joined, new), (run.clone(), false));
    let (preview, new) = request(&store, true).await;
    assert!(new && preview.dry_run && preview.id != run.id);
    assert_eq!(request(&store, true).await, (preview, false));
    let import = Import::begin(&store).await;
    import.end(RunState::Done, 0).await;
    assert!(request(&store, false).await.1, "an ended run is not joined");
}

pub(crate) async fn requests_at_once_make_one_run(store: Store) {
    let requests = (0..8).map(|_| request(&store, false));
    let runs = futures::future::join_all(requests).await;
    assert_eq!(runs.iter().filter(|(_, new)| *new).count(), 1);
    assert_eq!(store.runs(&RunQuery { limit: 10, ..RunQuery::default() }).await.unwrap().total, 1);
}

pub(crate) async fn run_numbers_count_up(store: Store) {
    let mut last = None;
    for _ in 0..3 {
        let import = Import::begin(&store).await;
        assert!(Some(import.run.id) > last);
        last = Some(import.run.id);
        import.end(RunState::Failed, 0).await;
    }
}

pub(crate) async fn a_run_expects_what_the_last_completed_one_read(store: Store) {
    for (state, read, expected) in [
        (RunState::Done, 10, None),
        (RunState::Failed, 20, Some(10)),
        (RunState::Held, 30, Some(10)),
        (RunState::Interrupted, 40, Some(30)),
        (RunState::Cancelled, 50, Some(30)),
    ] {
        let import = Import::begin(&store).await;
        assert_eq!(import.run.expected, expected);
        import.end(state, read).await;
    }
    let (preview, _) = request(&store, true).await;
    assert_eq!(preview.expected, Some(30));
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    let counts = Counts { read: 60, ..Counts::default() };
    store.save_run(lease, &ImportRun { state: RunState::Done, counts, ..preview }).await.unwrap();
    let last = store.last_completed_run(DirectoryId::FIRST).await.unwrap().unwrap();
    assert_eq!((last.counts.read, last.state), (30, RunState::Held));
}

pub(crate) async fn the_oldest_open_run_is_next(store: Store) {
    assert_eq!(store.next_open_run().await.unwrap(), None);
    assert_eq!(store.newest_run().await.unwrap(), None);
    let import = Import::begin(&store).await;
    let (preview, _) = request(&store, true).await;
    assert_eq!(store.newest_run().await.unwrap(), Some(preview.clone()));
    assert_eq!(store.next_open_run().await.unwrap(), Some(import.run.id));
    store.begin_run(import.lease, import.run.id, at(1)).await.unwrap();
    assert_eq!(store.next_open_run().await.unwrap(), Some(import.run.id), "its worker may be lost");
    import.end(RunState::Done, 0).await;
    assert_eq!(store.next_open_run().await.unwrap(), Some(preview.id));
}

pub(crate) async fn a_time_of_the_schedule_is_asked_for_once(store: Store) {
    let ask = async |due| store.request_scheduled_run(DirectoryId::FIRST, at(due), at(due)).await.unwrap();
    let together = futures::future::join_all((0..8).map(|_| ask(900))).await;
    assert_eq!(together.iter().flatten().count(), 1, "of eight panels one asks");
    let run = together.into_iter().flatten().next().unwrap();
    assert_eq!(run.started_by, StartedBy::Schedule);
    store.cancel_run(run.id, at(901)).await.unwrap();
    assert_eq!(ask(900).await, None, "also when the run has ended since");
    let late = store.request_scheduled_run(DirectoryId::FIRST, at(0), at(850)).await.unwrap();
    assert_eq!(late, None, "a clock that is late asks for nothing");
    let next = ask(1_800).await.unwrap();
    assert!(next.id > run.id);
    assert_eq!(ask(2_700).await.unwrap().id, next.id, "an open one is joined");
    assert!(ask(31_536_000).await.is_some(), "a clock is a year ahead …");
    assert!(ask(3_600).await.is_some(), "… and keeps nobody from asking");
}

pub(crate) async fn a_run_that_is_begun_does_not_wait(store: Store) {
    let import = Import::begin(&store).await;
    let begun = store.begin_run(import.lease, import.run.id, at(7)).await.unwrap().unwrap();
    assert_eq!((begun.phase, begun.attempts, begun.started_at), (Phase::Connecting, 1, Some(at(7))));
    assert_eq!(store.run(begun.id).await.unwrap(), Some(begun.clone()));
    import.end(RunState::Done, 0).await;
    assert_eq!(store.begin_run(import.lease, begun.id, at(8)).await.unwrap(), None, "it has ended");
    let other = store.take_lease("other", at(1_000), TTL).await.unwrap().unwrap();
    let (run, _) = request(&store, false).await;
    let stale = store.begin_run(import.lease, run.id, at(9)).await;
    assert!(matches!(stale, Err(StorageError::LeaseLost)), "{stale:?}");
    assert!(store.begin_run(other, run.id, at(9)).await.unwrap().is_some());
}

pub(crate) async fn a_run_whose_worker_was_lost_is_begun_again_with_what_was_written(store: Store) {
    let import = Import::begin(&store).await;
    store.begin_run(import.lease, import.run.id, at(1)).await.unwrap();
    let group = first_group(&store).await;
    let batch = async |lease, name: &str| {
        let report = [line(ChangeKind::Skipped, "nobody"), line(ChangeKind::Added, name)];
        store.apply_import(lease, import.run.id, &[add(&person(name), group)], &report, at(5)).await.unwrap();
    };
    batch(import.lease, "anna").await;
    let lease = store.take_lease("other", at(1_000), TTL).await.unwrap().unwrap();
    let again = store.begin_run(lease, import.run.id, at(1_001)).await.unwrap().unwrap();
    assert_eq!((again.attempts, again.started_at), (2, Some(at(1))));
    assert_eq!(again.counts, Counts { added: 1, ..Counts::default() });
    batch(lease, "bert").await;
    let lines = store.changes(import.run.id, &ChangeQuery { limit: 10, ..ChangeQuery::default() }).await.unwrap();
    let names: Vec<&str> = lines.items.iter().map(|line| line.name.as_str()).collect();
    assert_eq!((lines.total, names), (3, vec!["anna", "nobody", "bert"]));
}

pub(crate) async fn a_run_that_loses_every_worker_is_given_up(store: Store) {
    let import = Import::begin(&store).await;
    for attempt in 1..=ImportRun::ATTEMPTS {
        let begun = store.begin_run(import.lease, import.run.id, at(1)).await.unwrap();
        assert_eq!(begun.unwrap().attempts, attempt);
    }
    assert_eq!(store.begin_run(import.lease, import.run.id, at(2)).await.unwrap(), None);
    let run = store.run(import.run.id).await.unwrap().unwrap();
    assert_eq!((run.state, run.finished_at), (RunState::Interrupted, Some(at(2))));
    assert!(run.error.unwrap().contains("3 times"));
    assert!(request(&store, false).await.1, "it blocks nothing");
}

pub(crate) async fn a_waiting_run_is_cancelled_on_the_spot(store: Store) {
    let (run, _) = request(&store, false).await;
    assert!(store.cancel_run(run.id, at(3)).await.unwrap());
    let run = store.run(run.id).await.unwrap().unwrap();
    assert_eq!((run.state, run.finished_at), (RunState::Cancelled, Some(at(3))));
    assert_eq!(store.next_open_run().await.unwrap(), None);
    assert!(matches!(store.cancel_run(RunId(99), at(3)).await, Err(StorageError::NotFound)));
}

pub(crate) async fn a_cancel_during_a_run_is_not_overwritten(store: Store) {
    let import = Import::begin(&store).await;
    let working = ImportRun { phase: Phase::Reading, ..import.run.clone() };
    assert!(!store.save_run(import.lease, &working).await.unwrap());
    assert!(store.cancel_run(import.run.id, at(3)).await.unwrap());
    assert!(store.run(import.run.id).await.unwrap().unwrap().is_open(), "the worker ends it");
    assert!(store.save_run(import.lease, &working).await.unwrap());
    assert!(store.run(import.run.id).await.unwrap().unwrap().cancel_requested);
    let ended = ImportRun { state: RunState::Cancelled, ..working };
    assert!(store.save_run(import.lease, &ended).await.unwrap());
    let expected = ImportRun { cancel_requested: true, ..ended };
    assert_eq!(store.run(import.run.id).await.unwrap(), Some(expected));
}

pub(crate) async fn a_cancelled_run_is_not_opened_again(store: Store) {
    let import = Import::begin(&store).await;
    store.cancel_run(import.run.id, at(3)).await.unwrap();
    let working = ImportRun { phase: Phase::Connecting, ..import.run.clone() };
    assert!(store.save_run(import.lease, &working).await.unwrap());
    assert_eq!(store.run(import.run.id).await.unwrap().unwrap().state, RunState::Cancelled);
}

pub(crate) async fn an_ended_run_cannot_be_cancelled(store: Store) {
    let import = Import::begin(&store).await;
    import.end(RunState::Done, 4).await;
    let before = store.run(import.run.id).await.unwrap();
    assert!(!store.cancel_run(import.run.id, at(30)).await.unwrap());
    assert_eq!(store.run(import.run.id).await.unwrap(), before);
}

pub(crate) async fn open_runs_are_closed_as_interrupted(store: Store) {
    let done = Import::begin(&store).await;
    done.end(RunState::Done, 1).await;
    let import = Import::begin(&store).await;
    let (preview, _) = request(&store, true).await;
    assert_eq!(store.close_interrupted_runs(at(50)).await.unwrap(), 2);
    for id in [import.run.id, preview.id] {
        let run = store.run(id).await.unwrap().unwrap();
        assert_eq!((run.state, run.finished_at), (RunState::Interrupted, Some(at(50))));
    }
    assert_eq!(store.run(done.run.id).await.unwrap().unwrap().state, RunState::Done);
    assert_eq!(store.close_interrupted_runs(at(51)).await.unwrap(), 0);
    assert!(request(&store, false).await.1);
}

pub(crate) async fn runs_are_listed_newest_first(store: Store) {
    let mut ids = Vec::new();
    for _ in 0..5 {
        let import = Import::begin(&store).await;
        import.end(RunState::Done, 0).await;
        ids.insert(0, import.run.id);
    }
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = store.runs(&RunQuery { after: after.clone(), limit: 2, ..RunQuery::default() }).await.unwrap();
        assert_eq!(page.total, 5);
        found.extend(page.items.iter().map(|run| run.id));
        after = page.next;
        if after.is_none() {
            break;
        }
        assert_eq!(page.items.len(), 2);
    }
    assert_eq!(found, ids);
    let first =
        store.runs(&RunQuery { after: Some("no cursor".into()), limit: 2, ..RunQuery::default() }).await.unwrap();
    assert_eq!(first.items[0].id, ids[0]);
}
