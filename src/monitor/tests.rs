#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::test_store::{TestStore, settings};
use std::sync::Mutex as StdMutex;
use std::time::Duration;
use tokio::sync::Semaphore;

const FIRST: DirectoryId = DirectoryId::FIRST;
const SECOND: DirectoryId = DirectoryId(2);

/// A check that answers what it is told to, once it is let.
struct Script {
    problem: StdMutex<Option<ConnectionFailure>>,
    asked: StdMutex<Vec<Depth>>,
    /// Directories with this base answer nothing, and are asked all the same.
    silent: StdMutex<Option<Dn>>,
    let_through: Semaphore,
}

struct Scene {
    store: Arc<TestStore>,
    script: Arc<Script>,
    monitor: Monitor,
    key: SecretKey,
}

fn scene() -> Scene {
    let key = SecretKey::random();
    let store = TestStore::configured(&key);
    let script = Arc::new(Script {
        problem: StdMutex::default(),
        asked: StdMutex::default(),
        silent: StdMutex::default(),
        let_through: Semaphore::new(Semaphore::MAX_PERMITS),
    });
    let asked = script.clone();
    let check: Check = Arc::new(move |access, depth| {
        let script = asked.clone();
        Box::pin(async move {
            script.asked.lock().unwrap().push(depth);
            let silent = script.silent.lock().unwrap().clone();
            if silent.is_some() && silent == access.settings.base_dn {
                std::future::pending::<()>().await;
            }
            script.let_through.acquire().await.unwrap().forget();
            report(depth, script.problem.lock().unwrap().clone())
        })
    });
    let monitor = Monitor::with_check(store.clone(), key.clone(), check);
    Scene { store, script, monitor, key }
}

impl Scene {
    fn fail_with(&self, failure: Option<ConnectionFailure>) {
        *self.script.problem.lock().unwrap() = failure;
    }

    fn asked(&self) -> usize {
        self.script.asked.lock().unwrap().len()
    }
}

fn report(depth: Depth, failure: Option<ConnectionFailure>) -> CheckReport {
    let problem = failure.map(|failure| DirectoryProblem { failure, details: None });
    let steps = StepName::ALL
        .into_iter()
        .enumerate()
        .map(|(at, name)| {
            let problem = problem.clone().filter(|_| name == StepName::Bind);
            let skipped = depth == Depth::Link && at >= LINK_STEPS;
            let outcome = if skipped { StepOutcome::Skipped } else { StepOutcome::Ok };
            CheckStep { name, outcome, took: Duration::ZERO, learned: vec![format!("{depth:?}")], problem }
        })
        .collect();
    let latency = Duration::from_millis(3);
    CheckReport {
        steps,
        resolved: None,
        naming_contexts: vec![],
        people: None,
        sample: None,
        latency,
        lockout: None,
        shown: None,
    }
}

fn is_connected(monitor: &Monitor) -> bool {
    matches!(monitor.status(FIRST), ConnectionStatus::Connected { .. })
}

#[tokio::test]
async fn a_tick_says_what_the_link_is_like() {
    let scene = scene();
    assert_eq!(scene.monitor.status(FIRST), ConnectionStatus::Unknown);
    scene.monitor.tick().await;
    assert!(is_connected(&scene.monitor));
    scene.fail_with(Some(ConnectionFailure::UnknownHost { host: "x".into() }));
    scene.monitor.tick().await;
    assert!(matches!(scene.monitor.status(FIRST), ConnectionStatus::Failed { bind_suspended: false, .. }));
}

#[tokio::test]
async fn without_settings_or_with_them_off_nothing_is_dialed() {
    let scene = scene();
    scene.store.lock().settings.as_mut().unwrap().enabled = false;
    scene.monitor.tick().await;
    assert_eq!(scene.monitor.status(FIRST), ConnectionStatus::Disabled);
    scene.store.lock().settings = None;
    scene.monitor.tick().await;
    assert_eq!(scene.monitor.worst(), (None, ConnectionStatus::NotConfigured));
    assert_eq!((scene.asked(), scene.monitor.check_saved(FIRST).await.unwrap()), (0, None));
}

