//! What is known of the link to one directory.

use super::latency::LinkMeasure;
use super::{LINK_STEPS, cause, failed, status_of};
use crate::model::*;
use std::sync::{Mutex as StdMutex, PoisonError, RwLock, RwLockWriteGuard};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How often a server is asked what it does about wrong passwords.
const LOCKOUT_EVERY: Duration = Duration::from_secs(10 * 60);

/// One directory's.
pub(super) struct Link {
    state: RwLock<State>,
    measure: StdMutex<LinkMeasure>,
    /// Held by the check that runs.
    pub(super) checking: Mutex<()>,
}

pub(super) struct State {
    /// For the log.
    directory: DirectoryId,
    status: ConnectionStatus,
    report: Option<CheckReport>,
    /// What the server last said of locks, and when it was last asked.
    lockout: Option<Lockout>,
    lockout_asked: Option<Instant>,
    /// The settings that status and report are about.
    settings: Option<LdapSettings>,
    /// Counts up whenever settings change, so that a check that began before says nothing.
    generation: u64,
}

impl Link {
    /// Nothing known yet.
    pub(super) fn new(directory: DirectoryId) -> Link {
        let status = ConnectionStatus::Unknown;
        let state = State {
            directory,
            status,
            report: None,
            lockout: None,
            lockout_asked: None,
            settings: None,
            generation: 0,
        };
        Link { state: RwLock::new(state), measure: StdMutex::default(), checking: Mutex::default() }
    }

    pub(super) fn status(&self) -> ConnectionStatus {
        self.state.read().unwrap_or_else(PoisonError::into_inner).status.clone()
    }

    pub(super) fn report(&self) -> Option<CheckReport> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).report.clone()
    }

    /// What is known of locks, from whichever check said so.
    pub(super) fn lockout(&self) -> Option<Lockout> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).lockout
    }

    /// Whether the server was asked lately what it does about wrong passwords.
    pub(super) fn knows_lockout(&self) -> bool {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.lockout_asked.is_some_and(|at| at.elapsed() < LOCKOUT_EVERY)
    }

    /// Takes the latency of a check in, or that it failed.
    pub(super) fn measure(&self, at: Timestamp, latency: Option<Duration>) {
        self.measure.lock().unwrap_or_else(PoisonError::into_inner).add(at, latency);
    }

    /// What was measured in these five minutes.
    pub(super) fn measured(&self) -> Option<LinkSpan> {
        self.measure.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// What was measured in five minutes that are over.
    pub(super) fn take_measured(&self, at: Timestamp) -> Option<LinkSpan> {
        self.measure.lock().unwrap_or_else(PoisonError::into_inner).take(at)
    }

    pub(super) fn is_suspended(&self) -> bool {
        is_suspended(&self.status())
    }

    /// The state is about these settings from here on. Answers their generation.
    pub(super) fn turn_to(&self, settings: &LdapSettings) -> u64 {
        let mut state = self.state();
        match LdapSettings::same_link(state.settings.as_ref(), Some(settings)) {
            true => state.settings = Some(settings.clone()),
            false => state.turn_to(settings),
        }
        if !settings.enabled {
            state.set(ConnectionStatus::Disabled);
        }
        state.generation
    }

    pub(super) fn saved(&self, settings: &LdapSettings, report: Option<CheckReport>) {
        let mut state = self.state();
        let status = match &report {
            _ if !settings.enabled => ConnectionStatus::Disabled,
            Some(report) => status_of(report),
            None => ConnectionStatus::Unknown,
        };
        state.turn_to(settings);
        state.set(status);
        if let Some(report) = &report {
            state.learn_lockout(report);
        }
        state.report = report;
    }

    /// Takes a result over unless the settings have changed since the check began.
    pub(super) fn learn(&self, generation: u64, status: ConnectionStatus, keep: impl FnOnce(&mut State)) {
        let mut state = self.state();
        if state.generation == generation {
            keep(&mut state);
            state.set(status);
        }
    }

    /// The service account was refused with these settings.
    pub(super) fn refused(&self, settings: &LdapSettings, problem: &DirectoryProblem) {
        let mut state = self.state();
        if state.settings.as_ref().is_none_or(|known| known.same_but_rules(settings)) {
            state.settings = Some(settings.clone());
            state.set(failed(problem.clone()));
        }
    }

    /// It was let in. Answers whether that ends a suspension.
    pub(super) fn let_in(&self, settings: &LdapSettings) -> bool {
        let mut state = self.state();
        let ends =
            is_suspended(&state.status) && state.settings.as_ref().is_some_and(|known| known.same_but_rules(settings));
        if ends {
            state.set(ConnectionStatus::Unknown);
        }
        ends
    }

    fn state(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_suspended(status: &ConnectionStatus) -> bool {
    matches!(status, ConnectionStatus::Failed { bind_suspended: true, .. })
}

impl State {
    fn turn_to(&mut self, settings: &LdapSettings) {
        self.settings = Some(settings.clone());
        self.generation += 1;
        self.report = None;
        self.lockout = None;
        self.lockout_asked = None;
        self.status = ConnectionStatus::Unknown;
    }

    fn set(&mut self, status: ConnectionStatus) {
        if name(&self.status) != name(&status) {
            tracing::info!(directory = %self.directory, status = %name(&status), "the directory's status changed");
        }
        self.status = status;
    }

    /// A check that failed early learned little of the server; what an earlier one learned still holds.
    pub(super) fn replace(&mut self, report: CheckReport) {
        self.learn_lockout(&report);
        let known = self.report.take().and_then(|known| known.resolved);
        self.report = Some(CheckReport { resolved: report.resolved.clone().or(known), ..report });
    }

    /// What cannot be read now may be what it was.
    fn learn_lockout(&mut self, report: &CheckReport) {
        if report.problem().is_none() {
            self.lockout_asked = Some(Instant::now());
            self.lockout = report.lockout.or(self.lockout);
        }
    }

    /// [`State::merge`], of a check that asked for locks too.
    pub(super) fn merge_limits(&mut self, link: CheckReport) {
        self.learn_lockout(&link);
        self.merge(link);
    }

    /// Brings the first steps of the kept report up to date.
    pub(super) fn merge(&mut self, link: CheckReport) {
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
        kept.lockout = link.lockout.or(kept.lockout);
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
