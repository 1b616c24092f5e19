use super::cast::*;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

pub(crate) async fn the_first_administrator_is_made_once(store: Store) {
    let first = local("first", Role::Administrator);
    let second = local("second", Role::Administrator);
    let (a, b) =
        tokio::join!(store.create_first_administrator(first, at(0)), store.create_first_administrator(second, at(0)));
    let refused = [&a, &b].into_iter().filter(|outcome| matches!(outcome, Err(StorageError::Conflict { .. }))).count();
    assert_eq!(refused, 1, "{a:?} {b:?}");
    assert_eq!(store.agent_counts().await.unwrap().able_administrators, 1);
}

pub(crate) async fn an_email_belongs_to_one_agent_in_any_case(store: Store) {
    let anna = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    let outcome = store.create_local_agent(local("ANNA", Role::Support), at(0)).await;
    assert!(matches!(outcome, Err(StorageError::EmailTaken { by }) if by == anna.id), "{outcome:?}");
    assert_eq!(store.agent_counts().await.unwrap().total, 1);
}

pub(crate) async fn an_agent_is_found_by_their_email_in_any_case(store: Store) {
    let anna = store.create_local_agent(local("Anna", Role::Support), at(0)).await.unwrap();
    assert_eq!(store.agent_by_email(" aNNa@EXAMPLE.com ").await.unwrap().as_ref(), Some(&anna));
    assert_eq!(store.agent(anna.id).await.unwrap(), Some(anna));
    assert_eq!(store.agent_by_email("bob@example.com").await.unwrap(), None);
    let import = Import::of(&store, &["carl"]).await;
    import.apply(&[remove("carl")]).await.unwrap();
    assert_eq!(store.agent_by_email("carl@example.com").await.unwrap(), None);
    assert!(agent(&store, "carl").await.removed.is_some());
}

pub(crate) async fn an_agent_of_an_unknown_group_is_refused(store: Store) {
    let groups = BTreeSet::from([GroupId(99)]);
    let new = NewLocalAgent { groups: groups.clone(), ..local("anna", Role::Support) };
    assert!(matches!(store.create_local_agent(new, at(0)).await, Err(StorageError::NotFound)));
    let anna = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    let edit = AgentEdit { groups: Some(groups), ..AgentEdit::default() };
    assert!(matches!(store.edit_agent(anna.id, edit, None).await, Err(StorageError::NotFound)));
    assert_eq!(store.agent(anna.id).await.unwrap(), Some(anna));
}

pub(crate) async fn a_deleted_agent_is_gone_and_their_email_is_free(store: Store) {
    let anna = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    let session = sign_in(&store, anna.id).await;
    store.delete_local_agent(anna.id).await.unwrap();
    assert_eq!(store.agent(anna.id).await.unwrap(), None);
    assert!(!is_signed_in(&store, &session).await);
    assert!(names(&store, &list()).await.is_empty());
    assert!(matches!(store.delete_local_agent(anna.id).await, Err(StorageError::NotFound)));
    store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
}

pub(crate) async fn an_agent_of_the_directory_cannot_be_deleted(store: Store) {
    Import::of(&store, &["anna"]).await;
    let outcome = store.delete_local_agent(id_of("anna")).await;
    assert!(matches!(outcome, Err(StorageError::OwnedByDirectory)), "{outcome:?}");
    assert_eq!(names(&store, &list()).await, ["anna"]);
}

pub(crate) async fn the_last_able_administrator_stays(store: Store) {
    let root = store.create_first_administrator(local("root", Role::Administrator), at(0)).await.unwrap();
    let block = AgentEdit { blocked: Some(true), ..AgentEdit::default() };
    let demote = AgentEdit { role: Some(Role::Support), ..AgentEdit::default() };
    let other = store.create_local_agent(local("other", Role::Administrator), at(0)).await.unwrap();
    store.edit_agent(other.id, block.clone(), None).await.unwrap();
    // A blocked administrator is no way in, nor is one of the directory.
    for edit in [&block, &demote] {
        let outcome = store.edit_agent(root.id, edit.clone(), None).await;
        assert!(matches!(outcome, Err(StorageError::LastAdministrator)), "{outcome:?}");
    }
    assert!(matches!(store.delete_local_agent(root.id).await, Err(StorageError::LastAdministrator)));
    assert_eq!(store.agent(root.id).await.unwrap().unwrap().version, 1);
    let unblock = AgentEdit { blocked: Some(false), ..AgentEdit::default() };
    store.edit_agent(other.id, unblock, None).await.unwrap();
    store.edit_agent(root.id, demote, None).await.unwrap();
    assert!(matches!(store.delete_local_agent(other.id).await, Err(StorageError::LastAdministrator)));
}

