//! Random edits of a directory, faults, changes of the settings, decisions, crashes and imports, on a real
//! store: beside it a simple model says what the agents must be.

use super::*;
use crate::ldap::Whereabouts;
use crate::storage::{self, AgentQuery};
use crate::test_store::{person, settings};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

#[derive(Debug, Clone)]
enum Op {
    /// Someone is in the directory from here on, with this name.
    Set(u8, u8),
    Leave(u8),
    /// Half of the directory is gone at once.
    HalfLeave,
    SetFilter(bool),
    Role(u8),
    Import(Fault),
    Decide(DecisionKind),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// The connection is lost after so many entries.
    LostAfter(usize),
    /// The search leaves out whoever comes after so many; asked by GUID, they are there.
    CutShortAfter(usize),
    LostAgain,
    /// The process ends after so many microseconds, and starts again.
    Crash(u64),
}

fn op() -> impl Strategy<Value = Op> {
    let fault = prop_oneof![
        6 => Just(Fault::None),
        1 => (0..12usize).prop_map(Fault::LostAfter),
        1 => (0..12usize).prop_map(Fault::CutShortAfter),
        1 => Just(Fault::LostAgain),
        2 => (0..4_000u64).prop_map(Fault::Crash),
    ];
    let decision = prop_oneof![Just(DecisionKind::Keep), Just(DecisionKind::Remove)];
    prop_oneof![
        5 => (0..12u8, 0..4u8).prop_map(|(who, name)| Op::Set(who, name)),
        3 => (0..12u8).prop_map(Op::Leave),
        1 => Just(Op::HalfLeave),
        1 => any::<bool>().prop_map(Op::SetFilter),
        1 => (0..12u8).prop_map(Op::Role),
        6 => fault.prop_map(Op::Import),
        2 => decision.prop_map(Op::Decide),
    ]
}

/// The world: the directory, and what is known of the agents.
#[derive(Default)]
struct World {
    directory: BTreeMap<u8, u8>,
    /// Ids by person, once given; they never change.
    ids: BTreeMap<u8, AgentId>,
    roles: BTreeMap<u8, Role>,
}

fn found(who: u8, name: u8) -> Person {
    Person { name: format!("Name {name}"), ..person(&format!("p{who:02}")) }
}

fn guid(who: u8) -> String {
    found(who, 0).guid.as_str().to_owned()
}

impl World {
    fn script(&self, fault: Fault) -> Script {
        let people: Vec<Person> = self.directory.iter().map(|(who, name)| found(*who, *name)).collect();
        let there = people.clone();
        let script = Script::new(Box::new(move |_, tell| {
            let people = people.clone();
            Box::pin(async move {
                let limit = match fault {
                    Fault::LostAfter(limit) | Fault::CutShortAfter(limit) => limit,
                    _ => people.len(),
                };
                for person in people.into_iter().take(limit) {
                    tell.send(Found::Person(person)).await.unwrap();
                }
                if matches!(fault, Fault::LostAfter(_)) { Err(lost()) } else { Ok(()) }
            })
        }));
        let script = script.but_again(move |guid| {
            let there = there.iter().find(|person| person.guid == *guid);
            let gone = Whereabouts::Outside(RemovalCause::Gone);
            Some(there.map_or(gone, |person| Whereabouts::Within(Found::Person(person.clone()))))
        });
        if fault == Fault::LostAgain { script.lost_again() } else { script }
    }
}

struct House {
    store: Option<Store>,
    folder: TempDir,
    key: SecretKey,
    local: AgentId,
}

impl House {
    async fn new() -> House {
        let mut house = House {
            store: None,
            folder: tempfile::tempdir().unwrap(),
            key: SecretKey::random(),
            local: AgentId(uuid::Uuid::nil()),
        };
        house.open().await;
        let root = NewLocalAgent {
            name: "Root".into(),
            email: Email::parse("root@example.com").unwrap(),
            phone: None,
            groups: BTreeSet::new(),
            role: Role::Administrator,
            password_hash: "hash".into(),
        };
        house.local = house.store().create_local_agent(root, Timestamp::now_utc()).await.unwrap().id;
        house.save(false).await;
        house
    }

