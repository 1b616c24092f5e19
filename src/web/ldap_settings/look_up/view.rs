//! The page of a look-up: a card for each entry that was found.

use super::roads::{self, dn};
use super::{Answer, HERE};
use crate::auth::{LookUpAnswer, LookUpError};
use crate::language::{failure_message, failure_remedy, phrase, role as role_name, t};
use crate::model::*;
use crate::web::agents::state_tag;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(super) struct LookUpPage<'a> {
    pub(super) text: &'a str,
    pub(super) all: &'a [Directory],
    /// The one that was asked, where not all were.
    pub(super) only: Option<DirectoryId>,
    /// Of each directory that was asked.
    pub(super) answers: &'a [Answer],
    pub(super) groups: &'a [Group],
}

pub(super) fn look_up(page: &LookUpPage<'_>) -> Markup {
    html! {
        div.stack {
            (Card::untitled().body(&form(page.text, &which(page))))
            @if page.all.is_empty() { (banner(Tone::Info, phrase(&LookUpError::NotConfigured.to_string()).as_ref())) }
            @for answer in page.answers {
                @if page.answers.len() > 1 { h2 { (answer.directory.name()) } }
                @match &answer.found {
                    Err(error) => (failed(error)),
                    Ok(answer) => (found(page, answer)),
                }
            }
        }
    }
}

/// Beside the settings: the way to the page, with the question to this directory, or to all.
pub(in crate::web) fn card(directory: Option<DirectoryId>) -> Markup {
    Card::new(t!("look_up-title")).lead(t!("look_up-card-lead")).body(&form(
        "",
        &html! {
            @if let Some(id) = directory { input type="hidden" name="directory" value=(id); }
        },
    ))
}

/// Where there are several: all of them, or one.
fn which(page: &LookUpPage<'_>) -> Markup {
    let chosen = page.only.map(|only| only.to_string()).unwrap_or_default();
    let names = page.all.iter().map(|directory| (directory.id.to_string(), directory.name()));
    let options = [(String::new(), t!("look_up-all-directories").to_owned())].into_iter().chain(names);
    html! {
        @if page.all.len() > 1 { (Select::new("directory", t!("look_up-directory")).options(options).selected(&chosen)) }
    }
}

fn form(text: &str, directory: &Markup) -> Markup {
    html! {
        form.form method="get" action=(HERE) role="search" {
            (directory)
            (TextField::new("q", t!("look_up-text")).value(text).mono().autocomplete("off"))
            (buttons(&html! { (Button::submit(t!("look_up-ask")).busy(t!("look_up-asking"))) }))
        }
    }
}

fn failed(error: &LookUpError) -> Markup {
    let LookUpError::Directory(problem) = error else {
        return banner(Tone::Bad, phrase(&error.to_string()).as_ref());
    };
    let (message, remedy) = (failure_message(&problem.failure), failure_remedy(&problem.failure));
    html! { (Notice::new(Tone::Bad, &message).remedy(&remedy).details("look-up-details", problem.details.as_deref())) }
}

fn found(page: &LookUpPage<'_>, answer: &LookUpAnswer) -> Markup {
    let look_up = &answer.look_up;
    html! {
        @if let Some(problem) = &look_up.group_problem {
            @let (message, remedy) = (failure_message(&problem.failure), failure_remedy(&problem.failure));
            (Notice::new(Tone::Warning, &message).remedy(&remedy).details("group-details", problem.details.as_deref()))
        }
        @if look_up.entries.is_empty() { (Card::untitled().body(&nobody(page.text, &look_up.resolved))) }
        @for ((entry, agent), placed) in look_up.entries.iter().zip(&answer.agents).zip(&answer.placed) {
            (card_of(page, entry, agent.as_ref(), placed))
        }
        @if look_up.more {
            p.muted { (t!("look_up-more")) }
        }
    }
}

fn nobody(text: &str, resolved: &Resolved) -> Markup {
    let (mail, name) = (resolved.mail_attribute.as_str(), resolved.cn_attribute.as_str());
    let words = t!("look_up-nobody-text", text = text, mail = mail, name = name);
    empty_state(t!("look_up-nobody"), &words, None)
}

fn card_of(page: &LookUpPage<'_>, entry: &LookedUp, agent: Option<&Agent>, placed: &Placed) -> Markup {
    let name = entry.fields.iter().find(|field| field.field == Field::Name).and_then(|field| field.taken.as_deref());
    Card::new(name.unwrap_or(t!("look_up-nameless"))).lead(html! { span.mono { (entry.dn) } }).body(&html! {
        div.stack {
            (check_list(&[
                verdict(entry, Question::WouldBeImported, t!("look_up-imported"), t!("look_up-not-imported")),
                verdict(entry, Question::CouldSignIn, t!("look_up-signs-in"), t!("look_up-no-sign-in")),
            ]))
            (definitions(facts(page, entry, agent, placed)))
            (attributes(entry))
            (roads::groups(entry))
        }
    })
}

fn verdict(entry: &LookedUp, question: Question, yes: &str, no: &str) -> CheckLine {
    let why_not = entry.objection(question);
    let outcome = if why_not.is_none() { StepOutcome::Ok } else { StepOutcome::Failed };
    let label = if why_not.is_none() { yes } else { no }.to_owned();
    CheckLine { outcome, label, took: None, under: why_not.iter().map(|why| html! { (phrase(why)) }).collect() }
}

