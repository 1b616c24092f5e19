//! `/imports`: history, one run live and afterwards, its report.

mod card_view;
mod changes_view;
mod chart_view;
mod first;
mod index;
mod index_view;
mod json;
mod names;
mod next_view;
mod preview_view;
mod review;
mod review_view;
mod show_view;
mod start;
mod told;

pub(super) use card_view::import_card;
pub(super) use first::{FirstStep, first_steps};
pub(super) use index::index;
pub(super) use index_view::overdue;
pub(crate) use json::run as run_json;
pub(super) use names::directory_name;
pub(super) use review::decide;
pub(super) use review_view::hold_banners;
pub(super) use show_view::state_tag;
pub(super) use start::create;

use super::components::Tone;
use super::context::{Context, Screen, respond};
use super::csv;
use super::error::WebError;
use super::layout::{Flash, Section};
use super::{htmx, layout};
use crate::language::t;
use crate::model::*;
use crate::storage::{ChangeQuery, Page};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Path, Query};
use names::Names;
use serde::Deserialize;

/// Lines a page.
const PAGE: usize = 50;

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct ChangesQuery {
    kind: String,
    q: String,
    after: String,
    from: String,
}

/// Every kind of change, where none is said to mean something else.
const ALL_KINDS: &str = "all";

impl ChangesQuery {
    /// On the page of a run that was held, who was held comes first.
    fn for_page_of(mut self, run: &ImportRun) -> ChangesQuery {
        if self.kind.is_empty() && run.state == RunState::Held {
            self.kind = ChangeKind::Held.as_str().into();
        }
        self
    }

    fn to_query(&self, limit: usize) -> ChangeQuery {
        ChangeQuery {
            kind: ChangeKind::parse(&self.kind),
            text: self.q.chars().take(200).collect::<String>().trim().to_lowercase(),
            after: Some(self.after.clone()).filter(|after| !after.is_empty()),
            limit,
        }
    }
}

pub(super) async fn show(
    context: Context,
    id: Path<u64>,
    query: Query<ChangesQuery>,
) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(json::run(&run)));
    }
    let query = query.into_inner().for_page_of(&run);
    if htmx::is_htmx(&context.request) {
        let page = context.state.store.changes(run.id, &query.to_query(PAGE)).await?;
        return Ok(respond(StatusCode::OK, changes_view::results(&run, &query, &page)));
    }
    render_run(&context, StatusCode::OK, &run, &query).await
}

/// The page of a run.
async fn render_run(
    context: &Context,
    status: StatusCode,
    run: &ImportRun,
    query: &ChangesQuery,
) -> Result<HttpResponse, WebError> {
    let query = query.clone().for_page_of(run);
    let page = context.state.store.changes(run.id, &query.to_query(PAGE)).await?;
    let csrf = context.csrf();
    let hold = context.state.store.holds().await?.remove(&run.directory);
    let approver = hold.as_ref().and_then(|hold| hold.approved).map(|approval| approval.by);
    let names = Names::of(context, [run], approver).await?;
    let directories = context.state.store.directories().await?;
    let directory = directories.iter().find(|directory| directory.id == run.directory);
    let review = (run.state == RunState::Held).then(|| review_view::Review {
        run,
        hold: hold.as_ref(),
        names: &names,
        keep_days: directory.map(|directory| directory.settings.removals).unwrap_or_default().keep_removed_days,
        csrf: &csrf,
        now: context.now,
    });
    let told = told::told(context, run, &directories).await?;
    let content = maud::html! {
        (told.above)
        @if let Some(review) = review { div.stack.gap-below { (review.markup()) } }
        (show_view::progress(run, context.now))
        (told.below)
        (changes_view::changes(run, &query, &page))
    };
    let title = show_view::title(run);
    let is_only = directories.len() == 1 && directory.is_some();
    let name = (!is_only).then(|| directory_name(run.directory, &directories));
    let screen = Screen::new(&title, Section::Imports, content)
        .lead(show_view::lead(run, name.as_deref(), &names, context.now))
        .actions(show_view::actions(run, &csrf));
    context.render(status, screen).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ProgressQuery {
    /// `card`: the one beside the button; else the run's page.
    part: String,
}

/// The live part of a run; its page asks every second while it runs. At the end it gets the whole of its main part
/// in its place, with the report.
pub(super) async fn progress(
    context: Context,
    id: Path<u64>,
    query: Query<ProgressQuery>,
) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?;
    if query.part == "card" {
        return start::card(&context, &run).await;
    }
    if run.is_open() {
        return Ok(respond(StatusCode::OK, show_view::progress(&run, context.now)));
    }
    let mut response = render_run(&context, StatusCode::OK, &run, &ChangesQuery::default()).await?;
    htmx::put_in_place(&mut response, layout::MAIN);
    Ok(response)
}

