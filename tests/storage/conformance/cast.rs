//! Who plays in the cases.

use muster::model::*;
use muster::storage::*;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;
use uuid::Uuid;

/// A moment, in seconds after the story begins.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(1_800_000_000 + seconds).unwrap()
}

pub(crate) const TTL: Duration = Duration::from_secs(60);

/// A local agent `name@example.com`.
pub(crate) fn local(name: &str, role: Role) -> NewLocalAgent {
    NewLocalAgent {
        name: name.into(),
        email: email(name),
        phone: None,
        groups: BTreeSet::new(),
        role,
        password_hash: format!("hash of {name}"),
    }
}

pub(crate) fn email(name: &str) -> Email {
    Email::parse(&format!("{name}@example.com")).unwrap()
}

/// Someone in the directory, `name@example.com`.
pub(crate) fn person(name: &str) -> Person {
    Person {
        guid: Guid::from_canonical(format!("guid-of-{name}")),
        dn: format!("cn={name},dc=example,dc=com"),
        name: name.into(),
        email: email(name),
        phone: None,
        state: DirectoryState::Enabled,
        matched: Matched::default(),
    }
}

/// The id under which a person is imported here.
pub(crate) fn id_of(name: &str) -> AgentId {
    let mut bytes = [7; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] ^= byte.rotate_left((place / 16) as u32);
    }
    AgentId(Uuid::from_bytes(bytes))
}

pub(crate) fn add(person: &Person, group: GroupId) -> ImportWrite {
    let id = id_of(person.guid.as_str().trim_start_matches("guid-of-"));
    ImportWrite::Add { id, person: person.clone(), groups: BTreeSet::from([group]), role: Role::Support }
}

pub(crate) fn update(name: &str, person: Person) -> ImportWrite {
    ImportWrite::Update { id: id_of(name), person }
}

pub(crate) fn remove(name: &str) -> ImportWrite {
    ImportWrite::Remove { id: id_of(name), cause: RemovalCause::Gone }
}

pub(crate) fn line(kind: ChangeKind, name: &str) -> AgentChange {
    AgentChange {
        kind,
        agent: Some(id_of(name)),
        name: name.into(),
        dn: format!("cn={name},dc=example,dc=com"),
        guid: None,
        fields: vec![FieldChange { field: "phone".into(), old: None, new: Some(format!("Old Phone Of {name}")) }],
        skipped: None,
        cause: None,
    }
}

/// An import that has the lease.
pub(crate) struct Import {
    pub(crate) store: Store,
    pub(crate) lease: Lease,
    pub(crate) run: ImportRun,
}

impl Import {
    pub(crate) async fn begin(store: &Store) -> Import {
        Import::begin_for(store, DirectoryId::FIRST).await
    }

    /// Of this directory.
    pub(crate) async fn begin_for(store: &Store, directory: DirectoryId) -> Import {
        let (run, _) = store.request_run(directory, StartedBy::Schedule, false, at(0)).await.unwrap();
        let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
        Import { store: store.clone(), lease, run }
    }

    /// With these people imported into the first group.
    pub(crate) async fn of(store: &Store, names: &[&str]) -> Import {
        let import = Import::begin(store).await;
        let group = first_group(store).await;
        let writes: Vec<ImportWrite> = names.iter().map(|name| add(&person(name), group)).collect();
        import.apply(&writes).await.unwrap();
        import
    }

    pub(crate) async fn apply(&self, writes: &[ImportWrite]) -> Result<()> {
        self.store.apply_import(self.lease, self.run.id, writes, &[], at(5)).await
    }

    pub(crate) async fn report(&self, lines: &[AgentChange]) {
        self.store.apply_import(self.lease, self.run.id, &[], lines, at(5)).await.unwrap();
    }

    /// Ends the run.
    pub(crate) async fn end(&self, state: RunState, read: u64) {
        let counts = Counts { read, ..Counts::default() };
        let run = ImportRun { state, counts, finished_at: Some(at(9)), ..self.run.clone() };
        self.store.save_run(self.lease, &run).await.unwrap();
    }
}

/// The removals of the first directory that wait.
pub(crate) async fn hold(store: &Store) -> Option<Hold> {
    store.holds().await.unwrap().remove(&DirectoryId::FIRST)
}

pub(crate) async fn first_group(store: &Store) -> GroupId {
    store.groups().await.unwrap()[0].id
}

pub(crate) async fn agent(store: &Store, name: &str) -> Agent {
    store.agent(id_of(name)).await.unwrap().unwrap()
}

pub(crate) fn session(id: &str, agent: AgentId, created: i64, expires: i64) -> SessionRecord {
    SessionRecord {
        id: id.into(),
        agent,
        state: HashMap::from([("k".into(), "\"v\"".into())]),
        expires_at: at(expires),
        created_at: at(created),
        device: "Browser".into(),
        address: "192.0.2.1".into(),
    }
}

/// Gives the agent a session and answers its id.
pub(crate) async fn sign_in(store: &Store, agent: AgentId) -> String {
    let id = format!("session of {agent}");
    store.add_session(&session(&id, agent, 0, 1_000)).await.unwrap();
    id
}

pub(crate) async fn is_signed_in(store: &Store, session: &str) -> bool {
    store.session(session, at(1)).await.unwrap().is_some()
}

pub(crate) fn list() -> AgentQuery {
    AgentQuery { limit: 1_000, ..AgentQuery::default() }
}

/// Names of a list's agents.
pub(crate) async fn names(store: &Store, query: &AgentQuery) -> Vec<String> {
    store.list_agents(query).await.unwrap().items.into_iter().map(|agent| agent.name).collect()
}
