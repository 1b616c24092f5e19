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
        (report.arrive_as_administrators, "arrive as administrator"),
        (report.own_choice, "keep another choice"),
    ];
    all.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| (Some(count), word)));
    html! {
        (verdict(report, held_back))
        (stats(all))
        @if !report.rules.is_empty() { (rules(&report.rules)) }
        (examples(report))
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
        (true, true) => "Nothing was saved yet: press Save again to do it.",
        (true, false) => "Nothing was saved yet.",
        (false, _) => "",
    };
    html! {
        @if !unread.is_empty() {
            (answering_banner(Tone::Bad, format!("The LDAP group of rule {} cannot be read. Nothing was saved.", unread.join(", "))))
        }
        @if report.touches_administrators() {
            (answering_banner(Tone::Warning, html! { (administrators(report)) (next) }))
        } @else if report.agents == 0 && unread.is_empty() {
            (answering_banner(Tone::Ok, html! { "These rules change none of the agents there are now. " (next) }))
        } @else if unread.is_empty() {
            (answering_banner(Tone::Info, html! {
                "The next import would change " (counted(report.agents, "agent", "agents"))
                ". Nobody becomes an administrator or stops being one. " (next)
            }))
        }
        @if unread.is_empty() && held_back {
            (buttons(&html! { (Button::submit("Save").id("save-tried").primary().busy("Saving…")) }))
        }
    }
}

fn administrators(report: &TrialReport) -> Markup {
    let (become_one, stop) = (report.become_administrators, report.stop_being_administrators);
    let arrive = report.arrive_as_administrators;
    html! {
        @if become_one > 0 { (counted(become_one, "agent becomes", "agents become")) " administrator. " }
        @if arrive > 0 {
            (counted(
                arrive,
                "person who is no agent yet would arrive as administrator",
                "people who are no agents yet would arrive as administrators",
            )) ". "
        }
        @if stop > 0 { (counted(stop, "administrator stops", "administrators stop")) " being one. " }
        @if report.no_directory_administrator { "No agent from the directory would be an administrator any more. " }
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

/// Who becomes or stops being an administrator is seen at once, the others in a fold.
fn examples(report: &TrialReport) -> Markup {
    let first = (report.become_administrators + report.stop_being_administrators) as usize;
    let (notable, others) = report.examples.split_at(first.min(report.examples.len()));
    let table = |caption: &str, examples: &[Example]| {
        let columns = [Column::new("Agent").long(), Column::new("Change").long()];
        Table::new(caption, columns).rows(examples.iter().map(example))
    };
    html! {
        @if !notable.is_empty() {
            h2 { "Administrators" @if notable.len() < first { " (" (notable.len()) " of " (number(first as u64)) ")" } }
            (table("Who becomes or stops being an administrator", notable))
        }
        @if !others.is_empty() {
            details.fold #trial-others {
                summary { "Others who would change (" (others.len()) " of " (number(report.agents - first as u64)) ")" }
                (table("Others who would change", others))
            }
        }
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
