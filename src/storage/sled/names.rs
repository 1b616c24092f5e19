//! The order by name, then id.

use super::entry::Entry;
use std::cmp::Ordering;

/// What slots are ordered by.
pub(super) struct Names<'a> {
    pub(super) heads: &'a [u64],
    pub(super) entries: &'a [Entry],
}

impl Names<'_> {
    /// Puts slots into an order.
    pub(super) fn merge(&self, order: &mut Vec<u32>, mut new: Vec<u32>) {
        new.sort_unstable_by(|a, b| self.compare(*a, *b));
        // From the back, so that every slot moves once.
        let mut end = order.len();
        order.resize(end + new.len(), 0);
        for (before, slot) in new.iter().enumerate().rev() {
            let at = order[..end].partition_point(|other| self.compare(*other, *slot) == Ordering::Less);
            order.copy_within(at..end, at + before + 1);
            order[at + before] = *slot;
            end = at;
        }
    }

    fn compare(&self, a: u32, b: u32) -> Ordering {
        let (a, b) = (a as usize, b as usize);
        self.heads[a].cmp(&self.heads[b]).then_with(|| {
            let (a, b) = (&self.entries[a], &self.entries[b]);
            a.name().cmp(b.name()).then(a.id.cmp(&b.id))
        })
    }
}

/// Ordered as the names are, as far as eight bytes tell.
pub(super) fn head(name: &str) -> u64 {
    let mut head = [0; 8];
    let bytes = &name.as_bytes()[..name.len().min(8)];
    head[..bytes.len()].copy_from_slice(bytes);
    u64::from_be_bytes(head)
}
