//! The live fragments: the last known state, never a dial.

use super::super::context::{Context, respond};
use super::super::error::WebError;
use super::{side_view, status_view};
use crate::model::*;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct StatusQuery {
    /// What the page shows now; the same again is answered with 204.
    seen: String,
    /// `steps`: the check list; `row`: the pill in the list of directories; else the pill of every page.
    part: String,
}

/// Of the only directory, or of the worst of several.
pub(in crate::web) async fn status(context: Context, query: Query<StatusQuery>) -> Result<HttpResponse, WebError> {
    let (directory, status) = context.state.monitor.worst();
    if query.seen == status_view::mark(&status) {
        return Ok(HttpResponse::NoContent().finish());
    }
    let markup = match query.part.as_str() {
        "steps" => {
            let report = directory.and_then(|directory| context.state.monitor.report(directory));
            side_view::check_list("/settings/ldap/status", &status, report.as_ref(), false)
        }
        _ => {
            let all = context.state.store.directories().await?;
            super::status_pill(&status, directory, &all, super::Follows::Itself)
        }
    };
    Ok(respond(StatusCode::OK, markup))
}

/// Of one.
pub(in crate::web) async fn status_of_one(
    context: Context,
    id: Path<u32>,
    query: Query<StatusQuery>,
) -> Result<HttpResponse, WebError> {
    let id = DirectoryId(*id);
    context.state.store.directory(id).await?.ok_or(WebError::NotFound)?;
    let status = context.state.monitor.status(id);
    if query.seen == status_view::mark(&status) {
        return Ok(HttpResponse::NoContent().finish());
    }
    let markup = match query.part.as_str() {
        "steps" => {
            let url = format!("/settings/ldap/{id}/status");
            side_view::check_list(&url, &status, context.state.monitor.report(id).as_ref(), false)
        }
        _ => status_view::row_pill(id, &status),
    };
    Ok(respond(StatusCode::OK, markup))
}
