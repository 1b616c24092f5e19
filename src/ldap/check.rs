//! The check: the steps an import begins with, by the same code, with what each taught.

use super::access::{Access, Depth};
use super::connection::Connection;
use super::deadlines::Deadlines;
use super::error::{Outcome, problem, timed_out};
use super::journal::Journal;
use super::lockout;
use super::sample::Sampler;
use crate::model::{
    CheckReport, ConnectionFailure, Lockout, PeopleCount, Resolved, Sample, StepName, StepOutcome, members_outside,
    thousands,
};
use tokio::time::Instant;

/// The steps whose time is the link's.
const LINK: [StepName; 4] = [StepName::Connect, StepName::Encrypt, StepName::Bind, StepName::ReadBase];

/// What was found so far; outlives a check that runs out of time.
#[derive(Default)]
struct Findings {
    journal: Journal,
    resolved: Option<Resolved>,
    naming_contexts: Vec<String>,
    people: Option<PeopleCount>,
    sample: Option<Sample>,
    lockout: Option<Lockout>,
}

/// Runs the check. Never fails: problems are in the steps.
pub async fn check(access: &Access, depth: Depth) -> CheckReport {
    check_within(access, depth, Deadlines::default()).await
}

/// [`check`] with other deadlines.
pub async fn check_within(access: &Access, depth: Depth, deadlines: Deadlines) -> CheckReport {
    let mut findings = Findings::default();
    let run = Box::pin(run(access, depth, &deadlines, &mut findings));
    // The problem of a failed step is in the journal already.
    if tokio::time::timeout(deadlines.check, run).await.is_err() {
        let name = findings.journal.current().unwrap_or(StepName::Connect);
        findings.journal.fail(name, &timed_out("being checked", deadlines.check));
    }
    let latency = findings.journal.took(&LINK);
    let shown = findings.journal.shown();
    CheckReport {
        steps: findings.journal.into_steps(),
        resolved: findings.resolved,
        naming_contexts: findings.naming_contexts,
        people: findings.people,
        sample: findings.sample,
        latency,
        lockout: findings.lockout,
        shown,
    }
}

async fn run(access: &Access, depth: Depth, deadlines: &Deadlines, findings: &mut Findings) -> Outcome<()> {
    let (session, server) = Connection::bind(access, deadlines, &mut findings.journal).await?;
    findings.naming_contexts = server.naming_contexts.clone();

    findings.journal.begin(StepName::ReadBase);
    let mut connection = findings.journal.note(Connection::from_bound(access, session, server.clone()))?;
    findings.resolved = Some(connection.resolved().clone());
    findings.journal.note(connection.read_base().await)?;
    findings.journal.learn(connection.resolved().base_dn.to_string());
    findings.journal.end(StepOutcome::Ok);

    if depth != Depth::Link {
        let roots = connection.roots();
        findings.lockout = lockout::read(connection.session(), &server, &roots).await;
    }
    if depth == Depth::Full {
        look_at_people(&mut connection, findings).await?;
    }
    connection.close().await;
    Ok(())
}

async fn look_at_people(connection: &mut Connection, findings: &mut Findings) -> Outcome<()> {
    findings.journal.begin(StepName::FindPeople);
    let resolved = connection.resolved().clone();
    let mut sampler = Sampler::new(&resolved);
    let counted = count(connection, &mut sampler, &resolved).await;
    let counted = findings.journal.note(counted)?;
    findings.people = Some(counted);
    findings.journal.learn(match counted {
        PeopleCount::Exactly(1) => "1 person matches".to_owned(),
        PeopleCount::Exactly(count) => format!("{} people match", thousands(count)),
        PeopleCount::MoreThan(count) => format!("more than {} people match", thousands(count)),
    });
    if connection.settings().user_filter.is_none() {
        let (kind, filter) = (resolved.vendor.label(), &resolved.user_filter);
        findings.journal.learn(format!("User filter for {kind}: {filter}"));
    }
    if let (PeopleCount::Exactly(_), Some(outside)) = (counted, members_outside(connection.outside())) {
        findings.journal.learn(outside);
    }
    findings.journal.end(StepOutcome::Ok);

    findings.journal.begin(StepName::Sample);
    let (sample, lines, look) = sampler.finish();
    findings.sample = Some(sample);
    lines.into_iter().for_each(|line| findings.journal.learn(line));
    findings.journal.end(if look { StepOutcome::Warning } else { StepOutcome::Ok });
    Ok(())
}

/// Counts people until the end or the deadline, and looks at the first of them. The deadline begins
/// with the first answer: a slow server is not an empty one.
async fn count(connection: &mut Connection, sampler: &mut Sampler, resolved: &Resolved) -> Outcome<PeopleCount> {
    let limit = connection.session().deadlines.count;
    let mut people = connection.people().await?;
    let mut count = 0;
    let mut until: Option<Instant> = None;
    loop {
        let next = match until {
            Some(until) => match tokio::time::timeout_at(until, people.next_entry()).await {
                Ok(next) => next?,
                Err(_) => return Ok(PeopleCount::MoreThan(count)),
            },
            None => people.next_entry().await?,
        };
        let Some(entry) = next else {
            break;
        };
        let until = *until.get_or_insert_with(|| Instant::now() + limit);
        count += 1;
        if !sampler.is_full() {
            let found = people.found(&entry);
            sampler.add(&entry, found, resolved);
        }
        // Looked at now and then only: answers that lie ready never let the timer fire.
        if count % 256 == 0 && Instant::now() >= until {
            return Ok(PeopleCount::MoreThan(count));
        }
    }
    tracing::debug!(count, read = people.read(), "people counted");
    if count == 0 {
        let (base, filter) = (resolved.base_dn.to_string(), resolved.user_filter.to_string());
        return Err(problem(ConnectionFailure::NobodyFound { base, filter }));
    }
    Ok(PeopleCount::Exactly(count))
}
