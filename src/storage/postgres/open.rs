//! From a URL to a store that is ready: connections, tables, and what makes the search quick.

use super::failure::{failed, too_slow};
use crate::model::Timestamp;
use crate::storage::{Result, StorageError};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, Executor, PgConnection, PgPool};
use std::borrow::Cow;
use std::io::ErrorKind;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// Connections of one panel.
const CONNECTIONS: u32 = 12;
/// How long a request waits for one, also while PostgreSQL is away.
const ACQUIRE: Duration = Duration::from_secs(5);
/// How long a start waits for PostgreSQL: both may have been started together.
const START: Duration = Duration::from_secs(15);
/// The longest that tables may take to be made or changed.
const MIGRATION: Duration = Duration::from_secs(10 * 60);

/// What each connection is told. A statement ends before a request would be given up, and nobody holds a lock
/// that others wait for while it is asleep. Plans are made for the values that are asked for: one for all values
/// reads every agent for a word that the index finds at once.
const SESSION: &str = "SET statement_timeout = '15s'; SET lock_timeout = '10s'; \
     SET idle_in_transaction_session_timeout = '10s'; SET client_min_messages = 'error'; \
     SET plan_cache_mode = 'force_custom_plan'";

/// What a URL says.
pub(super) fn options(url: &str) -> Result<PgConnectOptions> {
    let options: PgConnectOptions = url.parse().map_err(|_| {
        StorageError::Unusable(
            "MUSTER_STORAGE is no PostgreSQL URL. Write it as postgres://user:password@host:5432/database, with %40 for an @ in the password.".into(),
        )
    })?;
    let name = options.get_application_name().unwrap_or("muster").to_owned();
    Ok(options.application_name(&name).disable_statement_logging())
}

/// Connections for the store's calls.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgPool> {
    wait_for_server(options).await?;
    Ok(pool(options.clone(), CONNECTIONS, ""))
}

/// Connections of limited patience to a store's database, for what lies there beside the store. `session` is said to
/// each of them.
pub fn connections(url: &str, at_most: u32, session: &'static str) -> Result<PgPool> {
    Ok(pool(options(url)?, at_most, session))
}

fn pool(options: PgConnectOptions, at_most: u32, session: &'static str) -> PgPool {
    PgPoolOptions::new()
        .max_connections(at_most)
        .acquire_timeout(ACQUIRE)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute(SESSION).await?;
                connection.execute(session).await?;
                refuse_a_standby(connection).await
            })
        })
        .after_release(|connection, _| {
            // A call that was given up may have left one that will never answer: its place is needed. One that was
            // given up while its transaction began has left that open, of which sqlx does not know: to read only, and
            // as of then. Without one this is only a warning, which is not asked for.
            Box::pin(async move { Ok(matches!(timeout(ACQUIRE, connection.execute("ROLLBACK")).await, Ok(Ok(_)))) })
        })
        .connect_lazy_with(options)
}

/// After a failover an old address may lead to a server that only follows: a connection to it is of no use.
pub(super) async fn refuse_a_standby(connection: &mut PgConnection) -> sqlx::Result<()> {
    let follows: bool = sqlx::query_scalar("SELECT pg_is_in_recovery()").fetch_one(connection).await?;
    if follows {
        return Err(sqlx::Error::Io(std::io::Error::other("this server is a standby, which only reads")));
    }
    Ok(())
}

async fn wait_for_server(options: &PgConnectOptions) -> Result<()> {
    let end = Instant::now() + START;
    let mut told = false;
    loop {
        let error = match timeout(ACQUIRE, options.connect()).await {
            Ok(Ok(connection)) => return connection.close().await.map_err(failed),
            Ok(Err(error)) if is_final(&error) => return Err(unusable(&error)),
            Ok(Err(error)) => failed(error),
            Err(_) => too_slow(ACQUIRE),
        };
        if Instant::now() > end {
            return Err(StorageError::Unusable(format!(
                "PostgreSQL cannot be reached: {error}. Look whether it runs, and whether MUSTER_STORAGE names its host and port."
            )));
        }
        if !std::mem::replace(&mut told, true) {
            tracing::info!(%error, "waiting for PostgreSQL");
        }
        sleep(Duration::from_millis(500)).await;
    }
}

/// Whether another try cannot help. A server that starts or stops says so with a code of class 57.
fn is_final(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => {
            !error.code().is_some_and(|code| code.starts_with("57") || code.starts_with("53"))
        }
        sqlx::Error::Io(error) => is_about_certificates(error),
        _ => true,
    }
}

