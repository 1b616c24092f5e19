//! `kill -9` of real imports, at moments spread over the whole run: whatever is there afterwards is
//! what whole batches of some import have left, and the next import goes on from it.

use crate::office::{Office, Versions};
use crate::support::process::Guarded;
use muster::model::*;
use muster::storage::*;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// People at first; a few come every round.
const PEOPLE: usize = 800;
const NEWCOMERS: usize = 3;
/// So many percent of the people are away in a round. Few enough for no import to hold removals.
const AWAY: usize = 8;
/// So many percent change their name, email and phone.
const CHANGED: usize = 70;
/// Rounds with a kill before one without.
const KILLS_A_STAGE: usize = 4;
/// How long an import that is not killed may take.
const IMPORT: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_import_leaves_whole_batches_and_the_next_one_goes_on() {
    kill_imports(20).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "several minutes"]
async fn two_hundred_killed_imports_leave_whole_batches() {
    kill_imports(200).await;
}

async fn kill_imports(kills: usize) {
    let seed = std::env::var("MUSTER_TEST_SEED").ok().map_or_else(rand::random, |seed| seed.parse().unwrap());
    let _on_failure = Said(format!("repeat it with MUSTER_TEST_SEED={seed}"));
    let mut story = Story::begin(seed).await;
    let times = story.times_of_an_import().await;
    let (mut hit, mut applying) = (0, 0);
    for kill in 0..kills {
        story.next_round();
        // By turns: anywhere, and in the part in which it writes.
        let span = [Span::Whole, Span::AfterQuestion][kill % 2];
        hit += usize::from(story.import_killed(span, &times).await);
        applying += usize::from(story.check().await);
        if kill % KILLS_A_STAGE == KILLS_A_STAGE - 1 {
            story.next_round();
            story.import_to_its_end().await;
        }
    }
    println!(
        "killed imports: {kills} tried ({times:?}), {hit} ended by the kill, {applying} of them while applying, \
         {kills} held the invariant (seed {seed})"
    );
}

/// The part of an import in which a kill falls. It ends with the import.
#[derive(Clone, Copy)]
enum Span {
    Whole,
    /// From when the directory was asked for everyone.
    AfterQuestion,
}

/// How long an import takes that is left alone, and which part of it is after the question.
#[derive(Debug)]
struct Times {
    whole: Duration,
    after_question: Duration,
}

/// Says something when the test fails.
struct Said(String);

impl Drop for Said {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.0);
        }
    }
}

/// What the directory has held, round by round, and what the panel has acknowledged.
struct Story {
    office: Office,
    /// When the directory was asked for everyone.
    asked: watch::Receiver<Instant>,
    dice: StdRng,
    /// The present version of every person there ever was, by uid.
    people: BTreeMap<String, u64>,
    /// What the directory holds in this round.
    here: Versions,
    /// What it held in each round that an import began in.
    rounds: HashMap<RunId, Versions>,
    /// The newest run that an earlier round knows.
    last_run: RunId,
    /// What the last completed import brought, and the lines of its report.
    acknowledged: Versions,
    completed: Option<(RunId, u64)>,
    /// Who has which id: it never changes.
    ids: HashMap<String, AgentId>,
}

impl Story {
    async fn begin(seed: u64) -> Story {
        let people = (0..PEOPLE).map(|n| (format!("u{n:04}"), 0)).collect();
        let (tell, asked) = watch::channel(Instant::now());
        Story {
            office: Office::with(None, move |_| tell.send(Instant::now()).unwrap()).await,
            asked,
            dice: StdRng::seed_from_u64(seed),
            people,
            here: Versions::new(),
            rounds: HashMap::new(),
            last_run: RunId(0),
            acknowledged: Versions::new(),
            completed: None,
            ids: HashMap::new(),
        }
    }

