//! The engine: does one run from start to end, and writes how it ended.
//!
//! Nothing is written to an agent before the whole directory has been read, and nothing after the
//! lease is lost. Reading can be broken off at any moment; a batch of writes is never torn apart.

use super::plan::{Arrival, Batch, Plan, Planner, Roster};
use super::progress::{EVERY, Progress};
use super::reading::{Directory, News};
use super::stop::{Signals, Stop};
use super::{RequestError, lease, room};
use crate::ldap::Access;
use crate::model::*;
use crate::monitor::{self, Monitor};
use crate::secrets::SecretKey;
use crate::storage::{Lease, StorageError, Store};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// The longest an import may take.
const DEADLINE: Duration = Duration::from_secs(30 * 60);
/// Agents loaded at once.
const PAGE: usize = 1_000;
/// Entries on their way from the reading to the comparison.
const IN_FLIGHT: usize = 256;

/// What a run needs.
pub(super) struct Engine {
    pub(super) store: Store,
    pub(super) secrets: SecretKey,
    pub(super) directory: Arc<dyn Directory>,
    pub(super) monitor: Option<Monitor>,
    pub(super) lease: Lease,
    pub(super) cancel: CancellationToken,
    pub(super) shutdown: CancellationToken,
}

impl Engine {
    /// Does the run. An error means that not even its end could be written.
    pub(super) async fn run(self, mut run: ImportRun) -> Result<(), StorageError> {
        run.started_at = Some(Timestamp::now_utc());
        let signals = Signals {
            cancel: self.cancel.clone(),
            shutdown: self.shutdown.clone(),
            lease_lost: CancellationToken::new(),
            deadline: Instant::now() + DEADLINE,
        };
        let _renewal = lease::keep(self.store.clone(), self.lease, signals.lease_lost.clone());
        let mut progress = Progress::new(self.store.clone(), self.lease, run);
        let outcome = AssertUnwindSafe(self.work(&mut progress, &signals)).catch_unwind().await;
        let outcome = outcome.unwrap_or_else(|_| {
            tracing::error!(run = %progress.run.id, "the import ended by a panic");
            Err(Stop::failed(
                "The import was ended by a fault in the panel itself. Import once more; if it happens again, report it with the panel's log.",
            ))
        });
        end(&mut progress, outcome).await
    }

    async fn work(&self, progress: &mut Progress, signals: &Signals) -> Result<Option<HeldReason>, Stop> {
        progress.run.expected = self.store.last_completed_run().await?.map(|run| run.counts.read);
        room::require(&self.store, 0).await?;
        progress.enter(Phase::Connecting).await?;
        let settings = self.settings().await?;
        let access = monitor::open_access(&self.secrets, &settings)?;
        let mut planner = self.planner(&settings, signals).await?;
        tokio::select! {
            biased;
            stop = signals.raised() => return Err(stop),
            read = self.read(&settings, access, &mut planner, progress) => read?,
        }
        progress.enter(Phase::Comparing).await?;
        let plan = compare(planner).await?;
        self.apply(plan, progress, signals).await
    }

    async fn settings(&self) -> Result<LdapSettings, Stop> {
        match self.store.ldap_settings().await? {
            None => Err(Stop::failed(RequestError::NotConfigured.to_string())),
            Some(settings) if !settings.value.enabled => Err(Stop::failed(RequestError::Disabled.to_string())),
            Some(settings) => Ok(settings.value),
        }
    }

    /// Agents come in pages and are packed at once, so that all of them are never in memory twice.
    async fn planner(&self, settings: &LdapSettings, signals: &Signals) -> Result<Planner, Stop> {
        let mut roster = Roster::default();
        let mut after = None;
        loop {
            signals.check()?;
            let page = self.store.ldap_agents(after, PAGE).await?;
            page.iter().for_each(|agent| roster.add(agent));
            after = page.last().map(|agent| agent.id);
            if page.len() < PAGE {
                break;
            }
        }
        let arrival = Arrival { groups: [settings.default_group].into(), role: settings.default_role };
        Ok(Planner::new(roster, self.store.local_emails().await?, arrival))
    }

