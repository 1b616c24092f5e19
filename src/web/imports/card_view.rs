//! The card beside the settings of a directory: the button, and its newest run.

use super::show_view::{bar, headline, kind, rate, state_tag};
use crate::language::{phrase, sentence, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{choice, link, rich};
use maud::{Markup, html};

const CARD: &str = "import-card";

/// The card beside the settings: the button, and the run it started, live.
pub(in crate::web) fn import_card(
    directory: DirectoryId,
    run: Option<&ImportRun>,
    next: Option<Timestamp>,
    csrf: &str,
    now: Timestamp,
) -> Markup {
    let open = run.filter(|run| run.is_open());
    let poll = open.map(|run| format!("/imports/{}/progress?part=card", run.id));
    let content = html! {
        @match (open, run) {
            (None, Some(run)) if run.dry_run && run.state == RunState::Done => p.small.gap-below { (previewed(run, now)) },
            (Some(run), _) => {
                div.gap-below {
                    p { strong { (headline(run)) } }
                    (bar(run))
                    p.small.muted aria-live="off" { (rate(run, now)) " · " (details(run)) }
                }
            },
            (None, Some(run)) => p.small.gap-below { (last_import(run, now)) " " (details(run)) },
            (None, None) => {
                p.small.muted.gap-below { (t!("imports-nobody-yet")) }
            },
        }
        @if run.is_none() {
            form.gap-below method="post" action="/imports" {
                (csrf_field(csrf))
                input type="hidden" name="directory" value=(directory);
                (Button::submit(t!("imports-preview-first")).id("preview-first").primary().wide().sends("dry_run", "1").busy(t!("imports-starting")))
            }
        }
        form method="post" action="/imports" hx-post="/imports" hx-target={ "#" (CARD) } hx-swap="outerHTML" {
            (csrf_field(csrf))
            input type="hidden" name="directory" value=(directory);
            @let import = Button::submit(t!("imports-import-users")).id("import-users").wide().busy(t!("imports-starting"));
            @if run.is_none() { (import) } @else { (import.primary()) }
            p.center.small.muted {
                @match (next, run) {
                    (Some(next), None) => (rich!("imports-first-by-itself", when = time_ago(next, now))),
                    (Some(next), Some(_)) => (rich!("imports-next-by-itself", when = time_ago(next, now))),
                    (None, _) => {},
                }
                @if let (Some(_), Some(_)) = (next, run) { " · " }
                @if run.is_some() { (Button::submit(t!("imports-preview-changes")).id("preview-changes").link_like().sends("dry_run", "1")) }
            }
        }
    };
    html! {
        div #(CARD) aria-live="polite" hx-get=[poll.as_deref()] hx-trigger=[poll.as_ref().map(|_| "every 1s")]
            hx-swap=[poll.as_ref().map(|_| "outerHTML")] {
            (Card::new(t!("imports-card")).body(&content))
        }
    }
}

/// A preview is no import: what it counts has not happened.
fn previewed(run: &ImportRun, now: Timestamp) -> Markup {
    let at = run.finished_at.unwrap_or(run.requested_at);
    let (when, changes) = (time_ago(at, now), changed(&run.counts));
    let see = link(format!("/imports/{}", run.id));
    html! { (state_tag(run)) " " (rich!("imports-last-preview", when = when, changes = changes, link = see)) }
}

fn details(run: &ImportRun) -> Markup {
    html! { a href={ "/imports/" (run.id) } { (t!("components-details")) } }
}

fn last_import(run: &ImportRun, now: Timestamp) -> Markup {
    let when = time_ago(run.finished_at.unwrap_or(run.requested_at), now);
    let said = match run.error.as_deref() {
        Some(error) => {
            rich!("imports-last-failed", kind = choice(kind(run)), when = when, error = phrase(error).as_ref())
        }
        None => rich!("imports-last", kind = choice(kind(run)), when = when, changes = changed(&run.counts)),
    };
    html! { (state_tag(run)) " " (said) }
}

/// "3 added, 1 removed"
fn changed(counts: &Counts) -> String {
    let mut parts: Vec<String> = [
        (counts.added, "added"),
        (counts.updated, "updated"),
        (counts.removed, "removed"),
        (counts.restored, "restored"),
        (counts.skipped, "skipped"),
        (counts.held, "held"),
        (counts.kept, "kept"),
        (counts.missed, "missed"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| sentence(&format!("imports-changed-{word}"), &[("count", count.into())]))
    .collect();
    if parts.is_empty() {
        parts.push(t!("imports-changed-nothing").into());
    }
    parts.join(", ")
}
