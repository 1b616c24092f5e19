use super::Attributes;
use super::list_view::{source_tag, state_tag};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) struct ShowPage<'a> {
    pub(super) agent: &'a Agent,
    pub(super) groups: &'a [Group],
    pub(super) attributes: Attributes,
    pub(super) now: Timestamp,
}

pub(super) fn lead(agent: &Agent) -> Markup {
    html! { (source_tag(agent)) " " (state_tag(agent.state())) }
}

pub(super) fn actions(agent: &Agent) -> Markup {
    html! { (Button::link(&format!("/agents/{}/edit", agent.id), "Edit").primary()) }
}

pub(super) fn agent(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    html! {
        div.stack.narrow {
            @if let Some(removal) = &agent.removed {
                (banner(Tone::Bad, html! {
                    "Removed " (time_ago(removal.at, page.now)) " by import "
                    a href={ "/imports/" (removal.run) } { "#" (removal.run) }
                    ": no longer in the directory. Restored by itself, with group and role, when they return."
                }))
            }
            (Card::new("Person").body(&definitions(person_facts(page))))
            (Card::new("In the panel").body(&definitions(panel_facts(page))))
            @if let Source::Ldap { guid, dn } = &agent.source {
                (Card::new("In the directory").body(&definitions(directory_facts(page, guid, dn))))
            }
        }
    }
}

fn person_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    let from = |attribute: &str| {
        html! { @if !agent.is_local() { " " span.small.muted { "from " code { (attribute) } } } }
    };
    vec![
        ("Name", html! { (agent.name) (from(&page.attributes.name)) }),
        ("Email", html! { (agent.email) (from(&page.attributes.mail)) }),
        ("Phone", html! { (agent.phone.as_deref().unwrap_or("—")) (from(&page.attributes.phone)) }),
    ]
}

fn panel_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    let groups: Vec<&str> =
        page.groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let chosen = |origin: Origin| {
        html! { @if !agent.is_local() { " " span.small.muted { (origin_words(origin)) } } }
    };
    vec![
        (
            "Groups",
            html! { (if groups.is_empty() { "—".to_owned() } else { groups.join(", ") }) (chosen(agent.groups_origin)) },
        ),
        ("Role", html! { (agent.role.label()) (chosen(agent.role_origin)) }),
        ("Sign-in", html! { (sign_in_words(agent)) }),
        (
            "Last sign-in",
            match agent.last_sign_in_at {
                Some(at) => time_ago(at, page.now),
                None => html! { "never" },
            },
        ),
        ("Agent since", time_ago(agent.created_at, page.now)),
    ]
}

fn sign_in_words(agent: &Agent) -> &'static str {
    match agent.state() {
        _ if agent.blocked => "Blocked by an administrator",
        AgentState::Removed => "Not possible: no longer in the directory",
        AgentState::Disabled | AgentState::Expired | AgentState::Locked => "Allowed here, refused by the directory",
        AgentState::Active | AgentState::Blocked => "Allowed",
    }
}

/// Who chose a value.
pub(super) fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => "given on arrival",
        Origin::Administrator => "chosen by an administrator",
    }
}

fn directory_facts<'a>(page: &ShowPage<'a>, guid: &Guid, dn: &str) -> Vec<(&'a str, Markup)> {
    let mut facts = vec![("DN", html! { span.mono { (dn) } }), ("GUID", html! { span.mono { (guid) } })];
    if let Some((at, run)) = page.agent.directory_changed {
        facts.push((
            "Last changed",
            html! { (time_ago(at, page.now)) " by import " a href={ "/imports/" (run) } { "#" (run) } },
        ));
    }
    facts
}
