//! What imports did to one agent, and how long the store remembers it.

use super::cast::*;
use muster::model::*;
use muster::storage::*;

async fn kinds(store: &Store, name: &str) -> Vec<(u64, ChangeKind)> {
    let events = store.agent_history(id_of(name), 10).await.unwrap();
    events.iter().map(|event| (event.run.0, event.change.kind)).collect()
}

async fn begin(store: &Store, dry_run: bool) -> Import {
    let (run, _) = store.request_run(DirectoryId::FIRST, StartedBy::Schedule, dry_run, at(0)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    Import { store: store.clone(), lease, run }
}

pub(crate) async fn an_agents_history_is_its_own_newest_first(store: Store) {
    let first = Import::of(&store, &["anna", "bob"]).await;
    first.report(&[line(ChangeKind::Added, "anna"), line(ChangeKind::Updated, "bob")]).await;
    first.end(RunState::Done, 2).await;
    let second = begin(&store, false).await;
    second.report(&[line(ChangeKind::Skipped, "anna"), line(ChangeKind::Removed, "anna")]).await;
    second.report(&[line(ChangeKind::Restored, "anna"), line(ChangeKind::Held, "anna")]).await;
    assert_eq!(kinds(&store, "anna").await, [(2, ChangeKind::Restored), (2, ChangeKind::Removed)]);
    assert_eq!(kinds(&store, "bob").await, [(1, ChangeKind::Updated)]);
    let events = store.agent_history(id_of("anna"), 1).await.unwrap();
    assert_eq!((events.len(), &events[0].change), (1, &line(ChangeKind::Restored, "anna")));
    assert_eq!(events[0].at, at(5));
    assert_eq!(agent(&store, "anna").await.added_by, Some(RunId(1)));
}

pub(crate) async fn a_preview_is_in_nobodys_history(store: Store) {
    Import::of(&store, &["anna"]).await.end(RunState::Done, 1).await;
    begin(&store, true).await.report(&[line(ChangeKind::Updated, "anna")]).await;
    assert_eq!(kinds(&store, "anna").await, []);
}

pub(crate) async fn old_runs_are_thinned_to_their_numbers(store: Store) {
    let old = Import::of(&store, &["anna"]).await;
    let many: Vec<AgentChange> = (0..400).map(|n| line(ChangeKind::Updated, &format!("p{n}"))).collect();
    for _ in 0..15 {
        old.report(&many).await;
    }
    old.report(&[line(ChangeKind::Updated, "anna")]).await;
    old.end(RunState::Done, 1).await;
    let open = begin(&store, false).await;
    open.report(&[line(ChangeKind::Updated, "anna")]).await;
    assert_eq!(store.thin_runs(at(9)).await.unwrap(), 0, "it ended then, not before");
    assert_eq!(store.thin_runs(at(100)).await.unwrap(), 1);
    let report = store.changes(old.run.id, &ChangeQuery { limit: 10, ..ChangeQuery::default() }).await.unwrap();
    assert_eq!((report.items.len(), report.total, report.next), (0, 0, None));
    let thinned = store.run(old.run.id).await.unwrap().unwrap();
    assert_eq!((thinned.thinned, thinned.counts.read), (true, 1));
    assert_eq!(kinds(&store, "anna").await, [(2, ChangeKind::Updated)]);
    assert_eq!(store.thin_runs(at(100)).await.unwrap(), 0);
}

pub(crate) async fn runs_are_filtered_by_kind_state_and_outcome(store: Store) {
    let end = async |dry_run: bool, state: RunState, added: u64| {
        let import = begin(&store, dry_run).await;
        let counts = Counts { added, ..Counts::default() };
        let run = ImportRun { state, counts, finished_at: Some(at(9)), ..import.run };
        store.end_run(import.lease, &run, None).await.unwrap();
        store.release_lease(import.lease).await.unwrap();
    };
    end(false, RunState::Done, 3).await;
    end(false, RunState::Done, 0).await;
    end(true, RunState::Held, 0).await;
    end(false, RunState::Failed, 0).await;
    let found = async |query: RunQuery| {
        let page = store.runs(&RunQuery { limit: 10, ..query }).await.unwrap();
        assert_eq!(page.total, page.items.len() as u64);
        page.items.iter().map(|run| run.id.0).collect::<Vec<_>>()
    };
    assert_eq!(found(RunQuery { state: Some(RunState::Done), ..RunQuery::default() }).await, [2, 1]);
    assert_eq!(found(RunQuery { dry_run: Some(true), ..RunQuery::default() }).await, [3]);
    assert_eq!(found(RunQuery { dry_run: Some(false), ..RunQuery::default() }).await, [4, 2, 1]);
    assert_eq!(found(RunQuery { notable: true, ..RunQuery::default() }).await, [4, 3, 1]);
    let page = store.runs(&RunQuery { notable: true, limit: 2, ..RunQuery::default() }).await.unwrap();
    assert_eq!((page.items.len(), page.total), (2, 3));
    let rest =
        store.runs(&RunQuery { notable: true, limit: 2, after: page.next, ..RunQuery::default() }).await.unwrap();
    assert_eq!((rest.items[0].id, rest.next), (RunId(1), None));
    assert_eq!(store.last_completed_run(DirectoryId::FIRST).await.unwrap().map(|run| run.id), Some(RunId(2)));
}
