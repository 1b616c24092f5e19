//! Who may do what: the whole table of routes, walked as everyone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::access::{Who, assert_safe, cast, real};
use super::support::html;
use super::support::http::{Page, Visitor};
use super::support::panel::Panel;
use Who::{Administrator, Employee, Nobody, Support};
use muster::web::{Access, TABLE};

/// Every route and the least who may use it, written by hand: whoever adds a route decides here too who that is,
/// and whoever changes one says it twice.
const EXPECTED: &[(&str, &str, Who)] = &[
    ("get", "/", Employee),
    ("get", "/live", Employee),
    ("get", "/setup", Nobody),
    ("post", "/setup", Nobody),
    ("get", "/login", Nobody),
    ("post", "/login", Nobody),
    ("post", "/logout", Nobody),
    ("post", "/language", Nobody),
    ("get", "/me", Employee),
    ("post", "/me", Employee),
    ("post", "/me/sessions/end", Employee),
    ("get", "/settings/ldap/index", Administrator),
    ("post", "/settings/ldap/index", Administrator),
    ("post", "/settings/ldap/check", Administrator),
    ("get", "/settings/ldap/status", Administrator),
    ("get", "/settings/ldap/rules", Administrator),
    ("post", "/settings/ldap/rules", Administrator),
    ("post", "/settings/ldap/rules/try", Administrator),
    ("get", "/settings/ldap/lookup", Administrator),
    ("get", "/settings/ldap/new", Administrator),
    ("post", "/settings/ldap/new", Administrator),
    ("post", "/settings/ldap/new/check", Administrator),
    ("get", "/settings/ldap/{id}", Administrator),
    ("post", "/settings/ldap/{id}", Administrator),
    ("post", "/settings/ldap/{id}/check", Administrator),
    ("get", "/settings/ldap/{id}/status", Administrator),
    ("post", "/settings/ldap/{id}/delete", Administrator),
    ("get", "/settings/ldap/{id}/rules", Administrator),
    ("post", "/settings/ldap/{id}/rules", Administrator),
    ("post", "/settings/ldap/{id}/rules/try", Administrator),
    ("get", "/agents", Support),
    ("get", "/agents/export.csv", Support),
    ("get", "/agents/changed", Support),
    ("post", "/agents/bulk", Administrator),
    ("get", "/agents/new", Administrator),
    ("post", "/agents", Administrator),
    ("get", "/agents/{id}", Support),
    ("get", "/agents/{id}/edit", Administrator),
    ("post", "/agents/{id}", Administrator),
    ("post", "/agents/{id}/delete", Administrator),
    ("get", "/login/code", Nobody),
    ("post", "/login/code", Nobody),
    ("get", "/me/password", Employee),
    ("post", "/me/password", Employee),
    ("get", "/me/second-factor", Employee),
    ("post", "/me/second-factor", Employee),
    ("post", "/me/second-factor/codes", Employee),
    ("post", "/me/second-factor/off", Employee),
    ("post", "/agents/{id}/sessions/end", Administrator),
    ("post", "/agents/{id}/unlock", Administrator),
    ("get", "/activity", Administrator),
    ("get", "/activity/export.csv", Administrator),
    ("get", "/groups", Support),
    ("post", "/groups", Administrator),
    ("post", "/groups/{id}", Administrator),
    ("post", "/groups/{id}/delete", Administrator),
    ("get", "/imports", Administrator),
    ("post", "/imports", Administrator),
    ("get", "/imports/{id}", Administrator),
    ("get", "/imports/{id}/progress", Administrator),
    ("get", "/imports/{id}/changes", Administrator),
    ("get", "/imports/{id}/changes.csv", Administrator),
    ("post", "/imports/{id}/cancel", Administrator),
    ("post", "/imports/{id}/removals", Administrator),
    ("get", "/healthz", Nobody),
    ("get", "/readyz", Nobody),
    ("get", "/metrics", Administrator),
    ("get", "/static/{path:.*}", Nobody),
];

const SIGN_IN: &str = "/login?next=";
const ROLE: &str = "Your role does not allow this.";
const STALE: &str = "This page was open for too long";

