use super::index::IndexQuery;
use super::names::Names;
use super::show_view::{state_label, state_tag};
use crate::import::Timetable;
use crate::model::*;
use crate::storage::Page;
use crate::web::components::*;
use maud::{Markup, Render, html};

const RESULTS: &str = "runs";

pub(super) struct IndexPage<'a> {
    pub(super) query: &'a IndexQuery,
    pub(super) page: &'a Page<ImportRun>,
    pub(super) names: &'a Names,
    pub(super) configured: bool,
    pub(super) now: Timestamp,
}

/// When imports ran last and run next.
pub(super) fn lead(timetable: &Timetable, now: Timestamp) -> Markup {
    let ended = timetable.last.as_ref().and_then(|run| run.finished_at);
    html! {
        @match ended {
            Some(ended) => { "The last one came to its end " (time_ago(ended, now)) },
            None => "Every copy-in from the directory",
        }
        @match timetable.next {
            Some(next) => { " · the next one starts by itself " (time_ago(next, now)) },
            None if ended.is_some() => " · the directory is switched off",
            None => {},
        }
    }
}

/// A warning when imports do not come to their end any more.
pub(in crate::web) fn overdue(timetable: &Timetable, now: Timestamp) -> Markup {
    let ended = timetable.last.as_ref().and_then(|run| run.finished_at);
    html! {
        @if timetable.is_overdue {
            div.gap-below {
                (banner(Tone::Warning, html! {
                    "Imports are overdue: two scheduled times have passed without one that came to its end. "
                    @match ended {
                        Some(ended) => { "The last one did " (time_ago(ended, now)) ". " },
                        None => "None has so far. ",
                    }
                    "Who left the company since then can still be an agent. See "
                    a href="/imports?notable=1" { "how the last ones ended" }
                    " and what the check finds under " a href="/settings/ldap/index" { "LDAP directory" } "."
                }))
            }
        }
    }
}

pub(super) fn actions(csrf: &str) -> Markup {
    html! {
        form method="post" action="/imports" {
            (csrf_field(csrf))
            (Button::submit("Import users").primary().busy("Starting…"))
        }
    }
}

pub(super) fn runs(page: &IndexPage<'_>) -> Markup {
    let query = page.query;
    let states = RunState::ALL.map(|state| (state.as_str(), state_label(state)));
    let bar = FilterBar::without_search("/imports")
        .filter(
            Select::new("kind", "Kind")
                .option("", "All kinds")
                .options([("import", "Imports"), ("preview", "Previews")])
                .selected(&query.kind),
        )
        .filter(Select::new("state", "State").option("", "All states").options(states).selected(&query.state))
        .filter(
            Select::new("notable", "Outcome")
                .option("", "All outcomes")
                .option("1", "With changes or trouble")
                .selected(&query.notable),
        )
        .live(RESULTS)
        .clear(query.is_narrowed());
    html! {
        @if query.is_narrowed() || page.page.total > 0 { (bar) }
        div #(RESULTS) { (results(page)) }
    }
}

/// The part that a filter replaces.
pub(super) fn results(page: &IndexPage<'_>) -> Markup {
    if page.page.items.is_empty() {
        let nothing = if page.query.is_narrowed() { none_found() } else { nothing(page.configured) };
        return Card::untitled().body(&nothing);
    }
    let columns = [
        Column::new("Import").short(),
        Column::new("State").short(),
        Column::new("Started by").quiet(),
        Column::new("When").quiet().short(),
        Column::new("Read").number(),
        Column::new("Added").number(),
        Column::new("Updated").number(),
        Column::new("Removed").number(),
        Column::new("Held").number(),
        Column::new("Skipped").number(),
    ];
    let rows = page.page.items.iter().map(|run| row(page, run));
    let is_first = page.query.after.is_empty();
    let pager = Pager {
        from: is_first.then_some(1),
        shown: page.page.items.len() as u64,
        total: page.page.total,
        first: (!is_first).then(|| super::url("/imports", &page.query.pairs())),
        next: super::next_url(page.page, "/imports", &page.query.pairs()),
    };
    html! { (Table::new("Imports", columns).rows(rows)) (pager.render()) }
}

fn none_found() -> Markup {
    empty_state("Nothing found", "No import matches these filters.", Some(Button::link("/imports", "Clear filters")))
}

fn row(page: &IndexPage<'_>, run: &ImportRun) -> Row {
    let kind = if run.dry_run { "Preview" } else { "Import" };
    let count = |value: u64| html! { (number(value)) };
    Row::new([
        html! { a.strong href={ "/imports/" (run.id) } { (kind) " #" (run.id) } },
        state_tag(run),
        html! { (page.names.starter(run)) },
        time_ago(run.requested_at, page.now),
        count(run.counts.read),
        count(run.counts.added),
        count(run.counts.updated),
        count(run.counts.removed),
        count(run.counts.held),
        count(run.counts.skipped),
    ])
}

fn nothing(configured: bool) -> Markup {
    if configured {
        let text = "Press Import users, or wait for the schedule.";
        return empty_state("No imports yet", text, None);
    }
    let action = Button::link("/settings/ldap/index", "Connect your directory").primary();
    empty_state("No imports yet", "An import copies people from your LDAP directory. Connect it first.", Some(action))
}
