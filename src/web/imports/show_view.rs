//! One run: its progress while it works, its numbers afterwards. One function makes the live part,
//! for the page and for the poll alike.

use super::names::Names;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

const PROGRESS: &str = "progress";
const PHASES: [&str; 4] = ["Connect", "Read", "Compare", "Apply"];

/// What a run is called.
pub(super) fn kind(run: &ImportRun) -> &'static str {
    match (run.deletes, run.dry_run) {
        (true, _) => "Deletion",
        (false, true) => "Preview",
        (false, false) => "Import",
    }
}

/// "Done", "Reading the directory" …
pub(in crate::web) fn state_tag(run: &ImportRun) -> Markup {
    tag(tone(run), state_words(run))
}

fn tone(run: &ImportRun) -> Tone {
    match run.state {
        RunState::Running => Tone::Info,
        RunState::Done => Tone::Ok,
        RunState::Held | RunState::Interrupted => Tone::Warning,
        RunState::Failed => Tone::Bad,
        RunState::Cancelled => Tone::Neutral,
    }
}

/// What a state is called in lists.
pub(super) fn state_label(state: RunState) -> &'static str {
    match state {
        RunState::Running => "Running",
        RunState::Done => "Done",
        RunState::Held => "Held for review",
        RunState::Failed => "Failed",
        RunState::Cancelled => "Cancelled",
        RunState::Interrupted => "Interrupted",
    }
}

fn state_words(run: &ImportRun) -> &'static str {
    match (run.state, run.phase) {
        (RunState::Running, Phase::Waiting) => "Waiting",
        (RunState::Running, Phase::Connecting) => "Connecting",
        (RunState::Running, Phase::Reading) => "Reading the directory",
        (RunState::Running, Phase::Comparing) => "Comparing",
        (RunState::Running, Phase::Applying) => "Applying",
        (state, _) => state_label(state),
    }
}

/// `directory` is what it is called, where that tells something.
pub(super) fn lead(run: &ImportRun, directory: Option<&str>, names: &Names, now: Timestamp) -> Markup {
    html! {
        @if let Some(name) = directory { (name) " · " }
        "Started by " (names.starter(run)) " " (time_ago(run.requested_at, now))
        @if let (Some(started), Some(finished)) = (run.started_at, run.finished_at) { " · took " (took(started, finished)) }
    }
}

pub(super) fn actions(run: &ImportRun, csrf: &str) -> Markup {
    html! {
        @if run.is_open() {
            form method="post" action={ "/imports/" (run.id) "/cancel" } {
                (csrf_field(csrf))
                (Button::submit("Cancel").busy("Cancelling…"))
            }
        } @else {
            @if !run.thinned { (Button::link(&format!("/imports/{}/changes.csv", run.id), "Export CSV")) }
            @if let Some(label) = next_step(run) {
                form method="post" action="/imports" {
                    (csrf_field(csrf))
                    input type="hidden" name="directory" value=(run.directory);
                    (Button::submit(label).primary().busy("Starting…"))
                }
            }
        }
    }
}

/// What the button beside an ended run starts: an import, where this one left something to do.
fn next_step(run: &ImportRun) -> Option<&'static str> {
    match run.state {
        RunState::Running => None,
        // The directory is gone; or it is still there, and deleted from its own page.
        _ if run.deletes => None,
        // What a preview found stands in words, with its own button.
        RunState::Done => None,
        RunState::Held if run.dry_run => None,
        RunState::Held | RunState::Failed | RunState::Cancelled | RunState::Interrupted => Some("Import again"),
    }
}

/// The live part of a run's page.
pub(super) fn progress(run: &ImportRun, now: Timestamp) -> Markup {
    let poll = run.is_open().then(|| format!("/imports/{}/progress", run.id));
    html! {
        div.stack #(PROGRESS) aria-live="polite" hx-get=[poll.as_deref()] hx-trigger=[poll.as_ref().map(|_| "every 1s")]
            hx-swap=[poll.as_ref().map(|_| "outerHTML")] {
            (outcome(run))
            @if run.is_open() { (Card::untitled().body(&work(run, now))) }
            (numbers(run))
            @if let Some(outside) = members_outside(run.counts.outside) { p.small.muted { (outside) } }
        }
    }
}

