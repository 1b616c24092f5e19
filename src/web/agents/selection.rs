//! Who a change of many is for.

use super::super::context::Context;
use super::super::error::WebError;
use super::bulk::BulkForm;
use super::query::ListQuery;
use crate::model::AgentId;
use crate::storage::{AgentQuery, AgentSort};
use std::collections::BTreeSet;

/// Agents read at once.
const PART: usize = 1_000;
/// So many are named before the change.
pub(super) const NAMED: usize = 10;

/// Those who were ticked, or everyone of a view.
pub(super) enum Selection {
    These(Vec<AgentId>),
    Matching { query: Box<ListQuery>, expected: Option<u64> },
}

/// How many are selected, and some of them by name.
pub(super) struct Shown {
    pub(super) count: u64,
    pub(super) names: Vec<String>,
    /// How many whoever asks had before their eyes, where it were others.
    pub(super) expected: Option<u64>,
}

impl Selection {
    /// What a form says. What is no id is left out.
    pub(super) fn of(form: &BulkForm, query: ListQuery) -> Selection {
        if form.all == "1" {
            return Selection::Matching { query: Box::new(query), expected: form.expected.parse().ok() };
        }
        let ids: BTreeSet<AgentId> = form.ids.iter().filter_map(|id| id.parse().ok()).collect();
        Selection::These(ids.into_iter().collect())
    }

    /// The list they were selected in.
    pub(super) fn back(&self) -> String {
        match self {
            Selection::These(_) => "/agents".into(),
            Selection::Matching { query, .. } => query.url(|_| {}),
        }
    }

    /// What to say of them before anything is done.
    pub(super) async fn look(&self, context: &Context) -> Result<Shown, WebError> {
        let store = &context.state.store;
        match self {
            Selection::These(ids) => {
                let mut names = Vec::new();
                for id in ids.iter().take(NAMED) {
                    names.extend(store.agent(*id).await?.map(|agent| agent.name));
                }
                Ok(Shown { count: ids.len() as u64, names, expected: None })
            }
            Selection::Matching { query, expected } => {
                let page = store.list_agents(&AgentQuery { after: None, ..query.to_query(NAMED) }).await?;
                let names = page.items.into_iter().map(|agent| agent.name).collect();
                Ok(Shown { count: page.total, names, expected: expected.filter(|expected| *expected != page.total) })
            }
        }
    }

    /// Their ids. All are gathered before anyone is changed: a change may take agents out of the view, or move them
    /// within it. `None`: by now so many match as nobody has agreed to.
    pub(super) async fn ids(&self, context: &Context) -> Result<Option<Vec<AgentId>>, WebError> {
        let (query, expected) = match self {
            Selection::These(ids) => return Ok(Some(ids.clone())),
            Selection::Matching { query, expected } => (query, *expected),
        };
        let mut ids = BTreeSet::new();
        let mut next = Some(AgentQuery { after: None, sort: AgentSort::Name, ..query.to_query(PART) });
        while let Some(query) = next {
            let page = context.state.store.list_agents(&query).await?;
            ids.extend(page.items.iter().map(|agent| agent.id));
            next = page.next.map(|after| AgentQuery { after: Some(after), ..query });
        }
        let agreed = expected == Some(ids.len() as u64);
        Ok(agreed.then(|| ids.into_iter().collect()))
    }
}
