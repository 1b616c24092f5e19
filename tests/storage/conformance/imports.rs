use super::cast::*;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

fn with_email(name: &str, of: &str) -> Person {
    Person { email: email(of), ..person(name) }
}

async fn holder(store: &Store, name: &str) -> Option<AgentId> {
    store.agent_by_email(&format!("{name}@example.com")).await.unwrap().map(|agent| agent.id)
}

pub(crate) async fn emails_swap_within_one_batch(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    let swap = [("anna", "bob"), ("bob", "carl"), ("carl", "anna")];
    let writes: Vec<ImportWrite> = swap.iter().map(|(name, of)| update(name, with_email(name, of))).collect();
    import.apply(&writes).await.unwrap();
    for (name, of) in swap {
        assert_eq!(holder(&store, of).await, Some(id_of(name)));
    }
}

/// Back and forth: what an address was found by before must leave nothing behind.
pub(crate) async fn emails_swap_again_and_again(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    for turn in 0..20 {
        let (annas, bobs) = if turn % 2 == 0 { ("bob", "anna") } else { ("anna", "bob") };
        let writes = [update("anna", with_email("anna", annas)), update("bob", with_email("bob", bobs))];
        import.apply(&writes).await.unwrap();
        assert_eq!(holder(&store, annas).await, Some(id_of("anna")), "turn {turn}");
        assert_eq!(holder(&store, bobs).await, Some(id_of("bob")), "turn {turn}");
    }
}

pub(crate) async fn an_email_that_a_removal_frees_can_be_used_in_the_same_batch(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let group = first_group(&store).await;
    import.apply(&[add(&with_email("bob", "anna"), group), remove("anna")]).await.unwrap();
    assert_eq!(holder(&store, "anna").await, Some(id_of("bob")));
}

pub(crate) async fn a_batch_that_would_leave_two_with_one_email_writes_nothing(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    let group = first_group(&store).await;
    let batches = [
        vec![add(&person("carl"), group), update("anna", with_email("anna", "BOB"))],
        vec![add(&with_email("carl", "new"), group), add(&with_email("dora", "new"), group)],
        vec![remove("anna"), add(&with_email("carl", "bob"), group)],
    ];
    for batch in batches {
        let report = [line(ChangeKind::Added, "carl")];
        let outcome = store.apply_import(import.lease, import.run.id, &batch, &report, at(5)).await;
        assert!(matches!(outcome, Err(StorageError::EmailTaken { .. })), "{outcome:?}");
        assert_eq!(names(&store, &list()).await, ["anna", "bob"]);
        assert_eq!(holder(&store, "anna").await, Some(id_of("anna")));
        assert_eq!(store.agent(id_of("carl")).await.unwrap(), None);
    }
    let report = store.changes(import.run.id, &ChangeQuery { limit: 10, ..ChangeQuery::default() }).await.unwrap();
    assert_eq!((report.items.len(), report.total), (0, 0));
}

pub(crate) async fn a_batch_does_not_take_a_local_agents_email(store: Store) {
    let root = store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    let import = Import::begin(&store).await;
    let outcome = import.apply(&[add(&person("ROOT"), first_group(&store).await)]).await;
    assert!(matches!(outcome, Err(StorageError::EmailTaken { by }) if by == root.id), "{outcome:?}");
    let outcome = import.apply(&[ImportWrite::Update { id: root.id, person: person("x") }]).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    let outcome = import.apply(&[ImportWrite::Remove { id: root.id, cause: RemovalCause::Gone }]).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
}

pub(crate) async fn an_update_keeps_what_the_panel_owns(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    let edit = AgentEdit {
        groups: Some(BTreeSet::from([sales])),
        role: Some(Role::Administrator),
        blocked: Some(true),
        ..AgentEdit::default()
    };
    let before = store.edit_agent(id_of("anna"), edit, None).await.unwrap();
    store.record_sign_in(id_of("anna"), at(3)).await.unwrap();
    let moved = Person {
        name: "Anna B".into(),
        phone: Some("1".into()),
        dn: "cn=anna,ou=new".into(),
        state: DirectoryState::Locked,
        ..with_email("anna", "anna.b")
    };
    import.apply(&[update("anna", moved)]).await.unwrap();
    let expected = Agent {
        version: before.version + 1,
        name: "Anna B".into(),
        email: email("anna.b"),
        phone: Some("1".into()),
        source: Source::Ldap { guid: person("anna").guid, dn: "cn=anna,ou=new".into() },
        directory_state: DirectoryState::Locked,
        directory_changed: Some((at(5), import.run.id)),
        last_sign_in_at: Some(at(3)),
        ..before
    };
    assert_eq!(agent(&store, "anna").await, expected);
}

