//! What htmx asks for and is told.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;

/// Whether htmx sent the request (and wants a fragment).
pub(super) fn is_htmx(request: &HttpRequest) -> bool {
    request.headers().contains_key("hx-request")
}

/// Whether the client wants JSON.
pub(super) fn wants_json(request: &HttpRequest) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// A path of this panel, which an answer may lead to. Browsers take `//host` and `/\host` for another site, and drop tabs
/// and line ends before they look.
pub(super) fn is_path_here(path: &str) -> bool {
    let plain = path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    plain && path.starts_with('/') && !path.starts_with("//")
}

/// 303 to another page; htmx, which would follow it inside a fragment, is told to go there whole.
pub(super) fn see_other(request: &HttpRequest, location: &str) -> HttpResponse {
    if is_htmx(request) {
        return HttpResponse::Ok().insert_header(("HX-Redirect", location)).finish();
    }
    HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
}