    async fn open(&mut self) {
        self.store = None;
        let url = format!("sled:{}", self.folder.path().join("muster.sled").display());
        let store = storage::open(&url).await.unwrap();
        store.close_interrupted_runs(Timestamp::now_utc()).await.unwrap();
        self.store = Some(store);
    }

    fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    async fn save(&self, filter: bool) {
        let mut settings = settings(&self.key);
        settings.user_filter = filter.then(|| Filter::parse("(uid=*)").unwrap());
        match self.store().save_directory(DirectoryId::FIRST, &settings, None).await {
            Err(StorageError::NotFound) => drop(self.store().create_directory(&settings, None).await.unwrap()),
            saved => drop(saved.unwrap()),
        }
    }

    /// `None`: it crashed.
    async fn import(&mut self, script: Script, fault: Fault) -> Option<ImportRun> {
        let (wake, _) = mpsc::channel(1);
        let imports = Imports::new(self.store().clone(), self.key.clone(), wake, Duration::from_secs(900));
        let imports = Imports { directory: Arc::new(script), ..imports };
        let id = imports.request(DirectoryId::FIRST, StartedBy::Schedule, false).await.unwrap().id;
        let work = imports.work(CancellationToken::new());
        if let Fault::Crash(after) = fault {
            let _ = timeout(Duration::from_micros(after), work).await;
            drop(imports);
            self.open().await;
            return None;
        }
        work.await;
        self.store().run(id).await.unwrap()
    }

    async fn agents(&self) -> BTreeMap<String, Agent> {
        let mut agents = BTreeMap::new();
        for state in [None, Some(AgentState::Removed)] {
            let query = AgentQuery { state, from_ldap: Some(true), limit: 1_000, ..AgentQuery::default() };
            let page = self.store().list_agents(&query).await.unwrap();
            assert_eq!(page.total, page.items.len() as u64);
            for agent in page.items {
                let Source::Ldap { guid, .. } = &agent.source else { panic!("a local agent") };
                assert!(agents.insert(guid.as_str().to_owned(), agent.clone()).is_none(), "a person twice");
            }
        }
        agents
    }
}

/// What holds at any time.
async fn check_always(house: &House, world: &mut World, before: &BTreeMap<String, Agent>) {
    let agents = house.agents().await;
    for (who, person) in (0..12).map(|who| (who, guid(who))) {
        let Some(agent) = agents.get(&person) else {
            assert!(!world.ids.contains_key(&who), "p{who} is lost");
            continue;
        };
        assert_eq!(*world.ids.entry(who).or_insert(agent.id), agent.id, "p{who} is another agent");
        assert_eq!(agent.role, world.roles.get(&who).copied().unwrap_or(Role::Support), "an own choice is lost");
        let went = agent.removed.is_some() && before.get(&person).is_some_and(|agent| agent.removed.is_none());
        assert!(!went || !world.directory.contains_key(&who), "p{who} was removed and is in the directory");
        let found = house.store().agent_by_email(agent.email.as_str()).await.unwrap().map(|agent| agent.id);
        assert_eq!(found == Some(agent.id), agent.removed.is_none());
    }
    let root = house.store().agent_by_email("root@example.com").await.unwrap().unwrap();
    assert_eq!((root.id, root.version), (house.local, 1), "a local agent was touched");
}

