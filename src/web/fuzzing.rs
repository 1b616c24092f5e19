//! What browsers, and whoever calls themselves one, send.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::{PublicUrl, agents, client, csv, ldap_settings, login};
use crate::fuzzing::{groups, text};
use actix_web::test::TestRequest;
use actix_web::web::Bytes;
use std::net::SocketAddr;

fn body(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}

/// The form of an agent.
pub(crate) fn form_agent(bytes: &[u8]) {
    agents::fuzz_form(&body(bytes), &groups());
}

/// The form at the door, and where it leads: `next` never to another site.
pub(crate) fn form_login(bytes: &[u8]) {
    login::fuzz(&body(bytes), text(bytes).lines().next().unwrap_or_default());
}

/// The form of the rules.
pub(crate) fn form_rules(bytes: &[u8]) {
    ldap_settings::rules::fuzz_form(&body(bytes), &groups());
}

/// The form of the settings.
pub(crate) fn form_settings(bytes: &[u8]) {
    ldap_settings::fuzz_form(&body(bytes), &groups());
}

/// Lines: a query, `Host`, `X-Forwarded-For`, `User-Agent`.
pub(crate) fn http_request(bytes: &[u8]) {
    let mut lines = text(bytes).lines();
    let mut line = || lines.next().unwrap_or_default();
    let (query, host, forwarded, agent) = (line(), line(), line(), line());
    agents::fuzz_list(query);
    let row = csv::row(&[query, host]);
    assert!(!row.starts_with(['=', '@', '-', '\t']) && row.ends_with("\r\n"), "a formula");
    let listening: SocketAddr = "127.0.0.1:8080".parse().expect("an address");
    let url = url::Url::parse("https://muster.example.com").expect("a URL");
    for public in [PublicUrl::new(None, listening, false), PublicUrl::new(Some(&url), listening, false)] {
        let known = ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "muster.example.com", "muster.example.com:443"];
        assert!(!public.is_host(host) || known.contains(&host.to_ascii_lowercase().as_str()), "{host} is let in");
    }
    let value = |text: &str| actix_web::http::header::HeaderValue::from_str(text).ok();
    let (Some(forwarded), Some(agent)) = (value(forwarded), value(agent)) else { return };
    let request = TestRequest::default()
        .peer_addr("10.0.0.1:4000".parse().expect("an address"))
        .insert_header(("x-forwarded-for", forwarded))
        .insert_header(("user-agent", agent))
        .to_http_request();
    client::fuzz(&request, &[]);
    client::fuzz(&request, &["10.0.0.0/8".parse().expect("a network")]);
}
