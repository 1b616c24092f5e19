//! The engine: does one run from start to end, and writes how it ended.
//!
//! Nothing is written to an agent before the whole directory has been read, and nothing after the
//! lease is lost. Reading can be broken off at any moment; a batch of writes is never torn apart.

use super::attend::{aside, attend, follow};
use super::known::GONE;
use super::plan::{Batch, Plan, Planner, Roster, Rules};
use super::progress::Progress;
use super::reading::{Directory, Reading};
use super::stop::{Signals, Stop};
use super::{known, lease, room};
use crate::ldap::{Access, Whereabouts};
use crate::model::*;
use crate::monitor::{self, Monitor};
use crate::secrets::SecretKey;
use crate::storage::{Lease, StorageError, Store};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// The longest an import may take.
const DEADLINE: Duration = Duration::from_secs(30 * 60);
/// The longest that people who were not in the answer are asked for one by one.
const SECOND_LOOK: Duration = Duration::from_secs(120);
/// Entries on their way from the reading to the comparison.
pub(super) const IN_FLIGHT: usize = 256;

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
    pub(super) async fn run(self, run: ImportRun) -> Result<(), StorageError> {
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
        end(&mut progress, outcome).await?;
        if let (Some(monitor), true) = (&self.monitor, progress.run.deletes) {
            monitor.look_again();
        }
        Ok(())
    }

    async fn work(&self, progress: &mut Progress, signals: &Signals) -> Result<Outcome, Stop> {
        let directory = progress.run.directory;
        progress.run.expected = self.store.last_completed_run(directory).await?.map(|run| run.counts.read);
        room::require(&self.store, 0).await?;
        progress.enter(Phase::Connecting).await?;
        if progress.run.deletes {
            return self.remove_everyone(progress, signals).await;
        }
        let settings = self.settings(directory).await?;
        let access = monitor::open_access(&self.secrets, &settings)?;
        let roster = tokio::select! {
            biased;
            stop = signals.raised() => return Err(stop),
            roster = known::roster(&self.store, directory) => roster?,
        };
        let (planner, scope) = tokio::select! {
            biased;
            stop = signals.raised() => return Err(stop),
            learned = self.learn(&settings, access, roster, progress) => learned?,
        };
        let rules = Rules::of(self.store.standing(directory).await?, &scope, settings.removals);
        let plan = aside(move || planner.finish(true, &rules)).await?;
        // Reading takes its time, and the directory may have been switched off or deleted meanwhile.
        self.settings(directory).await?;
        self.apply(plan, Some(scope), progress, signals).await
    }

    /// The directory is deleted from the panel: whatever it says, its agents go. They are kept as long as others who
    /// were removed.
    async fn remove_everyone(&self, progress: &mut Progress, signals: &Signals) -> Result<Outcome, Stop> {
        let directory = self.store.directory(progress.run.directory).await?;
        let name = directory.ok_or_else(|| Stop::failed(GONE.to_owned()))?.name();
        let roster = known::roster(&self.store, progress.run.directory).await?;
        let plan = Plan::of_removing_everyone(roster, &RemovalCause::DirectoryDeleted { name });
        self.apply(plan, None, progress, signals).await
    }

    /// Everything the directory has to say: everyone, and then, by GUID, who was not among them.
    async fn learn(
        &self,
        settings: &LdapSettings,
        access: Access,
        roster: Roster,
        progress: &mut Progress,
    ) -> Result<(Planner, Scope), Stop> {
        let opened = attend(progress, self.directory.open(access.clone())).await?;
        let directory = progress.run.directory;
        let mut reading = self.told(directory, settings, opened)?;
        self.tell_monitor(directory, settings, None);
        let scope = Scope::of(settings, &reading.resolved());
        progress.run.guid_attribute = Some(scope.guid_attribute.clone());
        progress.enter(Phase::Reading).await?;
        let placer = self.placer(settings, access, &mut reading, progress).await?;
        let mut planner = self.planner(directory, roster, placer, &scope).await?;
        let (tell, found) = mpsc::channel(IN_FLIGHT);
        let everyone = follow(progress, reading.everyone(tell), found, |found, run| {
            planner.see(found);
            run.counts.read = planner.read();
        });
        let everyone = everyone.await?;
        progress.run.filled = Some(self.told(directory, settings, everyone)?);
        progress.run.counts.outside = reading.outside();
        progress.enter(Phase::Comparing).await?;
        let rules = Rules::of(self.store.standing(directory).await?, &scope, settings.removals);
        // What an administrator waits for gets all the time there is.
        let limit = if rules.is_approved { DEADLINE } else { SECOND_LOOK };
        let (mut planner, absent) = aside(move || {
            let absent = planner.absent(&rules);
            (planner, absent)
        })
        .await?;
        if absent.is_empty() || self.look_again(&mut *reading, absent, &mut planner, progress, limit).await? {
            reading.close().await;
        }
        Ok((planner, scope))
    }

    /// Additions and updates do not wait for a directory that is slow to be asked one by one, or refuses it.
    /// Whoever was not asked for is not removed. Answers whether the connection is still good for a goodbye.
    async fn look_again(
        &self,
        reading: &mut dyn Reading,
        absent: Vec<Guid>,
        planner: &mut Planner,
        progress: &mut Progress,
        limit: Duration,
    ) -> Result<bool, Stop> {
        let (tell, looked) = mpsc::channel(IN_FLIGHT);
        let again = follow(progress, reading.again(absent, tell), looked, |looked, run| {
            looked.into_iter().for_each(|(guid, place)| match place {
                Whereabouts::Within(found) => planner.found_after_all(&guid, found),
                Whereabouts::Outside(cause) => planner.outside(&guid, cause),
            });
            run.counts.read = planner.read();
        });
        match tokio::time::timeout(limit, again).await {
            Ok(again) => match again? {
                Err(problem) if problem.failure.is_about_the_question() => {
                    tracing::warn!(cause = %monitor::cause(&problem), "the directory cannot be asked by GUID");
                    Ok(false)
                }
                Err(problem) => Err(problem.into()),
                Ok(()) => Ok(true),
            },
            Err(_) => {
                tracing::warn!("the directory is too slow to be asked by GUID for everyone who was not in its answer");
                Ok(false)
            }
        }
    }

    /// Tells the monitor of a problem that the directory ends the import with.
    pub(super) fn told<T>(
        &self,
        directory: DirectoryId,
        settings: &LdapSettings,
        outcome: Result<T, DirectoryProblem>,
    ) -> Result<T, Stop> {
        outcome.map_err(|problem| {
            self.tell_monitor(directory, settings, Some(&problem));
            problem.into()
        })
    }

    /// A refused service account must not be tried again and again, whoever tried it.
    fn tell_monitor(&self, directory: DirectoryId, settings: &LdapSettings, problem: Option<&DirectoryProblem>) {
        match (&self.monitor, problem) {
            (Some(monitor), Some(problem)) => monitor.bind_failed(directory, settings, problem),
            (Some(monitor), None) => monitor.bind_succeeded(directory, settings),
            (None, _) => {}
        }
    }

    async fn apply(
        &self,
        plan: Plan,
        scope: Option<Scope>,
        progress: &mut Progress,
        signals: &Signals,
    ) -> Result<Outcome, Stop> {
        let preview = progress.run.dry_run;
        let conclude = |scope| Conclusion { scope, held: plan.held.clone(), released: plan.released.clone() };
        let conclusion = scope.filter(|_| !preview).map(conclude);
        let outcome = Outcome { held: plan.held.is_some(), conclusion };
        // Whom an earlier attempt of this run wrote is counted there, and unchanged by now.
        progress.run.counts.unchanged = plan.counts.unchanged.saturating_sub(progress.run.counts.written());
        progress.run.counts.kept = plan.counts.kept;
        if let Some(held) = &plan.held {
            progress.run.held_reasons.clone_from(&held.reasons);
            progress.run.digest = Some(held.digest.clone());
        }
        if plan.loses_administrators {
            self.note_lost_administrators(progress).await?;
        }
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
        signals.check()?;
        Ok(outcome)
    }
}

