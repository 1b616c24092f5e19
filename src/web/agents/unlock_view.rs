use super::show_view::ShowPage;
use crate::auth::Waiting;
use crate::language::t;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};

/// How many wrong passwords count, who has to wait for them, and the way out.
pub(super) fn card(page: &ShowPage<'_>, waiting: &Waiting) -> Markup {
    let waits = waiting.until > page.now;
    Card::new(t!("agents-wrong-passwords")).body(&html! {
        form.stack method="post" action={ "/agents/" (page.agent.id) "/unlock" } {
            (csrf_field(page.csrf))
            p {
                (t!("agents-wrong-passwords-count", count = waiting.failures)) " "
                @if !waits { (t!("agents-next-try-now")) }
                @else if waiting.devices_wait { (rich!("agents-next-try", when = time_ago(waiting.until, page.now))) }
                @else { (rich!("agents-next-try-known", when = time_ago(waiting.until, page.now), name = &page.agent.name)) }
            }
            (Checkbox::new("forget_browsers", t!("agents-forget-browsers"), false))
            p.small.muted { (t!("agents-unlock-hint")) }
            div { (Button::submit(t!("agents-unlock")).busy(t!("agents-unlocking"))) }
        }
    })
}
