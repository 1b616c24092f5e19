//! The embedded backend: one sled database, one process.
//!
//! * A call that writes collects its changes in a `work::Work` and commits them in one transaction
//!   over all trees; there is one writer at a time. It returns once the log was handed to the system:
//!   a kill of the process loses nothing of it.
//! * Lists come from an in-memory `index`, which changes together with the trees.
//! * A `mark` beside the log and the counts in `meta` tell damage from emptiness at open.
//! * Everything that sled does runs on blocking threads: its calls wait for its locks and the disk.
//! * Attempts at signing in are written past that, each by itself: sled hands them to the system twice a second, and
//!   with the next commit.

mod activity;
mod agents;
mod arrival;
mod attempts;
mod backup;
mod core;
mod directories;
mod entry;
mod failure;
mod filter;
mod groups;
mod history;
mod import;
mod import_days;
mod index;
mod key;
mod lease;
mod link_spans;
mod list;
mod mark;
mod meta;
mod names;
mod open;
mod outage;
mod patience;
mod reports;
mod requests;
mod restore;
mod run_heads;
mod runs;
mod second_factors;
mod sessions;
mod space;
mod spool;
mod standing;
mod tables;
mod work;

use self::core::Core;
use super::*;
use attempts::Attempts;
use patience::Patience;
use std::path::PathBuf;
use tables::Table;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use work::{Ledger, Work};

/// An open store. Clones share it; the folder is free again when the last is dropped.
#[derive(Clone)]
pub struct SledStore {
    core: Arc<Core>,
    ledger: Arc<Mutex<Ledger>>,
    patience: Patience,
    attempts: Arc<Attempts>,
}

impl SledStore {
    /// Opens the store in this folder, which is made if it is missing. [`StorageError::Unusable`]
    /// when what is there is not a whole store of this version, or another process has it open.
    pub async fn open(path: &Path) -> Result<SledStore> {
        let path = PathBuf::from(path);
        let (core, ledger) = spawn_blocking(move || open::open(&path)).await.map_err(interrupted)??;
        let core = Arc::new(core);
        Ok(SledStore {
            patience: Patience::new(&core),
            core,
            ledger: Arc::new(Mutex::new(ledger)),
            attempts: Arc::default(),
        })
    }

    async fn read<T: Send + 'static>(&self, read: impl FnOnce(&Core) -> Result<T> + Send + 'static) -> Result<T> {
        let core = self.core.clone();
        self.patience.with(spawn_blocking(move || read(&core))).await.map_err(interrupted)?
    }

    /// A write that was begun is finished, also when the caller does not wait for it.
    async fn write<T: Send + 'static>(
        &self,
        write: impl FnOnce(&mut Work<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let core = self.core.clone();
        let mut ledger = self.patience.with(self.ledger.clone().lock_owned()).await;
        let done = spawn_blocking(move || {
            core.check()?;
            let mut work = Work::new(&core, &mut ledger);
            let answer = write(&mut work)?;
            let commit = work.commit()?;
            // The next writer may begin; writing the log out then serves both.
            drop(ledger);
            if let Some(commit) = commit {
                core.keep(commit)?;
            }
            Ok(answer)
        });
        self.patience.with(done).await.map_err(interrupted)?
    }
}

#[allow(clippy::needless_pass_by_value)]
fn interrupted(error: tokio::task::JoinError) -> StorageError {
    StorageError::Failed(if error.is_panic() { "the store stopped working".into() } else { "muster stops".into() })
}

#[async_trait]
impl Storage for SledStore {
    async fn ping(&self) -> Result<()> {
        self.read(|core| {
            core.check()?;
            core.tables.bytes(Table::Single, meta::KEY)?;
            core.write_out()
        })
        .await
    }

    async fn flush(&self) -> Result<()> {
        self.read(Core::sync).await
    }

    async fn free_space(&self) -> Result<Option<u64>> {
        self.read(|core| core.free_space().map(Some)).await
    }

    async fn failed(&self) -> StorageError {
        self.core.outage.begun().await
    }

    async fn backup(&self, to: Sender<Record>) -> Result<()> {
        let core = self.core.clone();
        let ledger = self.patience.with(self.ledger.clone().lock_owned()).await;
        let done = spawn_blocking(move || {
            let spool = backup::spool(&core, &ledger)?;
            drop(ledger);
            spool.send(&to)
        });
        self.patience.with(done).await.map_err(interrupted)?
    }

