use super::status_view::row_pill;
use crate::import::Timetable;
use crate::language::{t, vendor};
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
        Column::new(t!("ldap-column-directory")).long(),
        Column::new(t!("ldap-column-kind")).quiet(),
        Column::new(t!("ldap-column-status")),
        Column::new(t!("ldap-column-agents")).number(),
        Column::new(t!("ldap-column-last")).quiet(),
        Column::new(t!("ldap-column-next")).quiet().short(),
        Column::new(t!("ldap-column-actions")),
    ];
    Table::new(t!("ldap-table"), columns).rows(lines.iter().map(|line| row(line, csrf, now)))
}

fn row(line: &Line<'_>, csrf: &str, now: Timestamp) -> Row {
    let directory = line.directory;
    let (id, name, hosts) = (directory.id, directory.name(), directory.settings.hosts.to_string());
    Row::new([
        html! {
            a.strong href={ "/settings/ldap/" (id) } { (name) }
            @if name != hosts { br; span.small.muted { (hosts) } }
        },
        html! { (line.kind.as_ref().map_or("—", vendor)) },
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
                        (Button::submit(t!("ldap-import")).busy(t!("ldap-starting")))
                    }
                }
                (Button::link(&format!("/settings/ldap/{id}"), t!("ldap-edit")))
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
            None => (t!("ldap-never")),
        }
        @if line.timetable.is_overdue { " " (tag(Tone::Warning, t!("ldap-overdue"))) }
    }
}
