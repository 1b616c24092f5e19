//! What is known of runs without reading them, in memory.

use super::runs::Head;
use crate::model::{RunId, RunState};
use std::collections::{BTreeMap, BTreeSet};

/// Every run's head, by number.
#[derive(Default)]
pub(super) struct RunHeads {
    all: BTreeMap<RunId, Head>,
    /// Of these, those that wait or work.
    open: BTreeSet<RunId>,
}

impl RunHeads {
    pub(super) fn all(&self) -> &BTreeMap<RunId, Head> {
        &self.all
    }

    pub(super) fn oldest_open(&self) -> Option<RunId> {
        self.open.first().copied()
    }

    pub(super) fn put(&mut self, id: RunId, head: Head) {
        match head.state == RunState::Running {
            true => self.open.insert(id),
            false => self.open.remove(&id),
        };
        self.all.insert(id, head);
    }

    pub(super) fn extend(&mut self, heads: BTreeMap<RunId, Head>) {
        heads.into_iter().for_each(|(id, head)| self.put(id, head));
    }
}
