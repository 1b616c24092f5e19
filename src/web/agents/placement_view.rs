//! Role and groups of an agent: who chose them, what the rules say, and the way back to the rules.

use super::form::BY_RULES;
use super::show_view::ShowPage;
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};

/// The role, with where it comes from.
pub(super) fn role(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    let given = agent.placement.role.as_ref();
    let ruled = given.map(|given| (language::role(given.role).to_owned(), std::slice::from_ref(&given.by)));
    let says = Says { origin: agent.role_origin, ruled, nothing: t!("agents-chosen-no-role") };
    html! { (language::role(agent.role)) (note(page, &says, "role", BY_RULES)) }
}

/// The groups, with where they come from.
pub(super) fn groups(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    let given = agent.placement.groups.as_ref();
    let ruled = given.map(|given| (names(page.groups, &given.groups), given.by.as_slice()));
    let says = Says { origin: agent.groups_origin, ruled, nothing: t!("agents-chosen-no-group") };
    html! { (names(page.groups, &agent.groups)) (note(page, &says, "groups_from_rules", "1")) }
}

/// What the rules say beside what is.
struct Says<'a> {
    origin: Origin,
    /// What they say, and by which LDAP groups.
    ruled: Option<(String, &'a [Dn])>,
    /// What to say of an administrator's choice where they say nothing.
    nothing: &'static str,
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
                (Origin::Administrator, Some((what, by))) => (rich!("agents-chosen-and-ruled", what = what, groups = dns(by))),
                (Origin::Administrator, None) => (says.nothing),
                (Origin::Rule, Some((what, by))) => (rich!("agents-ruled", what = what, groups = dns(by))),
                (Origin::Rule, None) => (t!("agents-ruled-unread")),
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
    if is_ruled { t!("agents-follow-rules") } else { t!("agents-return-default") }
}

/// Who chose a value, in a word beside its field.
pub(super) fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => t!("agents-origin-default"),
        Origin::Rule => t!("agents-origin-rule"),
        Origin::Administrator => t!("agents-origin-administrator"),
    }
}

/// What choosing "by the rules" comes to, for the form.
pub(super) fn ruled_role(agent: &Agent) -> String {
    match &agent.placement.role {
        Some(given) => t!("agents-by-rules", role = language::role(given.role)),
        None => t!("agents-by-rules-default").into(),
    }
}

/// The same of the groups.
pub(super) fn ruled_groups(agent: &Agent, groups: &[Group]) -> String {
    match &agent.placement.groups {
        Some(given) => t!("agents-follow-rules-groups", groups = names(groups, &given.groups)),
        None => t!("agents-follow-rules-default").into(),
    }
}

/// The LDAP groups that a rule is about.
fn dns(ldap_groups: &[Dn]) -> Markup {
    let each = ldap_groups.iter().map(|dn| html! { span.mono { (dn) } });
    each.reduce(|first, next| rich!("agents-and", first = first, next = next)).unwrap_or_default()
}

fn names(all: &[Group], ids: &std::collections::BTreeSet<GroupId>) -> String {
    let names: Vec<&str> =
        all.iter().filter(|group| ids.contains(&group.id)).map(|group| group.name.as_str()).collect();
    if names.is_empty() { "—".to_owned() } else { names.join(", ") }
}
