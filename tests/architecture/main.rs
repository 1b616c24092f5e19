//! Holds the shape of the source: who may import whom, which library may stand where, what must stay
//! pure. Tests within `src` are left out: they may reach further.
#![allow(clippy::unwrap_used)]

mod rules;
mod source;
mod texts;
mod tokens;

use source::{Sources, files_below};
use std::path::Path;

/// Fails with every line of what was found.
fn hold(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_module_imports_only_what_its_line_in_the_table_allows() {
    hold(&rules::arrows(&Sources::read()));
}

#[test]
fn the_arrows_between_modules_make_no_circle() {
    let layers = rules::MAY_IMPORT.iter().map(|(module, _)| *module).collect::<Vec<_>>();
    for (at, (module, allowed)) in rules::MAY_IMPORT.iter().enumerate() {
        for other in allowed.iter().copied().flatten() {
            assert!(layers[..at].contains(other), "{module} may import {other}, which does not come before it");
        }
    }
}

#[test]
fn a_library_stands_only_where_it_belongs() {
    hold(&rules::libraries(&Sources::read()));
}

#[test]
fn the_model_needs_nothing_but_plain_libraries() {
    hold(&rules::plain_model(&Sources::read(), &dependencies()));
}

#[test]
fn what_is_pure_reads_no_clock_and_does_no_io() {
    hold(&rules::purity(&Sources::read()));
}

#[test]
fn nobody_outside_storage_asks_which_backend_it_is() {
    hold(&rules::backends(&Sources::read()));
}

#[test]
fn only_the_ldap_module_connects_to_anything() {
    hold(&rules::connections(&Sources::read()));
}

#[test]
fn a_file_has_at_most_300_lines_or_a_reason() {
    hold(&rules::long_files(&Sources::read()));
}

#[test]
fn every_language_has_every_text_with_the_same_values_and_in_its_own_words() {
    let others = texts::LANGUAGES.iter().filter(|language| **language != "en");
    hold(&others.flat_map(|language| texts::differences(language)).collect::<Vec<_>>());
}

#[test]
fn every_text_is_used_and_every_one_that_is_asked_for_is_there() {
    hold(&texts::unused_and_unknown());
}

#[test]
fn a_screen_has_no_english_in_its_code() {
    hold(&texts::english_in_code());
}

#[test]
fn nothing_is_left_to_be_done_in_the_source() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = |path: &str| {
        let ends = [".rs", ".css", ".js", ".sh"].iter().any(|end| path.ends_with(end)) || path == "tests/run";
        let inside = ["src/", "tests/", "benches/", "assets/css/", "assets/js/app.js"];
        ends && inside.iter().any(|start| path.starts_with(start))
    };
    let files = ["src", "tests", "assets"].map(|folder| {
        let files = files_below(&root.join(folder), &|path| ours(&format!("{folder}/{path}")));
        files.into_iter().map(move |(path, text)| (format!("{folder}/{path}"), text))
    });
    hold(&rules::leftovers(files.into_iter().flatten()));
}

#[test]
fn unsafe_code_is_forbidden_and_nobody_takes_it_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let lints = manifest.split("\n[").find(|section| section.starts_with("lints.rust]")).unwrap_or_default();
    assert!(lints.lines().any(|line| line == "unsafe_code = \"forbid\""), "Cargo.toml does not forbid `unsafe`");
    hold(&rules::taken_back(&Sources::read()));
    let made_up = [("a.rs", "#![allow(unsafe_code)]"), ("b.rs", "fn f() { unsafe { g() } }"), ("c.rs", "fn safe() {}")];
    assert_eq!(rules::taken_back(&Sources::of(made_up)).len(), 2);
}

