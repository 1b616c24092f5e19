use super::cast::*;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

fn rename(name: &str) -> AgentEdit {
    AgentEdit { name: Some(name.into()), ..AgentEdit::default() }
}

async fn anna(store: &Store) -> Agent {
    store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap()
}

pub(crate) async fn each_edit_counts_the_version_up_by_one(store: Store) {
    let anna = anna(&store).await;
    assert_eq!(anna.version, 1);
    let edited = store.edit_agent(anna.id, rename("Anna B"), Some(1)).await.unwrap();
    assert_eq!((edited.version, edited.name.as_str()), (2, "Anna B"));
    assert_eq!(store.edit_agent(anna.id, rename("Anna C"), None).await.unwrap().version, 3);
    assert_eq!(names(&store, &list()).await, ["Anna C"]);
}

pub(crate) async fn an_edit_of_an_older_version_changes_nothing(store: Store) {
    let anna = anna(&store).await;
    let edited = store.edit_agent(anna.id, rename("Anna B"), Some(1)).await.unwrap();
    let outcome = store.edit_agent(anna.id, rename("Anna C"), Some(1)).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { current: 2 })), "{outcome:?}");
    assert_eq!(store.agent(anna.id).await.unwrap(), Some(edited));
}

pub(crate) async fn an_edit_that_changes_nothing_keeps_the_version(store: Store) {
    let anna = anna(&store).await;
    let edit = AgentEdit { role: Some(Role::Support), blocked: Some(false), ..rename("anna") };
    assert_eq!(store.edit_agent(anna.id, edit, Some(1)).await.unwrap(), anna);
}

pub(crate) async fn an_email_moves_with_its_agent(store: Store) {
    let anna = anna(&store).await;
    store.create_local_agent(local("bob", Role::Support), at(0)).await.unwrap();
    let to = |name: &str| AgentEdit { email: Some(email(name)), ..AgentEdit::default() };
    assert!(matches!(store.edit_agent(anna.id, to("BOB"), None).await, Err(StorageError::EmailTaken { .. })));
    store.edit_agent(anna.id, to("carla"), None).await.unwrap();
    assert_eq!(store.agent_by_email("anna@example.com").await.unwrap(), None);
    assert_eq!(store.agent_by_email("carla@example.com").await.unwrap().unwrap().id, anna.id);
    let spelled = store.edit_agent(anna.id, to("Carla"), None).await.unwrap();
    assert_eq!(spelled.email.as_str(), "Carla@example.com");
    store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
}

pub(crate) async fn what_an_administrator_changes_is_their_own_choice(store: Store) {
    Import::of(&store, &["anna"]).await;
    let before = agent(&store, "anna").await;
    let same = AgentEdit { groups: Some(before.groups.clone()), role: Some(Role::Employee), ..AgentEdit::default() };
    let after = store.edit_agent(before.id, same, None).await.unwrap();
    assert_eq!((after.groups_origin, after.role_origin), (Origin::Default, Origin::Administrator));
    let none = AgentEdit { groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    assert_eq!(store.edit_agent(before.id, none, None).await.unwrap().groups_origin, Origin::Administrator);
}

pub(crate) async fn what_the_directory_owns_cannot_be_edited(store: Store) {
    Import::of(&store, &["anna"]).await;
    let before = agent(&store, "anna").await;
    let role = Some(Role::Administrator);
    for edit in [
        AgentEdit { role, ..rename("Other") },
        AgentEdit { role, email: Some(email("other")), ..AgentEdit::default() },
        AgentEdit { role, phone: Some(None), ..AgentEdit::default() },
        AgentEdit { role, password_hash: Some("hash".into()), ..AgentEdit::default() },
    ] {
        let outcome = store.edit_agent(before.id, edit, None).await;
        assert!(matches!(outcome, Err(StorageError::OwnedByDirectory)), "{outcome:?}");
    }
    assert_eq!(agent(&store, "anna").await, before);
}

pub(crate) async fn a_removed_agent_cannot_be_edited(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    import.apply(&[remove("anna")]).await.unwrap();
    let edit = AgentEdit { blocked: Some(true), ..AgentEdit::default() };
    assert!(matches!(store.edit_agent(id_of("anna"), edit.clone(), None).await, Err(StorageError::NotFound)));
    assert!(matches!(store.edit_agent(id_of("nobody"), edit, None).await, Err(StorageError::NotFound)));
}

pub(crate) async fn role_password_and_block_end_the_sessions(store: Store) {
    let anna = anna(&store).await;
    let bob = store.create_local_agent(local("bob", Role::Support), at(0)).await.unwrap();
    let of_bob = sign_in(&store, bob.id).await;
    let session = sign_in(&store, anna.id).await;
    store.edit_agent(anna.id, rename("Anna B"), None).await.unwrap();
    assert!(is_signed_in(&store, &session).await, "a new name ends nothing");
    for edit in [
        AgentEdit { role: Some(Role::Employee), ..AgentEdit::default() },
        AgentEdit { password_hash: Some("another".into()), ..AgentEdit::default() },
        AgentEdit { blocked: Some(true), ..AgentEdit::default() },
    ] {
        let session = sign_in(&store, anna.id).await;
        store.edit_agent(anna.id, edit.clone(), None).await.unwrap();
        assert!(!is_signed_in(&store, &session).await, "{edit:?}");
        assert!(store.sessions_of(anna.id, at(1)).await.unwrap().is_empty());
    }
    assert!(is_signed_in(&store, &of_bob).await, "somebody else's session");
}
