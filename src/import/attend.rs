//! Waiting for something that takes a while, with the run's record saved meanwhile.

use super::progress::{EVERY, Progress};
use super::stop::Stop;
use crate::model::{DirectoryProblem, ImportRun};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::interval;

/// Does something and saves the run's record meanwhile.
pub(super) async fn attend<T>(progress: &mut Progress, work: impl Future<Output = T>) -> Result<T, Stop> {
    let mut clock = interval(EVERY);
    let mut work = pin!(work);
    loop {
        tokio::select! {
            biased;
            _ = clock.tick() => progress.tick().await?,
            done = &mut work => return Ok(done),
        }
    }
}

/// Takes in what a reading tells, to its end, and saves the run's record meanwhile.
pub(super) async fn follow<T, E>(
    progress: &mut Progress,
    reading: impl Future<Output = Result<E, DirectoryProblem>>,
    mut news: mpsc::Receiver<T>,
    mut take: impl FnMut(T, &mut ImportRun),
) -> Result<Result<E, DirectoryProblem>, Stop> {
    let mut clock = interval(EVERY);
    let mut reading = pin!(reading);
    let mut ended = None;
    loop {
        tokio::select! {
            biased;
            _ = clock.tick() => progress.tick().await?,
            end = &mut reading, if ended.is_none() => ended = Some(end),
            told = news.recv() => match told {
                Some(told) => take(told, &mut progress.run),
                // The reading has let go of its end; what it answered counts, and only that.
                None => return Ok(match ended {
                    Some(ended) => ended,
                    None => reading.await,
                }),
            },
        }
    }
}

/// Comparing 100,000 people takes a while: not on a thread that serves pages.
pub(super) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Stop> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|failed| match failed.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        Err(_) => Stop::Shutdown,
    })
}