    /// Some leave, some come back, some change, some are new.
    fn next_round(&mut self) {
        for version in self.people.values_mut() {
            *version += u64::from(self.dice.random_range(0..100) < CHANGED);
        }
        for _ in 0..NEWCOMERS {
            self.people.insert(format!("u{:04}", self.people.len()), 0);
        }
        let mut here: Vec<(String, u64)> = self.people.clone().into_iter().collect();
        for _ in 0..here.len() * AWAY / 100 {
            here.swap_remove(self.dice.random_range(0..here.len()));
        }
        self.office.hold(&here);
        self.here = here.into_iter().collect();
    }

    /// Of the second one: the first adds everyone.
    async fn times_of_an_import(&mut self) -> Times {
        self.next_round();
        self.import_to_its_end().await;
        self.next_round();
        self.import_to_its_end().await
    }

    /// Answers how long it took.
    async fn import_to_its_end(&mut self) -> Times {
        let began = Instant::now();
        let status = self.office.import().ended(IMPORT).await;
        let took = Times { whole: began.elapsed(), after_question: self.asked.borrow().elapsed() };
        assert!(status.success(), "an import that was left alone after {took:?}: {status}");
        assert!(!self.check().await);
        let store = self.office.store().await;
        let agents = of(&store).await;
        let present = agents.iter().filter(|agent| !agent.removed);
        assert_eq!(present.map(version_of).collect::<Versions>(), self.here, "it does not hold the directory");
        let lines = report_of(&store, self.last_run).await.len() as u64;
        self.completed = Some((self.last_run, lines));
        self.acknowledged = self.here.clone();
        took
    }

    /// Answers whether the kill came before its end.
    async fn import_killed(&mut self, span: Span, times: &Times) -> bool {
        let share = self.dice.random::<f64>();
        self.asked.mark_unchanged();
        let mut import: Guarded = self.office.import();
        match span {
            Span::Whole => sleep(times.whole.mul_f64(share)).await,
            Span::AfterQuestion => {
                timeout(IMPORT, self.asked.changed()).await.expect("it asks the directory").unwrap();
                sleep(times.after_question.mul_f64(share)).await;
            }
        }
        let running = import.0.try_wait().unwrap().is_none();
        import.0.kill().unwrap();
        import.0.wait().unwrap();
        running
    }

    /// Everything that must be so at any moment. Answers whether a run was left open while applying.
    async fn check(&mut self) -> bool {
        let store = self.office.store().await;
        let runs = store.runs(&RunQuery { limit: 1_000, ..RunQuery::default() }).await.unwrap().items;
        let agents = of(&store).await;
        for run in runs.iter().filter(|run| run.id > self.last_run) {
            self.rounds.insert(run.id, self.here.clone());
        }
        self.last_run = runs.iter().map(|run| run.id).max().unwrap_or(RunId(0));
        self.check_people(&agents);
        self.check_removals(&store, &agents).await;
        self.check_acknowledged(&store, &agents).await;
        check_indexes(&store, &agents).await;
        check_report(&store, self.last_run, &agents).await;
        runs.iter().any(|run| run.is_open() && run.phase == Phase::Applying)
    }

    /// Each is as some round's directory had them, whole, and has the id they always had.
    fn check_people(&mut self, agents: &[LdapAgent]) {
        let mut seen = BTreeSet::new();
        for agent in agents {
            let (uid, version) = version_of(agent);
            assert!(version <= self.people[&uid], "{agent:?}");
            assert!(seen.insert(uid.clone()), "{uid} is there twice");
            assert_eq!(*self.ids.entry(uid).or_insert(agent.id), agent.id);
        }
    }

    /// Nobody is removed by an import in whose directory they were.
    async fn check_removals(&self, store: &Store, agents: &[LdapAgent]) {
        for agent in agents.iter().filter(|agent| agent.removed) {
            let removal = store.agent(agent.id).await.unwrap().unwrap().removed.unwrap();
            let (uid, _) = version_of(agent);
            let directory = self.rounds.get(&removal.run).expect("an import that there was");
            assert!(!directory.contains_key(&uid), "{uid} was removed and is there");
        }
    }

