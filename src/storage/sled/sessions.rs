//! Sessions: by id, and by agent.

use super::core::Core;
use super::tables::{Table, decode, scan};
use super::work::Work;
use crate::model::{AgentId, DirectoryId, Timestamp};
use crate::storage::{Result, SESSIONS_OF_ONE, SessionRecord};
use std::collections::HashMap;

/// Sessions that one commit deletes.
pub(super) const SWEEP: usize = 250;

pub(super) fn one(core: &Core, id: &str, at: Timestamp) -> Result<Option<SessionRecord>> {
    let session: Option<SessionRecord> = core.tables.get(Table::Sessions, id.as_bytes())?;
    Ok(session.filter(|session| session.expires_at > at))
}

/// The oldest of an agent's sessions make room for it.
pub(super) fn add(work: &mut Work<'_>, session: &SessionRecord) -> Result<()> {
    let mut others = all_of(work.core, session.agent)?;
    others.retain(|other| other.id != session.id);
    for oldest in others.iter().skip(SESSIONS_OF_ONE - 1) {
        work.writes.delete(Table::Sessions, oldest.id.as_bytes());
        work.writes.delete(Table::AgentSessions, &agent_key(oldest.agent, &oldest.id));
    }
    work.writes.put(Table::Sessions, session.id.as_bytes(), session)?;
    work.writes.put_bytes(Table::AgentSessions, &agent_key(session.agent, &session.id), &[]);
    Ok(())
}

pub(super) fn update(
    work: &mut Work<'_>,
    id: &str,
    state: HashMap<String, String>,
    expires_at: Timestamp,
) -> Result<bool> {
    let Some(session) = read(work, id)? else { return Ok(false) };
    work.writes.put(Table::Sessions, id.as_bytes(), &SessionRecord { state, expires_at, ..session })?;
    Ok(true)
}

pub(super) fn end(work: &mut Work<'_>, id: &str) -> Result<()> {
    let Some(session) = read(work, id)? else { return Ok(()) };
    work.writes.delete(Table::Sessions, id.as_bytes());
    work.writes.delete(Table::AgentSessions, &agent_key(session.agent, id));
    Ok(())
}

pub(super) fn of_agent(core: &Core, agent: AgentId, at: Timestamp) -> Result<Vec<SessionRecord>> {
    let mut sessions = all_of(core, agent)?;
    sessions.retain(|session| session.expires_at > at);
    sessions.truncate(SESSIONS_OF_ONE);
    Ok(sessions)
}

/// Newest first.
fn all_of(core: &Core, agent: AgentId) -> Result<Vec<SessionRecord>> {
    let mut sessions: Vec<SessionRecord> = Vec::new();
    for record in scan(core.tables.tree(Table::AgentSessions), agent.0.as_bytes()) {
        let (key, _) = record?;
        sessions.extend(core.tables.get(Table::Sessions, &key[16..])?);
    }
    sessions.sort_by(|a, b| b.created_at.cmp(&a.created_at).then_with(|| a.id.cmp(&b.id)));
    Ok(sessions)
}

/// Deletes a part of the sessions that ended before `at`. Answers how many.
pub(super) fn sweep(work: &mut Work<'_>, at: Timestamp) -> Result<u64> {
    let mut swept = 0;
    for record in scan(work.core.tables.tree(Table::Sessions), &[]) {
        let (key, bytes) = record?;
        let session: SessionRecord = decode(Table::Sessions, &bytes)?;
        if session.expires_at < at {
            work.writes.delete(Table::Sessions, &key);
            work.writes.delete(Table::AgentSessions, &agent_key(session.agent, &session.id));
            swept += 1;
        }
        if swept == SWEEP as u64 {
            break;
        }
    }
    Ok(swept)
}

/// Ends a part of all sessions. Answers how many.
pub(super) fn end_some(work: &mut Work<'_>) -> Result<u64> {
    let mut ended = 0;
    for record in scan(work.core.tables.tree(Table::Sessions), &[]).take(SWEEP) {
        let (key, bytes) = record?;
        let session: SessionRecord = decode(Table::Sessions, &bytes)?;
        work.writes.delete(Table::Sessions, &key);
        work.writes.delete(Table::AgentSessions, &agent_key(session.agent, &session.id));
        ended += 1;
    }
    Ok(ended)
}

/// Deletes a part of the sessions of a directory's agents, and of nobody's. Answers how many.
pub(super) fn end_ldap(work: &mut Work<'_>, directory: DirectoryId) -> Result<u64> {
    let mut ended = 0;
    for record in scan(work.core.tables.tree(Table::Sessions), &[]) {
        let (key, bytes) = record?;
        let session: SessionRecord = decode(Table::Sessions, &bytes)?;
        let agent = work.core.agent(&work.core.index(), session.agent)?;
        if agent.is_none_or(|agent| agent.of_directory() == Some(directory)) {
            work.writes.delete(Table::Sessions, &key);
            work.writes.delete(Table::AgentSessions, &agent_key(session.agent, &session.id));
            ended += 1;
        }
        if ended == SWEEP as u64 {
            break;
        }
    }
    Ok(ended)
}

fn read(work: &Work<'_>, id: &str) -> Result<Option<SessionRecord>> {
    work.core.tables.get(Table::Sessions, id.as_bytes())
}

fn agent_key(agent: AgentId, session: &str) -> Vec<u8> {
    [agent.0.as_bytes(), session.as_bytes()].concat()
}
