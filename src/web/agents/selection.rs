//! Who a change of many is for.

use super::super::context::Context;
use super::super::error::WebError;
use super::bulk::BulkForm;
use super::query::ListQuery;
use crate::model::AgentId;
use crate::storage::{AgentQuery, AgentSort};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Agents read at once.
const PART: usize = 1_000;
/// So many are named before the change.
pub(super) const NAMED: usize = 10;

/// Those who were ticked, or everyone of a view.
pub(super) enum Selection {
    These(Vec<AgentId>),
    Matching { query: Box<ListQuery>, expected: Option<u64>, people: String },
}

/// How many are selected, and some of them by name.
pub(super) struct Shown {
    pub(super) count: u64,
    pub(super) names: Vec<String>,
    /// How many whoever asks had before their eyes, where it were others.
    pub(super) expected: Option<u64>,
    /// Who they are by now.
    pub(super) digest: String,
    ids: Option<Vec<AgentId>>,
}

impl Selection {
    /// What a form says. What is no id is left out.
    pub(super) fn of(form: &BulkForm, query: ListQuery) -> Selection {
        if form.all == "1" {
            let people = form.expected_digest.clone();
            return Selection::Matching { query: Box::new(query), expected: form.expected.parse().ok(), people };
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

    /// What to say of them before anything is done. All are gathered before anyone is changed: a change may take agents
    /// out of the view, or move them within it.
    pub(super) async fn look(&self, context: &Context) -> Result<Shown, WebError> {
        let store = &context.state.store;
        let (query, expected, people) = match self {
            Selection::These(ids) => {
                let mut names = Vec::new();
                for id in ids.iter().take(NAMED) {
                    names.extend(store.agent(*id).await?.map(|agent| agent.name));
                }
                let (count, ids) = (ids.len() as u64, ids.clone());
                return Ok(Shown { count, names, expected: None, digest: String::new(), ids: Some(ids) });
            }
            Selection::Matching { query, expected, people } => (query, *expected, people),
        };
        let first = store.list_agents(&AgentQuery { after: None, ..query.to_query(NAMED) }).await?;
        let names = first.items.into_iter().map(|agent| agent.name).collect();
        let ids = gather(context, query).await?;
        let (count, digest) = (ids.len() as u64, digest(&ids));
        // Where no page said who they were, their number counts alone.
        let is_agreed = expected == Some(count) && (people.is_empty() || *people == digest);
        let expected = expected.filter(|_| !is_agreed);
        Ok(Shown { count, names, expected, digest, ids: is_agreed.then(|| ids.into_iter().collect()) })
    }
}

impl Shown {
    /// Their ids, once. `None`: by now so many match, or such, as nobody has agreed to.
    pub(super) fn agreed(&mut self) -> Option<Vec<AgentId>> {
        self.ids.take()
    }
}

async fn gather(context: &Context, query: &ListQuery) -> Result<BTreeSet<AgentId>, WebError> {
    let mut ids = BTreeSet::new();
    let mut next = Some(AgentQuery { after: None, sort: AgentSort::Name, ..query.to_query(PART) });
    while let Some(query) = next {
        let page = context.state.store.list_agents(&query).await?;
        ids.extend(page.items.iter().map(|agent| agent.id));
        next = page.next.map(|after| AgentQuery { after: Some(after), ..query });
    }
    Ok(ids)
}

/// SHA-256 of their ids, in order.
fn digest(ids: &BTreeSet<AgentId>) -> String {
    let mut digest = Sha256::new();
    ids.iter().for_each(|id| digest.update(id.to_string()));
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
