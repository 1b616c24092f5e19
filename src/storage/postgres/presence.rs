//! That this process works on the store, for others to see: a lock of a session of its own, which PostgreSQL
//! gives back when the process ends, however it ends. Whoever gets the lock for itself is alone.

use super::failure::failed;
use super::open::refuse_a_standby;
use crate::storage::Result;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

/// Number of the lock; others' locks in the same database may not have it.
const LOCK: i64 = 0x6d75_7374_6572; // "muster"
/// How often it is looked whether the session is still there.
const LOOK: Duration = Duration::from_secs(1);
/// How long a session that has ended may take to give its lock back, and one that was cut to come back.
const PASSING: Duration = Duration::from_secs(2);
/// The longest that the session may take to answer.
const ANSWER: Duration = Duration::from_secs(5);

pub(super) struct Presence {
    session: Arc<Mutex<PgConnection>>,
    _watch: AbortOnDropHandle<()>,
}

impl Presence {
    /// Shows it, from now on until this is dropped.
    pub(super) async fn show(options: &PgConnectOptions) -> Result<Presence> {
        let session = Arc::new(Mutex::new(enter(options).await.map_err(failed)?));
        let watch = tokio::spawn(watch(session.clone(), options.clone()));
        Ok(Presence { session, _watch: AbortOnDropHandle::new(watch) })
    }

    /// Keeps others out while the guard lives, if no other is there.
    pub(super) async fn alone(&self) -> Result<Option<Alone>> {
        let mut session = self.session.clone().lock_owned().await;
        let end = Instant::now() + PASSING;
        loop {
            let taken: bool = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
                .bind(LOCK)
                .fetch_one(&mut *session)
                .await
                .map_err(failed)?;
            if taken {
                return Ok(Some(Alone(Some(session))));
            }
            if Instant::now() > end {
                return Ok(None);
            }
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// No other process shows its presence. Others are let in again when this is dropped.
pub(super) struct Alone(Option<OwnedMutexGuard<PgConnection>>);

impl Drop for Alone {
    fn drop(&mut self) {
        let Some(mut session) = self.0.take() else { return };
        tokio::spawn(async move {
            let end = sqlx::query("SELECT pg_advisory_unlock($1)").bind(LOCK);
            if let Err(error) = end.execute(&mut *session).await {
                tracing::debug!(error = %failed(error), "the session that kept others out has ended");
            }
        });
    }
}

async fn enter(options: &PgConnectOptions) -> sqlx::Result<PgConnection> {
    let mut session = options.connect().await?;
    refuse_a_standby(&mut session).await?;
    // Someone may be alone for a moment.
    session.execute("SET lock_timeout = '30s'; SET client_min_messages = 'warning'").await?;
    sqlx::query("SELECT pg_advisory_lock_shared($1)").bind(LOCK).execute(&mut session).await?;
    Ok(session)
}

/// Comes back where the session was lost.
async fn watch(session: Arc<Mutex<PgConnection>>, options: PgConnectOptions) {
    loop {
        sleep(LOOK).await;
        let mut session = session.lock().await;
        if !matches!(timeout(ANSWER, session.ping()).await, Ok(Ok(()))) {
            match timeout(ANSWER, enter(&options)).await {
                Ok(Ok(new)) => *session = new,
                _ => tracing::debug!("PostgreSQL is not there; it is tried again"),
            }
        }
    }
}
