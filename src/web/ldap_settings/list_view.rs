use super::status_view::row_pill;
use crate::import::Timetable;
use crate::model::*;
use crate::web::components::*;
use crate::web::imports::state_tag;
use maud::{Markup, html};

/// A directory in the list.
pub(super) struct Line<'a> {
    pub(super) directory: &'a Directory,
    /// Once a check has recognised it.
    pub(super) kind: Option<Vendor>,
    pub(super) status: ConnectionStatus,
    pub(super) agents: u64,
    /// The newest import or preview.
    pub(super) last_run: Option<ImportRun>,
    pub(super) timetable: Timetable,
}

pub(super) fn directories(lines: &[Line<'_>], csrf: &str, now: Timestamp) -> Markup {
    let columns = [
        Column::new("Directory").long(),
        Column::new("Kind").quiet(),
        Column::new("Status"),
        Column::new("Agents").number(),
        Column::new("Last import").quiet(),
        Column::new("Next").quiet().short(),
        Column::new("Actions"),
    ];
    Table::new("Directories", columns).rows(lines.iter().map(|line| row(line, csrf, now)))
}

fn row(line: &Line<'_>, csrf: &str, now: Timestamp) -> Row {
    let directory = line.directory;
    let (id, name, hosts) = (directory.id, directory.name(), directory.settings.hosts.to_string());
    Row::new([
        html! {
            a.strong href={ "/settings/ldap/" (id) } { (name) }
            @if name != hosts { br; span.small.muted { (hosts) } }
        },
        html! { (line.kind.as_ref().map_or("—", |kind| kind.label())) },
        row_pill(id, &line.status),
        html! { a href={ "/agents?directory=" (id) } { (number(line.agents)) } },
        last(line, now),
        html! {
            @match line.timetable.next {
                Some(next) => (time_ago(next, now)),
                None => "—",
            }
        },
        html! {
            div.row-actions {
                @if directory.settings.enabled {
                    form method="post" action="/imports" {
                        (csrf_field(csrf))
                        input type="hidden" name="directory" value=(id);
                        (Button::submit("Import users").busy("Starting…"))
                    }
                }
                (Button::link(&format!("/settings/ldap/{id}"), "Edit"))
            }
        },
    ])
}

fn last(line: &Line<'_>, now: Timestamp) -> Markup {
    html! {
        @match &line.last_run {
            Some(run) => {
                (state_tag(run)) " "
                a href={ "/imports/" (run.id) } { (time_ago(run.finished_at.unwrap_or(run.requested_at), now)) }
            },
            None => "never",
        }
        @if line.timetable.is_overdue { " " (tag(Tone::Warning, "Overdue")) }
    }
}