pub(crate) async fn an_update_that_changes_nothing_keeps_the_version(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let before = agent(&store, "anna").await;
    import.apply(&[update("anna", person("anna"))]).await.unwrap();
    assert_eq!(agent(&store, "anna").await, before);
    import.apply(&[remove("anna")]).await.unwrap();
    import.apply(&[remove("anna")]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.version, before.version + 1);
}

pub(crate) async fn an_update_takes_a_new_spelling_of_an_email(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    import.apply(&[update("anna", with_email("anna", "ANNA"))]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.email.as_str(), "ANNA@example.com");
    assert_eq!(holder(&store, "anna").await, Some(id_of("anna")));
}

pub(crate) async fn a_removed_agent_comes_back_as_themselves(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let role = AgentEdit { role: Some(Role::Administrator), ..AgentEdit::default() };
    let before = store.edit_agent(id_of("anna"), role, None).await.unwrap();
    import.apply(&[remove("anna")]).await.unwrap();
    let removed = agent(&store, "anna").await;
    assert_eq!(removed.removed, Some(Removal { at: at(5), run: import.run.id, cause: RemovalCause::Gone }));
    assert_eq!(holder(&store, "anna").await, None);
    import.apply(&[update("anna", person("anna"))]).await.unwrap();
    let expected = Agent { version: before.version + 2, directory_changed: Some((at(5), import.run.id)), ..before };
    assert_eq!(agent(&store, "anna").await, expected);
    assert_eq!(names(&store, &list()).await, ["anna"]);
}

pub(crate) async fn a_guid_is_copied_in_once(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    import.apply(&[remove("bob")]).await.unwrap();
    let group = first_group(&store).await;
    let again = |name: &str, id: &str| match add(&with_email(name, id), group) {
        ImportWrite::Add { person, groups, role, .. } => ImportWrite::Add { id: id_of(id), person, groups, role },
        other => other,
    };
    let batches = [
        vec![again("anna", "other")],
        vec![again("bob", "other")],
        vec![again("carl", "one"), again("carl", "two")],
        vec![again("new-guid", "anna")],
    ];
    for batch in batches {
        let outcome = import.apply(&batch).await;
        assert!(matches!(outcome, Err(StorageError::Conflict { .. })), "{outcome:?}");
    }
    assert_eq!(names(&store, &list()).await, ["anna"]);
    assert_eq!(store.ldap_agents(DirectoryId::FIRST, None, 10).await.unwrap().len(), 2);
}

pub(crate) async fn an_update_does_not_turn_an_agent_into_another_person(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let before = agent(&store, "anna").await;
    let outcome = import.apply(&[update("anna", person("bob"))]).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { .. })), "{outcome:?}");
    assert_eq!(agent(&store, "anna").await, before);
}

pub(crate) async fn a_batch_with_an_unknown_agent_writes_nothing(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    for unknown in [remove("nobody"), update("nobody", person("nobody"))] {
        let outcome = import.apply(&[remove("anna"), unknown]).await;
        assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    }
    let outcome = store.apply_import(import.lease, RunId(99), &[remove("anna")], &[], at(5)).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    assert_eq!(names(&store, &list()).await, ["anna"]);
}

pub(crate) async fn writes_of_a_batch_are_applied_in_order(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let renamed = Person { name: "Bob B".into(), ..person("bob") };
    let writes = [
        add(&person("bob"), first_group(&store).await),
        update("bob", renamed),
        remove("anna"),
        update("anna", person("anna")),
        remove("bob"),
    ];
    import.apply(&writes).await.unwrap();
    assert_eq!(names(&store, &list()).await, ["anna"]);
    let bob = agent(&store, "bob").await;
    assert_eq!((bob.name.as_str(), bob.version, bob.removed.is_some()), ("Bob B", 3, true));
}

