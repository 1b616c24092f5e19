//! As much of a store as the engine, sign-in and the jobs need, in memory. For tests that want to look
//! between two calls; what a store has to hold is `storage`'s own to test.
#![allow(clippy::unwrap_used, clippy::unimplemented)]

use crate::model::*;
use crate::monitor::BIND_PASSWORD_PLACE;
use crate::secrets::SecretKey;
use crate::storage::activity::{self, ActivityPage, ActivityQuery, Recorded, Sealer};
use crate::storage::backup::Record;
use crate::storage::*;
use async_trait::async_trait;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender};
use uuid::Uuid;

#[derive(Default)]
pub(crate) struct TestStore(Mutex<Data>);

#[derive(Default)]
pub(crate) struct Data {
    /// Of the first directory.
    pub(crate) settings: Option<LdapSettings>,
    /// Directories after the first.
    pub(crate) others: BTreeMap<DirectoryId, LdapSettings>,
    pub(crate) agents: BTreeMap<AgentId, Agent>,
    pub(crate) runs: BTreeMap<RunId, ImportRun>,
    pub(crate) lines: Vec<AgentChange>,
    pub(crate) saves: Vec<(RunState, Phase)>,
    pub(crate) batches: usize,
    pub(crate) sweeps: usize,
    pub(crate) second_factors: BTreeMap<AgentId, SecondFactor>,
    /// What each key has taken.
    pub(crate) attempts: HashMap<String, Tally>,
    /// Whether attempts cannot be counted.
    pub(crate) loses_count: bool,
    /// Of the first directory.
    pub(crate) standing: Standing,
    pub(crate) other_standings: BTreeMap<DirectoryId, Standing>,
    /// What the store says is free.
    pub(crate) free: Option<u64>,
    /// What is left of it once a batch has been written.
    pub(crate) free_after_batch: Option<u64>,
    /// The newest lease.
    pub(crate) token: u64,
    /// Another worker has the lease.
    pub(crate) taken_elsewhere: bool,
    /// The last time of the schedule that was asked for.
    pub(crate) scheduled: BTreeMap<DirectoryId, Timestamp>,
    pub(crate) activity: Vec<Activity>,
    pub(crate) link_spans: Vec<(DirectoryId, LinkSpan)>,
    /// The directories cannot be read.
    pub(crate) loses_settings: bool,
}

impl TestStore {
    /// With settings that are on.
    pub(crate) fn configured(key: &SecretKey) -> Arc<TestStore> {
        let store = Arc::new(TestStore::default());
        store.lock().settings = Some(settings(key));
        store
    }

    pub(crate) fn keep(&self, agent: Agent) -> AgentId {
        let id = agent.id;
        self.lock().agents.insert(id, agent);
        id
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Data> {
        self.0.lock().unwrap()
    }
}

impl Data {
    fn attempts(&mut self) -> Result<&mut HashMap<String, Tally>> {
        if self.loses_count { Err(StorageError::Failed("scripted".into())) } else { Ok(&mut self.attempts) }
    }

    fn check(&self, lease: Lease) -> Result<()> {
        if lease.token == self.token { Ok(()) } else { Err(StorageError::LeaseLost) }
    }

    fn directories(&self) -> Vec<Directory> {
        let first = self.settings.iter().map(|settings| (DirectoryId::FIRST, settings));
        let all = first.chain(self.others.iter().map(|(id, settings)| (*id, settings)));
        all.map(|(id, settings)| Directory { id, version: 1, settings: settings.clone() }).collect()
    }

    pub(crate) fn standing_of(&mut self, directory: DirectoryId) -> &mut Standing {
        match directory {
            DirectoryId::FIRST => &mut self.standing,
            other => self.other_standings.entry(other).or_default(),
        }
    }

