use crate::language::t;
use crate::web::assets::{COPY_JS, asset_url};
use maud::{Markup, html};

/// Something to copy: a command, an address. The button is shown by the script that works it.
pub fn command_block(text: &str) -> Markup {
    html! {
        div.command {
            pre { code { (text) } }
            button.link type="button" data-copy data-copied=(t!("components-copied")) hidden { (t!("components-copy")) }
        }
    }
}

/// The script of the buttons, once on a page that shows commands.
pub fn copy_script() -> Markup {
    html! { script src=(asset_url(COPY_JS)) defer {} }
}
