//! What PostgreSQL's errors mean for the caller.

use crate::storage::StorageError;
use sqlx::error::DatabaseError;
use std::time::Duration;

/// A write on a server that only follows another one: SQLSTATE `read_only_sql_transaction`.
const READ_ONLY: &str = "25006";

/// The medium failed. The words of the server name columns and no values; its DETAIL, which does, is left out.
#[allow(clippy::needless_pass_by_value, reason = "it is what map_err wants")]
pub(super) fn failed(error: sqlx::Error) -> StorageError {
    StorageError::Failed(match &error {
        sqlx::Error::Database(error) => of_server(&**error),
        sqlx::Error::PoolTimedOut => "PostgreSQL did not answer, or all connections to it are in use".into(),
        sqlx::Error::Io(error) => format!("the connection to PostgreSQL: {error}"),
        sqlx::Error::Tls(error) => format!("TLS with PostgreSQL: {error}"),
        other => format!("PostgreSQL: {other}"),
    })
}

fn of_server(error: &dyn DatabaseError) -> String {
    let code = error.code().unwrap_or_default();
    if code == READ_ONLY {
        return "this PostgreSQL server is a standby, which only reads".into();
    }
    format!("PostgreSQL says {} ({code})", error.message())
}

/// It took longer than a request can wait.
pub(super) fn too_slow(limit: Duration) -> StorageError {
    StorageError::Failed(format!("PostgreSQL took longer than {} s", limit.as_secs()))
}

/// A record that is not of this program.
#[allow(clippy::needless_pass_by_value, reason = "it is what map_err wants")]
pub(super) fn unreadable(error: serde_json::Error) -> StorageError {
    // Its words may quote the record, which may be confidential.
    StorageError::Failed(format!(
        "a record cannot be read or written: {:?} at column {}",
        error.classify(),
        error.column()
    ))
}
