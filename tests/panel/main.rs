//! The panel from the outside: the real binary, real directories, a real browser.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod activity;
mod agent_list;
mod agents;
mod backup;
mod bind_password;
mod browser_pages;
mod browser_review;
mod browser_rules;
mod browser_second_factor;
mod browser_story;
mod client_certificates;
mod commands;
mod demo;
mod directories;
mod imports;
mod key;
mod languages;
mod load;
mod look_up;
mod monitor;
mod own_tls;
mod raw_http;
mod routes;
mod rules;
mod second_factor;
mod secrets;
mod session_ends;
mod sessions;
mod settings;
mod setup;
mod several_directories;
mod sign_in;
mod srv;
mod story;
mod tour;
