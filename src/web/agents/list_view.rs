use super::list::ListQuery;
use crate::model::*;
use crate::storage::{AgentCounts, Page};
use crate::web::components::*;
use maud::{Markup, Render, html};

/// Id of the part that a search replaces.
const RESULTS: &str = "results";

pub(super) struct ListPage<'a> {
    pub(super) query: &'a ListQuery,
    pub(super) page: &'a Page<Agent>,
    pub(super) groups: &'a [Group],
    pub(super) counts: &'a AgentCounts,
    pub(super) directories: &'a [Directory],
    pub(super) keep_removed_days: u16,
    pub(super) is_administrator: bool,
    pub(super) now: Timestamp,
}

/// The line under the title.
pub(super) fn lead(counts: &AgentCounts) -> Markup {
    html! { (counted(counts.total, "agent", "agents")) " · " (number(counts.from_ldap)) " from LDAP" }
}

/// The buttons beside the title.
pub(super) fn actions(query: &ListQuery, is_administrator: bool) -> Markup {
    let export = query.url(|_| {}).replacen("/agents", "/agents/export.csv", 1);
    html! {
        (Button::link(&export, "Export CSV"))
        @if is_administrator { (Button::link("/agents/new", "New agent").primary()) }
    }
}

pub(super) fn agents(page: &ListPage<'_>) -> Markup {
    html! {
        @if page.is_administrator && page.counts.from_ldap == 0 { (first_steps(!page.directories.is_empty())) }
        (filters(page))
        div #(RESULTS) { (results(page)) }
    }
}

const WHAT_MUSTER_DOES: &str =
    "Muster copies people from your company’s LDAP directory and lets them sign in with the password they have there.";

/// Over the first administrators, as long as nobody has come from a directory.
fn first_steps(configured: bool) -> Markup {
    let (title, label) = first_step(configured);
    html! {
        div.gap-below { (Card::new(title).lead(WHAT_MUSTER_DOES).body(&html! { (Button::link("/settings/ldap/index", label).primary()) })) }
    }
}

fn first_step(configured: bool) -> (&'static str, &'static str) {
    if configured {
        ("Nobody imported yet", "Preview the first import")
    } else {
        ("No directory yet", "Connect your directory")
    }
}

fn filters(page: &ListPage<'_>) -> Markup {
    let query = page.query;
    let groups = page.groups.iter().map(|group| (group.id.to_string(), group.name.clone()));
    let states = AgentState::ALL.map(|state| (state.as_str(), state_label(state)));
    let mut bar = FilterBar::new("/agents", &query.q, "Search name, email or phone")
        .filter(Select::new("group", "Group").option("", "All groups").options(groups).selected(&query.group))
        .filter(
            Select::new("role", "Role")
                .option("", "All roles")
                .options(Role::ALL.map(|role| (role.as_str(), role.label())))
                .selected(&query.role),
        )
        .filter(
            Select::new("source", "Source")
                .option("", "Source: all")
                .options([("ldap", "LDAP"), ("local", "Local")])
                .selected(&query.source),
        )
        .filter(Select::new("state", "State").option("", "State: present").options(states).selected(&query.state))
        .live(RESULTS)
        .clear(query.is_narrowed());
    if page.directories.len() > 1 {
        let all = page.directories.iter().map(|directory| (directory.id, directory.name()));
        bar = bar.filter(
            Select::new("directory", "Directory").option("", "All directories").options(all).selected(&query.directory),
        );
    }
    if !query.sort.is_empty() {
        bar = bar.keep("sort", &query.sort);
    }
    bar.render()
}

