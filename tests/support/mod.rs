//! Starts real servers for tests: directories, the panel, a browser. Everything listens on free
//! loopback ports, keeps its files in a temporary folder and is gone when its value is dropped.
// Each test binary and bench uses a part of this.
#![allow(dead_code, unreachable_pub, missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod audit;
pub mod browser;
pub mod company;
pub mod dns;
pub mod ds389;
pub mod entries;
pub mod files;
pub mod guesses;
pub mod habits;
pub mod held;
pub mod html;
pub mod http;
pub mod keyboard;
pub mod leaks;
pub mod load;
pub mod openldap;
pub mod panel;
pub mod people;
pub mod postgres;
pub mod process;
pub mod proxy;
pub mod samba;
pub mod scripted;
pub mod template;
pub mod tls;
