//! Two directories on one panel.

use super::*;
use crate::storage::Storage;
use crate::test_store::{person, settings};
use std::sync::Mutex;

const FIRST: DirectoryId = DirectoryId::FIRST;
const SECOND: DirectoryId = DirectoryId(2);

/// Who is in each of them; `None`: its server does not answer.
type People = Option<Vec<Person>>;

struct Scene {
    store: Arc<TestStore>,
    imports: Imports,
    people: Arc<Mutex<[People; 2]>>,
}

/// Two directories that are told apart by their base; the second is called Berlin.
fn scene(first: &[&str], second: &[&str]) -> Scene {
    let people: Arc<Mutex<[People; 2]>> =
        Arc::new(Mutex::new([first, second].map(|names| Some(names.iter().map(|name| person(name)).collect()))));
    let known = people.clone();
    let script = Script::new(Box::new(move |access, tell| {
        let place = usize::from(access.settings.base_dn.is_some());
        let people = known.lock().unwrap()[place].clone();
        Box::pin(async move {
            let Some(people) = people else { return Err(lost()) };
            for person in people {
                tell.send(Found::Person(person)).await.unwrap();
            }
            Ok(())
        })
    }));
    let store = Arc::new(TestStore::default());
    let key = SecretKey::random();
    let berlin = LdapSettings { name: "Berlin".into(), base_dn: Dn::parse("dc=berlin").ok(), ..settings(&key) };
    store.lock().others.insert(SECOND, berlin);
    let imports = imports_with_key(&store, script, key);
    Scene { store, imports, people }
}

impl Scene {
    async fn import(&self, directory: DirectoryId) -> ImportRun {
        let run = self.imports.request(directory, StartedBy::Command, false).await.unwrap();
        self.work().await;
        self.store.lock().runs[&run.id].clone()
    }

    async fn work(&self) {
        timeout(Duration::from_secs(20), self.imports.work(CancellationToken::new())).await.expect("it ends");
    }

    fn set(&self, directory: DirectoryId, people: People) {
        self.people.lock().unwrap()[directory.0 as usize - 1] = people;
    }

    /// Who is there: name and directory.
    fn present(&self) -> Vec<(String, u32)> {
        let data = self.store.lock();
        let there = data.agents.values().filter(|agent| agent.removed.is_none());
        let mut there: Vec<_> = there.map(|agent| (agent.name.clone(), agent.directory.0)).collect();
        there.sort();
        there
    }
}

fn there(all: &[(&str, u32)]) -> Vec<(String, u32)> {
    all.iter().map(|(name, directory)| ((*name).to_owned(), *directory)).collect()
}

#[tokio::test]
async fn each_import_adds_and_removes_people_of_its_own_directory_only() {
    let scene = scene(&["anna", "bert"], &["carla", "dora"]);
    assert_eq!(scene.import(FIRST).await.counts.added, 2);
    let run = scene.import(SECOND).await;
    assert_eq!((run.counts.added, run.counts.removed, run.directory), (2, 0, SECOND));
    scene.set(SECOND, Some(vec![person("carla")]));
    let run = scene.import(SECOND).await;
    assert_eq!((run.counts.removed, run.counts.unchanged), (1, 1));
    assert_eq!(scene.import(FIRST).await.counts, Counts { read: 2, unchanged: 2, ..Counts::default() });
    assert_eq!(scene.present(), there(&[("anna", 1), ("bert", 1), ("carla", 2)]));
}

