//! Beside the form: Import users, the check list, what the directory gives.

use super::delete;
use super::desk::{Desk, Place};
use super::guide;
use super::latency_view;
use super::lockout_view;
use super::status_view::mark;
use crate::language::{failure_message, step, t};
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
    /// What the last import that came to its end read.
    pub(super) last: Option<&'a ImportRun>,
    /// What the last day was like.
    pub(super) spans: &'a [LinkSpan],
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
            @if page.work.is_some() || !page.spans.is_empty() { (latency_view::card(page.spans, page.now)) }
            (gives(page.report.and_then(|report| report.sample.as_ref()), page.last.filter(|_| !page.of_typed)))
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
            (Notice::new(Tone::Warning, t!("ldap-suspended"))
                .remedy(t!("ldap-suspended-remedy")))
        }
        @if lines.is_empty() { p.small.muted { (t!("ldap-not-checked")) } }
        @else { (crate::web::components::check_list(&lines)) }
        @if let Some(report) = report.filter(|report| report.problem().is_none()) { (lockout_view::words(report.lockout)) }
    };
    let title = if of_typed { t!("ldap-check-typed") } else { t!("ldap-check-title") };
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
        line.under = vec![html! { (failure_message(&problem.failure)) }];
    }
    if step.name == StepName::Sample && step.problem.is_none() {
        line.under.clear();
    }
    line
}

/// After a failed step nothing else was tried; what an earlier check found there would mislead.
fn not_done(tried: &CheckStep) -> CheckLine {
    CheckLine { outcome: StepOutcome::Skipped, label: step(tried.name).to_owned(), took: None, under: Vec::new() }
}

/// How many have which attribute: of everyone, as the last import read them, unless the attributes are others by now; else
/// of a sample.
fn gives(sample: Option<&Sample>, last: Option<&ImportRun>) -> Markup {
    let filled = last.and_then(|run| Some((run.id, run.filled.as_ref()?)));
    let filled =
        filled.filter(|(_, filled)| filled.of > 0 && sample.is_none_or(|sample| filled.is_about(&sample.fields)));
    let (lead, fields, whole) = match (filled, sample) {
        (Some((run, filled)), _) => {
            let lead = t!("ldap-gives-import", people = filled.of, run = run.to_string());
            (lead, &filled.fields, filled.of)
        }
        (None, Some(sample)) => (t!("ldap-gives-sample", people = sample.size), &sample.fields, sample.size),
        (None, None) => return html! {},
    };
    let all: Vec<Bar<'_>> =
        fields.iter().map(|field| Bar { name: &field.attribute, part: field.present, whole }).collect();
    Card::new(t!("ldap-gives")).lead(lead).body(&html! {
        (bars(&all))
        @if let Some(sample) = sample { (seen(sample)) }
    })
}

/// What only a sample shows.
fn seen(sample: &Sample) -> Markup {
    html! {
        @if sample.without_mail > 0 {
            p.small.muted { (t!("ldap-sample-no-mail", size = sample.size, count = sample.without_mail)) }
        }
        @if sample.size > 0 && sample.without_mail == sample.size { p.small.muted { (no_mail(sample)) } }
        @if let Some((name, email, phone)) = &sample.example {
            p.example.small {
                span.muted { (t!("ldap-example")) } br;
                strong { (name) } br;
                span.muted { (email) @if let Some(phone) = phone { " · " (phone) } }
            }
        }
    }
}

/// Mostly not the people are at fault, but the name of the attribute.
fn no_mail(sample: &Sample) -> String {
    let attribute = sample.fields.get(2).map_or("mail", |field| field.attribute.as_str());
    t!("ldap-nobody-has-mail", attribute = attribute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(mail: &str, present: u64) -> Vec<SampleField> {
        ["cn", mail].map(|attribute| SampleField { attribute: attribute.into(), present }).into()
    }

    fn import(mail: &str) -> ImportRun {
        let run = ImportRun::waiting(RunId(7), DirectoryId(1), StartedBy::Schedule, false, Timestamp::UNIX_EPOCH);
        ImportRun { filled: Some(Filled { of: 12_415, fields: fields(mail, 12_400) }), ..run }
    }

    fn sample() -> Sample {
        Sample { size: 200, fields: fields("mail", 199), ..Sample::default() }
    }

    #[test]
    fn what_an_import_read_goes_before_a_sample() {
        let markup = gives(Some(&sample()), Some(&import("MAIL"))).into_string();
        assert!(markup.contains("From all 12,415 people that import #7 read."), "{markup}");
        assert!(gives(None, Some(&import("mail"))).into_string().contains("From all 12,415 people"));
    }

    #[test]
    fn other_attributes_than_the_imports_are_told_from_the_sample() {
        let markup = gives(Some(&sample()), Some(&import("otherMailbox"))).into_string();
        assert!(markup.contains("From a sample of 200 people."), "{markup}");
        let before = ImportRun { filled: None, ..import("mail") };
        assert!(gives(Some(&sample()), Some(&before)).into_string().contains("From a sample of 200 people."));
        assert_eq!(gives(None, Some(&before)).into_string(), "");
    }
}
