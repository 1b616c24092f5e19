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

use super::door::{Door, LdapDoor};
use super::in_directory::Directories;
use super::pace::Pace;
use super::throttle::{Admitted, Throttle, Waiting, begin_anew};
use super::{device, local_password};
use crate::ldap::Objection;
use crate::model::*;
use crate::monitor::Monitor;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use secrecy::{ExposeSecret, SecretString};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::time::Instant;

/// Why someone did not come in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown email, wrong password, not allowed: the person is told the same of all.
    #[error("Email or password is not right.")]
    Wrong {
        /// Which one it is, for administrators only.
        why: &'static str,
    },
    /// The password is right, and the directory does not let the account in with it.
    #[error("{}", .0.sentence())]
    Objected(Objection),
    /// The directory cannot be asked; said alike for every email that is no local account.
    #[error("The company directory cannot be reached at the moment. Try again in a few minutes.")]
    DirectoryUnreachable,
    /// So many sign in at once that no more are taken on.
    #[error("Very many people are signing in at the moment. Try again in a few seconds.")]
    Busy,
    /// Too many attempts.
    #[error("Too many attempts. Try again in {}.", in_words(*.retry_after))]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Of someone who is no agent.
pub(super) const NOBODY: SignInError = SignInError::Wrong { why: "no agent has this email" };

/// Who asks.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The client's address.
    pub address: IpAddr,
    /// The cookie of [`SignIn::remember`], if the browser has one, else nothing.
    pub device: String,
}

/// An attempt that was counted, or must not be made.
pub struct Begun {
    /// Whose email it is.
    pub agent: Option<Agent>,
    email: String,
    admitted: Result<Admitted, Duration>,
    began: Instant,
}

impl Begun {
    /// Whether it is answered at once, without a look at the password.
    pub fn is_over(&self) -> bool {
        self.admitted.is_err()
    }
}

/// Signs people in.
#[derive(Clone)]
pub struct SignIn {
    pub(super) store: Store,
    pub(super) secrets: SecretKey,
    throttle: Throttle,
    pub(super) door: Arc<dyn Door>,
    pub(super) monitor: Option<Monitor>,
    pub(super) directories: Arc<Directories>,
    pace: Arc<Pace>,
}

impl SignIn {
    /// Attempts are counted in the store.
    pub fn new(store: Store, secrets: SecretKey) -> SignIn {
        SignIn::through(Arc::new(LdapDoor), store, secrets)
    }

    pub(super) fn through(door: Arc<dyn Door>, store: Store, secrets: SecretKey) -> SignIn {
        let throttle = Throttle::new(store.clone());
        SignIn { throttle, store, secrets, door, monitor: None, directories: Arc::default(), pace: Arc::default() }
    }

    /// Tells the monitor whether the service account was let in, and does not dial while the monitor
    /// has suspended binds.
    #[must_use]
    pub fn with_monitor(self, monitor: Monitor) -> SignIn {
        SignIn { monitor: Some(monitor), ..self }
    }

    /// Finds the agent and verifies the password: a local one here, an LDAP one by a bind. A failure is answered at a
    /// time that does not tell which one it is.
    pub async fn sign_in(&self, email: &str, password: &SecretString, caller: &Caller) -> Result<Agent, SignInError> {
        let begun = self.begin(email, caller).await?;
        self.finish(&begun, password).await
    }

    /// The first half of [`Self::sign_in`], which asks the store alone: whose email it is, and whether the attempt may
    /// be made.
    pub async fn begin(&self, email: &str, caller: &Caller) -> Result<Begun, StorageError> {
        let (began, email) = (Instant::now(), email.trim().to_owned());
        let agent = self.store.agent_by_email(&email).await?;
        let by_device = self.is_known_device(agent.as_ref(), caller).await?;
        let account = Email::key_of(&email);
        let admitted = self.throttle.admit(&account, caller.address, by_device, self.limit()).await?;
        Ok(Begun { agent, email, admitted, began })
    }

    /// The second half, which may take as long as the directory does.
    pub async fn finish(&self, begun: &Begun, password: &SecretString) -> Result<Agent, SignInError> {
        let answer = Box::pin(self.judge(begun, password)).await;
        if let Err(SignInError::Wrong { .. } | SignInError::DirectoryUnreachable) = &answer {
            self.pace.wait(begun.began).await;
        }
        answer
    }

    async fn judge(&self, begun: &Begun, password: &SecretString) -> Result<Agent, SignInError> {
        let Begun { agent, email, admitted, began } = begun;
        let admitted = match admitted {
            Ok(admitted) => admitted,
            Err(retry_after) => return Err(SignInError::Throttled { retry_after: *retry_after }),
        };
        // An empty password in a bind would be no password at all (RFC 4513 §5.1.2).
        if password.expose_secret().is_empty() {
            return Err(SignInError::Wrong { why: "no password was typed" });
        }
        let was_judged = AtomicBool::new(false);
        let verified = match agent {
            Some(agent) if agent.is_local() => verify_local(agent, password, &was_judged).await,
            _ => self.verify_in_directory(agent.as_ref(), email, password, &was_judged).await,
        };
        let was_judged = was_judged.load(Ordering::Relaxed);
        match &verified {
            Err(SignInError::Objected(_)) => self.throttle.known(admitted).await?,
            Err(SignInError::Wrong { .. }) if was_judged => self.pace.saw(began.elapsed()),
            Err(SignInError::DirectoryUnreachable | SignInError::Busy | SignInError::Storage(_)) if !was_judged => {
                self.throttle.not_judged(admitted).await?;
            }
            _ => {}
        }
        verified?;
        let agent = self.let_in(agent.as_ref().ok_or(NOBODY)?).await?;
        self.throttle.right(admitted).await?;
        Ok(agent)
    }

