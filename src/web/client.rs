//! Who is at the other end of the connection.

use super::AppState;
use crate::auth::{Caller, device};
use crate::model::Agent;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpRequest, HttpResponse};
use std::net::{IpAddr, Ipv4Addr};

/// The client's address: the peer's, or, behind trusted proxies, the last address in
/// `X-Forwarded-For` that is not one of them. Anything before it could have been made up.
pub(super) fn address(request: &HttpRequest, state: &AppState) -> IpAddr {
    among(peer(request), request, &state.trusted_proxies)
}

fn among(peer: IpAddr, request: &HttpRequest, proxies: &[ipnet::IpNet]) -> IpAddr {
    let trusted = |address: &IpAddr| is_within(proxies, address);
    if !trusted(&peer) {
        return peer;
    }
    let headers = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let chain: Vec<&str> = headers.flat_map(|line| line.split(',')).collect();
    for text in chain.into_iter().rev() {
        match forwarded(text.trim()) {
            Some(address) if trusted(&address) => {}
            Some(address) => return address,
            // What is before something that no proxy writes may be made up.
            None => return peer,
        }
    }
    peer
}

/// An address, with a port or in brackets as some proxies write it.
fn forwarded(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().ok().or_else(|| Some(text.parse::<std::net::SocketAddr>().ok()?.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

/// The client, with the cookie that says in whose hands the browser was before.
pub(super) fn caller(request: &HttpRequest, state: &AppState) -> Caller {
    let device = request.cookie(cookie_name(state)).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    Caller { address: address(request, state), device }
}

/// Has the browser known as one of the agent's from here on. It outlives the session: that is what it is for.
pub(super) fn remember(state: &AppState, agent: &Agent, caller: &Caller, response: &mut HttpResponse) {
    let cookie = Cookie::build(cookie_name(state), state.sign_in.remember(agent, caller))
        .path("/")
        .http_only(true)
        .secure(state.public_url.is_https())
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(i64::try_from(device::LASTS.as_secs()).unwrap_or(i64::MAX)));
    // Fails only for names and values that no cookie may have.
    let _ = response.add_cookie(&cookie.finish());
}

/// The prefix makes browsers refuse a cookie that a subdomain or plain HTTP planted.
fn cookie_name(state: &AppState) -> &'static str {
    if state.public_url.is_https() { "__Host-muster-device" } else { "muster-device" }
}

/// Who holds the other end of the connection.
pub(super) fn peer(request: &HttpRequest) -> IpAddr {
    request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical())
}

/// Whether what it says in `X-Forwarded-For` and `X-Forwarded-Proto` counts. `Forwarded` never does.
pub(super) fn is_trusted(state: &AppState, address: &IpAddr) -> bool {
    is_within(&state.trusted_proxies, address)
}

fn is_within(networks: &[ipnet::IpNet], address: &IpAddr) -> bool {
    networks.iter().any(|network| network.contains(address))
}

#[cfg(any(test, fuzzing))]
pub(super) fn fuzz(request: &HttpRequest, trusted: &[ipnet::IpNet]) {
    let found = among(peer(request), request, trusted);
    assert!(request.peer_addr().is_none_or(|peer| peer.ip() == found || !trusted.is_empty()));
    assert!(device(request).chars().count() <= 160);
}

/// The browser as it calls itself, shortened for the list of sessions.
pub(super) fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok()).unwrap_or("unknown");
    agent.chars().filter(|c| !c.is_control()).take(160).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use actix_web::test::TestRequest;

    fn found(forwarded: &str) -> String {
        let request = TestRequest::default().insert_header(("x-forwarded-for", forwarded)).to_http_request();
        among("10.0.0.1".parse().unwrap(), &request, &["10.0.0.0/8".parse().unwrap()]).to_string()
    }

    #[test]
    fn the_last_address_that_is_no_proxy_counts_with_or_without_its_port() {
        assert_eq!(found("6.6.6.6, 203.0.113.9, 10.0.0.2"), "203.0.113.9");
        assert_eq!(found("6.6.6.6, 203.0.113.9:4711"), "203.0.113.9");
        assert_eq!(found("6.6.6.6, [2001:db8::1]:4711, ::ffff:10.0.0.3"), "2001:db8::1");
        assert_eq!(found("6.6.6.6, [2001:db8::1]"), "2001:db8::1");
    }

    #[test]
    fn nothing_before_what_cannot_be_read_is_believed() {
        assert_eq!(found("6.6.6.6, unknown"), "10.0.0.1");
        assert_eq!(found("6.6.6.6,"), "10.0.0.1");
    }
}
