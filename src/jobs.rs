//! Every job and its schedule, in one list. What a job does is elsewhere; here is only when.

use crate::activity::ActivityLog;
use crate::import::{Imports, schedule};
use crate::model::Timestamp;
use crate::monitor::Monitor;
use crate::storage::Store;
use apalis::prelude::{BoxDynError, Data, Monitor as Workers, WorkerBuilder, WorkerBuilderExt};
use apalis_cron::{CronScheduler, Schedule, Tick, timezone::Utc};
use futures::future::BoxFuture;
use futures::stream::{self, BoxStream, StreamExt};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

#[cfg(test)]
mod tests;

mod clear;
mod queue;

use clear::{prune, purge, sweep};
pub use queue::{Queue, SharedQueue};

/// How often the link is checked.
const MONITOR_EVERY: Duration = Duration::from_secs(30);
/// How often it is looked whether imports are on time, and whether one was left.
const WATCH_EVERY: Duration = Duration::from_secs(5);
/// How often it is looked whether a directory's own interval, which is of whole minutes, has passed.
const MINUTE: Duration = Duration::from_secs(60);
/// How often the room on the store's disk is looked at.
const DISK_EVERY: Duration = Duration::from_secs(60);
/// How often what has run out is cleared away.
const SWEEP_EVERY: Duration = Duration::from_secs(10 * 60);
/// How often what is too old is deleted for good.
const PURGE_EVERY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long jobs may take to stop.
const SHUTDOWN: Duration = Duration::from_secs(10);

/// What the jobs work with.
#[allow(missing_docs)]
pub struct Jobs {
    pub imports: Imports,
    pub activity: ActivityLog,
    /// The other end of the channel that [`Imports::new`] was given.
    pub wake: mpsc::Receiver<()>,
    pub queue: Queue,
    pub monitor: Monitor,
    pub store: Store,
}

/// Runs every job until `stop`; returns when they have ended, at the latest 10 s after it.
pub async fn run(jobs: Jobs, stop: CancellationToken) {
    let (queue, (granted, grants)) = (jobs.queue.clone(), mpsc::channel(1));
    let jobs = run_list(list(jobs, grants, &stop), stop.clone());
    match queue {
        Queue::Own => jobs.await,
        Queue::Shared(queue) => drop(tokio::join!(jobs, queue.take(granted, stop))),
    }
}

/// The list. A shared queue grants what panels wish.
fn list(jobs: Jobs, grants: mpsc::Receiver<()>, stop: &CancellationToken) -> Vec<Job> {
    let Jobs { imports, activity, wake, queue, monitor, store } = jobs;
    let import = {
        let (imports, stop) = (imports.clone(), stop.clone());
        move || {
            let (imports, stop) = (imports.clone(), stop.clone());
            async move { imports.work(stop).await }
        }
    };
    let (wake, grants) = (Arc::new(Mutex::new(wake)), Arc::new(Mutex::new(grants)));
    let (interval, changes) = (imports.interval(), monitor.clone());
    let (scheduled, watched, roomy, purged) = (imports.clone(), imports.clone(), imports.clone(), store.clone());
    let pruned = activity.clone();
    let (swept, left) = (queue.clone(), (imports, import.clone()));
    let mut list = vec![
        // What a panel that was lost has left, and what no queue told of.
        job(
            "imports left",
            || ticks(WATCH_EVERY),
            move || {
                let (imports, import) = left.clone();
                async move {
                    imports.request_owed().await;
                    import().await;
                }
            },
        ),
        job(
            "import schedule",
            move || stream::select(ticks(interval), ticks(MINUTE)).boxed(),
            move || {
                let imports = scheduled.clone();
                async move { imports.keep_schedule(Timestamp::now_utc()).await }
            },
        ),
        job(
            "import watch",
            || at_once().chain(ticks(WATCH_EVERY)).boxed(),
            move || {
                let imports = watched.clone();
                async move { imports.watch(Timestamp::now_utc()).await }
            },
        ),
        job(
            "purge",
            // At the start too: a panel that is stopped every night would never get to it.
            || at_once().chain(ticks(PURGE_EVERY)).boxed(),
            move || {
                let (store, activity) = (purged.clone(), pruned.clone());
                async move {
                    purge(&store, Timestamp::now_utc()).await;
                    prune(&activity, Timestamp::now_utc()).await;
                }
            },
        ),
        job(
            "monitor",
            move || at_once().chain(stream::select(ticks(MONITOR_EVERY), changed(changes.clone()))).boxed(),
            move || {
                let monitor = monitor.clone();
                async move { monitor.tick().await }
            },
        ),
        job(
            "disk",
            || at_once().chain(ticks(DISK_EVERY)).boxed(),
            move || {
                let imports = roomy.clone();
                async move {
                    imports.room().await;
                }
            },
        ),
        job(
            "failed sign-ins",
            || ticks(MINUTE),
            move || {
                let activity = activity.clone();
                async move { activity.count_failures(Some(Timestamp::now_utc())).await }
            },
        ),
        job(
            "sweep",
            || ticks(SWEEP_EVERY),
            move || {
                let (store, queue) = (store.clone(), swept.clone());
                async move {
                    sweep(&store, Timestamp::now_utc()).await;
                    if let Queue::Shared(queue) = queue {
                        queue.sweep().await;
                    }
                }
            },
        ),
    ];
    match queue {
        Queue::Own => list.push(job("import", move || woken(wake.clone()), import)),
        Queue::Shared(queue) => {
            list.push(job("import", move || woken(grants.clone()), import));
            list.push(job(
                "import wishes",
                move || woken(wake.clone()),
                move || {
                    let queue = queue.clone();
                    async move { queue.push().await }
                },
            ));
        }
    }
    list
}

