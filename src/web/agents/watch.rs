//! Tells an open list when what it shows has changed.

use super::super::context::{Context, respond};
use super::super::error::WebError;
use super::list::Listing;
use super::list_view;
use super::query::ListQuery;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What differs after each import, each step of one, and whatever an administrator does: cheap to ask for, and not
/// exact. It may differ where nothing on the page has changed.
pub(super) async fn marker(context: &Context) -> Result<String, WebError> {
    let store = &context.state.store;
    let newest = store.newest_run().await?;
    let run = newest.map(|run| {
        let counts = &run.counts;
        let written = counts.added + counts.updated + counts.removed + counts.restored;
        format!("{}-{}-{written}", run.id, run.state.as_str())
    });
    let (agents, records) = (store.agent_counts().await?.total, store.activity_head().await?.number);
    Ok(format!("{}-{agents}-{records}", run.unwrap_or_default()))
}

/// What the page shows, as a number: ages aside, two pages that look alike have the same.
pub(super) fn print(list: &Listing) -> String {
    let mut hasher = DefaultHasher::new();
    (list.page.total, list.page.next.is_some()).hash(&mut hasher);
    for group in &list.groups {
        (group.id.0, &group.name).hash(&mut hasher);
    }
    for agent in &list.page.items {
        let signed_in = agent.last_sign_in_at.map(|at| at.unix_timestamp());
        (agent.id.to_string(), agent.version, signed_in, agent.removed.is_some()).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Seen {
    marker: String,
    print: String,
}

/// 204 while nothing has changed; the results once they have. Where they look the same, only what is asked next.
pub(in crate::web) async fn changed(
    context: Context,
    query: Query<ListQuery>,
    seen: Query<Seen>,
) -> Result<HttpResponse, WebError> {
    let marker = marker(&context).await?;
    if marker == seen.marker {
        return Ok(HttpResponse::NoContent().finish());
    }
    let list = Listing::read(&context, query.into_inner(), marker).await?;
    if print(&list) == seen.print {
        return Ok(respond(StatusCode::OK, list_view::still(&list)));
    }
    let mut answer = respond(StatusCode::OK, list_view::answer(&list, false));
    let headers = answer.headers_mut();
    for (name, value) in [("hx-retarget", list_view::RESULTS_SELECTOR), ("hx-reswap", "innerHTML")] {
        headers.insert(
            actix_web::http::header::HeaderName::from_static(name),
            actix_web::http::header::HeaderValue::from_static(value),
        );
    }
    Ok(answer)
}
