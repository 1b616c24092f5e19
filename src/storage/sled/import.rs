//! Applies batches of an import, and lists what an import compares with.

use super::core::Core;
use super::entry::guid_key;
use super::failure::failed;
use super::tables::Table;
use super::work::{Work, email_key};
use super::{lease, record, reports, runs};
use crate::model::*;
use crate::storage::{ImportWrite, LdapAgent, Lease, Result, StorageError};
use std::collections::BTreeSet;
use std::collections::hash_map::{Entry, HashMap};
use std::ops::Bound;

/// One batch, as one.
pub(super) fn apply(
    work: &mut Work<'_>,
    lease: Lease,
    run: RunId,
    writes: Vec<ImportWrite>,
    report: &[AgentChange],
    at: Timestamp,
) -> Result<()> {
    lease::check(work, lease)?;
    reports::add(work, run, report, at)?;
    let attribute = runs::require(work, run)?.run.guid_attribute;
    let mut batch =
        Batch { by: (at, run), attribute, people: HashMap::new(), order: Vec::new(), guids: HashMap::new() };
    for write in writes {
        batch.take(work, write)?;
    }
    batch.check_emails(work)?;
    batch.check_guids(work)?;
    batch.store(work)
}

/// Agents that a batch touches, as they were and as it leaves them.
struct Batch {
    by: (Timestamp, RunId),
    /// That the GUIDs are of.
    attribute: Option<String>,
    people: HashMap<AgentId, Touched>,
    order: Vec<AgentId>,
    guids: HashMap<Guid, AgentId>,
}

struct Touched {
    before: Option<Agent>,
    after: Agent,
}

impl Batch {
    fn take(&mut self, work: &Work<'_>, write: ImportWrite) -> Result<()> {
        match write {
            ImportWrite::Add { id, person, groups, role } => self.add(work, id, person, groups, role),
            ImportWrite::Update { id, person } => self.update(work, id, person, false),
            ImportWrite::Rematch { id, person } => self.update(work, id, person, true),
            ImportWrite::Remove { id, cause } => self.remove(work, id, cause),
        }
    }

    fn add(
        &mut self,
        work: &Work<'_>,
        id: AgentId,
        person: Person,
        mut groups: BTreeSet<GroupId>,
        role: Role,
    ) -> Result<()> {
        self.require_new(work, id, &person.guid)?;
        // A group may have been deleted since the import began.
        let index = work.core.index();
        groups.retain(|group| index.has_group(*group));
        drop(index);
        self.guids.insert(person.guid.clone(), id);
        let after = Agent {
            id,
            version: 1,
            name: person.name,
            email: person.email,
            phone: person.phone,
            groups,
            groups_origin: Origin::Default,
            role,
            role_origin: Origin::Default,
            blocked: false,
            source: Source::Ldap { guid: person.guid, dn: person.dn },
            directory_state: person.state,
            removed: None,
            password_hash: None,
            created_at: self.by.0,
            added_by: Some(self.by.1),
            guid_attribute: self.attribute.clone(),
            directory_changed: Some(self.by),
            last_sign_in_at: None,
        };
        self.people.insert(id, Touched { before: None, after });
        self.order.push(id);
        Ok(())
    }

    /// Neither the id nor the GUID may be known: a person is never copied in twice.
    fn require_new(&self, work: &Work<'_>, id: AgentId, guid: &Guid) -> Result<()> {
        let in_batch = self.guids.get(guid).or(self.people.get_key_value(&id).map(|(id, _)| id));
        if let Some(touched) = in_batch.and_then(|id| self.people.get(id)) {
            return Err(StorageError::Conflict { current: touched.after.version });
        }
        let known_by_guid = work.core.index().by_guid(&guid_key(self.attribute.as_deref(), guid));
        let known = match known_by_guid {
            Some(other) => Some(work.agent(other)?),
            None => work.core.agent(&work.core.index(), id)?,
        };
        known.map_or(Ok(()), |agent| Err(StorageError::Conflict { current: agent.version }))
    }

