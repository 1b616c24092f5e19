use super::cast::*;
use muster::model::{AgentId, RecoveryCode, Role, SealedSecret, SecondFactor};
use muster::storage::*;

pub(crate) fn factor(sealed: &str, last_step: u64) -> SecondFactor {
    let recovery = vec![RecoveryCode { begins: "k7".into(), hash: "$argon2id$…".into() }];
    SecondFactor { secret: SealedSecret(sealed.into()), since: at(5), last_step, recovery }
}

/// One administrator who stays, and one to work on.
async fn owner(store: &Store) -> AgentId {
    store.create_local_agent(local("other", Role::Administrator), at(0)).await.unwrap();
    store.create_local_agent(local("owner", Role::Administrator), at(0)).await.unwrap().id
}

pub(crate) async fn a_second_factor_is_set_changed_and_ended(store: Store) {
    let owner = owner(&store).await;
    assert_eq!(store.second_factor(owner).await.unwrap(), None);
    let (first, second) = (factor("a", 1), factor("a", 2));
    assert!(store.change_second_factor(owner, None, Some(&first)).await.unwrap());
    assert_eq!(store.second_factor(owner).await.unwrap(), Some(first.clone()));
    assert!(store.change_second_factor(owner, Some(&first), Some(&second)).await.unwrap());
    assert_eq!(store.second_factors().await.unwrap(), [(owner, second.clone())]);
    assert!(store.change_second_factor(owner, Some(&second), None).await.unwrap());
    assert_eq!(store.second_factor(owner).await.unwrap(), None);
}

pub(crate) async fn a_second_factor_that_changed_meanwhile_is_left_as_it_is(store: Store) {
    let owner = owner(&store).await;
    let (first, second) = (factor("a", 1), factor("a", 2));
    assert!(!store.change_second_factor(owner, Some(&first), Some(&second)).await.unwrap());
    store.change_second_factor(owner, None, Some(&second)).await.unwrap();
    assert!(!store.change_second_factor(owner, None, Some(&first)).await.unwrap());
    assert!(!store.change_second_factor(owner, Some(&first), None).await.unwrap());
    assert_eq!(store.second_factor(owner).await.unwrap(), Some(second));
}

pub(crate) async fn of_many_changes_at_once_one_happens(store: Store) {
    let owner = owner(&store).await;
    let before = factor("a", 1);
    store.change_second_factor(owner, None, Some(&before)).await.unwrap();
    let changes = (2..10).map(|step| {
        let (store, before) = (store.clone(), before.clone());
        tokio::spawn(async move { store.change_second_factor(owner, Some(&before), Some(&factor("a", step))).await })
    });
    let mut happened = 0;
    for change in changes.collect::<Vec<_>>() {
        happened += usize::from(change.await.unwrap().unwrap());
    }
    assert_eq!(happened, 1);
}

pub(crate) async fn a_second_factor_goes_with_its_agent_and_is_for_local_ones(store: Store) {
    let owner = owner(&store).await;
    store.change_second_factor(owner, None, Some(&factor("a", 1))).await.unwrap();
    store.record_sign_in(owner, at(3)).await.unwrap();
    assert!(store.second_factor(owner).await.unwrap().is_some(), "a change of the agent took it away");
    store.delete_local_agent(owner).await.unwrap();
    assert_eq!(store.second_factor(owner).await.unwrap(), None);
    Import::of(&store, &["anna"]).await;
    for nobody in [owner, id_of("anna")] {
        let refused = store.change_second_factor(nobody, None, Some(&factor("a", 1))).await;
        assert!(matches!(refused, Err(StorageError::NotFound)), "{refused:?}");
    }
}
