//! A tour of the panel: everything someone can look at. Not the export of the activity log, which is recorded.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{Page, Visitor};

/// Every address a visitor can look at, as a page and as JSON, with those of the first agents and runs.
pub(crate) async fn everything(visitor: &Visitor) -> Vec<(String, Page)> {
    let mut paths: Vec<String> = [
        "/",
        "/login",
        "/setup",
        "/me",
        "/settings/ldap/index",
        "/settings/ldap/status",
        "/settings/ldap/status?part=steps",
        "/settings/ldap/rules",
        "/settings/ldap/lookup",
        "/agents",
        "/agents?state=removed",
        "/agents/export.csv",
        "/agents/new",
        "/groups",
        "/imports",
        "/activity",
        "/healthz",
        "/readyz",
        "/metrics",
        "/nowhere",
    ]
    .map(str::to_owned)
    .to_vec();
    for id in ids(visitor, "/agents").await {
        paths.extend([format!("/agents/{id}"), format!("/agents/{id}/edit")]);
    }
    for id in ids(visitor, "/imports").await {
        let parts = ["", "/progress", "/progress?part=card", "/changes", "/changes.csv"];
        paths.extend(parts.map(|part| format!("/imports/{id}{part}")));
    }
    let mut seen = Vec::new();
    for path in paths {
        for accept in ["text/html", "application/json"] {
            let page = visitor.send(visitor.request("GET", &path).header("accept", accept)).await;
            seen.push((format!("{path} as {accept}"), page));
        }
    }
    seen
}

/// The first few of a list; of those who may not see it, none.
async fn ids(visitor: &Visitor, list: &str) -> Vec<String> {
    let page = visitor.send(visitor.request("GET", list).header("accept", "application/json")).await;
    let list: serde_json::Value = serde_json::from_str(&page.text).unwrap_or_default();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    items.iter().take(5).map(|item| item["id"].to_string().trim_matches('"').to_owned()).collect()
}
