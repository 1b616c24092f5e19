use super::cast::*;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

async fn group(store: &Store, name: &str) -> GroupId {
    store.create_group(name).await.unwrap().id
}

fn ids(names: &[&str]) -> Vec<AgentId> {
    names.iter().map(|name| id_of(name)).collect()
}

pub(crate) async fn groups_are_added_taken_and_set_for_many(store: Store) {
    Import::of(&store, &["anna", "bob", "carl"]).await;
    let (first, sales, night) = (first_group(&store).await, group(&store, "Sales").await, group(&store, "Night").await);
    let groups = async |name: &str| agent(&store, name).await.groups;
    let edit = BulkEdit { add_groups: [sales].into(), ..BulkEdit::default() };
    let outcome = store.edit_agents(&ids(&["anna", "bob"]), &edit).await.unwrap();
    assert_eq!((outcome.changed.len(), outcome.unchanged), (2, 0));
    assert_eq!((groups("anna").await, groups("carl").await), ([first, sales].into(), [first].into()));
    assert_eq!(store.edit_agents(&ids(&["anna", "carl"]), &edit).await.unwrap().unchanged, 1);
    let edit = BulkEdit { add_groups: [night].into(), remove_groups: [first, night].into(), ..BulkEdit::default() };
    store.edit_agents(&ids(&["bob"]), &edit).await.unwrap();
    assert_eq!(groups("bob").await, [sales].into());
    let edit = BulkEdit { set_groups: Some([night].into()), ..BulkEdit::default() };
    store.edit_agents(&ids(&["anna", "bob", "carl"]), &edit).await.unwrap();
    assert_eq!(groups("anna").await, [night].into());
    let sizes = store.group_sizes().await.unwrap();
    assert_eq!((sizes[&first], sizes[&sales], sizes[&night]), (0, 0, 3));
    let edit = BulkEdit { set_groups: Some(BTreeSet::new()), ..BulkEdit::default() };
    store.edit_agents(&ids(&["anna"]), &edit).await.unwrap();
    assert_eq!(groups("anna").await, BTreeSet::new());
}

pub(crate) async fn an_edit_of_many_is_the_edit_of_each(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    import.apply(&[remove("carl")]).await.unwrap();
    let (session, other) = (sign_in(&store, id_of("anna")).await, sign_in(&store, id_of("bob")).await);
    let before = agent(&store, "anna").await;
    let edit = BulkEdit { role: Some(Role::Employee), blocked: Some(true), ..BulkEdit::default() };
    let outcome = store.edit_agents(&ids(&["anna", "nobody", "carl", "anna"]), &edit).await.unwrap();
    let after = agent(&store, "anna").await;
    assert_eq!((after.version, after.role, after.state()), (before.version + 1, Role::Employee, AgentState::Blocked));
    assert_eq!((after.role_origin, after.groups_origin), (Origin::Administrator, before.groups_origin));
    let refused = vec![(id_of("carl"), BulkRefusal::Removed)];
    assert_eq!(outcome, BulkOutcome { changed: vec![(before, after)], unchanged: 0, missing: 1, refused });
    assert!(!is_signed_in(&store, &session).await && is_signed_in(&store, &other).await);
    let employees = AgentQuery { role: Some(Role::Employee), ..list() };
    assert_eq!(names(&store, &employees).await, ["anna"]);
    let again = store.edit_agents(&ids(&["anna"]), &edit).await.unwrap();
    assert_eq!((again.changed.len(), again.unchanged), (0, 1));
    assert_eq!(agent(&store, "anna").await.version, 2);
}

pub(crate) async fn an_edit_of_many_leaves_the_last_administrator(store: Store) {
    let make = async |name: &str| store.create_local_agent(local(name, Role::Administrator), at(0)).await.unwrap().id;
    let (a, b, c) = (make("a").await, make("b").await, make("c").await);
    for edit in [
        BulkEdit { role: Some(Role::Support), ..BulkEdit::default() },
        BulkEdit { blocked: Some(true), ..BulkEdit::default() },
    ] {
        let outcome = store.edit_agents(&[a, b, c], &edit).await.unwrap();
        assert_eq!(outcome.refused, [(c, BulkRefusal::LastAdministrator)], "{edit:?}");
        assert_eq!(store.agent_counts().await.unwrap().able_administrators, 1);
        let back = BulkEdit { role: Some(Role::Administrator), blocked: Some(false), ..BulkEdit::default() };
        assert_eq!(store.edit_agents(&[c, a, b], &back).await.unwrap().changed.len(), 2);
        assert_eq!(store.agent_counts().await.unwrap().able_administrators, 3);
    }
}

pub(crate) async fn an_edit_of_many_with_an_unknown_group_writes_nothing(store: Store) {
    Import::of(&store, &["anna"]).await;
    let before = agent(&store, "anna").await;
    for edit in [
        BulkEdit { add_groups: [GroupId(77)].into(), role: Some(Role::Employee), ..BulkEdit::default() },
        BulkEdit { set_groups: Some([GroupId(77)].into()), blocked: Some(true), ..BulkEdit::default() },
    ] {
        let outcome = store.edit_agents(&[before.id], &edit).await;
        assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
        assert_eq!(agent(&store, "anna").await, before);
    }
    let outcome = store.edit_agents(&[], &BulkEdit::default()).await.unwrap();
    assert_eq!(outcome, BulkOutcome::default());
}
