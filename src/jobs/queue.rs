//! Where wishes for imports wait for a panel that has time. The runs themselves are in the store, and the lease
//! there says who may work: a wish that is lost or comes twice does no harm, it only says when to look.

use super::{Work, perform};
use apalis::prelude::{BoxDynError, Data, Monitor as Workers, WorkerBuilder, WorkerBuilderExt};
use apalis_core::backend::TaskSink;
use apalis_core::backend::ext::BackendExt;
use apalis_postgres::{Config, PostgresStorage};
use futures::{FutureExt, StreamExt};
use serde::{Deserialize, Serialize};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgPool};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{interval, sleep, timeout};
use tokio_stream::wrappers::{IntervalStream, WatchStream};
use uuid::Uuid;

/// Name of the queue in the database.
const NAME: &str = "muster imports";
/// How often other panels' wishes are looked for.
const LOOK: Duration = Duration::from_secs(1);
/// A panel that does not say for this long that it is there …
const HEARTBEAT: Duration = Duration::from_secs(10);
/// … so many times has left its wishes to others.
const MISSED: usize = 3;
/// Connections: one to look and one to push.
const CONNECTIONS: u32 = 3;
/// How long one is waited for.
const ACQUIRE: Duration = Duration::from_secs(5);
/// The longest that a statement takes.
const ANSWER: Duration = Duration::from_secs(15);
/// How long a worker that ended by a fault waits before it looks again: what failed may fail at once each time.
const PAUSE: Duration = Duration::from_secs(2);

/// The queue that goes with a store.
#[derive(Clone)]
pub enum Queue {
    /// One panel: a channel in this process.
    Own,
    /// Several panels: apalis' tables in the store's database.
    Shared(SharedQueue),
}

/// See [`Queue::Shared`].
#[derive(Clone)]
pub struct SharedQueue {
    pool: PgPool,
    /// Counts wishes of this panel: it looks at once.
    pushed: watch::Sender<u64>,
}

/// That there is something to do.
#[derive(Debug, Serialize, Deserialize)]
struct Wish {}

impl Queue {
    /// The queue for a store's URL. The error is one sentence.
    pub async fn open(storage: &str) -> Result<Queue, String> {
        if !storage.starts_with("postgres") {
            return Ok(Queue::Own);
        }
        let options: PgConnectOptions =
            storage.parse().map_err(|_| "MUSTER_STORAGE is no PostgreSQL URL".to_owned())?;
        let options = options.options([("client_min_messages", "warning")]).disable_statement_logging();
        let pool =
            PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(ACQUIRE).connect_lazy_with(options);
        PostgresStorage::<()>::setup(&pool).await.map_err(|error| {
            format!(
                "The queue's tables cannot be made in PostgreSQL: {error}. It needs the extensions pgcrypto and hstore: let the panel's user own the database, or have them made there"
            )
        })?;
        Ok(Queue::Shared(SharedQueue { pool, pushed: watch::Sender::new(0) }))
    }
}

impl SharedQueue {
    fn storage(&self) -> PostgresStorage<Wish> {
        let config = Config { heartbeat_interval: HEARTBEAT, missed_heartbeats: MISSED, ..Config::default() };
        PostgresStorage::new(&self.pool).with_config(config.queue(NAME).batch_size(1))
    }

    /// Has a panel look for work: this one, or another when this one is busy.
    pub(super) async fn push(&self) {
        // Whoever looks for runs that were left finds it within seconds.
        match timeout(ANSWER, self.storage().push(Wish {})).await {
            Ok(Ok(())) => self.pushed.send_modify(|count| *count += 1),
            Ok(Err(error)) => tracing::warn!(%error, "the wish for an import could not be queued"),
            Err(_) => tracing::warn!("the wish for an import could not be queued in time"),
        }
    }

    /// The worker that takes wishes.
    pub(super) fn register(&self, workers: Workers, work: Work) -> Workers {
        let queue = self.clone();
        workers.register(move |restarts| {
            let pause = if restarts > 0 { PAUSE } else { Duration::ZERO };
            let storage = queue.storage().before_start(move |_| sleep(pause).map(Ok));
            let asked = WatchStream::new(queue.pushed.subscribe()).map(drop);
            let looks = IntervalStream::new(interval(LOOK)).map(drop);
            // A name of its own each time: the one of a worker that ended counts as taken for a while.
            WorkerBuilder::new(format!("{NAME} {}", Uuid::new_v4()))
                .backend(storage.poll_with_stream(futures::stream::select(asked, looks)))
                .catch_panic()
                .concurrency(1)
                .data(work.clone())
                .build(grant)
        })
    }

    /// Deletes what has been done, and workers that are gone.
    pub(super) async fn sweep(&self) {
        const SWEEP: [&str; 2] = [
            "DELETE FROM apalis.jobs WHERE job_type = 'muster imports' AND done_at < now() - interval '1 day'",
            "DELETE FROM apalis.workers w WHERE last_seen < now() - interval '1 day' \
             AND NOT EXISTS (SELECT FROM apalis.jobs j WHERE j.lock_by = w.id)",
        ];
        for statement in SWEEP {
            match timeout(ANSWER, sqlx::query(statement).execute(&self.pool)).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => tracing::warn!(%error, "the queue could not be swept"),
                Err(_) => tracing::warn!("the queue could not be swept in time"),
            }
        }
    }
}

async fn grant(_: Wish, work: Data<Work>) -> Result<(), BoxDynError> {
    perform((), work).await
}
