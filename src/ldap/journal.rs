//! The steps of a connection, timed and with what was learned. A check shows them; an import and a
//! sign-in go through the same steps and drop them.

use crate::model::{CheckStep, DirectoryProblem, ShownCertificate, StepName, StepOutcome};
use std::time::{Duration, Instant};

/// Collects steps.
#[derive(Debug, Default)]
pub(super) struct Journal {
    steps: Vec<CheckStep>,
    current: Option<(StepName, Instant)>,
    shown: Option<ShownCertificate>,
}

impl Journal {
    /// A step begins; a step of this name from a server tried before goes on.
    pub(super) fn begin(&mut self, name: StepName) {
        self.current = Some((name, Instant::now()));
        self.step(name);
    }

    /// A line for the current step.
    pub(super) fn learn(&mut self, line: impl Into<String>) {
        if let Some((name, _)) = self.current {
            self.step(name).learned.push(line.into());
        }
    }

    /// The server showed a certificate that is not trusted.
    pub(super) fn show(&mut self, certificate: ShownCertificate) {
        self.shown = Some(certificate);
    }

    /// The one that was shown last.
    pub(super) fn shown(&mut self) -> Option<ShownCertificate> {
        self.shown.take()
    }

    /// The current step ended.
    pub(super) fn end(&mut self, outcome: StepOutcome) {
        let Some((name, began)) = self.current.take() else {
            return;
        };
        let step = self.step(name);
        step.took += began.elapsed();
        // A warning from a server tried before stays.
        if step.outcome != StepOutcome::Warning || outcome == StepOutcome::Failed {
            step.outcome = outcome;
        }
    }

    /// The current step did not work with this server, and another one is left to try.
    pub(super) fn pass_over(&mut self, problem: &DirectoryProblem) {
        self.learn(problem.failure.message());
        self.end(StepOutcome::Warning);
    }

    /// Takes an error as the current step's.
    pub(super) fn note<T>(&mut self, outcome: Result<T, DirectoryProblem>) -> Result<T, DirectoryProblem> {
        if let (Err(problem), Some(name)) = (&outcome, self.current()) {
            self.fail(name, problem);
        }
        outcome
    }

    /// The step failed for good.
    pub(super) fn fail(&mut self, name: StepName, problem: &DirectoryProblem) {
        if self.current() == Some(name) {
            self.end(StepOutcome::Failed);
        }
        let step = self.step(name);
        step.outcome = StepOutcome::Failed;
        step.problem = Some(problem.clone());
    }

    /// The step that is going on.
    pub(super) fn current(&self) -> Option<StepName> {
        self.current.map(|(name, _)| name)
    }

    /// Time of these steps together.
    pub(super) fn took(&self, names: &[StepName]) -> Duration {
        self.steps.iter().filter(|step| names.contains(&step.name)).map(|step| step.took).sum()
    }

    /// All steps of a full check, in order; those not reached are `Skipped`.
    pub(super) fn into_steps(mut self) -> Vec<CheckStep> {
        let failed = self.steps.iter().filter(|step| step.problem.is_some()).map(|step| step.name as u8).max();
        for name in StepName::ALL {
            self.step(name);
        }
        self.steps.sort_by_key(|step| step.name as u8);
        self.steps.into_iter().map(|step| settle(step, failed)).collect()
    }

    fn step(&mut self, name: StepName) -> &mut CheckStep {
        let at = match self.steps.iter().position(|step| step.name == name) {
            Some(at) => at,
            None => {
                self.steps.push(empty(name));
                self.steps.len() - 1
            }
        };
        &mut self.steps[at]
    }
}

fn settle(step: CheckStep, failed: Option<u8>) -> CheckStep {
    match failed {
        Some(failed) if step.name as u8 > failed => empty(step.name),
        _ => step,
    }
}

fn empty(name: StepName) -> CheckStep {
    CheckStep { name, outcome: StepOutcome::Skipped, took: Duration::ZERO, learned: Vec::new(), problem: None }
}
