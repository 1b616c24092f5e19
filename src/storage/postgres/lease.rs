//! The import lease and its fencing token.

use super::values::{signed, unsigned};
use super::work::Work;
use crate::model::Timestamp;
use crate::storage::moment::nanoseconds;
use crate::storage::{Lease, Result, StorageError};
use std::time::Duration;

pub(super) fn take(work: &mut Work, holder: &str, at: Timestamp, ttl: Duration) -> Option<Lease> {
    let ledger = &mut work.ledger;
    let is_held = ledger.lease_holder.as_deref().is_some_and(|by| by != holder);
    let lasts = nanoseconds(at)..=nanoseconds(at + ttl * 2);
    if is_held && ledger.lease_until.is_some_and(|until| until > *lasts.start() && lasts.contains(&until)) {
        return None;
    }
    // Never one that was given out before a failover which lost that it was.
    ledger.lease_token = (ledger.lease_token + 1).max(nanoseconds(at) / 1_000);
    ledger.lease_holder = Some(holder.to_owned());
    ledger.lease_until = Some(nanoseconds(at + ttl));
    Some(Lease { token: unsigned(ledger.lease_token) })
}

pub(super) fn renew(work: &mut Work, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()> {
    check(work, lease)?;
    work.ledger.lease_until = Some(nanoseconds(at + ttl));
    Ok(())
}

pub(super) fn release(work: &mut Work, lease: Lease) {
    if check(work, lease).is_ok() {
        release_any(work);
    }
}

/// Gives back whichever lease is held.
pub(super) fn release_any(work: &mut Work) {
    work.ledger.lease_holder = None;
    work.ledger.lease_until = None;
}

/// It must be the newest one and not given back.
pub(super) fn check(work: &Work, lease: Lease) -> Result<()> {
    let is_newest = work.ledger.lease_token == signed(lease.token);
    if is_newest && work.ledger.lease_holder.is_some() { Ok(()) } else { Err(StorageError::LeaseLost) }
}
