//! `/live`: what changed of that which stands on every page, since the page was made. One cheap question, every five
//! seconds; the lists hear of it by events (`muster:agents`, `muster:groups`, `muster:runs`) and ask for themselves.

use super::context::{Context, respond};
use super::error::WebError;
use super::layout::{NavCounts, Pulse, notices, oob_counts};
use super::ldap_settings::{Follows, mark, status_pill};
use super::{csrf, htmx, imports};
use crate::model::*;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::Query;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// What the panel's pages show of the moment.
pub(super) struct Moment {
    agents: u64,
    groups: Vec<Group>,
    sizes: HashMap<GroupId, u64>,
    /// For administrators.
    pub(super) office: Option<Office>,
}

/// What only administrators see of it.
pub(super) struct Office {
    whose: Option<DirectoryId>,
    status: ConnectionStatus,
    holds: BTreeMap<DirectoryId, Hold>,
    newest: Option<ImportRun>,
    open: Option<RunId>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct LiveQuery {
    seen: String,
}

pub(super) async fn show(context: Context, query: Query<LiveQuery>) -> Result<HttpResponse, WebError> {
    let moment = Moment::of(&context).await?;
    let marks = moment.marks(&context);
    let changed = marks.changed_since(&query.seen);
    if changed.is_empty() {
        return Ok(HttpResponse::NoContent().finish());
    }
    let mut response = respond(StatusCode::OK, moment.changes(&context, &changed).await?);
    if let Ok(events) = HeaderValue::from_str(&events(&changed)) {
        response.headers_mut().insert(HeaderName::from_static("hx-trigger"), events);
    }
    Ok(response)
}

impl Moment {
    /// As it is now. Each part is kept as it is read: nothing is counted here.
    pub(super) async fn of(context: &Context) -> Result<Moment, WebError> {
        let store = &context.state.store;
        if context.agent.role == Role::Employee {
            return Ok(Moment { agents: 0, groups: Vec::new(), sizes: HashMap::new(), office: None });
        }
        let (agents, groups, sizes) =
            (store.agent_counts().await?.total, store.groups().await?, store.group_sizes().await?);
        let mut office = None;
        if context.is_administrator() {
            let (whose, status) = context.state.monitor.worst();
            let (holds, newest, open) = (store.holds().await?, store.newest_run().await?, store.next_open_run().await?);
            office = Some(Office { whose, status, holds, newest, open });
        }
        Ok(Moment { agents, groups, sizes, office })
    }

    /// What stands beside the entries of the navigation.
    pub(super) fn counts(&self) -> NavCounts {
        let importing = self.office.as_ref().is_some_and(|office| office.open.is_some());
        NavCounts { agents: self.agents, groups: self.groups.len() as u64, importing }
    }

    /// The element that asks what has changed since.
    pub(super) fn pulse(&self, context: &Context) -> Pulse {
        let marks = self.marks(context);
        Pulse {
            seen: marks.0.join("."),
            session: marks.0[0].clone(),
            who: digest(&context.agent.id),
            csrf_token: context.csrf(),
        }
    }

    fn marks(&self, context: &Context) -> Marks {
        let sizes: BTreeMap<_, _> = self.sizes.iter().collect();
        let office = self.office.as_ref();
        Marks([
            digest(&(context.agent.id, context.agent.role, csrf::token(&context.session))),
            digest(&self.agents),
            digest(&(&self.groups, sizes)),
            digest(&office.map(|office| (office.whose, mark(&office.status)))),
            digest(&office.map(|office| &office.holds)),
            digest(&office.map(|office| (office.newest.as_ref().map(|run| (run.id, run.state)), office.open))),
        ])
    }

    async fn changes(&self, context: &Context, changed: &[usize]) -> Result<Markup, WebError> {
        let has = |part: usize| changed.contains(&part);
        let directories = match &self.office {
            Some(_) if has(STATUS) || has(HOLDS) => context.state.store.directories().await?,
            _ => Vec::new(),
        };
        let page = htmx::page(&context.request).unwrap_or_default();
        Ok(html! {
            (self.pulse(context))
            @if has(AGENTS) || has(GROUPS) || has(RUNS) { (oob_counts(context.agent.role, &self.counts())) }
            @if let Some(office) = &self.office {
                @if has(STATUS) { (status_pill(&office.status, office.whose, &directories, Follows::Sent)) }
                @if has(HOLDS) { (notices(&office.held(&page, &directories), true)) }
            }
        })
    }
}

impl Office {
    /// The status pill, for a page.
    pub(super) fn pill(&self, directories: &[Directory]) -> Markup {
        status_pill(&self.status, self.whose, directories, Follows::Page)
    }

    /// What is held, for the page at this path: that of the import that holds says more.
    pub(super) fn held(&self, path: &str, directories: &[Directory]) -> Markup {
        let mut holds = self.holds.clone();
        holds.retain(|_, hold| path != format!("/imports/{}", hold.run));
        imports::hold_banners(&holds, directories)
    }
}

/// A digest of each part, in a fixed order.
struct Marks([String; 6]);

const AGENTS: usize = 1;
const GROUPS: usize = 2;
const STATUS: usize = 3;
const HOLDS: usize = 4;
const RUNS: usize = 5;

impl Marks {
    /// The parts that are not as they were; all of them, where the page shows those of another version.
    fn changed_since(&self, seen: &str) -> Vec<usize> {
        let seen: Vec<&str> = seen.split('.').collect();
        let differs = |(at, mark): (usize, &String)| (seen.get(at) != Some(&mark.as_str())).then_some(at);
        self.0.iter().enumerate().filter_map(differs).collect()
    }
}

/// What the lists of a page are told. An import changes agents without changing their number.
fn events(changed: &[usize]) -> String {
    let told = [("muster:agents", &[AGENTS, RUNS][..]), ("muster:groups", &[GROUPS]), ("muster:runs", &[RUNS])];
    let told = told.iter().filter(|(_, parts)| parts.iter().any(|part| changed.contains(part)));
    told.map(|(event, _)| *event).collect::<Vec<_>>().join(", ")
}

/// Enough to tell two apart, and nothing of what is in it.
fn digest(of: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(of).unwrap_or_default();
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_told_and_all_of_it_to_a_page_of_another_version() {
        let marks = |agents: &str| Marks(["s", agents, "g", "t", "h", "r"].map(str::to_owned));
        assert_eq!(marks("a").changed_since("s.a.g.t.h.r"), Vec::<usize>::new());
        assert_eq!(marks("b").changed_since("s.a.g.t.h.r"), [AGENTS]);
        assert_eq!(marks("a").changed_since("x"), [0, 1, 2, 3, 4, 5]);
        assert_eq!(events(&[AGENTS, HOLDS]), "muster:agents");
        assert_eq!(events(&[RUNS]), "muster:agents, muster:runs");
        assert_eq!(events(&[0, STATUS]), "");
    }
}