    fn update(&mut self, work: &Work<'_>, id: AgentId, person: Person, rematch: bool) -> Result<()> {
        let (by, attribute) = (self.by, self.attribute.clone());
        let touched = self.touch(work, id)?;
        let agent = &touched.after;
        let Source::Ldap { guid, .. } = &agent.source else { return Err(StorageError::NotFound) };
        let of_another = agent.guid_attribute.is_some() && agent.guid_attribute != attribute;
        if (*guid != person.guid || of_another) && !rematch {
            // Another person: an agent stays who they are.
            return Err(StorageError::Conflict { current: agent.version });
        }
        let after = Agent {
            name: person.name,
            email: person.email,
            phone: person.phone,
            source: Source::Ldap { guid: person.guid, dn: person.dn },
            directory_state: person.state,
            removed: None,
            guid_attribute: attribute.or_else(|| agent.guid_attribute.clone()),
            ..agent.clone()
        };
        if after != *agent || after.email.as_str() != agent.email.as_str() {
            touched.after = Agent { version: agent.version + 1, directory_changed: Some(by), ..after };
        }
        Ok(())
    }

    fn remove(&mut self, work: &Work<'_>, id: AgentId, cause: RemovalCause) -> Result<()> {
        let (at, run) = self.by;
        let agent = &mut self.touch(work, id)?.after;
        if agent.removed.is_none() {
            agent.removed = Some(Removal { at, run, cause });
            agent.version += 1;
        }
        Ok(())
    }

    /// An LDAP agent, as this batch has left them so far.
    fn touch(&mut self, work: &Work<'_>, id: AgentId) -> Result<&mut Touched> {
        match self.people.entry(id) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let agent = work.agent(id)?;
                if agent.is_local() {
                    return Err(StorageError::NotFound);
                }
                self.order.push(id);
                Ok(place.insert(Touched { before: Some(agent.clone()), after: agent }))
            }
        }
    }

    /// Emails must be unique once the whole batch is in; within it people may swap.
    fn check_emails(&self, work: &Work<'_>) -> Result<()> {
        let mut holders = HashMap::new();
        for id in &self.order {
            let Some(key) = email_key(&self.people[id].after) else { continue };
            let holder = work.holder_of(&key).filter(|holder| !self.people.contains_key(holder));
            if let Some(by) = holder.or(holders.insert(key, *id)) {
                return Err(StorageError::EmailTaken { by });
            }
        }
        Ok(())
    }

    /// So must GUIDs, which only a new GUID attribute changes.
    fn check_guids(&self, work: &Work<'_>) -> Result<()> {
        let mut holders = HashMap::new();
        for id in &self.order {
            let Touched { before, after } = &self.people[id];
            let Some(key) = key_of(after) else { continue };
            let is_new = before.as_ref().is_some_and(|before| key_of(before).as_ref() != Some(&key));
            let holder = if is_new { work.core.index().by_guid(&key) } else { None };
            let holder = holder.filter(|holder| !self.people.contains_key(holder));
            if holder.or(holders.insert(key, *id)).is_some() {
                return Err(StorageError::Conflict { current: after.version });
            }
        }
        Ok(())
    }

    fn store(self, work: &mut Work<'_>) -> Result<()> {
        for id in &self.order {
            let Touched { before, after } = &self.people[id];
            if before.as_ref().is_some_and(|before| before.version == after.version) {
                continue;
            }
            work.change_agent(before.as_ref(), Some(after))?;
            if before.is_some() && !after.may_stay() {
                work.end_sessions(*id, None)?;
            }
        }
        Ok(())
    }
}

fn key_of(agent: &Agent) -> Option<String> {
    match &agent.source {
        Source::Ldap { guid, .. } => Some(guid_key(agent.guid_attribute.as_deref(), guid)),
        Source::Local => None,
    }
}

/// LDAP agents by id, after the given one.
pub(super) fn ldap_agents(core: &Core, after: Option<AgentId>, limit: usize) -> Result<Vec<LdapAgent>> {
    let start = after.map_or(Bound::Unbounded, |id| Bound::Excluded(*id.0.as_bytes()));
    let mut found = Vec::new();
    for stored in core.tables.tree(Table::Agents).range::<[u8; 16], _>((start, Bound::Unbounded)) {
        if found.len() == limit {
            break;
        }
        let (key, bytes) = stored.map_err(|error| failed(&error))?;
        let agent = record::decode(&key, &bytes)?;
        let removed = agent.removed.is_some();
        let Source::Ldap { guid, dn } = agent.source else { continue };
        found.push(LdapAgent {
            id: agent.id,
            guid,
            dn,
            name: agent.name,
            email: agent.email,
            phone: agent.phone,
            state: agent.directory_state,
            removed,
            guid_attribute: agent.guid_attribute,
        });
    }
    Ok(found)
}
