#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod model;
mod removals;
mod room;
mod rules;
mod script;
mod several;

use super::*;
use crate::test_store::{TestStore, agent};
use script::{Script, answer, hangs_after, holds, lost};
use secrecy::ExposeSecret;
use tokio::time::timeout;

fn imports(store: &Arc<TestStore>, script: Script) -> Imports {
    imports_with_key(store, script, SecretKey::random())
}

fn imports_with_key(store: &Arc<TestStore>, script: Script, key: SecretKey) -> Imports {
    let (wake, _) = mpsc::channel(1);
    store.lock().settings = Some(crate::test_store::settings(&key));
    let imports = Imports::new(store.clone(), key, wake, Duration::from_secs(900));
    Imports { directory: Arc::new(script), ..imports }
}

/// Asks, works, and answers how the run ended.
async fn import(imports: &Imports, store: &TestStore, dry_run: bool) -> ImportRun {
    let run = imports.request(DirectoryId::FIRST, StartedBy::Command, dry_run).await.unwrap();
    timeout(Duration::from_secs(20), imports.work(CancellationToken::new())).await.expect("it ends");
    store.lock().runs[&run.id].clone()
}

/// Works on a run until the directory has fallen silent in phase `reading`, then does `then`.
async fn while_reading(imports: &Imports, store: &TestStore, stop: &CancellationToken, then: impl AsyncFnOnce(RunId)) {
    let run = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap();
    let work = imports.work(stop.clone());
    let meddle = async {
        while store.lock().runs[&run.id].phase != Phase::Reading {
            tokio::task::yield_now().await;
        }
        then(run.id).await;
    };
    let both = async { tokio::join!(work, meddle) };
    timeout(Duration::from_secs(2), both).await.expect("it ends within two seconds");
}

#[tokio::test]
async fn a_first_import_adds_everyone_and_a_second_one_writes_nothing() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, holds(&["anna", "bert"]));
    let run = import(&imports, &store, false).await;
    assert_eq!((run.state, run.phase), (RunState::Done, Phase::Applying));
    assert_eq!(run.counts, Counts { read: 2, added: 2, ..Counts::default() });
    assert!(run.started_at.is_some() && run.finished_at.is_some());
    assert_eq!(store.lock().agents.len(), 2);

    let batches = store.lock().batches;
    let run = import(&imports, &store, false).await;
    assert_eq!(run.counts, Counts { read: 2, unchanged: 2, ..Counts::default() });
    assert_eq!(store.lock().batches, batches);
}

#[tokio::test]
async fn every_phase_can_be_read_from_the_store() {
    let store = Arc::new(TestStore::default());
    import(&imports(&store, holds(&["anna"])), &store, false).await;
    let phases: Vec<Phase> = store.lock().saves.iter().map(|(_, phase)| *phase).collect();
    use Phase::*;
    assert_eq!(phases, [Connecting, Reading, Comparing, Applying, Applying]);
}

#[tokio::test]
async fn a_preview_reports_the_same_and_writes_nothing() {
    let store = Arc::new(TestStore::default());
    import(&imports(&store, holds(&["gone"])), &store, false).await;
    let gone = store.lock().agents.values().next().unwrap().clone();
    store.lock().lines.clear();
    let run = import(&imports(&store, holds(&["anna"])), &store, true).await;
    assert_eq!(run.counts, Counts { read: 1, added: 1, removed: 1, ..Counts::default() });
    assert_eq!(store.lock().agents.values().collect::<Vec<_>>(), [&gone]);
    let lines = store.lock().lines.clone();
    let told: Vec<_> = lines.iter().map(|line| (line.kind, line.agent)).collect();
    assert_eq!(told, [(ChangeKind::Removed, Some(gone.id)), (ChangeKind::Added, None)]);
}

#[tokio::test]
async fn a_connection_lost_while_reading_fails_and_changes_nobody() {
    let store = Arc::new(TestStore::default());
    let known = agent("known", None);
    store.lock().agents.insert(known.id, known.clone());
    let script = Script::new(Box::new(|_, news| {
        Box::pin(async move {
            answer(&news, &["anna"]).await;
            Err(lost())
        })
    }));
    let run = import(&imports(&store, script), &store, false).await;
    assert_eq!((run.state, run.counts.read), (RunState::Failed, 1));
    assert!(run.error.unwrap().starts_with("The connection ended while reading people. Try again."));
    assert_eq!(run.details.as_deref(), Some("page 2"));
    assert_eq!(store.lock().agents.values().collect::<Vec<_>>(), [&known]);
    assert_eq!(store.lock().batches, 0);
}

#[tokio::test]
async fn an_answer_without_anybody_is_held_for_review() {
    let store = Arc::new(TestStore::default());
    import(&imports(&store, holds(&["known"])), &store, false).await;
    let known = store.lock().agents.values().next().unwrap().clone();
    let run = import(&imports(&store, holds(&[])), &store, false).await;
    assert_eq!((run.state, run.held_reasons), (RunState::Held, vec![HeldReason::NobodyFound]));
    assert_eq!(run.counts, Counts { held: 1, ..Counts::default() });
    assert_eq!(store.lock().agents[&known.id], known);
}

#[tokio::test]
async fn the_directory_is_asked_with_the_stored_password() {
    let store = Arc::new(TestStore::default());
    let script = Script::new(Box::new(|access, _| {
        Box::pin(async move {
            let right = access.bind_password.expose_secret() == "reader's";
            if right { Ok(()) } else { Err(lost()) }
        })
    }));
    let imports = imports(&store, script);
    assert_eq!(import(&imports, &store, false).await.state, RunState::Done);

    store.lock().settings = Some(crate::test_store::settings(&SecretKey::random()));
    let run = import(&imports, &store, false).await;
    assert_eq!(run.state, RunState::Failed);
    assert!(run.error.unwrap().starts_with("The stored password cannot be decrypted"));
}

