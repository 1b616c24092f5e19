//! Who may be removed, and what happens until an administrator has looked.

use super::*;
use crate::ldap::Whereabouts;
use crate::test_store::person;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

const ALL: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/// With all of them as agents, imported once.
async fn company() -> (Arc<TestStore>, Imports) {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, holds(&ALL));
    assert_eq!(import(&imports, &store, false).await.counts.added, 10);
    (store, imports)
}

fn now_from(imports: &Imports, script: Script) -> Imports {
    Imports { directory: Arc::new(script), ..imports.clone() }
}

fn present(store: &TestStore) -> usize {
    store.lock().agents.values().filter(|agent| agent.removed.is_none()).count()
}

#[tokio::test]
async fn more_than_a_fifth_waits_while_additions_go_on() {
    let (store, imports) = company().await;
    let few = now_from(&imports, holds(&["a", "b", "c", "d", "new"]));
    let run = import(&few, &store, false).await;
    assert_eq!(run.state, RunState::Held);
    assert_eq!(run.counts, Counts { read: 5, added: 1, unchanged: 4, held: 6, ..Counts::default() });
    assert_eq!(run.held_reasons, [HeldReason::TooMany { absent: 6, agents: 10, percent: 20, count: 5 }]);
    assert_eq!(present(&store), 11);
    let hold = store.lock().standing.hold.clone().unwrap();
    assert_eq!((hold.run, hold.count, Some(&hold.digest)), (run.id, 6, run.digest.as_ref()));

    // Once they are all back nothing waits any more.
    let back = import(&now_from(&imports, holds(&ALL)), &store, false).await;
    assert_eq!((back.state, store.lock().standing.hold.clone()), (RunState::Done, None));
}

#[tokio::test]
async fn a_preview_says_that_removals_would_be_held_and_holds_nothing() {
    let (store, imports) = company().await;
    let run = import(&now_from(&imports, holds(&["a"])), &store, true).await;
    assert_eq!((run.state, run.counts.held), (RunState::Held, 9));
    assert!(run.digest.is_some());
    assert_eq!(store.lock().standing.hold, None);
}

#[tokio::test]
async fn whoever_answers_when_asked_again_is_missed_and_not_removed() {
    let (store, imports) = company().await;
    let script = holds(&["a", "b", "c", "d", "e", "f", "g", "h"]).but_again(|guid| {
        let there = guid.as_str() == "guid-i";
        Some(if there { Whereabouts::Within(Found::Person(person("i"))) } else { elsewhere("cn=j,dc=y") })
    });
    let run = import(&now_from(&imports, script), &store, false).await;
    assert_eq!(run.counts, Counts { read: 9, unchanged: 9, removed: 1, missed: 1, ..Counts::default() });
    let lines = store.lock().lines.clone();
    let told = |kind| lines.iter().find(|line| line.kind == kind).unwrap();
    assert!(told(ChangeKind::Missed).reason().unwrap().contains("there when asked for by GUID"));
    assert_eq!(told(ChangeKind::Removed).cause, Some(RemovalCause::MovedOut { dn: "cn=j,dc=y".into() }));
    let agents = store.lock().agents.clone();
    let gone = agents.values().find(|agent| agent.removed.is_some()).unwrap();
    assert_eq!(gone.removed.as_ref().unwrap().cause, RemovalCause::MovedOut { dn: "cn=j,dc=y".into() });
}

fn elsewhere(dn: &str) -> Whereabouts {
    Whereabouts::Outside(RemovalCause::MovedOut { dn: dn.into() })
}

#[tokio::test(start_paused = true)]
async fn a_directory_too_slow_to_be_asked_again_holds_removals_and_nothing_else() {
    let (store, imports) = company().await;
    let script = holds(&["a", "b", "c", "d", "e", "f", "g", "h", "new"])
        .but_again(|guid| (guid.as_str() == "guid-i").then_some(Whereabouts::Outside(RemovalCause::Gone)));
    let run = import_slowly(&now_from(&imports, script), &store).await;
    assert_eq!((run.state, run.counts.added, run.counts.held), (RunState::Held, 1, 2));
    assert_eq!(run.held_reasons, [HeldReason::NotConfirmed { agents: 1 }]);
    assert_eq!(present(&store), 11);
}

async fn import_slowly(imports: &Imports, store: &TestStore) -> ImportRun {
    let id = imports.request(DirectoryId::FIRST, StartedBy::Command, false).await.unwrap().id;
    imports.work(CancellationToken::new()).await;
    store.lock().runs[&id].clone()
}