    async fn restore(&self, from: Receiver<Record>) -> Result<()> {
        let core = self.core.clone();
        let mut ledger = self.patience.with(self.ledger.clone().lock_owned()).await;
        let done = spawn_blocking(move || restore::restore(&core, &mut ledger, from));
        self.patience.with(done).await.map_err(interrupted)?
    }

    async fn agree_on_key(&self, fingerprint: &str) -> Result<bool> {
        // One panel at a time.
        let fingerprint = fingerprint.to_owned();
        self.write(move |work| {
            work.meta.key = Some(fingerprint);
            Ok(true)
        })
        .await
    }

    async fn keyed(&self) -> Result<Keyed> {
        self.read(key::keyed).await
    }

    async fn is_alone(&self) -> Result<bool> {
        Ok(true)
    }

    async fn append_activity(&self, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>> {
        let sealer = sealer.clone();
        self.write(move |work| activity::append(work, deeds, &sealer)).await
    }

    async fn activity(&self, query: &ActivityQuery) -> Result<ActivityPage> {
        let query = query.clone();
        self.read(move |core| activity::page(core, &query)).await
    }

    async fn activity_from(&self, number: u64, limit: usize) -> Result<Vec<Recorded>> {
        self.read(move |core| activity::from(core, number, limit)).await
    }

    async fn activity_head(&self) -> Result<ActivityHead> {
        self.read(|core| activity::head(&core.tables)).await
    }

    async fn prune_activity(&self, before: Timestamp, at: Timestamp, sealer: &Sealer) -> Result<u64> {
        let Some(up_to) = self.read(move |core| activity::last_before(core, before)).await? else { return Ok(0) };
        let (number, sealer) = (up_to.number, sealer.clone());
        self.write(move |work| activity::announce(work, &up_to, at, &sealer)).await?;
        let mut pruned = 0;
        loop {
            match self.write(move |work| activity::prune(work, number)).await? {
                0 => return Ok(pruned),
                part => pruned += part,
            }
        }
    }

    async fn reseal(&self, expected: Option<&str>, fingerprint: &str, reseal: Reseal) -> Result<Option<u64>> {
        // Too many for the one commit, and they end in any case.
        while self.write(sessions::end_some).await? == sessions::SWEEP as u64 {}
        let (expected, fingerprint) = (expected.map(str::to_owned), fingerprint.to_owned());
        self.write(move |work| key::reseal(work, expected.as_deref(), fingerprint, &reseal)).await.map(Some)
    }

    async fn directories(&self) -> Result<Vec<Directory>> {
        self.read(|core| {
            // The records belong to the same moment: no commit while the index is held.
            let _index = core.index();
            directories::all(&core.tables)
        })
        .await
    }

    async fn directory(&self, id: DirectoryId) -> Result<Option<Directory>> {
        self.read(move |core| directories::one(&core.tables, id)).await
    }

    async fn create_directory(&self, settings: &LdapSettings, among: Option<u64>) -> Result<Directory> {
        let settings = settings.clone();
        self.write(move |work| directories::create(work, settings, among)).await
    }

    async fn save_directory(&self, id: DirectoryId, settings: &LdapSettings, expected: Option<u64>) -> Result<u64> {
        let settings = settings.clone();
        self.write(move |work| directories::save(work, id, settings, expected)).await
    }

    async fn directory_sizes(&self) -> Result<HashMap<DirectoryId, u64>> {
        self.read(|core| Ok(core.index().directory_sizes())).await
    }

    async fn groups(&self) -> Result<Vec<Group>> {
        self.read(|core| Ok(core.index().groups())).await
    }

    async fn create_group(&self, name: &str) -> Result<Group> {
        let name = name.to_owned();
        self.write(move |work| groups::create(work, &name)).await
    }

    async fn rename_group(&self, id: GroupId, name: &str) -> Result<()> {
        let name = name.to_owned();
        self.write(move |work| groups::rename(work, id, &name)).await
    }

    async fn delete_group(&self, id: GroupId) -> Result<()> {
        self.write(move |work| groups::delete(work, id)).await
    }

    async fn group_sizes(&self) -> Result<HashMap<GroupId, u64>> {
        self.read(|core| Ok(core.index().sizes())).await
    }

    async fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        self.read(move |core| core.agent(&core.index(), id)).await
    }

