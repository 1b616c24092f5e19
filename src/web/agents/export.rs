//! Agents as CSV, part by part: 100,000 of them need no memory, the first bytes come at once, and when the browser goes
//! away nobody reads on.

use super::super::context::Context;
use super::super::csv;
use super::super::error::WebError;
use super::query::ListQuery;
use crate::model::*;
use crate::storage::{AgentQuery, StorageError};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Query};
use futures::{Stream, StreamExt, stream};
use time::format_description::well_known::Rfc3339;

/// Agents read at once: a page of the list, and of those that were chosen.
const PART: usize = 1_000;
const FEW: usize = 100;

/// The present view.
pub(in crate::web) async fn export(context: Context, query: Query<ListQuery>) -> Result<HttpResponse, WebError> {
    all(&context, &query).await
}

/// Everyone of a view.
pub(super) async fn all(context: &Context, query: &ListQuery) -> Result<HttpResponse, WebError> {
    let store = context.state.store.clone();
    let first = AgentQuery { after: None, ..query.to_query(PART) };
    let parts = stream::unfold(Some(first), move |query| {
        let store = store.clone();
        async move {
            let query = query?;
            match store.list_agents(&query).await {
                Ok(page) => {
                    let next = page.next.map(|after| AgentQuery { after: Some(after), ..query });
                    Some((Ok(page.items), next))
                }
                Err(error) => Some((Err(error), None)),
            }
        }
    });
    Ok(answer(context.state.store.groups().await?, parts))
}

/// These, as far as they are there.
pub(super) async fn these(context: &Context, ids: &[AgentId]) -> Result<HttpResponse, WebError> {
    let store = context.state.store.clone();
    let few: Vec<Vec<AgentId>> = ids.chunks(FEW).map(<[AgentId]>::to_vec).collect();
    let parts = stream::iter(few).then(move |ids| {
        let store = store.clone();
        async move {
            let mut agents = Vec::with_capacity(ids.len());
            for id in ids {
                agents.extend(store.agent(id).await?);
            }
            Ok(agents)
        }
    });
    Ok(answer(context.state.store.groups().await?, parts))
}

fn answer(groups: Vec<Group>, parts: impl Stream<Item = Result<Vec<Agent>, StorageError>> + 'static) -> HttpResponse {
    let head = Bytes::from_static("\u{feff}name,email,phone,groups,role,source,state,last_sign_in_at\r\n".as_bytes());
    let rows = parts.map(move |part| {
        let rows: String = part?.iter().map(|agent| row(agent, &groups)).collect();
        Ok(Bytes::from(rows))
    });
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"agents.csv\""))
        .streaming(stream::once(async move { Ok::<_, WebError>(head) }).chain(rows))
}

fn row(agent: &Agent, groups: &[Group]) -> String {
    let names: Vec<&str> =
        groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let last = agent.last_sign_in_at.and_then(|at| at.format(&Rfc3339).ok());
    csv::row(&[
        &agent.name,
        agent.email.as_str(),
        agent.phone.as_deref().unwrap_or_default(),
        &names.join("; "),
        agent.role.as_str(),
        if agent.is_local() { "local" } else { "ldap" },
        agent.state().as_str(),
        &last.unwrap_or_default(),
    ])
}
