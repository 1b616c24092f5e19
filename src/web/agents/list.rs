//! The list: what is on a page of it, whole or as a fragment.

use super::super::context::{Context, Screen, respond};
use super::super::error::WebError;
use super::super::htmx;
use super::super::layout::Section;
use super::query::{ListQuery, PAGE};
use super::{json, list_view, watch};
use crate::language::t;
use crate::model::*;
use crate::storage::{AgentCounts, Page};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;

/// A page of the list, with what stands around it.
pub(super) struct Listing {
    pub(super) query: ListQuery,
    pub(super) page: Page<Agent>,
    pub(super) groups: Vec<Group>,
    pub(super) counts: AgentCounts,
    pub(super) directories: Vec<Directory>,
    /// What the store was like just before.
    pub(super) marker: String,
    /// Who looks.
    pub(super) viewer: AgentId,
    pub(super) is_administrator: bool,
    pub(super) csrf: String,
    pub(super) now: Timestamp,
}

impl Listing {
    /// The marker was taken before: what changes meanwhile is seen again, not missed.
    pub(super) async fn read(context: &Context, query: ListQuery, marker: String) -> Result<Listing, WebError> {
        let store = &context.state.store;
        Ok(Listing {
            page: store.list_agents(&query.to_query(PAGE)).await?,
            groups: store.groups().await?,
            counts: store.agent_counts().await?,
            directories: store.directories().await?,
            query,
            marker,
            viewer: context.agent.id,
            is_administrator: context.is_administrator(),
            csrf: context.csrf(),
            now: context.now,
        })
    }

    /// How long removed agents are kept. The shortest of several directories: what is said is true of all.
    pub(super) fn keep_removed_days(&self) -> u16 {
        let kept = self.directories.iter().map(|directory| directory.settings.removals.keep_removed_days);
        kept.min().unwrap_or(RemovalPolicy::default().keep_removed_days)
    }

    /// Whether agents can be selected here.
    pub(super) fn selects(&self) -> bool {
        self.is_administrator && !self.query.is_of_removed()
    }
}

pub(in crate::web) async fn index(context: Context, query: Query<ListQuery>) -> Result<HttpResponse, WebError> {
    let query = query.into_inner();
    if htmx::wants_json(&context.request) {
        let page = context.state.store.list_agents(&query.to_query(PAGE)).await?;
        return Ok(HttpResponse::Ok().json(json::page(&page)));
    }
    let marker = watch::marker(&context).await?;
    let list = Listing::read(&context, query, marker).await?;
    if htmx::is_htmx(&context.request) {
        return Ok(respond(StatusCode::OK, list_view::answer(&list, true)));
    }
    let screen = Screen::new(t!("layout-agents"), Section::Agents, list_view::agents(&list))
        .lead(list_view::lead(&list, false))
        .actions(list_view::actions(&list, false));
    context.render(StatusCode::OK, screen).await
}