#[tokio::test]
async fn a_refused_password_is_not_tried_again_until_someone_asks() {
    let scene = scene();
    scene.fail_with(Some(ConnectionFailure::WrongCredentials));
    scene.monitor.tick().await;
    scene.monitor.tick().await;
    assert_eq!((scene.asked(), scene.monitor.bind_suspended(FIRST)), (1, true));
    scene.fail_with(None);
    assert!(scene.monitor.check_saved(FIRST).await.unwrap().is_some());
    assert_eq!((scene.asked(), is_connected(&scene.monitor)), (2, true));
}

#[tokio::test]
async fn saving_settings_ends_a_suspension_and_asks_for_a_check() {
    let scene = scene();
    scene.fail_with(Some(ConnectionFailure::WrongCredentials));
    scene.monitor.tick().await;
    let changed = settings(&scene.key);
    scene.store.lock().settings = Some(changed.clone());
    scene.monitor.settings_saved(FIRST, &changed, None);
    assert_eq!((scene.monitor.status(FIRST), scene.monitor.report(FIRST)), (ConnectionStatus::Unknown, None));
    scene.monitor.changed().await;
    scene.fail_with(None);
    scene.monitor.tick().await;
    assert!(is_connected(&scene.monitor));
}

#[tokio::test]
async fn settings_that_changed_behind_its_back_end_a_suspension_too() {
    let scene = scene();
    scene.fail_with(Some(ConnectionFailure::WrongCredentials));
    scene.monitor.tick().await;
    scene.store.lock().settings = Some(LdapSettings { bind_dn: "cn=other".into(), ..settings(&scene.key) });
    scene.monitor.tick().await;
    assert_eq!(scene.asked(), 2);
}

#[tokio::test]
async fn saved_rules_say_nothing_about_the_link() {
    let scene = scene();
    scene.fail_with(Some(ConnectionFailure::WrongCredentials));
    scene.monitor.tick().await;
    let group_dn = Dn::parse("cn=g,dc=x").unwrap();
    let rule = PlacementRule { group_dn, role: Some(Role::Support), groups: [].into() };
    let mut ruled = scene.store.lock().settings.clone().unwrap();
    ruled.rules.push(rule);
    scene.store.lock().settings = Some(ruled.clone());
    scene.monitor.tick().await;
    assert_eq!((scene.asked(), scene.monitor.bind_suspended(FIRST)), (1, true), "a refused password stays refused");
    scene.monitor.bind_succeeded(FIRST, &ruled);
    assert!(!scene.monitor.bind_suspended(FIRST));
}

#[tokio::test]
async fn the_full_report_is_kept_and_its_first_steps_are_brought_up_to_date() {
    let scene = scene();
    scene.monitor.check_saved(FIRST).await.unwrap();
    scene.monitor.tick().await;
    let learned: Vec<_> =
        scene.monitor.report(FIRST).unwrap().steps.into_iter().map(|step| step.learned[0].clone()).collect();
    assert_eq!(learned, ["Link", "Link", "Link", "Link", "Link", "Full", "Full"]);
}

#[tokio::test]
async fn a_check_that_began_before_a_save_says_nothing() {
    let scene = scene();
    while scene.script.let_through.forget_permits(usize::MAX) > 0 {}
    let meddle = async {
        while scene.asked() == 0 {
            tokio::task::yield_now().await;
        }
        scene.monitor.tick().await; // one runs: this one returns at once
        let off = LdapSettings { enabled: false, ..settings(&scene.key) };
        scene.store.lock().settings = Some(off.clone());
        scene.monitor.settings_saved(FIRST, &off, None);
        scene.script.let_through.add_permits(1);
    };
    tokio::join!(scene.monitor.tick(), meddle);
    assert_eq!((scene.asked(), scene.monitor.status(FIRST)), (1, ConnectionStatus::Disabled));
}

#[tokio::test]
async fn a_password_sealed_with_another_key_is_said_to_be_unreadable() {
    let scene = scene();
    scene.store.lock().settings = Some(settings(&SecretKey::random()));
    scene.monitor.tick().await;
    let ConnectionStatus::Failed { problem, bind_suspended, .. } = scene.monitor.status(FIRST) else {
        unreachable!("it failed")
    };
    assert_eq!((problem.failure, bind_suspended), (ConnectionFailure::SecretUnreadable, false));
    assert_eq!(scene.asked(), 0);
}

