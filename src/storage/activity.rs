//! The chain of the activity log: how a record is made, and what shows that one was changed.
//!
//! Each record holds the SHA-256 of itself and of the record before, so that none can be changed, left out or put in
//! between without all after it being made anew; and an HMAC of that hash under the panel's key, so that whoever can
//! write the store and has no key cannot make them anew. Other keys may have sealed older records: the first one that the
//! present key sealed holds them too, by the chain, and says that the key was changed. Of what was cut off at the end only a number and hash that were
//! kept elsewhere can tell for sure: the store's own head is written with each record, and each goes to the log.
//!
//! The oldest records may be deleted. The record that says so ([`Action::ActivityPruned`]) names the last one that went,
//! by number and hash, and is part of the chain.

mod query;

pub use query::{ActivityPage, ActivityQuery, LOOKED_AT};
pub(super) use query::{agent_of, searched};

use crate::model::*;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Name of the change that says up to which number records were deleted.
const UP_TO: &str = "Up to number";
/// And that of the last one's hash.
const WITH_HASH: &str = "Hash";

/// Seals records.
#[derive(Clone)]
pub struct Sealer {
    key: [u8; 64],
    name: String,
}

/// What is hashed, in this order.
#[derive(Serialize)]
struct Content<'a> {
    number: u64,
    deed: &'a Deed,
    before: &'a str,
    key: &'a str,
}

impl Sealer {
    /// From bytes that nobody else has, and what tells them from others.
    pub fn new(key: [u8; 64], name: String) -> Sealer {
        Sealer { key, name }
    }

    /// The record that follows the head.
    pub fn next(&self, head: &ActivityHead, deed: Deed) -> Activity {
        let (number, before, key) = (head.number + 1, head.hash.clone(), self.name.clone());
        let hash = hash(number, &deed, &before, &key);
        Activity { seal: self.seal(&hash), number, deed, before, key, hash }
    }

    fn seal(&self, hash: &str) -> String {
        // Takes keys of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else { return String::new() };
        mac.update(hash.as_bytes());
        hex(&mac.finalize().into_bytes())
    }
}

fn hash(number: u64, deed: &Deed, before: &str, key: &str) -> String {
    // A deed is always JSON.
    let content = serde_json::to_vec(&Content { number, deed, before, key }).unwrap_or_default();
    hex(&Sha256::digest(content))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The head after a record.
pub fn head_of(activity: &Activity) -> ActivityHead {
    ActivityHead { number: activity.number, hash: activity.hash.clone() }
}

/// What the record of a deletion says.
pub(super) fn pruned(at: Timestamp, up_to: &ActivityHead) -> Deed {
    let told = |field: &str, new: String| ValueChange { field: field.into(), old: None, new: Some(new) };
    Deed::new(at, Actor::Schedule, Action::ActivityPruned)
        .with(vec![told(UP_TO, up_to.number.to_string()), told(WITH_HASH, up_to.hash.clone())])
}

fn pruned_up_to(deed: &Deed) -> Option<ActivityHead> {
    let value = |field: &str| deed.changes.iter().find(|change| change.field == field)?.new.clone();
    let is_one = deed.action == Action::ActivityPruned;
    is_one.then(|| Some(ActivityHead { number: value(UP_TO)?.parse().ok()?, hash: value(WITH_HASH)? }))?
}

/// A record as a store gives it: its number, and itself where it can be read and is found as what it is.
pub type Recorded = (u64, Option<Activity>);

/// What was found by going through the whole log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// How many records there are.
    pub records: u64,
    /// The first one: number, time and hash.
    pub first: Option<Place>,
    /// The last one.
    pub last: Option<Place>,
    /// Records before the first were deleted because their time was over.
    pub pruned: bool,
    /// Records that another key sealed: the chain alone holds them, up to the first of the present key.
    pub other_keys: u64,
    /// The first thing that does not fit; `None`: all is well.
    pub fault: Option<String>,
}

/// A record's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Place {
    pub number: u64,
    pub at: Timestamp,
    pub hash: String,
}

impl Place {
    fn of(activity: &Activity) -> Place {
        Place { number: activity.number, at: activity.deed.at, hash: activity.hash.clone() }
    }
}

/// Goes through the log from its oldest record.
pub struct Verifier<'a> {
    sealer: &'a Sealer,
    head: Option<ActivityHead>,
    /// Of the first record: what the hash before it must be.
    before_first: Option<String>,
    pruned_up_to: Option<ActivityHead>,
    sealed_by_present: bool,
    found: Verified,
}

