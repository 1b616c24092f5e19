//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod agents;
mod architecture;
mod commands;
mod imports;
mod kit;
mod monitor;
mod secrets;
mod settings;
mod setup;
mod sign_in;
mod story;
mod tour;
