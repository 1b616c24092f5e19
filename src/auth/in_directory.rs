//! One attempt at a directory, from the permit to the verdict.
//!
//! For someone who is no agent, or may not sign in, the directory is asked for nobody, so that an unreachable
//! directory and the work done for an answer are alike for everyone. A directory that finds people and then cannot
//! judge passwords would tell agents from others: for a while after it, it counts as unreachable for nobody too.

use super::door::Inside;
use super::local_password;
use super::places::{Places, PlacesAt};
use super::sign_in::{NOBODY, SignIn, SignInError, refuse, standing};
use crate::ldap::{Objection, PasswordVerdict};
use crate::model::*;
use crate::monitor;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout};
use uuid::Uuid;

/// The longest that a person waits for the directory.
const PATIENCE: Duration = Duration::from_secs(30);
/// Sign-ins that talk to one directory at once; how many wait for that, and for how long.
const AT_ONCE: usize = 16;
const QUEUE: usize = 256;
const QUEUE_PATIENCE: Duration = Duration::from_secs(10);
/// How long a directory that could not judge a password is in doubt.
const DOUBT: Duration = Duration::from_secs(60);

/// What is known of the directories between attempts.
#[derive(Debug, Default)]
pub(super) struct Directories {
    places: PlacesAt<DirectoryId>,
    in_doubt: Mutex<BTreeMap<DirectoryId, Instant>>,
}

impl Directories {
    /// Whether the directory has lately found somebody and could not judge the password.
    fn is_in_doubt(&self, directory: DirectoryId) -> bool {
        let in_doubt = self.in_doubt.lock().unwrap_or_else(PoisonError::into_inner);
        in_doubt.get(&directory).is_some_and(|since| since.elapsed() < DOUBT)
    }

    fn doubt(&self, directory: DirectoryId, is_in_doubt: bool) {
        let mut in_doubt = self.in_doubt.lock().unwrap_or_else(PoisonError::into_inner);
        match is_in_doubt {
            true => in_doubt.insert(directory, Instant::now()),
            false => in_doubt.remove(&directory),
        };
    }
}

impl SignIn {
    /// `was_sent` becomes true with the password's way to the directory.
    pub(super) async fn verify_in_directory(
        &self,
        agent: Option<&Agent>,
        email: &str,
        password: &SecretString,
        was_sent: &AtomicBool,
    ) -> Result<(), SignInError> {
        let Some(directory) = self.directory_of(agent, email).await? else {
            local_password::verify_nothing(password).await.map_err(|_| SignInError::Busy)?;
            return agent.map_or(Err(NOBODY), |agent| refuse(agent.id, "all directories are switched off"));
        };
        // Nobody comes in by another directory than their own.
        let nobody = agent.map_or(NOBODY, |_| SignInError::Wrong { why: "the agent's directory is switched off" });
        let agent = agent.filter(|agent| agent.directory == directory.id);
        if self.monitor.as_ref().is_some_and(|monitor| monitor.bind_suspended(directory.id)) {
            tracing::warn!("sign-in not possible: the directory refuses the service account");
            return Err(SignInError::DirectoryUnreachable);
        }
        let places = self.directories.places.of(directory.id, || Places::new(AT_ONCE, QUEUE, QUEUE_PATIENCE));
        let Some(place) = places.take().await else { return Err(SignInError::Busy) };
        let attempt = self.attempt(&directory, agent, password, was_sent);
        let verified = timeout(PATIENCE, attempt).await.unwrap_or_else(|_| Err(too_slow()));
        drop(place);
        match &verified {
            _ if was_sent.load(Ordering::Relaxed) => self.directories.doubt(directory.id, verified.is_err()),
            Ok(_) if self.directories.is_in_doubt(directory.id) => {
                was_sent.store(true, Ordering::Relaxed);
                return Err(SignInError::DirectoryUnreachable);
            }
            _ => {}
        }
        match verified {
            Ok(Verdict::Accepted) => Ok(()),
            Ok(Verdict::Objected(objection)) => {
                let refused = agent.map_or(Err(NOBODY), |agent| refuse(agent.id, objection.words()));
                refused.map_err(|_| SignInError::Objected(objection))
            }
            Ok(Verdict::Refused(why)) => {
                if let Some(agent) = agent {
                    return refuse(agent.id, why);
                }
                tracing::info!("sign-in refused: no agent has this email, or their directory is switched off");
                Err(nobody)
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
        was_sent: &AtomicBool,
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
        let verdict = verify(inside.as_mut(), agent, password, was_sent).await;
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
    was_sent: &AtomicBool,
) -> Result<Verdict, DirectoryProblem> {
    let refused = |why| Ok(Verdict::Refused(why));
    let may_try = |agent: &&Agent| !agent.blocked && agent.removed.is_none();
    let guid = agent.filter(may_try).and_then(|agent| match &agent.source {
        Source::Ldap { guid, .. } => Some(guid.clone()),
        Source::Local => None,
    });
    let Some(guid) = guid else {
        inside.find_person(None, &nobodys_guid()).await?;
        return refused(agent.map_or("may not sign in", standing));
    };
    let attribute = agent.and_then(|agent| agent.guid_attribute.as_deref());
    let found = inside.find_person(attribute, &guid).await?;
    let person = match found {
        Some(Found::Person(person)) => person,
        Some(Found::Unusable { .. }) => return refused("the directory's entry cannot be used"),
        None => return refused("not in the directory, or outside base, filter and group"),
    };
    was_sent.store(true, Ordering::Relaxed);
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

fn nobodys_guid() -> Guid {
    Guid::from_canonical(Uuid::new_v4().to_string())
}

fn too_slow() -> DirectoryProblem {
    let failure = ConnectionFailure::TimedOut { doing: "signing someone in".into(), seconds: PATIENCE.as_secs() };
    DirectoryProblem { failure, details: None }
}
