//! Forms count only when this panel's own page sent them: a token of the session in the form, and
//! the browser's own word (`Sec-Fetch-Site`, `Origin`) where it gives one.

use super::error::WebError;
use super::{AppState, headers};
use crate::language::t;
use actix_session::Session;
use actix_web::HttpMessage;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, BytesMut};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use futures::StreamExt;
use std::time::Duration;

/// Larger forms are refused. The largest honest one carries a few CA certificates.
pub(super) const MAX_FORM: usize = 256 * 1024;

/// The whole form must be here in this time; it is small.
const PATIENCE: Duration = Duration::from_secs(30);

const KEY: &str = "csrf_token";
/// Bytes of a token.
const LENGTH: usize = 32;

/// The session's token; made when first asked for.
pub(super) fn token(session: &Session) -> String {
    if let Ok(Some(token)) = session.get::<String>(KEY) {
        return token;
    }
    let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; LENGTH]>());
    let _ = session.insert(KEY, &token);
    token
}

/// The token as a page carries it: masked with a pad of its own, so that it never stands twice alike in compressed
/// answers whose length an eavesdropper sees (BREACH). Each of them counts for every form of the session.
pub(super) fn masked(token: &str) -> String {
    let Ok(token) = URL_SAFE_NO_PAD.decode(token) else { return String::new() };
    let pad: [u8; LENGTH] = rand::random();
    let hidden = token.iter().zip(pad).map(|(byte, pad)| byte ^ pad);
    URL_SAFE_NO_PAD.encode(pad.into_iter().chain(hidden).collect::<Vec<u8>>())
}

/// What is under the mask. A page of a version that did not mask sends the token itself.
fn unmasked(sent: &str) -> Vec<u8> {
    let sent = URL_SAFE_NO_PAD.decode(sent).unwrap_or_default();
    match sent.split_at_checked(LENGTH) {
        Some((pad, hidden)) if hidden.len() == LENGTH => pad.iter().zip(hidden).map(|(pad, byte)| pad ^ byte).collect(),
        _ => sent,
    }
}

/// Checks a request that changes something. Reads the form and puts it back for the handler.
pub(super) async fn verify(request: &mut ServiceRequest, session: &Session, state: &AppState) -> Result<(), WebError> {
    let header_text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let from_here = match (header_text("sec-fetch-site"), header_text("origin")) {
        (Some(site), _) if site != "same-origin" && site != "none" => false,
        (_, Some(origin)) => state.public_url.is_origin(origin),
        _ => true,
    };
    if !from_here {
        return Err(WebError::CrossSite);
    }
    let content_type = header_text(header::CONTENT_TYPE.as_str()).unwrap_or_default();
    if !is_form(content_type) {
        return Err(WebError::ContentType);
    }
    let body = read(request, MAX_FORM).await?;
    let sent = serde_html_form::from_bytes::<Vec<(String, String)>>(&body).unwrap_or_default();
    let sent = sent.into_iter().find(|(name, _)| name == KEY).map(|(_, value)| value);
    request.set_payload(Payload::from(body));
    let expected = session.get::<String>(KEY).ok().flatten();
    match (sent, expected) {
        (Some(sent), Some(expected)) if is_it(&sent, &expected) => Ok(()),
        _ => Err(WebError::StaleForm),
    }
}

fn is_it(sent: &str, expected: &str) -> bool {
    let expected = URL_SAFE_NO_PAD.decode(expected).unwrap_or_default();
    expected.len() == LENGTH && headers::same(&unmasked(sent), &expected)
}

/// A form, in UTF-8 where it says so.
fn is_form(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let form = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/x-www-form-urlencoded"));
    let utf8 = |part: &str| match part.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    form && parts.all(utf8)
}

/// The whole form, if it is here in time and no longer than that.
pub(super) async fn read(request: &mut ServiceRequest, longest: usize) -> Result<Bytes, WebError> {
    let late = || WebError::Refused(StatusCode::REQUEST_TIMEOUT, t!("error-form-late"));
    tokio::time::timeout(PATIENCE, read_all(request, longest)).await.unwrap_or_else(|_| Err(late()))
}

async fn read_all(request: &mut ServiceRequest, longest: usize) -> Result<Bytes, WebError> {
    let mut payload = request.take_payload();
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| WebError::BadRequest(t!("error-form-cut").into()))?;
        if body.len() + chunk.len() > longest {
            return Err(WebError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn only_a_form_in_utf_8_is_a_form() {
        for fine in ["", ";charset=UTF-8", "; charset=\"utf-8\""] {
            assert!(is_form(&format!("application/x-www-form-urlencoded{fine}")), "{fine}");
        }
        for wrong in [
            "",
            "application/x-www-form-urlencoded2",
            "application/x-www-form-urlencoded; charset=utf-16",
            "multipart/form-data; boundary=x",
            "text/plain",
        ] {
            assert!(!is_form(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_token_is_masked_anew_each_time_and_counts_bare_too() {
        let token = URL_SAFE_NO_PAD.encode([7u8; LENGTH]);
        let (one, other) = (masked(&token), masked(&token));
        assert!(one != other && !one.contains(&token));
        assert!(is_it(&one, &token) && is_it(&other, &token) && is_it(&token, &token));
        let wrong = URL_SAFE_NO_PAD.encode([8u8; LENGTH]);
        for wrong in [masked(&wrong), wrong, String::new(), one[..40].to_owned(), "not base64!".to_owned()] {
            assert!(!is_it(&wrong, &token), "{wrong}");
        }
        assert!(!is_it("", ""), "no token is none");
    }

    #[tokio::test(start_paused = true)]
    async fn a_form_that_trickles_is_given_up() {
        let dripping = futures::stream::unfold((), async |()| {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Some((Ok(Bytes::from_static(b"x")), ()))
        });
        let mut request = TestRequest::post().to_srv_request();
        request.set_payload(Payload::Stream { payload: Box::pin(dripping) });
        let late = read(&mut request, MAX_FORM).await.expect_err("it never ends");
        assert!(matches!(late, WebError::Refused(StatusCode::REQUEST_TIMEOUT, _)));
    }
}
