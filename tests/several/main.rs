//! Several panels on one PostgreSQL, with real directories.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout, reason = "long runs say what they found")]

#[path = "../support/mod.rs"]
mod support;

mod pair;
mod panels;
mod shared;
