//! What charts are drawn from: days of imports, and five minutes of a link.

use super::cast::*;
use futures::future::join_all;
use muster::model::*;
use muster::storage::backup::Record;
use muster::storage::*;
use std::time::Duration;
use time::Date;

const DAY: i64 = 86_400;

fn date(days: i64) -> Date {
    day_of(at(days * DAY))
}

async fn all(store: &Store) -> Vec<ImportDay> {
    store.import_days(None, Date::MIN).await.unwrap()
}

/// An import that ends after so many seconds.
async fn import(store: &Store, directory: DirectoryId, state: RunState, counts: Counts, ended: i64) {
    let Import { lease, run, .. } = Import::begin_for(store, directory).await;
    let run = ImportRun { state, counts, phase: Phase::Applying, finished_at: Some(at(ended)), ..run };
    store.end_run(lease, &run, None).await.unwrap();
    store.release_lease(lease).await.unwrap();
}

fn counts(added: u64, removed: u64, skipped: u64) -> Counts {
    Counts { read: 9, added, removed, skipped, updated: 1, restored: 2, ..Counts::default() }
}

pub(crate) async fn imports_are_counted_on_the_day_they_end(store: Store) {
    let (first, second) = (DirectoryId::FIRST, DirectoryId(2));
    import(&store, first, RunState::Done, counts(5, 1, 7), 0).await;
    import(&store, first, RunState::Failed, counts(0, 0, 4), 60).await;
    import(&store, second, RunState::Held, counts(3, 0, 1), 60).await;
    import(&store, first, RunState::Cancelled, counts(2, 0, 0), DAY).await;
    let day = |directory, days, imports, failed, added, removed, skipped| ImportDay {
        directory,
        day: date(days),
        imports,
        failed,
        added,
        updated: imports,
        removed,
        restored: 2 * imports,
        skipped,
    };
    let (one, other, later) =
        (day(first, 0, 2, 1, 5, 1, 7), day(second, 0, 1, 0, 3, 0, 1), day(first, 1, 1, 0, 2, 0, 0));
    assert_eq!(all(&store).await, [one, other, later]);
    assert_eq!(store.import_days(Some(first), date(0)).await.unwrap(), [one, later]);
    assert_eq!(store.import_days(None, date(1)).await.unwrap(), [later]);
    assert_eq!(store.import_days(Some(second), date(1)).await.unwrap(), []);
}

pub(crate) async fn a_run_is_counted_with_its_end_or_not_at_all(store: Store) {
    let Import { lease, run, .. } = Import::begin(&store).await;
    let working = ImportRun { phase: Phase::Applying, counts: counts(5, 0, 0), ..run };
    store.save_run(lease, &working).await.unwrap();
    assert_eq!(all(&store).await, [], "it has not ended");
    let ended = ImportRun { state: RunState::Done, finished_at: Some(at(9)), ..working.clone() };
    store.release_lease(lease).await.unwrap();
    let newer = store.take_lease("other", at(1), TTL).await.unwrap().unwrap();
    assert!(matches!(store.end_run(lease, &ended, None).await, Err(StorageError::LeaseLost)));
    assert_eq!(all(&store).await, [], "its end was refused");
    store.end_run(newer, &ended, None).await.unwrap();
    // Whatever is written of it later does not count again.
    store.save_run(newer, &ended).await.unwrap();
    store.thin_runs(at(100)).await.unwrap();
    let days = all(&store).await;
    assert_eq!((days.len(), days[0].imports, days[0].added), (1, 1, 5));
}

