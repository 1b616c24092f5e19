//! The page of a look-up: a card for each entry that was found.

use super::{Answer, HERE};
use crate::auth::{LookUpAnswer, LookUpError};
use crate::model::*;
use crate::web::agents::state_tag;
use crate::web::components::*;
use maud::{Markup, html};
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
            @if page.all.is_empty() { (banner(Tone::Info, LookUpError::NotConfigured.to_string())) }
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
    Card::new("Look someone up").lead("What the directory says of one person, and why they are imported or not.").body(
        &form(
            "",
            &html! {
                @if let Some(id) = directory { input type="hidden" name="directory" value=(id); }
            },
        ),
    )
}

/// Where there are several: all of them, or one.
fn which(page: &LookUpPage<'_>) -> Markup {
    let chosen = page.only.map(|only| only.to_string()).unwrap_or_default();
    let names = page.all.iter().map(|directory| (directory.id.to_string(), directory.name()));
    let options = [(String::new(), "All directories".to_owned())].into_iter().chain(names);
    html! {
        @if page.all.len() > 1 { (Select::new("directory", "Directory").options(options).selected(&chosen)) }
    }
}

fn form(text: &str, directory: &Markup) -> Markup {
    html! {
        form.form method="get" action=(HERE) role="search" {
            (directory)
            (TextField::new("q", "Mail, name or DN").value(text).mono().autocomplete("off"))
            (buttons(&html! { (Button::submit("Look up").busy("Asking the directory…")) }))
        }
    }
}

fn failed(error: &LookUpError) -> Markup {
    let LookUpError::Directory(problem) = error else {
        return banner(Tone::Bad, error.to_string());
    };
    let (message, remedy) = (problem.failure.message(), problem.failure.remedy());
    html! { (Notice::new(Tone::Bad, &message).remedy(&remedy).details("look-up-details", problem.details.as_deref())) }
}

fn found(page: &LookUpPage<'_>, answer: &LookUpAnswer) -> Markup {
    let look_up = &answer.look_up;
    html! {
        @if let Some(problem) = &look_up.group_problem {
            @let (message, remedy) = (problem.failure.message(), problem.failure.remedy());
            (Notice::new(Tone::Warning, &message).remedy(&remedy).details("group-details", problem.details.as_deref()))
        }
        @if look_up.entries.is_empty() { (Card::untitled().body(&nobody(page.text, &look_up.resolved))) }
        @for ((entry, agent), placed) in look_up.entries.iter().zip(&answer.agents).zip(&answer.placed) {
            (card_of(page, entry, agent.as_ref(), placed))
        }
        @if look_up.more {
            p.muted { "There are more. Type more of the name, the whole mail, or the DN." }
        }
    }
}

fn nobody(text: &str, resolved: &Resolved) -> Markup {
    let words = format!(
        "No entry that the settings’ user may read has “{text}” as {}, {} or account name, and none has it as its DN. If the person is in the directory, the user may lack the right to read them.",
        resolved.mail_attribute, resolved.cn_attribute
    );
    empty_state("Nobody found", &words, None)
}

fn card_of(page: &LookUpPage<'_>, entry: &LookedUp, agent: Option<&Agent>, placed: &Placed) -> Markup {
    let name = entry.fields.iter().find(|field| field.field == Field::Name).and_then(|field| field.taken.as_deref());
    Card::new(name.unwrap_or("Without a name")).lead(html! { span.mono { (entry.dn) } }).body(&html! {
        div.stack {
            (check_list(&[
                verdict(entry, Question::WouldBeImported, "Would be imported", "Would not be imported"),
                verdict(entry, Question::CouldSignIn, "Could sign in, with the right password", "Could not sign in"),
            ]))
            (definitions(facts(page, entry, agent, placed)))
            (attributes(entry))
            (groups(entry))
        }
    })
}

fn verdict(entry: &LookedUp, question: Question, yes: &str, no: &str) -> CheckLine {
    let why_not = entry.objection(question);
    let outcome = if why_not.is_none() { StepOutcome::Ok } else { StepOutcome::Failed };
    let label = if why_not.is_none() { yes } else { no }.to_owned();
    CheckLine { outcome, label, took: None, under: why_not.iter().map(|why| html! { (why) }).collect() }
}

fn facts<'a>(
    page: &LookUpPage<'_>,
    entry: &'a LookedUp,
    agent: Option<&Agent>,
    placed: &Placed,
) -> Vec<(&'a str, Markup)> {
    let mut facts = vec![
        ("Directory DN", html! { (if entry.place.within_base { "within it" } else { "outside of it" }) }),
        ("User filter", html! { (if entry.place.matches_filter { "matches" } else { "leaves the entry out" }) }),
    ];
    match &entry.place.group {
        GroupPlace::NotAsked => {}
        GroupPlace::In(road) => facts.push(("LDAP user group", html! { "a member, " (way(road)) })),
        GroupPlace::Out => facts.push(("LDAP user group", html! { "no member" })),
        GroupPlace::Unknown => facts.push(("LDAP user group", html! { "not known: it cannot be read" })),
    }
    facts.push(("Account", account(&entry.state)));
    facts.push((
        "Agent",
        match agent {
            Some(agent) => html! { a href={ "/agents/" (agent.id) } { (agent.name) } " " (state_tag(agent.state())) },
            None => html! { "not one yet" },
        },
    ));
    facts.push(("Role", role(placed)));
    facts.push(("Groups", panel_groups(page.groups, placed)));
    if !entry.rules.is_empty() {
        facts.push(("Rules", rules(&entry.rules)));
    }
    facts
}

