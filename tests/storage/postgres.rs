//! The suite against PostgreSQL.

use crate::conformance::cast::{at, id_of};
use crate::conformance::settings::settings;
use crate::support::postgres::Database;
use futures::future::join_all;
use muster::model::*;
use muster::storage::{self, AgentQuery, Store};
use std::future::Future;
use std::task::Poll;

/// An empty store, and the database that goes with it.
pub(crate) async fn fresh() -> (Store, Database) {
    let database = Database::fresh().await;
    (storage::open(&database.url()).await.unwrap(), database)
}

crate::conformance_tests!(crate::postgres::fresh);

/// Whoever asked may go away at any moment, and the next one must not find their transaction.
#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_given_up_leaves_nothing_behind_for_the_next_one() {
    let (store, _database) = fresh().await;
    for round in 0..60 {
        // After one step of the call, after two, and so on to its end.
        let query = AgentQuery::default();
        join_all((0..12).map(|_| given_up_after(round % 12, store.list_agents(&query)))).await;
        let names: Vec<String> = (0..12).map(|place| format!("{round} {place}")).collect();
        for written in join_all(names.iter().map(|name| store.create_group(name))).await {
            written.unwrap_or_else(|error| panic!("round {round}: {error}"));
        }
    }
}

/// Drops a future that was woken so often and has not come to its end.
async fn given_up_after<T>(steps: usize, call: impl Future<Output = T>) {
    let mut call = std::pin::pin!(call);
    let mut left = steps;
    std::future::poll_fn(|context| {
        let done = left == 0 || call.as_mut().poll(context).is_ready();
        left = left.saturating_sub(1);
        if done { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// A database as it was left while there could be one directory only: the first migration, and rows of each kind.
#[tokio::test]
async fn what_a_database_of_one_directory_holds_belongs_to_the_first_of_several() {
    let database = Database::fresh().await;
    let mut first = sqlx::migrate!("src/storage/postgres/migrations");
    first.migrations = first.migrations.iter().take(1).cloned().collect::<Vec<_>>().into();
    first.table_name = "muster._migrations".into();
    first.create_schemas = vec!["muster".into()].into();
    let pool = sqlx::PgPool::connect(&database.url()).await.unwrap();
    first.run(&pool).await.unwrap();
    let mut old = serde_json::to_value(settings(GroupId(1))).unwrap();
    for field in ["name", "import_interval"] {
        old.as_object_mut().unwrap().remove(field);
    }
    let run = ImportRun::waiting(RunId(1), DirectoryId::FIRST, StartedBy::Schedule, false, at(0));
    let mut run = serde_json::to_value(ImportRun {
        state: RunState::Done,
        phase: Phase::Applying,
        counts: Counts { added: 3, skipped: 2, ..Counts::default() },
        finished_at: Some(at(9)),
        ..run
    })
    .unwrap();
    for field in ["directory", "deletes"] {
        run.as_object_mut().unwrap().remove(field);
    }
    let agent = r#"{"v":1,"n":"Anna","e":"anna@example.com","r":"support","l":["guid-of-anna","cn=anna"],"c":1}"#;
    let scheduled = at(900).unix_timestamp_nanos();
    let rows = format!(
        "INSERT INTO muster.settings (version, value) VALUES (4, $muster${old}$muster$);
         INSERT INTO muster.agents (id, live_email, guid_key, name, email, last_sign_in, search, groups, role, state, local,
             removed, record) VALUES ('{id}', 'anna@example.com', ' guid-of-anna', 'anna', 'anna@example.com', -1, 'anna',
             '{{}}', 'support', 'active', false, false, '{agent}');
         INSERT INTO muster.runs (id, open, state, dry_run, notable, completed, thinned, ended, lines, next_line, record)
             VALUES (1, false, 'done', false, false, true, false, 9, '{{}}', 0, $muster${run}$muster$);
         UPDATE muster.ledger SET next_run = 2, from_ldap = 1, scheduled = {scheduled}",
        id = id_of("anna").0
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&pool).await.unwrap();
    pool.close().await;

    let store = storage::open(&database.url()).await.unwrap();
    let directories = store.directories().await.unwrap();
    assert_eq!((directories.len(), directories[0].id, directories[0].version), (1, DirectoryId::FIRST, 4));
    let agents = store.ldap_agents(DirectoryId::FIRST, None, 9).await.unwrap();
    assert_eq!(agents.iter().map(|agent| agent.id).collect::<Vec<_>>(), [id_of("anna")]);
    assert_eq!(store.directory_sizes().await.unwrap()[&DirectoryId::FIRST], 1);
    let last = store.last_completed_run(DirectoryId::FIRST).await.unwrap().unwrap();
    assert_eq!((last.id, last.directory), (RunId(1), DirectoryId::FIRST));
    let days = store.import_days(None, time::Date::MIN).await.unwrap();
    let day = (days[0].day, days[0].imports, days[0].added, days[0].skipped, days[0].failed);
    assert_eq!((days.len(), day), (1, (day_of(Timestamp::UNIX_EPOCH), 1, 3, 2, 0)));
    // The schedule goes on where it was.
    let asked = async |due| store.request_scheduled_run(DirectoryId::FIRST, at(due), at(due)).await.unwrap();
    assert_eq!(asked(900).await, None);
    assert!(asked(1_800).await.is_some());
    assert_eq!(store.create_directory(&settings(GroupId(1)), Some(1)).await.unwrap().id, DirectoryId(2));
}
