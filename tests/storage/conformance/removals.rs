//! What imports remember about removals, and what becomes of removed agents.

use super::cast::*;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

fn scope(filter: &str) -> Scope {
    let text = |text: &str| text.to_owned();
    Scope { hosts: text("h"), base: text("b"), filter: text(filter), group: text(""), guid_attribute: text("g") }
}

fn done(filter: &str) -> Conclusion {
    Conclusion { scope: scope(filter), held: None, released: BTreeSet::new() }
}

fn held(names: &[&str]) -> Conclusion {
    let reasons = vec![HeldReason::NobodyFound];
    let agents = names.iter().map(|name| id_of(name)).collect();
    let list = HeldList { reasons, agents, digest: names.join("+") };
    Conclusion { held: Some(list), ..done("f") }
}

/// An import that comes to its end like this; answers the run.
async fn end(store: &Store, conclusion: &Conclusion) -> ImportRun {
    let import = Import::begin(store).await;
    let state = if conclusion.held.is_some() { RunState::Held } else { RunState::Done };
    let run = ImportRun { state, phase: Phase::Applying, finished_at: Some(at(9)), ..import.run };
    store.end_run(import.lease, &run, Some(conclusion)).await.unwrap();
    store.release_lease(import.lease).await.unwrap();
    run
}

pub(crate) async fn the_end_of_a_run_and_what_follows_are_one(store: Store) {
    assert_eq!(store.standing(DirectoryId::FIRST).await.unwrap(), Standing::default());
    end(&store, &done("f")).await;
    assert_eq!(store.standing(DirectoryId::FIRST).await.unwrap().scope, Some(scope("f")));
    let run = end(&store, &held(&["anna", "bob"])).await;
    let standing = store.standing(DirectoryId::FIRST).await.unwrap();
    let hold = hold(&store).await.unwrap();
    assert_eq!((standing.hold.as_ref(), hold.run, hold.count), (Some(&hold), run.id, 2));
    assert_eq!(standing.held, BTreeSet::from([id_of("anna"), id_of("bob")]));

    // Who has lost the lease changes neither.
    let import = Import::begin(&store).await;
    store.release_lease(import.lease).await.unwrap();
    let over = ImportRun { state: RunState::Done, ..import.run.clone() };
    let outcome = store.end_run(import.lease, &over, Some(&done("other"))).await;
    assert!(matches!(outcome, Err(StorageError::LeaseLost)), "{outcome:?}");
    assert_eq!(store.standing(DirectoryId::FIRST).await.unwrap(), standing);
    assert!(store.run(import.run.id).await.unwrap().unwrap().is_open());
}

pub(crate) async fn a_newer_hold_replaces_an_older_one_and_a_run_in_order_ends_it(store: Store) {
    end(&store, &held(&["anna"])).await;
    let newer = end(&store, &held(&["bob"])).await;
    assert_eq!(hold(&store).await.map(|hold| (hold.run, hold.digest)), Some((newer.id, "bob".into())));
    end(&store, &done("f")).await;
    let standing = store.standing(DirectoryId::FIRST).await.unwrap();
    assert_eq!((standing.hold, standing.held.len()), (None, 0));
}

pub(crate) async fn a_run_without_a_conclusion_leaves_what_waits(store: Store) {
    end(&store, &held(&["anna"])).await;
    let before = store.standing(DirectoryId::FIRST).await.unwrap();
    let import = Import::begin(&store).await;
    let failed = ImportRun { state: RunState::Failed, ..import.run };
    store.end_run(import.lease, &failed, None).await.unwrap();
    assert_eq!(store.standing(DirectoryId::FIRST).await.unwrap(), before);
    assert_eq!(store.run(failed.id).await.unwrap().unwrap().state, RunState::Failed);
}

pub(crate) async fn only_the_list_that_waits_can_be_decided_on(store: Store) {
    let ada = id_of("ada");
    assert_eq!(store.approve_removals(DirectoryId::FIRST, "anna", ada, at(10)).await.unwrap(), None);
    assert_eq!(store.keep_held(DirectoryId::FIRST, "anna", ada, at(10)).await.unwrap(), None);
    let run = end(&store, &held(&["anna"])).await;
    assert_eq!(store.approve_removals(DirectoryId::FIRST, "other", ada, at(10)).await.unwrap(), None);
    assert_eq!(store.keep_held(DirectoryId::FIRST, "other", ada, at(10)).await.unwrap(), None);
    assert_eq!(store.keep_held(DirectoryId::FIRST, "anna", ada, at(10)).await.unwrap(), Some(1));
    let standing = store.standing(DirectoryId::FIRST).await.unwrap();
    assert_eq!((standing.hold, standing.kept), (None, BTreeSet::from([id_of("anna")])));
    let decision = store.run(run.id).await.unwrap().unwrap().decision;
    assert_eq!(decision, Some(Decision { kind: DecisionKind::Keep, by: ada, at: at(10) }));
    assert_eq!(store.keep_held(DirectoryId::FIRST, "anna", ada, at(10)).await.unwrap(), None, "decided already");
}

