//! Beside the form: Import users, the check list, what the directory gives.

use super::delete;
use super::desk::{Desk, Place};
use super::guide;
use super::lockout_view;
use super::status_view::mark;
use crate::model::*;
use crate::web::components::*;
use crate::web::imports::import_card;
use maud::{Markup, html};

const CHECK_LIST: &str = "check-list";

pub(super) struct SidePage<'a> {
    pub(super) desk: &'a Desk,
    /// Of a directory that is switched on: its newest run, and when the next one starts by itself.
    pub(super) work: Option<(DirectoryId, Option<&'a ImportRun>, Timestamp)>,
    pub(super) report: Option<&'a CheckReport>,
    /// The report is of what was typed, not of what is saved.
    pub(super) of_typed: bool,
    pub(super) status: &'a ConnectionStatus,
    /// How many belong to it.
    pub(super) agents: u64,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

pub(super) fn side(page: &SidePage<'_>) -> Markup {
    html! {
        div.stack {
            @if let Some((directory, run, next)) = page.work { (import_card(directory, run, Some(next), page.csrf, page.now)) }
            @if page.work.is_some() || page.report.is_some() {
                (check_list(&page.desk.status_url(), page.status, page.report, page.of_typed))
            }
            @else { (guide::shopping_list()) }
            @if let Some(report) = page.report { (sample(report)) }
            @if let Some((directory, ..)) = page.work { (super::look_up::card(Some(directory))) }
            @if let (Place::One(_), Some(stored)) = (page.desk.place, &page.desk.stored) {
                (delete::card(stored, page.agents, page.csrf))
            }
        }
    }
}

/// The steps of the last check. Of the saved settings they stay live; of typed ones they stand.
pub(super) fn check_list(url: &str, status: &ConnectionStatus, report: Option<&CheckReport>, of_typed: bool) -> Markup {
    let poll = (!of_typed).then(|| format!("{url}?part=steps&seen={}", mark(status)));
    let steps = report.map_or(&[][..], |report| &report.steps);
    let end =
        steps.iter().position(|step| step.outcome == StepOutcome::Failed).map_or(steps.len(), |failed| failed + 1);
    let tried = steps[..end].iter().map(|step| line(step, of_typed));
    let lines: Vec<CheckLine> = tried.chain(steps[end..].iter().map(not_done)).collect();
    let suspended = matches!(status, ConnectionStatus::Failed { bind_suspended: true, .. });
    let content = html! {
        @if suspended && !of_typed {
            (Notice::new(Tone::Warning, "The user is not signed in again by itself, so that a changed password cannot lock the account.")
                .remedy("Save the right password, or press Check without saving."))
        }
        @if lines.is_empty() { p.small.muted { "Not checked yet." } }
        @else { (crate::web::components::check_list(&lines)) }
        @if let Some(report) = report.filter(|report| report.problem().is_none()) { (lockout_view::words(report.lockout)) }
    };
    let title = if of_typed { "Check of what you typed" } else { "Connection check" };
    html! {
        div #(CHECK_LIST) aria-live="polite" hx-get=[poll.as_deref()] hx-trigger=[poll.as_ref().map(|_| "every 5s")]
            hx-swap=[poll.as_ref().map(|_| "outerHTML")] {
            (Card::new(title).body(&content))
        }
    }
}

/// What the sample holds has a card of its own below, and what is wrong with typed settings stands over
/// the form with its remedy.
fn line(step: &CheckStep, of_typed: bool) -> CheckLine {
    let mut line = step_line(step, "check-details");
    if let Some(problem) = step.problem.as_ref().filter(|_| of_typed) {
        line.under = vec![html! { (problem.failure.message()) }];
    }
    if step.name == StepName::Sample && step.problem.is_none() {
        line.under.clear();
    }
    line
}

/// After a failed step nothing else was tried; what an earlier check found there would mislead.
fn not_done(step: &CheckStep) -> CheckLine {
    CheckLine { outcome: StepOutcome::Skipped, label: step.name.label().to_owned(), took: None, under: Vec::new() }
}

fn sample(report: &CheckReport) -> Markup {
    let Some(sample) = &report.sample else {
        return html! {};
    };
    let lead = format!("From a sample of {}.", counted(sample.size, "person", "people"));
    let all: Vec<Bar<'_>> = sample
        .fields
        .iter()
        .map(|field| Bar { name: &field.attribute, part: field.present, whole: sample.size })
        .collect();
    Card::new("What the directory gives").lead(lead).body(&html! {
        (bars(&all))
        @if sample.without_mail > 0 {
            p.small.muted { (counted(sample.without_mail, "of them has", "of them have")) " no usable mail and will be skipped." }
        }
        @if sample.size > 0 && sample.without_mail == sample.size { p.small.muted { (no_mail(sample)) } }
        @if let Some((name, email, phone)) = &sample.example {
            p.example.small {
                span.muted { "For example" } br;
                strong { (name) } br;
                span.muted { (email) @if let Some(phone) = phone { " · " (phone) } }
            }
        }
    })
}

/// Mostly not the people are at fault, but the name of the attribute.
fn no_mail(sample: &Sample) -> String {
    let attribute = sample.fields.get(2).map_or("mail", |field| field.attribute.as_str());
    format!(
        "An agent signs in with a mail address, so nobody would be imported. Is {attribute} the right attribute? Type another one under Mail attribute in LDAP; in Active Directory userPrincipalName often holds an address."
    )
}
