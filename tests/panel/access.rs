//! What every answer carries, and who is refused how. Who may do what is in `routes.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{Page, Visitor};
use super::support::panel::Panel;
use super::tour;
use muster::web::{Access, TABLE};
use reqwest::header::HeaderMap;

const PASSWORD: &str = "quite long enough";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Nobody,
    Employee,
    Support,
    Administrator,
}

/// One visitor of each kind.
pub async fn cast(panel: &Panel) -> Vec<(Who, Visitor)> {
    let administrator = Visitor::setup_administrator(panel).await;
    let mut cast = vec![(Who::Nobody, Visitor::new(panel))];
    for (who, role) in [(Who::Employee, "employee"), (Who::Support, "support")] {
        let email = format!("{role}@example.test");
        let fields = [("name", role), ("email", &email), ("role", role), ("password", PASSWORD)];
        administrator.post("/agents", &fields).await.expect_status(303);
        let visitor = Visitor::new(panel);
        visitor.sign_in(&email, PASSWORD).await.expect_status(303);
        cast.push((who, visitor));
    }
    cast.push((Who::Administrator, administrator));
    cast
}

/// A path of the table with ids of what is not there, so that nothing is changed behind the door.
pub fn real(path: &str) -> String {
    let id = if path.starts_with("/agents") { "01890000-0000-7000-8000-000000000000" } else { "999" };
    path.replace("{id}", id).replace("{path:.*}", "app.css")
}

pub fn assert_safe(what: &str, headers: &HeaderMap) {
    let value = |name: &str| headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
    let policy = value("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{what}: {part} is not in the policy “{policy}”");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{what}: {policy}");
    assert_eq!(value("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(value("x-frame-options"), "DENY", "{what}");
    assert_eq!(value("referrer-policy"), "same-origin", "{what}");
    assert_eq!(value("cross-origin-opener-policy"), "same-origin", "{what}");
    assert!(!value("cache-control").is_empty(), "{what}: nothing is said about caches");
    if !what.contains("/static/") {
        assert_eq!(value("cache-control"), "no-store", "{what}");
    }
}

#[tokio::test]
async fn scripts_without_a_session_get_401_instead_of_a_page() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let nobody = Visitor::new(&panel);
    let behind_the_door = TABLE.iter().filter(|(_, _, access)| *access != Access::Anyone);
    for (method, path, _) in behind_the_door {
        let what = format!("{method} {path}");
        let request = || nobody.request(&method.to_uppercase(), &real(path));
        let fragment = nobody.send(request().header("hx-request", "true")).await;
        assert_eq!((fragment.status, fragment.text.as_str()), (401, ""), "{what}");
        assert_eq!(fragment.headers.get("hx-redirect").unwrap(), "/login", "{what}");
        assert_safe(&what, &fragment.headers);
        let json = nobody.send(request().header("accept", "application/json")).await.expect_status(401);
        assert!(serde_json::from_str::<serde_json::Value>(&json.text).unwrap()["error"].is_string(), "{what}");
        assert_safe(&what, &json.headers);
    }
}

#[tokio::test]
async fn whoever_asks_for_json_is_refused_in_json() {
    let panel = Panel::start().await;
    for (who, visitor) in cast(&panel).await {
        let ask = async |path: &str| {
            let page = visitor.send(visitor.request("GET", path).header("accept", "application/json")).await;
            let body: serde_json::Value = serde_json::from_str(&page.text).unwrap_or_default();
            (page.status, body["error"].is_string())
        };
        let agent = real("/agents/{id}");
        match who {
            Who::Nobody => assert_eq!(ask(&agent).await, (401, true)),
            Who::Employee => assert_eq!(ask(&agent).await, (403, true)),
            Who::Support | Who::Administrator => assert_eq!(ask(&agent).await, (404, true)),
        }
        assert_eq!(ask("/nowhere").await, (404, true));
    }
}

#[tokio::test]
async fn a_form_that_another_site_sent_is_refused_whatever_its_token() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let token = visitor.csrf_token().await;
    let own = panel.url.clone();
    let cases: [(&[(&str, &str)], u16); 8] = [
        (&[("origin", "https://evil.test")], 403),
        (&[("origin", "null")], 403),
        (&[("origin", &own.replace("http:", "https:"))], 403),
        (&[("sec-fetch-site", "cross-site")], 403),
        (&[("sec-fetch-site", "same-site"), ("origin", &own)], 403),
        (&[("origin", "https://evil.test"), ("sec-fetch-site", "same-origin")], 403),
        (&[("sec-fetch-site", "same-origin"), ("origin", &own)], 303),
        (&[], 303),
    ];
    for (number, (headers, status)) in cases.into_iter().enumerate() {
        let mut request = visitor.request("POST", "/groups");
        request = request.header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let page = visitor.send(request.body(format!("csrf_token={token}&name=Group number {number}"))).await;
        assert_eq!(page.status, status, "{headers:?}");
        assert_safe(&format!("{headers:?}"), &page.headers);
    }
    let groups = visitor.get("/groups").await.text;
    assert!(groups.contains("Group number 7") && !groups.contains("Group number 0"));
}

