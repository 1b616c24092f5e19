//! What a batch of an import does to agents: the same in every backend.

use super::{ImportWrite, Result, StorageError, fold};
use crate::model::*;
use std::collections::BTreeSet;
use std::collections::hash_map::{Entry, HashMap};

/// Agents that a batch touches, as they were and as it leaves them.
struct Batch {
    by: (Timestamp, RunId),
    directory: DirectoryId,
    /// That the GUIDs are of.
    attribute: Option<String>,
    people: HashMap<AgentId, Touched>,
    order: Vec<AgentId>,
    guids: HashMap<Guid, AgentId>,
}

/// One agent, before and after.
pub(super) struct Touched {
    /// `None`: they are new.
    pub(super) before: Option<Agent>,
    pub(super) after: Agent,
}

impl Touched {
    /// Whether sessions that began before must end.
    pub(super) fn ends_sessions(&self) -> bool {
        self.before.as_ref().is_some_and(|before| !self.after.may_stay() || before.loses_sessions_as(&self.after))
    }
}

/// Only those that are there: one may have been deleted since the import began.
fn retain_present(people: &impl People, groups: &mut BTreeSet<GroupId>) {
    groups.retain(|group| people.has_group(*group));
}

/// The agents of a store, as they are before a batch.
pub(super) trait People {
    fn agent(&self, id: AgentId) -> Result<Option<Agent>>;
    /// Who has a [`fold::guid_key`], removed agents included.
    fn by_guid(&self, key: &str) -> Option<AgentId>;
    /// Who is found by an email key.
    fn by_email(&self, key: &str) -> Option<AgentId>;
    fn has_group(&self, id: GroupId) -> bool;
}

/// What a batch changes, in the order in which it names them. All of it can be written, or it is an error.
pub(super) fn decide(
    people: &impl People,
    run: &ImportRun,
    writes: Vec<ImportWrite>,
    at: Timestamp,
) -> Result<Vec<Touched>> {
    let attribute = run.guid_attribute.clone();
    let mut batch = Batch {
        by: (at, run.id),
        directory: run.directory,
        attribute,
        people: HashMap::new(),
        order: Vec::new(),
        guids: HashMap::new(),
    };
    for write in writes {
        batch.take(people, write)?;
    }
    batch.check_emails(people)?;
    batch.check_guids(people)?;
    let changes =
        |touched: &Touched| touched.before.as_ref().is_none_or(|before| before.version != touched.after.version);
    Ok(batch.order.iter().filter_map(|id| batch.people.remove(id)).filter(changes).collect())
}

impl Batch {
    fn take(&mut self, people: &impl People, write: ImportWrite) -> Result<()> {
        match write {
            ImportWrite::Add { id, person, groups, role } => self.add(people, id, person, groups, role),
            ImportWrite::Update { id, person } => self.update(people, id, person, false),
            ImportWrite::Rematch { id, person } => self.update(people, id, person, true),
            ImportWrite::Place { id, placing } => self.place(people, id, placing),
            ImportWrite::Remove { id, cause } => self.remove(people, id, cause),
        }
    }

