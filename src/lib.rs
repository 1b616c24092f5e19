//! Muster.
pub mod auth;
pub mod demo;
pub mod import;
pub mod ldap;
pub mod model;
pub mod monitor;
pub mod secrets;
pub mod storage;
