//! What an import knows before it asks the directory: the settings, the agents, whose addresses are whose.

use super::RequestError;
use super::plan::{Arrival, Elsewhere, Planner, Roster};
use super::run::Engine;
use super::stop::{Signals, Stop};
use crate::model::*;
use crate::storage::{StorageError, Store};
use std::collections::HashMap;
use std::sync::Arc;

/// Agents loaded at once.
const PAGE: usize = 1_000;

/// Of an import that waited while its directory was deleted.
pub(super) const GONE: &str = "This directory was deleted from the panel.";

impl Engine {
    pub(super) async fn settings(&self, directory: DirectoryId) -> Result<LdapSettings, Stop> {
        match self.store.directory(directory).await? {
            None => Err(Stop::failed(GONE.to_owned())),
            Some(directory) if !directory.settings.enabled => Err(Stop::failed(RequestError::Disabled.to_string())),
            Some(directory) => Ok(directory.settings),
        }
    }

    /// Agents come in pages and are packed at once, so that all of them are never in memory twice.
    pub(super) async fn roster(&self, directory: DirectoryId, signals: &Signals) -> Result<Roster, Stop> {
        let mut roster = Roster::default();
        let mut after = None;
        loop {
            signals.check()?;
            let page = self.store.ldap_agents(directory, after, PAGE).await?;
            page.iter().for_each(|agent| roster.add(agent));
            after = page.last().map(|agent| agent.id);
            if page.len() < PAGE {
                return Ok(roster);
            }
        }
    }

    pub(super) async fn planner(
        &self,
        directory: DirectoryId,
        settings: &LdapSettings,
        roster: Roster,
        scope: &Scope,
    ) -> Result<Planner, Stop> {
        let arrival = Arrival { groups: [settings.default_group].into(), role: settings.default_role };
        let before = self.store.standing(directory).await?.scope.map(|scope| scope.guid_attribute);
        let names = names(&self.store).await?;
        let others = self.store.other_emails(directory).await?.into_iter();
        let others = others.map(|(email, of)| match of {
            None => (email, Elsewhere::Local),
            Some(of) => (email, Elsewhere::Directory(names.get(&of).cloned().unwrap_or_else(|| of.to_string().into()))),
        });
        Ok(Planner::new(roster, others, arrival, &scope.guid_attribute, before.as_deref()))
    }
}

/// What directories are called.
async fn names(store: &Store) -> Result<HashMap<DirectoryId, Arc<str>>, StorageError> {
    let directories = store.directories().await?.into_iter();
    Ok(directories.map(|directory| (directory.id, directory.name().into())).collect())
}
