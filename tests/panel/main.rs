//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod agent_list;
mod agents;
mod backup;
mod bind_password;
mod browser_pages;
mod browser_review;
mod browser_rules;
mod browser_story;
mod client_certificates;
mod commands;
mod demo;
mod directories;
mod imports;
mod look_up;
mod monitor;
mod routes;
mod rules;
mod secrets;
mod sessions;
mod settings;
mod setup;
mod several_directories;
mod sign_in;
mod srv;
mod story;
mod tour;