/// What holds when an import has come to its end.
async fn check_completed(
    house: &House,
    world: &World,
    run: &ImportRun,
    before: &BTreeMap<String, Agent>,
    cut_short: bool,
) {
    let agents = house.agents().await;
    let standing = house.store().standing(DirectoryId::FIRST).await.unwrap();
    assert_eq!(run.state == RunState::Held, run.counts.held > 0);
    for (who, name) in &world.directory {
        let was_agent = before.get(&guid(*who)).is_some_and(|agent| agent.removed.is_none());
        if cut_short && !was_agent {
            // Nobody knew to ask for them.
            continue;
        }
        let agent = &agents[&guid(*who)];
        assert_eq!((agent.removed.is_none(), agent.name.as_str()), (true, format!("Name {name}").as_str()));
    }
    for agent in agents.values().filter(|agent| agent.removed.is_none()) {
        let Source::Ldap { guid: own, .. } = &agent.source else { continue };
        let is_there = world.directory.keys().any(|who| guid(*who) == own.as_str());
        let waits = standing.held.contains(&agent.id) || standing.kept.contains(&agent.id);
        assert!(is_there || waits, "{own} is gone from the directory and still an agent");
    }
    let c = run.counts;
    assert_eq!(c.added + c.updated + c.unchanged + c.restored + c.skipped, c.read);
    assert_eq!(standing.hold.as_ref().map(|hold| hold.count), (c.held > 0).then_some(c.held));
}

async fn decide(house: &House, kind: DecisionKind) {
    let Some(hold) = house.store().holds().await.unwrap().remove(&DirectoryId::FIRST) else { return };
    let (by, at) = (house.local, Timestamp::now_utc());
    match kind {
        DecisionKind::Keep => {
            // Not while an import waits that was asked to remove them.
            let is_late = hold.approved.is_some() && house.store().next_open_run().await.unwrap().is_some();
            let kept = house.store().keep_held(DirectoryId::FIRST, &hold.digest, by, at).await.unwrap();
            assert_eq!(kept.is_none(), is_late);
        }
        DecisionKind::Remove => {
            let run = house.store().approve_removals(DirectoryId::FIRST, &hold.digest, by, at).await.unwrap();
            assert!(run.is_some());
        }
    }
    assert_eq!(house.store().keep_held(DirectoryId::FIRST, "another list", by, at).await.unwrap(), None);
}

async fn live(ops: Vec<Op>) {
    let mut house = House::new().await;
    let mut world = World::default();
    for op in ops {
        let before = house.agents().await;
        match op {
            Op::Set(who, name) => drop(world.directory.insert(who, name)),
            Op::Leave(who) => drop(world.directory.remove(&who)),
            Op::HalfLeave => world.directory.retain(|who, _| who % 2 == 0),
            Op::SetFilter(on) => {
                house.save(on).await;
            }
            Op::Role(who) => {
                let Some(agent) = before.get(&guid(who)).filter(|agent| agent.removed.is_none()) else { continue };
                let edit = AgentEdit { role: Some(Role::Employee), ..AgentEdit::default() };
                house.store().edit_agent(agent.id, edit, None).await.unwrap();
                world.roles.insert(who, Role::Employee);
            }
            Op::Decide(kind) => decide(&house, kind).await,
            Op::Import(fault) => {
                let script = world.script(fault);
                if let Some(run) = house.import(script, fault).await {
                    match run.state {
                        RunState::Done | RunState::Held => {
                            let cut_short = matches!(fault, Fault::CutShortAfter(_));
                            check_completed(&house, &world, &run, &before, cut_short).await;
                        }
                        state => {
                            assert_eq!(state, RunState::Failed);
                            assert_eq!(house.agents().await, before, "a failed import changed someone");
                        }
                    }
                }
            }
        }
        check_always(&house, &mut world, &before).await;
    }
    // Whatever happened: once all are seen to and a decision is made, the agents are the directory.
    for _ in 0..2 {
        let script = world.script(Fault::None);
        house.import(script, Fault::None).await.unwrap();
        decide(&house, DecisionKind::Remove).await;
    }
    let run = house.import(world.script(Fault::None), Fault::None).await.unwrap();
    assert_eq!(run.state, RunState::Done);
    check_completed(&house, &world, &run, &BTreeMap::new(), false).await;
    let again = house.import(world.script(Fault::None), Fault::None).await.unwrap();
    let c = again.counts;
    assert_eq!([c.added, c.updated, c.removed, c.restored, c.held], [0; 5]);
}

#[test]
fn whatever_happens_the_agents_are_what_the_directory_and_the_administrators_say() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let cases = std::env::var("MUSTER_MODEL_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(op(), 1..40), |ops| {
        runtime.block_on(live(ops));
        Ok(())
    });
    outcome.unwrap();
}
