//! The log: stderr, so that stdout keeps what scripts read.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// These crates log each hiccup as an error of their own; what matters of it is told once, where it
/// is handled. They can still be named in the filter.
const QUIET: &str = "sled=off,ldap3=off,lber=off,sqlx=off,apalis=off,actix_server=warn";

/// Starts the log. A filter that cannot be read is said and replaced by `info`.
pub fn start(filter: &str, json: bool) {
    let parsed = EnvFilter::try_new(format!("{QUIET},{filter}"));
    let broken = parsed.is_err();
    let filter = parsed.unwrap_or_else(|_| EnvFilter::new(format!("{QUIET},info")));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let started = if json {
        builder.json().flatten_event(true).try_init()
    } else {
        builder.with_target(false).compact().try_init()
    };
    if started.is_ok() && broken {
        tracing::warn!("MUSTER_LOG is not a filter; using info");
    }
}