    async fn agent_by_guid(
        &self,
        directory: DirectoryId,
        attribute: Option<&str>,
        guid: &Guid,
    ) -> Result<Option<Agent>> {
        let key = fold::guid_key(directory, attribute, guid);
        self.read(move |core| {
            let index = core.index();
            index.by_guid(&key).map_or(Ok(None), |id| core.agent(&index, id))
        })
        .await
    }

    async fn agent_by_email(&self, email: &str) -> Result<Option<Agent>> {
        let key = Email::key_of(email);
        self.read(move |core| {
            let index = core.index();
            index.by_email(&key).map_or(Ok(None), |id| core.agent(&index, id))
        })
        .await
    }

    async fn list_agents(&self, query: &AgentQuery) -> Result<Page<Agent>> {
        let query = query.clone();
        self.read(move |core| {
            let index = core.index();
            let list::Selection { ids, total, next } = index.select(&query);
            let agents = ids.into_iter().filter_map(|id| core.agent(&index, id).transpose());
            Ok(Page { items: agents.collect::<Result<_>>()?, total, next })
        })
        .await
    }

    async fn agent_counts(&self) -> Result<AgentCounts> {
        self.read(|core| Ok(core.index().counts())).await
    }

    async fn create_local_agent(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
        self.write(move |work| agents::create_local(work, new, at)).await
    }

    async fn create_first_administrator(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
        self.write(move |work| agents::create_first_administrator(work, new, at)).await
    }

    async fn edit_agent(&self, id: AgentId, edit: AgentEdit, expected: Option<u64>) -> Result<Agent> {
        self.write(move |work| agents::edit(work, id, edit, expected)).await
    }

    async fn edit_agents(&self, ids: &[AgentId], edit: &BulkEdit) -> Result<BulkOutcome> {
        let (ids, edit) = (ids.to_vec(), edit.clone());
        self.write(move |work| agents::edit_many(work, &ids, &edit)).await
    }

    async fn delete_local_agent(&self, id: AgentId) -> Result<()> {
        self.write(move |work| agents::delete_local(work, id)).await
    }

    async fn delete_removed_agent(&self, id: AgentId) -> Result<()> {
        self.write(move |work| agents::delete_removed(work, id)).await
    }

    async fn purge_removed(&self, directory: Option<DirectoryId>, before: Timestamp) -> Result<u64> {
        let due = self.read(move |core| agents::removed_before(core, directory, before)).await?;
        let mut purged = 0;
        for ids in due.chunks(agents::PURGE) {
            let ids = ids.to_vec();
            purged += self.write(move |work| agents::purge(work, &ids, before)).await?;
        }
        Ok(purged)
    }

    async fn agent_history(&self, id: AgentId, limit: usize) -> Result<Vec<AgentEvent>> {
        self.read(move |core| history::of_agent(core, id, limit)).await
    }

    async fn record_sign_in(&self, id: AgentId, at: Timestamp) -> Result<()> {
        self.write(move |work| agents::record_sign_in(work, id, at)).await
    }

    async fn set_preferences(&self, id: AgentId, edit: &PreferencesEdit) -> Result<()> {
        let edit = edit.clone();
        self.write(move |work| agents::set_preferences(work, id, &edit)).await
    }

    async fn request_run(
        &self,
        directory: DirectoryId,
        by: StartedBy,
        dry_run: bool,
        at: Timestamp,
    ) -> Result<(ImportRun, bool)> {
        self.write(move |work| requests::request(work, directory, by, dry_run, at)).await
    }

    async fn request_scheduled_run(
        &self,
        directory: DirectoryId,
        due: Timestamp,
        at: Timestamp,
    ) -> Result<Option<ImportRun>> {
        self.write(move |work| requests::request_scheduled(work, directory, due, at)).await
    }

    async fn request_deletion(&self, directory: DirectoryId, by: AgentId, at: Timestamp) -> Result<ImportRun> {
        self.write(move |work| requests::request_deletion(work, directory, by, at)).await
    }

    async fn next_open_run(&self) -> Result<Option<RunId>> {
        // Each page of an administrator asks, so it waits for no writer.
        self.read(|core| Ok(core.index().oldest_open_run())).await
    }

