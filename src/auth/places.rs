//! How many do something costly at once, and how many wait for it: beyond that, nobody is taken on.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Places for one thing, and a queue before them.
#[derive(Debug)]
pub(super) struct Places {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    longest_queue: usize,
    patience: Duration,
}

/// Leaves the queue also where its owner gave up.
struct Queued<'a>(&'a AtomicUsize);

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Places {
    /// `at_once` places, and a queue of at most so many for at most so long.
    pub(super) fn new(at_once: usize, longest_queue: usize, patience: Duration) -> Places {
        Places { places: Arc::new(Semaphore::new(at_once)), waiting: AtomicUsize::new(0), longest_queue, patience }
    }

    /// A place until it is dropped; `None` where there is none to be had in time.
    pub(super) async fn take(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(place) = self.places.clone().try_acquire_owned() {
            return Some(place);
        }
        let queue = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _queued = Queued(&self.waiting);
        if queue >= self.longest_queue {
            return None;
        }
        timeout(self.patience, self.places.clone().acquire_owned()).await.ok()?.ok()
    }
}

/// The same for each of several.
#[derive(Debug, Default)]
pub(super) struct PlacesAt<K>(Mutex<BTreeMap<K, Arc<Places>>>);

impl<K: Ord> PlacesAt<K> {
    /// Those of one, made by `make` where it has none yet.
    pub(super) fn of(&self, key: K, make: impl FnOnce() -> Places) -> Arc<Places> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(key).or_insert_with(|| Arc::new(make())).clone()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use futures::future::join_all;

    #[tokio::test(start_paused = true)]
    async fn so_many_are_let_in_and_so_many_wait_and_no_more() {
        let places = Arc::new(Places::new(2, 3, Duration::from_secs(10)));
        let held = [places.take().await.unwrap(), places.take().await.unwrap()];
        let wait = || {
            let places = places.clone();
            tokio::spawn(async move { places.take().await })
        };
        let waiting: Vec<_> = (0..3).map(|_| wait()).collect();
        tokio::task::yield_now().await;
        assert!(places.take().await.is_none(), "the queue is full");
        drop(held);
        let came: Vec<_> = join_all(waiting).await.into_iter().map(Result::unwrap).collect();
        // Two had a place; the third waited in vain, or had that of one who was done.
        assert!(came.iter().flatten().count() >= 2);
        drop(came);
        assert!(places.take().await.is_some());
        assert_eq!(places.waiting.load(Ordering::Relaxed), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_longer_than_they_would() {
        let places = Places::new(1, 3, Duration::from_secs(10));
        let _held = places.take().await.unwrap();
        let began = tokio::time::Instant::now();
        assert!(places.take().await.is_none());
        assert_eq!(began.elapsed(), Duration::from_secs(10));
    }
}
