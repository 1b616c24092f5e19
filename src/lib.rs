//! Muster.
pub mod auth;
pub mod import;
pub mod jobs;
pub mod ldap;
pub mod model;
pub mod monitor;
pub mod secrets;
pub mod storage;
#[cfg(test)]
mod test_store;
