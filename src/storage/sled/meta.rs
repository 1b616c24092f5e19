//! The record that says what the store is and how much is in it. It is part of every commit.

use serde::{Deserialize, Serialize};

/// Key in [`super::tables::Table::Single`].
pub(super) const KEY: &[u8] = b"meta";
/// Name of this program in the record.
pub(super) const PRODUCT: &str = "muster";
/// Form of the records. Counts up when an older program could not read them any more.
pub(super) const SCHEMA: u32 = 4;

/// The start of the record, which every form shares.
#[derive(Deserialize)]
pub(super) struct Head {
    pub(super) product: String,
    pub(super) schema: u32,
}

/// The record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Meta {
    pub(super) product: String,
    pub(super) schema: u32,
    /// Number of the commit that wrote this.
    pub(super) commit: u64,
    /// How many records there are.
    pub(super) agents: u64,
    pub(super) groups: u64,
    pub(super) runs: u64,
    /// Numbers never given out before.
    pub(super) next_group: u32,
    pub(super) next_run: u64,
    /// 0 in a store of a time with only one.
    #[serde(default)]
    pub(super) next_directory: u32,
    /// The days of its imports are counted; not in a store of an older version.
    #[serde(default)]
    pub(super) counts_days: bool,
    /// Fingerprint of the key that sealed what is in it; `None` in a store of an older version.
    #[serde(default)]
    pub(super) key: Option<String>,
}

impl Meta {
    /// Of a store with nothing in it.
    pub(super) fn new() -> Meta {
        Meta {
            product: PRODUCT.into(),
            schema: SCHEMA,
            commit: 0,
            agents: 0,
            groups: 0,
            runs: 0,
            next_group: 1,
            next_run: 1,
            next_directory: 1,
            counts_days: true,
            key: None,
        }
    }
}
