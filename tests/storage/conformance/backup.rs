//! What leaves a store comes into another as it was, whatever kind that one is.

use super::cast::*;
use muster::model::*;
use muster::storage::backup::{IDS, LINES, Record};
use muster::storage::*;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::sync::mpsc;

/// A moment that a store of microseconds would change.
fn odd(seconds: i64) -> Timestamp {
    at(seconds) + Duration::from_nanos(123_456_789)
}

pub(super) async fn backup(store: &Store) -> Vec<Record> {
    let (to, mut from) = mpsc::channel(1);
    let source = tokio::spawn({
        let store = store.clone();
        async move { store.backup(to).await }
    });
    let mut records = Vec::new();
    while let Some(record) = from.recv().await {
        records.push(record);
    }
    source.await.unwrap().unwrap();
    assert_eq!(records.last(), Some(&Record::End));
    records
}

pub(super) async fn restore(store: &Store, records: &[Record]) -> Result<()> {
    let (to, from) = mpsc::channel(1);
    let records = records.to_vec();
    tokio::spawn(async move {
        for record in records {
            // A store that has refused takes no more.
            let _ = to.send(record).await;
        }
    });
    store.restore(from).await
}

fn settings(group: GroupId) -> LdapSettings {
    let (hosts, _) = HostList::parse("ldap.example.com, two.example.com:1636").unwrap();
    LdapSettings {
        security: TransportSecurity::StartTls,
        base_dn: Dn::parse("ou=People, dc=example,dc=com").ok(),
        user_filter: Filter::parse("(objectClass=person)").ok(),
        mail_attribute: AttributeName::parse("mail;lang-de").ok(),
        removals: RemovalPolicy { hold_percent: 7, hold_count: 8, keep_removed_days: 9 },
        rules: vec![PlacementRule {
            group_dn: Dn::parse("cn=Leads, dc=example,dc=com").unwrap(),
            role: Some(Role::Administrator),
            groups: [group].into(),
        }],
        ..LdapSettings::new(hosts, "cn=reader", SealedSecret("sealed".into()), group)
    }
}

fn scope() -> Scope {
    let text = |text: &str| text.to_owned();
    Scope { hosts: text("h"), base: text("b"), filter: text("f"), group: text("g"), guid_attribute: text("entryuuid") }
}

