//! The open store: trees, index and mark, and the order in which they change.

use super::index::{Changes, Index};
use super::mark::Mark;
use super::record;
use super::tables::{Table, Tables, Writes};
use crate::model::{Agent, AgentId};
use crate::storage::{Result, StorageError};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// See the module. Reads go through here; writes are collected by [`super::work::Work`].
pub(super) struct Core {
    pub(super) tables: Tables,
    index: RwLock<Index>,
    mark: Mark,
    /// A commit failed half-way: what is in memory and on the medium may differ.
    broken: AtomicBool,
}

impl Core {
    /// From its checked parts.
    pub(super) fn new(tables: Tables, index: Index, mark: Mark) -> Core {
        Core { tables, index: RwLock::new(index), mark, broken: AtomicBool::new(false) }
    }

    /// The index; while the guard lives, it and the trees agree and no commit happens.
    pub(super) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// One agent, removed ones too. The guard shows that the index is held.
    pub(super) fn agent(&self, index: &RwLockReadGuard<'_, Index>, id: AgentId) -> Result<Option<Agent>> {
        let Some(bytes) = self.tables.bytes(Table::Agents, id.0.as_bytes())? else { return Ok(None) };
        let agent = record::decode(id.0.as_bytes(), &bytes)?;
        Ok(Some(index.without_deleted_groups(agent)))
    }

    /// Changes trees and index as one: readers of the index see the state before or after.
    pub(super) fn apply(&self, writes: &Writes, changes: Changes) -> Result<()> {
        self.check()?;
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        // Lifted only when all is done: not by an error, nor by a panic in between.
        self.broken.store(true, Ordering::Release);
        self.tables.apply(writes)?;
        index.change(changes);
        self.broken.store(false, Ordering::Release);
        Ok(())
    }

    /// Makes a commit outlive a kill of the process.
    pub(super) fn keep(&self, commit: u64) -> Result<()> {
        if let Err(error) = self.tables.write_out() {
            self.broken.store(true, Ordering::Release);
            return Err(error);
        }
        self.mark.reach(commit);
        Ok(())
    }

    /// Everything that was kept is on the medium afterwards.
    pub(super) fn sync(&self) -> Result<()> {
        self.tables.write_out()?;
        self.mark.sync().map_err(|error| StorageError::Failed(format!("the disk answered: {error}")))
    }

    /// Fails once a write has failed: sled does not take up work again, and neither does this.
    pub(super) fn check(&self) -> Result<()> {
        if self.broken.load(Ordering::Acquire) {
            return Err(StorageError::Failed(
                "an earlier write did not reach the disk. Free or repair the disk and restart muster".into(),
            ));
        }
        Ok(())
    }
}
