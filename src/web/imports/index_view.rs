use super::names::Names;
use super::show_view::state_tag;
use crate::model::*;
use crate::storage::Page;
use crate::web::components::*;
use maud::{Markup, Render, html};

pub(super) struct IndexPage<'a> {
    pub(super) page: &'a Page<ImportRun>,
    pub(super) names: &'a Names,
    pub(super) configured: bool,
    pub(super) first: bool,
    pub(super) now: Timestamp,
}

pub(super) fn lead(next: Timestamp, configured: bool, now: Timestamp) -> Markup {
    html! {
        @if configured { "Every copy-in from the directory. The next one starts by itself " (time_ago(next, now)) "." }
        @else { "Every copy-in from the directory." }
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
    if page.page.items.is_empty() {
        return Card::untitled().body(&nothing(page.configured));
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
        Column::new("Skipped").number(),
    ];
    let rows = page.page.items.iter().map(|run| row(page, run));
    let pager = Pager {
        from: page.first.then_some(1),
        shown: page.page.items.len() as u64,
        total: page.page.total,
        first: (!page.first).then(|| "/imports".into()),
        next: super::next_url(page.page, "/imports", &[]),
    };
    html! { (Table::new("Imports", columns).rows(rows)) (pager.render()) }
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
