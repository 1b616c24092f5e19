//! The history of imports: its query is in the URL.

use super::names::Names;
use super::{PAGE, chart_view, index_view, json};
use crate::language::t;
use crate::model::{Directory, RunState};
use crate::storage::RunQuery;
use crate::web::context::{Context, Screen, respond};
use crate::web::error::WebError;
use crate::web::htmx;
use crate::web::layout::Section;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct IndexQuery {
    /// `import` or `preview`.
    pub(super) kind: String,
    pub(super) state: String,
    /// Number of a directory.
    pub(super) directory: String,
    /// `1`: only runs that changed or held somebody, or did not end well.
    pub(super) notable: String,
    pub(super) after: String,
}

impl IndexQuery {
    /// A filter that names nothing known is left out, as an old bookmark should not be an error.
    fn to_query(&self) -> RunQuery {
        RunQuery {
            directory: self.directory.parse().ok(),
            state: RunState::parse(&self.state),
            dry_run: match self.kind.as_str() {
                "import" => Some(false),
                "preview" => Some(true),
                _ => None,
            },
            notable: self.notable == "1",
            after: Some(self.after.clone()).filter(|after| !after.is_empty()),
            limit: PAGE,
        }
    }

    pub(super) fn is_narrowed(&self) -> bool {
        [&self.kind, &self.state, &self.notable, &self.directory].iter().any(|text| !text.is_empty())
    }

    /// Whether the picture of all imports belongs to it: to the first page, of everything or of one directory.
    fn has_charts(&self) -> bool {
        [&self.kind, &self.state, &self.notable, &self.after].iter().all(|text| text.is_empty())
    }

    pub(super) fn pairs(&self) -> [(&str, &str); 4] {
        [("kind", &self.kind), ("state", &self.state), ("notable", &self.notable), ("directory", &self.directory)]
    }
}

pub(in crate::web) async fn index(context: Context, query: Query<IndexQuery>) -> Result<HttpResponse, WebError> {
    let page = context.state.store.runs(&query.to_query()).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(json::runs(&page)));
    }
    let names = Names::of(&context, page.items.iter(), None).await?;
    let directories = context.state.store.directories().await?;
    let days = match query.has_charts() {
        true => {
            let (directory, from) = (query.to_query().directory, chart_view::first_day(context.now));
            Some(context.state.store.import_days(directory, from).await?)
        }
        false => None,
    };
    let view = index_view::IndexPage {
        query: &query,
        page: &page,
        days: days.as_deref(),
        names: &names,
        directories: &directories,
        now: context.now,
    };
    if htmx::is_htmx(&context.request) {
        return Ok(respond(StatusCode::OK, index_view::results(&view)));
    }
    let timetables = context.state.imports.timetables(context.now).await?;
    let is_one_of = |directory: &Directory| (timetables.len() > 1).then(|| directory.name());
    let content = maud::html! {
        @for (directory, timetable) in &timetables {
            (index_view::overdue(timetable, is_one_of(directory).as_deref(), context.now))
        }
        (index_view::runs(&view))
    };
    let mut screen =
        Screen::new(t!("layout-imports"), Section::Imports, content).lead(index_view::lead(&timetables, context.now));
    if !directories.is_empty() {
        screen = screen.actions(index_view::actions(&context.csrf()));
    }
    context.render(StatusCode::OK, screen).await
}