#[tokio::test]
async fn another_host_name_gets_nothing_but_probes() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for path in ["/", "/login", "/agents", "/static/app.css", "/nowhere"] {
        let page = visitor.send(visitor.request("GET", path).header("host", "evil.test")).await.expect_status(421);
        assert_safe(path, &page.headers);
        assert!(page.headers.get("set-cookie").is_none());
    }
    for path in ["/healthz", "/readyz"] {
        visitor.send(visitor.request("GET", path).header("host", "10.0.0.1")).await.expect_status(200);
    }
    let port = panel.url.rsplit(':').next().unwrap();
    let localhost = format!("localhost:{port}");
    visitor.send(visitor.request("GET", "/login").header("host", localhost)).await.expect_status(303);
}

#[tokio::test]
async fn what_is_no_form_or_no_page_is_refused_with_the_same_headers() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let token = visitor.csrf_token().await;
    let form = "application/x-www-form-urlencoded";
    let long = format!("csrf_token={token}&name={}", "x".repeat(300 * 1024));
    let not_utf8 = format!("csrf_token={token}&name=%ff%fe");
    let cases: [(&str, &str, &str, &str, &[u16]); 9] = [
        ("POST", "/groups", "application/json", r#"{"name":"x"}"#, &[415]),
        ("POST", "/groups", "text/plain", "name=x", &[415]),
        ("POST", "/groups", form, &long, &[413]),
        ("POST", "/groups", form, &not_utf8, &[303, 400, 422]),
        ("GET", "/nowhere", form, "", &[404]),
        ("GET", "/imports/nonsense", form, "", &[404]),
        ("GET", "/static/../Cargo.toml", form, "", &[404]),
        ("DELETE", "/agents", form, "", &[404, 405]),
        ("PROPFIND", "/", form, "", &[404, 405]),
    ];
    for (method, path, kind, body, expected) in cases {
        let request = visitor.request(method, path).header("content-type", kind).body(body.to_owned());
        let page = visitor.send(request).await;
        assert!(expected.contains(&page.status), "{method} {path} as {kind}: {}", page.status);
        assert_safe(&format!("{method} {path} as {kind}"), &page.headers);
    }
}

#[tokio::test]
async fn a_probe_may_ask_by_head() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for path in ["/healthz", "/readyz", "/agents", "/login"] {
        let page = visitor.send(visitor.request("HEAD", path)).await;
        assert_eq!(page.status, visitor.get(path).await.status, "{path}");
        assert_eq!(page.text, "", "{path}");
    }
}

#[tokio::test]
async fn no_page_has_scripts_or_styles_of_its_own() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for (path, page) in tour::everything(&visitor).await {
        assert_safe(&path, &page.headers);
        for inline in ["<style", " style=", "<script>", " onclick=", " onsubmit=", "javascript:", "hx-on"] {
            assert!(!page.text.contains(inline), "{path} has {inline}");
        }
    }
}

#[tokio::test]
async fn probes_tell_no_names_and_metrics_take_the_token() {
    let panel = Panel::with(&[("MUSTER_METRICS_TOKEN", "let-me-count")]).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let nobody = Visitor::new(&panel);
    assert_eq!(nobody.get("/healthz").await.expect_status(200).text, "ok\n");
    let ready = nobody.get_json("/readyz").await;
    assert_eq!(ready["ready"], true);
    assert_eq!(ready["directory"], "not_configured");
    // The disk of a database is another machine's.
    assert_eq!(ready["disk"], if panel.database().is_some() { "unknown" } else { "ok" });

    let with = async |token: &str| -> Page {
        nobody.send(nobody.request("GET", "/metrics").header("authorization", format!("Bearer {token}"))).await
    };
    let metrics = with("let-me-count").await.expect_status(200).text;
    assert!(metrics.contains("muster_agents{source=\"local\"} 1"), "{metrics}");
    assert!(!metrics.contains("example.test"));
    for wrong in ["", "let-me-coun", "let-me-count2"] {
        assert_ne!(with(wrong).await.status, 200, "{wrong:?}");
    }
    nobody.get("/metrics").await.expect_status(303);
    visitor.get("/metrics").await.expect_status(200);
}
