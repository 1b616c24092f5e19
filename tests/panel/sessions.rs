//! Sessions: their cookie, their end, where someone goes after signing in.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::html;
use super::support::http::Visitor;
use super::support::panel::Panel;
use super::support::process::free_ports;
use reqwest::header::HeaderMap;

/// The cookies that are set, whole.
fn cookies(headers: &HeaderMap) -> Vec<String> {
    headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_session_cookie_is_closed_to_scripts_and_other_sites() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let visitor = Visitor::new(&panel);
    let page = visitor.get("/login").await.expect_status(200);
    let before = cookies(&page.headers);
    let after = cookies(&visitor.sign_in("admin@example.test", "a long walk by the sea").await.headers);
    for cookie in before.iter().chain(&after) {
        assert!(cookie.starts_with("muster=") || cookie.starts_with("muster-device="), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{part} is not in {cookie}");
        }
        assert!(!cookie.contains("Domain=") && !cookie.contains("Secure"), "{cookie}");
    }
    assert_ne!(before, after, "signing in keeps the session of before");
    assert!(page.headers.get("strict-transport-security").is_none());
}

#[tokio::test]
async fn under_https_cookies_are_secure_and_bound_to_the_host() {
    let [port] = free_ports();
    let listen = format!("127.0.0.1:{port}");
    let environment = [("MUSTER_PUBLIC_URL", "https://panel.example.test"), ("MUSTER_LISTEN", listen.as_str())];
    let panel = Panel::with(&environment).await;
    assert_eq!(panel.url, "https://panel.example.test");
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let ask =
        async |host: &str| client.get(format!("http://{listen}/setup")).header("host", host).send().await.unwrap();
    let page = ask("panel.example.test").await;
    assert_eq!(page.status(), 200);
    assert!(page.headers()["strict-transport-security"].to_str().unwrap().contains("max-age="));
    let cookie = cookies(page.headers()).remove(0);
    assert!(cookie.starts_with("__Host-muster="), "{cookie}");
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} is not in {cookie}");
    }
    assert_eq!(ask(&listen).await.status(), 421);
    assert_eq!(ask("panel.example.test:443").await.status(), 200);
}

#[tokio::test]
async fn a_session_that_ended_cannot_be_brought_back() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let signed_in = Visitor::new(&panel);
    let set = cookies(&signed_in.sign_in("admin@example.test", "a long walk by the sea").await.headers);
    let cookie = set.iter().find(|cookie| cookie.starts_with("muster=")).unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let stranger = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let replay = async || {
        stranger.get(format!("{}/me", panel.url)).header("cookie", &cookie).send().await.unwrap().status().as_u16()
    };
    assert_eq!(replay().await, 200);
    signed_in.get("/me").await.expect_status(200);
    signed_in.post("/logout", &[]).await.expect_status(303);
    assert_eq!(replay().await, 303);
    visitor.post("/me/sessions/end", &[("all", "1")]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
}

#[tokio::test]
async fn after_signing_in_only_pages_of_the_panel_follow() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    // Five attempts an account are free.
    let cases = [
        ("/agents?q=a%20b", "/agents?q=a%20b"),
        ("https://evil.test/", "/agents"),
        ("//evil.test", "/agents"),
        ("/\\evil.test", "/agents"),
    ];
    for (next, location) in cases {
        let visitor = Visitor::new(&panel);
        let fields = [("email", "admin@example.test"), ("password", "a long walk by the sea"), ("next", next)];
        assert_eq!(visitor.post("/login", &fields).await.expect_status(303).location(), Some(location), "{next}");
        let again = visitor.get(&format!("/login?next={}", urlencoded(next))).await.expect_status(303);
        assert_eq!(again.location(), Some(location), "{next} when signed in already");
    }
    let nobody = Visitor::new(&panel);
    let asked = nobody.get("/agents?q=%C3%A9&role=support").await.expect_status(303);
    let login = nobody.get(asked.location().unwrap()).await.expect_status(200);
    assert_eq!(html::field_value(&login.text, "next").as_deref(), Some("/agents?q=%C3%A9&role=support"));
}

fn urlencoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Where attempts are counted, by digests and for an hour at most, and where failures are told; what a start writes.
const OTHERS: [&str; 9] = [
    "attempts",
    "single",
    "activity",
    "__sled__default",
    "muster.activity",
    "muster.activity_head",
    "muster.attempts",
    "muster.ledger",
    "apalis.jobs",
];

#[tokio::test]
async fn strangers_leave_no_trace_but_one_record_of_their_failure() {
    let mut panel = Panel::start().await;
    let mut admin = Visitor::setup_administrator(&panel).await;
    panel.stop().await;
    let before = panel.records(&OTHERS);
    panel.start_again().await;
    for number in 0..10 {
        let stranger = Visitor::new(&panel);
        stranger.get("/login").await.expect_status(200);
        stranger.get("/agents").await.expect_status(303);
        stranger.post_exactly("/login", &[("email", "x")]).await.expect_status(403);
        let refused = stranger.sign_in(&format!("guess{number}@example.test"), "guessed").await;
        assert_eq!(refused.status, 422);
    }
    panel.stop().await;
    assert!(before == panel.records(&OTHERS), "strangers wrote into the store");
    assert_eq!(panel.stored_with("guess1@example.test"), Vec::<String>::new());
    panel.start_again().await;
    admin.follow(&panel);
    let failed = admin.get_json("/activity?action=sign_in_failed").await;
    let times: Vec<_> = failed["items"].as_array().unwrap().iter().map(|record| record["times"].as_u64()).collect();
    assert_eq!(times, [Some(9), Some(1)], "{failed}");
}
