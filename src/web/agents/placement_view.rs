//! Role and groups of an agent: who chose them, what the rules say, and the way back to the rules.

use super::form::BY_RULES;
use super::show_view::ShowPage;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

/// The role, with where it comes from.
pub(super) fn role(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    let ruled = agent.placement.role.as_ref().map(|given| by(given.role.label(), std::slice::from_ref(&given.by)));
    let says = Says { origin: agent.role_origin, ruled, nothing: "no rule gives a role" };
    html! { (agent.role.label()) (note(page, &says, "role", BY_RULES)) }
}

/// The groups, with where they come from.
pub(super) fn groups(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    let given = agent.placement.groups.as_ref();
    let ruled = given.map(|given| by(&names(page.groups, &given.groups), &given.by));
    let says = Says { origin: agent.groups_origin, ruled, nothing: "no rule gives a group" };
    html! { (names(page.groups, &agent.groups)) (note(page, &says, "groups_from_rules", "1")) }
}

/// What the rules say beside what is.
struct Says<'a> {
    origin: Origin,
    /// What they say, and by which LDAP groups.
    ruled: Option<Markup>,
    nothing: &'a str,
}

fn note(page: &ShowPage<'_>, says: &Says<'_>, name: &str, value: &str) -> Markup {
    let agent = page.agent;
    if agent.is_local() {
        return html! {};
    }
    let ruled = says.ruled.as_ref();
    html! {
        " "
        span.small.muted {
            @match (says.origin, ruled) {
                (Origin::Administrator, Some(ruled)) => { "chosen by an administrator; the rules say " (ruled) },
                (Origin::Administrator, None) => { "chosen by an administrator; " (says.nothing) },
                (Origin::Rule, Some(ruled)) => { "given by a rule: " (ruled) },
                (Origin::Rule, None) => { "until every rule can be read" },
                (origin, _) => (origin_words(origin)),
            }
        }
        @if says.origin == Origin::Administrator && page.is_administrator && agent.removed.is_none() {
            form method="post" action={ "/agents/" (agent.id) } {
                (csrf_field(page.csrf))
                input type="hidden" name="version" value=(agent.version);
                (Button::submit(way_back(ruled.is_some())).link_like().sends(name, value))
            }
        }
    }
}

fn way_back(is_ruled: bool) -> &'static str {
    if is_ruled { "Follow the rules again" } else { "Return to the default" }
}

/// Who chose a value, in a word beside its field.
pub(super) fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => "given on arrival",
        Origin::Rule => "given by a rule",
        Origin::Administrator => "chosen by an administrator",
    }
}

/// What choosing "by the rules" comes to, for the form.
pub(super) fn ruled_role(agent: &Agent) -> String {
    match &agent.placement.role {
        Some(given) => format!("By the rules ({})", given.role.label()),
        None => "By the rules (the default)".into(),
    }
}

/// The same of the groups.
pub(super) fn ruled_groups(agent: &Agent, groups: &[Group]) -> String {
    match &agent.placement.groups {
        Some(given) => format!("Follow the rules again ({})", names(groups, &given.groups)),
        None => "Follow the rules again (the default)".into(),
    }
}

fn by(what: &str, ldap_groups: &[Dn]) -> Markup {
    html! {
        (what) ", by "
        @for (at, dn) in ldap_groups.iter().enumerate() {
            @if at > 0 { " and " }
            span.mono { (dn) }
        }
    }
}

fn names(all: &[Group], ids: &std::collections::BTreeSet<GroupId>) -> String {
    let names: Vec<&str> =
        all.iter().filter(|group| ids.contains(&group.id)).map(|group| group.name.as_str()).collect();
    if names.is_empty() { "—".to_owned() } else { names.join(", ") }
}
