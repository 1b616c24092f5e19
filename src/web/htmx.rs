//! What htmx asks for and is told.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;

/// Whether htmx sent the request (and wants a fragment).
pub(super) fn is_htmx(request: &HttpRequest) -> bool {
    request.headers().contains_key("hx-request")
}

/// Whether a page asks by itself, and nobody: `live.js` says so.
pub(super) fn is_poll(request: &HttpRequest) -> bool {
    request.headers().contains_key("muster-poll")
}

/// The path of the page that asks.
pub(super) fn page(request: &HttpRequest) -> Option<String> {
    let url = request.headers().get("hx-current-url")?.to_str().ok()?;
    Some(url::Url::parse(url).ok()?.path().to_owned())
}

/// Whether the client wants JSON.
pub(super) fn wants_json(request: &HttpRequest) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// Of a whole page, the element with this id takes the place of the one on the page that asked.
pub(super) fn put_in_place(response: &mut HttpResponse, id: &str) {
    let selector = format!("#{id}");
    for (name, value) in [("hx-retarget", &*selector), ("hx-reselect", &*selector), ("hx-reswap", "outerHTML")] {
        if let Ok(value) = header::HeaderValue::from_str(value) {
            response.headers_mut().insert(header::HeaderName::from_static(name), value);
        }
    }
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
