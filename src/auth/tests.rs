#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::door::{Door, Inside};
use super::*;
use crate::ldap::{Access, Objection, PasswordVerdict};
use crate::model::*;
use crate::monitor::Monitor;
use crate::secrets::SecretKey;
use crate::test_store::{TestStore, agent, person};
use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A directory where everyone's password is `right`; it notes what it was asked.
#[derive(Default)]
struct Script {
    people: Vec<Found>,
    /// Found by the attribute of before only.
    formerly: Option<(String, Person)>,
    unreachable: Option<ConnectionFailure>,
    /// Only the directory with this base.
    unreachable_base: Option<Dn>,
    /// What the directory says to the right password, where not that it is.
    objection: Option<Objection>,
    asked: Mutex<Vec<String>>,
    /// Finds people, and cuts the connection at their password.
    mute: bool,
    /// How long finding takes, and how many were at it at once.
    slow: Mutex<Option<Duration>>,
    open: AtomicUsize,
    most_open: AtomicUsize,
}

impl Script {
    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn note(&self, what: String) {
        self.asked.lock().unwrap().push(what);
    }
}

struct Scripted(Arc<Script>);

#[async_trait]
impl Door for Scripted {
    async fn open(&self, access: &Access) -> Result<Box<dyn Inside>, DirectoryProblem> {
        match &access.settings.base_dn {
            None => self.0.note("open".into()),
            Some(base) => self.0.note(format!("open {base}")),
        }
        let unreachable = self.0.unreachable.clone();
        match unreachable
            .filter(|_| self.0.unreachable_base.is_none() || self.0.unreachable_base == access.settings.base_dn)
        {
            Some(failure) => Err(DirectoryProblem { failure, details: None }),
            None => Ok(Box::new(Scripted(self.0.clone()))),
        }
    }
}

#[async_trait]
impl Inside for Scripted {
    async fn find_person(&mut self, attribute: Option<&str>, wanted: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        self.0.note("find".into());
        let slow = *self.0.slow.lock().unwrap();
        if let Some(slow) = slow {
            self.0.most_open.fetch_max(self.0.open.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
            tokio::time::sleep(slow).await;
            self.0.open.fetch_sub(1, Ordering::Relaxed);
        }
        if let Some(attribute) = attribute {
            let known = self.0.formerly.as_ref().filter(|(name, person)| name == attribute && person.guid == *wanted);
            return Ok(known.map(|(_, person)| Found::Person(person.clone())));
        }
        let has = |found: &&Found| match found {
            Found::Person(person) => person.guid == *wanted,
            Found::Unusable { guid, .. } => guid.as_ref() == Some(wanted),
        };
        Ok(self.0.people.iter().find(has).cloned())
    }

    async fn verify_password(
        &mut self,
        dn: &str,
        password: &SecretString,
    ) -> Result<PasswordVerdict, DirectoryProblem> {
        self.0.note(format!("bind {dn}"));
        if self.0.mute {
            let failure = ConnectionFailure::ConnectionLost { doing: "signing in".into() };
            return Err(DirectoryProblem { failure, details: None });
        }
        let right = password.expose_secret() == "right";
        Ok(match self.0.objection {
            _ if !right => PasswordVerdict::Refused { cause: None, why: None },
            Some(objection) => PasswordVerdict::Objected { objection, why: None },
            None => PasswordVerdict::Accepted,
        })
    }

    async fn close(self: Box<Self>) {}
}

fn caller() -> Caller {
    Caller { address: HERE, device: String::new() }
}

struct Scene {
    store: Arc<TestStore>,
    script: Arc<Script>,
    sign_in: SignIn,
    key: SecretKey,
}

impl Scene {
    fn new(script: Script) -> Scene {
        let key = SecretKey::random();
        let store = TestStore::configured(&key);
        let script = Arc::new(script);
        let sign_in = SignIn::through(Arc::new(Scripted(script.clone())), store.clone(), key.clone());
        Scene { store, script, sign_in, key }
    }

    /// A directory with Anna, who is an agent.
    fn with_anna() -> (Scene, AgentId) {
        let scene = Scene::new(Script { people: vec![Found::Person(person("anna"))], ..Script::default() });
        let id = scene.store.keep(agent("anna", None));
        (scene, id)
    }

    async fn attempt(&self, email: &str, password: &str) -> Result<Agent, SignInError> {
        self.sign_in.sign_in(email, &password.into(), &caller()).await
    }

    fn binds(&self) -> usize {
        self.script.asked().iter().filter(|asked| asked.starts_with("bind")).count()
    }