pub(super) async fn changes(
    context: Context,
    id: Path<u64>,
    query: Query<ChangesQuery>,
) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?;
    let page = context.state.store.changes(run.id, &query.to_query(PAGE)).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(json::changes(&page)));
    }
    let title = t!("imports-changes-of", number = run.id.to_string());
    let content = changes_view::changes(&run, &query, &page);
    context.render(StatusCode::OK, Screen::new(&title, Section::Imports, content)).await
}

/// The whole report as CSV, page by page.
pub(super) async fn changes_csv(
    context: Context,
    id: Path<u64>,
    query: Query<ChangesQuery>,
) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?.id;
    let store = context.state.store.clone();
    let first = ChangeQuery { after: None, ..query.to_query(1_000) };
    let pages = futures::stream::unfold(Some(first), move |query| {
        let store = store.clone();
        async move {
            let query = query?;
            match store.changes(run, &query).await {
                Ok(page) => {
                    let rows: String = page.items.iter().map(csv_rows).collect();
                    let next = page.next.map(|after| ChangeQuery { after: Some(after), ..query });
                    Some((Ok(Bytes::from(rows)), next))
                }
                Err(error) => Some((Err(WebError::from(error)), None)),
            }
        }
    });
    use futures::StreamExt;
    let head = Bytes::from_static("\u{feff}change,name,dn,field,old,new,reason\r\n".as_bytes());
    let body = futures::stream::once(async move { Ok::<_, WebError>(head) }).chain(pages);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"import-{run}.csv\"")))
        .streaming(body))
}

fn csv_rows(change: &AgentChange) -> String {
    let kind = change.kind.as_str();
    if change.fields.is_empty() {
        let reason = change.reason().unwrap_or_default();
        return csv::row(&[kind, &change.name, &change.dn, "", "", "", &reason]);
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    change
        .fields
        .iter()
        .map(|field| {
            csv::row(&[kind, &change.name, &change.dn, &field.field, &text(&field.old), &text(&field.new), ""])
        })
        .collect()
}

pub(super) async fn cancel(context: Context, id: Path<u64>) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?;
    let was_open = context.state.imports.cancel(run.id).await?;
    if was_open {
        context.record(Action::ImportCancelled, |deed| deed.about(subject(&run))).await;
    }
    let text = if was_open { t!("imports-being-cancelled") } else { t!("imports-ended-already") };
    context.flash(Flash { tone: Tone::Info, text: text.into() });
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

/// A run, for the activity log.
pub(super) fn subject(run: &ImportRun) -> Subject {
    let kind = if run.dry_run { "preview" } else { "import" };
    Subject::new(SubjectKind::Import, run.id, format!("{kind} #{}", run.id))
}

async fn find(context: &Context, id: u64) -> Result<ImportRun, WebError> {
    context.state.store.run(RunId(id)).await?.ok_or(WebError::NotFound)
}

/// A page's `next` as a link under the list.
fn next_url<T>(page: &Page<T>, path: &str, pairs: &[(&str, &str)]) -> Option<String> {
    let next = page.next.as_deref()?;
    let pairs: Vec<_> = pairs.iter().copied().chain([("after", next)]).collect();
    Some(url(path, &pairs))
}

/// A path with those of the pairs that say something.
fn url(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}
