//! The card beside the settings of a directory: the button, and its newest run.

use super::show_view::{bar, headline, kind, rate, state_tag};
use crate::model::*;
use crate::web::components::*;
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
                    p.small.muted aria-live="off" { (rate(run, now)) " · " a href={ "/imports/" (run.id) } { "Details" } }
                }
            },
            (None, Some(run)) => p.small.gap-below { (last_import(run, now)) " " a href={ "/imports/" (run.id) } { "Details" } },
            (None, None) => {
                p.small.muted.gap-below { "Nobody has been imported yet. A preview shows who would become an agent, and writes nothing." }
            },
        }
        @if run.is_none() {
            form.gap-below method="post" action="/imports" {
                (csrf_field(csrf))
                input type="hidden" name="directory" value=(directory);
                (Button::submit("Preview the first import").id("preview-first").primary().wide().sends("dry_run", "1").busy("Starting…"))
            }
        }
        form method="post" action="/imports" hx-post="/imports" hx-target={ "#" (CARD) } hx-swap="outerHTML" {
            (csrf_field(csrf))
            input type="hidden" name="directory" value=(directory);
            @let import = Button::submit("Import users").id("import-users").wide().busy("Starting…");
            @if run.is_none() { (import) } @else { (import.primary()) }
            p.center.small.muted {
                @match (next, run) {
                    (Some(next), None) => { "The first one starts by itself " (time_ago(next, now)) "." },
                    (Some(next), Some(_)) => { "Next one by itself " (time_ago(next, now)) },
                    (None, _) => {},
                }
                @if let (Some(_), Some(_)) = (next, run) { " · " }
                @if run.is_some() { (Button::submit("Preview changes").id("preview-changes").link_like().sends("dry_run", "1")) }
            }
        }
    };
    html! {
        div #(CARD) aria-live="polite" hx-get=[poll.as_deref()] hx-trigger=[poll.as_ref().map(|_| "every 1s")]
            hx-swap=[poll.as_ref().map(|_| "outerHTML")] {
            (Card::new("Import").body(&content))
        }
    }
}

/// A preview is no import: what it counts has not happened.
fn previewed(run: &ImportRun, now: Timestamp) -> Markup {
    let at = run.finished_at.unwrap_or(run.requested_at);
    html! {
        (state_tag(run)) " Last preview " (time_ago(at, now)) ". An import would mean: " (changed(&run.counts)) ". "
        a href={ "/imports/" (run.id) } { "See what it would do" }
    }
}

fn last_import(run: &ImportRun, now: Timestamp) -> Markup {
    let at = run.finished_at.unwrap_or(run.requested_at);
    html! {
        (state_tag(run)) " "
        "Last " (kind(run).to_lowercase()) " "
        (time_ago(at, now))
        @match run.error.as_deref() {
            Some(error) => { ": " (error) },
            None => { " — " (changed(&run.counts)) "." },
        }
    }
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
    .map(|(count, word)| format!("{} {word}", number(count)))
    .collect();
    if parts.is_empty() {
        parts.push("nothing changed".into());
    }
    parts.join(", ")
}