#[tokio::test]
async fn the_second_look_asks_for_the_absent_and_for_nobody_else() {
    let (store, imports) = company().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let script = holds(&ALL[..8]).but_again(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        Some(Whereabouts::Outside(RemovalCause::Gone))
    });
    let imports = now_from(&imports, script);
    assert_eq!(import(&imports, &store, false).await.counts.removed, 2);
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert_eq!(import(&imports, &store, false).await.counts.removed, 0);
    assert_eq!(asked.load(Ordering::SeqCst), 2, "whoever is removed is not asked for again");
}

#[tokio::test]
async fn a_connection_lost_during_the_second_look_changes_nothing() {
    let (store, imports) = company().await;
    let before = store.lock().agents.clone();
    let script = holds(&ALL[..8]).lost_again();
    let run = import(&now_from(&imports, script), &store, false).await;
    assert_eq!((run.state, run.counts.removed), (RunState::Failed, 0));
    assert_eq!(store.lock().agents, before);
}

/// Changes the settings as an administrator would.
fn change(store: &TestStore, change: impl FnOnce(&mut LdapSettings)) {
    change(store.lock().settings.as_mut().unwrap());
}

#[tokio::test]
async fn after_a_change_of_the_filter_a_single_removal_waits_run_after_run() {
    let (store, imports) = company().await;
    change(&store, |settings| settings.user_filter = Filter::parse("(department=Support)").ok());
    let imports = now_from(&imports, holds(&ALL[..9]));
    for _ in 0..2 {
        let run = import(&imports, &store, false).await;
        assert_eq!(run.held_reasons, [HeldReason::SettingsChanged { what: vec!["User filter".into()] }]);
        assert_eq!((run.counts.held, present(&store)), (1, 10));
    }
    // The filter was a mistake, and is taken back: nothing waits any more.
    change(&store, |settings| settings.user_filter = None);
    let run = import(&now_from(&imports, holds(&ALL)), &store, false).await;
    assert_eq!((run.state, store.lock().standing.hold.clone()), (RunState::Done, None));
}

/// Says yes to whatever waits.
fn approve(store: &TestStore) {
    let mut data = store.lock();
    let by = AgentId(uuid::Uuid::nil());
    data.standing.hold.as_mut().unwrap().approved = Some(Approval { by, at: Timestamp::UNIX_EPOCH });
}

#[tokio::test]
async fn exactly_the_approved_list_is_removed() {
    let (store, imports) = company().await;
    let few = now_from(&imports, holds(&ALL[..4]));
    import(&few, &store, false).await;
    approve(&store);
    // One of them is back: this is another list, and nobody of it is removed, few as they are.
    let other = import(&now_from(&imports, holds(&["a", "b", "c", "d", "e"])), &store, false).await;
    assert_eq!((other.state, other.counts.held, present(&store)), (RunState::Held, 5, 10));
    approve(&store);
    let run = import(&now_from(&imports, holds(&["a", "b", "c", "d", "e"])), &store, false).await;
    assert_eq!((run.state, run.counts.removed, present(&store)), (RunState::Done, 5, 5));
}

#[tokio::test]
async fn people_who_are_added_do_not_make_held_removals_few_enough() {
    let (store, imports) = company().await;
    let names = (0..60).map(|n| &*format!("n{n}").leak()).collect::<Vec<&str>>().leak();
    let others = now_from(&imports, holds(names));
    for _ in 0..3 {
        let run = import(&others, &store, false).await;
        assert_eq!((run.state, run.counts.held, run.counts.removed), (RunState::Held, 10, 0));
    }
    assert_eq!(present(&store), 70);
}

#[tokio::test]
async fn a_list_that_changed_after_its_approval_waits_anew() {
    let (store, imports) = company().await;
    import(&now_from(&imports, holds(&ALL[..4])), &store, false).await;
    approve(&store);
    let other = import(&now_from(&imports, holds(&ALL[..3])), &store, false).await;
    assert_eq!((other.state, other.counts.held, present(&store)), (RunState::Held, 7, 10));
    assert_eq!(store.lock().standing.hold.as_ref().unwrap().approved, None);
    approve(&store);
    let run = import(&now_from(&imports, holds(&ALL[..3])), &store, false).await;
    assert_eq!((run.state, run.counts.removed, present(&store)), (RunState::Done, 7, 3));
    assert_eq!(store.lock().standing.hold, None);
}

