//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod architecture;
mod imports;
mod kit;
mod sign_in;
mod story;