/// The part that a search replaces.
pub(super) fn results(page: &ListPage<'_>) -> Markup {
    if page.page.items.is_empty() {
        return Card::untitled().body(&nothing(page));
    }
    let rows = page.page.items.iter().map(|agent| row(page, agent));
    let first_row = page.query.first_row();
    let shown = page.page.items.len() as u64;
    let next = page.page.next.as_ref().map(|next| {
        page.query.url(|query| {
            query.after = next.clone();
            query.from = (first_row + shown).to_string();
        })
    });
    let pager = Pager {
        from: Some(first_row),
        shown,
        total: page.page.total,
        first: (!page.query.after.is_empty()).then(|| page.query.url(|_| {})),
        next,
    };
    if page.query.state == AgentState::Removed.as_str() {
        let rows = page.page.items.iter().map(|agent| removed_row(page, agent));
        let note = format!(
            "Removed agents are in no other list and cannot sign in. Whoever returns to the directory is restored by itself, with group, role and history; the others are deleted for good after {}.",
            counted(page.keep_removed_days.into(), "day", "days")
        );
        return html! { p.small.muted.gap-below { (note) } (Table::new("Removed agents", removed_columns(page.query)).rows(rows)) (pager) };
    }
    html! { (Table::new("Agents", columns(page.query)).rows(rows)) (pager) }
}

fn removed_columns(query: &ListQuery) -> Vec<Column<'static>> {
    let [name, email, ..] = columns(query);
    vec![name, email, Column::new("Removed").short(), Column::new("By").short(), Column::new("Why").quiet().long()]
}

fn removed_row(page: &ListPage<'_>, agent: &Agent) -> Row {
    let removal = agent.removed.as_ref();
    Row::new([
        person(&agent.name, Some(&format!("/agents/{}", agent.id))),
        email(agent.email.as_str()),
        html! { @if let Some(removal) = removal { (time_ago(removal.at, page.now)) } },
        html! {
            @if let Some(run) = removal.map(|removal| removal.run) {
                @if page.is_administrator { a href={ "/imports/" (run) } { "import #" (run) } } @else { "import #" (run) }
            }
        },
        html! { (removal.map(|removal| removal.cause.sentence()).unwrap_or_default()) },
    ])
}

fn columns(query: &ListQuery) -> [Column<'static>; 7] {
    let sortable = |label: &'static str, name: &str, descends_first: bool| {
        let (down, is_up, is_down) = (format!("-{name}"), query.sort == name, query.sort == format!("-{name}"));
        let is_up = is_up || (name == "name" && query.sort.is_empty());
        let sorted = match (is_up, is_down) {
            (true, _) => Some(Sorted::Ascending),
            (_, true) => Some(Sorted::Descending),
            _ => None,
        };
        let next = if is_up || (descends_first && !is_down) { down } else { name.to_owned() };
        Column::new(label).sort(query.url(|query| query.sort = next), sorted)
    };
    [
        sortable("Name", "name", false).long(),
        sortable("Email", "email", false).long(),
        Column::new("Phone").quiet(),
        Column::new("Group"),
        Column::new("Role"),
        Column::new("Source").short(),
        sortable("Last sign-in", "last_sign_in", true).quiet().short(),
    ]
}

fn row(page: &ListPage<'_>, agent: &Agent) -> Row {
    let groups: Vec<&str> =
        page.groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let state = agent.state();
    Row::new([
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
            Some(at) => time_ago(at, page.now),
            None => html! { "never" },
        },
    ])
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

fn state_label(state: AgentState) -> &'static str {
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

fn nothing(page: &ListPage<'_>) -> Markup {
    if page.query.is_narrowed() {
        let clear = Button::link("/agents", "Clear filters");
        let text = "No agent matches this search and these filters.";
        if !page.is_administrator || page.directories.is_empty() || page.query.q.trim().is_empty() {
            return empty_state("Nobody found", text, [clear]);
        }
        let look_up =
            format!("/settings/ldap/lookup?{}", serde_html_form::to_string([("q", &page.query.q)]).unwrap_or_default());
        let text = "No agent matches this search and these filters. The directory may know somebody who is no agent, and says why.";
        return empty_state("Nobody found", text, [clear, Button::link(&look_up, "Look in the directory")]);
    }
    if page.counts.from_ldap > 0 || !page.is_administrator {
        return empty_state(
            "No agents yet",
            "People of the company’s directory appear here with the next import.",
            None,
        );
    }
    // What to do about it stands above.
    empty_state("No agents yet", "Agents appear here with the first import.", None)
}
