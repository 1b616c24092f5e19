//! Imports, from the outside: a real panel, a real directory where one behaves so, and a scripted one
//! where none does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod arrival;
mod evidence;
mod groups;
mod held;
mod identity;
mod preview;
mod reading;
mod removal;
mod removed;
mod runs;
