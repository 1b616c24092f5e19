use super::super::context::Context;
use super::super::error::WebError;
use crate::language::t;
use crate::model::*;
use std::collections::HashMap;

/// What a directory is called, also when it is not there any more.
pub(in crate::web) fn directory_name(id: DirectoryId, directories: &[Directory]) -> String {
    let found = directories.iter().find(|directory| directory.id == id);
    found.map_or_else(|| t!("imports-directory-deleted", number = id.to_string()), Directory::name)
}

/// Names of the agents who started runs and decided about them.
pub(super) struct Names(HashMap<AgentId, String>);

impl Names {
    /// Looks up each once.
    pub(super) async fn of<'a>(
        context: &Context,
        runs: impl IntoIterator<Item = &'a ImportRun>,
        also: Option<AgentId>,
    ) -> Result<Names, WebError> {
        let mut names = HashMap::new();
        for run in runs {
            let starter = if let StartedBy::Agent(id) = run.started_by { Some(id) } else { None };
            for id in starter.into_iter().chain(run.decision.map(|decision| decision.by)).chain(also) {
                if names.contains_key(&id) {
                    continue;
                }
                let agent = context.state.store.agent(id).await?;
                names.insert(id, agent.map_or_else(|| t!("imports-agent-deleted").into(), |agent| agent.name));
            }
        }
        Ok(Names(names))
    }

    /// Who started a run, in a list.
    pub(super) fn starter(&self, run: &ImportRun) -> &str {
        match run.started_by {
            StartedBy::Schedule => t!("imports-by-schedule"),
            StartedBy::Command => t!("imports-by-command"),
            StartedBy::Agent(id) => self.of_agent(id),
        }
    }

    /// One of those who started or decided.
    pub(super) fn of_agent(&self, id: AgentId) -> &str {
        self.0.get(&id).map_or(t!("imports-agent-unknown"), String::as_str)
    }
}
