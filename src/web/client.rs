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
    let chain: Vec<IpAddr> =
        headers.flat_map(|line| line.split(',')).filter_map(|text| text.trim().parse().ok()).collect();
    chain.iter().rev().find(|address| !trusted(address)).copied().unwrap_or(peer)
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
