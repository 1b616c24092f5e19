use super::cast::*;
use muster::model::DirectoryId;
use muster::model::Role;
use muster::storage::*;
use std::collections::HashMap;

pub(crate) async fn a_session_is_there_until_it_ends(store: Store) {
    let record = session("s", id_of("anna"), 0, 100);
    store.add_session(&record).await.unwrap();
    assert_eq!(store.session("s", at(99)).await.unwrap(), Some(record));
    assert_eq!(store.session("s", at(100)).await.unwrap(), None);
    assert!(store.sessions_of(id_of("anna"), at(100)).await.unwrap().is_empty());
    assert_eq!(store.session("t", at(0)).await.unwrap(), None);
}

pub(crate) async fn an_update_replaces_state_and_end(store: Store) {
    let record = session("s", id_of("anna"), 0, 100);
    store.add_session(&record).await.unwrap();
    let state = HashMap::from([("other".into(), "1".into())]);
    assert!(store.update_session("s", &state, at(200)).await.unwrap());
    let expected = SessionRecord { state, expires_at: at(200), ..record };
    assert_eq!(store.session("s", at(150)).await.unwrap(), Some(expected));
}

pub(crate) async fn an_ended_session_does_not_come_back(store: Store) {
    store.add_session(&session("s", id_of("anna"), 0, 100)).await.unwrap();
    store.end_session("s").await.unwrap();
    assert!(!store.update_session("s", &HashMap::new(), at(200)).await.unwrap());
    assert_eq!(store.session("s", at(1)).await.unwrap(), None);
    store.end_session("s").await.unwrap();
    store.add_session(&session("t", id_of("anna"), 0, 100)).await.unwrap();
    store.end_sessions(id_of("anna"), None).await.unwrap();
    assert!(!store.update_session("t", &HashMap::new(), at(200)).await.unwrap());
    assert!(store.sessions_of(id_of("anna"), at(1)).await.unwrap().is_empty());
}

pub(crate) async fn all_sessions_but_one_are_ended(store: Store) {
    for (id, name) in [("a1", "anna"), ("a2", "anna"), ("a3", "anna"), ("b1", "bob")] {
        store.add_session(&session(id, id_of(name), 0, 100)).await.unwrap();
    }
    assert_eq!(store.end_sessions(id_of("anna"), Some("a2")).await.unwrap(), 2);
    let left = store.sessions_of(id_of("anna"), at(1)).await.unwrap();
    assert_eq!(left.iter().map(|session| session.id.as_str()).collect::<Vec<_>>(), ["a2"]);
    assert!(is_signed_in(&store, "b1").await && !is_signed_in(&store, "a1").await);
    assert_eq!(store.end_sessions(id_of("anna"), Some("b1")).await.unwrap(), 1);
    assert!(is_signed_in(&store, "b1").await);
}

pub(crate) async fn only_ldap_agents_lose_their_sessions_with_ldap(store: Store) {
    let owner = store.create_local_agent(local("owner", Role::Administrator), at(0)).await.unwrap();
    let owners = sign_in(&store, owner.id).await;
    let people = ["anna", "bob", "cora", "dave"];
    Import::of(&store, &people).await;
    for n in 0..300 {
        store.add_session(&session(&format!("s{n}"), id_of(people[n % 4]), 0, 100)).await.unwrap();
    }
    assert_eq!(store.end_ldap_sessions(DirectoryId::FIRST).await.unwrap(), 300);
    assert_eq!(store.end_ldap_sessions(DirectoryId::FIRST).await.unwrap(), 0);
    assert!(is_signed_in(&store, &owners).await && !is_signed_in(&store, "s299").await);
    assert!(store.sessions_of(id_of("bob"), at(1)).await.unwrap().is_empty());
}

pub(crate) async fn sessions_of_an_agent_come_newest_first(store: Store) {
    for (id, created) in [("old", 1), ("new", 9), ("middle", 5)] {
        store.add_session(&session(id, id_of("anna"), created, 100)).await.unwrap();
    }
    store.add_session(&session("gone", id_of("anna"), 2, 3)).await.unwrap();
    let found = store.sessions_of(id_of("anna"), at(10)).await.unwrap();
    assert_eq!(found.iter().map(|session| session.id.as_str()).collect::<Vec<_>>(), ["new", "middle", "old"]);
}

pub(crate) async fn a_sweep_deletes_what_has_ended(store: Store) {
    for n in 0..600 {
        let expires = if n % 2 == 0 { 10 } else { 100 };
        store.add_session(&session(&format!("s{n}"), id_of(&format!("p{}", n / 60)), 0, expires)).await.unwrap();
    }
    assert_eq!(store.sweep_sessions(at(50)).await.unwrap(), 300);
    assert_eq!(store.sweep_sessions(at(50)).await.unwrap(), 0);
    assert_eq!(store.sessions_of(id_of("p0"), at(0)).await.unwrap().len(), 30);
    assert!(!is_signed_in(&store, "s0").await && is_signed_in(&store, "s1").await);
}

pub(crate) async fn the_oldest_of_too_many_sessions_ends(store: Store) {
    let id = |number: usize| format!("s{number}");
    for number in 0..=SESSIONS_OF_ONE {
        let created = i64::try_from(number).unwrap();
        store.add_session(&session(&id(number), id_of("anna"), created, 1_000)).await.unwrap();
    }
    store.add_session(&session("bobs", id_of("bob"), 0, 1_000)).await.unwrap();
    // One that is written again is not one more.
    store.add_session(&session(&id(5), id_of("anna"), 5, 1_000)).await.unwrap();
    let left = store.sessions_of(id_of("anna"), at(1)).await.unwrap();
    assert_eq!((left.len(), left[0].id.as_str()), (SESSIONS_OF_ONE, "s100"));
    assert_eq!(store.session("s0", at(1)).await.unwrap(), None);
    assert!(store.session("s1", at(1)).await.unwrap().is_some());
    assert!(store.session("bobs", at(1)).await.unwrap().is_some());
}
