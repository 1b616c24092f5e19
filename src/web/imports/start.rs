//! Starts imports.

use super::super::context::{Context, respond};
use super::super::error::WebError;
use super::super::htmx;
use super::super::layout::Flash;
use super::import_card;
use crate::import::RequestError;
use crate::language::{phrase, t};
use crate::model::*;
use crate::web::components::Tone;
use crate::web::form;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct StartForm {
    dry_run: String,
    /// Number of a directory; empty: each that is switched on.
    directory: String,
}

/// Asks for an import. The button on the settings page gets its card back; a plain form goes to the
/// run's page, or, where several were asked for, to the list.
pub(in crate::web) async fn create(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: StartForm = form::read(&body)?;
    let dry_run = matches!(form.dry_run.as_str(), "1" | "on" | "true");
    let runs = request(&context, &form.directory, dry_run).await?;
    for run in &runs {
        context.record(Action::ImportStarted, |deed| deed.about(super::subject(run))).await;
    }
    let [run] = runs.as_slice() else {
        let text = match dry_run {
            true => t!("imports-asked-previews", count = runs.len()),
            false => t!("imports-asked-imports", count = runs.len()),
        };
        context.flash(Flash { tone: Tone::Info, text });
        return Ok(htmx::see_other(&context.request, "/imports"));
    };
    if htmx::is_htmx(&context.request) {
        return card(&context, run).await;
    }
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

async fn request(context: &Context, directory: &str, dry_run: bool) -> Result<Vec<ImportRun>, WebError> {
    let (imports, by) = (&context.state.imports, StartedBy::Agent(context.agent.id));
    let asked = match directory.trim() {
        "" => imports.request_all(by, dry_run).await,
        typed => match typed.parse() {
            Ok(id) if context.state.store.directory(id).await?.is_some() => {
                imports.request(id, by, dry_run).await.map(|run| vec![run])
            }
            _ => return Err(WebError::Unprocessable(t!("imports-no-such-directory", number = typed))),
        },
    };
    asked.map_err(|error| match error {
        RequestError::Storage(error) => error.into(),
        error => WebError::Unprocessable(phrase(&error.to_string()).into_owned()),
    })
}

/// The card beside the settings.
pub(super) async fn card(context: &Context, run: &ImportRun) -> Result<HttpResponse, WebError> {
    let directory = context.state.store.directory(run.directory).await?;
    let next = directory.map(|directory| context.state.imports.next_scheduled(&directory, context.now));
    let card: maud::Markup = import_card(run.directory, Some(run), next, &context.csrf(), context.now);
    Ok(respond(StatusCode::OK, card))
}
