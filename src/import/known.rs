//! What an import knows before it asks the directory: the settings, the agents, whose addresses are whose.

use super::RequestError;
use super::plan::{Elsewhere, Placer, Planner, Roster};
use super::run::Engine;
use super::stop::Stop;
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

    pub(super) async fn planner(
        &self,
        directory: DirectoryId,
        roster: Roster,
        placer: Placer,
        scope: &Scope,
    ) -> Result<Planner, Stop> {
        let before = self.store.standing(directory).await?.scope.map(|scope| scope.guid_attribute);
        let others = others(&self.store, directory).await?;
        Ok(Planner::new(roster, others, placer, &scope.guid_attribute, before.as_deref()))
    }
}

/// Agents come in pages and are packed at once, so that all of them are never in memory twice.
pub(super) async fn roster(store: &Store, directory: DirectoryId) -> Result<Roster, StorageError> {
    let mut roster = Roster::default();
    let mut after = None;
    loop {
        let page = store.ldap_agents(directory, after, PAGE).await?;
        page.iter().for_each(|agent| roster.add(agent));
        after = page.last().map(|agent| agent.id);
        if page.len() < PAGE {
            return Ok(roster);
        }
    }
}

/// Addresses of everyone who is not of this directory, and where they are from.
async fn others(store: &Store, directory: DirectoryId) -> Result<Vec<(String, Elsewhere)>, StorageError> {
    let directories = store.directories().await?.into_iter();
    let names: HashMap<DirectoryId, Arc<str>> =
        directories.map(|directory| (directory.id, directory.name().into())).collect();
    let others = store.other_emails(directory).await?.into_iter();
    let elsewhere = |of: DirectoryId| names.get(&of).cloned().unwrap_or_else(|| of.to_string().into());
    Ok(others
        .map(|(email, of)| (email, of.map_or(Elsewhere::Local, |of| Elsewhere::Directory(elsewhere(of)))))
        .collect())
}