    fn add(
        &mut self,
        people: &impl People,
        id: AgentId,
        person: Person,
        mut groups: BTreeSet<GroupId>,
        role: Role,
    ) -> Result<()> {
        self.require_new(people, id, &person.guid)?;
        retain_present(people, &mut groups);
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
            placement: Placement::default(),
            blocked: false,
            source: Source::Ldap { guid: person.guid, dn: person.dn },
            directory: self.directory,
            directory_state: person.state,
            removed: None,
            password_hash: None,
            created_at: self.by.0,
            added_by: Some(self.by.1),
            guid_attribute: self.attribute.clone(),
            directory_changed: Some(self.by),
            last_sign_in_at: None,
            preferences: Preferences::default(),
        };
        self.people.insert(id, Touched { before: None, after });
        self.order.push(id);
        Ok(())
    }

    /// Neither the id nor the GUID may be known: a person is never copied in twice.
    fn require_new(&self, people: &impl People, id: AgentId, guid: &Guid) -> Result<()> {
        let in_batch = self.guids.get(guid).or(self.people.get_key_value(&id).map(|(id, _)| id));
        if let Some(touched) = in_batch.and_then(|id| self.people.get(id)) {
            return Err(StorageError::Conflict { current: touched.after.version });
        }
        let known_by_guid = people.by_guid(&fold::guid_key(self.directory, self.attribute.as_deref(), guid));
        let known = match known_by_guid {
            Some(other) => people.agent(other)?,
            None => people.agent(id)?,
        };
        known.map_or(Ok(()), |agent| Err(StorageError::Conflict { current: agent.version }))
    }

    fn update(&mut self, people: &impl People, id: AgentId, person: Person, rematch: bool) -> Result<()> {
        let (by, attribute) = (self.by, self.attribute.clone());
        let touched = self.touch(people, id)?;
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

    /// By the record as it is now: an administrator may have chosen since the import began.
    fn place(&mut self, people: &impl People, id: AgentId, mut placing: Placing) -> Result<()> {
        retain_present(people, &mut placing.defaults.groups);
        if let Said::ByRule(given) = &mut placing.groups {
            retain_present(people, &mut given.groups);
        }
        let touched = self.touch(people, id)?;
        let before = touched.after.placed();
        let after = before.under(&placing);
        if after != before {
            let is_changed = touched.before.as_ref().is_none_or(|before| before.version != touched.after.version);
            let version = touched.after.version + u64::from(!is_changed);
            touched.after = Agent { version, ..touched.after.clone().with_placed(after) };
        }
        Ok(())
    }

    fn remove(&mut self, people: &impl People, id: AgentId, cause: RemovalCause) -> Result<()> {
        let (at, run) = self.by;
        let agent = &mut self.touch(people, id)?.after;
        if agent.removed.is_none() {
            agent.removed = Some(Removal { at, run, cause });
            agent.version += 1;
        }
        Ok(())
    }

    /// An agent of the directory, as this batch has left them so far.
    fn touch(&mut self, people: &impl People, id: AgentId) -> Result<&mut Touched> {
        match self.people.entry(id) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let agent = people.agent(id)?.ok_or(StorageError::NotFound)?;
                if agent.of_directory() != Some(self.directory) {
                    return Err(StorageError::NotFound);
                }
                self.order.push(id);
                Ok(place.insert(Touched { before: Some(agent.clone()), after: agent }))
            }
        }
    }

    /// Emails must be unique once the whole batch is in; within it people may swap.
    fn check_emails(&self, people: &impl People) -> Result<()> {
        let mut holders = HashMap::new();
        for id in &self.order {
            let Some(key) = fold::email_key_of(&self.people[id].after) else { continue };
            let holder = people.by_email(&key).filter(|holder| !self.people.contains_key(holder));
            if let Some(by) = holder.or(holders.insert(key, *id)) {
                return Err(StorageError::EmailTaken { by });
            }
        }
        Ok(())
    }

    /// So must GUIDs, which only a new GUID attribute changes.
    fn check_guids(&self, people: &impl People) -> Result<()> {
        let mut holders = HashMap::new();
        for id in &self.order {
            let Touched { before, after } = &self.people[id];
            let Some(key) = fold::guid_key_of(after) else { continue };
            let is_new = before.as_ref().is_some_and(|before| fold::guid_key_of(before).as_ref() != Some(&key));
            let holder = if is_new { people.by_guid(&key) } else { None };
            let holder = holder.filter(|holder| !self.people.contains_key(holder));
            if holder.or(holders.insert(key, *id)).is_some() {
                return Err(StorageError::Conflict { current: after.version });
            }
        }
        Ok(())
    }
}