    /// The cookie that has this browser known as one of the agent's, made of the one it came with: an attempt at the
    /// account from it is not counted with those of strangers.
    pub fn remember(&self, agent: &Agent, caller: &Caller) -> String {
        device::remember(&self.secrets, &caller.device, agent, Timestamp::now_utc())
    }

    /// What the agent has to wait for; `None` when there is nothing.
    pub async fn waiting(&self, agent: &Agent) -> Result<Option<Waiting>, StorageError> {
        self.throttle.waiting(&agent.email.key(), self.limit()).await
    }

    /// Lets an agent try at once. Answers whether they may: where the directory would lock the account with the next
    /// wrong password, they wait until it has forgotten some.
    pub async fn unlock(&self, agent: &Agent) -> Result<bool, StorageError> {
        match agent.is_local() {
            true => begin_anew(&self.store, agent).await.map(|()| true),
            false => self.throttle.unlock(&agent.email.key(), self.limit()).await,
        }
    }

    /// Has all browsers of an agent forgotten: they are strangers until the next sign-in.
    pub async fn forget_devices(&self, agent: AgentId) -> Result<(), StorageError> {
        device::forget_all(&self.store, agent, Timestamp::now_utc()).await
    }

    /// Whether it is a browser in which the agent has signed in before.
    async fn is_known_device(&self, agent: Option<&Agent>, caller: &Caller) -> Result<bool, StorageError> {
        let Some(agent) = agent.filter(|_| !caller.device.is_empty()) else { return Ok(false) };
        device::is_known(&self.store, &self.secrets, &caller.device, agent, Timestamp::now_utc()).await
    }

    /// One for every email, whoever has it: one for each directory would tell them apart.
    fn limit(&self) -> Option<LetThrough> {
        self.monitor.as_ref().map_or(Lockout::CAREFUL, Monitor::lockout).let_through()
    }

    /// Whether the agent's directory is there and switched on, now that the directory has answered.
    async fn is_served(&self, agent: &Agent) -> Result<bool, StorageError> {
        let Some(directory) = agent.of_directory() else { return Ok(true) };
        Ok(self.store.directory(directory).await?.is_some_and(|directory| directory.settings.enabled))
    }

    /// The record as it is now: while the password was verified the agent may have been blocked or removed, or another
    /// password set, with which the old one lets nobody in any more.
    pub(super) async fn let_in(&self, judged: &Agent) -> Result<Agent, SignInError> {
        let id = judged.id;
        let is_as_judged = |agent: &Agent| agent.may_stay() && agent.password_hash == judged.password_hash;
        match self.store.agent(id).await? {
            Some(agent) if is_as_judged(&agent) && self.is_served(&agent).await? => {}
            _ => return refuse(id, "may not sign in any more"),
        }
        // Whoever has a second factor is not in yet.
        if self.store.second_factor(id).await?.is_none() {
            self.store.record_sign_in(id, Timestamp::now_utc()).await?;
        }
        self.store.agent(id).await?.ok_or(NOBODY)
    }
}

/// Always verified, so that a blocked account takes as long as another one.
async fn verify_local(agent: &Agent, password: &SecretString, was_judged: &AtomicBool) -> Result<(), SignInError> {
    let right = match &agent.password_hash {
        Some(hash) => local_password::try_verify(password, hash).await.map_err(|_| SignInError::Busy)?,
        None => false,
    };
    was_judged.store(true, Ordering::Relaxed);
    match (right, agent.may_stay()) {
        (true, true) => Ok(()),
        (true, false) => refuse(agent.id, standing(agent)),
        (false, _) => refuse(agent.id, "wrong password of a local account"),
    }
}

/// What keeps an agent out whatever they type.
pub(super) fn standing(agent: &Agent) -> &'static str {
    match (agent.blocked, &agent.removed) {
        (true, _) => "the agent is blocked",
        (false, Some(_)) => "the agent was removed",
        (false, None) => "the agent may not sign in",
    }
}

pub(super) fn refuse<T>(agent: AgentId, why: &'static str) -> Result<T, SignInError> {
    tracing::info!(%agent, why, "sign-in refused");
    Err(SignInError::Wrong { why })
}

/// `20 seconds`, `1 minute`, `25 minutes`, `3 hours`: rounded up.
fn in_words(wait: Duration) -> String {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    match seconds {
        0..=1 => "1 second".into(),
        2..60 => format!("{seconds} seconds"),
        60 => "1 minute".into(),
        61..=5_400 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3_600)),
    }
}