    async fn is_wrong(&self, email: &str, password: &str) {
        let answer = self.attempt(email, password).await;
        assert!(matches!(answer, Err(SignInError::Wrong)), "{answer:?}");
    }

    /// What whoever typed the right password reads.
    async fn is_objected(&self, email: &str, objection: Objection) -> String {
        match self.attempt(email, "right").await {
            Err(error @ SignInError::Objected(met)) if met == objection => error.to_string(),
            answer => panic!("{answer:?}"),
        }
    }

    async fn is_unreachable(&self, email: &str) {
        let answer = self.attempt(email, "right").await;
        assert!(matches!(answer, Err(SignInError::DirectoryUnreachable)), "{answer:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_ldap_agent_comes_in_with_exactly_one_bind() {
    let (scene, id) = Scene::with_anna();
    let agent = scene.attempt(" Anna@Example.com ", "right").await.unwrap();
    assert_eq!(agent.id, id);
    assert!(agent.last_sign_in_at.is_some());
    assert_eq!(scene.script.asked(), ["open", "find", "bind cn=anna,dc=x"]);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_is_one_bind_and_no_sign_in() {
    let (scene, id) = Scene::with_anna();
    scene.is_wrong("anna@example.com", "wrong").await;
    assert_eq!(scene.script.asked().len(), 3);
    assert!(scene.store.lock().agents[&id].last_sign_in_at.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_empty_password_never_reaches_the_directory() {
    let (scene, _) = Scene::with_anna();
    scene.is_wrong("anna@example.com", "").await;
    assert!(scene.script.asked().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_unknown_email_costs_a_look_up_and_no_bind() {
    let (scene, _) = Scene::with_anna();
    scene.is_wrong("nobody@example.com", "right").await;
    assert_eq!(scene.script.asked(), ["open", "find"]);
}

#[tokio::test(start_paused = true)]
async fn whoever_may_not_sign_in_is_looked_up_as_nobody() {
    let (scene, id) = Scene::with_anna();
    scene.store.lock().agents.get_mut(&id).unwrap().blocked = true;
    scene.is_wrong("anna@example.com", "right").await;
    assert_eq!(scene.script.asked(), ["open", "find"]);
}

#[tokio::test(start_paused = true)]
async fn what_the_directory_says_now_decides_and_only_the_right_password_learns_of_it() {
    for (state, objection) in
        [(DirectoryState::Disabled, Objection::Disabled), (DirectoryState::Expired, Objection::AccountExpired)]
    {
        for known in [DirectoryState::Enabled, state] {
            let found = Found::Person(Person { state, ..person("anna") });
            let scene = Scene::new(Script { people: vec![found], ..Script::default() });
            scene.store.keep(Agent { directory_state: known, ..agent("anna", None) });
            scene.is_wrong("anna@example.com", "wrong").await;
            scene.is_objected("anna@example.com", objection).await;
            assert_eq!(scene.script.asked().iter().filter(|asked| asked.starts_with("bind")).count(), 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_has_run_out_and_a_password_that_was_changed_do_not_keep_anybody_out() {
    for state in [DirectoryState::Locked, DirectoryState::MustChange] {
        let found = Found::Person(Person { state, ..person("anna") });
        let scene = Scene::new(Script { people: vec![found], ..Script::default() });
        scene.store.keep(Agent { directory_state: state, ..agent("anna", None) });
        assert!(scene.attempt("anna@example.com", "right").await.is_ok(), "{state:?}");
        assert_eq!(scene.script.asked(), ["open", "find", "bind cn=anna,dc=x"]);
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_must_change_the_password_is_told_so_and_is_not_let_in() {
    for objection in [Objection::MustChange, Objection::PasswordExpired] {
        let script =
            Script { people: vec![Found::Person(person("anna"))], objection: Some(objection), ..Script::default() };
        let scene = Scene::new(script);
        let id = scene.store.keep(agent("anna", None));
        scene.is_wrong("anna@example.com", "wrong").await;
        let told = scene.is_objected("anna@example.com", objection).await;
        assert!(told.ends_with("Change it in your company's own way, then sign in here."), "{told}");
        assert!(scene.store.lock().agents[&id].last_sign_in_at.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn an_account_that_was_switched_on_again_waits_for_the_import_that_learns_it() {
    let (scene, id) = Scene::with_anna();
    scene.store.lock().agents.get_mut(&id).unwrap().directory_state = DirectoryState::Disabled;
    scene.is_wrong("anna@example.com", "right").await;
}

#[tokio::test(start_paused = true)]
async fn whoever_left_the_directory_does_not_come_in() {
    let scene = Scene::new(Script::default());
    scene.store.keep(agent("anna", None));
    scene.is_wrong("anna@example.com", "right").await;
}

#[tokio::test(start_paused = true)]
async fn an_unreachable_directory_reads_alike_for_every_email_but_local_ones() {
    let failure = ConnectionFailure::UnknownHost { host: "ldap.example.com".into() };
    let scene = Scene::new(Script { unreachable: Some(failure), ..Script::default() });
    scene.store.keep(agent("anna", None));
    scene.store.keep(Agent { blocked: true, ..agent("blocked", None) });
    for email in ["anna@example.com", "blocked@example.com", "nobody@example.com"] {
        scene.is_unreachable(email).await;
    }
    let hash = local_password::hash(&"right password".into()).await.unwrap();
    scene.store.keep(agent("local", Some(&hash)));
    assert!(scene.attempt("local@example.com", "right password").await.is_ok());
    scene.is_wrong("local@example.com", "wrong password").await;
}

#[tokio::test(start_paused = true)]
async fn a_blocked_local_agent_does_not_come_in() {
    let scene = Scene::new(Script::default());
    let hash = local_password::hash(&"right password".into()).await.unwrap();
    scene.store.keep(Agent { blocked: true, ..agent("local", Some(&hash)) });
    scene.is_wrong("local@example.com", "right password").await;
    assert!(scene.script.asked().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_password_that_was_changed_while_it_was_verified_lets_nobody_in() {
    let scene = Scene::new(Script::default());
    let judged = agent("local", Some("the hash of before"));
    scene.store.keep(Agent { password_hash: Some("the hash of now".into()), ..judged.clone() });
    let answer = scene.sign_in.let_in(&judged).await;
    assert!(matches!(answer, Err(SignInError::Wrong)), "{answer:?}");
    scene.store.keep(judged.clone());
    assert!(scene.sign_in.let_in(&judged).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn without_settings_or_with_them_off_ldap_agents_do_not_come_in() {
    let (scene, _) = Scene::with_anna();
    scene.store.lock().settings.as_mut().unwrap().enabled = false;
    scene.is_wrong("anna@example.com", "right").await;
    scene.store.lock().settings = None;
    scene.is_wrong("anna@example.com", "right").await;
    scene.is_wrong("nobody@example.com", "right").await;
    assert!(scene.script.asked().is_empty());
}

#[tokio::test(start_paused = true)]
async fn guessing_is_stopped_before_the_directory_locks_the_account() {
    let (scene, _) = Scene::with_anna();
    for _ in 0..2 {
        scene.is_wrong("anna@example.com", "wrong").await;
    }
    let answer = scene.attempt("ANNA@example.com", "right").await;
    let Err(SignInError::Throttled { retry_after }) = answer else { panic!("{answer:?}") };
    assert!(retry_after > Duration::from_secs(30 * 60), "{retry_after:?}");
    assert_eq!(answer.unwrap_err().to_string(), "Too many attempts. Try again in 32 minutes.");
    assert_eq!(scene.binds(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_stranger_does_not_keep_anybody_out_of_a_browser_in_which_they_were_before() {
    let (scene, _) = Scene::with_anna();
    let anna = scene.attempt("anna@example.com", "right").await.unwrap();
    let mine = Caller { device: scene.sign_in.remember(&anna, &caller()), ..caller() };
    let from = async |caller: &Caller, email: &str, password: &str| {
        scene.sign_in.sign_in(email, &password.into(), caller).await
    };
    while !matches!(from(&caller(), "anna@example.com", "guess").await, Err(SignInError::Throttled { .. })) {}
    from(&mine, "anna@example.com", "right").await.unwrap();
    // It is good for this account only, and for one more guess of whoever has it.
    while !matches!(from(&caller(), "bert@example.com", "guess").await, Err(SignInError::Throttled { .. })) {}
    let berts = from(&mine, "bert@example.com", "guess").await;
    assert!(matches!(berts, Err(SignInError::Throttled { .. })), "{berts:?}");
    scene.sign_in.forget_devices(anna.id).await.unwrap();
    while !matches!(from(&caller(), "anna@example.com", "guess").await, Err(SignInError::Throttled { .. })) {}
    let forgotten = from(&mine, "anna@example.com", "right").await;
    assert!(matches!(forgotten, Err(SignInError::Throttled { .. })), "{forgotten:?}");
}

#[tokio::test(start_paused = true)]
async fn every_failure_is_answered_at_the_same_time_and_an_objection_at_once() {
    let (scene, _) = Scene::with_anna();
    scene.store.keep(Agent { blocked: true, ..agent("blocked", None) });
    let time = async |email: &str, password: &str| {
        let began = tokio::time::Instant::now();
        scene.is_wrong(email, password).await;
        began.elapsed()
    };
    // The clock stands still but for the wait itself.
    let usual = time("nobody@example.com", "x").await;
    assert!(usual >= Duration::from_millis(250) && usual < Duration::from_millis(260), "{usual:?}");
    for (email, password) in [("anna@example.com", "wrong"), ("blocked@example.com", "right"), ("anna@example.com", "")]
    {
        let took = time(email, password).await;
        assert!(took.abs_diff(usual) < Duration::from_millis(10), "{email}: {took:?}");
    }
    let script = Script {
        people: vec![Found::Person(person("anna"))],
        objection: Some(Objection::MustChange),
        ..Script::default()
    };
    let scene = Scene::new(script);
    scene.store.keep(agent("anna", None));
    let began = tokio::time::Instant::now();
    scene.is_objected("anna@example.com", Objection::MustChange).await;
    assert!(began.elapsed() < Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn an_outage_of_the_directory_makes_nobody_wait_after_it() {
    let failure = ConnectionFailure::UnknownHost { host: "ldap.example.com".into() };
    let scene = Scene::new(Script { unreachable: Some(failure), ..Script::default() });
    let id = scene.store.keep(agent("anna", None));
    for _ in 0..12 {
        scene.is_unreachable("anna@example.com").await;
        scene.is_unreachable("nobody@example.com").await;
    }
    let anna = scene.store.lock().agents[&id].clone();
    assert_eq!(scene.sign_in.waiting(&anna).await.unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn a_directory_that_cannot_judge_passwords_is_unreachable_for_nobody_too() {
    let script = Script { people: vec![Found::Person(person("anna"))], mute: true, ..Script::default() };
    let scene = Scene::new(script);
    let id = scene.store.keep(agent("anna", None));
    scene.is_unreachable("anna@example.com").await;
    scene.is_unreachable("nobody@example.com").await;
    let anna = scene.store.lock().agents[&id].clone();
    let waiting = scene.sign_in.waiting(&anna).await.unwrap().unwrap();
    assert_eq!(waiting.failures, 1, "the directory may have judged it");
    tokio::time::advance(Duration::from_secs(61)).await;
    scene.is_wrong("nobody@example.com", "x").await;
}

#[tokio::test(start_paused = true)]
async fn so_many_talk_to_the_directory_at_once_and_beyond_the_queue_nobody_is_taken_on() {
    let (scene, _) = Scene::with_anna();
    *scene.script.slow.lock().unwrap() = Some(Duration::from_secs(20));
    let scene = Arc::new(scene);
    let all = (0..400_u32).map(|n| {
        let scene = scene.clone();
        tokio::spawn(async move {
            let caller = Caller { address: IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + n)), ..caller() };
            scene.sign_in.sign_in(&format!("{n}@example.com"), &"x".into(), &caller).await
        })
    });
    let answers: Vec<_> = futures::future::join_all(all).await.into_iter().map(Result::unwrap).collect();
    let busy = answers.iter().filter(|answer| matches!(answer, Err(SignInError::Busy))).count();
    assert_eq!(busy, 400 - 16, "a place is free after 20 seconds, and nobody waits for longer than 10");
    assert_eq!(scene.script.most_open.load(Ordering::Relaxed), 16);
}

#[tokio::test(start_paused = true)]
async fn when_attempts_cannot_be_counted_nobody_may_try() {
    let (scene, _) = Scene::with_anna();
    scene.store.lock().loses_count = true;
    let answer = scene.attempt("anna@example.com", "right").await;
    assert!(matches!(answer, Err(SignInError::Storage(_))), "{answer:?}");
    assert!(scene.script.asked().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refused_service_account_is_not_hammered() {
    let scene = Scene::new(Script { unreachable: Some(ConnectionFailure::WrongCredentials), ..Script::default() });
    let monitor = Monitor::new(scene.store.clone(), scene.key.clone());
    let scene = Scene { sign_in: scene.sign_in.with_monitor(monitor.clone()), ..scene };
    for _ in 0..3 {
        scene.is_unreachable("nobody@example.com").await;
    }
    assert_eq!(scene.script.asked(), ["open"]);
    assert!(monitor.bind_suspended(DirectoryId::FIRST));
}

#[tokio::test(start_paused = true)]
async fn between_a_change_of_the_guid_attribute_and_the_next_import_agents_come_in_by_the_former_one() {
    let formerly = Some(("employeenumber".to_owned(), person("anna")));
    // Whoever has the same text in the present attribute is somebody else.
    let other = Person { dn: "cn=other,dc=x".into(), ..person("anna") };
    let scene = Scene::new(Script { formerly, people: vec![Found::Person(other)], ..Script::default() });
    let mut anna = agent("anna", None);
    let id = anna.id;
    anna.guid_attribute = Some("employeenumber".into());
    scene.store.keep(anna);
    assert_eq!(scene.attempt("anna@example.com", "right").await.unwrap().id, id);
    assert!(scene.script.asked().iter().all(|asked| !asked.contains("cn=other")), "{:?}", scene.script.asked());
    scene.is_wrong("anna@example.com", "wrong").await;
}

const SECOND: DirectoryId = DirectoryId(2);

impl Scene {
    /// A second directory, with Berta, and the first with Anna.
    fn of_two(script: Script) -> Scene {
        let people = ["anna", "berta"].map(|name| Found::Person(person(name))).into();
        let scene = Scene::new(Script { people, ..script });
        let mut data = scene.store.lock();
        let second = LdapSettings { base_dn: Dn::parse("dc=second").ok(), ..crate::test_store::settings(&scene.key) };
        data.others.insert(SECOND, second);
        drop(data);
        scene.store.keep(agent("anna", None));
        scene.store.keep(Agent { directory: SECOND, ..agent("berta", None) });
        scene
    }
}

fn second_is_away() -> Script {
    let failure = ConnectionFailure::UnknownHost { host: "ldap.example.com".into() };
    Script { unreachable: Some(failure), unreachable_base: Dn::parse("dc=second").ok(), ..Script::default() }
}

#[tokio::test(start_paused = true)]
async fn of_several_directories_an_agents_own_one_is_asked() {
    let scene = Scene::of_two(Script::default());
    scene.attempt("anna@example.com", "right").await.unwrap();
    scene.attempt("berta@example.com", "right").await.unwrap();
    let asked = scene.script.asked();
    assert_eq!(asked, ["open", "find", "bind cn=anna,dc=x", "open dc=second", "find", "bind cn=berta,dc=x"]);
}

#[tokio::test(start_paused = true)]
async fn while_one_directory_is_away_the_agents_of_the_other_come_in() {
    let scene = Scene::of_two(second_is_away());
    scene.is_unreachable("berta@example.com").await;
    scene.attempt("anna@example.com", "right").await.unwrap();
    scene.is_wrong("anna@example.com", "wrong").await;
}

#[tokio::test(start_paused = true)]
async fn an_unknown_email_reads_as_an_agent_of_one_directory_and_always_of_the_same() {
    let scene = Scene::of_two(second_is_away());
    let mut unreachable = 0;
    for number in 0..24 {
        // Twice: the throttle lets five through, and the address has thirty.
        let email = format!("nobody{number}@example.com");
        let first = scene.attempt(&email, "right").await;
        match first {
            Err(SignInError::DirectoryUnreachable) => unreachable += 1,
            Err(SignInError::Wrong) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!((3..=21).contains(&unreachable), "{unreachable} of 24 read as of the second");
    let asked = async |scene: &Scene| {
        let before = scene.script.asked().len();
        let _ = scene.attempt("somebody@example.com", "right").await;
        scene.script.asked()[before].clone()
    };
    assert_eq!(asked(&scene).await, asked(&scene).await);
    assert!(!scene.script.asked().iter().any(|asked| asked.starts_with("bind")));
}

#[tokio::test(start_paused = true)]
async fn an_agent_of_a_directory_that_is_off_or_gone_comes_in_by_no_other() {
    let scene = Scene::of_two(Script::default());
    scene.store.lock().others.get_mut(&SECOND).unwrap().enabled = false;
    scene.is_wrong("berta@example.com", "right").await;
    scene.store.lock().others.clear();
    scene.is_wrong("berta@example.com", "right").await;
    assert_eq!(scene.script.asked(), ["open", "find", "open", "find"], "as for nobody");
}

#[tokio::test(start_paused = true)]
async fn a_refused_service_account_of_one_directory_stops_no_sign_in_of_the_other() {
    let script = Script { unreachable: Some(ConnectionFailure::WrongCredentials), ..second_is_away() };
    let scene = Scene::of_two(script);
    let monitor = Monitor::new(scene.store.clone(), scene.key.clone());
    let scene = Scene { sign_in: scene.sign_in.with_monitor(monitor.clone()), ..scene };
    scene.is_unreachable("berta@example.com").await;
    assert!(monitor.bind_suspended(SECOND) && !monitor.bind_suspended(DirectoryId::FIRST));
    scene.attempt("anna@example.com", "right").await.unwrap();
}
