//! One attempt to sign in, from the typed email to the agent.
//!
//! What the person is told gives nothing away: an unknown email, a wrong password and an account that
//! may not sign in read alike, and an unreachable directory reads alike for every email that is no
//! local account. Only whoever typed the right password learns what else stands in the way. The log tells
//! all of them apart, by agent id.
//!
//! With several directories an agent's own one is asked, and no other. For an email that no agent has, one of them
//! is picked by the email and the panel's key, always the same: such an email reads, and takes as long, as that of
//! an agent of the picked one, and nobody outside can tell which it would be. So while one directory is away its own
//! agents, and a part of all other emails, are told so, and everyone else comes in.

use super::door::{Door, Inside, LdapDoor};
use super::local_password;
use super::throttle::Throttle;
use crate::ldap::{Objection, PasswordVerdict};
use crate::model::*;
use crate::monitor::{self, Monitor};
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use secrecy::{ExposeSecret, SecretString};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// The longest that a person waits for the directory.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why someone did not come in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown email, wrong password, not allowed: told apart only in the log.
    #[error("Email or password is not right.")]
    Wrong,
    /// The password is right, and the directory does not let the account in with it.
    #[error("{}", .0.sentence())]
    Objected(Objection),
    /// The directory cannot be asked; said alike for every email that is no local account.
    #[error("The company directory cannot be reached at the moment. Try again in a few minutes.")]
    DirectoryUnreachable,
    /// Too many attempts.
    #[error("Too many attempts. Try again in a little while.")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Signs people in.
#[derive(Clone)]
pub struct SignIn {
    store: Store,
    secrets: SecretKey,
    throttle: Throttle,
    door: Arc<dyn Door>,
    monitor: Option<Monitor>,
}

impl SignIn {
    /// Attempts are counted in the store.
    pub fn new(store: Store, secrets: SecretKey) -> SignIn {
        SignIn::through(Arc::new(LdapDoor), store, secrets)
    }

    pub(super) fn through(door: Arc<dyn Door>, store: Store, secrets: SecretKey) -> SignIn {
        SignIn { throttle: Throttle::new(store.clone()), store, secrets, door, monitor: None }
    }

    /// Tells the monitor whether the service account was let in, and does not dial while the monitor
    /// has suspended binds.
    #[must_use]
    pub fn with_monitor(self, monitor: Monitor) -> SignIn {
        SignIn { monitor: Some(monitor), ..self }
    }

    /// Finds the agent and verifies the password: a local one here, an LDAP one by a bind.
    pub async fn sign_in(&self, email: &str, password: &SecretString, address: IpAddr) -> Result<Agent, SignInError> {
        let email = email.trim();
        if let Some(retry_after) = self.throttle.attempt(&Email::key_of(email), address).await? {
            return Err(SignInError::Throttled { retry_after });
        }
        // An empty password in a bind would be no password at all (RFC 4513 §5.1.2).
        if password.expose_secret().is_empty() {
            return Err(SignInError::Wrong);
        }
        let agent = self.store.agent_by_email(email).await?;
        match &agent {
            Some(agent) if agent.is_local() => verify_local(agent, password).await?,
            _ => self.verify_in_directory(agent.as_ref(), email, password).await?,
        }
        let agent = self.let_in(agent.ok_or(SignInError::Wrong)?.id).await?;
        self.throttle.succeeded(&Email::key_of(email), address).await?;
        Ok(agent)
    }

    /// Whether the agent's directory is there and switched on, now that the directory has answered.
    async fn is_served(&self, agent: &Agent) -> Result<bool, StorageError> {
        let Some(directory) = agent.of_directory() else { return Ok(true) };
        Ok(self.store.directory(directory).await?.is_some_and(|directory| directory.settings.enabled))
    }

    /// The record as it is now: the agent may have been blocked or removed while the directory was asked.
    async fn let_in(&self, id: AgentId) -> Result<Agent, SignInError> {
        match self.store.agent(id).await? {
            Some(agent) if agent.may_stay() && self.is_served(&agent).await? => {}
            _ => return refuse(id, "may not sign in any more"),
        }
        // Whoever has a second factor is not in yet.
        if self.store.second_factor(id).await?.is_none() {
            self.store.record_sign_in(id, Timestamp::now_utc()).await?;
        }
        self.store.agent(id).await?.ok_or(SignInError::Wrong)
    }

    /// For someone who is no agent, or may not sign in, the directory is asked for nobody, so that
    /// an unreachable directory and the work done for an answer are alike for everyone.
    async fn verify_in_directory(
        &self,
        agent: Option<&Agent>,
        email: &str,
        password: &SecretString,
    ) -> Result<(), SignInError> {
        let Some(directory) = self.directory_of(agent, email).await? else {
            local_password::verify_nothing(password).await;
            return Err(SignInError::Wrong);
        };
        // Nobody comes in by another directory than their own.
        let agent = agent.filter(|agent| agent.directory == directory.id);
        if self.monitor.as_ref().is_some_and(|monitor| monitor.bind_suspended(directory.id)) {
            tracing::warn!("sign-in not possible: the directory refuses the service account");
            return Err(SignInError::DirectoryUnreachable);
        }
        let attempt = self.attempt(&directory, agent, password);
        let verified = timeout(PATIENCE, attempt).await.unwrap_or_else(|_| Err(too_slow()));
        match verified {
            Ok(Verdict::Accepted) => Ok(()),
            Ok(Verdict::Objected(objection)) => {
                let refused = agent.map_or(Err(SignInError::Wrong), |agent| refuse(agent.id, objection.words()));
                refused.map_err(|_| SignInError::Objected(objection))
            }
            Ok(Verdict::Refused(why)) => {
                if let Some(agent) = agent {
                    return refuse(agent.id, why);
                }
                tracing::info!("sign-in refused: no agent has this email");
                Err(SignInError::Wrong)
            }
            Err(problem) => {
                tracing::warn!(cause = %monitor::cause(&problem), "sign-in not possible: the directory cannot be asked");
                tracing::debug!(%problem, details = problem.details, "why the directory cannot be asked");
                Err(SignInError::DirectoryUnreachable)
            }
        }
    }