fn account(reading: &StateReading) -> Markup {
    let words = match reading.state {
        DirectoryState::Enabled => "in order",
        DirectoryState::Disabled => "switched off",
        DirectoryState::Expired => "expired",
        DirectoryState::Locked => "locked",
        DirectoryState::MustChange => "must change the password first",
    };
    html! {
        (words)
        @if let Some((attribute, value)) = &reading.evidence { " " span.small.muted { code { (attribute) ": " (value) } } }
    }
}

fn role(placed: &Placed) -> Markup {
    let given = placed.rules.role.as_ref();
    let rule = given.map(|given| html! { (given.role.label()) ", by " span.mono { (given.by) } });
    html! { (placed.role.label()) " " (origin(placed.role_origin, rule.as_ref(), "no rule gives a role")) }
}

fn panel_groups(all: &[Group], placed: &Placed) -> Markup {
    let rule = placed.rules.groups.as_ref().map(|given| {
        html! {
            (names(all, &given.groups)) ", by "
            @for (at, dn) in given.by.iter().enumerate() { @if at > 0 { " and " } span.mono { (dn) } }
        }
    });
    html! { (names(all, &placed.groups)) " " (origin(placed.groups_origin, rule.as_ref(), "no rule gives a group")) }
}

fn origin(origin: Origin, rule: Option<&Markup>, nothing: &str) -> Markup {
    html! {
        span.small.muted {
            @match (origin, rule) {
                (Origin::Rule, Some(rule)) => { "by a rule: " (rule) },
                (Origin::Administrator, Some(rule)) => { "chosen by an administrator; the rules say " (rule) },
                (Origin::Administrator, None) => { "chosen by an administrator; " (nothing) },
                (_, _) => { "the default; " (nothing) },
            }
        }
    }
}

/// Which rules are about the entry, by which road, and which cannot be told.
fn rules(places: &[GroupPlace]) -> Markup {
    let told = |place: &GroupPlace| matches!(place, GroupPlace::In(_) | GroupPlace::Unknown);
    html! {
        @if !places.iter().any(told) { "none of " (places.len()) " is about this person" }
        @for (at, place) in places.iter().enumerate().filter(|(_, place)| told(place)) {
            div {
                "Rule " (at + 1) ": "
                @match place {
                    GroupPlace::In(road) => { "a member, " (way(road)) },
                    _ => { "not known, its LDAP group cannot be read" },
                }
            }
        }
    }
}

fn names(all: &[Group], ids: &BTreeSet<GroupId>) -> String {
    let names: Vec<&str> =
        all.iter().filter(|group| ids.contains(&group.id)).map(|group| group.name.as_str()).collect();
    if names.is_empty() { "—".to_owned() } else { names.join(", ") }
}

fn attributes(entry: &LookedUp) -> Markup {
    let label = |field| match field {
        Field::Guid => "GUID",
        Field::Name => "Name",
        Field::Mail => "Email",
        Field::Phone => "Phone",
    };
    let columns = [
        Column::new("Value").short(),
        Column::new("Attribute").short(),
        Column::new("In the directory").long(),
        Column::new("Taken").long(),
    ];
    let rows = entry.fields.iter().map(|field| {
        Row::new([
            html! { (label(field.field)) },
            html! { code { (field.attribute) } },
            html! {
                @if field.values.is_empty() { span.muted { "—" } }
                @for value in &field.values { div { (value) } }
            },
            html! {
                @match &field.taken { Some(taken) => (taken), None => span.muted { "nothing" } }
                @if let Some(note) = &field.note { div.small.muted { (note) } }
            },
        ])
    });
    Table::new("How the attributes are read", columns).rows(rows)
}

fn groups(entry: &LookedUp) -> Markup {
    html! {
        @if !entry.groups.is_empty() {
            details.fold id={ "groups-of-" (entry.dn) } {
                summary { (counted(entry.groups.len() as u64, "LDAP group", "LDAP groups")) }
                ul {
                    @for road in &entry.groups {
                        li { span.mono { (road.through.last().map_or("", String::as_str)) } " " span.small.muted { (way(road)) } }
                    }
                }
                @if entry.more_groups { p.small.muted { "There may be more groups: not all were asked for." } }
            }
        } @else {
            p.small.muted { "No LDAP group is known of this entry." }
        }
    }
}

/// By which road someone is in a group.
fn way(road: &Road) -> Markup {
    html! {
        @match road.through.split_last() {
            Some((_, between)) if !between.is_empty() => {
                "through "
                @for (at, dn) in between.iter().enumerate() { @if at > 0 { ", then " } span.mono { (dn) } }
                " (" code { (road.tie.attribute()) } ")"
            },
            _ => { "directly (" code { (road.tie.attribute()) } ")" },
        }
    }
}
