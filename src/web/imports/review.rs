//! The decision on held removals.

use super::{find, render_run};
use crate::language::t;
use crate::model::*;
use crate::web::components::Tone;
use crate::web::context::Context;
use crate::web::error::WebError;
use crate::web::form;
use crate::web::htmx;
use crate::web::layout::Flash;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
use serde::Deserialize;
use std::time::Duration;

/// How long the answer waits for the import that removes: long enough for most, so that the page shows the
/// outcome.
const WAIT: Duration = Duration::from_secs(3);

#[derive(Deserialize, Default)]
#[serde(default)]
struct DecisionForm {
    decision: String,
    digest: String,
}

/// Removes or keeps the agents of the list that was shown; another list by now is shown anew, with 409.
pub(in crate::web) async fn decide(context: Context, id: Path<u64>, body: Bytes) -> Result<HttpResponse, WebError> {
    let run = find(&context, *id).await?;
    let form: DecisionForm = form::read(&body)?;
    let decision = DecisionKind::parse(&form.decision)
        .ok_or_else(|| WebError::Unprocessable(t!("imports-choose-decision").into()))?;
    if form.digest.is_empty() {
        return Err(WebError::Unprocessable(t!("imports-no-digest").into()));
    }
    match decision {
        DecisionKind::Keep => keep(&context, &run, &form.digest).await,
        DecisionKind::Remove => remove(&context, &run, &form.digest).await,
    }
}

async fn keep(context: &Context, run: &ImportRun, digest: &str) -> Result<HttpResponse, WebError> {
    let Some(count) = context.state.imports.keep_held(run.directory, digest, context.agent.id).await? else {
        return not_done(context, run.directory, digest).await;
    };
    tracing::info!(run = %run.id, by = %context.agent.id, count, "held removals: kept");
    let told = match count {
        1 => "to keep 1 agent".into(),
        many => format!("to keep {} agents", crate::model::thousands(many)),
    };
    context.record(Action::RemovalsDecided, |deed| deed.about(super::subject(run)).because(told)).await;
    context.flash(Flash { tone: Tone::Ok, text: t!("imports-kept", count = count) });
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

async fn remove(context: &Context, held: &ImportRun, digest: &str) -> Result<HttpResponse, WebError> {
    let directory = held.directory;
    let Some(run) = context.state.imports.remove_held(directory, digest, context.agent.id).await? else {
        return not_done(context, directory, digest).await;
    };
    tracing::info!(run = %run.id, by = %context.agent.id, "held removals: approved");
    let told = format!("to remove them, by import #{}", run.id);
    context.record(Action::RemovalsDecided, |deed| deed.about(super::subject(held)).because(told)).await;
    let run = context.state.imports.settled(run, WAIT).await?;
    if run.state == RunState::Held {
        return not_done(context, directory, digest).await;
    }
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

/// What was decided on is not what waits, or is being done already.
async fn not_done(context: &Context, directory: DirectoryId, digest: &str) -> Result<HttpResponse, WebError> {
    let Some(hold) = context.state.store.holds().await?.remove(&directory) else {
        return Err(WebError::Conflict(t!("imports-nothing-waits").into()));
    };
    let text = if hold.digest != digest {
        t!("imports-list-changed")
    } else if hold.approved.is_some() {
        t!("imports-approved-meanwhile")
    } else {
        t!("imports-still-waits")
    };
    context.flash(Flash { tone: Tone::Warning, text: text.into() });
    let run = find(context, hold.run.0).await?;
    render_run(context, StatusCode::CONFLICT, &run, &super::ChangesQuery::default()).await
}