    /// The agent's own directory; for nobody, or where that is switched off or deleted, the one that is picked for
    /// the email. `None`: all are switched off.
    async fn directory_of(&self, agent: Option<&Agent>, email: &str) -> Result<Option<Directory>, SignInError> {
        let mut directories = self.store.directories().await?;
        directories.retain(|directory| directory.settings.enabled);
        let own = agent.and_then(|agent| directories.iter().position(|directory| directory.id == agent.directory));
        let picked = || {
            let digest = self.secrets.derive(&format!("directory of nobody: {}", Email::key_of(email)));
            let number = digest.iter().take(4).fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
            number.checked_rem(directories.len())
        };
        Ok(own.or_else(picked).map(|at| directories.swap_remove(at)))
    }

    async fn attempt(
        &self,
        directory: &Directory,
        agent: Option<&Agent>,
        password: &SecretString,
    ) -> Result<Verdict, DirectoryProblem> {
        let settings = &directory.settings;
        let access = monitor::open_access(&self.secrets, settings)?;
        let opened = self.door.open(&access).await;
        if let Some(monitor) = &self.monitor {
            match &opened {
                Ok(_) => monitor.bind_succeeded(directory.id, settings),
                Err(problem) => monitor.bind_failed(directory.id, settings, problem),
            }
        }
        let mut inside = opened?;
        let verdict = verify(inside.as_mut(), agent, password).await;
        inside.close().await;
        verdict
    }
}

/// What became of an attempt at the directory; the reason is for the log.
enum Verdict {
    Accepted,
    Objected(Objection),
    Refused(&'static str),
}

/// One look-up and, if the person is there, exactly one bind: whatever state the account is in, only the right
/// password may learn of it, and of a lock or a password that was changed meanwhile only the bind knows.
async fn verify(
    inside: &mut dyn Inside,
    agent: Option<&Agent>,
    password: &SecretString,
) -> Result<Verdict, DirectoryProblem> {
    let refused = |why| Ok(Verdict::Refused(why));
    let may_try = |agent: &&Agent| !agent.blocked && agent.removed.is_none();
    let guid = agent.filter(may_try).and_then(|agent| match &agent.source {
        Source::Ldap { guid, .. } => Some(guid.clone()),
        Source::Local => None,
    });
    let Some(guid) = guid else {
        inside.find_person(None, &nobodys_guid()).await?;
        return refused("may not sign in");
    };
    let attribute = agent.and_then(|agent| agent.guid_attribute.as_deref());
    let found = inside.find_person(attribute, &guid).await?;
    let person = match found {
        Some(Found::Person(person)) => person,
        Some(Found::Unusable { .. }) => return refused("the directory's entry cannot be used"),
        None => return refused("not in the directory, or outside base, filter and group"),
    };
    match inside.verify_password(&person.dn, password).await? {
        PasswordVerdict::Accepted => Ok(match person.state {
            DirectoryState::Disabled => Verdict::Objected(Objection::Disabled),
            DirectoryState::Expired => Verdict::Objected(Objection::AccountExpired),
            // The server takes the password: it was unlocked or changed, or need not be.
            DirectoryState::Enabled | DirectoryState::Locked | DirectoryState::MustChange => Verdict::Accepted,
        }),
        PasswordVerdict::Objected { objection, why } => {
            tracing::debug!(why, "the directory objects to a right password");
            Ok(Verdict::Objected(objection))
        }
        PasswordVerdict::Refused { cause, why } => {
            // A server may name the entry in its own words.
            tracing::debug!(why, "the directory refused a password");
            refused(cause.unwrap_or("refused by the directory"))
        }
    }
}

/// Always verified, so that a blocked account takes as long as another one.
async fn verify_local(agent: &Agent, password: &SecretString) -> Result<(), SignInError> {
    let right = match &agent.password_hash {
        Some(hash) => local_password::verify(password, hash).await,
        None => false,
    };
    match (right, agent.may_stay()) {
        (true, true) => Ok(()),
        (true, false) => refuse(agent.id, "may not sign in"),
        (false, _) => refuse(agent.id, "wrong password of a local account"),
    }
}

fn refuse<T>(agent: AgentId, why: &'static str) -> Result<T, SignInError> {
    tracing::info!(%agent, why, "sign-in refused");
    Err(SignInError::Wrong)
}

fn nobodys_guid() -> Guid {
    Guid::from_canonical(Uuid::new_v4().to_string())
}

fn too_slow() -> DirectoryProblem {
    let failure = ConnectionFailure::TimedOut { doing: "signing someone in".into(), seconds: PATIENCE.as_secs() };
    DirectoryProblem { failure, details: None }
}
