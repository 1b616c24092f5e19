//! Every component on made-up screens: rendered, checked for what no page may contain and, with
//! `SPECIMEN_DIR` set, written there as files to look at.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod data;
mod kit;
mod screens;

use crate::web::assets::{APP_CSS, APP_JS, FAVICON, HTMX_JS, STYLESHEET, THEME_JS, asset_url};
use std::path::Path;

fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("kit", kit::page()),
        ("settings", screens::settings()),
        ("settings-failed", screens::settings_failed()),
        ("agents", screens::agents()),
        ("agents-empty", screens::agents_empty()),
        ("agent", screens::agent()),
        ("import", screens::import()),
        ("login", screens::login()),
        ("setup", screens::setup()),
    ]
}

#[test]
fn every_component_renders() {
    let pages = pages();
    for (name, page) in &pages {
        checks::nothing_is_inline(name, page);
        checks::ids_are_unique_and_found(name, page);
        checks::passwords_have_no_value(name, page);
    }
    if let Some(folder) = std::env::var_os("SPECIMEN_DIR") {
        write(Path::new(&folder), &pages);
    }
}

/// As files, with the assets beside them.
fn write(folder: &Path, pages: &[(&str, String)]) {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::create_dir_all(folder.join("js")).unwrap();
    std::fs::create_dir_all(folder.join("icons")).unwrap();
    std::fs::write(folder.join(APP_CSS), STYLESHEET).unwrap();
    for name in [APP_JS, THEME_JS, HTMX_JS, FAVICON] {
        std::fs::copy(assets.join(name), folder.join(name)).unwrap();
    }
    for (name, page) in pages {
        let mut page = page.clone();
        for asset in [APP_CSS, APP_JS, THEME_JS, HTMX_JS, FAVICON] {
            page = page.replace(&asset_url(asset), asset);
        }
        std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    }
}
