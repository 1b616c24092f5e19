//! How a page follows the moment: one poll asks `/live` for what changed of navigation, status pill and held banner.

use maud::{Markup, Render, html};

/// Where what waits for whoever looks stands.
const NOTICES: &str = "notices";

/// The element that asks. It shows nothing.
#[derive(Debug, Clone, Default)]
pub struct Pulse {
    /// What the page shows, in short: the same again needs no answer.
    pub seen: String,
    /// Whose session it is; another one has other form tokens.
    pub session: String,
    /// Who looks.
    pub who: String,
    /// The session's form token, for forms that were open when another session began.
    pub csrf_token: String,
}

impl Render for Pulse {
    fn render(&self) -> Markup {
        html! {
            div #live hidden data-quiet data-who=(self.who) data-session=(self.session) data-token=(self.csrf_token)
                hx-get={ "/live?seen=" (self.seen) } hx-trigger="every 5s" hx-swap="outerHTML" {}
        }
    }
}

/// What waits for whoever looks, on every page.
/// `sent`: it is what `/live` sends, and takes the place of the one that stands there.
pub fn notices(content: &Markup, sent: bool) -> Markup {
    html! { div #(NOTICES) hx-swap-oob=[sent.then_some("steady")] { (content) } }
}
