//! The open store: trees, index and mark, and the order in which they change.
//!
//! Once a write has failed nothing more is written: sled does not take up work again, and what is in
//! memory and on the medium may differ.

use super::failure::failed;
use super::index::{Changes, Index};
use super::mark::Mark;
use super::outage::Outage;
use super::space;
use super::tables::{Table, Tables, Writes};
use crate::model::{Agent, AgentId};
use crate::storage::record;
use crate::storage::{Result, StorageError};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// See the module. Reads go through here; writes are collected by [`super::work::Work`].
pub(super) struct Core {
    pub(super) tables: Tables,
    index: RwLock<Index>,
    mark: Mark,
    folder: PathBuf,
    pub(super) outage: Outage,
}

impl Core {
    /// From its checked parts.
    pub(super) fn new(folder: &Path, tables: Tables, index: Index, mark: Mark) -> Core {
        Core { tables, index: RwLock::new(index), mark, folder: folder.to_owned(), outage: Outage::default() }
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
        self.change(writes, |index| index.change(changes))
    }

    /// Changes the trees where the index is not affected.
    pub(super) fn apply_aside(&self, writes: &Writes) -> Result<()> {
        self.change(writes, |_| {})
    }

    /// Changes the trees, and the index is another one from here on.
    pub(super) fn apply_and_replace(&self, writes: &Writes, with: Index) -> Result<()> {
        self.change(writes, |index| *index = with)
    }

    fn change(&self, writes: &Writes, change: impl FnOnce(&mut Index)) -> Result<()> {
        self.check()?;
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        let whole = self.outage.unless_finished();
        self.tables.apply(writes).map_err(|error| self.outage.begin(error))?;
        change(&mut index);
        whole.finished();
        Ok(())
    }

    /// Changes records that nothing else depends on, and does not wait until they would outlive a kill.
    pub(super) fn apply_unkept(&self, table: Table, batch: sled::Batch) -> Result<()> {
        self.check()?;
        self.tables.tree(table).apply_batch(batch).map_err(|error| self.outage.begin(failed(&error)))
    }

    /// Deletes every record of a table, not as one.
    pub(super) fn clear(&self, table: Table) -> Result<()> {
        self.check()?;
        self.tables.tree(table).clear().map_err(|error| self.outage.begin(failed(&error)))
    }

    /// Makes a commit outlive a kill of the process.
    pub(super) fn keep(&self, commit: u64) -> Result<()> {
        self.write_out()?;
        self.mark.reach(commit);
        Ok(())
    }

    /// Hands everything to the system.
    pub(super) fn write_out(&self) -> Result<()> {
        self.tables.write_out().map_err(|error| self.outage.begin(error))
    }

    /// Everything that was kept is on the medium afterwards.
    pub(super) fn sync(&self) -> Result<()> {
        self.write_out()?;
        self.mark.sync().map_err(|error| StorageError::Failed(format!("the disk answered: {error}")))
    }

    /// Where the store lies.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Bytes that can still be written where the store lies.
    pub(super) fn free_space(&self) -> Result<u64> {
        space::free(&self.folder).map_err(|error| StorageError::Failed(format!("the disk answered: {error}")))
    }

    /// Fails once a write has failed.
    pub(super) fn check(&self) -> Result<()> {
        self.outage.check()
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        if self.outage.check().is_err() {
            self.tables.abandon();
        }
    }
}
