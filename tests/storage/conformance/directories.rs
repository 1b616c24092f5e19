use super::cast::*;
use super::settings::settings;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

const FIRST: DirectoryId = DirectoryId::FIRST;
const SECOND: DirectoryId = DirectoryId(2);

/// Two directories.
async fn two(store: &Store) {
    let group = first_group(store).await;
    for id in [FIRST, SECOND] {
        assert_eq!(store.create_directory(&settings(group), None).await.unwrap().id, id);
    }
}

/// Someone of the second directory with this name and the GUID of `guid` in the first.
async fn add_in_second(store: &Store, name: &str, guid: &str) -> ImportWrite {
    let person = Person { guid: person(guid).guid, ..person(name) };
    let groups = BTreeSet::from([first_group(store).await]);
    ImportWrite::Add { id: id_of(name), person, groups, role: Role::Support }
}

async fn ids(store: &Store, directory: DirectoryId) -> BTreeSet<AgentId> {
    store.ldap_agents(directory, None, 100).await.unwrap().into_iter().map(|agent| agent.id).collect()
}

/// Ends a run that came to its end, and gives the lease back.
async fn done(import: Import, held: Option<HeldList>) {
    let scope = Scope {
        hosts: "h".into(),
        base: import.run.directory.to_string(),
        filter: "f".into(),
        group: String::new(),
        guid_attribute: "entryuuid".into(),
    };
    let state = if held.is_some() { RunState::Held } else { RunState::Done };
    let conclusion = (!import.run.deletes).then_some(Conclusion { scope, held, released: BTreeSet::new() });
    let run = ImportRun { state, phase: Phase::Applying, finished_at: Some(at(9)), ..import.run };
    import.store.end_run(import.lease, &run, conclusion.as_ref()).await.unwrap();
    import.store.release_lease(import.lease).await.unwrap();
}

pub(crate) async fn directories_are_numbered_and_no_number_is_given_out_twice(store: Store) {
    two(&store).await;
    let asked = store.request_deletion(SECOND, id_of("ada"), at(0)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    done(Import { store: store.clone(), lease, run: asked }, None).await;
    assert_eq!(store.directories().await.unwrap().len(), 1);
    let next = store.create_directory(&settings(first_group(&store).await), Some(1)).await.unwrap();
    assert_eq!(next.id, DirectoryId(3));
    let numbers: Vec<u32> = store.directories().await.unwrap().iter().map(|directory| directory.id.0).collect();
    assert_eq!(numbers, [1, 3]);
}

pub(crate) async fn what_is_sent_twice_is_added_once(store: Store) {
    let value = settings(first_group(&store).await);
    store.create_directory(&value, Some(0)).await.unwrap();
    let outcome = store.create_directory(&value, Some(0)).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { current: 1 })), "{outcome:?}");
    assert_eq!(store.directories().await.unwrap().len(), 1);
}

pub(crate) async fn a_directory_that_is_not_there_cannot_be_saved_or_deleted(store: Store) {
    let value = settings(first_group(&store).await);
    let saved = store.save_directory(FIRST, &value, None).await;
    assert!(matches!(saved, Err(StorageError::NotFound)), "{saved:?}");
    let deleted = store.request_deletion(FIRST, id_of("ada"), at(0)).await;
    assert!(matches!(deleted, Err(StorageError::NotFound)), "{deleted:?}");
    assert_eq!(store.directory(FIRST).await.unwrap(), None);
}

pub(crate) async fn two_directories_may_have_the_same_guids_and_not_the_same_email(store: Store) {
    let first = Import::of(&store, &["anna"]).await;
    done(first, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[add_in_second(&store, "berta", "anna").await]).await.unwrap();
    let anna = Person { guid: person("zoe").guid, ..person("anna") };
    let taken = ImportWrite::Add { id: id_of("zoe"), person: anna, groups: BTreeSet::new(), role: Role::Support };
    let outcome = second.apply(std::slice::from_ref(&taken)).await;
    assert!(matches!(outcome, Err(StorageError::EmailTaken { by }) if by == id_of("anna")), "{outcome:?}");
    let again = second.apply(&[add_in_second(&store, "carla", "anna").await]).await;
    assert!(matches!(again, Err(StorageError::Conflict { .. })), "a GUID is copied in once: {again:?}");
    done(second, None).await;

    // Once the first one has left, the address is free for the other directory.
    let first = Import::begin(&store).await;
    first.apply(&[remove("anna")]).await.unwrap();
    done(first, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[taken]).await.unwrap();
    let holder = store.agent_by_email("anna@example.com").await.unwrap().unwrap();
    assert_eq!((holder.id, holder.directory), (id_of("zoe"), SECOND));
}