    fn write(&mut self, write: ImportWrite, run: RunId, at: Timestamp) {
        let ImportRun { guid_attribute, directory, .. } = self.runs[&run].clone();
        match write {
            ImportWrite::Add { id, person, groups, role } => {
                self.agents.insert(id, Agent { guid_attribute, directory, groups, role, ..ldap_record(id, person) });
            }
            ImportWrite::Update { id, person } | ImportWrite::Rematch { id, person } => {
                let placed = self.agents[&id].placed();
                let agent = Agent { guid_attribute, directory, ..ldap_record(id, person) };
                self.agents.insert(id, agent.with_placed(placed));
            }
            ImportWrite::Place { id, placing } => {
                let agent = self.agents.remove(&id).unwrap();
                let placed = agent.placed().under(&placing);
                self.agents.insert(id, agent.with_placed(placed));
            }
            ImportWrite::Remove { id, cause } => {
                self.agents.get_mut(&id).unwrap().removed = Some(Removal { at, run, cause });
            }
        }
    }
}

pub(crate) fn settings(key: &SecretKey) -> LdapSettings {
    LdapSettings::new(
        HostList::parse("127.0.0.1").unwrap().0,
        "cn=reader,dc=x",
        key.seal(BIND_PASSWORD_PLACE, &"reader's".into()),
        GroupId(1),
    )
}

pub(crate) fn person(name: &str) -> Person {
    Person {
        guid: Guid::from_canonical(format!("guid-{name}")),
        dn: format!("cn={name},dc=x"),
        name: name.into(),
        email: Email::parse(&format!("{name}@example.com")).unwrap(),
        phone: None,
        state: DirectoryState::Enabled,
        matched: Matched::default(),
    }
}

pub(crate) fn ldap_record(id: AgentId, person: Person) -> Agent {
    Agent {
        id,
        version: 1,
        name: person.name,
        email: person.email,
        phone: person.phone,
        groups: BTreeSet::new(),
        groups_origin: Origin::Default,
        role: Role::Support,
        role_origin: Origin::Default,
        placement: Placement::default(),
        blocked: false,
        source: Source::Ldap { guid: person.guid, dn: person.dn },
        directory: DirectoryId::FIRST,
        directory_state: person.state,
        removed: None,
        password_hash: None,
        created_at: Timestamp::UNIX_EPOCH,
        added_by: None,
        guid_attribute: None,
        directory_changed: None,
        last_sign_in_at: None,
        preferences: Preferences::default(),
    }
}

/// An LDAP agent, or with a hash a local one.
pub(crate) fn agent(name: &str, password_hash: Option<&str>) -> Agent {
    let mut agent = ldap_record(AgentId(Uuid::now_v7()), person(name));
    if let Some(hash) = password_hash {
        agent.source = Source::Local;
        agent.password_hash = Some(hash.into());
    }
    agent
}

fn ldap_agent(agent: &Agent) -> Option<LdapAgent> {
    let Source::Ldap { guid, dn } = agent.source.clone() else { return None };
    Some(LdapAgent {
        id: agent.id,
        guid,
        dn,
        name: agent.name.clone(),
        email: agent.email.clone(),
        phone: agent.phone.clone(),
        state: agent.directory_state,
        removed: agent.removed.is_some(),
        guid_attribute: agent.guid_attribute.clone(),
        placed: agent.placed(),
    })
}

#[async_trait]
impl Storage for TestStore {
    async fn ping(&self) -> Result<()> {
        unimplemented!()
    }

    async fn flush(&self) -> Result<()> {
        unimplemented!()
    }

    async fn free_space(&self) -> Result<Option<u64>> {
        Ok(self.lock().free)
    }

    async fn failed(&self) -> StorageError {
        std::future::pending().await
    }

    async fn backup(&self, _: Sender<Record>) -> Result<()> {
        unimplemented!()
    }

    async fn restore(&self, _: Receiver<Record>) -> Result<()> {
        unimplemented!()
    }

    async fn agree_on_key(&self, _fingerprint: &str) -> Result<bool> {
        Ok(true)
    }

    async fn keyed(&self) -> Result<Keyed> {
        unimplemented!()
    }

    async fn is_alone(&self) -> Result<bool> {
        unimplemented!()
    }

    async fn reseal(&self, _: Option<&str>, _: &str, _: Reseal) -> Result<Option<u64>> {
        unimplemented!()
    }

