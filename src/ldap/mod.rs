//! Everything that speaks LDAP, and nothing else does. Directory → plain model types.
//!
//! Nothing here stores anything, reads the panel's settings by itself or decides about agents.
//!
//! Reading order, from the wire up: `transport` (TCP, StartTLS, a guard in front of the LDAP library),
//! `frame` (what may pass the guard), `tls`, `identity` (the panel's own certificate); `srv` and `dns` (the
//! servers of a domain), `connect` (the servers in order) and `bind`; `vendor` and
//! `resolve` (what kind of server, what the empty settings mean there); `search` (page by page) and
//! `groups`; `entry`, `guid`, `state` and `person` (entry → person); and on top `connection` with
//! `people`, `second_look`, and `check`.
//!
//! Invariants:
//! - An empty password or an empty name is refused before any traffic.
//! - The names in a certificate are always verified; after a failed StartTLS nothing more is said.
//! - Another server is tried only when the one before could not be reached.
//! - A search ends well only when every page ended in success.
//! - No answer, however broken, makes this module panic, recurse or allocate without a limit.

mod access;
mod ber;
mod bind;
mod certificate;
mod check;
mod connect;
mod connection;
mod deadlines;
mod dns;
mod entry;
mod error;
mod frame;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod gate;
mod generalized_time;
mod groups;
mod guid;
mod identity;
mod journal;
mod lockout;
mod look_up;
mod members;
mod other_tls;
mod people;
mod person;
mod policy;
mod probe;
mod rdn;
mod resolve;
mod sample;
mod search;
mod second_look;
mod session;
mod srv;
mod state;
mod tls;
mod transport;
mod vendor;
mod verifier;

pub use access::{Access, Depth, Objection, PasswordVerdict};
pub use check::{check, check_within};
pub use connection::Connection;
pub use deadlines::Deadlines;
pub use dns::use_name_servers;
pub use identity::{fit_client_key, parse_client_certificate};
pub use people::People;
pub use second_look::{SecondLook, Whereabouts};
pub use tls::parse_ca_certificate;