/// What rustls refuses comes as an error of the connection; it is the same at every try.
fn is_about_certificates(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::InvalidData
}

fn unusable(error: &sqlx::Error) -> StorageError {
    let remedy = match error.as_database_error().and_then(|error| error.code()).as_deref() {
        None if matches!(error, sqlx::Error::Io(_)) => {
            "Check the server's certificate, and sslmode and sslrootcert in MUSTER_STORAGE."
        }
        Some("28P01" | "28000") => "Check the user and the password in MUSTER_STORAGE, and pg_hba.conf.",
        Some("3D000") => "Make the database first: CREATE DATABASE name OWNER user.",
        _ => "Check MUSTER_STORAGE.",
    };
    let words = match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        sqlx::Error::Io(error) => error.to_string(),
        other => other.to_string(),
    };
    StorageError::Unusable(format!("PostgreSQL does not let the panel in: {words}. {remedy}"))
}

/// Makes the tables, or brings them up to this version. Several panels that start at once take turns.
pub(super) async fn migrate(options: &PgConnectOptions) -> Result<()> {
    let mut connection = options.connect().await.map_err(failed)?;
    connection.execute("SET client_min_messages = 'warning'").await.map_err(failed)?;
    require_unicode(&mut connection).await?;
    compare_clocks(&mut connection).await?;
    let mut migrator: Migrator = sqlx::migrate!("src/storage/postgres/migrations");
    migrator.table_name = Cow::Borrowed("muster._migrations");
    migrator.create_schemas = Cow::Borrowed(&[Cow::Borrowed("muster")]);
    let migrated = timeout(MIGRATION, migrator.run_direct(None, &mut connection, false)).await;
    migrated.map_err(|_| too_slow(MIGRATION))?.map_err(not_migrated)?;
    ease_search(&mut connection).await;
    connection.close().await.map_err(failed)
}

/// Names are in every script.
async fn require_unicode(connection: &mut PgConnection) -> Result<()> {
    let encoding: String = sqlx::query_scalar("SHOW server_encoding").fetch_one(connection).await.map_err(failed)?;
    if encoding == "UTF8" {
        return Ok(());
    }
    Err(StorageError::Unusable(format!(
        "The database is in {encoding}, which cannot hold every name. Make one with: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0."
    )))
}

/// Leases and the schedule go by the panels' clocks.
async fn compare_clocks(connection: &mut PgConnection) -> Result<()> {
    let theirs = sqlx::query_scalar("SELECT extract(epoch FROM clock_timestamp())::float8");
    let theirs: f64 = theirs.fetch_one(connection).await.map_err(failed)?;
    let seconds = (Timestamp::now_utc().unix_timestamp_nanos() as f64 / 1e9 - theirs).round();
    if seconds.abs() >= 5.0 {
        tracing::warn!(
            seconds,
            "this machine's clock and PostgreSQL's differ: let both follow NTP, as all panels must"
        );
    }
    Ok(())
}

fn not_migrated(error: MigrateError) -> StorageError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => StorageError::Unusable(
            "The database holds a store of a newer version of muster. Install that version; nothing was changed.".into(),
        ),
        MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => StorageError::Unusable(
            "The schema muster of the database was made by another build of muster. Use that one, or an empty database.".into(),
        ),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => match error.as_database_error() {
            Some(refused) if refused.code().as_deref() == Some("42501") => StorageError::Unusable(format!(
                "The panel's user may not make tables: {}. Let it own the database, or GRANT CREATE ON DATABASE to it.",
                refused.message()
            )),
            _ => failed(error),
        },
        other => StorageError::Failed(format!("the tables could not be made: {other}")),
    }
}

/// With pg_trgm a search of the agent list uses an index; without, it reads all agents' lines. Whoever may not
/// make the extension has the slower search.
async fn ease_search(connection: &mut PgConnection) {
    // Looked for first: making an index locks the table before it looks.
    let there = sqlx::query_scalar("SELECT to_regclass('muster.agents_search') IS NOT NULL");
    if there.fetch_one(&mut *connection).await.unwrap_or(false) {
        return;
    }
    const EASE: [&str; 3] = [
        // Where the panel may make things; the extension may also be in public already.
        "SET search_path = muster, public",
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "CREATE INDEX IF NOT EXISTS agents_search ON muster.agents USING gin (search gin_trgm_ops)",
    ];
    for statement in EASE {
        if let Err(error) = connection.execute(statement).await {
            tracing::debug!(error = %failed(error), "the search of the agent list goes without pg_trgm");
            return;
        }
    }
}