#[tokio::test(start_paused = true)]
async fn cancel_ends_a_reading_that_hangs_at_once() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&["anna"]));
    let began = tokio::time::Instant::now();
    while_reading(&imports, &store, &CancellationToken::new(), async |id| {
        assert!(imports.cancel(id).await.unwrap());
    })
    .await;
    assert!(began.elapsed() < Duration::from_millis(500));
    let run = store.lock().runs[&RunId(1)].clone();
    assert_eq!((run.state, store.lock().agents.len()), (RunState::Cancelled, 0));
    assert!(!imports.cancel(RunId(1)).await.unwrap(), "it is not open any more");
}

#[tokio::test(start_paused = true)]
async fn a_cancel_that_only_the_store_knows_of_is_found_within_a_second() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&["anna"]));
    while_reading(&imports, &store, &CancellationToken::new(), async |id| {
        store.lock().runs.get_mut(&id).unwrap().cancel_requested = true;
    })
    .await;
    assert_eq!(store.lock().runs[&RunId(1)].state, RunState::Cancelled);
}

#[tokio::test]
async fn stopping_the_panel_interrupts_the_run() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&[]));
    let stop = CancellationToken::new();
    while_reading(&imports, &store, &stop, async |_| stop.cancel()).await;
    let run = store.lock().runs[&RunId(1)].clone();
    assert_eq!((run.state, run.error.as_deref()), (RunState::Interrupted, Some("The panel was stopped.")));
}

#[tokio::test(start_paused = true)]
async fn a_lost_lease_ends_the_run_without_another_write() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&["anna"]));
    let id = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap().id;
    let meddle = async {
        while store.lock().runs[&id].phase != Phase::Reading {
            tokio::task::yield_now().await;
        }
        let mut data = store.lock();
        data.token += 1;
        data.taken_elsewhere = true;
        data.saves.clear();
    };
    tokio::join!(imports.work(CancellationToken::new()), meddle);
    assert_eq!(store.lock().runs[&id].state, RunState::Running);
    assert!(store.lock().saves.is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_import_that_takes_half_an_hour_is_ended() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&["anna"]));
    let id = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap().id;
    imports.work(CancellationToken::new()).await;
    let run = store.lock().runs[&id].clone();
    assert_eq!(run.state, RunState::Failed);
    assert!(run.error.unwrap().contains("30 minutes"));
}

#[tokio::test]
async fn a_panic_fails_the_run_and_the_next_one_works() {
    let store = Arc::new(TestStore::default());
    let broken = imports(&store, Script::new(Box::new(|_, _| Box::pin(async { panic!("scripted") }))));
    let run = import(&broken, &store, false).await;
    assert_eq!(run.state, RunState::Failed);
    assert!(run.error.unwrap().contains("fault in the panel itself"));
    assert_eq!(import(&imports(&store, holds(&["anna"])), &store, false).await.state, RunState::Done);
}

#[tokio::test]
async fn without_settings_or_with_them_off_nothing_is_asked_for() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, holds(&[]));
    store.lock().settings.as_mut().unwrap().enabled = false;
    assert!(matches!(
        imports.request(DirectoryId::FIRST, StartedBy::Command, false).await,
        Err(RequestError::Disabled)
    ));
    store.lock().settings = None;
    assert!(matches!(
        imports.request(DirectoryId::FIRST, StartedBy::Command, false).await,
        Err(RequestError::NotConfigured)
    ));
    imports.request_scheduled(Timestamp::UNIX_EPOCH, Timestamp::now_utc()).await;
    assert!(store.lock().runs.is_empty());
}

#[tokio::test]
async fn a_request_wakes_the_job_and_joins_a_run_of_its_kind() {
    let store = Arc::new(TestStore::default());
    let (wake, mut woken) = mpsc::channel(1);
    let imports = Imports { wake, ..imports(&store, holds(&[])) };
    let first = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap();
    let joined = imports.request(DirectoryId::FIRST, StartedBy::Schedule, false).await.unwrap();
    let preview = imports.request(DirectoryId::FIRST, StartedBy::Command, true).await.unwrap();
    assert_eq!((first.id == joined.id, first.id == preview.id), (true, false));
    assert_eq!(woken.recv().await, Some(()));
}

#[tokio::test]
async fn a_refused_service_account_stops_the_schedule_and_nobody_else() {
    let store = Arc::new(TestStore::default());
    let key = SecretKey::random();
    let refused = DirectoryProblem { failure: ConnectionFailure::WrongCredentials, details: None };
    let script = Script::new(Box::new(move |_, _| {
        let refused = refused.clone();
        Box::pin(async move { Err(refused) })
    }));
    let monitor = Monitor::new(store.clone(), key.clone());
    let broken = imports_with_key(&store, script, key).with_monitor(monitor.clone());
    broken.request_scheduled(Timestamp::UNIX_EPOCH, Timestamp::now_utc()).await;
    broken.work(CancellationToken::new()).await;
    assert!(monitor.bind_suspended(DirectoryId::FIRST));
    broken.request_scheduled(Timestamp::UNIX_EPOCH, Timestamp::now_utc()).await;
    assert_eq!(store.lock().runs.len(), 1);

    let mended = Imports { directory: Arc::new(holds(&[])), ..broken };
    assert_eq!(import(&mended, &store, false).await.state, RunState::Done);
    assert!(!monitor.bind_suspended(DirectoryId::FIRST));
}
