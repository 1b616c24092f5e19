//! The document around a page's body. Nothing in it is inline: the Content-Security-Policy allows
//! only our own files.

use super::MAIN;
use crate::language::{self, t};
use crate::model::Timestamp;
use crate::web::assets::{APP_CSS, APP_JS, FAVICON, HTMX_JS, THEME_JS, asset_url};
use crate::web::components::{Tone, age_words, rfc3339};
use crate::web::icons;
use crate::web::rich::{around, link, rich};
use maud::{DOCTYPE, Markup, html};

/// htmx without what the policy forbids, and with the answers we give: 204 changes nothing; 409 and
/// 422 bring the form back. Nothing of a page stays in the browser's storage.
const HTMX_CONFIG: &str = concat!(
    r#"{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"selfRequestsOnly":true,"#,
    r#""historyCacheSize":0,"refreshOnHistoryMiss":true,"scrollIntoViewOnBoost":false,"timeout":60000,"#,
    r#""responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},"#,
    r#"{"code":"4(09|22)","swap":true},{"code":"[45]..","swap":false,"error":true}]}"#
);

/// A whole document. `now` is the server's time; `shortcuts` says whether single keys may do something.
pub(super) fn document(title: &str, now: Timestamp, shortcuts: bool, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language::current().tag()) {
            head {
                meta charset="utf-8";
                title { (title) " · Muster" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="server-time" content=(rfc3339(now));
                meta name="htmx-config" content=(HTMX_CONFIG);
                script src=(asset_url(THEME_JS)) {}
                link rel="stylesheet" href=(asset_url(APP_CSS));
                link rel="icon" type="image/svg+xml" href=(asset_url(FAVICON));
                script src=(asset_url(HTMX_JS)) defer {}
                script src=(asset_url(APP_JS)) defer {}
            }
            body hx-ext="steady" data-shortcuts=(if shortcuts { "on" } else { "off" }) data-age-words=(age_words()) {
                a.skip href={ "#" (MAIN) } { (t!("layout-skip")) }
                (body)
                (bulletin())
            }
        }
    }
}

/// What `live.js` shows while the page and the panel do not hear of each other.
fn bulletin() -> Markup {
    let line = |id: &str, words: Markup| {
        html! { div #(id) .banner.(Tone::Warning.class()) hidden { (icons::warning()) div { (words) } } }
    };
    html! {
        div.bulletin role="status" {
            (line("connection-lost", html! { (t!("layout-connection-lost")) }))
            (line("not-sent", html! { (t!("layout-not-sent")) }))
            (line("signed-out", rich!("layout-signed-out", link = around(|text| html! { a href="/login" target="_blank" { (text) } }))))
            (line("someone-else", rich!("layout-someone-else", link = link("/"))))
        }
    }
}
