//! What `muster check`, `import` and `owner` do, wherever they run: in a process of their own, or in
//! the panel that owns the store.

use crate::auth::local_password;
use crate::backup::BackupError;
use crate::import::{Imports, RequestError};
use crate::model::*;
use crate::monitor::Monitor;
use crate::storage::{StorageError, Store};
use secrecy::SecretString;
use std::time::Duration;
use time::OffsetDateTime;
use tokio_util::sync::CancellationToken;

/// Why a command did not do its work: one sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CommandError(pub String);

impl From<StorageError> for CommandError {
    fn from(error: StorageError) -> Self {
        CommandError(format!("{error}."))
    }
}

impl From<BackupError> for CommandError {
    fn from(error: BackupError) -> Self {
        CommandError(error.0)
    }
}

impl From<RequestError> for CommandError {
    fn from(error: RequestError) -> Self {
        CommandError(error.to_string())
    }
}

/// The parts commands need.
#[derive(Clone)]
#[allow(missing_docs)]
pub struct Commands {
    pub store: Store,
    pub monitor: Monitor,
    pub imports: Imports,
    /// Whether a job of this process does the imports; otherwise the command does.
    pub has_worker: bool,
}

/// What `muster owner` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum OwnerOutcome {
    Created,
    PasswordSet,
}

impl Commands {
    /// The full check with the saved settings.
    pub async fn check(&self) -> Result<CheckReport, CommandError> {
        let report = self.monitor.check_saved().await?;
        report.ok_or_else(|| {
            CommandError("There are no LDAP settings yet. Open the panel and fill in LDAP directory.".into())
        })
    }

    /// One import, to its end.
    pub async fn import(&self, dry_run: bool) -> Result<ImportRun, CommandError> {
        let run = self.imports.request(StartedBy::Command, dry_run).await?;
        loop {
            if !self.has_worker {
                // Where a panel works already it does nothing, and looks again.
                self.imports.work(CancellationToken::new()).await;
            }
            match self.store.run(run.id).await? {
                Some(run) if !run.is_open() => return Ok(run),
                Some(_) => tokio::select! {
                    () = tokio::time::sleep(Duration::from_millis(100)) => {}
                    // Then nobody can write the run's end.
                    error = self.store.failed() => return Err(error.into()),
                },
                None => return Err(CommandError("The import's record is gone.".into())),
            }
        }
    }

    /// Creates a local administrator, or sets a new password for one. A local agent of another role
    /// becomes an administrator and is unblocked: this is the way back in.
    pub async fn owner(&self, email: &str, password: &SecretString) -> Result<OwnerOutcome, CommandError> {
        let email = Email::parse(email).map_err(|error| CommandError(error.0))?;
        local_password::check_strength(password).map_err(|error| CommandError(error.0))?;
        let hash = local_password::hash(password).await?;
        match self.store.agent_by_email(email.as_str()).await? {
            None => {
                let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
                let new = NewLocalAgent {
                    name,
                    email,
                    phone: None,
                    groups: Default::default(),
                    role: Role::Administrator,
                    password_hash: hash,
                };
                self.store.create_local_agent(new, OffsetDateTime::now_utc()).await?;
                Ok(OwnerOutcome::Created)
            }
            Some(agent) if !agent.is_local() => Err(CommandError(
                "That email belongs to an agent from the directory, whose password is there. Use another email.".into(),
            )),
            Some(agent) => {
                let edit = AgentEdit {
                    role: Some(Role::Administrator),
                    blocked: Some(false),
                    password_hash: Some(hash),
                    ..AgentEdit::default()
                };
                self.store.edit_agent(agent.id, edit, None).await?;
                Ok(OwnerOutcome::PasswordSet)
            }
        }
    }
}