    async fn directories(&self) -> Result<Vec<Directory>> {
        let data = self.lock();
        if data.loses_settings { Err(StorageError::Failed("scripted".into())) } else { Ok(data.directories()) }
    }

    async fn directory(&self, id: DirectoryId) -> Result<Option<Directory>> {
        Ok(self.directories().await?.into_iter().find(|directory| directory.id == id))
    }

    async fn create_directory(&self, _: &LdapSettings, _: Option<u64>) -> Result<Directory> {
        unimplemented!()
    }

    async fn save_directory(&self, id: DirectoryId, settings: &LdapSettings, _: Option<u64>) -> Result<u64> {
        let mut data = self.lock();
        match id {
            DirectoryId::FIRST => data.settings = Some(settings.clone()),
            _ => drop(data.others.insert(id, settings.clone())),
        }
        Ok(1)
    }

    async fn directory_sizes(&self) -> Result<HashMap<DirectoryId, u64>> {
        unimplemented!()
    }

    async fn groups(&self) -> Result<Vec<Group>> {
        Ok(vec![Group { id: GroupId(1), name: Group::FIRST.into() }, Group { id: GroupId(2), name: "Sales".into() }])
    }

    async fn create_group(&self, _: &str) -> Result<Group> {
        unimplemented!()
    }

    async fn rename_group(&self, _: GroupId, _: &str) -> Result<()> {
        unimplemented!()
    }

    async fn delete_group(&self, _: GroupId) -> Result<()> {
        unimplemented!()
    }

    async fn group_sizes(&self) -> Result<HashMap<GroupId, u64>> {
        unimplemented!()
    }

    async fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        Ok(self.lock().agents.get(&id).cloned())
    }

    async fn agent_by_guid(
        &self,
        directory: DirectoryId,
        attribute: Option<&str>,
        guid: &Guid,
    ) -> Result<Option<Agent>> {
        let is_it = |agent: &&Agent| {
            agent.of_directory() == Some(directory)
                && agent.guid_attribute.as_deref() == attribute
                && matches!(&agent.source, Source::Ldap { guid: of, .. } if of == guid)
        };
        Ok(self.lock().agents.values().find(is_it).cloned())
    }

    async fn agent_by_email(&self, email: &str) -> Result<Option<Agent>> {
        let key = Email::key_of(email);
        Ok(self.lock().agents.values().find(|agent| agent.removed.is_none() && agent.email.key() == key).cloned())
    }

    async fn list_agents(&self, _: &AgentQuery) -> Result<Page<Agent>> {
        unimplemented!()
    }

    async fn agent_counts(&self) -> Result<AgentCounts> {
        let able = self.lock().agents.values().filter(|agent| agent.is_able_administrator()).count();
        Ok(AgentCounts { able_administrators: able as u64, ..AgentCounts::default() })
    }

    async fn create_local_agent(&self, _: NewLocalAgent, _: Timestamp) -> Result<Agent> {
        unimplemented!()
    }

    async fn create_first_administrator(&self, _: NewLocalAgent, _: Timestamp) -> Result<Agent> {
        unimplemented!()
    }

    async fn edit_agent(&self, _: AgentId, _: AgentEdit, _: Option<u64>) -> Result<Agent> {
        unimplemented!()
    }

    async fn edit_agents(&self, _: &[AgentId], _: &BulkEdit) -> Result<BulkOutcome> {
        unimplemented!()
    }

    async fn delete_local_agent(&self, _: AgentId) -> Result<()> {
        unimplemented!()
    }

    async fn delete_removed_agent(&self, _: AgentId) -> Result<()> {
        unimplemented!()
    }

    async fn purge_removed(&self, directory: Option<DirectoryId>, before: Timestamp) -> Result<u64> {
        let mut data = self.lock();
        let all = data.agents.len();
        let there: BTreeSet<DirectoryId> = data.directories().iter().map(|directory| directory.id).collect();
        let is_meant = |of| directory.map_or(!there.contains(&of), |directory| of == directory);
        data.agents.retain(|_, agent| {
            let is_old = agent.removed.as_ref().is_some_and(|removal| removal.at < before);
            !(is_old && is_meant(agent.directory))
        });
        Ok((all - data.agents.len()) as u64)
    }