#[test]
fn the_list_of_the_security_standard_names_tests_that_are_there_and_each_requirement_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = std::fs::read_to_string(root.join("docs/asvs.md")).unwrap();
    let mut code = String::new();
    for folder in ["src", "tests"] {
        let files = files_below(&root.join(folder), &|path| path.ends_with(".rs"));
        code.extend(files.into_iter().map(|(_, text)| text));
    }
    let named = list.split('`').skip(1).step_by(2).filter(|name| {
        name.matches('_').count() >= 3
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && **name == name.to_lowercase()
    });
    hold(
        &named
            .filter(|name| !code.contains(&format!("fn {name}(")))
            .map(|name| format!("docs/asvs.md names {name}, which is no test"))
            .collect::<Vec<_>>(),
    );
    let rows = list.lines().filter_map(|line| line.strip_prefix("| ")).filter_map(|row| row.split(" | ").next());
    let mut numbers: Vec<&str> = rows.flat_map(str::split_whitespace).filter(|n| n.matches('.').count() == 2).collect();
    numbers.sort_unstable();
    let all = numbers.len();
    numbers.dedup();
    // Level 1 of version 5.0.0 has 70, level 2 another 183.
    assert_eq!((numbers.len(), all), (253, 253), "requirements are missing from docs/asvs.md or there twice");
}

/// Names of this package's libraries, as code writes them.
fn dependencies() -> Vec<String> {
    let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let sections = manifest.split("\n[").filter(|section| section.starts_with("dependencies]"));
    let names = sections.flat_map(str::lines).filter_map(|line| line.split_once('='));
    names.map(|(name, _)| name.trim().replace('-', "_")).collect()
}

#[test]
fn the_sources_are_really_read() {
    let sources = Sources::read();
    let app = sources.0.iter().find(|source| source.path == "app.rs").unwrap();
    assert!(app.paths().contains("crate::storage::open"), "{:?}", app.paths());
    assert!(sources.0.len() > 100 && dependencies().contains(&"actix_web".to_owned()));
}

/// Each rule, shown something that it forbids and something that it allows.
mod the_rules {
    use super::*;

    fn finds(rule: impl Fn(&Sources) -> Vec<String>, path: &str, text: &str) -> bool {
        !rule(&Sources::of([(path, text)])).is_empty()
    }

    #[test]
    fn see_a_forbidden_arrow_however_it_is_written() {
        let bad = |path, text| finds(rules::arrows, path, text);
        assert!(bad("web/page.rs", "use crate::ldap::Connection;"));
        assert!(bad("web/page.rs", "use crate::{auth::SignIn, ldap::{self, Connection}};"));
        assert!(bad("web/page.rs", "use crate::ldap; fn f() { ldap::check(&access) }"));
        assert!(bad("web/page.rs", "fn f() { crate::ldap::check(&access) }"));
        assert!(bad("web/page/view.rs", "use super::super::super::ldap as directory; type A = directory::Depth;"));
        assert!(bad("model/agent.rs", "use crate::storage::Store;"));
        assert!(bad("ldap/mod.rs", "pub(crate) use crate::{model::{self, Dn}, import::*};"));
        assert!(bad("storage/sled/mod.rs", "type A = Vec<crate::auth::SignIn>;"));
        assert!(bad("monitor.rs", "use super::web;"));
        assert!(bad("main.rs", "fn main() { muster::app::serve(config) }"));
        assert!(bad("lately.rs", ""), "a module without a line in the table");
    }

    #[test]
    fn leave_allowed_arrows_comments_texts_and_tests_alone() {
        let bad = |path, text| finds(rules::arrows, path, text);
        assert!(!bad("web/page.rs", "use crate::model::*; use super::session; use crate::web::htmx;"));
        assert!(!bad("web/ldap_settings/form.rs", "use crate::ldap; fn f() { ldap::parse_ca_certificate(pem) }"));
        assert!(!bad(
            "model/dn.rs",
            "// use crate::ldap;\n/* crate::ldap::x /* */ crate::web */\nconst A: &str = \"crate::ldap\";"
        ));
        assert!(!bad("model/dn.rs", "const A: &str = r#\"\"crate::ldap::x\"#; const B: char = '\"'; fn f<'a>() {}"));
        assert!(!bad("model/dn.rs", "#[cfg(test)]\nmod tests { use crate::web; fn f() { { crate::ldap::f() } } }"));
        let files = [("model/mod.rs", "#[cfg(test)]\nmod tests;"), ("model/tests/deep.rs", "use crate::web;")];
        assert!(rules::arrows(&Sources::of(files)).is_empty());
    }

