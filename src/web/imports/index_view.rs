use super::chart_view;
use super::index::IndexQuery;
use super::names::Names;
use super::names::directory_name;
use super::show_view::{state_label, state_tag, title};
use crate::import::Timetable;
use crate::language::t;
use crate::model::*;
use crate::storage::Page;
use crate::web::components::*;
use crate::web::rich::{choice, link, rich};
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
            return match next {
                Some((next, directory)) => {
                    let when = time_ago(next, now);
                    rich!("imports-lead-several-next", directory = directory.name(), when = when)
                }
                None => html! { (t!("imports-lead-several")) },
            };
        }
    };
    let ended = timetable.last.as_ref().and_then(|run| run.finished_at);
    html! {
        @match ended {
            Some(ended) => (rich!("imports-lead-ended", when = time_ago(ended, now))),
            None => (t!("imports-lead-none")),
        }
        @match timetable.next {
            Some(next) => { " · " (rich!("imports-lead-next", when = time_ago(next, now))) },
            None if ended.is_some() => { " · " (t!("imports-lead-off")) },
            None => {},
        }
    }
}

/// A warning when imports do not come to their end any more.
/// `name` is the directory's among several.
pub(in crate::web) fn overdue(timetable: &Timetable, name: Option<&str>, now: Timestamp) -> Markup {
    if !timetable.is_overdue {
        return html! {};
    }
    let ended = timetable.last.as_ref().and_then(|run| run.finished_at);
    let said = rich!(
        "imports-overdue",
        of = choice(if name.is_some() { "directory" } else { "all" }),
        directory = name.unwrap_or_default(),
        last = choice(if ended.is_some() { "ended" } else { "none" }),
        when = ended.map(|ended| time_ago(ended, now)).unwrap_or_default(),
        outcomes = link("/imports?notable=1"),
        settings = link("/settings/ldap/index"),
    );
    html! { div.gap-below { (banner(Tone::Warning, said)) } }
}

pub(super) fn actions(csrf: &str) -> Markup {
    html! {
        form method="post" action="/imports" {
            (csrf_field(csrf))
            (buttons(&html! {
                (Button::submit(t!("imports-import-users")).primary().busy(t!("imports-starting")))
                (Button::submit(t!("imports-preview-changes")).sends("dry_run", "1").busy(t!("imports-starting")))
            }))
        }
    }
}

pub(super) fn runs(page: &IndexPage<'_>) -> Markup {
    let query = page.query;
    let states = RunState::ALL.map(|state| (state.as_str(), state_label(state)));
    let bar = FilterBar::without_search("/imports")
        .filter(
            Select::new("kind", t!("imports-kind"))
                .option("", t!("imports-all-kinds"))
                .options([("import", t!("layout-imports")), ("preview", t!("imports-previews"))])
                .selected(&query.kind),
        )
        .filter(
            Select::new("state", t!("imports-state"))
                .option("", t!("imports-all-states"))
                .options(states)
                .selected(&query.state),
        )
        .filter(
            Select::new("notable", t!("imports-outcome"))
                .option("", t!("imports-all-outcomes"))
                .option("1", t!("imports-notable"))
                .selected(&query.notable),
        )
        .live(RESULTS)
        .clear(query.is_narrowed());
    let bar = match page.directories {
        [] | [_] => bar,
        all => {
            let each = all.iter().map(|directory| (directory.id, directory.name()));
            let select = Select::new("directory", t!("imports-directory"))
                .option("", t!("imports-all-directories"))
                .options(each);
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
        Column::new(t!("imports-column-import")).short(),
        Column::new(t!("imports-state")).short(),
        Column::new(t!("imports-column-started-by")).quiet(),
        Column::new(t!("imports-column-when")).quiet().short(),
        Column::new(t!("imports-column-read")).number(),
        Column::new(t!("imports-column-added")).number(),
        Column::new(t!("imports-column-updated")).number(),
        Column::new(t!("imports-column-removed")).number(),
        Column::new(t!("imports-column-held")).number(),
        Column::new(t!("imports-column-skipped")).number(),
    ];
    if page.tells_directories() {
        columns.insert(1, Column::new(t!("imports-directory")).long());
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
        (Table::new(t!("layout-imports"), columns).rows(rows))
        (pager.render())
    }
}

fn none_found() -> Markup {
    let clear = Button::link("/imports", t!("components-clear-filters"));
    empty_state(t!("imports-nothing-found"), t!("imports-none-found-text"), Some(clear))
}

fn row(page: &IndexPage<'_>, run: &ImportRun) -> Row {
    let count = |value: u64| html! { (number(value)) };
    let mut cells = vec![
        html! { a.strong href={ "/imports/" (run.id) } { (title(run)) } },
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
        return empty_state(t!("imports-none-yet"), t!("imports-none-yet-text"), None);
    }
    let action = Button::link("/settings/ldap/index", t!("imports-connect")).primary();
    empty_state(t!("imports-none-yet"), t!("imports-connect-text"), Some(action))
}
