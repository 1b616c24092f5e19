use crate::web::assets::{LIST_JS, asset_url};
use maud::{Markup, html};

const SHEET: &str = "keys";

/// For the end of a screen with a list: the script that makes rows reachable by keys, and the sheet that names the keys.
/// `selects`: rows can be selected.
pub fn keys(selects: bool) -> Markup {
    html! {
        p.keys-hint { button.link type="button" popovertarget=(SHEET) { "Keyboard shortcuts" } }
        dialog.keys #(SHEET) popover="auto" aria-labelledby="keys-title" {
            h2 #keys-title { "Keyboard shortcuts" }
            (key_list(selects))
            p.small.muted { "They work while nothing is being typed. On " a href="/me" { "My page" } " they can be switched off." }
            button.button type="button" popovertarget=(SHEET) popovertargetaction="hide" autofocus { "Close" }
        }
        (list_script())
    }
}

/// The script alone, for a page without a list that ends what was chosen in one.
pub fn list_script() -> Markup {
    html! { script src=(asset_url(LIST_JS)) defer {} }
}

/// The keys, and what they do.
pub fn key_list(selects: bool) -> Markup {
    let line = |keys: &[&str], what: &str| {
        html! { div { dt { @for key in keys { kbd { (key) } " " } } dd { (what) } } }
    };
    html! {
        dl.key-list {
            (line(&["/"], "Search"))
            (line(&["j", "k"], "Next row, previous row"))
            (line(&["Enter"], "Open the row"))
            @if selects { (line(&["x"], "Select the row, or not")) }
            (line(&["?"], "These keys"))
            (line(&["Esc"], "Leave the search, close what is open"))
        }
    }
}
