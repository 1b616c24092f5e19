//! Tests of the storage backends: the contract of `muster::storage::Storage`, held by one suite that
//! runs against each, and what is particular to one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout, reason = "long runs and measurements say what they found")]

#[path = "../support/mod.rs"]
mod support;

mod conformance;
mod crash;
mod damage;
mod disk;
mod full_disk;
mod growth;
mod killed_imports;
mod killed_restore;
mod model;
mod office;
mod postgres;
mod sled;
