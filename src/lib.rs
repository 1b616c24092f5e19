//! Muster.
pub mod app;
pub mod auth;
pub mod cli;
pub mod commands;
pub mod config;
pub mod control;
pub mod demo;
pub mod import;
pub mod jobs;
pub mod ldap;
pub mod model;
pub mod monitor;
pub mod secrets;
pub mod storage;
pub mod telemetry;
#[cfg(test)]
mod test_store;
pub mod web;
