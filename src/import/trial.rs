//! A trial of rules, because an administrator asks: the directory is read as an import reads it, and nothing is written.

use super::plan::{Trial, TrialReport};
use super::run::IN_FLIGHT;
use super::{Imports, known, rules};
use crate::model::*;
use crate::monitor;
use crate::storage::StorageError;
use std::time::Duration;
use tokio::sync::mpsc;

/// The longest it may take: proxies give up on an answer after a minute.
const LIMIT: Duration = Duration::from_secs(50);

/// Why nothing is known.
#[derive(Debug, thiserror::Error)]
pub enum TrialError {
    /// The directory could not be read.
    #[error("{} {}", .0.failure.message(), .0.failure.remedy())]
    Directory(DirectoryProblem),
    /// It takes too long.
    #[error("The directory did not answer everything within {} seconds. Try again when it is less busy.", LIMIT.as_secs())]
    TooSlow,
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<DirectoryProblem> for TrialError {
    fn from(problem: DirectoryProblem) -> TrialError {
        TrialError::Directory(problem)
    }
}

impl Imports {
    /// What these rules, in place of the saved ones of a directory, would do to its agents.
    pub async fn try_rules(&self, directory: &Directory, typed: Vec<PlacementRule>) -> Result<TrialReport, TrialError> {
        let (id, saved) = (directory.id, &directory.settings);
        let settings = LdapSettings { rules: typed, ..saved.clone() };
        let trial = tokio::time::timeout(LIMIT, self.trial(id, &settings)).await.unwrap_or(Err(TrialError::TooSlow));
        match (&self.monitor, &trial) {
            (Some(monitor), Err(TrialError::Directory(problem))) => monitor.bind_failed(id, saved, problem),
            (Some(monitor), Ok(_)) => monitor.bind_succeeded(id, saved),
            _ => {}
        }
        trial
    }

    async fn trial(&self, directory: DirectoryId, settings: &LdapSettings) -> Result<TrialReport, TrialError> {
        let access = monitor::open_access(&self.secrets, settings)?;
        let mut reading = self.directory.open(access).await?;
        let problems = reading.rules().await?;
        let scope = Scope::of(settings, &reading.resolved());
        let before = self.store.standing(directory).await?.scope.map(|scope| scope.guid_attribute);
        let roster = known::roster(&self.store, directory).await?;
        let placer = rules::placer(&self.store, settings, &problems).await?;
        let mut trial = Trial::new(roster, placer, &scope.guid_attribute, before.as_deref(), problems);
        let (tell, mut found) = mpsc::channel(IN_FLIGHT);
        let look = async {
            while let Some(found) = found.recv().await {
                trial.see(&found);
            }
        };
        let (read, ()) = tokio::join!(reading.everyone(tell), look);
        read?;
        reading.close().await;
        Ok(trial.finish())
    }
}
