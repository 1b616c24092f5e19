//! Keeps the last connection status. The web reads it and never dials by itself.
//!
//! After the directory has refused the service account nothing here binds by itself until the
//! settings change or an administrator asks: a rotated password must not lock the account.

use crate::ldap::{self, Access, Depth};
use crate::model::*;
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store, Versioned};
use futures::future::BoxFuture;
use secrecy::SecretString;
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};
use tokio::sync::{Mutex, Notify};

mod access;
#[cfg(test)]
mod tests;

pub(crate) use access::open_access;
use access::secret_unreadable;
pub use access::{BIND_PASSWORD_PLACE, CLIENT_KEY_PLACE};

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
    state: Arc<RwLock<State>>,
    /// Held by the check that runs.
    checking: Arc<Mutex<()>>,
    changed: Arc<Notify>,
}

#[derive(Default)]
struct State {
    status: ConnectionStatus,
    report: Option<CheckReport>,
    /// The settings that status and report are about.
    settings: Option<LdapSettings>,
    /// Counts up whenever settings change, so that a check that began before says nothing.
    generation: u64,
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
        let state = State { status: ConnectionStatus::Unknown, ..State::default() };
        Monitor {
            store,
            secrets,
            check,
            state: Arc::new(RwLock::new(state)),
            checking: Arc::default(),
            changed: Arc::default(),
        }
    }

    /// The last known status.
    pub fn status(&self) -> ConnectionStatus {
        self.state.read().unwrap_or_else(PoisonError::into_inner).status.clone()
    }

    /// The last check of the saved settings: the full one's steps, with the first ones brought up to
    /// date by later ticks.
    pub fn report(&self) -> Option<CheckReport> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).report.clone()
    }

    /// Whether the directory has refused the service account, so that nothing binds by itself.
    pub fn bind_suspended(&self) -> bool {
        matches!(self.status(), ConnectionStatus::Failed { bind_suspended: true, .. })
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

    /// A full check of the saved settings, because someone asked; becomes the status. `None`: there
    /// are no settings.
    pub async fn check_saved(&self) -> Result<Option<CheckReport>, StorageError> {
        let _alone = self.checking.lock().await;
        let Some((settings, generation)) = self.load().await? else { return Ok(None) };
        let report = match self.access(&settings) {
            Ok(access) => (self.check)(access, Depth::Full).await,
            Err(problem) => secret_unreadable(&problem),
        };
        if settings.enabled {
            self.learn(generation, status_of(&report), |state| state.replace(report.clone()));
        }
        Ok(Some(report))
    }

    /// Settings were saved: `report` of the check that came with it becomes the status; without one
    /// (saved anyway) the status is unknown until the next tick. Ends a suspension of binds.
    pub fn settings_saved(&self, settings: &LdapSettings, report: Option<CheckReport>) {
        let mut state = self.state();
        let status = match &report {
            _ if !settings.enabled => ConnectionStatus::Disabled,
            Some(report) => status_of(report),
            None => ConnectionStatus::Unknown,
        };
        state.turn_to(Some(settings));
        state.set(status);
        state.report = report;
        drop(state);
        self.changed.notify_one();
    }

    /// Returns when there is a reason to check before the next 30 seconds are over.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// The 30-second check: connect, bind, read the base. Does not bind while suspended.
    pub async fn tick(&self) {
        let Ok(_alone) = self.checking.try_lock() else { return };
        let (settings, generation) = match self.load().await {
            Ok(Some((settings, generation))) if settings.enabled => (settings, generation),
            Ok(_) => return,
            Err(error) => {
                tracing::warn!(%error, "the directory is not checked: its settings cannot be read");
                return;
            }
        };
        if self.bind_suspended() {
            return;
        }
        let report = match self.access(&settings) {
            Ok(access) => (self.check)(access, Depth::Link).await,
            Err(problem) => secret_unreadable(&problem),
        };
        self.learn(generation, status_of(&report), |state| state.merge(report));
    }

    /// An import or a sign-in could not use the directory. Only a refusal of the service account is
    /// taken over: nobody binds again by themselves.
    pub fn bind_failed(&self, settings: &LdapSettings, problem: &DirectoryProblem) {
        let mut state = self.state();
        if problem.failure.is_refused_credentials()
            && state.settings.as_ref().is_none_or(|s| s.same_but_rules(settings))
        {
            state.settings = Some(settings.clone());
            state.set(failed(problem.clone()));
        }
    }

    /// An import or a sign-in got in: a suspension, if there was one, is over.
    pub fn bind_succeeded(&self, settings: &LdapSettings) {
        let mut state = self.state();
        let suspended = matches!(state.status, ConnectionStatus::Failed { bind_suspended: true, .. });
        if suspended && state.settings.as_ref().is_some_and(|known| known.same_but_rules(settings)) {
            state.set(ConnectionStatus::Unknown);
            self.changed.notify_one();
        }
    }

    /// The saved settings and their generation; the state is about them from here on.
    async fn load(&self) -> Result<Option<(LdapSettings, u64)>, StorageError> {
        let settings = self.store.ldap_settings().await?.map(|Versioned { value, .. }| value);
        let mut state = self.state();
        match LdapSettings::same_link(state.settings.as_ref(), settings.as_ref()) {
            true => state.settings.clone_from(&settings),
            false => state.turn_to(settings.as_ref()),
        }
        match &settings {
            None => state.set(ConnectionStatus::NotConfigured),
            Some(settings) if !settings.enabled => state.set(ConnectionStatus::Disabled),
            Some(_) => {}
        }
        Ok(settings.map(|settings| (settings, state.generation)))
    }

    /// Takes a result over unless the settings have changed since the check began.
    fn learn(&self, generation: u64, status: ConnectionStatus, keep: impl FnOnce(&mut State)) {
        let mut state = self.state();
        if state.generation == generation {
            keep(&mut state);
            state.set(status);
        }
    }

    fn state(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn turn_to(&mut self, settings: Option<&LdapSettings>) {
        self.settings = settings.cloned();
        self.generation += 1;
        self.report = None;
        self.status = ConnectionStatus::Unknown;
    }

    fn set(&mut self, status: ConnectionStatus) {
        if name(&self.status) != name(&status) {
            tracing::info!(status = %name(&status), "the directory's status changed");
        }
        self.status = status;
    }

    /// A check that failed early learned little of the server; what an earlier one learned still holds.
    fn replace(&mut self, report: CheckReport) {
        let known = self.report.take().and_then(|known| known.resolved);
        self.report = Some(CheckReport { resolved: report.resolved.clone().or(known), ..report });
    }

    /// Brings the first steps of the kept report up to date.
    fn merge(&mut self, link: CheckReport) {
        let Some(kept) = &mut self.report else {
            self.report = Some(link);
            return;
        };
        for step in link.steps.into_iter().filter(|step| StepName::ALL[..LINK_STEPS].contains(&step.name)) {
            match kept.steps.iter_mut().find(|kept| kept.name == step.name) {
                Some(kept) => *kept = step,
                None => kept.steps.push(step),
            }
        }
        kept.latency = link.latency;
        kept.resolved = link.resolved.or(kept.resolved.take());
        if !link.naming_contexts.is_empty() {
            kept.naming_contexts = link.naming_contexts;
        }
    }
}

/// Tells states apart for the log, without host or DN.
fn name(status: &ConnectionStatus) -> String {
    match status {
        ConnectionStatus::NotConfigured => "not configured".into(),
        ConnectionStatus::Disabled => "disabled".into(),
        ConnectionStatus::Unknown => "unknown".into(),
        ConnectionStatus::Connected { .. } => "connected".into(),
        ConnectionStatus::Failed { problem, .. } => format!("failed: {}", cause(problem)),
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
