//! The `ldap` module by itself, against a real slapd, and against scripted servers where none
//! misbehaves so: what cannot be seen, or not told apart, from outside the panel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod support;

mod alerts;
mod check;
mod client_certificates;
mod failover;
mod groups;
mod hostile;
mod lldap;
mod look_up;
mod paging;
mod reader;
mod reading;
mod sign_in;
mod silence;
mod tls_faults;
mod transport;