#[test]
fn the_log_names_a_failure_without_the_host() {
    let failure = ConnectionFailure::UnknownHost { host: "secret.example.com".into() };
    assert_eq!(cause(&DirectoryProblem { failure, details: None }), "unknown_host");
}

impl Scene {
    /// A second directory, known by this base.
    fn add_second(&self, base: &str) -> LdapSettings {
        let second = LdapSettings { base_dn: Dn::parse(base).ok(), ..settings(&self.key) };
        self.store.lock().others.insert(SECOND, second.clone());
        second
    }
}

#[tokio::test(start_paused = true)]
async fn a_directory_that_does_not_answer_keeps_no_other_from_being_checked() {
    let scene = scene();
    scene.add_second("dc=silent");
    *scene.script.silent.lock().unwrap() = Dn::parse("dc=silent").ok();
    for asked in [2, 3, 4] {
        scene.monitor.tick().await;
        assert!(is_connected(&scene.monitor));
        assert_eq!((scene.asked(), scene.monitor.status(SECOND)), (asked, ConnectionStatus::Unknown));
    }
    assert_eq!(scene.monitor.worst(), (Some(SECOND), ConnectionStatus::Unknown));
}

#[tokio::test]
async fn a_refusal_suspends_the_binds_of_its_own_directory_only() {
    let scene = scene();
    let second = scene.add_second("dc=other");
    scene.monitor.tick().await;
    let refused = DirectoryProblem { failure: ConnectionFailure::WrongCredentials, details: None };
    scene.monitor.bind_failed(SECOND, &second, &refused);
    assert_eq!((scene.monitor.bind_suspended(FIRST), scene.monitor.bind_suspended(SECOND)), (false, true));
    scene.monitor.tick().await;
    assert_eq!(scene.asked(), 3, "the suspended one was asked again");
    let (whose, worst) = scene.monitor.worst();
    assert!(whose == Some(SECOND) && matches!(worst, ConnectionStatus::Failed { .. }), "{worst:?}");
}

#[tokio::test]
async fn a_directory_that_was_deleted_is_forgotten() {
    let scene = scene();
    scene.add_second("dc=other");
    scene.fail_with(Some(ConnectionFailure::UnknownHost { host: "x".into() }));
    scene.monitor.tick().await;
    scene.store.lock().others.clear();
    scene.fail_with(None);
    scene.monitor.tick().await;
    assert_eq!((scene.monitor.status(SECOND), scene.monitor.worst().0), (ConnectionStatus::Unknown, Some(FIRST)));
}

#[tokio::test]
async fn the_day_has_what_this_panel_measures_now_and_what_others_have() {
    let scene = scene();
    scene.monitor.tick().await;
    scene.fail_with(Some(ConnectionFailure::UnknownHost { host: "x".into() }));
    scene.monitor.tick().await;
    let now = Timestamp::now_utc();
    let others = LinkSpan::of(now - time::Duration::hours(2), Some(Duration::from_millis(8)));
    scene.store.lock().link_spans.push((FIRST, others));
    let spans = scene.monitor.latency(FIRST, now).await.unwrap();
    assert_eq!(spans[0], others);
    let own = spans[1..].iter().copied().reduce(LinkSpan::and).unwrap();
    assert_eq!((own.connected, own.failed, own.mean()), (1, 1, Some(Duration::from_millis(3))));
    assert_eq!(scene.monitor.latency(SECOND, now).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_measured_is_written_once_its_five_minutes_are_over() {
    let scene = scene();
    let link = scene.monitor.link(FIRST);
    let begin = Timestamp::from_unix_timestamp(1_800_000_000).unwrap();
    for seconds in [0, 30, 299] {
        link.measure(begin + time::Duration::seconds(seconds), Some(Duration::from_millis(5)));
        scene.monitor.keep_measured(FIRST, &link, begin + time::Duration::seconds(seconds)).await;
    }
    assert_eq!(scene.store.lock().link_spans.len(), 0);
    scene.monitor.keep_measured(FIRST, &link, begin + time::Duration::seconds(300)).await;
    scene.monitor.keep_measured(FIRST, &link, begin + time::Duration::seconds(301)).await;
    let written: Vec<u32> = scene.store.lock().link_spans.iter().map(|(_, span)| span.connected).collect();
    assert_eq!(written, [3]);
    assert_eq!(link.measured(), None);
}
