use super::cast::*;
use muster::model::*;
use muster::storage::*;

/// Seven lines in two batches.
async fn seven(store: &Store) -> Import {
    let import = Import::begin(store).await;
    import
        .report(&[
            line(ChangeKind::Added, "anna"),
            line(ChangeKind::Updated, "bob"),
            line(ChangeKind::Added, "carl"),
            line(ChangeKind::Skipped, "dora"),
        ])
        .await;
    import
        .report(&[line(ChangeKind::Added, "emil"), line(ChangeKind::Removed, "fred"), line(ChangeKind::Added, "gina")])
        .await;
    import
}

/// Names on all pages of two lines; every page must tell the same total.
async fn found(import: &Import, kind: Option<ChangeKind>, text: &str) -> (Vec<String>, u64) {
    let mut query = ChangeQuery { kind, text: text.into(), after: None, limit: 2 };
    let mut names = Vec::new();
    loop {
        let page = import.store.changes(import.run.id, &query).await.unwrap();
        names.extend(page.items.into_iter().map(|line| line.name));
        if page.next.is_none() {
            return (names, page.total);
        }
        query.after = page.next;
    }
}

pub(crate) async fn lines_come_in_the_order_of_their_batches(store: Store) {
    let import = seven(&store).await;
    let (names, total) = found(&import, None, "").await;
    assert_eq!(names, ["anna", "bob", "carl", "dora", "emil", "fred", "gina"]);
    assert_eq!(total, 7);
    let query = ChangeQuery { limit: 1, after: Some("no cursor".into()), ..ChangeQuery::default() };
    let page = store.changes(import.run.id, &query).await.unwrap();
    assert_eq!(page.items, [line(ChangeKind::Added, "anna")]);
}

pub(crate) async fn lines_are_filtered_by_kind(store: Store) {
    let import = seven(&store).await;
    for (kind, expected) in [
        (ChangeKind::Added, vec!["anna", "carl", "emil", "gina"]),
        (ChangeKind::Updated, vec!["bob"]),
        (ChangeKind::Removed, vec!["fred"]),
        (ChangeKind::Restored, vec![]),
        (ChangeKind::Skipped, vec!["dora"]),
    ] {
        let (names, total) = found(&import, Some(kind), "").await;
        assert_eq!((names.len() as u64, names), (total, expected.iter().map(|name| (*name).to_owned()).collect()));
    }
}

pub(crate) async fn lines_are_searched_in_name_dn_and_values(store: Store) {
    let import = seven(&store).await;
    for (kind, text, expected) in [
        (None, "CN=Anna,", vec!["anna"]),
        (None, "old phone of b", vec!["bob"]),
        (None, "a,dc=", vec!["anna", "dora", "gina"]),
        (Some(ChangeKind::Added), "a,dc=", vec!["anna", "gina"]),
        (None, "nothing like it", vec![]),
    ] {
        let (names, total) = found(&import, kind, text).await;
        assert_eq!(names, expected, "{text}");
        assert_eq!(total as usize, expected.len());
    }
}

pub(crate) async fn a_preview_writes_lines_only(store: Store) {
    let (run, _) = store.request_run(DirectoryId::FIRST, StartedBy::Command, true, at(0)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    store.apply_import(lease, run.id, &[], &[line(ChangeKind::Added, "anna")], at(1)).await.unwrap();
    let query = ChangeQuery { limit: 5, ..ChangeQuery::default() };
    assert_eq!(store.changes(run.id, &query).await.unwrap().total, 1);
    store.save_run(lease, &ImportRun { phase: Phase::Applying, ..run.clone() }).await.unwrap();
    assert_eq!(store.changes(run.id, &query).await.unwrap().total, 1, "saving a run keeps its report");
    assert!(names(&store, &list()).await.is_empty());
}

pub(crate) async fn the_report_of_an_unknown_run_is_empty(store: Store) {
    seven(&store).await;
    let page = store.changes(RunId(99), &ChangeQuery { limit: 5, ..ChangeQuery::default() }).await.unwrap();
    assert_eq!((page.items.len(), page.total, page.next), (0, 0, None));
}
