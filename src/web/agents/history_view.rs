//! What imports did to one agent.

use super::show_view::ShowPage;
use crate::model::*;
use crate::storage::AgentEvent;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) fn history(page: &ShowPage<'_>) -> Markup {
    let added = page.agent.added_by.map(|run| {
        html! {
            li { (time_ago(page.agent.created_at, page.now)) " · " (import(page, run)) ": added" }
        }
    });
    Card::new("History").lead("What imports changed. Details are kept for 90 days.").body(&html! {
        ol.history {
            @for event in page.history { (line(page, event)) }
            @if let Some(added) = added { (added) }
        }
    })
}

/// Only administrators may open it.
pub(super) fn import(page: &ShowPage<'_>, run: RunId) -> Markup {
    html! {
        @if page.is_administrator { a href={ "/imports/" (run) } { "import #" (run) } } @else { "import #" (run) }
    }
}

fn line(page: &ShowPage<'_>, event: &AgentEvent) -> Markup {
    let what = match event.change.kind {
        ChangeKind::Restored => "restored",
        ChangeKind::Removed => "removed",
        _ => "updated",
    };
    html! {
        li {
            (time_ago(event.at, page.now)) " · " (import(page, event.run)) ": " (what)
            @if let Some(reason) = event.change.reason() { ": " (reason) }
            @for field in &event.change.fields {
                br;
                span.small { (field.field.replace('_', " ")) " " (value(field.old.as_ref())) " → " (value(field.new.as_ref())) }
            }
        }
    }
}

fn value(value: Option<&String>) -> &str {
    value.map_or("—", String::as_str)
}