pub(crate) async fn an_approval_asks_for_an_import_that_has_not_begun(store: Store) {
    end(&store, &held(&["anna"])).await;
    let working = Import::begin(&store).await;
    store.save_run(working.lease, &ImportRun { phase: Phase::Reading, ..working.run.clone() }).await.unwrap();
    let asked = store.approve_removals(DirectoryId::FIRST, "anna", id_of("ada"), at(10)).await.unwrap().unwrap();
    assert_ne!(asked.id, working.run.id, "that one may have asked before");
    assert_eq!((asked.phase, asked.started_by), (Phase::Waiting, StartedBy::Agent(id_of("ada"))));
    let again = store.approve_removals(DirectoryId::FIRST, "anna", id_of("ada"), at(11)).await.unwrap().unwrap();
    assert_eq!(again.id, asked.id);
    assert!(hold(&store).await.unwrap().approved.is_some());
}

pub(crate) async fn cancelling_the_import_takes_an_approval_back(store: Store) {
    end(&store, &held(&["anna"])).await;
    let asked = store.approve_removals(DirectoryId::FIRST, "anna", id_of("ada"), at(10)).await.unwrap().unwrap();
    assert!(store.cancel_run(asked.id, at(11)).await.unwrap());
    let hold = hold(&store).await.unwrap();
    assert_eq!((hold.approved, hold.digest), (None, "anna".into()));
    assert_eq!(store.run(hold.run).await.unwrap().unwrap().decision, None);
}

/// Removes these, at that time.
async fn removed(store: &Store, names: &[(&str, i64)]) -> Import {
    let import = Import::of(store, &names.iter().map(|(name, _)| *name).collect::<Vec<_>>()).await;
    for (name, seconds) in names {
        let lines = [AgentChange { cause: Some(RemovalCause::Gone), ..line(ChangeKind::Removed, name) }];
        store.apply_import(import.lease, import.run.id, &[remove(name)], &lines, at(*seconds)).await.unwrap();
    }
    import
}

pub(crate) async fn a_removed_agent_is_deleted_for_good_only_once_removed(store: Store) {
    let import = removed(&store, &[("anna", 5)]).await;
    import.apply(&[add(&person("bob"), first_group(&store).await)]).await.unwrap();
    for not_removed in [id_of("bob"), id_of("nobody")] {
        let outcome = store.delete_removed_agent(not_removed).await;
        assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    }
    store.delete_removed_agent(id_of("anna")).await.unwrap();
    assert_eq!(store.agent(id_of("anna")).await.unwrap(), None);
    assert_eq!(store.agent_history(id_of("anna"), 10).await.unwrap(), []);
    // Whoever returns afterwards is someone new: the GUID is free.
    let group = first_group(&store).await;
    let again =
        ImportWrite::Add { id: id_of("other"), person: person("anna"), groups: [group].into(), role: Role::Support };
    import.apply(&[again]).await.unwrap();
    assert_eq!(agent(&store, "other").await.email, email("anna"));
}

pub(crate) async fn removed_agents_are_purged_when_their_time_is_over(store: Store) {
    removed(&store, &[("anna", 5), ("bob", 6), ("carl", 7)]).await;
    assert_eq!(store.purge_removed(None, at(5)).await.unwrap(), 0);
    assert_eq!(store.purge_removed(None, at(7)).await.unwrap(), 2);
    let query = AgentQuery { state: Some(AgentState::Removed), ..list() };
    assert_eq!(names(&store, &query).await, ["carl"]);
    assert_eq!(store.ldap_agents(DirectoryId::FIRST, None, 10).await.unwrap().len(), 1);
}

pub(crate) async fn a_rematched_agent_has_another_guid_and_is_the_same(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    let before = agent(&store, "anna").await;
    let renamed = Person { guid: Guid::from_canonical("new"), ..person("anna") };
    import.apply(&[ImportWrite::Rematch { id: id_of("anna"), person: renamed.clone() }]).await.unwrap();
    let after = agent(&store, "anna").await;
    assert_eq!((after.id, after.version, after.created_at), (before.id, before.version + 1, before.created_at));
    assert!(matches!(&after.source, Source::Ldap { guid, .. } if guid.as_str() == "new"));
    // The former one is free, and nobody else gets the new one.
    let taken = ImportWrite::Rematch {
        id: id_of("bob"),
        person: Person { guid: Guid::from_canonical("new"), ..person("bob") },
    };
    let outcome = import.apply(&[taken]).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { .. })), "{outcome:?}");
    let former = Person { email: email("newcomer"), ..person("anna") };
    let add = ImportWrite::Add { id: id_of("newcomer"), person: former, groups: BTreeSet::new(), role: Role::Support };
    import.apply(&[add]).await.unwrap();
    let known = ImportWrite::Add { id: id_of("x"), person: renamed, groups: BTreeSet::new(), role: Role::Support };
    assert!(matches!(import.apply(&[known]).await, Err(StorageError::Conflict { .. })));
}

