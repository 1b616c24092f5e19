//! A panel's store with agents in it, and what must hold after any import.

use crate::support::openldap::{BIND_DN, BIND_PASSWORD};
use crate::support::proxy::Proxy;
use muster::import::Imports;
use muster::ldap::Deadlines;
use muster::model::*;
use muster::monitor::BIND_PASSWORD_PLACE;
use muster::secrets::SecretKey;
use muster::storage::{self, AgentQuery, ChangeQuery, LdapAgent, Store};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// No import of these tests may take longer, however slow the machine.
const BOUND: Duration = Duration::from_secs(60);

/// A store on a disk, a local administrator, and everyone of a healthy directory as agents. Every
/// import goes through one door, so the settings never change; where it leads does.
pub(crate) struct House {
    pub(crate) store: Store,
    pub(crate) door: Proxy,
    pub(crate) deadlines: Deadlines,
    key: SecretKey,
    healthy: u16,
    administrator: Agent,
    agents: Vec<LdapAgent>,
    _folder: TempDir,
}

/// One second for each answer.
pub(crate) fn hasty() -> Deadlines {
    let second = Duration::from_secs(1);
    Deadlines { encrypt: second, bind: second, page: second, ..Deadlines::default() }
}

impl House {
    /// With the people of the healthy directory at this port.
    pub(crate) async fn of(healthy: u16) -> House {
        House::with(healthy, |_| {}).await
    }

    /// The same after a change of the settings.
    pub(crate) async fn with(healthy: u16, change: impl FnOnce(&mut LdapSettings)) -> House {
        let folder = tempfile::tempdir().unwrap();
        let store = storage::open(&format!("sled:{}", folder.path().join("muster.sled").display())).await.unwrap();
        let (key, door) = (SecretKey::random(), Proxy::to(healthy).await);
        let mut settings = settings(door.port, &key);
        change(&mut settings);
        store.create_directory(&settings, None).await.unwrap();
        let administrator = store.create_first_administrator(administrator(), Timestamp::now_utc()).await.unwrap();
        let (deadlines, agents) = (Deadlines::default(), Vec::new());
        let mut house = House { store, door, deadlines, key, healthy, administrator, agents, _folder: folder };
        let run = house.import().await;
        house.agents = house.ldap_agents().await;
        assert_eq!((run.state, run.counts.skipped), (RunState::Done, 0), "{run:?}");
        assert_eq!(run.counts.added, house.agents.len() as u64, "{run:?}");
        house
    }

    pub(crate) fn size(&self) -> u64 {
        self.agents.len() as u64
    }

    /// The agent that was made of this person.
    pub(crate) fn agent(&self, uid: &str) -> &LdapAgent {
        self.agents.iter().find(|agent| agent.dn.starts_with(&format!("uid={uid},"))).unwrap()
    }

    /// An import from this server, which may do anything: the run, after all that must hold.
    pub(crate) async fn withstand(&self, port: u16) -> ImportRun {
        self.door.lead_to(port);
        let run = self.import().await;
        assert_ended_in_words(&run);
        let agents = self.ldap_agents().await;
        if run.state == RunState::Failed {
            assert_eq!(agents, self.agents, "a failed import changes nothing: {run:?}");
        }
        let who = |agents: &[LdapAgent]| agents.iter().map(|a| (a.id, a.guid.clone(), a.removed)).collect::<Vec<_>>();
        assert_eq!(who(&agents), who(&self.agents), "{run:?}");
        self.assert_listed().await;
        run
    }

    /// An import that must fail: what it says, details included.
    pub(crate) async fn withstand_failing(&self, port: u16, what: &str) -> String {
        let run = self.withstand(port).await;
        assert_eq!(run.state, RunState::Failed, "{what}: {run:?}");
        format!("{} {}", run.error.unwrap_or_default(), run.details.unwrap_or_default())
    }

