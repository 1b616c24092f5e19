//! The list of several directories.

use super::super::context::{Context, Screen};
use super::super::error::WebError;
use super::super::imports::overdue;
use super::super::layout::Section;
use super::list_view::{self, Line};
use super::{look_up, offer};
use crate::language::t;
use crate::model::*;
use crate::storage::RunQuery;
use crate::web::components::Button;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use maud::html;

pub(super) async fn show(context: &Context, all: &[Directory]) -> Result<HttpResponse, WebError> {
    let state = &context.state;
    let sizes = state.store.directory_sizes().await?;
    let mut lines = Vec::new();
    for directory in all {
        let query = RunQuery { directory: Some(directory.id), limit: 1, ..RunQuery::default() };
        lines.push(Line {
            directory,
            kind: state.monitor.report(directory.id).and_then(|report| report.resolved).map(|found| found.vendor),
            status: state.monitor.status(directory.id),
            agents: sizes.get(&directory.id).copied().unwrap_or(0),
            last_run: state.store.runs(&query).await?.items.pop(),
            timetable: state.imports.timetable(directory, context.now).await?,
        });
    }
    let csrf = context.csrf();
    let content = html! {
        @for line in &lines {
            (offer::markup(context, line.directory, &csrf))
            (overdue(&line.timetable, Some(&line.directory.name()), context.now))
        }
        div.stack {
            (list_view::directories(&lines, &csrf, context.now))
            (look_up::card(None))
        }
    };
    let lead = t!("ldap-directories-lead", count = all.len());
    let screen = Screen::new(t!("ldap-directories"), Section::LdapDirectory, content)
        .lead(html! { (lead) })
        .actions(html! { (Button::link("/settings/ldap/new", t!("ldap-add")).id("add-directory")) });
    context.render(StatusCode::OK, screen).await
}
