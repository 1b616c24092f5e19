//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod agents;
mod architecture;
mod browser_pages;
mod browser_story;
mod commands;
mod demo;
mod kit;
mod monitor;
mod secrets;
mod settings;
mod setup;
mod tour;