async fn import_of(store: &Store, dry_run: bool) -> Import {
    let (run, _) = store.request_run(DirectoryId::FIRST, StartedBy::Command, dry_run, odd(0)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    let run = ImportRun { guid_attribute: Some("entryuuid".into()), started_at: Some(odd(1)), ..run };
    store.save_run(lease, &run).await.unwrap();
    Import { store: store.clone(), lease, run }
}

impl Import {
    async fn ended(self, state: RunState, ended: Timestamp, conclusion: Option<&Conclusion>) {
        let counts = Counts { read: 9, added: 4, missed: 1, ..Counts::default() };
        let run = ImportRun { state, counts, phase: Phase::Applying, finished_at: Some(ended), ..self.run };
        self.store.end_run(self.lease, &run, conclusion).await.unwrap();
        self.store.release_lease(self.lease).await.unwrap();
    }
}

fn crowd() -> Vec<String> {
    (0..IDS as u32 + 5).map(|number| format!("crowd-{number}")).collect()
}

/// Puts one of everything into a store: agents of all kinds, a thinned report, a long one, a preview's, removals
/// that wait, some that are kept, an open import, numbers that were given out and are not in use.
async fn fill(store: &Store) {
    let sales = store.create_group("Sales “Nord”\n").await.unwrap();
    let gone = store.create_group("Gone").await.unwrap();
    let admin = NewLocalAgent { phone: Some("+49 1".into()), ..local("admin", Role::Administrator) };
    let admin = store.create_local_agent(NewLocalAgent { groups: [sales.id].into(), ..admin }, odd(2)).await.unwrap();
    store.record_sign_in(admin.id, odd(3)).await.unwrap();
    let chosen = Preferences { language: Some("kk".into()), shortcuts: false };
    store.set_preferences(admin.id, &chosen.into()).await.unwrap();
    store.add_session(&session("key", admin.id, 0, 1_000)).await.unwrap();
    store.create_directory(&settings(sales.id), None).await.unwrap();
    store.save_directory(DirectoryId::FIRST, &settings(sales.id), None).await.unwrap();

    let old = import_of(store, false).await;
    old.apply(&[add(&person("anna"), sales.id), add(&person("bob"), gone.id), add(&person("eve"), sales.id)])
        .await
        .unwrap();
    old.report(&[line(ChangeKind::Added, "anna"), line(ChangeKind::Updated, "anna")]).await;
    old.ended(RunState::Done, odd(9), None).await;
    assert_eq!(store.thin_runs(at(20)).await.unwrap(), 1);

    let long = import_of(store, false).await;
    let people: Vec<ImportWrite> = crowd().iter().map(|name| add(&person(name), sales.id)).collect();
    for part in people.chunks(400) {
        long.apply(part).await.unwrap();
    }
    let kinds = [ChangeKind::Added, ChangeKind::Updated, ChangeKind::Skipped, ChangeKind::Held];
    let lines: Vec<AgentChange> = (0..400).map(|n| line(kinds[n % 4], &format!("crowd-{n}"))).collect();
    for _ in 0..3 {
        long.report(&lines).await;
    }
    let by = Dn::parse("cn=Leads, dc=example,dc=com").unwrap();
    let placing = Placing {
        role: Said::ByRule(RoleByRule { role: Role::Administrator, by: by.clone() }),
        groups: Said::ByRule(GroupsByRules { groups: [sales.id].into(), by: vec![by] }),
        defaults: Arrival { groups: BTreeSet::new(), role: Role::Support },
        meanwhile: None,
    };
    long.apply(&[ImportWrite::Place { id: id_of("crowd-1"), placing }]).await.unwrap();
    let eve = Person { phone: Some("2".into()), state: DirectoryState::Locked, ..person("eve") };
    long.apply(&[remove("bob"), update("eve", eve)]).await.unwrap();
    long.report(&[line(ChangeKind::Removed, "bob"), line(ChangeKind::Updated, "eve")]).await;
    let agents: BTreeSet<AgentId> = ["eve", "anna"].map(id_of).into();
    let held = HeldList { reasons: vec![HeldReason::NobodyFound], agents, digest: "first".into() };
    let conclusion = Conclusion { scope: scope(), held: Some(held), released: BTreeSet::new() };
    long.ended(RunState::Held, odd(30), Some(&conclusion)).await;
    assert_eq!(store.keep_held(DirectoryId::FIRST, "first", admin.id, odd(31)).await.unwrap(), Some(2));
    store.delete_group(gone.id).await.unwrap();

    let reasons = vec![HeldReason::TooMany { absent: 9, agents: 10, percent: 20, count: 5 }];
    for ended in [odd(40), odd(41)] {
        let third = import_of(store, false).await;
        third.report(&[line(ChangeKind::Held, "anna"), line(ChangeKind::Missed, "eve")]).await;
        let agents = crowd().iter().map(|name| id_of(name)).collect();
        let held = HeldList { reasons: reasons.clone(), agents, digest: "second".into() };
        let conclusion = Conclusion { scope: scope(), held: Some(held), released: BTreeSet::new() };
        third.ended(RunState::Held, ended, Some(&conclusion)).await;
    }
    let preview = import_of(store, true).await;
    preview.report(&[line(ChangeKind::Updated, "anna")]).await;
    preview.ended(RunState::Done, odd(50), None).await;
    fill_another_directory(store, sales.id, admin.id).await;
    store.approve_removals(DirectoryId::FIRST, "second", admin.id, odd(51)).await.unwrap().unwrap();
    let edit = AgentEdit { role: Some(Role::Employee), blocked: Some(true), ..AgentEdit::default() };
    store.edit_agent(id_of("anna"), edit, None).await.unwrap();
}

/// A second directory with an agent whose removal waits, and a third that was deleted.
async fn fill_another_directory(store: &Store, group: GroupId, admin: AgentId) {
    let named = |name: &str| LdapSettings { name: name.into(), import_interval: Some(7), ..settings(group) };
    let second = store.create_directory(&named("Berlin"), None).await.unwrap().id;
    let third = store.create_directory(&named("Gone"), None).await.unwrap().id;
    let import = Import::begin_for(store, second).await;
    let berta = Person { guid: person("anna").guid, ..person("berta") };
    let groups = BTreeSet::from([group]);
    import.apply(&[ImportWrite::Add { id: id_of("berta"), person: berta, groups, role: Role::Support }]).await.unwrap();
    let held = HeldList { reasons: vec![], agents: [id_of("berta")].into(), digest: "third".into() };
    let conclusion = Conclusion { scope: scope(), held: Some(held), released: BTreeSet::new() };
    import.ended(RunState::Held, odd(45), Some(&conclusion)).await;
    let run = store.request_deletion(third, admin, odd(46)).await.unwrap();
    let lease = store.take_lease("case", at(0), TTL).await.unwrap().unwrap();
    Import { store: store.clone(), lease, run }.ended(RunState::Done, odd(47), None).await;
    assert_eq!(store.directories().await.unwrap().len(), 2);
}

/// What a store answers to everybody who asks.
async fn shown(store: &Store) -> impl PartialEq + std::fmt::Debug {
    let mut reports = BTreeMap::new();
    let mut pages = Vec::new();
    let mut query = ChangeQuery { limit: 333, ..ChangeQuery::default() };
    for run in store.runs(&RunQuery { limit: 100, ..RunQuery::default() }).await.unwrap().items {
        loop {
            let page = store.changes(run.id, &query).await.unwrap();
            pages.push((page.total, page.items.len()));
            reports.entry(run.id).or_insert_with(Vec::new).extend(page.items);
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        reports.entry(run.id).or_default().truncate(2_000);
    }
    let mut histories = Vec::new();
    for name in ["anna", "bob", "eve", "crowd-1"] {
        histories.push(store.agent_history(id_of(name), 10).await.unwrap());
    }
    let removed = AgentQuery { state: Some(AgentState::Removed), ..list() };
    let mut agents = store.list_agents(&AgentQuery { text: "a".into(), ..list() }).await.unwrap().items;
    agents.extend(store.list_agents(&removed).await.unwrap().items);
    (
        (store.directories().await.unwrap(), store.groups().await.unwrap(), store.agent_counts().await.unwrap()),
        (
            agents,
            store.ldap_agents(DirectoryId::FIRST, None, 10_000).await.unwrap(),
            store.group_sizes().await.unwrap(),
        ),
        (store.runs(&RunQuery { limit: 100, ..RunQuery::default() }).await.unwrap().items, reports, pages, histories),
        (store.standing(DirectoryId(2)).await.unwrap(), store.directory_sizes().await.unwrap()),
        (
            store.standing(DirectoryId::FIRST).await.unwrap(),
            store.holds().await.unwrap(),
            store.next_open_run().await.unwrap(),
        ),
        (
            store.last_completed_run(DirectoryId::FIRST).await.unwrap(),
            store.import_days(None, time::Date::MIN).await.unwrap(),
        ),
    )
}

async fn is_empty(store: &Store) -> bool {
    let groups = store.groups().await.unwrap();
    let first = groups.len() == 1 && groups[0].name == Group::FIRST;
    let runs = store.runs(&RunQuery { limit: 1, ..RunQuery::default() }).await.unwrap().total;
    let agents = store.ldap_agents(DirectoryId::FIRST, None, 1).await.unwrap().len() as u64
        + store.agent_counts().await.unwrap().total;
    let standing = store.standing(DirectoryId::FIRST).await.unwrap() == Standing::default();
    first && runs == 0 && agents == 0 && standing && store.directories().await.unwrap().is_empty()
}

/// A store that is not the one under test: what a case needs a second one for.
pub(super) async fn other() -> (Store, tempfile::TempDir) {
    crate::sled::fresh().await
}

pub(crate) async fn what_one_store_held_another_shows(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let records = backup(&source).await;
    restore(&store, &records).await.unwrap();
    assert_eq!(shown(&store).await, shown(&source).await);
    let again = backup(&store).await;
    let differ = records.iter().zip(&again).find(|(one, other)| one != other);
    assert_eq!((differ, records.len()), (None, again.len()));
}

pub(crate) async fn what_this_store_held_another_shows(store: Store) {
    let (target, _folder) = other().await;
    fill(&store).await;
    let records = backup(&store).await;
    restore(&target, &records).await.unwrap();
    assert_eq!(shown(&store).await, shown(&target).await);
    assert_eq!(backup(&target).await, records);
}

pub(crate) async fn a_backup_is_in_parts_and_in_order(store: Store) {
    fill(&store).await;
    let records = backup(&store).await;
    let place = |record: &Record| match record {
        Record::Numbers { .. } | Record::Key(_) => 0,
        Record::Group(_) => 1,
        Record::Settings(_) => 2,
        Record::Run { .. } | Record::Lines { .. } => 3,
        Record::Agent(_) => 4,
        Record::SecondFactor { .. } => 5,
        // The lists of each directory follow its record.
        Record::Standing { .. } | Record::Kept(_) | Record::Held(_) => 6,
        Record::ImportDay(_) => 7,
        Record::Activity(_) => 8,
        Record::End => 9,
    };
    assert!(records.is_sorted_by_key(place));
    let mut ids: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut lines = 0;
    for record in &records {
        let id = match record {
            Record::Group(group) => format!("{:010}", group.id.0),
            Record::Settings(directory) => format!("{:010}", directory.id.0),
            Record::Standing { directory, .. } => format!("{:010}", directory.0),
            Record::Run { run, .. } => format!("{:010}", run.id.0),
            Record::Agent(agent) => agent.id.to_string(),
            Record::ImportDay(day) => format!("{:010} {}", day.directory.0, day.day),
            Record::Lines { lines: part, .. } => {
                assert!(part.len() <= LINES && !part.is_empty());
                lines += part.len();
                continue;
            }
            Record::Kept(part) | Record::Held(part) => {
                assert!(part.len() <= IDS && !part.is_empty());
                continue;
            }
            _ => continue,
        };
        ids.entry(place(record)).or_default().push(id);
    }
    assert!(ids.values().all(|ids| ids.is_sorted()));
    // Of the list that was held twice only the last report has the lines, and the thinned one has none.
    assert_eq!(lines, 1_202 + 1 + 2 + 1);
    assert_eq!(records.iter().filter(|record| matches!(record, Record::Held(_))).count(), 2 + 1);
}

pub(crate) async fn sessions_are_not_in_a_backup(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let admin = source.agent_by_email("admin@example.com").await.unwrap().unwrap();
    assert_eq!(source.sessions_of(admin.id, at(1)).await.unwrap().len(), 1);
    restore(&store, &backup(&source).await).await.unwrap();
    assert_eq!(store.sessions_of(admin.id, at(1)).await.unwrap(), []);
    assert_eq!(store.session("key", at(1)).await.unwrap(), None);
}

pub(crate) async fn second_factors_are_in_a_backup(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let admin = source.agent_by_email("admin@example.com").await.unwrap().unwrap();
    let factor = super::second_factors::factor("sealed", 7);
    source.change_second_factor(admin.id, None, Some(&factor)).await.unwrap();
    let records = backup(&source).await;
    restore(&store, &records).await.unwrap();
    assert_eq!(store.second_factors().await.unwrap(), [(admin.id, factor.clone())]);
    assert_eq!(backup(&store).await, records);
    let mut twice = records.clone();
    let place = twice.iter().position(|record| matches!(record, Record::SecondFactor { .. })).unwrap();
    twice.insert(place, twice[place].clone());
    let (another, _folder) = other().await;
    assert!(restore(&another, &twice).await.is_err());
}

pub(crate) async fn numbers_go_on_after_a_restore(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let last = source.create_group("Last").await.unwrap();
    source.delete_group(last.id).await.unwrap();
    restore(&store, &backup(&source).await).await.unwrap();
    assert_eq!(store.create_group("Next").await.unwrap().id, GroupId(last.id.0 + 1));
    let next = store.create_directory(&settings(first_group(&store).await), None).await.unwrap();
    assert_eq!(next.id, DirectoryId(4), "the third was deleted");
    let newest = store.runs(&RunQuery { limit: 1, ..RunQuery::default() }).await.unwrap().items[0].id;
    store.close_interrupted_runs(odd(60)).await.unwrap();
    let (next, is_new) = store.request_run(DirectoryId::FIRST, StartedBy::Command, false, odd(61)).await.unwrap();
    assert_eq!((next.id, is_new), (RunId(newest.0 + 1), true));
    // And everything else goes on too.
    let lease = store.take_lease("case", at(100), TTL).await.unwrap().unwrap();
    let import = Import { store: store.clone(), lease, run: next };
    import.apply(&[remove("anna"), add(&person("zoe"), first_group(&store).await)]).await.unwrap();
    assert_eq!(agent(&store, "anna").await.state(), AgentState::Removed);
}

pub(crate) async fn a_store_that_holds_anything_is_left_as_it_is(store: Store) {
    let (source, _folder) = other().await;
    let records = backup(&source).await;
    let is_refused = async || {
        let before = backup(&store).await;
        let outcome = restore(&store, &records).await;
        assert!(matches!(outcome, Err(StorageError::NotEmpty)), "{outcome:?}");
        assert_eq!(backup(&store).await, before);
    };
    let group = store.create_group("Second").await.unwrap();
    is_refused().await;
    store.delete_group(group.id).await.unwrap();
    let agent = store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    is_refused().await;
    store.delete_local_agent(agent.id).await.unwrap();
    let first = first_group(&store).await;
    store.create_directory(&settings(first), None).await.unwrap();
    is_refused().await;
}

pub(crate) async fn a_store_with_an_import_is_left_as_it_is(store: Store) {
    let (source, _folder) = other().await;
    store.request_run(DirectoryId::FIRST, StartedBy::Command, true, at(0)).await.unwrap();
    let before = backup(&store).await;
    let outcome = restore(&store, &backup(&source).await).await;
    assert!(matches!(outcome, Err(StorageError::NotEmpty)), "{outcome:?}");
    assert_eq!(backup(&store).await, before);
}

pub(crate) async fn a_restore_without_its_end_leaves_the_store_empty(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let records = backup(&source).await;
    let empty = backup(&store).await;
    for taken in [0, 1, 2, 5, records.len() / 2, records.len() - 1] {
        let outcome = restore(&store, &records[..taken]).await;
        assert!(matches!(outcome, Err(StorageError::Unusable(_))), "{taken}: {outcome:?}");
        assert!(is_empty(&store).await, "after {taken} records");
        assert_eq!(backup(&store).await, empty, "after {taken} records");
    }
    restore(&store, &records).await.unwrap();
    assert_eq!(shown(&store).await, shown(&source).await);
}

pub(crate) async fn records_that_do_not_fit_together_are_refused(store: Store) {
    let (source, _folder) = other().await;
    fill(&source).await;
    let records = backup(&source).await;
    let changed = |change: &dyn Fn(&mut Record)| {
        let mut records = records.clone();
        records.iter_mut().for_each(change);
        records
    };
    let same_email = changed(&|record| {
        if let Record::Agent(agent) = record {
            agent.email = email("one");
        }
    });
    let same_guid = changed(&|record| {
        if let Record::Agent(agent) = record
            && let Source::Ldap { guid, .. } = &mut agent.source
        {
            *guid = Guid::from_canonical("one");
        }
    });
    let unknown_group = changed(&|record| {
        if let Record::Agent(agent) = record {
            agent.groups = [GroupId(3)].into();
        }
    });
    let unknown_default = changed(&|record| {
        if let Record::Settings(settings) = record {
            settings.settings.default_group = GroupId(3);
        }
    });
    let low_group = changed(&|record| {
        if let Record::Numbers { next_group, .. } = record {
            *next_group = 2;
        }
    });
    let low_run = changed(&|record| {
        if let Record::Numbers { next_run, .. } = record {
            *next_run = 2;
        }
    });
    let astray = changed(&|record| {
        if let Record::Lines { run, .. } = record {
            run.0 += 1;
        }
    });
    let backwards = changed(&|record| {
        if let Record::Lines { lines, .. } = record {
            lines.reverse();
        }
    });
    let without_numbers = records[1..].to_vec();
    let twice = records.iter().flat_map(|record| {
        let times = if matches!(record, Record::Agent(_)) { 2 } else { 1 };
        std::iter::repeat_n(record.clone(), times)
    });
    let twice = twice.collect();
    let wrong = [
        same_email,
        same_guid,
        unknown_group,
        unknown_default,
        low_group,
        low_run,
        astray,
        backwards,
        without_numbers,
        twice,
    ];
    for (case, wrong) in wrong.iter().enumerate() {
        assert_ne!(wrong, &records, "case {case} changes nothing");
        let outcome = restore(&store, wrong).await;
        assert!(matches!(&outcome, Err(StorageError::Unusable(_))), "case {case}: {outcome:?}");
        assert!(is_empty(&store).await, "case {case}");
    }
}

pub(crate) async fn a_backup_is_of_one_moment(store: Store) {
    let import = Import::begin(&store).await;
    let group = first_group(&store).await;
    let writer = tokio::spawn(async move {
        for number in 0..60 {
            let name = format!("p{number}");
            let lines = [line(ChangeKind::Added, &name)];
            let writes = [add(&person(&name), group)];
            import.store.apply_import(import.lease, import.run.id, &writes, &lines, at(5)).await.unwrap();
        }
    });
    let mut sizes = BTreeSet::new();
    while !writer.is_finished() {
        let records = backup(&store).await;
        let agents = records.iter().filter(|record| matches!(record, Record::Agent(_))).count() as u64;
        let (mut told, mut lines_of_report) = (0, 0);
        for record in &records {
            match record {
                Record::Run { lines, .. } => told += lines.values().sum::<u64>(),
                Record::Lines { lines, .. } => lines_of_report += lines.len() as u64,
                _ => {}
            }
        }
        assert_eq!((agents, agents), (told, lines_of_report));
        sizes.insert(agents);
    }
    writer.await.unwrap();
    assert!(sizes.len() > 1, "nothing was written meanwhile: {sizes:?}");
}

pub(crate) async fn a_backup_that_is_taken_slowly_keeps_nobody_from_writing(store: Store) {
    fill(&store).await;
    let (to, mut from) = mpsc::channel(1);
    let source = tokio::spawn({
        let store = store.clone();
        async move { store.backup(to).await }
    });
    let first = from.recv().await.unwrap();
    let written = tokio::time::timeout(Duration::from_secs(20), store.create_group("Later")).await;
    written.expect("the backup holds a writer up").unwrap();
    let mut rest = Vec::new();
    while let Some(record) = from.recv().await {
        rest.push(record);
    }
    source.await.unwrap().unwrap();
    assert!(matches!(first, Record::Numbers { .. }));
    assert!(!rest.iter().any(|record| matches!(record, Record::Group(group) if group.name == "Later")));
}