/// When a job is due.
type Due = BoxStream<'static, Result<(), Infallible>>;

/// What it does then.
type Work = Arc<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

/// A job; never twice at once.
struct Job {
    name: &'static str,
    due: Box<dyn Fn() -> Due + Send + Sync>,
    work: Work,
}

fn job<F>(
    name: &'static str,
    due: impl Fn() -> Due + Send + Sync + 'static,
    work: impl Fn() -> F + Send + Sync + 'static,
) -> Job
where
    F: Future<Output = ()> + Send + 'static,
{
    Job { name, due: Box::new(due), work: Arc::new(move || Box::pin(work())) }
}

async fn run_list(list: Vec<Job>, stop: CancellationToken) {
    let mut workers = Workers::new();
    for Job { name, due, work } in list {
        workers = workers.register(move |_| {
            WorkerBuilder::new(name).backend(due()).catch_panic().concurrency(1).data(work.clone()).build(perform)
        });
    }
    let ended = workers
        // A panic of the work itself is caught; this is for faults around it.
        .should_restart(|worker, error| {
            tracing::warn!(worker = worker.name(), %error, "a worker ended by a fault and is started anew");
            true
        })
        .shutdown_timeout(SHUTDOWN)
        .run_with_signal(async move {
            stop.cancelled().await;
            Ok(())
        });
    if let Err(error) = ended.await {
        tracing::error!(%error, "the jobs ended by a fault");
    }
}

async fn perform(_due: (), work: Data<Work>) -> Result<(), BoxDynError> {
    work().await;
    Ok(())
}

/// Due now.
fn at_once() -> Due {
    stream::iter([Ok(())]).boxed()
}

/// Due whenever someone asks.
fn woken(wake: Arc<Mutex<mpsc::Receiver<()>>>) -> Due {
    stream::unfold(wake, async |wake| {
        let asked = wake.lock().await.recv().await;
        asked.map(|()| (Ok(()), wake))
    })
    .boxed()
}

/// Due whenever the monitor has a reason to look at once.
fn changed(monitor: Monitor) -> Due {
    stream::unfold(monitor, async |monitor| {
        monitor.changed().await;
        Some((Ok(()), monitor))
    })
    .boxed()
}

/// Due at every multiple of an interval. A tick that came while the job was still at work is left
/// out: the scheduler answers it with an error then, and is set up anew.
fn ticks(every: Duration) -> Due {
    let cron = move || CronScheduler::new(Every { interval: every, last: None }).into_stream().boxed();
    stream::unfold(cron(), move |mut ticks| async move {
        loop {
            match ticks.next().await {
                Some(Ok(_)) => return Some((Ok(()), ticks)),
                Some(Err(_)) | None => ticks = cron(),
            }
        }
    })
    .boxed()
}

/// Multiples of an interval since midnight UTC.
struct Every {
    interval: Duration,
    last: Option<Timestamp>,
}

impl Schedule<Utc> for Every {
    fn next_tick(&mut self, _: &Utc) -> Option<Tick<Utc>> {
        let now = Timestamp::now_utc();
        // A timer may go off a moment before its time by the clock: that tick must not come again.
        let early = self.last.filter(|last| *last > now && *last - now < Duration::from_secs(1));
        let next = schedule::next(self.interval, early.unwrap_or(now));
        self.last = Some(next);
        u64::try_from(next.unix_timestamp()).ok().map(Tick::new)
    }
}