/// The least who may use a route, as the table itself says.
fn least(access: Access) -> Who {
    match access {
        Access::Anyone => Nobody,
        Access::SignedIn | Access::Pulse => Employee,
        Access::Staff | Access::StaffPoll => Support,
        Access::Administrator | Access::Poll | Access::Token => Administrator,
    }
}

#[test]
fn every_route_is_expected_and_every_expected_one_is_there() {
    let mut found: Vec<_> = TABLE.iter().map(|(method, path, access)| (*method, *path, least(*access))).collect();
    let mut expected = EXPECTED.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    let surprising: Vec<_> = found.iter().filter(|route| !expected.contains(route)).collect();
    let missing: Vec<_> = expected.iter().filter(|route| !found.contains(route)).collect();
    assert!(
        surprising.is_empty() && missing.is_empty(),
        "not in EXPECTED, or open to others than it says: {surprising:#?}\nnot in the panel's table: {missing:#?}"
    );
    assert_eq!(found.len(), expected.len(), "a route is in one of the tables twice");
}

/// Fields that would change what they meet, were they let through.
const FIELDS: [(&str, &str); 7] = [
    ("name", "Changed"),
    ("email", "changed@example.test"),
    ("role", "administrator"),
    ("password", "another long one here"),
    ("all", "1"),
    ("host", "changed.example.test"),
    ("dry_run", "1"),
];

/// What an administrator sees of everything that there is, without what is said of the moment.
async fn everything(administrator: &Visitor, agent: &str) -> String {
    let mut seen = String::new();
    for path in ["/agents", &format!("/agents/{agent}"), "/imports"] {
        seen.push_str(&administrator.get_json(path).await.to_string());
    }
    for path in ["/groups", "/settings/ldap/index", "/settings/ldap/rules"] {
        let page = administrator.get(path).await.expect_status(200).text;
        let token = html::field_value(&page, "csrf_token").unwrap_or_default();
        let main = page.find("<main").unwrap_or_default();
        seen.push_str(&page[main..].replace(&token, ""));
    }
    seen
}

#[track_caller]
fn assert_unchanged(before: &str, after: &str) {
    let differs = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let there = |text: &str| text.chars().skip(differs.saturating_sub(60)).take(200).collect::<String>();
    assert!(before == after, "something changed:\n{}\n{}", there(before), there(after));
}

/// An agent who is there to be changed.
async fn victim(administrator: &Visitor) -> String {
    let fields = [("name", "Vera"), ("email", "vera@example.test"), ("role", "employee"), ("password", FIELDS[3].1)];
    administrator.post("/agents", &fields).await.expect_status(303);
    // Takes the word that it was done, which the next page would show.
    administrator.get("/agents").await.expect_status(200);
    let agents = administrator.get_json("/agents?q=vera").await;
    agents["items"][0]["id"].as_str().expect("the agent that was made").to_owned()
}

/// A path of the table with ids of what is there.
fn present(path: &str, agent: &str) -> String {
    let id = if path.starts_with("/agents") { agent } else { "1" };
    path.replace("{id}", id).replace("{path:.*}", "app.css")
}

