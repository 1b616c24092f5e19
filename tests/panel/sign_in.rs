//! Signing in, from the outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod changed;
mod door;
mod sessions;
mod states;
mod throttle;
mod trouble;