pub(crate) async fn an_import_touches_no_agent_of_another_directory(store: Store) {
    done(Import::of(&store, &["anna"]).await, None).await;
    let before = agent(&store, "anna").await;
    let second = Import::begin_for(&store, SECOND).await;
    for write in [remove("anna"), update("anna", Person { name: "Else".into(), ..person("anna") })] {
        let outcome = second.apply(&[write]).await;
        assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    }
    assert_eq!(agent(&store, "anna").await, before);
}

pub(crate) async fn agents_and_runs_are_told_apart_by_directory(store: Store) {
    done(Import::of(&store, &["anna", "bob"]).await, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[add_in_second(&store, "berta", "anna").await]).await.unwrap();
    done(second, None).await;
    store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    assert_eq!(ids(&store, FIRST).await, BTreeSet::from(["anna", "bob"].map(id_of)));
    assert_eq!(ids(&store, SECOND).await, BTreeSet::from([id_of("berta")]));
    let of = |directory| AgentQuery { directory: Some(directory), ..list() };
    assert_eq!(names(&store, &of(FIRST)).await, ["anna", "bob"]);
    assert_eq!(store.list_agents(&of(SECOND)).await.unwrap().total, 1);
    let sizes = store.directory_sizes().await.unwrap();
    assert_eq!((sizes.get(&FIRST), sizes.get(&SECOND), sizes.len()), (Some(&2), Some(&1), 2));
    let runs = store.runs(&RunQuery { directory: Some(SECOND), limit: 9, ..RunQuery::default() }).await.unwrap();
    assert_eq!((runs.total, runs.items[0].id), (1, RunId(2)));
    for (directory, run) in [(FIRST, 1), (SECOND, 2)] {
        let last = store.last_completed_run(directory).await.unwrap();
        assert_eq!(last.map(|last| (last.id, last.directory)), Some((RunId(run), directory)));
    }
    assert_eq!(store.last_completed_run(DirectoryId(3)).await.unwrap(), None);
}

pub(crate) async fn each_directory_has_a_run_of_each_kind_and_the_oldest_comes_first(store: Store) {
    let ask = async |directory, dry_run| {
        let (run, is_new) = store.request_run(directory, StartedBy::Command, dry_run, at(0)).await.unwrap();
        (run.id.0, is_new)
    };
    assert_eq!(ask(FIRST, false).await, (1, true));
    assert_eq!(ask(SECOND, false).await, (2, true));
    assert_eq!(ask(SECOND, true).await, (3, true));
    assert_eq!((ask(FIRST, false).await, ask(SECOND, false).await), ((1, false), (2, false)));
    assert_eq!(store.next_open_run().await.unwrap(), Some(RunId(1)));
    store.cancel_run(RunId(1), at(1)).await.unwrap();
    assert_eq!(ask(FIRST, false).await, (4, true), "whoever asks again stands at the end");
    assert_eq!(store.next_open_run().await.unwrap(), Some(RunId(2)));
}

pub(crate) async fn each_directory_has_a_schedule_of_its_own(store: Store) {
    let ask = async |directory, due| {
        store.request_scheduled_run(directory, at(due), at(due)).await.unwrap().map(|run| run.directory)
    };
    assert_eq!(ask(FIRST, 900).await, Some(FIRST));
    assert_eq!(ask(SECOND, 900).await, Some(SECOND));
    assert_eq!((ask(FIRST, 900).await, ask(SECOND, 900).await), (None, None));
    assert_eq!((ask(SECOND, 960).await, ask(FIRST, 840).await), (Some(SECOND), None));
}

pub(crate) async fn each_directory_remembers_its_own_removals(store: Store) {
    two(&store).await;
    done(Import::of(&store, &["anna"]).await, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[add_in_second(&store, "berta", "berta").await]).await.unwrap();
    done(second, None).await;
    let list = |name: &str| HeldList {
        reasons: vec![HeldReason::NobodyFound],
        agents: BTreeSet::from([id_of(name)]),
        digest: name.into(),
    };
    done(Import::begin(&store).await, Some(list("anna"))).await;
    done(Import::begin_for(&store, SECOND).await, Some(list("berta"))).await;
    let holds = store.holds().await.unwrap();
    let digests: Vec<(u32, &str)> = holds.iter().map(|(id, hold)| (id.0, hold.digest.as_str())).collect();
    assert_eq!(digests, [(1, "anna"), (2, "berta")]);
    assert_eq!(store.keep_held(FIRST, "berta", id_of("ada"), at(10)).await.unwrap(), None, "it is the other's list");
    let asked = store.approve_removals(SECOND, "berta", id_of("ada"), at(10)).await.unwrap().unwrap();
    assert_eq!((asked.directory, asked.phase), (SECOND, Phase::Waiting));
    assert_eq!(
        store.keep_held(FIRST, "anna", id_of("ada"), at(11)).await.unwrap(),
        Some(1),
        "the other's import is none"
    );
    let standing = store.standing(FIRST).await.unwrap();
    assert_eq!((standing.kept, standing.hold), (BTreeSet::from([id_of("anna")]), None));
    let standing = store.standing(SECOND).await.unwrap();
    assert!(standing.hold.is_some_and(|hold| hold.approved.is_some()) && standing.kept.is_empty());
    assert_eq!(standing.scope.map(|scope| scope.base), Some("2".into()));
    store.cancel_run(asked.id, at(12)).await.unwrap();
    assert_eq!(store.holds().await.unwrap()[&SECOND].approved, None);
}

