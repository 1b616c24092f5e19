//! The table of agents: columns that sort, rows, and the words for a state.

use super::list::Listing;
use super::query::ListQuery;
use super::{history_view, select_view};
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

/// Orders by what they are called, for where the headings have no room.
pub(super) fn orders() -> [(&'static str, &'static str); 16] {
    [
        ("", t!("agents-order-name")),
        ("-name", t!("agents-order-name-last")),
        ("email", t!("agents-order-email")),
        ("-email", t!("agents-order-email-last")),
        ("phone", t!("agents-order-phone")),
        ("-phone", t!("agents-order-phone-last")),
        ("group", t!("agents-order-group")),
        ("-group", t!("agents-order-group-last")),
        ("role", t!("agents-order-role")),
        ("-role", t!("agents-order-role-last")),
        ("source", t!("agents-order-source")),
        ("-source", t!("agents-order-source-last")),
        ("state", t!("agents-order-state")),
        ("-state", t!("agents-order-state-last")),
        ("-last_sign_in", t!("agents-order-latest")),
        ("last_sign_in", t!("agents-order-latest-last")),
    ]
}

/// The table of this page.
pub(super) fn table(list: &Listing) -> Markup {
    let agents = &list.page.items;
    if list.query.is_of_removed() {
        let note = t!("agents-removed-note", days = list.keep_removed_days());
        let rows = agents.iter().map(|agent| removed_row(list, agent));
        return html! { p.small.muted.gap-below { (note) } (Table::new(t!("agents-removed"), removed_columns(&list.query)).rows(rows)) };
    }
    let mut columns = columns(&list.query).to_vec();
    if list.selects() {
        columns.insert(0, Column::tick(t!("agents-select")));
    }
    Table::new(t!("layout-agents"), columns).rows(agents.iter().map(|agent| row(list, agent)))
}

fn removed_columns(query: &ListQuery) -> Vec<Column<'static>> {
    let [name, email, ..] = columns(query);
    vec![
        name,
        email,
        Column::new(t!("agents-removed-when")).short(),
        Column::new(t!("agents-removed-by")).short(),
        Column::new(t!("agents-removed-why")).quiet().long(),
    ]
}

fn removed_row(list: &Listing, agent: &Agent) -> Row {
    let removal = agent.removed.as_ref();
    Row::new([
        person(&agent.name, Some(&format!("/agents/{}", agent.id))),
        email(agent.email.as_str()),
        html! { @if let Some(removal) = removal { (time_ago(removal.at, list.now)) } },
        html! {
            @if let Some(run) = removal.map(|removal| removal.run) {
                (history_view::import(run, list.is_administrator))
            }
        },
        html! { @if let Some(removal) = removal { (language::phrase(&removal.cause.sentence())) } },
    ])
}

fn columns(query: &ListQuery) -> [Column<'static>; 7] {
    // Where a heading leads, and whether it sorts now.
    let order = |name: &str, descends_first: bool| {
        let (down, is_up, is_down) = (format!("-{name}"), query.sort == name, query.sort == format!("-{name}"));
        let is_up = is_up || (name == "name" && query.sort.is_empty());
        let sorted = match (is_up, is_down) {
            (true, _) => Some(Sorted::Ascending),
            (_, true) => Some(Sorted::Descending),
            _ => None,
        };
        let next = if is_up || (descends_first && !is_down) { down } else { name.to_owned() };
        (query.url(|query| query.sort = next), sorted)
    };
    let sortable = |label: &'static str, name: &str, descends_first: bool| {
        let (href, sorted) = order(name, descends_first);
        Column::new(label).sort(href, sorted)
    };
    let (by_state, state_sorted) = order("state", false);
    [
        sortable(t!("agents-name"), "name", false).long(),
        sortable(t!("agents-email"), "email", false).long(),
        sortable(t!("agents-phone"), "phone", false).quiet(),
        sortable(t!("agents-group"), "group", false),
        sortable(t!("agents-role"), "role", false),
        sortable(t!("agents-source"), "source", false).also(t!("agents-state"), by_state, state_sorted).short(),
        sortable(t!("agents-last-sign-in"), "last_sign_in", true).quiet().short(),
    ]
}

fn row(list: &Listing, agent: &Agent) -> Row {
    let groups: Vec<&str> =
        list.groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let state = agent.state();
    let mut row = Row::new([
        person(&agent.name, Some(&format!("/agents/{}", agent.id))),
        email(agent.email.as_str()),
        html! { span.one-line { (agent.phone.as_deref().unwrap_or("—")) } },
        html! { (if groups.is_empty() { "—".to_owned() } else { groups.join(", ") }) },
        html! { (language::role(agent.role)) },
        html! {
            (source_tag(agent))
            @if state != AgentState::Active { " " (state_tag(state)) }
        },
        match agent.last_sign_in_at {
            Some(at) => time_ago(at, list.now),
            None => html! { (t!("agents-never")) },
        },
    ]);
    if list.selects() {
        row.cells.insert(0, select_view::tick(agent));
    }
    row
}

/// Where an agent comes from.
pub(super) fn source_tag(agent: &Agent) -> Markup {
    if agent.is_local() {
        tag(Tone::Info, t!("agents-source-local"))
    } else {
        tag(Tone::Neutral, t!("agents-source-ldap"))
    }
}

/// A state worth a word.
pub(in crate::web) fn state_tag(state: AgentState) -> Markup {
    let tone = match state {
        AgentState::Active => Tone::Ok,
        AgentState::Removed | AgentState::Blocked => Tone::Bad,
        AgentState::Disabled | AgentState::Expired | AgentState::Locked | AgentState::MustChange => Tone::Warning,
    };
    tag(tone, state_label(state))
}

/// Here an administrator sees whether this panel blocks, or the directory.
pub(super) fn state_label(state: AgentState) -> &'static str {
    match state {
        AgentState::Blocked => t!("agents-blocked-here"),
        other => language::agent_state(other),
    }
}
