//! The rules, each a function from sources to what breaks it, one line each.

use super::source::{Source, Sources};

/// Who may import whom, innermost first: a module names only modules above it.
pub(super) const MAY_IMPORT: &[(&str, &[&[&str]])] = &[
    ("config", &[]),
    ("telemetry", &[]),
    ("model", &[]),
    ("secrets", &[&["model"]]),
    ("language", &[&["model"]]),
    ("ldap", &[&["model"]]),
    ("demo", &[&["model"]]),
    ("storage", &[&["model"]]),
    ("activity", &[&["model", "secrets", "storage"]]),
    ("backup", &[&["model", "storage"]]),
    ("monitor", &[&["ldap", "model", "secrets", "storage"]]),
    ("import", &[&["ldap", "model", "monitor", "secrets", "storage"]]),
    ("auth", &[&["ldap", "model", "monitor", "secrets", "storage"]]),
    ("jobs", &[&["activity", "import", "model", "monitor", "storage"]]),
    ("web", &[&["activity", "auth", "import", "language", "model", "monitor", "secrets", "storage"]]),
    ("commands", &[PARTS]),
    ("control", &[PARTS, &["commands"]]),
    ("app", &[PARTS, &["commands", "control"]]),
    ("cli", &[PARTS, &["app", "commands", "control", "telemetry"]]),
    ("lib", &[]),
    ("main", &[&["cli"]]),
];

/// What the composition root puts together; whoever may name it may name concrete adapters.
const PARTS: &[&str] = &[
    "activity", "auth", "backup", "config", "demo", "import", "jobs", "language", "ldap", "model", "monitor",
    "secrets", "storage", "web",
];

/// Names that a module may use of one that it must not import otherwise.
const EXTRAS: &[(&str, &[&str])] = &[
    // The settings form looks at what was typed: none of these dials.
    (
        "web",
        &[
            "crate::ldap",
            "crate::ldap::fit_client_key",
            "crate::ldap::parse_ca_certificate",
            "crate::ldap::parse_client_certificate",
        ],
    ),
];

/// Libraries that stand in few places: files or folders below `src`.
const PLACES: &[(&[&str], &[&str])] = &[
    (&["actix_web"], &["web", "app", "cli"]),
    (&["actix_session", "maud", "tracing_actix_web", "validator"], &["web", "app"]),
    (&["rust_embed"], &["web", "language"]),
    (&["fluent_bundle", "icu_decimal", "icu_locale_core", "unic_langid"], &["language"]),
    // The server's connections, which actix-web's own server cannot watch over.
    (&["actix_http", "actix_server", "actix_service"], &["web/server"]),
    (&["hickory_resolver", "ldap3", "rustls_native_certs", "x509_parser"], &["ldap"]),
    // TLS towards directories, and the panel's own.
    (&["rustls", "socket2", "tokio_rustls"], &["ldap", "web/server"]),
    (&["ldap3_proto"], &["demo"]),
    (&["sled"], &["storage/sled"]),
    // Free space; the limit of open files; core dumps.
    (&["rustix"], &["storage/sled", "web/server", "cli"]),
    (&["apalis", "apalis_core", "apalis_cron", "cron"], &["jobs", "app"]),
    (&["sqlx"], &["storage/postgres", "jobs", "app"]),
    (&["apalis_postgres"], &["jobs", "app"]),
    (&["diesel", "tokio_postgres"], &[]),
    (&["argon2", "governor", "totp_rs"], &["auth"]),
    (&["qrcode"], &["web"]),
    (&["brotli", "flate2"], &["web/assets"]),
    (&["chacha20poly1305"], &["secrets"]),
    (&["clap"], &["cli", "config"]),
    (&["rpassword"], &["cli"]),
    (&["tracing_subscriber"], &["telemetry"]),
];

/// What a pure module must not say: it would read a clock, roll dice, or do I/O.
const IMPURE_WORDS: &[&str] = &[
    "now_utc",
    "now_local",
    "now_v7",
    "new_v4",
    "Instant",
    "SystemTime",
    "rand",
    "println",
    "eprintln",
    "print",
    "dbg",
];
const IMPURE_PATHS: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io",
    "std::net::TcpListener",
    "std::net::TcpStream",
    "std::net::ToSocketAddrs",
    "std::net::UdpSocket",
    "std::os",
    "std::process",
    "std::thread",
    "tokio",
];

/// Files over 300 lines, and why they are whole.
pub(super) const LONG_FILES: &[(&str, &str)] = &[
    ("model/connection.rs", "each cause of a failure stands once, with its message and its remedy"),
    ("storage/mod.rs", "the contract of the storage is read as one"),
    ("storage/postgres/mod.rs", "one short method for each of the contract's"),
    ("storage/sled/mod.rs", "one short method for each of the contract's"),
];

/// A module names only those in its line of [`MAY_IMPORT`].
pub(super) fn arrows(sources: &Sources) -> Vec<String> {
    let mut found = Vec::new();
    for source in &sources.0 {
        let module = source.top();
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == module) else {
            found.push(format!("src/{}: {module} has no line in MAY_IMPORT", source.path));
            continue;
        };
        let extras = EXTRAS.iter().filter(|(name, _)| *name == module).flat_map(|(_, names)| *names);
        let extras: Vec<&str> = extras.copied().collect();
        for path in source.paths() {
            let Some(other) = own_module(&path) else { continue };
            let fine = other == module
                || allowed.iter().any(|group| group.contains(&other))
                || extras.iter().any(|name| is_below(&path, name));
            if !fine {
                found.push(format!("src/{}: {module} must not import {path}", source.path));
            }
        }
    }
    found
}