/// What a run has to say beside its numbers.
fn outcome(run: &ImportRun) -> Markup {
    let error = run.error.as_deref();
    html! {
        @if run.attempts > 1 && run.state != RunState::Interrupted { (banner(Tone::Info, begun_again(run))) }
        @for note in &run.notes { (banner(Tone::Warning, note.sentence())) }
        @match run.state {
            RunState::Done if run.deletes => (banner(Tone::Ok, "The directory was deleted from the panel, and its agents were removed.")),
            RunState::Cancelled if run.deletes => (banner(Tone::Neutral, "Cancelled before its end: the directory is still there, switched off. Whoever was removed until then comes back with its next import, once it is switched on.")),
            RunState::Done if run.dry_run => (banner(Tone::Info, "A preview: what an import would have done. Nothing was changed.")),
            // What was held stands over all this.
            RunState::Running | RunState::Done | RunState::Held => {}
            RunState::Cancelled => (banner(Tone::Neutral, "Cancelled before its end. What it had applied until then stays; nobody was removed for not having been read.")),
            RunState::Interrupted => (banner(Tone::Warning, error.unwrap_or("The panel stopped while this import ran. The next one completes what was left."))),
            RunState::Failed => {
                (Notice::new(Tone::Bad, error.unwrap_or("The import failed."))
                    .remedy(after_failure(run))
                    .details("run-details", run.details.as_deref()))
                p.small.muted { "What the directory says now is under " (settings_link()) "." }
            }
        }
    }
}

/// Why it took longer, and that nothing is counted twice.
fn begun_again(run: &ImportRun) -> String {
    format!(
        "Work on this import was begun {} times: the panel that did it, or its store, was lost in between. What had been written by then is in these numbers.",
        run.attempts
    )
}

fn settings_link() -> Markup {
    html! { a href="/settings/ldap/index" { "LDAP directory" } }
}

/// Removals are applied first, so that the store's own failure can come after some.
fn after_failure(run: &ImportRun) -> &'static str {
    if run.counts.removed == 0 {
        "Nobody was removed. The next import tries again by itself."
    } else {
        "What had been applied until then stays. The next import completes what is left by itself."
    }
}

fn work(run: &ImportRun, now: Timestamp) -> Markup {
    html! {
        div.run-head {
            strong { (headline(run)) }
            span.muted { (rate(run, now)) }
        }
        (self::bar(run))
        (phase_steps(&PHASES, phase_index(run.phase)))
    }
}

pub(super) fn bar(run: &ImportRun) -> Markup {
    match run.phase {
        Phase::Reading => crate::web::components::progress(
            "People read",
            run.counts.read,
            run.expected.filter(|expected| *expected >= run.counts.read),
        ),
        Phase::Applying => {
            crate::web::components::progress("Changes applied", applied(run), Some(run.counts.read.max(applied(run))))
        }
        _ => crate::web::components::progress("Import", 0, Some(1)),
    }
}

fn applied(run: &ImportRun) -> u64 {
    let c = &run.counts;
    c.added + c.updated + c.removed + c.restored + c.unchanged + c.skipped
}

pub(super) fn headline(run: &ImportRun) -> String {
    let read = number(run.counts.read);
    match (run.phase, run.expected) {
        (Phase::Waiting, _) => "Waiting for its turn".into(),
        (Phase::Connecting, _) => "Connecting to the directory".into(),
        (Phase::Reading, Some(expected)) if expected >= run.counts.read => {
            format!("{read} of about {} people read", number(expected))
        }
        (Phase::Reading, _) => format!("{read} people read"),
        (Phase::Comparing, _) => format!("{read} people read, comparing"),
        (Phase::Applying, _) => format!("{read} people read, applying what changed"),
    }
}

pub(super) fn rate(run: &ImportRun, now: Timestamp) -> String {
    let Some(started) = run.started_at else {
        return String::new();
    };
    let seconds = u64::try_from((now - started).whole_seconds()).unwrap_or(0);
    match run.counts.read.checked_div(seconds) {
        Some(rate) if rate > 0 => format!("{} a second · running for {seconds} s", number(rate)),
        _ => format!("running for {seconds} s"),
    }
}

fn phase_index(phase: Phase) -> usize {
    match phase {
        Phase::Waiting | Phase::Connecting => 0,
        Phase::Reading => 1,
        Phase::Comparing => 2,
        Phase::Applying => 3,
    }
}

/// What is known only after reading is a dash until then.
fn numbers(run: &ImportRun) -> Markup {
    let counts = &run.counts;
    let compared = !run.is_open() || run.phase >= Phase::Applying;
    let known = |value: u64| compared.then_some(value);
    let mut all = vec![
        (Some(counts.read), "read"),
        (known(counts.added), "added"),
        (known(counts.updated), "updated"),
        (known(counts.unchanged), "unchanged"),
        (known(counts.removed), "removed"),
        (known(counts.restored), "restored"),
        (known(counts.skipped), "skipped"),
    ];
    for (count, word) in [(counts.held, "held"), (counts.kept, "kept"), (counts.missed, "missed")] {
        if count > 0 {
            all.push((Some(count), word));
        }
    }
    stats(all)
}

fn took(started: Timestamp, finished: Timestamp) -> String {
    duration(std::time::Duration::try_from(finished - started).unwrap_or_default())
}