#[tokio::test]
async fn the_same_mail_in_two_is_reported_and_the_first_keeps_it_until_they_leave() {
    let scene = scene(&["anna"], &["dora"]);
    let double = Person { guid: person("other").guid, name: "Other Anna".into(), ..person("anna") };
    scene.set(SECOND, Some(vec![double, person("dora")]));
    scene.import(FIRST).await;
    for _ in 0..2 {
        let run = scene.import(SECOND).await;
        assert_eq!((run.state, run.counts.skipped), (RunState::Done, 1));
        assert_eq!(scene.import(FIRST).await.counts.unchanged, 1, "whichever imports next, the first keeps it");
    }
    let reason = scene.store.lock().lines.iter().find_map(|line| line.skipped.clone()).unwrap();
    assert!(
        reason
            .sentence()
            .starts_with("has the email of an agent of the directory 127.0.0.1 (anna@example.com). The first keeps it")
    );
    assert_eq!(scene.present(), there(&[("anna", 1), ("dora", 2)]));

    let before = scene.store.lock().agents.values().find(|agent| agent.name == "anna").unwrap().id;
    scene.set(FIRST, Some(vec![person("zoe")]));
    assert_eq!(scene.import(FIRST).await.counts.removed, 1);
    assert_eq!(scene.import(SECOND).await.counts.added, 1);
    assert_eq!(scene.present(), there(&[("Other Anna", 2), ("dora", 2), ("zoe", 1)]));
    let after = scene.store.lock().agents.values().find(|agent| agent.name == "Other Anna").unwrap().id;
    assert_ne!(before, after, "someone who moves is a new agent there");

    // Back where they were: the mail is the other's by now, so they stay removed.
    scene.set(FIRST, Some(vec![person("zoe"), person("anna")]));
    let run = scene.import(FIRST).await;
    assert_eq!((run.counts.skipped, run.counts.restored), (1, 0));
}

#[tokio::test]
async fn the_same_guid_in_two_directories_is_two_people() {
    let scene = scene(&["anna"], &[]);
    let copy = Person { email: Email::parse("copy@example.com").unwrap(), name: "Copy".into(), ..person("anna") };
    scene.set(SECOND, Some(vec![copy]));
    scene.import(FIRST).await;
    assert_eq!(scene.import(SECOND).await.counts.added, 1);
    assert_eq!(scene.import(FIRST).await.counts.unchanged, 1);
    assert_eq!(scene.present(), there(&[("Copy", 2), ("anna", 1)]));
}

#[tokio::test]
async fn a_directory_that_is_away_stops_no_other_and_loses_nobody() {
    let scene = scene(&["anna"], &["carla"]);
    scene.import(FIRST).await;
    scene.import(SECOND).await;
    scene.set(FIRST, None);
    scene.set(SECOND, Some(vec![person("carla"), person("emil")]));
    let asked = scene.imports.request_all(StartedBy::Schedule, false).await.unwrap();
    scene.work().await;
    let states: Vec<RunState> = asked.iter().map(|run| scene.store.lock().runs[&run.id].state).collect();
    assert_eq!(states, [RunState::Failed, RunState::Done]);
    assert_eq!(scene.present(), there(&[("anna", 1), ("carla", 2), ("emil", 2)]));
}

#[tokio::test]
async fn what_one_directory_holds_for_review_is_nothing_to_the_other() {
    let scene = scene(&["anna"], &["carla", "dora"]);
    scene.import(FIRST).await;
    scene.import(SECOND).await;
    scene.set(SECOND, Some(vec![]));
    assert_eq!(scene.import(SECOND).await.state, RunState::Held);
    assert_eq!(scene.import(FIRST).await.state, RunState::Done);
    let mut data = scene.store.lock();
    assert_eq!(data.standing_of(FIRST).hold, None);
    assert_eq!(data.standing_of(SECOND).hold.as_ref().map(|hold| hold.count), Some(2));
}

