//! Counts the days of imports out of the imports themselves.

use crate::model::{DirectoryId, ImportDay, ImportRun};
use std::collections::BTreeMap;
use time::Date;

/// What has been counted.
#[derive(Default)]
pub(super) struct Days(BTreeMap<(DirectoryId, Date), ImportDay>);

impl Days {
    /// Counts a run, if it is one that counts.
    pub(super) fn count(&mut self, run: &ImportRun) {
        if let Some(day) = ImportDay::of(run) {
            let known = self.0.entry((day.directory, day.day));
            known.and_modify(|known| *known = known.and(day)).or_insert(day);
        }
    }

    /// Enters a day. Answers whether it was not there.
    pub(super) fn enter(&mut self, day: ImportDay) -> bool {
        self.0.insert((day.directory, day.day), day).is_none()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest days of each directory, as many as are kept.
    pub(super) fn newest(&self) -> impl Iterator<Item = &ImportDay> {
        let mut kept: BTreeMap<DirectoryId, usize> = BTreeMap::new();
        self.0.values().rev().filter(move |day| {
            let kept = kept.entry(day.directory).or_default();
            *kept += 1;
            *kept <= ImportDay::KEPT
        })
    }
}
