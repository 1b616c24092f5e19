//! What imports did to an agent: where the lines of the reports are that speak of them. The line of their
//! addition is not among them ([`ChangeKind::is_history`]), so that a first import writes nothing here.

use super::core::Core;
use super::reports;
use super::tables::{Table, Writes, scan};
use super::work::Work;
use crate::model::{AgentChange, AgentId, ChangeKind, RunId, Timestamp};
use crate::storage::moment::{nanoseconds, timestamp};
use crate::storage::{AgentEvent, Result};

/// Where a line is: its run and its number.
pub(super) type Place = (RunId, u64);

/// Notes a line that tells of a change of an agent.
pub(super) fn note(writes: &mut Writes, line: &AgentChange, place: Place, at: Timestamp) {
    if let Some(key) = key_of(line, place) {
        let kind = line.kind.number() as u8;
        let value = [&[kind][..], &nanoseconds(at).to_be_bytes()].concat();
        writes.put_bytes(Table::History, &key, &value);
    }
}

/// When a line was noted, if it was and the agent is not forgotten.
pub(super) fn noted_at(core: &Core, line: &AgentChange, place: Place) -> Result<Option<Timestamp>> {
    let Some(key) = key_of(line, place) else { return Ok(None) };
    let value = core.tables.bytes(Table::History, &key)?;
    Ok(value.and_then(|value| parse(&key, &value)).map(|(_, _, _, at)| at))
}

/// Takes back what [`note`] noted.
pub(super) fn forget_line(work: &mut Work<'_>, line: &AgentChange, place: Place) {
    if let Some(key) = key_of(line, place) {
        work.writes.delete(Table::History, &key);
    }
}

/// Forgets an agent.
pub(super) fn forget(work: &mut Work<'_>, agent: AgentId) -> Result<()> {
    for record in scan(work.core.tables.tree(Table::History), agent.0.as_bytes()) {
        let (key, _) = record?;
        work.writes.delete(Table::History, &key);
    }
    Ok(())
}

/// The newest first.
pub(super) fn of_agent(core: &Core, agent: AgentId, limit: usize) -> Result<Vec<AgentEvent>> {
    let mut events = Vec::new();
    for record in scan(core.tables.tree(Table::History), agent.0.as_bytes()).rev() {
        if events.len() == limit {
            break;
        }
        let (key, value) = record?;
        let Some((run, number, kind, at)) = parse(&key, &value) else { continue };
        if let Some(change) = reports::line(core, run, kind, number)? {
            events.push(AgentEvent { run, at, change });
        }
    }
    Ok(events)
}

fn key_of(line: &AgentChange, (run, number): Place) -> Option<Vec<u8>> {
    let agent = line.agent.filter(|_| line.kind.is_history())?;
    Some([agent.0.as_bytes(), &run.0.to_be_bytes()[..], &number.to_be_bytes()].concat())
}

fn parse(key: &[u8], value: &[u8]) -> Option<(RunId, u64, ChangeKind, Timestamp)> {
    let number = |bytes: &[u8]| bytes.try_into().ok().map(u64::from_be_bytes);
    let (kind, at) = value.split_first()?;
    let kind = *ChangeKind::ALL.get(usize::from(*kind))?;
    let at = timestamp(i64::from_be_bytes(at.try_into().ok()?));
    Some((RunId(number(key.get(16..24)?)?), number(key.get(24..)?)?, kind, at))
}
