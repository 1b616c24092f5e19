//! The activity log: records what was done, and shows that nothing was done to the log.
//!
//! * The change comes first, then its record. Where the record cannot be written, the change stands, and the record is an
//!   error in the log instead: an action that is done is told in one place or the other.
//! * A record is durable when [`ActivityLog::record`] returns. Those that come at once are written together.
//! * Failed sign-ins, wrong passwords of one's own and what was refused are the exception ([`failures`]): one record for
//!   the first of an account and address in ten minutes, and one that counts the others. They are written behind the
//!   answer.
//! * Each record is also an event of the target `muster::activity` at `info`: number, action, ids, address and hash as
//!   JSON; no name, no email and nothing that was typed. With a copy of these elsewhere a log that was cut off shows.

mod failures;

use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::activity::{Sealer, Verified, Verifier};
use crate::storage::{StorageError, Store};
use failures::Failures;
use futures::future::join_all;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// How long records are kept.
pub const KEEP: time::Duration = time::Duration::days(400);
/// Records read at once.
const PART: usize = 1_000;
/// Records of one write, at most.
const BATCH: usize = 256;
/// Stays free on the store's disk of what strangers cause.
const RESERVE: u64 = 32_000_000;

type Answer = oneshot::Sender<Result<(), String>>;

/// Records what was done. Clones share it.
#[derive(Clone)]
pub struct ActivityLog {
    store: Store,
    sealer: Sealer,
    waiting: Arc<Mutex<Vec<(Deed, Answer)>>>,
    turn: Arc<tokio::sync::Mutex<()>>,
    failures: Arc<Failures>,
}

impl ActivityLog {
    /// Into this store, sealed with the panel's key.
    pub fn new(store: Store, secrets: &SecretKey) -> ActivityLog {
        let sealer = Sealer::new(secrets.derive("activity"), secrets.fingerprint());
        ActivityLog { store, sealer, waiting: Arc::default(), turn: Arc::default(), failures: Arc::default() }
    }

    /// Records what was done. Where that fails, the record is in the log as an error.
    pub async fn record(&self, deed: Deed) {
        let (answer, written) = oneshot::channel();
        self.waiting().push((deed.clone(), answer));
        let log = self.clone();
        // What was begun is finished, also when nobody waits for it.
        tokio::spawn(async move { log.write().await });
        let outcome = written.await.unwrap_or_else(|_| Err("the panel stops".into()));
        if let Err(error) = outcome {
            tracing::error!(target: "muster::activity", %error, record = %told(&deed), "an activity could not be recorded in the store");
        }
    }

    /// Writes what waits, unless someone has written it meanwhile.
    async fn write(&self) {
        let _turn = self.turn.lock().await;
        let batch: Vec<(Deed, Answer)> = {
            let mut waiting = self.waiting();
            let many = waiting.len().min(BATCH);
            waiting.drain(..many).collect()
        };
        if batch.is_empty() {
            return;
        }
        let (deeds, answers): (Vec<Deed>, Vec<Answer>) = batch.into_iter().unzip();
        let outcome = self.store.append_activity(deeds, &self.sealer).await.map_err(|error| error.to_string());
        if let Ok(activities) = &outcome {
            activities.iter().for_each(tell);
        }
        let outcome = outcome.map(drop);
        answers.into_iter().for_each(|answer| drop(answer.send(outcome.clone())));
    }

    /// Notes a failed sign-in. The answer does not wait for the record.
    pub fn note_failure(&self, deed: Deed) {
        if let Some(first) = self.failures.note(deed) {
            let log = self.clone();
            tokio::spawn(async move {
                match log.has_room().await {
                    true => log.record(first).await,
                    false => not_kept(&first),
                }
            });
        }
    }

    /// Whether strangers may write: what they cause must not take the last of the disk from everybody.
    async fn has_room(&self) -> bool {
        !matches!(self.store.free_space().await, Ok(Some(free)) if free < RESERVE)
    }

    /// Records how many failed sign-ins there were more, where ten minutes have passed by `now`, or at the end (`None`).
    pub async fn count_failures(&self, now: Option<Timestamp>) {
        let counts = self.failures.take(now);
        if self.has_room().await {
            // At once, so that they are written together.
            join_all(counts.into_iter().map(|deed| self.record(deed))).await;
        } else {
            counts.iter().for_each(not_kept);
        }
    }

    /// Goes through the whole log.
    pub async fn verify(&self) -> Result<Verified, StorageError> {
        let found = self.go_through().await?;
        // Records may have been deleted in their time meanwhile.
        if found.fault.is_some() { self.go_through().await } else { Ok(found) }
    }

    async fn go_through(&self) -> Result<Verified, StorageError> {
        let head = self.store.activity_head().await?;
        let (mut verifier, mut next) = (Verifier::new(&self.sealer), 0);
        loop {
            let part = self.store.activity_from(next, PART).await?;
            let Some((last, _)) = part.last() else { return Ok(verifier.end(&head)) };
            next = last + 1;
            for found in &part {
                // What was added meanwhile is for the next time.
                let is_newer = found.0 > head.number && !self.is_beyond(head.number, found.0).await?;
                if is_newer {
                    return Ok(verifier.end(&head));
                }
                if !verifier.see(found) {
                    return Ok(verifier.end(&head));
                }
            }
        }
    }

    /// Whether a record lies beyond the end of the log as it is now: it was not added by a panel.
    async fn is_beyond(&self, known: u64, number: u64) -> Result<bool, StorageError> {
        let now = self.store.activity_head().await?.number;
        Ok(now <= known || number > now)
    }

    /// Deletes the records whose time is over.
    pub async fn prune(&self, now: Timestamp) -> Result<u64, StorageError> {
        self.store.prune_activity(now - KEEP, now, &self.sealer).await
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<(Deed, Answer)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn not_kept(deed: &Deed) {
    tracing::warn!(target: "muster::activity", record = %told(deed), "the disk is nearly full: a failed sign-in is told here alone");
}

/// Without names, emails and what was typed.
fn told(deed: &Deed) -> serde_json::Value {
    let fields: Vec<&str> = deed.changes.iter().map(|change| change.field.as_str()).collect();
    let actor = match &deed.actor {
        Actor::Agent { id, .. } => id.to_string(),
        Actor::Command => "command".into(),
        Actor::Schedule => "schedule".into(),
        Actor::Nobody => "nobody".into(),
    };
    let subject = deed.subject.as_ref().map(|subject| serde_json::json!({ "kind": subject.kind, "id": subject.id }));
    serde_json::json!({
        "at": deed.at.format(&time::format_description::well_known::Rfc3339).ok(),
        "action": deed.action,
        "actor": actor,
        "address": deed.address,
        "subject": subject,
        "changed": fields,
        "times": deed.times,
    })
}

fn tell(activity: &Activity) {
    let mut record = told(&activity.deed);
    record["number"] = activity.number.into();
    record["hash"] = activity.hash.clone().into();
    tracing::info!(target: "muster::activity", %record, "recorded");
}
