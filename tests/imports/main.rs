//! Whatever the directory does, an import ends, in bounded time and memory, as failed or as done with
//! skips; it says what happened in words; nobody is removed and nothing is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

mod big;
mod codes;
mod cuts;
mod guids;
mod habits;
mod hostile;
mod house;
mod pages;
mod raw;
mod servers;
mod silence;
mod strange;
