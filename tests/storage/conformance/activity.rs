use super::cast::*;
use futures::future::join_all;
use muster::model::*;
use muster::storage::activity::*;
use muster::storage::*;

fn sealer() -> Sealer {
    Sealer::new([7; 64], "a key".into())
}

fn deed(seconds: i64, name: &str, action: Action) -> Deed {
    let actor = Actor::Agent { id: id_of(name), name: name.into(), email: format!("{name}@example.com") };
    Deed::new(at(seconds), actor, action).from("10.0.0.1")
}

async fn append(store: &Store, deeds: Vec<Deed>) -> Vec<Activity> {
    store.append_activity(deeds, &sealer()).await.unwrap()
}

/// All pages.
async fn numbers(store: &Store, query: ActivityQuery) -> Vec<u64> {
    let (mut numbers, mut query) = (Vec::new(), ActivityQuery { limit: 3, ..query });
    loop {
        let page = store.activity(&query).await.unwrap();
        assert!(page.items.len() <= 3);
        numbers.extend(page.items.iter().map(|activity| activity.number));
        let Some(next) = page.next else { return numbers };
        query.after = Some(next);
    }
}

async fn verified(store: &Store) -> Verified {
    let sealer = sealer();
    let mut verifier = Verifier::new(&sealer);
    for found in store.activity_from(0, 10_000).await.unwrap() {
        verifier.see(&found);
    }
    verifier.end(&store.activity_head().await.unwrap())
}

pub(crate) async fn records_are_numbered_and_follow_each_other(store: Store) {
    assert_eq!(store.activity_head().await.unwrap(), ActivityHead::default());
    let first =
        append(&store, vec![deed(0, "anna", Action::SignedIn), deed(1, "bob\0\u{2028}", Action::SignedOut)]).await;
    let second = append(&store, vec![deed(2, "anna", Action::SettingsSaved)]).await;
    assert_eq!((first[0].number, first[1].number, second[0].number), (1, 2, 3));
    assert_eq!((first[0].before.as_str(), &first[1].before, &second[0].before), ("", &first[0].hash, &first[1].hash));
    let all = store.activity_from(0, 10).await.unwrap();
    let expected: Vec<Recorded> = first.into_iter().chain(second).map(|one| (one.number, Some(one))).collect();
    assert_eq!(all, expected);
    assert_eq!(store.activity_head().await.unwrap(), head_of(expected[2].1.as_ref().unwrap()));
    assert_eq!(verified(&store).await.fault, None);
}

pub(crate) async fn records_that_are_added_at_once_make_one_chain(store: Store) {
    let adding = (0..40).map(|n| {
        let store = store.clone();
        tokio::spawn(async move {
            append(&store, vec![deed(n, "anna", Action::SignedIn), deed(n, "bob", Action::SignedIn)]).await
        })
    });
    for added in join_all(adding).await {
        let added = added.unwrap();
        assert_eq!(added[0].number + 1, added[1].number);
    }
    let found = verified(&store).await;
    assert_eq!((found.records, found.fault), (80, None));
}

pub(crate) async fn records_are_listed_newest_first_and_filtered(store: Store) {
    let about = |deed: Deed, name: &str| deed.about(Subject::new(SubjectKind::Agent, id_of(name), name));
    let deeds = vec![
        deed(0, "anna", Action::SignedIn),
        about(deed(10, "anna", Action::AgentEdited), "bob"),
        deed(20, "bob", Action::SignedIn),
        deed(30, "anna", Action::SettingsSaved),
        about(deed(40, "anna", Action::AgentBlocked), "bob"),
        Deed::new(at(50), Actor::Command, Action::BackupMade),
        deed(60, "Zoë 50% O_o", Action::SignedIn),
    ];
    append(&store, deeds).await;
    let of = |query: ActivityQuery| numbers(&store, query);
    let none = ActivityQuery::default;
    assert_eq!(of(none()).await, [7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(of(ActivityQuery { action: Some(Action::SignedIn), ..none() }).await, [7, 3, 1]);
    assert_eq!(of(ActivityQuery { agent: Some(id_of("bob")), ..none() }).await, [5, 3, 2]);
    assert_eq!(of(ActivityQuery { from: Some(at(10)), until: Some(at(40)), ..none() }).await, [4, 3, 2]);
    assert_eq!(of(ActivityQuery { text: "anna bob".into(), ..none() }).await, [5, 2]);
    assert_eq!(of(ActivityQuery { text: "ANNA@example".into(), ..none() }).await, [5, 4, 2, 1]);
    assert_eq!(of(ActivityQuery { text: "zoë 50% o_o".into(), ..none() }).await, [7]);
    assert_eq!(of(ActivityQuery { text: "0_0".into(), ..none() }).await, Vec::<u64>::new());
    assert_eq!(of(ActivityQuery { after: Some("nonsense".into()), ..none() }).await.len(), 7);
}

pub(crate) async fn old_records_go_and_a_record_says_so(store: Store) {
    append(&store, (0..10).map(|n| deed(n, "anna", Action::SignedIn)).collect()).await;
    assert_eq!(store.prune_activity(at(0), at(100), &sealer()).await.unwrap(), 0);
    assert_eq!(store.activity_head().await.unwrap().number, 10, "nothing goes, and nothing is said");
    assert_eq!(store.prune_activity(at(4), at(100), &sealer()).await.unwrap(), 4);
    let found = verified(&store).await;
    assert_eq!((found.fault.clone(), found.records, found.pruned), (None, 7, true), "{found:?}");
    let newest = store.activity(&ActivityQuery { limit: 1, ..ActivityQuery::default() }).await.unwrap().items;
    assert_eq!((newest[0].number, newest[0].deed.action), (11, Action::ActivityPruned));
    assert_eq!(store.prune_activity(at(1_000), at(200), &sealer()).await.unwrap(), 7);
    let found = verified(&store).await;
    assert_eq!((found.fault.clone(), found.records), (None, 1), "{found:?}");
    assert_eq!(append(&store, vec![deed(300, "anna", Action::SignedIn)]).await[0].number, 13);
}

pub(crate) async fn a_restored_log_goes_on_where_it_ended(store: Store) {
    let (target, _folder) = super::backup::other().await;
    append(&store, (0..700).map(|n| deed(n, "anna", Action::SignedIn)).collect()).await;
    store.prune_activity(at(3), at(800), &sealer()).await.unwrap();
    let records = super::backup::backup(&store).await;
    super::backup::restore(&target, &records).await.unwrap();
    assert_eq!(target.activity_from(0, 1_000).await.unwrap(), store.activity_from(0, 1_000).await.unwrap());
    assert_eq!(append(&target, vec![deed(900, "bob", Action::Restored)]).await[0].number, 702);
    assert_eq!(verified(&target).await.fault, None);
    assert!(matches!(super::backup::restore(&target, &records).await, Err(StorageError::NotEmpty)));
}