    /// What a completed import brought is there, as it was or newer, and so is its report.
    async fn check_acknowledged(&self, store: &Store, agents: &[LdapAgent]) {
        let known: Versions = agents.iter().map(version_of).collect();
        for (uid, version) in &self.acknowledged {
            assert!(known.get(uid).is_some_and(|now| now >= version), "{uid} was there in version {version}");
        }
        let Some((run, lines)) = self.completed else { return };
        assert_eq!(store.run(run).await.unwrap().unwrap().state, RunState::Done);
        assert_eq!(report_of(store, run).await.len() as u64, lines);
    }
}

/// All LDAP agents, removed ones included.
async fn of(store: &Store) -> Vec<LdapAgent> {
    store.ldap_agents(DirectoryId::FIRST, None, usize::MAX).await.unwrap()
}

/// Which version of whom this is; every field must say the same.
fn version_of(agent: &LdapAgent) -> (String, u64) {
    let (uid, version) = Office::version_in(agent.email.as_str());
    assert_eq!(agent.name, Office::name_of(&uid, version), "half old, half new: {agent:?}");
    assert_eq!(agent.phone, Some(Office::phone_of(&uid, version)), "half old, half new: {agent:?}");
    assert!(agent.dn.starts_with(&format!("uid={uid},")), "{agent:?}");
    (uid, version)
}

/// Counts, lists and addresses agree with the records.
async fn check_indexes(store: &Store, agents: &[LdapAgent]) {
    let present: BTreeSet<AgentId> = agents.iter().filter(|agent| !agent.removed).map(|agent| agent.id).collect();
    assert_eq!(store.agent_counts().await.unwrap().from_ldap, present.len() as u64);
    let mut query = AgentQuery { from_ldap: Some(true), limit: 1_000, ..AgentQuery::default() };
    let mut listed = BTreeSet::new();
    loop {
        let page = store.list_agents(&query).await.unwrap();
        assert_eq!(page.total, present.len() as u64);
        listed.extend(page.items.iter().map(|agent| agent.id));
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    assert_eq!(listed, present);
    for agent in agents.iter().filter(|agent| !agent.removed) {
        let found = store.agent_by_email(agent.email.as_str()).await.unwrap();
        assert_eq!(found.map(|found| found.id), Some(agent.id), "{}", agent.email.as_str());
    }
}

/// Whom a run has written to: exactly those in its report, in the way the report says.
async fn check_report(store: &Store, run: RunId, agents: &[LdapAgent]) {
    let (mut removed, mut changed) = (BTreeSet::new(), BTreeSet::new());
    for agent in agents {
        let agent = store.agent(agent.id).await.unwrap().unwrap();
        if agent.removed.is_some_and(|removal| removal.run == run) {
            removed.insert(agent.id);
        }
        if agent.directory_changed.is_some_and(|(_, by)| by == run) {
            changed.insert(agent.id);
        }
    }
    let report = report_of(store, run).await;
    let told = |is_removal: bool| -> Vec<AgentId> {
        let lines = report.iter().filter(|line| (line.kind == ChangeKind::Removed) == is_removal);
        let mut ids: Vec<AgentId> = lines.map(|line| line.agent.expect("nobody is skipped here")).collect();
        ids.sort();
        ids
    };
    assert_eq!(told(true), removed.into_iter().collect::<Vec<_>>(), "removals of run {run}");
    assert_eq!(told(false), changed.into_iter().collect::<Vec<_>>(), "changes of run {run}");
}

async fn report_of(store: &Store, run: RunId) -> Vec<AgentChange> {
    let mut query = ChangeQuery { limit: 1_000, ..ChangeQuery::default() };
    let mut lines = Vec::new();
    loop {
        let page = store.changes(run, &query).await.unwrap();
        lines.extend(page.items);
        query.after = page.next;
        if query.after.is_none() {
            assert_eq!(lines.len() as u64, page.total);
            return lines;
        }
    }
}