pub(crate) async fn a_deletion_ends_with_the_directory_and_keeps_the_removed(store: Store) {
    two(&store).await;
    done(Import::of(&store, &["anna"]).await, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[add_in_second(&store, "berta", "anna").await]).await.unwrap();
    let held = HeldList { reasons: vec![], agents: BTreeSet::from([id_of("berta")]), digest: "list".into() };
    done(second, Some(held)).await;
    let asked = store.request_deletion(SECOND, id_of("ada"), at(20)).await.unwrap();
    assert_eq!(store.request_deletion(SECOND, id_of("ada"), at(21)).await.unwrap().id, asked.id);
    let (import, _) = store.request_run(SECOND, StartedBy::Command, false, at(22)).await.unwrap();
    assert_ne!(import.id, asked.id, "an import does not join a deletion");
    let lease = store.take_lease("case", at(20), TTL).await.unwrap().unwrap();
    let deletion = Import { store: store.clone(), lease, run: asked };
    let cause = RemovalCause::DirectoryDeleted { name: "Berlin".into() };
    let session = sign_in(&store, id_of("berta")).await;
    deletion.apply(&[ImportWrite::Remove { id: id_of("berta"), cause: cause.clone() }]).await.unwrap();
    assert!(!is_signed_in(&store, &session).await);
    done(deletion, None).await;

    assert_eq!(store.directory(SECOND).await.unwrap(), None);
    assert_eq!(store.standing(SECOND).await.unwrap(), Standing::default());
    assert!(store.holds().await.unwrap().is_empty());
    assert_eq!(agent(&store, "berta").await.removed.map(|removal| removal.cause), Some(cause));
    assert_eq!(agent(&store, "anna").await.removed, None);
    // The removed are kept as long as whoever calls says; those of directories that are there are others.
    assert_eq!(store.purge_removed(Some(FIRST), at(1_000)).await.unwrap(), 0);
    assert_eq!(store.purge_removed(None, at(0)).await.unwrap(), 0);
    assert_eq!(store.purge_removed(None, at(1_000)).await.unwrap(), 1);
    assert!(store.agent(id_of("berta")).await.unwrap().is_none());
}

pub(crate) async fn a_deletion_waits_until_the_last_agent_is_removed(store: Store) {
    two(&store).await;
    done(Import::of(&store, &["anna"]).await, None).await;
    let run = store.request_deletion(FIRST, id_of("ada"), at(20)).await.unwrap();
    let lease = store.take_lease("case", at(20), TTL).await.unwrap().unwrap();
    let ended = ImportRun { state: RunState::Done, phase: Phase::Applying, finished_at: Some(at(21)), ..run.clone() };
    let outcome = store.end_run(lease, &ended, None).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { current: 1 })), "{outcome:?}");
    assert!(store.directory(FIRST).await.unwrap().is_some());
    assert!(store.run(run.id).await.unwrap().unwrap().is_open(), "nothing of it is written");
}

pub(crate) async fn a_deletion_that_is_cancelled_deletes_nothing(store: Store) {
    two(&store).await;
    let run = store.request_deletion(FIRST, id_of("ada"), at(20)).await.unwrap();
    let lease = store.take_lease("case", at(20), TTL).await.unwrap().unwrap();
    let ended = ImportRun { state: RunState::Cancelled, phase: Phase::Applying, finished_at: Some(at(21)), ..run };
    store.end_run(lease, &ended, None).await.unwrap();
    assert!(store.directory(FIRST).await.unwrap().is_some());
    assert_eq!(store.last_completed_run(FIRST).await.unwrap(), None, "a deletion is no import");
}

pub(crate) async fn only_agents_of_one_directory_lose_their_sessions_with_it(store: Store) {
    done(Import::of(&store, &["anna"]).await, None).await;
    let second = Import::begin_for(&store, SECOND).await;
    second.apply(&[add_in_second(&store, "berta", "anna").await]).await.unwrap();
    let root = store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap().id;
    let (anna, berta) = (sign_in(&store, id_of("anna")).await, sign_in(&store, id_of("berta")).await);
    let root = sign_in(&store, root).await;
    assert_eq!(store.end_ldap_sessions(SECOND).await.unwrap(), 1);
    assert!(is_signed_in(&store, &anna).await && is_signed_in(&store, &root).await);
    assert!(!is_signed_in(&store, &berta).await);
}
