//! The trees, and how several of them change as one.

use super::failure::failed;
use crate::storage::{Result, StorageError};
use serde::{Serialize, de::DeserializeOwned};
use sled::transaction::{ConflictableTransactionError, TransactionError, TransactionalTree};
use sled::{IVec, Transactional, Tree};
use std::collections::BTreeMap;

/// One sled tree. Keys are listed as they are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    /// Name → the few records there is one of.
    Single,
    /// Group id, big-endian → name.
    Groups,
    /// Agent id → agent.
    Agents,
    /// Run id, big-endian → run.
    Runs,
    /// Run id, kind, number of the first line, big-endian → lines that were added together.
    Changes,
    /// Session id → session.
    Sessions,
    /// Agent id, session id → nothing.
    AgentSessions,
    /// Agent id, run id, number of the line, big-endian → kind of the line and when.
    History,
    /// Name → agent ids, one after the other. Not among the single records, one of which is part of every
    /// commit: sled would write these long ones out again and again beside it.
    Lists,
    /// Agent id → second factor.
    SecondFactors,
    /// Key → what it has taken of its allowance.
    Attempts,
    /// Number, big-endian → record of the activity log.
    Activity,
    /// Directory, Julian day, big-endian → what its imports did on that day.
    ImportDays,
    /// Directory, place within the day, big-endian → what its link was like for five minutes.
    LinkSpans,
}

const NAMES: [&str; 14] = [
    "single",
    "groups",
    "agents",
    "runs",
    "changes",
    "sessions",
    "agent_sessions",
    "history",
    "lists",
    "second_factors",
    "attempts",
    "activity",
    "import_days",
    "link_spans",
];

/// All trees of an open store.
pub(super) struct Tables {
    db: sled::Db,
    trees: Vec<Tree>,
}

impl Tables {
    /// Opens them, made where they are missing.
    pub(super) fn open(db: sled::Db) -> sled::Result<Tables> {
        let trees = NAMES.iter().map(|name| db.open_tree(name)).collect::<sled::Result<Vec<Tree>>>()?;
        Ok(Tables { db, trees })
    }

    /// The tree of a table, for scans.
    pub(super) fn tree(&self, table: Table) -> &Tree {
        &self.trees[table as usize]
    }

    /// One record.
    pub(super) fn get<T: DeserializeOwned>(&self, table: Table, key: &[u8]) -> Result<Option<T>> {
        let Some(bytes) = self.bytes(table, key)? else { return Ok(None) };
        decode(table, &bytes).map(Some)
    }

    /// The bytes of one record.
    pub(super) fn bytes(&self, table: Table, key: &[u8]) -> Result<Option<IVec>> {
        self.tree(table).get(key).map_err(|error| failed(&error))
    }

    /// Applies all of it or nothing.
    pub(super) fn apply(&self, writes: &Writes) -> Result<()> {
        let touched: Vec<usize> = (0..self.trees.len()).filter(|&table| !writes.0[table].is_empty()).collect();
        let trees: Vec<&Tree> = touched.iter().map(|&table| &self.trees[table]).collect();
        let outcome = trees[..].transaction(|views: &Vec<TransactionalTree>| {
            for (view, &table) in views.iter().zip(&touched) {
                put_all(view, &writes.0[table])?;
            }
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        outcome.map_err(|error| match error {
            TransactionError::Storage(error) => failed(&error),
            TransactionError::Abort(()) => StorageError::Failed("the write was given up".into()),
        })
    }

    /// Keeps sled's own end from running: after a failed write it may wait for a thread that is gone.
    /// The process is about to end, which frees everything.
    pub(super) fn abandon(&self) {
        std::mem::forget(self.db.clone());
        self.trees.iter().cloned().for_each(std::mem::forget);
    }

    /// Hands what was applied to the system, so that it outlives this process.
    pub(super) fn write_out(&self) -> Result<()> {
        self.db.flush().map(drop).map_err(|error| failed(&error))
    }
}

fn put_all(view: &TransactionalTree, writes: &TableWrites) -> Result<(), ConflictableTransactionError<()>> {
    for (key, value) in writes {
        match value {
            Some(value) => view.insert(key, value)?,
            None => view.remove(key)?,
        };
    }
    Ok(())
}

type TableWrites = BTreeMap<IVec, Option<IVec>>;

/// What one call changes in the trees; `None` deletes.
#[derive(Default)]
pub(super) struct Writes([TableWrites; NAMES.len()]);

impl Writes {
    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(BTreeMap::is_empty)
    }

    /// Sets a record.
    pub(super) fn put<T: Serialize>(&mut self, table: Table, key: &[u8], record: &T) -> Result<()> {
        let bytes = serde_json::to_vec(record)
            .map_err(|_| StorageError::Failed(format!("a record of {} cannot be written", NAMES[table as usize])))?;
        self.put_bytes(table, key, &bytes);
        Ok(())
    }

    /// Sets a record's bytes.
    pub(super) fn put_bytes(&mut self, table: Table, key: &[u8], bytes: &[u8]) {
        self.0[table as usize].insert(key.into(), Some(bytes.into()));
    }

    /// What a record is going to be.
    pub(super) fn pending(&self, table: Table, key: &[u8]) -> Option<&IVec> {
        self.0[table as usize].get(key)?.as_ref()
    }

    /// Deletes a record.
    pub(super) fn delete(&mut self, table: Table, key: &[u8]) {
        self.0[table as usize].insert(key.into(), None);
    }
}

/// A record from its bytes. The error names the table only: values may be confidential.
pub(super) fn decode<T: DeserializeOwned>(table: Table, bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes)
        .map_err(|_| StorageError::Failed(format!("a record of {} cannot be read", NAMES[table as usize])))
}

/// Every record under a prefix, in the order of the keys.
pub(super) fn scan(tree: &Tree, prefix: &[u8]) -> impl DoubleEndedIterator<Item = Result<(IVec, IVec)>> + use<> {
    tree.scan_prefix(prefix).map(|record| record.map_err(|error| failed(&error)))
}
