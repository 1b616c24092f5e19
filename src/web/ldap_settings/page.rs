//! The page of a directory's settings.

use super::super::context::{Context, Screen};
use super::super::error::WebError;
use super::super::imports::{FirstStep, first_steps, overdue};
use super::super::layout::Section;
use super::desk::{Desk, Place};
use super::form::SettingsForm;
use super::{Outcome, form_view, offer, side_view};
use crate::language::t;
use crate::model::*;
use crate::storage::RunQuery;
use crate::web::components::{Button, every};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) async fn page(
    context: &Context,
    status: StatusCode,
    form: &SettingsForm,
    desk: &Desk,
    outcome: &Outcome,
) -> Result<HttpResponse, WebError> {
    let state = &context.state;
    let stored = desk.stored.as_ref();
    let known = stored.and_then(|stored| state.monitor.report(stored.id));
    let report = outcome.report.as_ref().or(known.as_ref());
    // A check that failed early learned little; what is known of the same server still holds.
    let known_server = known.as_ref().filter(|_| stored.is_some_and(|stored| form.names_server_of(&stored.settings)));
    let known_server = known_server.and_then(|report| report.resolved.as_ref());
    let csrf = context.csrf();
    let work = match stored {
        Some(stored) => {
            let query = RunQuery { directory: Some(stored.id), limit: 1, ..RunQuery::default() };
            let last_run = state.store.runs(&query).await?.items.pop();
            Some((stored, last_run, state.imports.timetable(stored, context.now).await?))
        }
        None => None,
    };
    let spans = match stored {
        Some(stored) => state.monitor.latency(stored.id, context.now).await?,
        None => Vec::new(),
    };
    let name = stored.filter(|_| desk.is_among_several()).map(Directory::name);
    let agents = match desk.place {
        Place::One(id) => state.store.directory_sizes().await?.get(&id).copied(),
        Place::Only | Place::New => None,
    };
    let step = match desk.place {
        Place::Only => FirstStep::of(context, stored).await?,
        Place::New | Place::One(_) => None,
    };
    let content = html! {
        @if let Some(step) = step { div.gap-below { (first_steps(step)) } }
        @if let Some(stored) = stored { (offer::markup(context, stored, &csrf)) }
        @if let Some((_, _, timetable)) = &work { (overdue(timetable, name.as_deref(), context.now)) }
        div.split {
            (form_view::settings(&form_view::FormPage {
                form,
                desk,
                outcome,
                resolved: report.and_then(|report| report.resolved.as_ref()).or(known_server),
                naming_contexts: report.map_or(&[], |report| &report.naming_contexts),
                enabled: form.is_enabled(desk.settings()),
                usual_interval: state.imports.interval(),
                csrf: &csrf,
            }))
            (side_view::side(&side_view::SidePage {
                desk,
                work: work.as_ref().filter(|(stored, ..)| stored.settings.enabled).map(|(stored, last_run, _)| {
                    (stored.id, last_run.as_ref(), state.imports.next_scheduled(stored, context.now))
                }),
                report,
                last: work.as_ref().and_then(|(.., timetable)| timetable.last.as_ref()),
                spans: &spans,
                of_typed: outcome.report.is_some() && !outcome.report_of_saved,
                status: &stored.map_or(ConnectionStatus::NotConfigured, |stored| state.monitor.status(stored.id)),
                agents: agents.unwrap_or(0),
                csrf: &csrf,
                now: context.now,
            }))
        }
    };
    let interval = stored.map_or(state.imports.interval(), |stored| stored.interval(state.imports.interval()));
    let lead = t!("ldap-lead", every = every(interval));
    let title = match (&name, desk.place) {
        (_, Place::New) => t!("ldap-new-title"),
        (Some(name), _) => name,
        (None, _) => t!("layout-ldap-directory"),
    };
    let screen = Screen::new(title, Section::LdapDirectory, content).lead(html! { (lead) }).actions(actions(desk));
    context.render(status, screen).await
}

/// The way to the list, or to a second directory.
fn actions(desk: &Desk) -> Markup {
    html! {
        @if desk.all.len() > 1 || desk.place == Place::New {
            (Button::link("/settings/ldap/index", if desk.all.len() > 1 { t!("ldap-all-directories") } else { t!("ldap-back") }))
        } @else if desk.stored.is_some() {
            (Button::link("/settings/ldap/new", t!("ldap-add")).id("add-directory"))
        }
    }
}
