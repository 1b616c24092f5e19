#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::{ConnectionStatus, DirectoryId, StartedBy};
use crate::secrets::SecretKey;
use crate::test_store::TestStore;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(5);

/// Waits for an event that must come.
async fn soon<T>(event: impl Future<Output = T>) -> T {
    timeout(SOON, event).await.expect("it happens soon")
}

async fn until(happened: impl Fn() -> bool) {
    soon(async {
        while !happened() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await;
}

/// A job that counts, and goes on only when it is let.
#[derive(Default)]
struct Counted {
    begun: AtomicUsize,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
    ended: AtomicUsize,
}

fn start(list: Vec<Job>) -> (CancellationToken, JoinHandle<()>) {
    let stop = CancellationToken::new();
    (stop.clone(), tokio::spawn(run_list(list, stop)))
}

fn counting(
    counted: &Arc<Counted>,
    gate: &Arc<Semaphore>,
) -> impl Fn() -> BoxFuture<'static, ()> + Send + Sync + use<> {
    let (counted, gate) = (counted.clone(), gate.clone());
    move || {
        let (counted, gate) = (counted.clone(), gate.clone());
        Box::pin(async move {
            counted.begun.fetch_add(1, SeqCst);
            counted.most_at_once.fetch_max(counted.at_once.fetch_add(1, SeqCst) + 1, SeqCst);
            gate.acquire().await.unwrap().forget();
            counted.at_once.fetch_sub(1, SeqCst);
            counted.ended.fetch_add(1, SeqCst);
        })
    }
}

#[tokio::test]
async fn two_wakes_do_not_run_a_job_twice_at_once() {
    let (wake, woken_by) = mpsc::channel(4);
    let woken_by = Arc::new(Mutex::new(woken_by));
    let (counted, gate) = (Arc::<Counted>::default(), Arc::new(Semaphore::new(0)));
    let (stop, running) = start(vec![job("counted", move || woken(woken_by.clone()), counting(&counted, &gate))]);
    wake.send(()).await.unwrap();
    wake.send(()).await.unwrap();
    until(|| counted.begun.load(SeqCst) == 1).await;
    gate.add_permits(2);
    until(|| counted.ended.load(SeqCst) == 2).await;
    assert_eq!(counted.most_at_once.load(SeqCst), 1);
    stop.cancel();
    soon(running).await.unwrap();
}

#[tokio::test]
async fn a_panic_does_not_end_the_job() {
    let (wake, woken_by) = mpsc::channel(4);
    let woken_by = Arc::new(Mutex::new(woken_by));
    let times = Arc::new(AtomicUsize::new(0));
    let counted = times.clone();
    let work = move || {
        let first = counted.fetch_add(1, SeqCst) == 0;
        async move { assert!(!first, "scripted") }
    };
    let (stop, running) = start(vec![job("panics", move || woken(woken_by.clone()), work)]);
    wake.send(()).await.unwrap();
    until(|| times.load(SeqCst) == 1).await;
    wake.send(()).await.unwrap();
    until(|| times.load(SeqCst) == 2).await;
    stop.cancel();
    soon(running).await.unwrap();
}

#[tokio::test]
async fn the_clock_starts_a_job_again_and_again() {
    let counted = Arc::<Counted>::default();
    let gate = Arc::new(Semaphore::new(9));
    let (stop, running) = start(vec![job("ticks", || ticks(Duration::from_secs(1)), counting(&counted, &gate))]);
    until(|| counted.ended.load(SeqCst) == 3).await;
    stop.cancel();
    soon(running).await.unwrap();
}

#[tokio::test]
async fn a_job_that_is_slower_than_its_clock_skips_ticks_and_goes_on() {
    let counted = Arc::<Counted>::default();
    let gate = Arc::new(Semaphore::new(0));
    let (stop, running) = start(vec![job("slow", || ticks(Duration::from_secs(1)), counting(&counted, &gate))]);
    until(|| counted.begun.load(SeqCst) == 1).await;
    // Two ticks pass: that is what is tested, so there is no event to wait for.
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    assert_eq!(counted.begun.load(SeqCst), 1);
    gate.add_permits(9);
    until(|| counted.ended.load(SeqCst) == 3).await;
    stop.cancel();
    soon(running).await.unwrap();
}

#[tokio::test]
async fn stopping_waits_for_a_job_that_ends_its_work_cleanly() {
    let stop = CancellationToken::new();
    let counted = Arc::<Counted>::default();
    let (stopped, seen) = (stop.clone(), counted.clone());
    let work = move || {
        let (stopped, seen) = (stopped.clone(), seen.clone());
        async move {
            seen.begun.fetch_add(1, SeqCst);
            stopped.cancelled().await;
            tokio::time::sleep(Duration::from_millis(200)).await;
            seen.ended.fetch_add(1, SeqCst);
        }
    };
    let running = tokio::spawn(run_list(vec![job("careful", at_once, work)], stop.clone()));
    until(|| counted.begun.load(SeqCst) == 1).await;
    stop.cancel();
    soon(running).await.unwrap();
    assert_eq!(counted.ended.load(SeqCst), 1);
}

#[test]
fn a_tick_that_comes_a_moment_early_does_not_come_again() {
    let ahead = Timestamp::now_utc().replace_nanosecond(0).unwrap() + Duration::from_secs(1);
    let mut every = Every { interval: Duration::from_secs(1), last: Some(ahead) };
    let next = every.next_tick(&Utc).unwrap().get_timestamp();
    assert!(i64::try_from(next).unwrap() > ahead.unix_timestamp());
}

#[tokio::test]
async fn a_request_is_done_and_stopping_ends_everything_at_once() {
    let (key, store) = (SecretKey::random(), Arc::new(TestStore::default()));
    store.lock().settings = Some(crate::test_store::settings(&SecretKey::random()));
    let (wake, woken_by) = mpsc::channel(1);
    let imports = Imports::new(store.clone(), key.clone(), wake, Duration::from_secs(900));
    let activity = ActivityLog::new(store.clone(), &key);
    let monitor = Monitor::new(store.clone(), key);
    let jobs = Jobs {
        imports: imports.clone(),
        activity,
        wake: woken_by,
        queue: Queue::Own,
        monitor: monitor.clone(),
        store: store.clone(),
    };
    let stop = CancellationToken::new();
    let running = tokio::spawn(run(jobs, stop.clone()));
    let id = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap().id;
    // The password was sealed with another key: the run fails before anything is dialed.
    until(|| !store.lock().runs[&id].is_open()).await;
    until(|| matches!(monitor.status(DirectoryId::FIRST), ConnectionStatus::Failed { .. })).await;
    stop.cancel();
    timeout(Duration::from_secs(1), running).await.expect("promptly").unwrap();
}

#[tokio::test]
async fn attempts_at_signing_in_are_cleared_away_once_they_no_longer_count() {
    let store = Arc::new(TestStore::default());
    let now = time::macros::datetime!(2026-03-31 12:00 UTC);
    let attempts = [("over", now), ("counts", now + Duration::from_secs(1))];
    store
        .lock()
        .attempts
        .extend(attempts.map(|(key, until)| (key.to_owned(), crate::model::Tally { count: 1, last: now, until })));
    let shared: Store = store.clone();
    sweep(&shared, now).await;
    assert_eq!(store.lock().attempts.keys().collect::<Vec<_>>(), ["counts"]);
}

#[tokio::test]
async fn removed_agents_are_deleted_for_good_when_their_days_are_over() {
    let key = SecretKey::random();
    let store = TestStore::configured(&key);
    let now = time::macros::datetime!(2026-03-31 12:00 UTC);
    for (name, removed) in [("old", Some(31)), ("new", Some(29)), ("there", None)] {
        let mut agent = crate::test_store::agent(name, None);
        agent.removed = removed.map(|days| crate::model::Removal {
            at: now - time::Duration::days(days),
            run: crate::model::RunId(1),
            cause: crate::model::RemovalCause::Gone,
        });
        store.keep(agent);
    }
    let names = || store.lock().agents.values().map(|agent| agent.name.clone()).collect::<Vec<_>>();
    let shared: Store = store.clone();
    purge(&shared, now).await;
    assert_eq!(names(), ["new", "there"]);
    store.lock().settings.as_mut().unwrap().removals.keep_removed_days = 7;
    purge(&shared, now).await;
    assert_eq!(names(), ["there"]);
}
