//! What rules would do, as far as it is known.

use crate::import::{Example, RuleTried, TrialError, TrialReport};
use crate::language::{failure_message, failure_remedy, given, phrase, t};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

/// `held_back`: it was to be saved, and was not.
pub(super) fn trial(trial: &Result<TrialReport, TrialError>, held_back: bool) -> Markup {
    match trial {
        Ok(report) => reported(report, held_back),
        Err(error) => {
            let lead = if held_back { t!("rules-trial-failed-unsaved") } else { t!("rules-trial-failed") };
            let (remedy, details) = match error {
                TrialError::Directory(problem) => {
                    let failure = &problem.failure;
                    (said(failure_message(failure), &failure_remedy(failure)), problem.details.as_deref())
                }
                TrialError::TooSlow | TrialError::Storage(_) => (phrase(&error.to_string()).into_owned(), None),
            };
            html! { (Notice::new(Tone::Bad, lead).remedy(&remedy).details("trial-details", details)) }
        }
    }
}

fn reported(report: &TrialReport, held_back: bool) -> Markup {
    let mut all = vec![
        (Some(report.agents), t!("rules-trial-agents")),
        (Some(report.roles), t!("rules-trial-roles")),
        (Some(report.groups), t!("rules-trial-groups")),
    ];
    let more = [
        (report.become_administrators, t!("rules-trial-become")),
        (report.stop_being_administrators, t!("rules-trial-stop")),
        (report.arrive_as_administrators, t!("rules-trial-arrive")),
        (report.own_choice, t!("rules-trial-own-choice")),
    ];
    all.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| (Some(count), word)));
    html! {
        (verdict(report, held_back))
        (stats(all))
        @if !report.rules.is_empty() { (rules(&report.rules)) }
        (examples(report))
        p.small.muted {
            (t!("rules-trial-read", people = report.people, newcomers = report.newcomers))
            " " (t!("rules-trial-unmatched", count = report.without_rule))
            @if report.own_choice > 0 { " " (t!("rules-trial-kept", count = report.own_choice)) }
        }
    }
}

/// The first thing to know, and the way on.
fn verdict(report: &TrialReport, held_back: bool) -> Markup {
    let unread: Vec<String> = report
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.problem.is_some())
        .map(|(at, _)| (at + 1).to_string())
        .collect();
    let next = match (unread.is_empty(), held_back) {
        (true, true) => t!("rules-trial-press-save"),
        (true, false) => t!("rules-trial-not-saved"),
        (false, _) => "",
    };
    html! {
        @if !unread.is_empty() {
            (answering_banner(Tone::Bad, t!("rules-trial-unread", numbers = unread.join(", "))))
        }
        @if report.touches_administrators() {
            (answering_banner(Tone::Warning, said(administrators(report), next)))
        } @else if report.agents == 0 && unread.is_empty() {
            (answering_banner(Tone::Ok, said(t!("rules-trial-no-change").into(), next)))
        } @else if unread.is_empty() {
            (answering_banner(Tone::Info, said(t!("rules-trial-changes", count = report.agents), next)))
        }
        @if unread.is_empty() && held_back {
            (buttons(&html! { (Button::submit(t!("rules-save")).id("save-tried").primary().busy(t!("rules-saving"))) }))
        }
    }
}

/// Whole sentences one after the other.
fn said(mut sentences: String, next: &str) -> String {
    if !next.is_empty() {
        sentences.push(' ');
        sentences.push_str(next);
    }
    sentences
}

fn administrators(report: &TrialReport) -> String {
    let (become_one, stop) = (report.become_administrators, report.stop_being_administrators);
    let arrive = report.arrive_as_administrators;
    let sentences = [
        (become_one > 0).then(|| t!("rules-trial-will-become", count = become_one)),
        (arrive > 0).then(|| t!("rules-trial-will-arrive", count = arrive)),
        (stop > 0).then(|| t!("rules-trial-will-stop", count = stop)),
        report.no_directory_administrator.then(|| t!("rules-trial-none-left").into()),
    ];
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

fn rules(rules: &[RuleTried]) -> Markup {
    let rows = rules.iter().enumerate().map(|(at, rule)| {
        let found = match &rule.problem {
            None => html! { (t!("rules-trial-people", count = rule.members)) },
            Some(problem) => html! { span.caution { (why_not_read(&problem.failure)) } },
        };
        Row::new([html! { (t!("rules-rule", number = at + 1)) }, found])
    });
    let columns = [Column::new(t!("rules-trial-rule")).short(), Column::new(t!("rules-trial-members"))];
    Table::new(t!("rules-trial-each"), columns).rows(rows)
}

/// [`RunNote::why_not_read`].
fn why_not_read(failure: &ConnectionFailure) -> String {
    match failure {
        ConnectionFailure::GroupNotFound { .. } => said(failure_message(failure), t!("rules-trial-check-group")),
        _ => said(failure_message(failure), &failure_remedy(failure)),
    }
}

/// Who becomes or stops being an administrator is seen at once, the others in a fold.
fn examples(report: &TrialReport) -> Markup {
    let first = report.become_administrators + report.stop_being_administrators;
    let (notable, others) = report.examples.split_at((first as usize).min(report.examples.len()));
    let table = |caption: &str, examples: &[Example]| {
        let columns = [Column::new(t!("rules-trial-agent")).long(), Column::new(t!("rules-trial-change")).long()];
        Table::new(caption, columns).rows(examples.iter().map(example))
    };
    html! {
        @if !notable.is_empty() {
            h2 {
                @if notable.len() as u64 == first { (t!("rules-trial-administrators")) }
                @else { (t!("rules-trial-some-administrators", shown = notable.len(), count = first)) }
            }
            (table(t!("rules-trial-administrators-caption"), notable))
        }
        @if !others.is_empty() {
            details.fold #trial-others {
                summary { (t!("rules-trial-others", shown = others.len(), count = report.agents - first)) }
                (table(t!("rules-trial-others-caption"), others))
            }
        }
    }
}

fn example(example: &Example) -> Row {
    let value = |value: &Option<String>| value.as_deref().map_or_else(|| "—".into(), given);
    let changes = html! {
        @for change in &example.changes {
            div {
                (t!(
                    "rules-trial-field",
                    field = field(&change.field),
                    old = value(&change.old),
                    new = value(&change.new),
                ))
            }
        }
    };
    Row::new([html! { a href={ "/agents/" (example.agent) } { (example.name) } }, changes])
}

/// What a rule decides about; a trial has no other changes.
fn field(name: &str) -> &str {
    match name {
        "role" => t!("rules-trial-field-role"),
        "groups" => t!("rules-trial-field-groups"),
        "role_by_rules" => t!("rules-trial-field-role-by-rules"),
        "groups_by_rules" => t!("rules-trial-field-groups-by-rules"),
        other => other,
    }
}