/// A library stands only in its places.
pub(super) fn libraries(sources: &Sources) -> Vec<String> {
    let mut found = Vec::new();
    for source in &sources.0 {
        for path in source.paths() {
            let places = PLACES.iter().find(|(libraries, _)| libraries.contains(&first(&path)));
            if let Some((_, places)) = places.filter(|(_, places)| !source.is_in(places)) {
                found.push(format!("src/{}: {path} belongs in {places:?}", source.path));
            }
        }
    }
    found
}

/// The model uses serde, thiserror, time and uuid, and no other library.
pub(super) fn plain_model(sources: &Sources, libraries: &[String]) -> Vec<String> {
    const PLAIN: [&str; 4] = ["serde", "thiserror", "time", "uuid"];
    let foreign = |path: &String| libraries.iter().any(|name| name == first(path)) && !PLAIN.contains(&first(path));
    each_path(sources, &["model"], foreign, "is more than the model needs")
}

/// The model, the plan of an import and its guard read no clock and do no I/O.
pub(super) fn purity(sources: &Sources) -> Vec<String> {
    const PURE: &[&str] = &["model", "import/plan", "import/guard"];
    let reaches_out = |path: &String| IMPURE_PATHS.iter().any(|impure| is_below(path, impure));
    let mut found = each_path(sources, PURE, reaches_out, "is not for what is pure");
    for source in sources.0.iter().filter(|source| source.is_in(PURE)) {
        let impure = source.words().filter(|word| IMPURE_WORDS.contains(word));
        found.extend(impure.map(|word| format!("src/{}: {word} is not for what is pure", source.path)));
    }
    found
}

/// Outside `storage` no backend has a name.
pub(super) fn backends(sources: &Sources) -> Vec<String> {
    let backend =
        |path: &String| ["sled", "postgres"].iter().any(|name| is_below(path, &format!("crate::storage::{name}")));
    let outside = |source: &&Source| source.top() != "storage";
    let found = sources.0.iter().filter(outside).flat_map(|source| {
        source.paths().into_iter().filter(backend).map(|path| format!("src/{}: {path} is a backend", source.path))
    });
    found.collect()
}

/// Only `ldap` opens a connection to another machine, or looks a name up.
pub(super) fn connections(sources: &Sources) -> Vec<String> {
    const WORDS: [&str; 6] = ["TcpStream", "TcpSocket", "UdpSocket", "ToSocketAddrs", "lookup_host", "Socket"];
    // The server's connections are ones that others opened.
    let elsewhere = |source: &&Source| !source.is_in(&["ldap", "demo", "web/server"]);
    let found = sources.0.iter().filter(elsewhere).flat_map(|source| {
        let dials = source.words().filter(|word| WORDS.contains(word));
        dials.map(|word| format!("src/{}: {word} belongs in ldap", source.path))
    });
    found.collect()
}

/// A file stays within 300 lines, or stands in [`LONG_FILES`] for as long as it must.
pub(super) fn long_files(sources: &Sources) -> Vec<String> {
    let found = sources.0.iter().filter_map(|Source { path, lines, .. }| {
        match (*lines > 300, LONG_FILES.iter().any(|(listed, _)| listed == path)) {
            (true, false) => Some(format!("src/{path} has {lines} lines without its tests; split it by idea")),
            (false, true) => Some(format!("src/{path} needs no line in LONG_FILES any more")),
            _ => None,
        }
    });
    found.collect()
}

/// Nothing in the source names `unsafe` or its lint: `forbid` cannot be allowed again, and this is why nobody tries.
pub(super) fn taken_back(sources: &Sources) -> Vec<String> {
    let of = |source: &Source| source.words().any(|word| matches!(word, "unsafe" | "unsafe_code"));
    sources.0.iter().filter(|source| of(source)).map(|source| format!("src/{} names unsafe", source.path)).collect()
}

/// No note of what is still to be done.
pub(super) fn leftovers(files: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    // In parts, so that this file may be read too.
    const NOTES: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut found = Vec::new();
    for (path, text) in files {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| NOTES.iter().any(|note| line.contains(note))) {
            found.push(format!("{path}:{}: {}", at + 1, line.trim()));
        }
    }
    found
}

fn each_path(sources: &Sources, places: &[&str], wrong: impl Fn(&String) -> bool, why: &str) -> Vec<String> {
    let inside = sources.0.iter().filter(|source| source.is_in(places));
    inside
        .flat_map(|source| source.paths().into_iter().map(move |path| (&source.path, path)))
        .filter(|(_, path)| wrong(path))
        .map(|(file, path)| format!("src/{file}: {path} {why}"))
        .collect()
}

/// The module of this package that a path names.
fn own_module(path: &str) -> Option<&str> {
    path.strip_prefix("crate::").or_else(|| path.strip_prefix("muster::")).map(first)
}

/// A path's first name.
fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or_default()
}

/// Whether a path is this one or goes on from it. A module of the crate stands only for itself: what
/// is in it has names of its own.
fn is_below(path: &str, start: &str) -> bool {
    let module = start.starts_with("crate::") && start.matches("::").count() == 1;
    path == start || (!module && path.strip_prefix(start).is_some_and(|rest| rest.starts_with("::")))
}