    async fn agent_history(&self, _: AgentId, _: usize) -> Result<Vec<AgentEvent>> {
        unimplemented!()
    }

    async fn record_sign_in(&self, id: AgentId, at: Timestamp) -> Result<()> {
        let mut data = self.lock();
        data.agents.get_mut(&id).ok_or(StorageError::NotFound)?.last_sign_in_at = Some(at);
        Ok(())
    }

    async fn set_preferences(&self, id: AgentId, edit: &PreferencesEdit) -> Result<()> {
        let mut data = self.lock();
        let agent = data.agents.get_mut(&id).ok_or(StorageError::NotFound)?;
        agent.preferences = edit.over(&agent.preferences);
        Ok(())
    }

    async fn request_run(
        &self,
        directory: DirectoryId,
        by: StartedBy,
        dry_run: bool,
        at: Timestamp,
    ) -> Result<(ImportRun, bool)> {
        let mut data = self.lock();
        if let Some(run) = data.runs.values().find(|run| run.is_open() && run.is_for(directory, dry_run)) {
            return Ok((run.clone(), false));
        }
        let id = RunId(data.runs.len() as u64 + 1);
        let run = ImportRun::waiting(id, directory, by, dry_run, at);
        data.runs.insert(id, run.clone());
        Ok((run, true))
    }

    async fn request_scheduled_run(
        &self,
        directory: DirectoryId,
        due: Timestamp,
        at: Timestamp,
    ) -> Result<Option<ImportRun>> {
        if self.lock().scheduled.insert(directory, due).is_some_and(|last| last >= due) {
            return Ok(None);
        }
        self.request_run(directory, StartedBy::Schedule, false, at).await.map(|(run, _)| Some(run))
    }

    async fn request_deletion(&self, directory: DirectoryId, by: AgentId, at: Timestamp) -> Result<ImportRun> {
        let mut data = self.lock();
        let id = RunId(data.runs.len() as u64 + 1);
        let run = ImportRun::deletion(id, directory, by, at);
        data.runs.insert(id, run.clone());
        Ok(run)
    }

    async fn next_open_run(&self) -> Result<Option<RunId>> {
        Ok(self.lock().runs.values().find(|run| run.is_open()).map(|run| run.id))
    }

