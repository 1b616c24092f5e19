//! The table of agents: columns that sort, rows, and the words for a state.

use super::list::Listing;
use super::query::ListQuery;
use super::select_view;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

/// Orders by what they are called, for where the headings have no room.
pub(super) const ORDERS: [(&str, &str); 16] = [
    ("", "By name"),
    ("-name", "By name, last first"),
    ("email", "By email"),
    ("-email", "By email, last first"),
    ("phone", "By phone"),
    ("-phone", "By phone, last first"),
    ("group", "By group"),
    ("-group", "By group, last first"),
    ("role", "By role"),
    ("-role", "By role, last first"),
    ("source", "By source"),
    ("-source", "By source, last first"),
    ("state", "By state"),
    ("-state", "By state, last first"),
    ("-last_sign_in", "Latest sign-in first"),
    ("last_sign_in", "Latest sign-in last"),
];

/// The table of this page.
pub(super) fn table(list: &Listing) -> Markup {
    let agents = &list.page.items;
    if list.query.is_of_removed() {
        let note = format!(
            "Removed agents are in no other list and cannot sign in. Whoever returns to the directory is restored by itself, with group, role and history; the others are deleted for good after {}.",
            counted(list.keep_removed_days().into(), "day", "days")
        );
        let rows = agents.iter().map(|agent| removed_row(list, agent));
        return html! { p.small.muted.gap-below { (note) } (Table::new("Removed agents", removed_columns(&list.query)).rows(rows)) };
    }
    let mut columns = columns(&list.query).to_vec();
    if list.selects() {
        columns.insert(0, Column::tick("Select"));
    }
    Table::new("Agents", columns).rows(agents.iter().map(|agent| row(list, agent)))
}

fn removed_columns(query: &ListQuery) -> Vec<Column<'static>> {
    let [name, email, ..] = columns(query);
    vec![name, email, Column::new("Removed").short(), Column::new("By").short(), Column::new("Why").quiet().long()]
}

fn removed_row(list: &Listing, agent: &Agent) -> Row {
    let removal = agent.removed.as_ref();
    Row::new([
        person(&agent.name, Some(&format!("/agents/{}", agent.id))),
        email(agent.email.as_str()),
        html! { @if let Some(removal) = removal { (time_ago(removal.at, list.now)) } },
        html! {
            @if let Some(run) = removal.map(|removal| removal.run) {
                @if list.is_administrator { a href={ "/imports/" (run) } { "import #" (run) } } @else { "import #" (run) }
            }
        },
        html! { (removal.map(|removal| removal.cause.sentence()).unwrap_or_default()) },
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
        sortable("Name", "name", false).long(),
        sortable("Email", "email", false).long(),
        sortable("Phone", "phone", false).quiet(),
        sortable("Group", "group", false),
        sortable("Role", "role", false),
        sortable("Source", "source", false).also("State", by_state, state_sorted).short(),
        sortable("Last sign-in", "last_sign_in", true).quiet().short(),
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
        html! { (agent.role.label()) },
        html! {
            (source_tag(agent))
            @if state != AgentState::Active { " " (state_tag(state)) }
        },
        match agent.last_sign_in_at {
            Some(at) => time_ago(at, list.now),
            None => html! { "never" },
        },
    ]);
    if list.selects() {
        row.cells.insert(0, select_view::tick(agent));
    }
    row
}

/// Where an agent comes from.
pub(super) fn source_tag(agent: &Agent) -> Markup {
    if agent.is_local() { tag(Tone::Info, "Local") } else { tag(Tone::Neutral, "LDAP") }
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

pub(super) fn state_label(state: AgentState) -> &'static str {
    match state {
        AgentState::Active => "Active",
        AgentState::Blocked => "Blocked here",
        AgentState::Disabled => "Disabled",
        AgentState::Expired => "Expired",
        AgentState::Locked => "Locked",
        AgentState::MustChange => "Must change password",
        AgentState::Removed => "Removed",
    }
}
