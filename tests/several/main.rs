//! A store in PostgreSQL: servers that go away, connections that are cut, and several panels on one store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

mod cuts;
mod failover;
mod house;
mod outage;
mod start;
mod tls;
mod truth;
