//! Tests of the storage backends: the contract of `muster::storage::Storage`, held by one suite that
//! runs against each, and what is particular to one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod conformance;
mod crash;
mod damage;
mod model;
mod sled;
