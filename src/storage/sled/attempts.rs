//! Attempts at signing in: each in one small record. They take turns of their own, so that guessing holds no other
//! writer up, and nobody waits for the log to be written out: sled does that twice a second.

use super::core::Core;
use super::tables::{Table, decode, scan};
use crate::model::{Attempt, Tally, Timestamp};
use crate::storage::{Result, StorageError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Held by whoever changes them: how many there are, once somebody has counted.
#[derive(Default)]
pub(super) struct Attempts(Mutex<Option<u64>>);

/// What one call changes; `None` deletes.
type Changes = Vec<(String, Option<Tally>)>;

/// What a key has taken.
pub(super) fn one(core: &Core, key: &str) -> Result<Option<Tally>> {
    core.tables.get(Table::Attempts, key.as_bytes())
}

impl Attempts {
    /// Answers how long to wait when nothing is left.
    pub(super) fn take(&self, core: &Core, attempts: &[Attempt], at: Timestamp) -> Result<Option<Duration>> {
        let mut kept = self.turn();
        let (mut changes, mut wait) = (Changes::new(), None);
        for Attempt { key, allowance } in attempts {
            match allowance.take(one(core, key)?, at) {
                Ok(tally) => changes.push((key.clone(), Some(tally))),
                Err(longer) => wait = wait.max(Some(longer)),
            }
        }
        if wait.is_none() {
            apply(core, &mut kept, changes)?;
        }
        Ok(wait)
    }

    pub(super) fn give_back(&self, core: &Core, attempts: &[Attempt]) -> Result<()> {
        let mut kept = self.turn();
        let mut changes = Changes::new();
        for Attempt { key, allowance } in attempts {
            if let Some(tally) = one(core, key)? {
                changes.push((key.clone(), allowance.give_back(tally)));
            }
        }
        apply(core, &mut kept, changes)
    }

    pub(super) fn forget(&self, core: &Core, keys: Vec<String>) -> Result<()> {
        apply(core, &mut self.turn(), keys.into_iter().map(|key| (key, None)).collect())
    }

    pub(super) fn count(&self, core: &Core) -> u64 {
        counted(core, &mut self.turn())
    }

    /// In parts, between which others take their turn.
    pub(super) fn sweep(&self, core: &Core, at: Timestamp) -> Result<u64> {
        let mut over = Vec::new();
        for record in scan(core.tables.tree(Table::Attempts), &[]) {
            let (key, bytes) = record?;
            let tally: Tally = decode(Table::Attempts, &bytes)?;
            if tally.until <= at {
                over.push(String::from_utf8_lossy(&key).into_owned());
            }
        }
        let mut swept = 0;
        for keys in over.chunks(500) {
            let mut kept = self.turn();
            let mut changes = Changes::new();
            for key in keys {
                // Somebody may have tried again meanwhile.
                if one(core, key)?.is_some_and(|tally| tally.until <= at) {
                    changes.push((key.clone(), None));
                }
            }
            swept += changes.len() as u64;
            apply(core, &mut kept, changes)?;
        }
        Ok(swept)
    }

    fn turn(&self) -> MutexGuard<'_, Option<u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn counted(core: &Core, kept: &mut Option<u64>) -> u64 {
    *kept.get_or_insert_with(|| core.tables.tree(Table::Attempts).len() as u64)
}

fn apply(core: &Core, kept: &mut Option<u64>, changes: Changes) -> Result<()> {
    let mut count = counted(core, kept);
    let mut batch = sled::Batch::default();
    for (key, tally) in changes {
        let was_there = core.tables.bytes(Table::Attempts, key.as_bytes())?.is_some();
        count = count + u64::from(tally.is_some()) - u64::from(was_there);
        match tally {
            Some(tally) => {
                let bytes = serde_json::to_vec(&tally);
                let bytes = bytes.map_err(|_| StorageError::Failed("an attempt cannot be written".into()))?;
                batch.insert(key.as_bytes(), bytes);
            }
            None => batch.remove(key.as_bytes()),
        }
    }
    core.apply_unkept(Table::Attempts, batch)?;
    *kept = Some(count);
    Ok(())
}
