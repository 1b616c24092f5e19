//! Who is at the other end of the connection.

use super::AppState;
use actix_web::HttpRequest;
use std::net::{IpAddr, Ipv4Addr};

/// The client's address: the peer's, or, behind trusted proxies, the last address in
/// `X-Forwarded-For` that is not one of them. Anything before it could have been made up.
pub(super) fn address(request: &HttpRequest, state: &AppState) -> IpAddr {
    among(request, &state.trusted_proxies)
}

fn among(request: &HttpRequest, proxies: &[ipnet::IpNet]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    let trusted = |address: &IpAddr| proxies.iter().any(|network| network.contains(address));
    if !trusted(&peer) {
        return peer;
    }
    let headers = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let chain: Vec<IpAddr> =
        headers.flat_map(|line| line.split(',')).filter_map(|text| text.trim().parse().ok()).collect();
    chain.iter().rev().find(|address| !trusted(address)).copied().unwrap_or(peer)
}

#[cfg(any(test, fuzzing))]
pub(super) fn fuzz(request: &HttpRequest, trusted: &[ipnet::IpNet]) {
    let found = among(request, trusted);
    assert!(request.peer_addr().is_none_or(|peer| peer.ip() == found || !trusted.is_empty()));
    assert!(device(request).chars().count() <= 160);
}

/// The browser as it calls itself, shortened for the list of sessions.
pub(super) fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok()).unwrap_or("unknown");
    agent.chars().filter(|c| !c.is_control()).take(160).collect()
}
