//! What a request may be, before anything looks into it.

use super::error::WebError;
use super::{AppState, TABLE, client};
use crate::language::t;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ResourceDef, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::LazyLock;

/// Bytes of a path with its query. The longest of the panel's own are a search and `next`.
const LONGEST_TARGET: usize = 8 << 10;
/// Header lines, and their bytes together.
const MOST_HEADERS: usize = 64;
const LONGEST_HEADERS: usize = 32 << 10;
/// Turns away what is too large or ambiguous, and who came by plain HTTP to a proxy in front of an HTTPS panel.
pub(super) async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Some(why) = fault(&request) {
        return Err(why.into());
    }
    match plain(&request) {
        Some(Ok(location)) => {
            let answer = HttpResponse::PermanentRedirect().insert_header((header::LOCATION, location)).finish();
            Ok(request.into_response(answer))
        }
        Some(Err(why)) => Err(why.into()),
        None => next.call(request).await.map(ServiceResponse::map_into_boxed_body),
    }
}

fn fault(request: &ServiceRequest) -> Option<WebError> {
    let headers = request.headers();
    let target = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if target > LONGEST_TARGET {
        return Some(WebError::Refused(StatusCode::URI_TOO_LONG, t!("error-long-address")));
    }
    if headers.len() > MOST_HEADERS || bytes > LONGEST_HEADERS {
        let why = t!("error-many-headers");
        return Some(WebError::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, why));
    }
    if headers.get_all(header::HOST).count() > 1 {
        return Some(WebError::Refused(StatusCode::BAD_REQUEST, t!("error-two-hosts")));
    }
    None
}

/// Where to go instead, or why not, if a trusted proxy says that the browser's own connection was not protected
/// though the panel's address is https. Probes come from within.
fn plain(request: &ServiceRequest) -> Option<Result<String, WebError>> {
    let state = request.app_data::<web::Data<AppState>>()?;
    let peer = client::peer(request.request());
    let said = request.headers().get("x-forwarded-proto").and_then(|value| value.to_str().ok())?;
    // A chain of proxies appends: the first is the browser's.
    let first = said.split(',').next().unwrap_or_default().trim();
    let probe = matches!(request.path(), "/healthz" | "/readyz" | "/metrics");
    if !state.public_url.is_https() || probe || !client::is_trusted(state, &peer) || !first.eq_ignore_ascii_case("http")
    {
        return None;
    }
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    if matches!(*request.method(), Method::GET | Method::HEAD) && target.starts_with('/') {
        return Some(Ok(format!("{}{target}", state.public_url.as_str())));
    }
    let why = t!("error-plain-http");
    Some(Err(WebError::Refused(StatusCode::FORBIDDEN, why)))
}

/// A fault in a page ends that page with an answer, and nothing else.
pub(super) async fn survive<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(answer) => answer,
        Err(_) => {
            tracing::error!("a page failed by a fault of the panel");
            Err(WebError::Fault.into())
        }
    }
}

/// The methods there are at an address, for `Allow`; empty where there is nothing.
pub(super) fn methods(path: &str) -> String {
    static PATHS: LazyLock<Vec<(ResourceDef, &str)>> =
        LazyLock::new(|| TABLE.iter().map(|(method, path, _)| (ResourceDef::new(*path), *method)).collect());
    let at = |wanted: &str| PATHS.iter().any(|(pattern, method)| *method == wanted && pattern.is_match(path));
    match (at("get"), at("post")) {
        (true, true) => "GET, HEAD, POST".into(),
        (true, false) => "GET, HEAD".into(),
        (false, true) => "POST".into(),
        (false, false) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::{TestRequest, call_service, init_service, try_call_service};
    use actix_web::{App, middleware};

    #[actix_web::test]
    async fn a_page_that_panics_is_answered_and_the_next_one_too() {
        async fn broken() -> HttpResponse {
            assert!(std::env::args().count() == usize::MAX, "on purpose, in a test");
            HttpResponse::Ok().finish()
        }
        let app = App::new()
            .wrap(middleware::from_fn(survive))
            .route("/broken", web::get().to(broken))
            .route("/fine", web::get().to(HttpResponse::Ok));
        let app = init_service(app).await;
        for _ in 0..3 {
            let error = try_call_service(&app, TestRequest::get().uri("/broken").to_request()).await;
            let answer = error.expect_err("it panics").error_response();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let fine = call_service(&app, TestRequest::get().uri("/fine").to_request()).await;
            assert_eq!(fine.status(), StatusCode::OK);
        }
    }

    #[test]
    fn the_methods_of_an_address_are_those_of_the_table() {
        assert_eq!(methods("/agents/0190/delete"), "POST");
        assert_eq!(methods("/login"), "GET, HEAD, POST");
        assert_eq!(methods("/static/css/app.css"), "GET, HEAD");
        assert_eq!(methods("/nowhere"), "");
    }
}
