//! One run: its progress while it works, its numbers afterwards. One function makes the live part,
//! for the page and for the poll alike.

use super::names::Names;
use crate::language::{named, phrase, run_note, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{choice, link, rich};
use maud::{Markup, html};

const PROGRESS: &str = "progress";

/// What a run is, for texts that depend on it.
pub(super) fn kind(run: &ImportRun) -> &'static str {
    match (run.deletes, run.dry_run) {
        (true, _) => "deletion",
        (false, true) => "preview",
        (false, false) => "import",
    }
}

/// What a run is called: `Import #7`.
pub(super) fn title(run: &ImportRun) -> String {
    t!("imports-run", kind = kind(run), number = run.id.to_string())
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
    named("imports-state-", state.as_str())
}

fn state_words(run: &ImportRun) -> &'static str {
    match run.state {
        RunState::Running => named("imports-phase-", run.phase.as_str()),
        state => state_label(state),
    }
}

/// `directory` is what it is called, where that tells something.
pub(super) fn lead(run: &ImportRun, directory: Option<&str>, names: &Names, now: Timestamp) -> Markup {
    let by = match run.started_by {
        StartedBy::Schedule => "schedule",
        StartedBy::Command => "command",
        StartedBy::Agent(_) => "agent",
    };
    let when = time_ago(run.requested_at, now);
    html! {
        @if let Some(name) = directory { (name) " · " }
        (rich!("imports-started", by = choice(by), name = names.starter(run), when = when))
        @if let (Some(started), Some(finished)) = (run.started_at, run.finished_at) {
            " · " (t!("imports-took", time = took(started, finished)))
        }
    }
}

pub(super) fn actions(run: &ImportRun, csrf: &str) -> Markup {
    html! {
        @if run.is_open() {
            form method="post" action={ "/imports/" (run.id) "/cancel" } {
                (csrf_field(csrf))
                (Button::submit(t!("imports-cancel")).busy(t!("imports-cancelling")))
            }
        } @else {
            @if !run.thinned { (Button::link(&format!("/imports/{}/changes.csv", run.id), t!("imports-export"))) }
            @if let Some(label) = next_step(run) {
                form method="post" action="/imports" {
                    (csrf_field(csrf))
                    input type="hidden" name="directory" value=(run.directory);
                    (Button::submit(label).primary().busy(t!("imports-starting")))
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
        RunState::Held | RunState::Failed | RunState::Cancelled | RunState::Interrupted => Some(t!("imports-again")),
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
            @if let Some(outside) = members_outside(run.counts.outside) { p.small.muted { (phrase(&outside)) } }
        }
    }
}

/// What a run has to say beside its numbers.
fn outcome(run: &ImportRun) -> Markup {
    let error = run.error.as_deref().map(phrase);
    let error = error.as_deref();
    html! {
        @if run.attempts > 1 && run.state != RunState::Interrupted { (banner(Tone::Info, begun_again(run))) }
        @for note in &run.notes { (banner(Tone::Warning, run_note(note))) }
        @match run.state {
            RunState::Done if run.deletes => (banner(Tone::Ok, t!("imports-deleted"))),
            RunState::Cancelled if run.deletes => (banner(Tone::Neutral, t!("imports-deletion-cancelled"))),
            RunState::Done if run.dry_run => (banner(Tone::Info, t!("imports-previewed"))),
            // What was held stands over all this.
            RunState::Running | RunState::Done | RunState::Held => {}
            RunState::Cancelled => (banner(Tone::Neutral, t!("imports-cancelled"))),
            RunState::Interrupted => (banner(Tone::Warning, error.unwrap_or(t!("imports-interrupted")))),
            RunState::Failed => {
                (Notice::new(Tone::Bad, error.unwrap_or(t!("imports-failed")))
                    .remedy(after_failure(run))
                    .details("run-details", run.details.as_deref()))
                p.small.muted { (rich!("imports-see-settings", link = link("/settings/ldap/index"))) }
            }
        }
    }
}

/// Why it took longer, and that nothing is counted twice.
fn begun_again(run: &ImportRun) -> String {
    t!("imports-begun-again", times = run.attempts)
}

/// Removals are applied first, so that the store's own failure can come after some.
fn after_failure(run: &ImportRun) -> &'static str {
    if run.counts.removed == 0 { t!("imports-failed-nobody") } else { t!("imports-failed-some") }
}

fn work(run: &ImportRun, now: Timestamp) -> Markup {
    let phases =
        [t!("imports-step-connect"), t!("imports-step-read"), t!("imports-step-compare"), t!("imports-step-apply")];
    html! {
        div.run-head {
            strong { (headline(run)) }
            span.muted { (rate(run, now)) }
        }
        (self::bar(run))
        (phase_steps(&phases, phase_index(run.phase)))
    }
}

pub(super) fn bar(run: &ImportRun) -> Markup {
    match run.phase {
        Phase::Reading => crate::web::components::progress(
            t!("imports-bar-read"),
            run.counts.read,
            run.expected.filter(|expected| *expected >= run.counts.read),
        ),
        Phase::Applying => {
            let applied = applied(run);
            crate::web::components::progress(t!("imports-bar-applied"), applied, Some(run.counts.read.max(applied)))
        }
        _ => crate::web::components::progress(t!("imports-bar-import"), 0, Some(1)),
    }
}

fn applied(run: &ImportRun) -> u64 {
    let c = &run.counts;
    c.added + c.updated + c.removed + c.restored + c.unchanged + c.skipped
}

pub(super) fn headline(run: &ImportRun) -> String {
    let read = run.counts.read;
    match (run.phase, run.expected) {
        (Phase::Waiting, _) => t!("imports-doing-waiting").into(),
        (Phase::Connecting, _) => t!("imports-doing-connecting").into(),
        (Phase::Reading, Some(expected)) if expected >= read => {
            t!("imports-doing-reading-of", read = read, expected = expected)
        }
        (Phase::Reading, _) => t!("imports-doing-reading", read = read),
        (Phase::Comparing, _) => t!("imports-doing-comparing", read = read),
        (Phase::Applying, _) => t!("imports-doing-applying", read = read),
    }
}

pub(super) fn rate(run: &ImportRun, now: Timestamp) -> String {
    let Some(started) = run.started_at else {
        return String::new();
    };
    let seconds = u64::try_from((now - started).whole_seconds()).unwrap_or(0);
    match run.counts.read.checked_div(seconds) {
        Some(rate) if rate > 0 => t!("imports-rate", rate = rate, seconds = seconds.to_string()),
        _ => t!("imports-running-for", seconds = seconds.to_string()),
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
        (Some(counts.read), t!("imports-count-read")),
        (known(counts.added), t!("imports-count-added")),
        (known(counts.updated), t!("imports-count-updated")),
        (known(counts.unchanged), t!("imports-count-unchanged")),
        (known(counts.removed), t!("imports-count-removed")),
        (known(counts.restored), t!("imports-count-restored")),
        (known(counts.skipped), t!("imports-count-skipped")),
    ];
    let more = [
        (counts.held, t!("imports-count-held")),
        (counts.kept, t!("imports-count-kept")),
        (counts.missed, t!("imports-count-missed")),
    ];
    for (count, word) in more {
        if count > 0 {
            all.push((Some(count), word));
        }
    }
    stats(all)
}

fn took(started: Timestamp, finished: Timestamp) -> String {
    duration(std::time::Duration::try_from(finished - started).unwrap_or_default())
}