    async fn begin_run(&self, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>> {
        let mut data = self.lock();
        data.check(lease)?;
        let begun = data.runs[&id].clone().begun(Counts::default(), at);
        data.runs.insert(id, begun.clone());
        Ok(Some(begun))
    }

    async fn take_lease(&self, holder: &str, at: Timestamp, ttl: Duration) -> Result<Option<Lease>> {
        let _ = (holder, at, ttl);
        let mut data = self.lock();
        if data.taken_elsewhere {
            return Ok(None);
        }
        data.token += 1;
        Ok(Some(Lease { token: data.token }))
    }

    async fn renew_lease(&self, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()> {
        let _ = (at, ttl);
        self.lock().check(lease)
    }

    async fn release_lease(&self, lease: Lease) -> Result<()> {
        let _ = lease;
        Ok(())
    }

    async fn save_run(&self, lease: Lease, run: &ImportRun) -> Result<bool> {
        let mut data = self.lock();
        data.check(lease)?;
        data.saves.push((run.state, run.phase));
        let cancel_requested = data.runs[&run.id].cancel_requested;
        data.runs.insert(run.id, ImportRun { cancel_requested, ..run.clone() });
        Ok(cancel_requested)
    }

    async fn cancel_run(&self, id: RunId, at: Timestamp) -> Result<bool> {
        let _ = at;
        let mut data = self.lock();
        let run = data.runs.get_mut(&id).ok_or(StorageError::NotFound)?;
        let open = run.is_open();
        run.cancel_requested |= open;
        Ok(open)
    }

    async fn close_interrupted_runs(&self, at: Timestamp) -> Result<u64> {
        let _ = at;
        Ok(0)
    }

    async fn run(&self, id: RunId) -> Result<Option<ImportRun>> {
        Ok(self.lock().runs.get(&id).cloned())
    }

    async fn runs(&self, _: &RunQuery) -> Result<Page<ImportRun>> {
        unimplemented!()
    }

    async fn thin_runs(&self, before: Timestamp) -> Result<u64> {
        let _ = before;
        Ok(0)
    }

    async fn end_run(&self, lease: Lease, run: &ImportRun, conclusion: Option<&Conclusion>) -> Result<()> {
        self.save_run(lease, run).await?;
        let mut data = self.lock();
        if let Some(conclusion) = conclusion {
            let standing = data.standing_of(run.directory);
            *standing = std::mem::take(standing).concluded(run.id, conclusion.clone());
        }
        if run.deletes && run.state == RunState::Done {
            data.others.remove(&run.directory);
            data.settings = data.settings.take().filter(|_| run.directory != DirectoryId::FIRST);
        }
        Ok(())
    }

    async fn standing(&self, directory: DirectoryId) -> Result<Standing> {
        Ok(self.lock().standing_of(directory).clone())
    }

    async fn holds(&self) -> Result<BTreeMap<DirectoryId, Hold>> {
        unimplemented!()
    }

    async fn approve_removals(&self, _: DirectoryId, _: &str, _: AgentId, _: Timestamp) -> Result<Option<ImportRun>> {
        unimplemented!()
    }

    async fn keep_held(&self, _: DirectoryId, _: &str, _: AgentId, _: Timestamp) -> Result<Option<u64>> {
        unimplemented!()
    }

    async fn newest_run(&self) -> Result<Option<ImportRun>> {
        Ok(None)
    }

    async fn last_completed_run(&self, directory: DirectoryId) -> Result<Option<ImportRun>> {
        let _ = directory;
        Ok(None)
    }

    async fn ldap_agents(
        &self,
        directory: DirectoryId,
        after: Option<AgentId>,
        limit: usize,
    ) -> Result<Vec<LdapAgent>> {
        let data = self.lock();
        let later = data.agents.values().filter(|agent| after.is_none_or(|after| agent.id > after));
        let own = later.filter(|agent| agent.of_directory() == Some(directory));
        Ok(own.filter_map(ldap_agent).take(limit).collect())
    }

    async fn other_emails(&self, directory: DirectoryId) -> Result<Vec<(String, Option<DirectoryId>)>> {
        let data = self.lock();
        let others = data.agents.values().filter(|agent| agent.of_directory() != Some(directory));
        let there = others.filter(|agent| agent.removed.is_none());
        Ok(there.map(|agent| (agent.email.key(), agent.of_directory())).collect())
    }

    async fn apply_import(
        &self,
        lease: Lease,
        run: RunId,
        writes: &[ImportWrite],
        report: &[AgentChange],
        at: Timestamp,
    ) -> Result<()> {
        let mut data = self.lock();
        data.check(lease)?;
        data.batches += 1;
        data.free = data.free_after_batch.or(data.free);
        data.lines.extend(report.iter().cloned());
        writes.iter().for_each(|write| data.write(write.clone(), run, at));
        Ok(())
    }

    async fn changes(&self, _: RunId, _: &ChangeQuery) -> Result<Page<AgentChange>> {
        unimplemented!()
    }

    async fn session(&self, _: &str, _: Timestamp) -> Result<Option<SessionRecord>> {
        unimplemented!()
    }

    async fn add_session(&self, _: &SessionRecord) -> Result<()> {
        unimplemented!()
    }

    async fn update_session(&self, _: &str, _: &HashMap<String, String>, _: Timestamp) -> Result<bool> {
        unimplemented!()
    }

    async fn end_session(&self, _: &str) -> Result<()> {
        unimplemented!()
    }

    async fn end_sessions(&self, _: AgentId, _: Option<&str>) -> Result<u64> {
        unimplemented!()
    }

    async fn append_activity(&self, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>> {
        let log = &mut self.lock().activity;
        let before = log.len();
        for deed in deeds {
            let head = log.last().map(activity::head_of).unwrap_or_default();
            log.push(sealer.next(&head, deed));
        }
        Ok(log[before..].to_vec())
    }

    async fn activity(&self, _: &ActivityQuery) -> Result<ActivityPage> {
        unimplemented!()
    }

    async fn activity_from(&self, _: u64, _: usize) -> Result<Vec<Recorded>> {
        unimplemented!()
    }

    async fn activity_head(&self) -> Result<ActivityHead> {
        unimplemented!()
    }

    async fn prune_activity(&self, _: Timestamp, _: Timestamp, _: &Sealer) -> Result<u64> {
        Ok(0)
    }

    async fn end_ldap_sessions(&self, _: DirectoryId) -> Result<u64> {
        Ok(0)
    }

    async fn sessions_of(&self, _: AgentId, _: Timestamp) -> Result<Vec<SessionRecord>> {
        unimplemented!()
    }

    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64> {
        let _ = at;
        self.lock().sweeps += 1;
        Ok(0)
    }

    async fn second_factor(&self, agent: AgentId) -> Result<Option<SecondFactor>> {
        Ok(self.lock().second_factors.get(&agent).cloned())
    }

    async fn second_factors(&self) -> Result<Vec<(AgentId, SecondFactor)>> {
        unimplemented!()
    }

    async fn change_second_factor(
        &self,
        agent: AgentId,
        before: Option<&SecondFactor>,
        after: Option<&SecondFactor>,
    ) -> Result<bool> {
        let mut data = self.lock();
        let is_as_before = data.second_factors.get(&agent) == before;
        match after.filter(|_| is_as_before) {
            Some(factor) => drop(data.second_factors.insert(agent, factor.clone())),
            None if is_as_before => drop(data.second_factors.remove(&agent)),
            None => {}
        }
        Ok(is_as_before)
    }

    async fn take_attempts(&self, wanted: &[Attempt], at: Timestamp) -> Result<Option<Duration>> {
        let mut data = self.lock();
        let attempts = data.attempts()?;
        let taken: Vec<_> = wanted.iter().map(|one| one.allowance.take(attempts.get(&one.key).copied(), at)).collect();
        let wait = taken.iter().filter_map(|taken| taken.err()).max();
        if wait.is_none() {
            attempts.extend(wanted.iter().zip(taken).filter_map(|(one, tally)| Some((one.key.clone(), tally.ok()?))));
        }
        Ok(wait)
    }

    async fn give_attempts_back(&self, given: &[Attempt]) -> Result<()> {
        let mut data = self.lock();
        let attempts = data.attempts()?;
        for Attempt { key, allowance } in given {
            if let Some(left) = attempts.remove(key).and_then(|tally| allowance.give_back(tally)) {
                attempts.insert(key.clone(), left);
            }
        }
        Ok(())
    }

    async fn forget_attempts(&self, keys: &[String]) -> Result<()> {
        self.lock().attempts()?.retain(|key, _| !keys.contains(key));
        Ok(())
    }

    async fn tallies(&self, keys: &[String]) -> Result<Vec<Option<Tally>>> {
        let mut data = self.lock();
        let attempts = data.attempts()?;
        Ok(keys.iter().map(|key| attempts.get(key).copied()).collect())
    }

    async fn count_attempts(&self) -> Result<u64> {
        Ok(self.lock().attempts()?.len() as u64)
    }

    async fn sweep_attempts(&self, at: Timestamp) -> Result<u64> {
        let mut data = self.lock();
        let all = data.attempts()?.len();
        data.attempts.retain(|_, tally| tally.until > at);
        Ok((all - data.attempts.len()) as u64)
    }

    async fn import_days(&self, _: Option<DirectoryId>, _: time::Date) -> Result<Vec<ImportDay>> {
        unimplemented!()
    }

    async fn add_link_span(&self, directory: DirectoryId, span: &LinkSpan) -> Result<()> {
        self.lock().link_spans.push((directory, *span));
        Ok(())
    }

    async fn link_spans(&self, directory: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>> {
        let spans = self.lock().link_spans.iter().filter(|(of, _)| *of == directory).map(|(_, span)| *span).collect();
        Ok(LinkSpan::of_the_day_before(spans, at))
    }
}
