//! Does one change to many agents, step by step, and tells what came of it.

use super::super::context::Context;
use super::super::error::WebError;
use super::super::layout::Flash;
use crate::language::t;
use crate::model::*;
use crate::storage::{EDITED_AT_ONCE, StorageError};
use crate::web::components::Tone;
use std::collections::BTreeSet;

/// So many are named in the record and in the answer.
const NAMED: usize = 20;

/// What came of it.
#[derive(Default)]
pub(super) struct Done {
    changed: u64,
    unchanged: u64,
    missing: u64,
    removed: u64,
    /// Of those who were changed, the first.
    names: Vec<String>,
    /// The last local administrator who can sign in, by name.
    last_administrator: Option<String>,
    /// Whoever asked was among them, and was left out.
    oneself: bool,
    /// It ended before all were reached.
    broke_off: bool,
}

/// Changes these agents. Whoever asks is left out where it would shut them out themselves.
pub(super) async fn run(context: &Context, mut ids: Vec<AgentId>, edit: &BulkEdit) -> Result<Done, WebError> {
    let mut done = Done::default();
    let shuts_out = edit.blocked == Some(true) || edit.role.is_some_and(|role| role != Role::Administrator);
    if shuts_out {
        let before = ids.len();
        ids.retain(|id| *id != context.agent.id);
        done.oneself = ids.len() < before;
    }
    for step in ids.chunks(EDITED_AT_ONCE) {
        match context.state.store.edit_agents(step, edit).await {
            Ok(outcome) => done.add(context, outcome).await,
            Err(StorageError::NotFound) if done.changed == 0 => {
                return Err(WebError::Unprocessable(t!("agents-bulk-group-gone").into()));
            }
            Err(error) if done.changed == 0 => return Err(error.into()),
            // What was done before is told and recorded.
            Err(error) => {
                tracing::error!(cause = %error, "a change of many agents broke off");
                done.broke_off = true;
                break;
            }
        }
    }
    let Done { changed, unchanged, missing, .. } = done;
    tracing::info!(changed, unchanged, missing, by = %context.agent.id, "agents changed together");
    Ok(done)
}

impl Done {
    async fn add(&mut self, context: &Context, outcome: BulkOutcome) {
        let room = NAMED.saturating_sub(self.names.len());
        self.names.extend(outcome.changed.iter().take(room).map(|(_, after)| after.name.clone()));
        self.changed += outcome.changed.len() as u64;
        self.unchanged += outcome.unchanged;
        self.missing += outcome.missing;
        for (id, why) in outcome.refused {
            match why {
                BulkRefusal::Removed => self.removed += 1,
                BulkRefusal::LastAdministrator => {
                    // The step is done; whether its name can be read keeps nothing from being told and recorded.
                    let agent = context.state.store.agent(id).await.ok().flatten();
                    self.last_administrator = Some(agent.map_or_else(|| id.to_string(), |agent| agent.name));
                }
            }
        }
    }

    /// For whoever asked: what happened, and why not to all.
    pub(super) fn told(&self) -> Flash {
        let mut said = vec![t!("agents-bulk-changed", count = self.changed)];
        if self.unchanged > 0 {
            said.push(t!("agents-bulk-unchanged", count = self.unchanged));
        }
        if self.missing > 0 {
            said.push(t!("agents-bulk-missing", count = self.missing));
        }
        if self.removed > 0 {
            said.push(t!("agents-bulk-removed", count = self.removed));
        }
        if let Some(name) = &self.last_administrator {
            said.push(t!("agents-bulk-last-administrator", name = name));
        }
        if self.oneself {
            said.push(t!("agents-bulk-oneself").to_owned());
        }
        if self.broke_off {
            said.push(t!("agents-bulk-broke-off").to_owned());
        }
        let whole = !self.broke_off && self.last_administrator.is_none() && self.removed == 0 && !self.oneself;
        let tone = if whole && self.changed > 0 { Tone::Ok } else { Tone::Warning };
        Flash { tone, text: said.join(" ") }
    }
}

/// One record for all of them: what was done, how many, and the first by name. In English, as all records are.
pub(super) async fn record(context: &Context, done: &Done, edit: &BulkEdit, groups: &[Group]) {
    if done.changed == 0 {
        return;
    }
    let names = |ids: &BTreeSet<GroupId>| {
        let names = groups.iter().filter(|group| ids.contains(&group.id)).map(|group| group.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let told = |field: &str, new: String| ValueChange { field: field.into(), old: None, new: Some(new) };
    let mut changes = Vec::new();
    if !edit.add_groups.is_empty() {
        changes.push(told("Groups added", names(&edit.add_groups)));
    }
    if !edit.remove_groups.is_empty() {
        changes.push(told("Groups taken away", names(&edit.remove_groups)));
    }
    changes.extend(edit.set_groups.as_ref().map(|set| told("Groups set", names(set))));
    changes.extend(edit.role.map(|role| told("Role", role.label().into())));
    changes.extend(edit.blocked.map(|blocked| told("Sign-in blocked", if blocked { "yes" } else { "no" }.into())));
    let more = done.changed - done.names.len() as u64;
    let shown = done.names.join(", ");
    let who = if more == 0 { shown } else { format!("{shown} and {} more", thousands(more)) };
    changes.push(told("Agents", who));
    let how_many = match done.changed {
        1 => "1 agent".to_owned(),
        many => format!("{} agents", thousands(many)),
    };
    let action = match edit.blocked {
        Some(true) => Action::AgentsBlocked,
        Some(false) => Action::AgentsUnblocked,
        None => Action::AgentsEdited,
    };
    context.record(action, |deed| deed.with(changes).because(how_many)).await;
}
