//! One writing call: what it reads, what it is going to change, and the commit.

use super::core::Core;
use super::entry::Entry;
use super::index::{AgentChanged, Changes};
use super::meta::{self, Meta};
use super::runs::Head;
use super::tables::{Table, Writes, scan};
use crate::model::{Agent, AgentId, GroupId, ImportRun, RunId, RunState};
use crate::storage::{Result, StorageError, record};
use std::collections::{BTreeMap, BTreeSet};

/// What only the one writer reads and changes.
pub(super) struct Ledger {
    pub(super) meta: Meta,
    /// Runs that wait or work.
    pub(super) open_runs: BTreeSet<RunId>,
}

/// Collects changes; nothing happens before [`Work::commit`], and all of it in one then. Reads see
/// the store as it was before.
pub(super) struct Work<'a> {
    pub(super) core: &'a Core,
    ledger: &'a mut Ledger,
    pub(super) meta: Meta,
    pub(super) writes: Writes,
    agents: Vec<AgentChanged>,
    groups: Vec<(GroupId, Option<String>)>,
    runs: BTreeMap<RunId, Head>,
}

impl<'a> Work<'a> {
    /// With nothing to do yet.
    pub(super) fn new(core: &'a Core, ledger: &'a mut Ledger) -> Work<'a> {
        let meta = ledger.meta.clone();
        Work {
            core,
            ledger,
            meta,
            writes: Writes::default(),
            agents: Vec::new(),
            groups: Vec::new(),
            runs: BTreeMap::new(),
        }
    }

    /// Applies everything, if there is anything. Answers the number of the commit.
    pub(super) fn commit(mut self) -> Result<Option<u64>> {
        if self.writes.is_empty() && self.meta == self.ledger.meta {
            return Ok(None);
        }
        self.meta.commit += 1;
        self.writes.put(Table::Single, meta::KEY, &self.meta)?;
        let changes = Changes { agents: self.agents, groups: self.groups, runs: self.runs.clone() };
        self.core.apply(&self.writes, changes)?;
        for (run, head) in self.runs {
            if head.state == RunState::Running {
                self.ledger.open_runs.insert(run);
            } else {
                self.ledger.open_runs.remove(&run);
            }
        }
        let number = self.meta.commit;
        self.ledger.meta = self.meta;
        Ok(Some(number))
    }

    /// Runs that wait or work, oldest first.
    pub(super) fn open_runs(&self) -> &BTreeSet<RunId> {
        &self.ledger.open_runs
    }

    /// An agent who must be there.
    pub(super) fn agent(&self, id: AgentId) -> Result<Agent> {
        let agent = self.core.agent(&self.core.index(), id)?;
        agent.ok_or(StorageError::NotFound)
    }

    /// Who has an email now.
    pub(super) fn holder_of(&self, email_key: &str) -> Option<AgentId> {
        self.core.index().by_email(email_key)
    }

    /// Changes, adds (`before` is `None`) or deletes (`after` is `None`) one agent with everything
    /// that finds them. The caller has checked that email and GUID are free.
    pub(super) fn change_agent(&mut self, before: Option<&Agent>, after: Option<&Agent>) -> Result<()> {
        let Some(id) = after.or(before).map(|agent| agent.id) else { return Ok(()) };
        match after {
            Some(agent) => self.writes.put_bytes(Table::Agents, id.0.as_bytes(), &record::encode(agent)?),
            None => self.writes.delete(Table::Agents, id.0.as_bytes()),
        }
        self.meta.agents += u64::from(before.is_none());
        self.meta.agents -= u64::from(after.is_none());
        self.agents.push((id, after.map(Entry::of)));
        Ok(())
    }

    /// Sets or deletes a group.
    pub(super) fn change_group(&mut self, id: GroupId, name: Option<String>) {
        let key = id.0.to_be_bytes();
        match &name {
            Some(name) => self.writes.put_bytes(Table::Groups, &key, name.as_bytes()),
            None => self.writes.delete(Table::Groups, &key),
        }
        self.groups.push((id, name));
    }

    /// Notes how a run stands once this is done. Answers whether this ends it.
    pub(super) fn note_run(&mut self, run: &ImportRun) -> bool {
        let before = self.runs.insert(run.id, Head::of(run));
        let was_open =
            before.map_or(self.ledger.open_runs.contains(&run.id), |before| before.state == RunState::Running);
        was_open && !run.is_open()
    }

    /// Ends all sessions of an agent but, if given, one. Answers how many.
    pub(super) fn end_sessions(&mut self, agent: AgentId, except: Option<&str>) -> Result<u64> {
        let mut ended = 0;
        for record in scan(self.core.tables.tree(Table::AgentSessions), agent.0.as_bytes()) {
            let (key, _) = record?;
            let session = &key[16..];
            if except.is_some_and(|kept| kept.as_bytes() == session) {
                continue;
            }
            self.writes.delete(Table::Sessions, session);
            self.writes.delete(Table::AgentSessions, &key);
            ended += 1;
        }
        Ok(ended)
    }
}
