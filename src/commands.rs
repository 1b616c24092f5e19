//! What `muster check`, `import` and `owner` do, wherever they run: in a process of their own, or in
//! the panel that owns the store.

use crate::activity::ActivityLog;
use crate::auth::{begin_anew, local_password, switch_off};
use crate::backup::BackupError;
use crate::import::{Imports, RequestError};
use crate::model::*;
use crate::monitor::Monitor;
use crate::storage::activity::Verified;
use crate::storage::{StorageError, Store};
use futures::future::join_all;
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
    pub activity: ActivityLog,
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
    /// The second factor, which was on, is off as well.
    Reset,
}

/// What a command did for each of the directories that it was to do it for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Each<T> {
    /// There are several directories, and none was named.
    pub is_list: bool,
    /// By number of the directory.
    pub of: Vec<Done<T>>,
}

/// What it did for one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Done<T> {
    pub directory: DirectoryId,
    pub name: String,
    pub outcome: T,
}

impl Commands {
    /// The full check with the saved settings: of the directory that is named, else of all that are switched on.
    pub async fn check(&self, directory: Option<&str>) -> Result<Each<CheckReport>, CommandError> {
        let (directories, is_list) = self.meant(directory).await?;
        let checks = directories.into_iter().map(async |directory| {
            let report = self.monitor.check_saved(directory.id).await?;
            let (name, gone) = (directory.name(), || CommandError("The directory was deleted meanwhile.".into()));
            Ok(Done { directory: directory.id, name, outcome: report.ok_or_else(gone)? })
        });
        let of = join_all(checks).await.into_iter().collect::<Result<Vec<_>, CommandError>>()?;
        Ok(Each { is_list, of })
    }

    /// One import, to its end: of the directory that is named, else of each that is switched on.
    pub async fn import(&self, directory: Option<&str>, dry_run: bool) -> Result<Each<ImportRun>, CommandError> {
        let (directories, is_list) = self.meant(directory).await?;
        // All are asked for before the first is waited for.
        let mut asked = Vec::new();
        for directory in directories {
            let run = self.imports.request(directory.id, StartedBy::Command, dry_run).await?;
            let kind = if dry_run { "preview" } else { "import" };
            let subject = Subject::new(SubjectKind::Import, run.id, format!("{kind} #{}", run.id));
            self.record(Action::ImportStarted, Some(subject)).await;
            asked.push(Done { directory: directory.id, name: directory.name(), outcome: run });
        }
        let mut of = Vec::new();
        for Done { directory, name, outcome } in asked {
            of.push(Done { directory, name, outcome: self.finished(outcome).await? });
        }
        Ok(Each { is_list, of })
    }

    /// Goes through the activity log.
    pub async fn verify_activity(&self) -> Result<Verified, CommandError> {
        Ok(self.activity.verify().await?)
    }

    /// Records what a command did.
    pub async fn record(&self, action: Action, subject: Option<Subject>) {
        let deed = Deed::new(OffsetDateTime::now_utc(), Actor::Command, action);
        self.activity.record(Deed { subject, ..deed }).await;
    }

    /// The directory that is named by number or name, else all of several that are switched on, or the only one.
    async fn meant(&self, wanted: Option<&str>) -> Result<(Vec<Directory>, bool), CommandError> {
        let mut directories = self.store.directories().await?;
        if directories.is_empty() {
            return Err(CommandError(
                "There are no LDAP settings yet. Open the panel and fill in LDAP directory.".into(),
            ));
        }
        if let Some(wanted) = wanted {
            let found = named(&directories, wanted).cloned();
            return found.map(|directory| (vec![directory], false)).ok_or_else(|| no_such(wanted, &directories));
        }
        let is_list = directories.len() > 1;
        if is_list {
            directories.retain(|directory| directory.settings.enabled);
        }
        if directories.is_empty() {
            return Err(CommandError("Every directory is switched off. Switch one on under LDAP directory.".into()));
        }
        Ok((directories, is_list))
    }

    async fn finished(&self, run: ImportRun) -> Result<ImportRun, CommandError> {
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
    /// becomes an administrator and is unblocked, and a second factor is switched off: this is the way back in.
    pub async fn owner(&self, email: &str, password: &SecretString) -> Result<OwnerOutcome, CommandError> {
        let email = Email::parse(email).map_err(|error| CommandError(error.0))?;
        local_password::check_strength(password, &[email.as_str()]).map_err(|error| CommandError(error.0))?;
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
                let agent = self.store.create_local_agent(new, OffsetDateTime::now_utc()).await?;
                self.record(Action::OwnerSet, Some(Subject::agent(&agent))).await;
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
                let agent = self.store.edit_agent(agent.id, edit, None).await?;
                begin_anew(&self.store, &agent).await?;
                self.record(Action::OwnerSet, Some(Subject::agent(&agent))).await;
                let had_second_factor = switch_off(&self.store, agent.id).await?;
                if had_second_factor {
                    self.record(Action::SecondFactorReset, Some(Subject::agent(&agent))).await;
                }
                Ok(if had_second_factor { OwnerOutcome::Reset } else { OwnerOutcome::PasswordSet })
            }
        }
    }
}

fn no_such(wanted: &str, directories: &[Directory]) -> CommandError {
    let all: Vec<String> =
        directories.iter().map(|directory| format!("{} ({})", directory.name(), directory.id)).collect();
    CommandError(format!("There is no directory {wanted}. Name one of these by name or number: {}.", all.join(", ")))
}
