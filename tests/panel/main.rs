//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod browser_pages;
mod browser_story;
mod demo;
mod kit;
