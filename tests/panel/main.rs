//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod kit;
mod settings;
mod setup;
mod tour;
