//! Keeps the last connection status of each directory. The web reads it and never dials by itself.
//!
//! After a directory has refused the service account nothing here binds there by itself until its
//! settings change or an administrator asks: a rotated password must not lock the account.

use crate::ldap::{self, Access, Depth};
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use futures::future::{BoxFuture, join_all};
use link::Link;
use secrecy::SecretString;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};
use tokio::time::timeout;

mod access;
mod latency;
mod link;
#[cfg(test)]
mod tests;

pub use crate::model::{BIND_PASSWORD_PLACE, CLIENT_KEY_PLACE};
pub(crate) use access::open_access;
use access::secret_unreadable;

/// Directories that are checked at once.
const AT_ONCE: usize = 8;
/// How long a tick waits for its checks; what takes longer goes on by itself.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many steps of a check the 30-second one takes: up to reading the base.
const LINK_STEPS: usize = 5;

/// The kind of a failure, without host, DN or anything else of the directory: for logs.
pub(crate) fn cause(problem: &DirectoryProblem) -> String {
    serde_json::to_value(&problem.failure)
        .ok()
        .and_then(|failure| failure.get("cause")?.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// How a check is made; the directory's, or a script in tests.
type Check = Arc<dyn Fn(Access, Depth) -> BoxFuture<'static, CheckReport> + Send + Sync>;

/// The monitor.
#[derive(Clone)]
pub struct Monitor {
    store: Store,
    secrets: SecretKey,
    check: Check,
    links: Arc<RwLock<Links>>,
    at_once: Arc<Semaphore>,
    changed: Arc<Notify>,
}

/// What is known of each directory.
#[derive(Default)]
struct Links {
    of: BTreeMap<DirectoryId, Arc<Link>>,
    /// The store has been asked which there are.
    is_known: bool,
}

impl Monitor {
    /// Nothing checked yet.
    pub fn new(store: Store, secrets: SecretKey) -> Monitor {
        Monitor::with_check(
            store,
            secrets,
            Arc::new(|access, depth| Box::pin(async move { ldap::check(&access, depth).await })),
        )
    }

    fn with_check(store: Store, secrets: SecretKey, check: Check) -> Monitor {
        let at_once = Arc::new(Semaphore::new(AT_ONCE));
        Monitor { store, secrets, check, links: Arc::default(), at_once, changed: Arc::default() }
    }

    /// The last known status of a directory.
    pub fn status(&self, directory: DirectoryId) -> ConnectionStatus {
        self.known(directory).map_or(ConnectionStatus::Unknown, |link| link.status())
    }

    /// The worst of all directories, and whose it is; the longest known of those alike.
    pub fn worst(&self) -> (Option<DirectoryId>, ConnectionStatus) {
        let links = self.links.read().unwrap_or_else(PoisonError::into_inner);
        let all = links.of.iter().map(|(id, link)| (Some(*id), link.status()));
        let none = if links.is_known { ConnectionStatus::NotConfigured } else { ConnectionStatus::Unknown };
        all.max_by_key(|(_, status)| (rank(status), Reverse(checked_at(status)))).unwrap_or((None, none))
    }

    /// The last check of a directory as it is saved: the full one's steps, with the first ones brought up to
    /// date by later ticks.
    pub fn report(&self, directory: DirectoryId) -> Option<CheckReport> {
        self.known(directory)?.report()
    }

    /// Whether a directory has refused the service account, so that nothing binds by itself.
    pub fn bind_suspended(&self, directory: DirectoryId) -> bool {
        self.known(directory).is_some_and(|link| link.is_suspended())
    }

    /// What keeps an account from being locked, whichever directory it is of: the strictest of all that are switched
    /// on. One that is not known, or not yet, counts as a careful one.
    pub fn lockout(&self) -> Lockout {
        let links = self.links.read().unwrap_or_else(PoisonError::into_inner);
        if !links.is_known {
            return Lockout::CAREFUL;
        }
        let used = links.of.values().filter(|link| link.status() != ConnectionStatus::Disabled);
        used.map(|link| link.lockout().unwrap_or(Lockout::CAREFUL)).fold(Lockout::Never, Lockout::stricter)
    }

    /// Opens the stored secrets.
    pub fn access(&self, settings: &LdapSettings) -> Result<Access, DirectoryProblem> {
        open_access(&self.secrets, settings)
    }

    /// A full check of settings that are not saved, with their bind password; leaves the status alone.
    pub async fn try_settings(&self, settings: &LdapSettings, bind_password: &SecretString) -> CheckReport {
        match access::open_access_with(&self.secrets, settings, bind_password.clone()) {
            Ok(access) => (self.check)(access, Depth::Full).await,
            Err(problem) => secret_unreadable(&problem),
        }
    }

    /// A full check of a directory as it is saved, because someone asked; becomes the status. `None`: it is not
    /// there.
    pub async fn check_saved(&self, id: DirectoryId) -> Result<Option<CheckReport>, StorageError> {
        let link = self.link(id);
        let _alone = link.checking.lock().await;
        let Some(Directory { settings, .. }) = self.store.directory(id).await? else {
            self.look_again();
            return Ok(None);
        };
        let generation = link.turn_to(&settings);
        let report = self.ask(&settings, Depth::Full).await;
        if settings.enabled {
            link.learn(generation, status_of(&report), |state| state.replace(report.clone()));
        }
        Ok(Some(report))
    }

    /// Settings were saved: `report` of the check that came with it becomes the status; without one
    /// (saved anyway) the status is unknown until the next tick. Ends a suspension of binds.
    pub fn settings_saved(&self, directory: DirectoryId, settings: &LdapSettings, report: Option<CheckReport>) {
        self.link(directory).saved(settings, report);
        self.changed.notify_one();
    }

    /// Has the next tick come at once: directories were added or deleted.
    pub fn look_again(&self) {
        self.changed.notify_one();
    }

    /// Returns when there is a reason to check before the next 30 seconds are over.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// The 30-second check of every directory, at once: connect, bind, read the base. One that is slow is not
    /// waited for, so that the others are looked at again in time.
    pub async fn tick(&self) {
        let directories = match self.store.directories().await {
            Ok(directories) => directories,
            Err(error) => {
                tracing::warn!(%error, "no directory is checked: the settings cannot be read");
                return;
            }
        };
        self.keep_only(&directories);
        let checks = directories.into_iter().map(|directory| {
            let monitor = self.clone();
            tokio::spawn(async move { monitor.check_link(directory).await })
        });
        let _ = timeout(PATIENCE, join_all(checks)).await;
    }

    /// Does not bind while suspended.
    async fn check_link(&self, Directory { id, settings, .. }: Directory) {
        let link = self.link(id);
        let Ok(_alone) = link.checking.try_lock() else { return };
        self.keep_measured(id, &link, Timestamp::now_utc()).await;
        let generation = link.turn_to(&settings);
        if !settings.enabled || link.is_suspended() {
            return;
        }
        let Ok(_place) = self.at_once.acquire().await else { return };
        let depth = if link.knows_lockout() { Depth::Link } else { Depth::Limits };
        let report = self.ask(&settings, depth).await;
        let status = status_of(&report);
        link.learn(generation, status.clone(), |state| match depth {
            Depth::Link => state.merge(report),
            Depth::Limits | Depth::Full => state.merge_limits(report),
        });
        self.measure(id, &link, &status).await;
    }

    async fn ask(&self, settings: &LdapSettings, depth: Depth) -> CheckReport {
        match self.access(settings) {
            Ok(access) => (self.check)(access, depth).await,
            Err(problem) => secret_unreadable(&problem),
        }
    }

    /// An import or a sign-in could not use the directory. Only a refusal of the service account is
    /// taken over: nobody binds again by themselves.
    pub fn bind_failed(&self, directory: DirectoryId, settings: &LdapSettings, problem: &DirectoryProblem) {
        if problem.failure.is_refused_credentials() {
            self.link(directory).refused(settings, problem);
        }
    }

    /// An import or a sign-in got in: a suspension, if there was one, is over.
    pub fn bind_succeeded(&self, directory: DirectoryId, settings: &LdapSettings) {
        if self.link(directory).let_in(settings) {
            self.changed.notify_one();
        }
    }

    /// Forgets directories that are not there any more.
    fn keep_only(&self, directories: &[Directory]) {
        let mut links = self.links.write().unwrap_or_else(PoisonError::into_inner);
        links.of.retain(|id, _| directories.iter().any(|directory| directory.id == *id));
        links.is_known = true;
    }

    fn known(&self, directory: DirectoryId) -> Option<Arc<Link>> {
        self.links.read().unwrap_or_else(PoisonError::into_inner).of.get(&directory).cloned()
    }

    fn link(&self, directory: DirectoryId) -> Arc<Link> {
        let mut links = self.links.write().unwrap_or_else(PoisonError::into_inner);
        links.of.entry(directory).or_insert_with(|| Arc::new(Link::new(directory))).clone()
    }
}

/// How bad a status is.
fn rank(status: &ConnectionStatus) -> u8 {
    match status {
        ConnectionStatus::NotConfigured => 0,
        ConnectionStatus::Disabled => 1,
        ConnectionStatus::Connected { .. } => 2,
        ConnectionStatus::Unknown => 3,
        ConnectionStatus::Failed { .. } => 4,
    }
}

fn checked_at(status: &ConnectionStatus) -> Option<Timestamp> {
    match status {
        ConnectionStatus::Connected { checked_at, .. } | ConnectionStatus::Failed { checked_at, .. } => {
            Some(*checked_at)
        }
        ConnectionStatus::NotConfigured | ConnectionStatus::Disabled | ConnectionStatus::Unknown => None,
    }
}

fn status_of(report: &CheckReport) -> ConnectionStatus {
    match report.problem() {
        Some(problem) => failed(problem.clone()),
        None => ConnectionStatus::Connected { latency: report.latency, checked_at: Timestamp::now_utc() },
    }
}

fn failed(problem: DirectoryProblem) -> ConnectionStatus {
    let bind_suspended = problem.failure.is_refused_credentials();
    ConnectionStatus::Failed { problem, checked_at: Timestamp::now_utc(), bind_suspended }
}