    /// Reads the whole directory; `Ok` only when all of it was read.
    async fn read(
        &self,
        settings: &LdapSettings,
        access: Access,
        planner: &mut Planner,
        progress: &mut Progress,
    ) -> Result<(), Stop> {
        let (tell, mut news) = mpsc::channel(IN_FLIGHT);
        let mut reading = self.directory.read(access, tell);
        let mut clock = interval(EVERY);
        let mut ended = None;
        loop {
            tokio::select! {
                biased;
                _ = clock.tick() => progress.tick().await?,
                end = &mut reading, if ended.is_none() => ended = Some(end),
                told = news.recv() => match told {
                    Some(News::Connected) => {
                        self.tell_monitor(settings, None);
                        progress.enter(Phase::Reading).await?;
                    }
                    Some(News::Found(found)) => {
                        planner.see(found);
                        progress.run.counts.read = planner.read();
                    }
                    // The reading has let go of its end; what it answered counts, and only that.
                    None if ended.is_some() => break,
                    None => ended = Some((&mut reading).await),
                },
            }
        }
        let Some(Err(problem)) = ended else { return Ok(()) };
        self.tell_monitor(settings, Some(&problem));
        Err(problem.into())
    }

    /// A refused service account must not be tried again and again, whoever tried it.
    fn tell_monitor(&self, settings: &LdapSettings, problem: Option<&DirectoryProblem>) {
        match (&self.monitor, problem) {
            (Some(monitor), Some(problem)) => monitor.bind_failed(settings, problem),
            (Some(monitor), None) => monitor.bind_succeeded(settings),
            (None, _) => {}
        }
    }

    async fn apply(&self, plan: Plan, progress: &mut Progress, signals: &Signals) -> Result<Option<HeldReason>, Stop> {
        let held = plan.held.clone();
        let preview = progress.run.dry_run;
        progress.run.counts.unchanged = plan.counts.unchanged;
        progress.run.counts.held = plan.counts.held;
        progress.run.held_reason = held.clone();
        room::require(&self.store, room::lines_of(&plan.counts)).await?;
        progress.enter(Phase::Applying).await?;
        for batch in plan.into_batches(|| AgentId(Uuid::now_v7())) {
            signals.check()?;
            // Others fill the disk too.
            room::require(&self.store, 0).await?;
            let batch = if preview { without_writes(batch) } else { batch };
            let (run, at) = (progress.run.id, Timestamp::now_utc());
            self.store.apply_import(self.lease, run, &batch.writes, &batch.report, at).await?;
            count(&batch, &mut progress.run.counts);
            progress.tick().await?;
        }
        Ok(held)
    }
}

/// Sorting 100,000 people takes a while: not on a thread that serves pages.
async fn compare(planner: Planner) -> Result<Plan, Stop> {
    let compared = tokio::task::spawn_blocking(move || planner.finish(true)).await;
    compared.map_err(|failed| match failed.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        Err(_) => Stop::Shutdown,
    })
}

/// A preview's report names no agent that does not exist.
fn without_writes(mut batch: Batch) -> Batch {
    batch.writes.clear();
    for line in batch.report.iter_mut().filter(|line| line.kind == ChangeKind::Added) {
        line.agent = None;
    }
    batch
}

fn count(batch: &Batch, counts: &mut Counts) {
    for line in &batch.report {
        *match line.kind {
            ChangeKind::Added => &mut counts.added,
            ChangeKind::Updated => &mut counts.updated,
            ChangeKind::Removed => &mut counts.removed,
            ChangeKind::Restored => &mut counts.restored,
            ChangeKind::Skipped => &mut counts.skipped,
        } += 1;
    }
}

async fn end(progress: &mut Progress, outcome: Result<Option<HeldReason>, Stop>) -> Result<(), StorageError> {
    let state = match outcome {
        Ok(None) => RunState::Done,
        Ok(Some(_)) => RunState::Held,
        Err(Stop::Cancelled) => RunState::Cancelled,
        Err(Stop::Shutdown) => {
            progress.run.error = Some("The panel was stopped.".into());
            RunState::Interrupted
        }
        Err(Stop::LeaseLost) => {
            tracing::warn!(run = %progress.run.id, "the import ended: another worker took over");
            return Ok(());
        }
        Err(Stop::Failed { error, details }) => {
            tracing::debug!(run = %progress.run.id, %error, details, "why the import failed");
            progress.run.error = Some(error);
            progress.run.details = details;
            RunState::Failed
        }
    };
    let counts = progress.run.counts;
    tracing::info!(run = %progress.run.id, ?state, ?counts, dry_run = progress.run.dry_run, "import ended");
    match progress.end(state, Timestamp::now_utc()).await {
        Err(StorageError::LeaseLost) => Ok(()),
        saved => saved,
    }
}
