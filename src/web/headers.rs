//! What every answer carries, and what every request must.

use super::error::WebError;
use super::{AppState, language};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};

/// Nothing but our own files: no inline script or style, no frame, no other host.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the security headers to every answer, also where a middleware refused the request.
pub(super) async fn secure(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let hsts = request.app_data::<web::Data<AppState>>().is_some_and(|state| state.public_url.sends_hsts());
    match next.call(request).await {
        Ok(mut response) => {
            add(response.headers_mut(), hsts);
            Ok(response)
        }
        Err(error) => {
            let mut response = error.error_response();
            add(response.headers_mut(), hsts);
            Err(InternalError::from_response(error, response).into())
        }
    }
}

fn add(headers: &mut HeaderMap, hsts: bool) {
    language::label(headers);
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if hsts {
        // Not includeSubDomains: hosts below the panel's name are not the panel's to decide on.
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// Refuses requests for another host. Probes of a load balancer use an address, and learn nothing.
pub(super) async fn check_host(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let probe = matches!(request.path(), "/healthz" | "/readyz" | "/metrics");
    let state = request.app_data::<web::Data<AppState>>();
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    // Of a target in absolute form, both names must be right (RFC 9112 §3.2.2 prefers this one).
    let target = request.uri().authority().map(|authority| authority.as_str());
    let known = state.is_some_and(|state| {
        let mut names = host.into_iter().chain(target).peekable();
        names.peek().is_some() && names.all(|host| state.public_url.is_host(host))
    });
    if !known && !probe {
        return Err(WebError::WrongHost.into());
    }
    next.call(request).await
}

/// Answers to forms go out as they are: they show what was sent beside the form's token, and a compressed length would
/// tell whoever listens how much of the two is alike (BREACH). It is also work that a flood could ask for.
pub(super) async fn uncompressed<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if *request.method() != Method::GET {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.call(request).await
}

/// Compares secrets in a time that does not tell how much of them is alike.
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0u8, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// A request's span: method, route and status. No query, which holds names and emails that were
/// searched for; no client address at this level.
pub(super) struct QuietSpan;

impl tracing_actix_web::RootSpanBuilder for QuietSpan {
    fn on_request_start(request: &ServiceRequest) -> tracing::Span {
        let route = request.match_pattern().unwrap_or_else(|| "unknown".into());
        tracing::info_span!(
            "request",
            method = %request.method(),
            route = %route,
            id = %uuid::Uuid::new_v4().simple(),
            status = tracing::field::Empty
        )
    }

    fn on_request_end<B: MessageBody>(span: tracing::Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let status = match outcome {
            Ok(response) => response.status(),
            Err(error) => error.as_response_error().status_code(),
        };
        span.record("status", status.as_u16());
    }
}