pub(crate) async fn previews_and_waiting_runs_are_not_counted(store: Store) {
    let (preview, _) = store.request_run(DirectoryId::FIRST, StartedBy::Command, true, at(0)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    let state = RunState::Done;
    let preview = ImportRun { state, phase: Phase::Applying, finished_at: Some(at(1)), ..preview };
    store.end_run(lease, &preview, None).await.unwrap();
    let (waiting, _) = store.request_run(DirectoryId::FIRST, StartedBy::Command, false, at(2)).await.unwrap();
    store.cancel_run(waiting.id, at(3)).await.unwrap();
    assert_eq!(all(&store).await, []);
}

pub(crate) async fn runs_that_are_closed_together_are_all_counted(store: Store) {
    for directory in [DirectoryId::FIRST, DirectoryId(2)] {
        for dry_run in [false, true] {
            store.request_run(directory, StartedBy::Schedule, dry_run, at(0)).await.unwrap();
        }
    }
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    for run in store.runs(&RunQuery { limit: 9, ..RunQuery::default() }).await.unwrap().items {
        store
            .save_run(lease, &ImportRun { phase: Phase::Reading, directory: DirectoryId::FIRST, ..run })
            .await
            .unwrap();
    }
    assert_eq!(store.close_interrupted_runs(at(5)).await.unwrap(), 4);
    let days = all(&store).await;
    assert_eq!((days.len(), days[0].imports, days[0].failed), (1, 2, 2));
}

pub(crate) async fn the_oldest_of_too_many_days_go(store: Store) {
    let (source, _folder) = super::backup::other().await;
    import(&source, DirectoryId::FIRST, RunState::Done, counts(1, 0, 0), 0).await;
    let mut records = super::backup::backup(&source).await;
    let place = records.iter().position(|record| matches!(record, Record::ImportDay(_))).unwrap();
    let Record::ImportDay(day) = records[place] else { panic!("no day") };
    let before = (1..ImportDay::KEPT as i64).map(|days| Record::ImportDay(ImportDay { day: date(-days), ..day }));
    records.splice(place..place, before);
    super::backup::restore(&store, &records).await.unwrap();
    assert_eq!(all(&store).await.len(), ImportDay::KEPT);
    import(&store, DirectoryId(2), RunState::Done, counts(1, 0, 0), DAY).await;
    import(&store, DirectoryId::FIRST, RunState::Done, counts(1, 0, 0), DAY).await;
    let days = store.import_days(Some(DirectoryId::FIRST), Date::MIN).await.unwrap();
    assert_eq!((days.len(), days[0].day), (ImportDay::KEPT, date(2 - ImportDay::KEPT as i64)));
    assert_eq!(all(&store).await.len(), ImportDay::KEPT + 1, "those of another directory stay");
}

pub(crate) async fn a_backup_of_a_time_without_days_brings_them_in_its_imports(store: Store) {
    let (source, _folder) = super::backup::other().await;
    import(&source, DirectoryId::FIRST, RunState::Done, counts(5, 1, 7), 0).await;
    import(&source, DirectoryId::FIRST, RunState::Failed, counts(2, 0, 3), DAY).await;
    let mut records = super::backup::backup(&source).await;
    let mut twice = records.clone();
    let place = twice.iter().position(|record| matches!(record, Record::ImportDay(_))).unwrap();
    twice.insert(place, twice[place].clone());
    assert!(super::backup::restore(&store, &twice).await.is_err());
    assert_eq!(all(&store).await, []);
    records.retain(|record| !matches!(record, Record::ImportDay(_)));
    super::backup::restore(&store, &records).await.unwrap();
    assert_eq!(all(&store).await, all(&source).await);
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

async fn measure(store: &Store, directory: DirectoryId, seconds: i64, took: Option<u64>) {
    store.add_link_span(directory, &LinkSpan::of(at(seconds), took.map(ms))).await.unwrap();
}

async fn directory(store: &Store) -> DirectoryId {
    let (hosts, _) = HostList::parse("ldap.example.com").unwrap();
    let settings = LdapSettings::new(hosts, "cn=reader", SealedSecret("sealed".into()), first_group(store).await);
    store.create_directory(&settings, None).await.unwrap().id
}

pub(crate) async fn what_panels_measure_at_once_is_added_up(store: Store) {
    let of = directory(&store).await;
    let at_once = (1..=20).map(|millis| {
        let store = store.clone();
        tokio::spawn(async move { measure(&store, of, 0, (millis != 13).then_some(millis)).await })
    });
    join_all(at_once).await.into_iter().for_each(|done| done.unwrap());
    let spans = store.link_spans(of, at(10)).await.unwrap();
    let expected =
        LinkSpan { connected: 19, failed: 1, least: ms(1), sum: ms(197), most: ms(20), ..LinkSpan::of(at(0), None) };
    assert_eq!(spans, [expected]);
}

pub(crate) async fn a_failure_alone_says_nothing_of_latency(store: Store) {
    let of = directory(&store).await;
    measure(&store, of, 0, None).await;
    measure(&store, of, 1, Some(8)).await;
    measure(&store, of, 2, None).await;
    let spans = store.link_spans(of, at(10)).await.unwrap();
    let (least, most) = (spans[0].least, spans[0].most);
    assert_eq!((spans.len(), spans[0].failed, least, most, spans[0].mean()), (1, 2, ms(8), ms(8), Some(ms(8))));
}

pub(crate) async fn a_link_is_remembered_for_a_day(store: Store) {
    let of = directory(&store).await;
    for (seconds, took) in [(0, 1), (300, 2), (DAY, 3), (DAY + 600, 4)] {
        measure(&store, of, seconds, Some(took)).await;
    }
    let sums = async |seconds| {
        let spans = store.link_spans(of, at(seconds)).await.unwrap();
        spans.iter().map(|span| span.sum.as_millis()).collect::<Vec<_>>()
    };
    assert_eq!(sums(DAY + 600).await, [3, 4], "oldest first; the second is over a day old, the first was replaced");
    assert_eq!(sums(DAY).await, [2, 3], "what is yet to come is left out");
    assert_eq!(sums(3 * DAY).await, []);
}

pub(crate) async fn a_link_is_forgotten_with_its_directory(store: Store) {
    let (of, other) = (directory(&store).await, directory(&store).await);
    measure(&store, of, 0, Some(1)).await;
    measure(&store, other, 0, Some(2)).await;
    measure(&store, DirectoryId(9), 0, Some(3)).await;
    assert_eq!(store.link_spans(DirectoryId(9), at(1)).await.unwrap(), [], "there is no such directory");
    let admin = store.create_local_agent(local("admin", Role::Administrator), at(0)).await.unwrap();
    let run = store.request_deletion(of, admin.id, at(1)).await.unwrap();
    let lease = store.take_lease("case", at(1), TTL).await.unwrap().unwrap();
    let ended = ImportRun { state: RunState::Done, phase: Phase::Applying, finished_at: Some(at(2)), ..run };
    store.end_run(lease, &ended, None).await.unwrap();
    assert_eq!(store.link_spans(of, at(3)).await.unwrap(), []);
    assert_eq!(store.link_spans(other, at(3)).await.unwrap().len(), 1);
    assert_eq!(all(&store).await.len(), 1, "what imports did is kept");
}