    async fn begin_run(&self, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>> {
        self.write(move |work| runs::begin(work, lease, id, at)).await
    }

    async fn take_lease(&self, holder: &str, at: Timestamp, ttl: Duration) -> Result<Option<Lease>> {
        let holder = holder.to_owned();
        self.write(move |work| lease::take(work, &holder, at, ttl)).await
    }

    async fn renew_lease(&self, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()> {
        self.write(move |work| lease::renew(work, lease, at, ttl)).await
    }

    async fn release_lease(&self, lease: Lease) -> Result<()> {
        self.write(move |work| lease::release(work, lease)).await
    }

    async fn save_run(&self, lease: Lease, run: &ImportRun) -> Result<bool> {
        let run = run.clone();
        self.write(move |work| runs::save(work, lease, run)).await
    }

    async fn end_run(&self, lease: Lease, run: &ImportRun, conclusion: Option<&Conclusion>) -> Result<()> {
        let (run, conclusion) = (run.clone(), conclusion.cloned());
        self.write(move |work| standing::end_run(work, lease, run, conclusion)).await
    }

    async fn standing(&self, directory: DirectoryId) -> Result<Standing> {
        self.read(move |core| {
            // Its records belong to the same moment: no commit while the index is held.
            let _index = core.index();
            standing::read(&core.tables, directory)
        })
        .await
    }

    async fn holds(&self) -> Result<BTreeMap<DirectoryId, Hold>> {
        self.read(|core| standing::holds(&core.tables)).await
    }

    async fn approve_removals(
        &self,
        directory: DirectoryId,
        digest: &str,
        by: AgentId,
        at: Timestamp,
    ) -> Result<Option<ImportRun>> {
        let digest = digest.to_owned();
        self.write(move |work| standing::approve(work, directory, &digest, by, at)).await
    }

    async fn keep_held(&self, directory: DirectoryId, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>> {
        let digest = digest.to_owned();
        self.write(move |work| standing::keep(work, directory, &digest, by, at)).await
    }

    async fn cancel_run(&self, id: RunId, at: Timestamp) -> Result<bool> {
        self.write(move |work| runs::cancel(work, id, at)).await
    }

    async fn close_interrupted_runs(&self, at: Timestamp) -> Result<u64> {
        self.write(move |work| runs::close_interrupted(work, at)).await
    }

    async fn run(&self, id: RunId) -> Result<Option<ImportRun>> {
        self.read(move |core| Ok(runs::one(core, id)?.map(|stored| stored.run))).await
    }

    async fn runs(&self, query: &RunQuery) -> Result<Page<ImportRun>> {
        let query = query.clone();
        self.read(move |core| runs::list(core, &query)).await
    }

    async fn thin_runs(&self, before: Timestamp) -> Result<u64> {
        let mut thinned = 0;
        while let Some(is_gone) = self.write(move |work| runs::thin(work, before)).await? {
            thinned += u64::from(is_gone);
        }
        Ok(thinned)
    }

    async fn newest_run(&self) -> Result<Option<ImportRun>> {
        self.read(runs::newest).await
    }

    async fn last_completed_run(&self, directory: DirectoryId) -> Result<Option<ImportRun>> {
        self.read(move |core| runs::last_completed(core, directory)).await
    }

    async fn ldap_agents(
        &self,
        directory: DirectoryId,
        after: Option<AgentId>,
        limit: usize,
    ) -> Result<Vec<LdapAgent>> {
        self.read(move |core| import::ldap_agents(core, directory, after, limit)).await
    }

    async fn other_emails(&self, directory: DirectoryId) -> Result<Vec<(String, Option<DirectoryId>)>> {
        self.read(move |core| Ok(core.index().other_emails(directory))).await
    }

    async fn apply_import(
        &self,
        lease: Lease,
        run: RunId,
        writes: &[ImportWrite],
        report: &[AgentChange],
        at: Timestamp,
    ) -> Result<()> {
        let (writes, report) = (writes.to_vec(), report.to_vec());
        self.write(move |work| import::apply(work, lease, run, writes, &report, at)).await
    }

    async fn changes(&self, run: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
        let query = query.clone();
        self.read(move |core| reports::page(core, run, &query)).await
    }

    async fn session(&self, id: &str, at: Timestamp) -> Result<Option<SessionRecord>> {
        let id = id.to_owned();
        self.read(move |core| sessions::one(core, &id, at)).await
    }

    async fn add_session(&self, session: &SessionRecord) -> Result<()> {
        let session = session.clone();
        self.write(move |work| sessions::add(work, &session)).await
    }

    async fn update_session(&self, id: &str, state: &HashMap<String, String>, expires_at: Timestamp) -> Result<bool> {
        let (id, state) = (id.to_owned(), state.clone());
        self.write(move |work| sessions::update(work, &id, state, expires_at)).await
    }

    async fn end_session(&self, id: &str) -> Result<()> {
        let id = id.to_owned();
        self.write(move |work| sessions::end(work, &id)).await
    }

    async fn end_sessions(&self, agent: AgentId, except: Option<&str>) -> Result<u64> {
        let except = except.map(str::to_owned);
        self.write(move |work| work.end_sessions(agent, except.as_deref())).await
    }

    async fn sessions_of(&self, agent: AgentId, at: Timestamp) -> Result<Vec<SessionRecord>> {
        self.read(move |core| sessions::of_agent(core, agent, at)).await
    }

    async fn end_ldap_sessions(&self, directory: DirectoryId) -> Result<u64> {
        let mut ended = 0;
        loop {
            let part = self.write(move |work| sessions::end_ldap(work, directory)).await?;
            ended += part;
            if part < sessions::SWEEP as u64 {
                return Ok(ended);
            }
        }
    }

    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64> {
        let mut swept = 0;
        loop {
            let part = self.write(move |work| sessions::sweep(work, at)).await?;
            swept += part;
            if part < sessions::SWEEP as u64 {
                return Ok(swept);
            }
        }
    }

    async fn import_days(&self, directory: Option<DirectoryId>, from: time::Date) -> Result<Vec<ImportDay>> {
        self.read(move |core| import_days::from(core, directory, from)).await
    }

    async fn add_link_span(&self, directory: DirectoryId, span: &LinkSpan) -> Result<()> {
        let span = *span;
        self.write(move |work| link_spans::add(work, directory, span)).await
    }

    async fn link_spans(&self, directory: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>> {
        self.read(move |core| link_spans::of(core, directory, at)).await
    }

    async fn second_factor(&self, agent: AgentId) -> Result<Option<SecondFactor>> {
        self.read(move |core| second_factors::one(core, agent)).await
    }

    async fn second_factors(&self) -> Result<Vec<(AgentId, SecondFactor)>> {
        self.read(second_factors::all).await
    }

    async fn change_second_factor(
        &self,
        agent: AgentId,
        before: Option<&SecondFactor>,
        after: Option<&SecondFactor>,
    ) -> Result<bool> {
        let (before, after) = (before.cloned(), after.cloned());
        self.write(move |work| second_factors::change(work, agent, before.as_ref(), after.as_ref())).await
    }

    async fn take_attempts(&self, attempts: &[Attempt], at: Timestamp) -> Result<Option<Duration>> {
        let (kept, attempts) = (self.attempts.clone(), attempts.to_vec());
        self.read(move |core| kept.take(core, &attempts, at)).await
    }

    async fn give_attempts_back(&self, attempts: &[Attempt]) -> Result<()> {
        let (kept, attempts) = (self.attempts.clone(), attempts.to_vec());
        self.read(move |core| kept.give_back(core, &attempts)).await
    }

    async fn forget_attempts(&self, keys: &[String]) -> Result<()> {
        let (kept, keys) = (self.attempts.clone(), keys.to_vec());
        self.read(move |core| kept.forget(core, keys)).await
    }

    async fn tallies(&self, keys: &[String]) -> Result<Vec<Option<Tally>>> {
        let keys = keys.to_vec();
        self.read(move |core| keys.iter().map(|key| attempts::one(core, key)).collect()).await
    }

    async fn count_attempts(&self) -> Result<u64> {
        let kept = self.attempts.clone();
        self.read(move |core| Ok(kept.count(core))).await
    }

    async fn sweep_attempts(&self, at: Timestamp) -> Result<u64> {
        let kept = self.attempts.clone();
        self.read(move |core| kept.sweep(core, at)).await
    }
}
