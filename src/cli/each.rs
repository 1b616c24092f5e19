//! What is done for one directory or for each: the checks and the imports.

use super::{OnlyArgs, anywhere};
use crate::commands::{CommandError, Done, Each};
use crate::config::StateConfig;
use crate::model::*;
use serde_json::{Value, json};
use std::process::ExitCode;

pub(super) async fn check(state: &StateConfig, only: OnlyArgs, json: bool) -> Result<ExitCode, CommandError> {
    let directory = only.directory.as_deref();
    let request = json!({ "command": "check", "directory": directory });
    let checks: Each<CheckReport> = anywhere(state, request, async |commands| commands.check(directory).await).await?;
    print_each(&checks, json, print_report, |check| {
        let mut report = serde_json::to_value(&check.outcome).map_err(|error| CommandError(error.to_string()))?;
        if checks.is_list {
            report["directory"] = json!(check.directory);
            report["name"] = json!(check.name);
        }
        Ok(report)
    })?;
    let connected = checks.of.iter().all(|check| check.outcome.problem().is_none());
    Ok(if connected { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(super) async fn import(
    state: &StateConfig,
    only: OnlyArgs,
    dry_run: bool,
    json: bool,
) -> Result<ExitCode, CommandError> {
    let directory = only.directory.as_deref();
    let request = json!({ "command": "import", "directory": directory, "dry_run": dry_run });
    let runs: Each<ImportRun> =
        anywhere(state, request, async |commands| commands.import(directory, dry_run).await).await?;
    print_each(&runs, json, print_run, |run| Ok(crate::web::imports::run_json(&run.outcome)))?;
    let has_ended = |state: RunState| runs.of.iter().any(|run| run.outcome.state == state);
    let all_well = runs.of.iter().all(|run| matches!(run.outcome.state, RunState::Done | RunState::Held));
    Ok(match (all_well, has_ended(RunState::Held)) {
        (false, _) => ExitCode::from(1),
        (true, true) => ExitCode::from(3),
        (true, false) => ExitCode::SUCCESS,
    })
}

fn print_each<T>(
    each: &Each<T>,
    json: bool,
    print: impl Fn(&T),
    as_json: impl Fn(&Done<T>) -> Result<Value, CommandError>,
) -> Result<(), CommandError> {
    if json {
        let mut values = each.of.iter().map(as_json).collect::<Result<Vec<Value>, CommandError>>()?;
        let value = if each.is_list { Value::Array(values) } else { values.pop().unwrap_or_default() };
        println!("{}", serde_json::to_string_pretty(&value).map_err(|error| CommandError(error.to_string()))?);
        return Ok(());
    }
    for (place, done) in each.of.iter().enumerate() {
        if each.is_list {
            println!("{}{} ({})", if place == 0 { "" } else { "\n" }, done.name, done.directory);
        }
        print(&done.outcome);
    }
    Ok(())
}

fn print_report(report: &CheckReport) {
    for step in &report.steps {
        let mark = match step.outcome {
            StepOutcome::Ok => "ok",
            StepOutcome::Warning => "look",
            StepOutcome::Failed => "FAILED",
            StepOutcome::Skipped => "-",
        };
        println!("{:<24} {mark:<6} {:>6} ms", step.name.label(), step.took.as_millis());
        for line in &step.learned {
            println!("    {line}");
        }
        if let Some(problem) = &step.problem {
            println!("    {}\n    {}", problem.failure.message(), problem.failure.remedy());
            if let Some(details) = &problem.details {
                println!("    Details: {details}");
            }
        }
    }
    match report.problem() {
        None => println!("Connected · {} ms", report.latency.as_millis()),
        Some(_) => println!("Not connected"),
    }
}

fn print_run(run: &ImportRun) {
    let c = &run.counts;
    println!(
        "Import {}{}: {} — {} read, {} added, {} updated, {} unchanged, {} removed, {} restored, {} skipped, {} held",
        run.id,
        if run.dry_run { " (preview)" } else { "" },
        run.state.as_str(),
        c.read,
        c.added,
        c.updated,
        c.unchanged,
        c.removed,
        c.restored,
        c.skipped,
        c.held
    );
    if let Some(error) = &run.error {
        println!("{error}");
    }
    for note in &run.notes {
        println!("{}", note.sentence());
    }
    for reason in &run.held_reasons {
        println!("{}", reason.sentence());
    }
    if let Some(details) = &run.details {
        println!("Details: {details}");
    }
}