pub(crate) async fn a_sign_in_is_no_edit(store: Store) {
    let anna = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    store.record_sign_in(anna.id, at(7)).await.unwrap();
    let after = store.agent(anna.id).await.unwrap().unwrap();
    assert_eq!(after, Agent { last_sign_in_at: Some(at(7)), ..anna });
    assert!(matches!(store.record_sign_in(id_of("nobody"), at(7)).await, Err(StorageError::NotFound)));
}

pub(crate) async fn what_an_agent_chose_is_kept_and_is_no_edit(store: Store) {
    let anna = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    assert_eq!(anna.preferences, Preferences { language: None, shortcuts: true });
    let chosen = Preferences { language: Some("pt-BR".into()), shortcuts: false };
    store.set_preferences(anna.id, &chosen.clone().into()).await.unwrap();
    let after = store.agent(anna.id).await.unwrap().unwrap();
    assert_eq!(after, Agent { preferences: chosen.clone(), ..anna.clone() });
    let rename = AgentEdit { name: Some("Anna B".into()), ..AgentEdit::default() };
    assert_eq!(store.edit_agent(anna.id, rename, Some(anna.version)).await.unwrap().preferences, chosen);
    let language = PreferencesEdit { language: Some(None), ..PreferencesEdit::default() };
    store.set_preferences(anna.id, &language).await.unwrap();
    let after = store.agent(anna.id).await.unwrap().unwrap().preferences;
    assert_eq!(after, Preferences { language: None, shortcuts: false }, "what is not named stays");
    assert!(matches!(store.set_preferences(id_of("nobody"), &chosen.into()).await, Err(StorageError::NotFound)));
}

pub(crate) async fn an_agent_is_found_by_guid_also_when_removed(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    let attribute = import.run.guid_attribute.clone();
    let found = async |directory, attribute: Option<&str>, name: &str| {
        let found = store.agent_by_guid(directory, attribute, &person(name).guid).await.unwrap();
        found.map(|agent| agent.id)
    };
    let first = DirectoryId::FIRST;
    assert_eq!(found(first, attribute.as_deref(), "anna").await, Some(id_of("anna")));
    import.apply(&[remove("anna")]).await.unwrap();
    assert_eq!(found(first, attribute.as_deref(), "anna").await, Some(id_of("anna")));
    assert_eq!(found(first, attribute.as_deref(), "bob").await, Some(id_of("bob")));
    assert_eq!(found(first, Some("another"), "bob").await, None);
    assert_eq!(found(DirectoryId(2), attribute.as_deref(), "bob").await, None);
    assert_eq!(found(first, attribute.as_deref(), "carla").await, None);
}

pub(crate) async fn counts_follow_every_change(store: Store) {
    let counts =
        |total, from_ldap, local, able_administrators| AgentCounts { total, from_ldap, local, able_administrators };
    assert_eq!(store.agent_counts().await.unwrap(), counts(0, 0, 0, 0));
    store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    let import = Import::of(&store, &["anna", "bob"]).await;
    assert_eq!(store.agent_counts().await.unwrap(), counts(3, 2, 1, 1));
    import.apply(&[remove("anna")]).await.unwrap();
    assert_eq!(store.agent_counts().await.unwrap(), counts(2, 1, 1, 1));
    import.apply(&[update("anna", person("anna"))]).await.unwrap();
    assert_eq!(store.agent_counts().await.unwrap(), counts(3, 2, 1, 1));
}