    /// An import from this server, as it is; what comes of it is for the test to look at.
    pub(crate) async fn import_from(&self, port: u16) -> ImportRun {
        self.door.lead_to(port);
        self.import().await
    }

    /// The healthy server again: everything is as it was before.
    pub(crate) async fn recover(&self) -> ImportRun {
        self.door.lead_to(self.healthy);
        let run = self.import().await;
        let counts = run.counts;
        assert_eq!(run.state, RunState::Done, "{run:?}");
        assert_eq!((counts.added, counts.removed, counts.restored, counts.skipped), (0, 0, 0, 0), "{run:?}");
        assert_eq!(counts.unchanged + counts.updated, self.size(), "{run:?}");
        assert_eq!(self.ldap_agents().await, self.agents);
        run
    }

    /// The same, and there was nothing to mend.
    pub(crate) async fn find_unchanged(&self) {
        let run = self.recover().await;
        assert_eq!(run.counts.unchanged, self.size(), "{run:?}");
    }

    /// The whole report of a run.
    pub(crate) async fn report(&self, run: &ImportRun) -> Vec<AgentChange> {
        self.store.changes(run.id, &ChangeQuery { limit: 1000, ..ChangeQuery::default() }).await.unwrap().items
    }

    async fn import(&self) -> ImportRun {
        let (wake, _woken) = mpsc::channel(1);
        let imports = Imports::new(self.store.clone(), self.key.clone(), wake, Duration::from_secs(900))
            .with_deadlines(self.deadlines);
        let run = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap();
        let work = Box::pin(imports.work(CancellationToken::new()));
        tokio::time::timeout(BOUND, work).await.expect("an import should end in bounded time");
        let run = self.store.run(run.id).await.unwrap().unwrap();
        assert!(!run.is_open(), "{run:?}");
        run
    }

    async fn ldap_agents(&self) -> Vec<LdapAgent> {
        self.store.ldap_agents(DirectoryId::FIRST, None, 10_000).await.unwrap()
    }

    /// Everyone is in the list of agents, and the administrator is as before.
    async fn assert_listed(&self) {
        let query = AgentQuery { limit: 1000, ..AgentQuery::default() };
        let listed = self.store.list_agents(&query).await.unwrap();
        assert_eq!(listed.total, self.size() + 1);
        let administrator = listed.items.into_iter().find(|agent| agent.id == self.administrator.id);
        assert_eq!(administrator.as_ref(), Some(&self.administrator));
    }
}

/// For what asks a server without a store.
pub(crate) fn settings_for(port: u16) -> LdapSettings {
    settings(port, &SecretKey::random())
}

fn settings(port: u16, key: &SecretKey) -> LdapSettings {
    LdapSettings {
        port: Some(port),
        ..LdapSettings::new(
            HostList::parse("127.0.0.1").unwrap().0,
            BIND_DN,
            key.seal(BIND_PASSWORD_PLACE, &BIND_PASSWORD.into()),
            GroupId(1),
        )
    }
}

/// Somebody whom no import may touch.
fn administrator() -> NewLocalAgent {
    NewLocalAgent {
        name: "Local Administrator".into(),
        email: Email::parse("admin@example.test").unwrap(),
        phone: Some("1".into()),
        groups: [GroupId(1)].into(),
        role: Role::Administrator,
        password_hash: "none".into(),
    }
}

fn assert_ended_in_words(run: &ImportRun) {
    assert!(matches!(run.state, RunState::Failed | RunState::Done), "{run:?}");
    assert_eq!((run.counts.removed, run.counts.held), (0, 0), "{run:?}");
    assert_eq!(run.state == RunState::Failed, run.error.is_some(), "{run:?}");
    if let Some(error) = &run.error {
        let of_a_program = ["LdapError", "Os {", "Err(", "Some(", "{ ", "::"];
        assert!(error.ends_with('.') && !of_a_program.iter().any(|text| error.contains(text)), "{run:?}");
        assert!(error.split(' ').count() > 5, "{run:?}");
    }
}