    #[test]
    fn see_a_library_where_it_does_not_belong() {
        let bad = |path, text| finds(rules::libraries, path, text);
        assert!(bad("import/run.rs", "use actix_web::rt;"));
        assert!(bad("auth/sign_in.rs", "fn f() { ldap3::ldap_escape(name) }"));
        assert!(bad("web/page.rs", "use ::sled::Db;"));
        assert!(bad("storage/mod.rs", "use sled as database;"));
        assert!(bad("import/run.rs", "use sqlx::PgPool;"));
        assert!(!bad("storage/postgres/mod.rs", "use sqlx::PgPool;"));
        assert!(bad("app.rs", "use {std::fs, ldap3_proto::proto};"));
        assert!(!bad("storage/mod.rs", "pub mod sled; fn f() { sled::open(path) }"));
        assert!(!bad("web/page.rs", "use maud::html; use actix_web::{web, HttpResponse};"));
    }

    #[test]
    fn see_a_model_that_needs_more_than_plain_libraries() {
        let rule = |sources: &Sources| rules::plain_model(sources, &dependencies());
        assert!(finds(rule, "model/dn.rs", "use tokio::fs;"));
        assert!(finds(rule, "model/dn.rs", "fn f() { tracing::info!(\"x\") }"));
        assert!(!finds(rule, "model/dn.rs", "use serde::Serialize; type T = time::OffsetDateTime;"));
        assert!(!finds(rule, "ldap/dn.rs", "use tokio::fs;"));
    }

    #[test]
    fn see_a_clock_and_io_in_what_is_pure() {
        let bad = |path, text| finds(rules::purity, path, text);
        assert!(bad("import/plan.rs", "let now = OffsetDateTime::now_utc();"));
        assert!(bad("import/plan/settle.rs", "use std::time::Instant;"));
        assert!(bad("import/guard.rs", "use std::{collections::HashMap, fs::File};"));
        assert!(bad("import/guard.rs", "use std::net::TcpStream;"));
        assert!(bad("model/agent.rs", "let id = Uuid::now_v7();"));
        assert!(bad("model/agent.rs", "async fn f() { tokio::task::yield_now().await }"));
        assert!(!bad("model/host.rs", "use std::net::IpAddr; use std::time::Duration;"));
        assert!(!bad("import/run.rs", "let now = Timestamp::now_utc();"));
    }

    #[test]
    fn see_who_asks_for_a_backend_or_dials() {
        assert!(finds(rules::backends, "app.rs", "use crate::storage::{self, sled::Sled};"));
        assert!(finds(rules::backends, "web/page.rs", "fn f(s: crate::storage::sled::Sled) {}"));
        assert!(!finds(rules::backends, "storage/mod.rs", "pub mod sled; fn f() { sled::open(path) }"));
        assert!(finds(rules::connections, "web/page.rs", "use tokio::net::TcpStream;"));
        assert!(finds(rules::connections, "monitor.rs", "tokio::net::lookup_host(host).await"));
        assert!(!finds(rules::connections, "ldap/connect.rs", "use tokio::net::TcpStream;"));
    }

    #[test]
    fn see_a_file_that_is_too_long_and_a_reason_that_is_no_longer_needed() {
        let lines = |count| "fn f() {}\n".repeat(count);
        assert!(finds(rules::long_files, "web/page.rs", &lines(301)));
        assert!(!finds(rules::long_files, "web/page.rs", &lines(300)));
        let tests = "#[cfg(test)]\nmod tests {\n".to_owned() + &lines(100) + "}\n";
        assert!(!finds(rules::long_files, "web/page.rs", &(lines(250) + &tests)));
        assert!(finds(rules::long_files, rules::LONG_FILES[0].0, &lines(300)));
    }

    #[test]
    fn see_what_is_left_to_be_done() {
        let found = |text: &str| rules::leftovers([("src/a.rs".to_owned(), text.to_owned())]);
        assert_eq!(found(&format!("fn f() {{\n    // {}: more\n}}", concat!("TO", "DO"))).len(), 1);
        assert!(found("all is done").is_empty());
    }
}
