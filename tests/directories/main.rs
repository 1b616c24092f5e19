//! What holds on every directory a company runs: real OpenLDAP, 389 Directory Server and Active Directory
//! (Samba), asked by the real binary, and by `muster::ldap` where that shows more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

mod active_directory;
mod ds389;
mod everywhere;
mod first_hour;
mod matrix;
mod openldap;
mod refused;
mod table;
mod town;