#[tokio::test]
async fn a_deleted_directory_takes_its_agents_along_and_nobody_else() {
    let scene = scene(&["anna"], &["carla", "dora"]);
    scene.import(FIRST).await;
    scene.import(SECOND).await;
    // It need not answer any more.
    scene.set(SECOND, None);
    let by = AgentId(Uuid::nil());
    let waiting = scene.imports.request(SECOND, StartedBy::Schedule, true).await.unwrap().id;
    let run = scene.imports.delete_directory(SECOND, by).await.unwrap().id;
    let after = scene.store.request_run(SECOND, StartedBy::Schedule, false, Timestamp::now_utc()).await.unwrap().0.id;
    scene.work().await;
    let runs = scene.store.lock().runs.clone();
    assert_eq!((runs[&run].state, runs[&run].counts.removed), (RunState::Done, 2));
    assert_eq!(runs[&waiting].state, RunState::Failed, "it came before, and the server is away");
    assert_eq!(runs[&after].error.as_deref(), Some("This directory was deleted from the panel."));
    assert_eq!(scene.present(), there(&[("anna", 1)]));
    let data = scene.store.lock();
    let carla = data.agents.values().find(|agent| agent.name == "carla").unwrap();
    let cause = carla.removed.clone().unwrap().cause;
    assert_eq!(cause, RemovalCause::DirectoryDeleted { name: "Berlin".into() });
    drop(data);
    assert!(matches!(scene.imports.request(SECOND, StartedBy::Command, false).await, Err(RequestError::NotConfigured)));
}

#[tokio::test]
async fn each_directory_is_asked_for_at_its_own_times() {
    let scene = scene(&[], &[]);
    scene.store.lock().others.get_mut(&SECOND).unwrap().import_interval = Some(5);
    let noon = time::macros::datetime!(2026-03-31 12:00 UTC);
    let asked = async |from: i64, to: i64| {
        let (since, now) = (noon + time::Duration::minutes(from), noon + time::Duration::minutes(to));
        assert!(scene.imports.request_scheduled(since, now).await);
        let asked: Vec<u32> = scene.store.lock().runs.values().map(|run| run.directory.0).collect();
        scene.store.lock().runs.clear();
        asked
    };
    // The panel's interval is a quarter of an hour.
    assert_eq!(asked(0, 4).await, [0_u32; 0]);
    assert_eq!(asked(4, 5).await, [2]);
    assert_eq!(asked(5, 10).await, [2]);
    assert_eq!(asked(10, 15).await, [1, 2]);
    assert_eq!(asked(10, 15).await, [0_u32; 0], "another panel asked before");
    scene.store.lock().settings.as_mut().unwrap().enabled = false;
    assert_eq!(asked(15, 30).await, [2]);
}

#[tokio::test]
async fn what_was_due_before_the_panel_or_the_directory_was_there_is_not_made_up_for() {
    let scene = scene(&[], &[]);
    let now = Timestamp::now_utc();
    scene.imports.keep_schedule(now).await;
    assert!(scene.store.lock().runs.is_empty());
    scene.store.lock().loses_settings = true;
    let later = now + time::Duration::minutes(15);
    scene.imports.keep_schedule(later).await;
    scene.store.lock().loses_settings = false;
    assert!(scene.store.lock().runs.is_empty());
    scene.imports.keep_schedule(later).await;
    assert_eq!(scene.store.lock().runs.len(), 2, "what could not be asked for is asked for again");
    scene.imports.keep_schedule(later).await;
    assert_eq!(scene.store.lock().runs.len(), 2);
}

#[tokio::test]
async fn overdue_and_next_are_told_of_each() {
    let scene = scene(&[], &[]);
    scene.store.lock().others.get_mut(&SECOND).unwrap().import_interval = Some(1);
    let noon = time::macros::datetime!(2026-03-31 12:00 UTC);
    scene.imports.watch(noon).await;
    let told = scene.imports.timetables(noon + time::Duration::minutes(4)).await.unwrap();
    let overdue: Vec<bool> = told.iter().map(|(_, timetable)| timetable.is_overdue).collect();
    assert_eq!(overdue, [false, true]);
    let next: Vec<_> = told.iter().map(|(_, timetable)| timetable.next.unwrap() - noon).collect();
    assert_eq!(next, [time::Duration::minutes(15), time::Duration::minutes(5)]);
}