#[tokio::test]
async fn an_approved_removal_that_was_broken_off_is_completed_by_the_next_import() {
    let (store, imports) = company().await;
    let few = now_from(&imports, holds(&ALL[..3]));
    import(&few, &store, false).await;
    approve(&store);
    // As a crash leaves it: some of them are removed already.
    let held: Vec<AgentId> = store.lock().standing.held.iter().copied().collect();
    for id in &held[..3] {
        let removal = Removal { at: Timestamp::UNIX_EPOCH, run: RunId(2), cause: RemovalCause::Gone };
        store.lock().agents.get_mut(id).unwrap().removed = Some(removal);
    }
    let run = import(&few, &store, false).await;
    assert_eq!((run.state, run.counts.removed, present(&store)), (RunState::Done, 4, 3));
}

#[tokio::test]
async fn an_approval_is_no_evidence() {
    let (store, imports) = company().await;
    import(&now_from(&imports, holds(&ALL[..3])), &store, false).await;
    approve(&store);
    let back = Arc::new(AtomicBool::new(true));
    let script = holds(&ALL[..3]).but_again(move |guid| {
        let name = guid.as_str().trim_start_matches("guid-");
        let found = back.load(Ordering::SeqCst) && name == "j";
        Some(if found { Whereabouts::Within(Found::Person(person("j"))) } else { elsewhere("cn=x") })
    });
    let run = import(&now_from(&imports, script), &store, false).await;
    assert_eq!((run.state, run.counts.missed, run.counts.held), (RunState::Held, 1, 6), "another list now");
    assert_eq!(present(&store), 10);
}

#[tokio::test]
async fn the_kept_stay_until_they_are_seen_or_the_settings_change() {
    let (store, imports) = company().await;
    let few = now_from(&imports, holds(&ALL[..4]));
    import(&few, &store, false).await;
    let standing = std::mem::take(&mut store.lock().standing).kept();
    store.lock().standing = standing;
    let run = import(&few, &store, false).await;
    assert_eq!((run.state, run.counts.kept, run.counts.held), (RunState::Done, 6, 0));
    assert_eq!(present(&store), 10);

    // One more leaves: an ordinary removal. One of the kept is seen again, and then leaves too.
    let run = import(&now_from(&imports, holds(&["a", "b", "c", "e"])), &store, false).await;
    assert_eq!((run.counts.removed, run.counts.kept, run.state), (1, 5, RunState::Done));
    let run = import(&now_from(&imports, holds(&["a", "b", "c"])), &store, false).await;
    assert_eq!((run.counts.removed, run.counts.kept), (1, 5));

    change(&store, |settings| settings.base_dn = Dn::parse("ou=people,dc=x").ok());
    let run = import(&now_from(&imports, holds(&["a", "b", "c"])), &store, false).await;
    assert_eq!((run.state, run.counts.held, run.counts.kept), (RunState::Held, 5, 0));
    assert_eq!(run.held_reasons[0], HeldReason::SettingsChanged { what: vec!["Directory DN".into()] });
}

#[tokio::test]
async fn what_was_decided_while_an_import_ran_is_not_undone_by_its_end() {
    let ids: BTreeSet<AgentId> = (1..=3).map(|n| AgentId(uuid::Uuid::from_u128(n))).collect();
    let scope = |filter: &str| Scope {
        hosts: "h".into(),
        base: "b".into(),
        filter: filter.into(),
        group: String::new(),
        guid_attribute: "g".into(),
    };
    let held = |filter| Conclusion {
        scope: scope(filter),
        held: Some(HeldList { reasons: vec![], agents: ids.clone(), digest: guard::digest(&ids) }),
        released: BTreeSet::new(),
    };
    let done = |filter| Conclusion { scope: scope(filter), held: None, released: BTreeSet::new() };
    let first = Standing::default().concluded(RunId(1), done("f")).concluded(RunId(2), held("f"));
    assert_eq!(first.held, ids);

    let kept = first.clone().kept();
    let after = kept.clone().concluded(RunId(3), held("f"));
    assert_eq!((&after.kept, &after.hold), (&ids, &None), "kept meanwhile");

    let mut approved = first;
    let by = Approval { by: AgentId(uuid::Uuid::nil()), at: Timestamp::UNIX_EPOCH };
    approved.hold.as_mut().unwrap().approved = Some(by);
    let again = approved.clone().concluded(RunId(3), held("f"));
    assert_eq!(again.hold.unwrap().approved, Some(by), "the same list");
    let other = approved.concluded(RunId(3), held("other filter"));
    assert_eq!(other.hold.unwrap().approved, None, "the same people, read by other settings");

    let moved_on = kept.concluded(RunId(3), done("other filter"));
    assert!(moved_on.kept.is_empty(), "keeping was for the settings of then");
}
