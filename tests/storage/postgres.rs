//! The suite against PostgreSQL.

use crate::support::postgres::Database;
use futures::future::join_all;
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