/// How a run that came to its end ended.
struct Outcome {
    held: bool,
    conclusion: Option<Conclusion>,
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
        *counts.of_kind(line.kind) += 1;
    }
}

async fn end(progress: &mut Progress, outcome: Result<Outcome, Stop>) -> Result<(), StorageError> {
    let mut conclusion = None;
    let state = match outcome {
        Ok(outcome) => {
            conclusion = outcome.conclusion;
            if outcome.held { RunState::Held } else { RunState::Done }
        }
        Err(Stop::Cancelled) => RunState::Cancelled,
        Err(Stop::Shutdown) => {
            progress.run.error = Some("The panel was stopped.".into());
            RunState::Interrupted
        }
        Err(Stop::LeaseLost) => {
            taken_over(progress.run.id);
            return Ok(());
        }
        // Whoever finds the run open goes on with it once the store is back.
        Err(Stop::StoreFailed(error)) => return Err(StorageError::Failed(error)),
        Err(Stop::Failed { error, details }) => {
            tracing::debug!(run = %progress.run.id, %error, details, "why the import failed");
            progress.run.error = Some(error);
            progress.run.details = details;
            RunState::Failed
        }
    };
    let counts = progress.run.counts;
    tracing::info!(run = %progress.run.id, ?state, ?counts, dry_run = progress.run.dry_run, "import ended");
    match progress.end(state, Timestamp::now_utc(), conclusion.as_ref()).await {
        Err(StorageError::LeaseLost) => {
            taken_over(progress.run.id);
            Ok(())
        }
        saved => saved,
    }
}

fn taken_over(run: RunId) {
    tracing::warn!(%run, "the import ended here: another worker took over");
}
