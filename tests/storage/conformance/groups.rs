use super::cast::*;
use super::settings::settings;
use muster::model::*;
use muster::storage::*;
use std::collections::{BTreeSet, HashMap};

pub(crate) async fn a_new_store_holds_the_first_group(store: Store) {
    let groups = store.groups().await.unwrap();
    assert_eq!(groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), [Group::FIRST]);
}

pub(crate) async fn a_group_name_is_unique_in_any_case(store: Store) {
    let sales = store.create_group("Sales").await.unwrap();
    assert!(matches!(store.create_group("sALES").await, Err(StorageError::GroupNameTaken)));
    let billing = store.create_group("billing").await.unwrap();
    assert!(matches!(store.rename_group(billing.id, "SALES").await, Err(StorageError::GroupNameTaken)));
    assert!(matches!(store.rename_group(GroupId(99), "New").await, Err(StorageError::NotFound)));
    store.rename_group(sales.id, "SALES").await.unwrap();
    let names: Vec<String> = store.groups().await.unwrap().into_iter().map(|group| group.name).collect();
    assert_eq!(names, ["billing", "SALES", Group::FIRST]);
}

pub(crate) async fn a_group_in_use_stays(store: Store) {
    let group = store.create_group("Sales").await.unwrap().id;
    let groups = BTreeSet::from([group]);
    let anna = store.create_local_agent(NewLocalAgent { groups, ..local("anna", Role::Support) }, at(0)).await.unwrap();
    let outcome = store.delete_group(group).await;
    assert!(matches!(outcome, Err(StorageError::GroupInUse { agents: 1, is_default: false, .. })), "{outcome:?}");
    let none = AgentEdit { groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    store.edit_agent(anna.id, none, None).await.unwrap();
    store.delete_group(group).await.unwrap();
    assert!(matches!(store.delete_group(group).await, Err(StorageError::NotFound)));
}

pub(crate) async fn the_default_group_stays(store: Store) {
    let group = store.create_group("Sales").await.unwrap().id;
    store.create_directory(&settings(first_group(&store).await), None).await.unwrap();
    store.create_directory(&settings(group), None).await.unwrap();
    let outcome = store.delete_group(group).await;
    assert!(matches!(outcome, Err(StorageError::GroupInUse { agents: 0, is_default: true, .. })), "{outcome:?}");
}

pub(crate) async fn a_removed_agent_loses_a_deleted_group(store: Store) {
    let import = Import::begin(&store).await;
    let group = store.create_group("Sales").await.unwrap().id;
    import.apply(&[add(&person("anna"), group)]).await.unwrap();
    import.apply(&[remove("anna")]).await.unwrap();
    store.delete_group(group).await.unwrap();
    assert_eq!(agent(&store, "anna").await.groups, BTreeSet::new());
    let removed = AgentQuery { state: Some(AgentState::Removed), group: Some(group), ..list() };
    assert!(names(&store, &removed).await.is_empty());
    import.apply(&[update("anna", person("anna"))]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.groups, BTreeSet::new());
    assert!(names(&store, &AgentQuery { group: Some(group), ..list() }).await.is_empty());
}

pub(crate) async fn a_group_number_is_never_given_out_twice(store: Store) {
    let first = store.create_group("Sales").await.unwrap().id;
    store.delete_group(first).await.unwrap();
    assert!(store.create_group("Sales").await.unwrap().id > first);
}

pub(crate) async fn group_sizes_leave_out_removed_agents(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    let (first, empty) = (first_group(&store).await, store.create_group("Sales").await.unwrap().id);
    import.apply(&[remove("bob")]).await.unwrap();
    assert_eq!(store.group_sizes().await.unwrap(), HashMap::from([(first, 2), (empty, 0)]));
}
