use super::chart_view;
use super::index::IndexQuery;
use super::names::Names;
use super::names::directory_name;
use super::show_view::{kind, state_label, state_tag};
use crate::import::Timetable;
use crate::model::*;
use crate::storage::Page;
use crate::web::components::*;
use maud::{Markup, Render, html};

const RESULTS: &str = "runs";

pub(super) struct IndexPage<'a> {
    pub(super) query: &'a IndexQuery,
    pub(super) page: &'a Page<ImportRun>,
    /// What is drawn over the list, where something is.
    pub(super) days: Option<&'a [ImportDay]>,
    pub(super) names: &'a Names,
    pub(super) directories: &'a [Directory],
    pub(super) now: Timestamp,
}

/// When imports ran last and run next: of several directories the soonest.
pub(super) fn lead(timetables: &[(Directory, Timetable)], now: Timestamp) -> Markup {
    let timetable = match timetables {
        [] => &Timetable { last: None, next: None, is_overdue: false },
        [(_, timetable)] => timetable,
        several => {
            let next = several
                .iter()
                .filter_map(|(directory, timetable)| Some((timetable.next?, directory)))
                .min_by_key(|(next, _)| *next);
            return html! {
                "Each directory by itself"
                @if let Some((next, directory)) = next {
                    " · the next one, of " (directory.name()) ", starts by itself " (time_ago(next, now))
                }
            };
        }
    };
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
/// `name` is the directory's among several.
pub(in crate::web) fn overdue(timetable: &Timetable, name: Option<&str>, now: Timestamp) -> Markup {
    let ended = timetable.last.as_ref().and_then(|run| run.finished_at);
    html! {
        @if timetable.is_overdue {
            div.gap-below {
                (banner(Tone::Warning, html! {
                    @match name {
                        Some(name) => { "Imports of " (name) " are overdue" },
                        None => "Imports are overdue",
                    }
                    ": two scheduled times have passed without one that came to its end. "
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
            (buttons(&html! {
                (Button::submit("Import users").primary().busy("Starting…"))
                (Button::submit("Preview changes").sends("dry_run", "1").busy("Starting…"))
            }))
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
    let bar = match page.directories {
        [] | [_] => bar,
        all => {
            let each = all.iter().map(|directory| (directory.id, directory.name()));
            let select = Select::new("directory", "Directory").option("", "All directories").options(each);
            bar.filter(select.selected(&query.directory))
        }
    };
    html! {
        @if query.is_narrowed() || page.page.total > 0 { (bar) }
        div #(RESULTS) { (results(page)) }
        (keys(false))
    }
}

/// The part that a filter replaces. The newest runs follow what happens: every two seconds while one of them goes
/// on, and whenever the page hears of another one.
pub(super) fn results(page: &IndexPage<'_>) -> Markup {
    let url = super::url("/imports", &page.query.pairs());
    let is_first = page.query.after.is_empty();
    let goes_on = page.page.items.iter().any(ImportRun::is_open);
    let heard = if goes_on { "every 2s, muster:runs from:body" } else { "muster:runs from:body" };
    html! {
        div #run-list hx-get=[is_first.then_some(url)] hx-trigger=[is_first.then_some(heard)]
            hx-swap=[is_first.then_some("outerHTML")] {
            (list(page))
        }
    }
}

fn list(page: &IndexPage<'_>) -> Markup {
    if page.page.items.is_empty() {
        let nothing = if page.query.is_narrowed() { none_found() } else { nothing(!page.directories.is_empty()) };
        return Card::untitled().body(&nothing);
    }
    let mut columns = vec![
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
    if page.tells_directories() {
        columns.insert(1, Column::new("Directory").long());
    }
    let rows = page.page.items.iter().map(|run| row(page, run));
    let is_first = page.query.after.is_empty();
    let pager = Pager {
        from: is_first.then_some(1),
        shown: page.page.items.len() as u64,
        total: page.page.total,
        first: (!is_first).then(|| super::url("/imports", &page.query.pairs())),
        next: super::next_url(page.page, "/imports", &page.query.pairs()),
    };
    html! {
        @if let Some(days) = page.days { div.gap-below { (chart_view::charts(days, page.now)) } }
        (Table::new("Imports", columns).rows(rows))
        (pager.render())
    }
}

fn none_found() -> Markup {
    empty_state("Nothing found", "No import matches these filters.", Some(Button::link("/imports", "Clear filters")))
}

fn row(page: &IndexPage<'_>, run: &ImportRun) -> Row {
    let count = |value: u64| html! { (number(value)) };
    let mut cells = vec![
        html! { a.strong href={ "/imports/" (run.id) } { (kind(run)) " #" (run.id) } },
        state_tag(run),
        html! { (page.names.starter(run)) },
        time_ago(run.requested_at, page.now),
        count(run.counts.read),
        count(run.counts.added),
        count(run.counts.updated),
        count(run.counts.removed),
        count(run.counts.held),
        count(run.counts.skipped),
    ];
    if page.tells_directories() {
        cells.insert(1, html! { (directory_name(run.directory, page.directories)) });
    }
    Row { id: Some(format!("run-{}", run.id)), cells }
}

impl IndexPage<'_> {
    /// Whether it has to be said whose import it was: there are several directories, or it was another one's.
    fn tells_directories(&self) -> bool {
        let only = self.directories.first().map(|directory| directory.id);
        self.directories.len() > 1 || self.page.items.iter().any(|run| only.is_some_and(|only| only != run.directory))
    }
}

fn nothing(configured: bool) -> Markup {
    if configured {
        let text = "Press Preview changes to see who would become an agent: it writes nothing. The first import starts by itself at the time above, or at once with Import users.";
        return empty_state("No imports yet", text, None);
    }
    let action = Button::link("/settings/ldap/index", "Connect your directory").primary();
    empty_state(
        "No imports yet",
        "An import copies people from your LDAP directory, and each one is listed here with everything it changed. Connect the directory first.",
        Some(action),
    )
}