impl<'a> Verifier<'a> {
    /// With the key of now.
    pub fn new(sealer: &'a Sealer) -> Verifier<'a> {
        let found = Verified { records: 0, first: None, last: None, pruned: false, other_keys: 0, fault: None };
        Verifier { sealer, head: None, before_first: None, pruned_up_to: None, sealed_by_present: false, found }
    }

    /// The next record. `false`: it does not fit, and no more need be shown.
    pub fn see(&mut self, (number, activity): &Recorded) -> bool {
        let fault = match activity {
            None => Some(format!("Record {number} was changed: it cannot be read, or is not what it is listed as.")),
            Some(activity) => self.fault_of(*number, activity),
        };
        if let (None, Some(activity)) = (&fault, activity) {
            self.take(activity);
        }
        self.found.fault = fault;
        self.found.fault.is_none()
    }

    fn fault_of(&self, number: u64, activity: &Activity) -> Option<String> {
        let at = format!("{}, {}", activity.number, activity.deed.at);
        if let Some(head) = &self.head {
            if number != head.number + 1 {
                let lost = number.saturating_sub(head.number + 1);
                return Some(format!("Record {} is missing ({lost} in all, up to number {number}).", head.number + 1));
            }
            if activity.before != head.hash {
                return Some(format!("Record {at} does not follow the one before it: one of them was replaced."));
            }
        }
        let right = hash(activity.number, &activity.deed, &activity.before, &activity.key);
        if number != activity.number || right != activity.hash {
            return Some(format!("Record {number} was changed: its hash is not that of what it says."));
        }
        let is_present = activity.key == self.sealer.name;
        if is_present && self.sealer.seal(&activity.hash) != activity.seal {
            return Some(format!("Record {at} was not written by this panel: its seal is not of the panel's key."));
        }
        if !is_present && self.sealed_by_present {
            return Some(format!("Record {at} was sealed with another key than the records before it."));
        }
        // Any other would vouch for a log that was put there under somebody's own key.
        let follows_others = is_present && !self.sealed_by_present && self.head.is_some();
        if follows_others && activity.deed.action != Action::KeyRotated {
            return Some(format!(
                "Record {at} is the first that the panel's key sealed, and does not say that the key was changed: the records before it may not be the panel's own."
            ));
        }
        None
    }

    fn take(&mut self, activity: &Activity) {
        if self.head.is_none() {
            self.before_first = Some(activity.before.clone());
            self.found.first = Some(Place::of(activity));
        }
        if let Some(up_to) = pruned_up_to(&activity.deed) {
            self.pruned_up_to = Some(up_to);
        }
        let is_present = activity.key == self.sealer.name;
        self.sealed_by_present |= is_present;
        self.found.other_keys += u64::from(!is_present);
        self.found.records += 1;
        self.found.last = Some(Place::of(activity));
        self.head = Some(head_of(activity));
    }

    /// After the last record: what the store says its end is.
    pub fn end(mut self, head: &ActivityHead) -> Verified {
        if self.found.fault.is_none() {
            self.found.fault = self.fault_at_end(head);
        }
        let first = self.found.first.as_ref().map_or(1, |first| first.number);
        self.found.pruned = first > 1;
        self.found
    }

    fn fault_at_end(&self, head: &ActivityHead) -> Option<String> {
        let Some(last) = &self.head else {
            let gone = head.number > 0;
            return gone.then(|| format!("All records are missing, up to number {}.", head.number));
        };
        if last != head {
            return Some(format!(
                "The log should end with record {} and ends with record {}: its end was cut off or replaced.",
                head.number, last.number
            ));
        }
        if !self.sealed_by_present {
            return Some("No record was sealed with the panel's present key, so nothing shows that the log is the panel's own. Bring back the right key.".into());
        }
        let first = self.found.first.as_ref().map_or(1, |first| first.number);
        if first == 1 {
            let begins = self.before_first.as_deref() == Some("");
            return (!begins).then(|| "Record 1 does not begin the log: what it follows is not there.".into());
        }
        match &self.pruned_up_to {
            Some(up_to) if up_to.number + 1 > first => None,
            Some(up_to) if up_to.number + 1 == first && self.before_first.as_ref() == Some(&up_to.hash) => None,
            _ => Some(format!("Records before number {first} are missing, and no record says that they were deleted.")),
        }
    }
}

#[cfg(test)]
mod tests;