#[tokio::test]
async fn every_page_opens_for_those_it_is_for_and_for_nobody_else() {
    let panel = Panel::start().await;
    for (who, visitor) in cast(&panel).await {
        for (_, path, least) in EXPECTED.iter().filter(|(method, ..)| *method == "get") {
            for method in ["GET", "HEAD"] {
                let what = format!("{who:?} {method} {path}");
                let page = visitor.send(visitor.request(method, &real(path)).header("accept", "text/html")).await;
                assert_safe(&what, &page.headers);
                let asked = page.status == 303 && page.location().unwrap().starts_with(SIGN_IN);
                match (who >= *least, who) {
                    (true, _) => assert!(!asked && page.status != 403 && page.status < 500, "{what}: {}", page.status),
                    (false, Nobody) => assert!(asked, "{what}: {}", page.status),
                    (false, _) => {
                        let told = method == "HEAD" || page.text.contains(ROLE);
                        assert!(page.status == 403 && told, "{what}: {}", page.status);
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn every_form_takes_the_right_role_and_the_token_of_its_session_and_else_changes_nothing() {
    let panel = Panel::start().await;
    let cast = cast(&panel).await;
    let (_, administrator) = cast.last().expect("an administrator");
    let victim = victim(administrator).await;
    let before = everything(administrator, &victim).await;
    for (who, visitor) in &cast {
        let token = visitor.csrf_token().await;
        let wrong = token.chars().rev().collect::<String>();
        let posts = EXPECTED.iter().filter(|(method, path, _)| *method == "post" && *path != "/logout");
        for (_, path, least) in posts {
            for sent in [None, Some(wrong.as_str()), Some(token.as_str())] {
                let what = format!("{who:?} POST {path} with token {sent:?}");
                let admitted = who >= least && sent == Some(token.as_str());
                let mut fields: Vec<_> = sent.map(|token| ("csrf_token", token)).into_iter().collect();
                if !admitted {
                    fields.extend(FIELDS);
                }
                // Whoever is let in meets ids of what is not there: this is about the door.
                let path = if admitted { real(path) } else { present(path, &victim) };
                let page = visitor.post_exactly(&path, &fields).await;
                assert_safe(&what, &page.headers);
                match (who >= least, who) {
                    (false, Nobody) => assert_eq!((page.status, page.location()), (303, Some("/login")), "{what}"),
                    (false, _) => assert!(page.status == 403 && page.text.contains(ROLE), "{what}: {}", page.status),
                    (true, _) if admitted => {
                        assert!(page.status != 403 && page.status < 500, "{what}: {}", page.status);
                    }
                    (true, _) => assert!(page.status == 403 && page.text.contains(STALE), "{what}: {}", page.status),
                }
            }
        }
    }
    assert_unchanged(&before, &everything(administrator, &victim).await);
    for (_, visitor) in &cast {
        let token = visitor.csrf_token().await;
        visitor.post_exactly("/logout", &[]).await.expect_status(403);
        visitor.post_exactly("/logout", &[("csrf_token", &token)]).await.expect_status(303);
        visitor.get("/me").await.expect_status(303);
    }
}

#[tokio::test]
async fn a_method_that_is_not_in_the_table_does_nothing_whoever_asks() {
    let panel = Panel::start().await;
    let cast = cast(&panel).await;
    let (_, administrator) = cast.last().expect("an administrator");
    let victim = victim(administrator).await;
    let before = everything(administrator, &victim).await;
    let known = |method: &str, path: &str| {
        let listed = |method: &str| EXPECTED.iter().any(|(m, p, _)| *m == method && *p == path);
        listed(method) || (method == "head" && listed("get"))
    };
    for (who, visitor) in [&cast[0], &cast[3]] {
        let token = visitor.csrf_token().await;
        let mut paths: Vec<&str> = EXPECTED.iter().map(|(_, path, _)| *path).collect();
        paths.dedup();
        for path in paths {
            for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "HEAD", "GET", "POST"] {
                let url = present(path, &victim);
                // `/settings/ldap/check` is a path of `/settings/ldap/{id}` too, and its own id is no number.
                let also = path.starts_with("/settings/ldap/") && path.matches('/').count() == 3;
                if known(&method.to_lowercase(), path) || (also && ["GET", "HEAD", "POST"].contains(&method)) {
                    continue;
                }
                // The same of `/agents/{id}`.
                let also = match method {
                    "POST" => ["/agents/export.csv", "/agents/new", "/agents/changed"].contains(&path),
                    "GET" | "HEAD" => path == "/agents/bulk",
                    _ => false,
                };
                if also {
                    continue;
                }
                let what = format!("{who:?} {method} {path}");
                let mut fields = vec![("csrf_token", token.as_str())];
                fields.extend(FIELDS);
                let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
                let request = visitor.request(method, &url).header("origin", &panel.url);
                // A method override is a way around the table that some frameworks offer.
                let request = request.header("x-http-method-override", "POST");
                let form = "application/x-www-form-urlencoded";
                let page: Page = visitor.send(request.header("content-type", form).body(body)).await;
                assert!([404, 405].contains(&page.status), "{what}: {}", page.status);
                assert_safe(&what, &page.headers);
            }
        }
    }
    assert_unchanged(&before, &everything(administrator, &victim).await);
}