pub(crate) async fn rematched_agents_may_exchange_their_guids(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    let with_guid = |name: &str, of: &str| ImportWrite::Rematch {
        id: id_of(name),
        person: Person { guid: person(of).guid, ..person(name) },
    };
    import.apply(&[with_guid("anna", "bob"), with_guid("bob", "anna")]).await.unwrap();
    let agent = agent(&store, "anna").await;
    assert!(matches!(&agent.source, Source::Ldap { guid, .. } if *guid == person("bob").guid));
}

/// An import by this GUID attribute.
async fn by_attribute(store: &Store, attribute: &str) -> Import {
    let import = Import::begin(store).await;
    let run = ImportRun { guid_attribute: Some(attribute.into()), phase: Phase::Applying, ..import.run.clone() };
    store.save_run(import.lease, &run).await.unwrap();
    import
}

pub(crate) async fn guids_of_two_attributes_may_be_alike(store: Store) {
    let guid = Guid::from_canonical("1001");
    let with_guid = |name: &str| Person { guid: guid.clone(), ..person(name) };
    let add = |name: &str| ImportWrite::Add {
        id: id_of(name),
        person: with_guid(name),
        groups: BTreeSet::new(),
        role: Role::Support,
    };
    let first = by_attribute(&store, "uidnumber").await;
    first.apply(&[add("anna")]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.guid_attribute.as_deref(), Some("uidnumber"));
    first.end(RunState::Done, 1).await;
    let second = by_attribute(&store, "employeenumber").await;
    second.apply(&[add("bob")]).await.unwrap();
    let outcome = second.apply(&[update("anna", with_guid("anna"))]).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { .. })), "not without being matched: {outcome:?}");
    let taken = ImportWrite::Rematch { id: id_of("anna"), person: with_guid("anna") };
    let outcome = second.apply(&[taken]).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { .. })), "bob has it: {outcome:?}");
    let own = Person { guid: Guid::from_canonical("2002"), ..person("anna") };
    second.apply(&[ImportWrite::Rematch { id: id_of("anna"), person: own }]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.guid_attribute.as_deref(), Some("employeenumber"));
    let attributes =
        store.ldap_agents(DirectoryId::FIRST, None, 10).await.unwrap().into_iter().map(|agent| agent.guid_attribute);
    assert!(attributes.into_iter().all(|attribute| attribute.as_deref() == Some("employeenumber")));
}

pub(crate) async fn of_one_list_held_again_and_again_the_last_report_has_the_lines(store: Store) {
    let lines = [line(ChangeKind::Held, "anna"), line(ChangeKind::Skipped, "x"), line(ChangeKind::Held, "bob")];
    let mut runs = Vec::new();
    for _ in 0..2 {
        let import = Import::begin(&store).await;
        import.report(&lines).await;
        let run = ImportRun { state: RunState::Held, finished_at: Some(at(9)), ..import.run };
        store.end_run(import.lease, &run, Some(&held(&["anna", "bob"]))).await.unwrap();
        store.release_lease(import.lease).await.unwrap();
        runs.push(run.id);
    }
    let found = async |run: RunId, kind: Option<ChangeKind>| {
        let page = store.changes(run, &ChangeQuery { kind, limit: 10, ..ChangeQuery::default() }).await.unwrap();
        assert_eq!(page.total, page.items.len() as u64);
        page.total
    };
    assert_eq!((found(runs[0], Some(ChangeKind::Held)).await, found(runs[0], None).await), (0, 1));
    assert_eq!((found(runs[1], Some(ChangeKind::Held)).await, found(runs[1], None).await), (2, 3));
    assert_eq!(store.run(runs[0]).await.unwrap().unwrap().held_again_by, Some(runs[1]));
}

pub(crate) async fn an_approved_list_can_be_kept_only_while_no_import_is_at_work(store: Store) {
    end(&store, &held(&["anna"])).await;
    let ada = id_of("ada");
    let asked = store.approve_removals(DirectoryId::FIRST, "anna", ada, at(10)).await.unwrap().unwrap();
    assert_eq!(store.keep_held(DirectoryId::FIRST, "anna", ada, at(11)).await.unwrap(), None);
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    let failed = ImportRun { state: RunState::Failed, phase: Phase::Connecting, ..asked };
    store.end_run(lease, &failed, None).await.unwrap();
    assert_eq!(store.keep_held(DirectoryId::FIRST, "anna", ada, at(12)).await.unwrap(), Some(1));
    assert_eq!(hold(&store).await, None);
}