fn facts(
    page: &LookUpPage<'_>,
    entry: &LookedUp,
    agent: Option<&Agent>,
    placed: &Placed,
) -> Vec<(&'static str, Markup)> {
    let place = &entry.place;
    let within = if place.within_base { t!("look_up-within") } else { t!("look_up-outside") };
    let matches = if place.matches_filter { t!("look_up-matches") } else { t!("look_up-left-out") };
    let mut facts =
        vec![(t!("names-field-base-dn"), html! { (within) }), (t!("names-field-user-filter"), html! { (matches) })];
    facts.extend(roads::member(&place.group).map(|member| (t!("look_up-user-group"), member)));
    let agent = html! {
        @match agent {
            Some(agent) => { a href={ "/agents/" (agent.id) } { (agent.name) } " " (state_tag(agent.state())) },
            None => (t!("look_up-no-agent")),
        }
    };
    facts.extend([
        (t!("look_up-account"), account(&entry.state)),
        (t!("look_up-agent"), agent),
        (t!("names-field-role"), role(placed)),
        (t!("names-field-groups"), panel_groups(page.groups, placed)),
    ]);
    if !entry.rules.is_empty() {
        facts.push((t!("look_up-rules"), roads::rules(&entry.rules)));
    }
    facts
}

fn account(reading: &StateReading) -> Markup {
    let words = match reading.state {
        DirectoryState::Enabled => t!("look_up-account-enabled"),
        DirectoryState::Disabled => t!("look_up-account-disabled"),
        DirectoryState::Expired => t!("look_up-account-expired"),
        DirectoryState::Locked => t!("look_up-account-locked"),
        DirectoryState::MustChange => t!("look_up-account-must-change"),
    };
    html! {
        (words)
        @if let Some((attribute, value)) = &reading.evidence { " " span.small.muted { code { (attribute) ": " (value) } } }
    }
}

fn role(placed: &Placed) -> Markup {
    let given = placed.rules.role.as_ref().map(|given| (role_name(given.role), dn(given.by.as_str())));
    let origin = match (placed.role_origin, given) {
        (Origin::Rule, Some((role, by))) => rich!("look_up-role-by-rule", role = role, by = by),
        (Origin::Administrator, Some((role, by))) => rich!("look_up-role-chosen-against", role = role, by = by),
        (Origin::Administrator, None) => html! { (t!("look_up-role-chosen")) },
        (_, _) => html! { (t!("look_up-role-default")) },
    };
    html! { (role_name(placed.role)) " " span.small.muted { (origin) } }
}

fn panel_groups(all: &[Group], placed: &Placed) -> Markup {
    let and = |first, second| rich!("look_up-and", first = first, second = second);
    let given = placed.rules.groups.as_ref().map(|given| {
        let by = given.by.iter().map(|by| dn(by.as_str())).reduce(and).unwrap_or_default();
        (names(all, &given.groups), by)
    });
    let origin = match (placed.groups_origin, given) {
        (Origin::Rule, Some((groups, by))) => rich!("look_up-groups-by-rule", groups = groups, by = by),
        (Origin::Administrator, Some((groups, by))) => {
            rich!("look_up-groups-chosen-against", groups = groups, by = by)
        }
        (Origin::Administrator, None) => html! { (t!("look_up-groups-chosen")) },
        (_, _) => html! { (t!("look_up-groups-default")) },
    };
    html! { (names(all, &placed.groups)) " " span.small.muted { (origin) } }
}

fn names(all: &[Group], ids: &BTreeSet<GroupId>) -> String {
    let names: Vec<&str> =
        all.iter().filter(|group| ids.contains(&group.id)).map(|group| group.name.as_str()).collect();
    if names.is_empty() { "—".to_owned() } else { names.join(", ") }
}

fn attributes(entry: &LookedUp) -> Markup {
    let label = |field| match field {
        Field::Guid => "GUID",
        Field::Name => t!("names-field-name"),
        Field::Mail => t!("names-field-email"),
        Field::Phone => t!("names-field-phone"),
    };
    let columns = [
        Column::new(t!("look_up-value")).short(),
        Column::new(t!("look_up-attribute")).short(),
        Column::new(t!("look_up-in-directory")).long(),
        Column::new(t!("look_up-taken")).long(),
    ];
    let rows = entry.fields.iter().map(|field| {
        Row::new([
            html! { (label(field.field)) },
            html! { code { (field.attribute) } },
            html! {
                @if field.values.is_empty() { span.muted { "—" } }
                @for value in &field.values { div { (shown(value)) } }
            },
            html! {
                @match &field.taken { Some(taken) => (taken), None => span.muted { (t!("look_up-taken-nothing")) } }
                @if let Some(note) = &field.note { div.small.muted { (phrase(note)) } }
            },
        ])
    });
    Table::new(t!("look_up-attributes"), columns).rows(rows)
}

/// A value as the directory has it; only what stands for one that is no text is in words.
fn shown(value: &str) -> Cow<'_, str> {
    if value.starts_with("(binary, ") { phrase(value) } else { value.into() }
}
