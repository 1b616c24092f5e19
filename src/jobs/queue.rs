//! Where wishes for imports wait for a panel that has time. The runs themselves are in the store, and the lease
//! there says who may work: a wish that is lost or comes twice does no harm, it only says when to look.

use super::SHUTDOWN;
use crate::storage::connections;
use apalis::prelude::{BoxDynError, Data, Monitor as Workers, WorkerBuilder, WorkerBuilderExt};
use apalis_core::backend::TaskSink;
use apalis_core::backend::ext::BackendExt;
use apalis_postgres::{Config, PostgresStorage};
use futures::StreamExt;
use serde::{Deserialize, Serialize};
use sqlx::{Executor, PgPool};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{interval, sleep, timeout};
use tokio_stream::wrappers::{IntervalStream, WatchStream};
use tokio_util::sync::CancellationToken;
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
/// Between two tries to work with a database that is away.
const PAUSE: Duration = Duration::from_secs(5);
/// The longest that a statement takes.
const ANSWER: Duration = Duration::from_secs(15);

/// The queue that goes with a store.
#[derive(Clone)]
pub enum Queue {
    /// One panel: a channel in this process.
    Own,
    /// Several panels: apalis' tables in the store's database.
    Shared(SharedQueue),
}

/// apalis notes in the first schema of the path which of its tables there are, and has its own for it.
const SESSION: &str = "SET search_path = apalis, public";

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
        let pool = connections(storage, CONNECTIONS, SESSION).map_err(|error| error.to_string())?;
        let failed = |error: &dyn std::fmt::Display| {
            format!(
                "The queue's tables cannot be made in PostgreSQL: {error}. Let the panel's user own the database, or grant it CREATE there; the queue needs the schema apalis and the extensions pgcrypto and hstore"
            )
        };
        pool.execute("CREATE SCHEMA IF NOT EXISTS apalis").await.map_err(|error| failed(&error))?;
        PostgresStorage::<()>::setup(&pool).await.map_err(|error| failed(&error))?;
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

    /// Takes wishes, and says `here` for each, until `stop`. The import itself is done elsewhere: it must not end
    /// with a worker that loses its database for a moment.
    pub(super) async fn take(&self, here: mpsc::Sender<()>, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let (queue, here, stopped) = (self.clone(), here.clone(), stop.clone());
            let worker = Workers::new().register(move |_| {
                let asked = WatchStream::new(queue.pushed.subscribe()).map(drop);
                let looks = IntervalStream::new(interval(LOOK)).map(drop);
                // A name of its own each time: the one of a worker that ended counts as taken for a while.
                WorkerBuilder::new(format!("{NAME} {}", Uuid::new_v4()))
                    .backend(queue.storage().poll_with_stream(futures::stream::select(asked, looks)))
                    .catch_panic()
                    .concurrency(1)
                    .data(here.clone())
                    .build(grant)
            });
            // Not started anew at once: what failed may fail at once each time.
            let worker = worker.should_restart(|_, error| {
                tracing::warn!(%error, "a worker ended by a fault: the queue is tried again in a few seconds");
                false
            });
            let ended = worker.shutdown_timeout(SHUTDOWN).run_with_signal(async move {
                stopped.cancelled().await;
                Ok(())
            });
            if let Err(error) = ended.await {
                tracing::error!(%error, "the queue ended by a fault");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(PAUSE) => {}
            }
        }
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

async fn grant(_: Wish, here: Data<mpsc::Sender<()>>) -> Result<(), BoxDynError> {
    // A full channel means that this panel is about to look anyway.
    let _ = here.try_send(());
    Ok(())
}
