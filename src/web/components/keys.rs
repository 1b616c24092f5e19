use crate::language::t;
use crate::web::assets::{LIST_JS, asset_url};
use crate::web::rich::{link, rich};
use maud::{Markup, html};

const SHEET: &str = "keys";

/// For the end of a screen with a list: the script that makes rows reachable by keys, and the sheet that names the keys.
/// `selects`: rows can be selected.
pub fn keys(selects: bool) -> Markup {
    html! {
        p.keys-hint { button.link type="button" popovertarget=(SHEET) { (t!("components-keys")) } }
        dialog.keys #(SHEET) popover="auto" aria-labelledby="keys-title" {
            h2 #keys-title { (t!("components-keys")) }
            (key_list(selects))
            p.small.muted { (rich!("components-keys-note", link = link("/me"))) }
            button.button type="button" popovertarget=(SHEET) popovertargetaction="hide" autofocus { (t!("components-close")) }
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
            (line(&["/"], t!("components-keys-search")))
            (line(&["j", "k"], t!("components-keys-move")))
            (line(&["Enter"], t!("components-keys-open")))
            @if selects { (line(&["x"], t!("components-keys-select"))) }
            (line(&["?"], t!("components-keys-sheet")))
            (line(&["Esc"], t!("components-keys-leave")))
        }
    }
}
