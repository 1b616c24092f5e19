//! The list: its query is in the URL, so that a view can be bookmarked.

use super::super::context::{Context, Screen, respond};
use super::super::error::WebError;
use super::super::htmx;
use super::super::layout::Section;
use super::{json, list_view};
use crate::model::*;
use crate::storage::{AgentQuery, AgentSort};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::web::{Bytes, Query};
use serde::{Deserialize, Serialize};

/// Agents a page.
const PAGE: usize = 50;

/// The query as it stands in the URL.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct ListQuery {
    pub(super) q: String,
    pub(super) group: String,
    pub(super) role: String,
    pub(super) source: String,
    /// Number of a directory.
    pub(super) directory: String,
    pub(super) state: String,
    pub(super) sort: String,
    pub(super) after: String,
    /// Number of the first row, for "51–100 of 12,408"; only shown.
    pub(super) from: String,
}

/// Sort orders by their URL names.
const SORTS: [(&str, AgentSort); 6] = [
    ("name", AgentSort::Name),
    ("-name", AgentSort::NameDescending),
    ("email", AgentSort::Email),
    ("-email", AgentSort::EmailDescending),
    ("-last_sign_in", AgentSort::LastSignIn),
    ("last_sign_in", AgentSort::LastSignInAscending),
];

impl ListQuery {
    /// What the store is asked. A filter that names nothing known is left out, as an old bookmark
    /// should not be an error.
    fn to_query(&self, limit: usize) -> AgentQuery {
        AgentQuery {
            text: self.q.chars().take(200).collect::<String>().to_lowercase(),
            group: self.group.parse().ok().map(GroupId),
            role: Role::parse(&self.role),
            from_ldap: match self.source.as_str() {
                "ldap" => Some(true),
                "local" => Some(false),
                _ => None,
            },
            directory: self.directory.parse().ok(),
            state: AgentState::parse(&self.state),
            never_signed_in: false,
            sort: SORTS.iter().find(|(name, _)| *name == self.sort).map_or(AgentSort::Name, |(_, sort)| *sort),
            after: Some(self.after.clone()).filter(|after| !after.is_empty()),
            limit,
        }
    }

    /// Whether anything narrows the list.
    pub(super) fn is_narrowed(&self) -> bool {
        [&self.q, &self.group, &self.role, &self.source, &self.directory, &self.state]
            .iter()
            .any(|text| !text.trim().is_empty())
    }

    /// The same view with some parts replaced; the page goes back to the first.
    pub(super) fn url(&self, change: impl FnOnce(&mut ListQuery)) -> String {
        let mut query = ListQuery { after: String::new(), from: String::new(), ..self.clone() };
        change(&mut query);
        let pairs: Vec<(&str, &str)> = [
            ("q", &query.q),
            ("group", &query.group),
            ("role", &query.role),
            ("source", &query.source),
            ("directory", &query.directory),
            ("state", &query.state),
            ("sort", &query.sort),
            ("after", &query.after),
            ("from", &query.from),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, value.as_str()))
        .collect();
        match serde_html_form::to_string(&pairs) {
            Ok(text) if !text.is_empty() => format!("/agents?{text}"),
            _ => "/agents".into(),
        }
    }

    /// Number of the first row of this page.
    pub(super) fn first_row(&self) -> u64 {
        self.from.parse().unwrap_or(1).max(1)
    }
}

#[cfg(any(test, fuzzing))]
pub(in crate::web) fn fuzz(query: &str) {
    let Ok(query) = serde_html_form::from_str::<ListQuery>(query) else { return };
    let asked = query.to_query(PAGE);
    assert!(asked.text.chars().count() <= 600 && asked.limit == PAGE && query.first_row() >= 1);
    let url = query.url(|_| {});
    let again: ListQuery = url.split_once('?').and_then(|(_, q)| serde_html_form::from_str(q).ok()).unwrap_or_default();
    assert_eq!(again.url(|_| {}), url, "a link to a view is another view");
}

pub(in crate::web) async fn index(context: Context, query: Query<ListQuery>) -> Result<HttpResponse, WebError> {
    let query = query.into_inner();
    let page = context.state.store.list_agents(&query.to_query(PAGE)).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(json::page(&page)));
    }
    let groups = context.state.store.groups().await?;
    let counts = context.state.store.agent_counts().await?;
    let directories = context.state.store.directories().await?;
    let kept = directories.iter().map(|directory| directory.settings.removals.keep_removed_days);
    let list = list_view::ListPage {
        query: &query,
        page: &page,
        groups: &groups,
        counts: &counts,
        directories: &directories,
        // The shortest of several: what is said is true of all.
        keep_removed_days: kept.min().unwrap_or(RemovalPolicy::default().keep_removed_days),
        is_administrator: context.is_administrator(),
        now: context.now,
    };
    if htmx::is_htmx(&context.request) {
        return Ok(respond(StatusCode::OK, list_view::results(&list)));
    }
    let screen = Screen::new("Agents", Section::Agents, list_view::agents(&list))
        .lead(list_view::lead(&counts))
        .actions(list_view::actions(&query, context.is_administrator()));
    context.render(StatusCode::OK, screen).await
}

/// The present view as CSV, page by page, so that 100,000 agents need no memory.
pub(in crate::web) async fn export(context: Context, query: Query<ListQuery>) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    let store = context.state.store.clone();
    let first = AgentQuery { after: None, ..query.to_query(1_000) };
    let head = Bytes::from_static("\u{feff}name,email,phone,groups,role,source,state,last_sign_in_at\r\n".as_bytes());
    let pages = futures::stream::unfold(Some(first), move |query| {
        let (store, groups) = (store.clone(), groups.clone());
        async move {
            let query = query?;
            match store.list_agents(&query).await {
                Ok(page) => {
                    let rows: String = page.items.iter().map(|agent| csv_row(agent, &groups)).collect();
                    let next = page.next.map(|after| AgentQuery { after: Some(after), ..query });
                    Some((Ok(Bytes::from(rows)), next))
                }
                Err(error) => Some((Err(WebError::from(error)), None)),
            }
        }
    });
    use futures::StreamExt;
    let body = futures::stream::once(async move { Ok::<_, WebError>(head) }).chain(pages);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"agents.csv\""))
        .streaming(body))
}

fn csv_row(agent: &Agent, groups: &[Group]) -> String {
    let names: Vec<&str> =
        groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let last = agent.last_sign_in_at.and_then(|at| at.format(&time::format_description::well_known::Rfc3339).ok());
    super::super::csv::row(&[
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