pub(crate) async fn removed_and_disabled_agents_lose_their_sessions(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl", "dora", "emil"]).await;
    let state = |name: &str, state| update(name, Person { state, ..person(name) });
    for (write, name, stays) in [
        (remove("anna"), "anna", false),
        (state("bob", DirectoryState::Disabled), "bob", false),
        (state("carl", DirectoryState::Expired), "carl", false),
        (state("dora", DirectoryState::Locked), "dora", true),
        (state("emil", DirectoryState::MustChange), "emil", true),
    ] {
        let session = sign_in(&store, id_of(name)).await;
        import.apply(&[write]).await.unwrap();
        assert_eq!(is_signed_in(&store, &session).await, stays, "{name}");
    }
}

pub(crate) async fn a_stale_lease_writes_nothing(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let session = sign_in(&store, id_of("anna")).await;
    store.take_lease("other", at(1_000), TTL).await.unwrap().unwrap();
    let report = [line(ChangeKind::Removed, "anna")];
    let outcome = store.apply_import(import.lease, import.run.id, &[remove("anna")], &report, at(5)).await;
    assert!(matches!(outcome, Err(StorageError::LeaseLost)), "{outcome:?}");
    let done = ImportRun { state: RunState::Done, ..import.run.clone() };
    assert!(matches!(store.save_run(import.lease, &done).await, Err(StorageError::LeaseLost)));
    assert_eq!(names(&store, &list()).await, ["anna"]);
    assert!(is_signed_in(&store, &session).await);
    assert_eq!(store.run(import.run.id).await.unwrap(), Some(import.run.clone()));
    let query = ChangeQuery { limit: 10, ..ChangeQuery::default() };
    assert_eq!(store.changes(import.run.id, &query).await.unwrap().total, 0);
}

pub(crate) async fn a_deleted_group_is_left_out_of_an_addition(store: Store) {
    let import = Import::begin(&store).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    store.delete_group(sales).await.unwrap();
    import.apply(&[add(&person("anna"), sales)]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.groups, BTreeSet::new());
}

pub(crate) async fn ldap_agents_come_by_id_removed_ones_included(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl", "dora", "emil"]).await;
    store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    import.apply(&[remove("carl")]).await.unwrap();
    let mut found: Vec<LdapAgent> = Vec::new();
    loop {
        let part = store.ldap_agents(DirectoryId::FIRST, found.last().map(|agent| agent.id), 2).await.unwrap();
        if part.is_empty() {
            break;
        }
        assert!(part.len() <= 2);
        found.extend(part);
    }
    assert!(found.is_sorted_by(|a, b| a.id < b.id));
    assert_eq!(found.len(), 5);
    let carl = found.iter().find(|agent| agent.id == id_of("carl")).unwrap();
    let Person { guid, dn, name, email, phone, state, matched: _ } = person("carl");
    let placed = Placed::on_arrival([first_group(&store).await].into(), Role::Support);
    assert_eq!(
        *carl,
        LdapAgent {
            id: id_of("carl"),
            guid,
            dn,
            name,
            email,
            phone,
            state,
            removed: true,
            guid_attribute: None,
            placed
        }
    );
    assert_eq!(found.iter().filter(|agent| agent.removed).count(), 1);
}

pub(crate) async fn other_emails_are_those_of_everyone_else_who_is_there(store: Store) {
    let import = Import::of(&store, &["anna", "gone"]).await;
    import.apply(&[remove("gone")]).await.unwrap();
    store.create_local_agent(local("Root", Role::Administrator), at(0)).await.unwrap();
    let of = async |id| store.other_emails(DirectoryId(id)).await.unwrap();
    assert_eq!(of(1).await, [("root@example.com".into(), None)]);
    let mut others = of(2).await;
    others.sort();
    assert_eq!(others, [("anna@example.com".into(), Some(DirectoryId(1))), ("root@example.com".into(), None)]);
}
