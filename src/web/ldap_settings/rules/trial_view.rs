//! What rules would do, as far as it is known.

use crate::import::{Example, RuleTried, TrialError, TrialReport};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

/// `held_back`: it was to be saved, and was not.
pub(super) fn trial(trial: &Result<TrialReport, TrialError>, held_back: bool) -> Markup {
    match trial {
        Ok(report) => reported(report, held_back),
        Err(error) => {
            let lead = if held_back { "Not tried, so nothing was saved." } else { "Not tried." };
            let details = match error {
                TrialError::Directory(problem) => problem.details.as_deref(),
                TrialError::TooSlow | TrialError::Storage(_) => None,
            };
            html! { (Notice::new(Tone::Bad, lead).remedy(&error.to_string()).details("trial-details", details)) }
        }
    }
}

fn reported(report: &TrialReport, held_back: bool) -> Markup {
    let mut all = vec![
        (Some(report.agents), "agents change"),
        (Some(report.roles), "get another role"),
        (Some(report.groups), "get other groups"),
    ];
    let more = [
        (report.become_administrators, "become administrator"),
        (report.stop_being_administrators, "stop being one"),
        (report.own_choice, "keep another choice"),
    ];
    all.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| (Some(count), word)));
    html! {
        (verdict(report, held_back))
        (stats(all))
        @if !report.rules.is_empty() { (rules(&report.rules)) }
        @if !report.examples.is_empty() { (examples(report)) }
        p.small.muted {
            (counted(report.people, "person was", "people were")) " read; "
            (number(report.newcomers)) " of them are no agents yet. No rule matches "
            (counted(report.without_rule, "agent", "agents")) "."
            @if report.own_choice > 0 {
                " " (counted(report.own_choice, "agent keeps", "agents keep"))
                " what an administrator chose for them, where the rules say otherwise."
            }
        }
    }
}

/// The first thing to know.
fn verdict(report: &TrialReport, held_back: bool) -> Markup {
    let next = if held_back { "Nothing was saved yet: press Save again to do it." } else { "Nothing was saved yet." };
    let unread: Vec<String> = report
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.problem.is_some())
        .map(|(at, _)| (at + 1).to_string())
        .collect();
    html! {
        @if !unread.is_empty() {
            (banner(Tone::Bad, format!(
                "The LDAP group of rule {} cannot be read. {}",
                unread.join(", "),
                if held_back { "Nothing was saved." } else { "Nothing was saved yet." }
            )))
        }
        @if report.touches_administrators() {
            (banner(Tone::Warning, html! {
                (counted(report.become_administrators, "agent becomes", "agents become")) " administrator, "
                (number(report.stop_being_administrators)) " stop being one. "
                @if report.no_directory_administrator { "No agent from the directory would be an administrator any more. " }
                @if unread.is_empty() { (next) }
            }))
        } @else if unread.is_empty() {
            @if report.agents == 0 {
                (banner(Tone::Ok, html! { "These rules change none of the agents there are now. " (next) }))
            } @else {
                (banner(Tone::Info, html! {
                    "The next import would change " (counted(report.agents, "agent", "agents")) ". Nobody becomes an administrator or stops being one. " (next)
                }))
            }
        }
    }
}

fn rules(rules: &[RuleTried]) -> Markup {
    let rows = rules.iter().enumerate().map(|(at, rule)| {
        let found = match &rule.problem {
            None => html! { (counted(rule.members, "person", "people")) },
            Some(problem) => html! { span.caution { (why(problem)) } },
        };
        Row::new([html! { "Rule " (at + 1) }, found])
    });
    Table::new("What each rule matches", [Column::new("Rule").short(), Column::new("Members found")]).rows(rows)
}

fn why(problem: &DirectoryProblem) -> String {
    RunNote::why_not_read(problem)
}

fn examples(report: &TrialReport) -> Markup {
    let shown = report.examples.len() as u64;
    let caption = if shown < report.agents {
        format!("{shown} of the {} agents who would change", number(report.agents))
    } else {
        "Agents who would change".to_owned()
    };
    let columns = [Column::new("Agent").long(), Column::new("Change").long()];
    html! {
        h2 { (caption) }
        (Table::new(&caption, columns).rows(report.examples.iter().map(example)))
    }
}

fn example(example: &Example) -> Row {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".into());
    let changes = html! {
        @for change in &example.changes {
            div { (change.field.replace('_', " ")) ": " (value(&change.old)) " → " (value(&change.new)) }
        }
    };
    Row::new([html! { a href={ "/agents/" (example.agent) } { (example.name) } }, changes])
}
