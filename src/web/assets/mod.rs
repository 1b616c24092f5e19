//! Stylesheet, scripts and icons, embedded in the binary and named by their content:
//! a URL with the right `?v=` may be kept for ever, because other content has another URL.

mod packed;

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, EntityTag, Header, IfNoneMatch, VARY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use packed::Packed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The one stylesheet: the layers in their order.
pub const STYLESHEET: &str = concat!(
    include_str!("../../../assets/css/tokens.css"),
    include_str!("../../../assets/css/base.css"),
    include_str!("../../../assets/css/layout.css"),
    include_str!("../../../assets/css/forms.css"),
    include_str!("../../../assets/css/components.css"),
    include_str!("../../../assets/css/print.css"),
);

/// The one script of ours. What looks at forms before they are sent comes first.
const SCRIPT: &str = concat!(include_str!("../../../assets/js/live.js"), include_str!("../../../assets/js/app.js"));

/// Served only as parts of it.
const PARTS: [&str; 2] = ["js/live.js", "js/app.js"];

/// Name of the stylesheet.
pub const APP_CSS: &str = "app.css";
/// Name of the script that makes pages live.
pub const APP_JS: &str = "js/app.js";
/// Name of the script for pages with a list.
pub const LIST_JS: &str = "js/list.js";
/// Name of the script that sets the theme before the first paint.
pub const THEME_JS: &str = "js/theme.js";
/// Name of the script that copies commands.
pub const COPY_JS: &str = "js/copy.js";
/// Name of htmx.
pub const HTMX_JS: &str = "js/htmx-2.0.11.min.js";
/// Name of the favicon.
pub const FAVICON: &str = "icons/favicon.svg";

#[derive(rust_embed::RustEmbed)]
#[folder = "assets/js/"]
#[prefix = "js/"]
struct Scripts;

#[derive(rust_embed::RustEmbed)]
#[folder = "assets/icons/"]
#[prefix = "icons/"]
struct Icons;

struct Asset {
    body: Bytes,
    /// The same, packed as tightly as it goes: it is done once, and sent for ever.
    packed: Packed,
    content_type: &'static str,
    /// First half of the SHA-256 of the body, in hex.
    hash: String,
}

impl Asset {
    fn new(name: &str, body: Cow<'static, [u8]>) -> Option<Asset> {
        let hash = Sha256::digest(&body).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let (content_type, packed) = (content_type(name)?, Packed::of(&body));
        Some(Asset { content_type, packed, hash, body: Bytes::from(body.into_owned()) })
    }

    /// Strong, so it tells codings apart too.
    fn tag(&self, coding: &str) -> EntityTag {
        let dash = if coding.is_empty() { "" } else { "-" };
        EntityTag::new_strong(format!("{}{dash}{coding}", self.hash))
    }

    /// Enough of the hash to tell versions apart in a URL.
    fn version(&self) -> &str {
        self.hash.get(..12).unwrap_or_default()
    }
}

/// Everything that is served, by name.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let whole = [(APP_CSS, STYLESHEET), (APP_JS, SCRIPT)];
    let scripts =
        Scripts::iter().filter(|name| !PARTS.contains(&name.as_ref())).map(|name| (Scripts::get(&name), name));
    let icons = Icons::iter().map(|name| (Icons::get(&name), name));
    let files =
        scripts.chain(icons).filter_map(|(file, name)| Some((name.to_string(), Asset::new(&name, file?.data)?)));
    let whole = whole
        .into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), Asset::new(name, Cow::Borrowed(text.as_bytes()))?)));
    files.chain(whole).collect()
});

/// What is not in this list is not served.
fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

/// `app.css` → `/static/app.css?v=<hash>`. A name that does not exist gets no version, and a 404.
pub fn asset_url(name: &str) -> String {
    match ASSETS.get(name) {
        Some(asset) => format!("/static/{name}?v={}", asset.version()),
        None => format!("/static/{name}"),
    }
}

/// `GET /static/{path:.*}`
pub async fn show(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    let Some(asset) = ASSETS.get(path.as_str()) else {
        return HttpResponse::NotFound().finish();
    };
    let (coding, body) = asset.packed.choose(&request).unwrap_or(("", &asset.body));
    let tag = asset.tag(coding);
    let is_fresh = is_known(&request, asset);
    let mut response = if is_fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((ETAG, tag))
        .insert_header((VARY, "accept-encoding"))
        .insert_header((CACHE_CONTROL, caching(request.query_string(), asset)))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if is_fresh {
        return response.finish();
    }
    // Also where it is bare: else what packs other answers would pack it under the same ETag.
    response.insert_header((CONTENT_ENCODING, if coding.is_empty() { "identity" } else { coding }));
    response.insert_header((CONTENT_TYPE, asset.content_type)).body(body.clone())
}

/// Whether the browser has this content already, in whatever coding (RFC 9110 §13.1.2: compared weakly).
fn is_known(request: &HttpRequest, asset: &Asset) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(known)) => {
            known.iter().any(|item| ["", "br", "gzip"].iter().any(|coding| item.weak_eq(&asset.tag(coding))))
        }
        Ok(IfNoneMatch::Any) => request.headers().contains_key("if-none-match"),
        Err(_) => false,
    }
}

fn caching(query: &str, asset: &Asset) -> &'static str {
    if query.strip_prefix("v=") == Some(asset.version()) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod contrast;
#[cfg(test)]
mod tests;
