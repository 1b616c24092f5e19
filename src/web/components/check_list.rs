use super::{Notice, Tone, duration};
use crate::language::{self, t};
use crate::model::{CheckStep, StepOutcome};
use crate::web::icons;
use maud::{Markup, Render, html};
use std::time::Duration;

/// One line of a check list.
#[derive(Debug, Clone)]
pub struct CheckLine {
    /// Decides icon and colour.
    pub outcome: StepOutcome,
    /// What was done.
    pub label: String,
    /// How long it took.
    pub took: Option<Duration>,
    /// What was learned, a line each, and what went wrong.
    pub under: Vec<Markup>,
}

/// Steps in order, each with its outcome.
pub fn check_list(lines: &[CheckLine]) -> Markup {
    html! {
        ol.checklist {
            @for line in lines {
                @let (tone, icon, word) = outcome(line.outcome);
                li.(tone.class()) {
                    (icon)
                    span.step { (line.label) span.hidden-text { ": " (word) } }
                    @if let Some(took) = line.took { span.took { (duration(took)) } }
                    @for under in &line.under { div.learned { (under) } }
                }
            }
        }
    }
}

/// A step of the connection check as a line; its problem with remedy and details under it. The id is
/// that of the details' fold: at most one step of a check has a problem, so one a check is enough.
pub fn step_line(step: &CheckStep, details_id: &str) -> CheckLine {
    let learned = step.learned.iter().map(|line| language::phrase(line).render());
    let problem = step.problem.as_ref().map(|problem| {
        let (message, remedy) =
            (language::failure_message(&problem.failure), language::failure_remedy(&problem.failure));
        Notice::new(Tone::Bad, &message).remedy(&remedy).details(details_id, problem.details.as_deref()).render()
    });
    let was_run = step.outcome != StepOutcome::Skipped;
    CheckLine {
        outcome: step.outcome,
        label: language::step(step.name).to_owned(),
        took: was_run.then_some(step.took),
        under: learned.chain(problem).collect(),
    }
}

fn outcome(outcome: StepOutcome) -> (Tone, Markup, &'static str) {
    match outcome {
        StepOutcome::Ok => (Tone::Ok, icons::check(), t!("components-step-done")),
        StepOutcome::Warning => (Tone::Warning, icons::warning(), t!("components-step-warning")),
        StepOutcome::Failed => (Tone::Bad, icons::cross(), t!("components-step-failed")),
        StepOutcome::Skipped => (Tone::Neutral, icons::skipped(), t!("components-step-skipped")),
    }
}
