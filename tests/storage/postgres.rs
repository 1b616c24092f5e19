//! The suite against PostgreSQL.

use crate::support::postgres::Database;
use muster::storage::{self, Store};

/// An empty store, and the database that goes with it.
pub(crate) async fn fresh() -> (Store, Database) {
    let database = Database::fresh().await;
    (storage::open(&database.url()).await.unwrap(), database)
}

crate::conformance_tests!(crate::postgres::fresh);
