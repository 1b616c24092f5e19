use super::show_view::ShowPage;
use crate::auth::Waiting;
use crate::web::components::*;
use maud::{Markup, html};

/// How many wrong passwords count, who has to wait for them, and the way out.
pub(super) fn card(page: &ShowPage<'_>, waiting: &Waiting) -> Markup {
    let waits = waiting.until > page.now;
    Card::new("Wrong passwords").body(&html! {
        form.stack method="post" action={ "/agents/" (page.agent.id) "/unlock" } {
            (csrf_field(page.csrf))
            p {
                (counted(waiting.failures.into(), "wrong password counts", "wrong passwords count")) ". "
                @if waits {
                    "The next try is let through " (time_ago(waiting.until, page.now))
                    @if waiting.devices_wait { "." }
                    @else { ", and at once from browsers in which " (page.agent.name) " has signed in before." }
                } @else { "The next try is let through at once." }
            }
            (Checkbox::new("forget_browsers", "Forget the browsers in which they have signed in before", false))
            p.small.muted { "Lets them try at once. What the directory itself has counted stays counted there." }
            div { (Button::submit("Unlock sign-in").busy("Unlocking…")) }
        }
    })
}
