//! A store in PostgreSQL: several panels on it, servers that go away, connections that are cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout, reason = "long runs say what they found")]

#[path = "../support/mod.rs"]
mod support;

mod cuts;
mod failover;
mod house;
mod outage;
mod pair;
mod panels;
mod shared;
mod start;
mod tls;
mod truth;
