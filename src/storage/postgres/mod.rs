//! The backend for several panels: PostgreSQL 13 or newer, one schema `muster` in a database of one's own.
//!
//! * A call that changes agents, groups, settings or imports is one transaction that first locks the ledger
//!   (`work::Work`): such calls take turns over all panels, and each sees what the one before has done. Sessions,
//!   attempts and the time of a sign-in lock only their own row.
//! * Every call has a deadline; a server that is away is an error within seconds, and the next call tries anew.
//! * The lease's token is checked in the transaction that writes: whoever lost it writes nothing.
//! * What needs PostgreSQL proper: deferrable constraints, `unnest` of several arrays, arrays with GIN, advisory
//!   locks of a session (so no pooler in transaction mode between), and, where it is there, `pg_trgm`.

mod activity;
mod agents;
mod attempts;
mod backup;
mod bulk;
mod directories;
mod failure;
mod groups;
mod import;
mod import_days;
mod key;
mod lease;
mod link_spans;
mod list;
mod open;
mod presence;
mod reports;
mod runs;
mod second_factors;
mod sections;
mod sessions;
mod standing;
mod values;
mod work;

use super::*;
use failure::{failed, too_slow};
use futures::future::BoxFuture;
pub use open::connections;
use presence::Presence;
use sqlx::PgPool;
use tokio::time::timeout;
use work::Work;

/// The longest that a call takes.
const DEADLINE: Duration = Duration::from_secs(20);

/// An open store. Clones share its connections.
#[derive(Clone)]
pub struct PostgresStore {
    pool: PgPool,
    presence: Arc<Presence>,
}

impl PostgresStore {
    /// Opens the store in this database, whose tables are made where they are missing. [`StorageError::Unusable`]
    /// when the server cannot be reached or refuses, or holds a store of another version.
    pub async fn open(url: &str) -> Result<PostgresStore> {
        let options = open::options(url)?;
        let pool = open::connect(&options).await?;
        open::migrate(&options).await?;
        let presence = Arc::new(Presence::show(&options).await?);
        Ok(PostgresStore { pool, presence })
    }
}

/// Boxed: some of these are large.
fn in_time<'a, T: Send + 'a>(work: impl Future<Output = Result<T>> + Send + 'a) -> BoxFuture<'a, Result<T>> {
    Box::pin(async move { timeout(DEADLINE, work).await.unwrap_or_else(|_| Err(too_slow(DEADLINE))) })
}

/// A call that reads, in a transaction of its own.
macro_rules! read {
    ($store:ident, |$connection:ident| $call:expr) => {
        in_time(async {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
            let mut tx = $store.pool.begin_with(begin).await.map_err(failed)?;
            let $connection = &mut *tx;
            let answer = $call.await?;
            tx.commit().await.map_err(failed)?;
            Ok(answer)
        })
        .await
    };
}

/// A call that reads with one statement.
macro_rules! look {
    ($store:ident, |$connection:ident| $call:expr) => {
        in_time(async {
            let mut connection = $store.pool.acquire().await.map_err(failed)?;
            let $connection = &mut *connection;
            $call.await
        })
        .await
    };
}

/// A call that writes a row of its own, and takes no turn.
macro_rules! row {
    ($store:ident, |$connection:ident| $call:expr) => {
        in_time(async {
            let mut tx = $store.pool.begin().await.map_err(failed)?;
            let $connection = &mut *tx;
            let answer = $call.await?;
            tx.commit().await.map_err(failed)?;
            Ok(answer)
        })
        .await
    };
}

/// A call that writes.
macro_rules! write {
    ($store:ident, |$work:ident| $call:expr) => {
        in_time(async {
            let mut work = Work::begin(&$store.pool).await?;
            let $work = &mut work;
            let answer = $call.await?;
            work.commit().await?;
            Ok(answer)
        })
        .await
    };
}

#[async_trait]
impl Storage for PostgresStore {
    async fn ping(&self) -> Result<()> {
        look!(self, |connection| async { sqlx::query("SELECT 1").execute(connection).await.map(drop).map_err(failed) })
    }

    async fn flush(&self) -> Result<()> {
        // Whatever was committed is on the server's disk.
        Ok(())
    }

    async fn free_space(&self) -> Result<Option<u64>> {
        // The disk is another machine's.
        Ok(None)
    }

    async fn failed(&self) -> StorageError {
        // A server that is away comes back.
        std::future::pending().await
    }

    async fn agree_on_key(&self, fingerprint: &str) -> Result<bool> {
        let set = async |others: bool| {
            write!(self, |work| async {
                let differs = work.ledger.key.as_deref().is_some_and(|key| key != fingerprint);
                if !(differs && others) {
                    work.ledger.key = Some(fingerprint.to_owned());
                }
                Ok(!(differs && others))
            })
        };
        if set(true).await? {
            return Ok(true);
        }
        match self.presence.alone().await? {
            Some(_alone) => set(false).await,
            None => Ok(false),
        }
    }

    async fn append_activity(&self, deeds: Vec<Deed>, sealer: &Sealer) -> Result<Vec<Activity>> {
        row!(self, |connection| activity::append(connection, deeds, sealer))
    }

    async fn activity(&self, query: &ActivityQuery) -> Result<ActivityPage> {
        read!(self, |connection| activity::page(connection, query))
    }

    async fn activity_from(&self, number: u64, limit: usize) -> Result<Vec<Recorded>> {
        look!(self, |connection| activity::from(connection, number, limit))
    }

    async fn activity_head(&self) -> Result<ActivityHead> {
        look!(self, |connection| activity::head(connection))
    }

    async fn prune_activity(&self, before: Timestamp, at: Timestamp, sealer: &Sealer) -> Result<u64> {
        let Some(up_to) = row!(self, |connection| activity::announce(connection, before, at, sealer))? else {
            return Ok(0);
        };
        let mut pruned = 0;
        loop {
            match row!(self, |connection| activity::prune(connection, up_to))? {
                0 => return Ok(pruned),
                part => pruned += part,
            }
        }
    }

    async fn keyed(&self) -> Result<Keyed> {
        read!(self, |connection| key::keyed(connection))
    }

    async fn is_alone(&self) -> Result<bool> {
        Ok(self.presence.alone().await?.is_some())
    }

    async fn reseal(&self, expected: Option<&str>, fingerprint: &str, reseal: Reseal) -> Result<Option<u64>> {
        let Some(_alone) = self.presence.alone().await? else { return Ok(None) };
        write!(self, |work| key::reseal(work, expected, fingerprint, &reseal)).map(Some)
    }

    async fn directories(&self) -> Result<Vec<Directory>> {
        look!(self, |connection| directories::all(connection))
    }

    async fn directory(&self, id: DirectoryId) -> Result<Option<Directory>> {
        look!(self, |connection| directories::one(connection, id))
    }

    async fn create_directory(&self, settings: &LdapSettings, among: Option<u64>) -> Result<Directory> {
        write!(self, |work| directories::create(work, settings, among))
    }

    async fn save_directory(&self, id: DirectoryId, settings: &LdapSettings, expected: Option<u64>) -> Result<u64> {
        write!(self, |work| directories::save(work, id, settings, expected))
    }

    async fn directory_sizes(&self) -> Result<HashMap<DirectoryId, u64>> {
        look!(self, |connection| directories::sizes(connection))
    }

    async fn groups(&self) -> Result<Vec<Group>> {
        look!(self, |connection| groups::all(connection))
    }

    async fn create_group(&self, name: &str) -> Result<Group> {
        write!(self, |work| groups::create(work, name))
    }

    async fn rename_group(&self, id: GroupId, name: &str) -> Result<()> {
        write!(self, |work| groups::rename(work, id, name))
    }

    async fn delete_group(&self, id: GroupId) -> Result<()> {
        write!(self, |work| groups::delete(work, id))
    }

    async fn group_sizes(&self) -> Result<HashMap<GroupId, u64>> {
        look!(self, |connection| groups::sizes(connection))
    }

    async fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        look!(self, |connection| agents::one(connection, id))
    }

    async fn agent_by_guid(
        &self,
        directory: DirectoryId,
        attribute: Option<&str>,
        guid: &Guid,
    ) -> Result<Option<Agent>> {
        let key = fold::guid_key(directory, attribute, guid);
        look!(self, |connection| agents::by_guid(connection, &key))
    }

    async fn agent_by_email(&self, email: &str) -> Result<Option<Agent>> {
        let key = Email::key_of(email);
        look!(self, |connection| agents::by_email(connection, &key))
    }

    async fn list_agents(&self, query: &AgentQuery) -> Result<Page<Agent>> {
        read!(self, |connection| list::page(connection, query))
    }

    async fn agent_counts(&self) -> Result<AgentCounts> {
        look!(self, |connection| async { Ok(work::ledger(connection).await?.counts()) })
    }

    async fn create_local_agent(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
        write!(self, |work| agents::create_local(work, new, at))
    }

    async fn create_first_administrator(&self, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
        write!(self, |work| agents::create_first_administrator(work, new, at))
    }

    async fn edit_agent(&self, id: AgentId, edit: AgentEdit, expected: Option<u64>) -> Result<Agent> {
        write!(self, |work| agents::edit(work, id, edit, expected))
    }

    async fn edit_agents(&self, ids: &[AgentId], edit: &BulkEdit) -> Result<BulkOutcome> {
        write!(self, |work| bulk::edit(work, ids, edit))
    }

    async fn delete_local_agent(&self, id: AgentId) -> Result<()> {
        write!(self, |work| agents::delete_local(work, id))
    }

    async fn delete_removed_agent(&self, id: AgentId) -> Result<()> {
        write!(self, |work| agents::delete_removed(work, id))
    }

    async fn purge_removed(&self, directory: Option<DirectoryId>, before: Timestamp) -> Result<u64> {
        let mut purged = 0;
        loop {
            let part = write!(self, |work| agents::purge(work, directory, before))?;
            purged += part;
            if part < agents::PURGE as u64 {
                return Ok(purged);
            }
        }
    }

    async fn agent_history(&self, id: AgentId, limit: usize) -> Result<Vec<AgentEvent>> {
        look!(self, |connection| reports::of_agent(connection, id, limit))
    }

    async fn record_sign_in(&self, id: AgentId, at: Timestamp) -> Result<()> {
        row!(self, |connection| agents::record_sign_in(connection, id, at))
    }

    async fn set_preferences(&self, id: AgentId, edit: &PreferencesEdit) -> Result<()> {
        row!(self, |connection| agents::set_preferences(connection, id, edit))
    }

    async fn request_run(
        &self,
        directory: DirectoryId,
        by: StartedBy,
        dry_run: bool,
        at: Timestamp,
    ) -> Result<(ImportRun, bool)> {
        write!(self, |work| runs::request(work, directory, by, dry_run, at))
    }

    async fn request_scheduled_run(
        &self,
        directory: DirectoryId,
        due: Timestamp,
        at: Timestamp,
    ) -> Result<Option<ImportRun>> {
        write!(self, |work| runs::request_scheduled(work, directory, due, at))
    }

    async fn request_deletion(&self, directory: DirectoryId, by: AgentId, at: Timestamp) -> Result<ImportRun> {
        write!(self, |work| runs::request_deletion(work, directory, by, at))
    }

    async fn next_open_run(&self) -> Result<Option<RunId>> {
        look!(self, |connection| runs::next_open(connection))
    }

    async fn begin_run(&self, lease: Lease, id: RunId, at: Timestamp) -> Result<Option<ImportRun>> {
        write!(self, |work| runs::begin(work, lease, id, at))
    }

    async fn take_lease(&self, holder: &str, at: Timestamp, ttl: Duration) -> Result<Option<Lease>> {
        write!(self, |work| async { Ok(lease::take(work, holder, at, ttl)) })
    }

    async fn renew_lease(&self, lease: Lease, at: Timestamp, ttl: Duration) -> Result<()> {
        write!(self, |work| async { lease::renew(work, lease, at, ttl) })
    }

    async fn release_lease(&self, lease: Lease) -> Result<()> {
        write!(self, |work| async {
            lease::release(work, lease);
            Ok(())
        })
    }

    async fn save_run(&self, lease: Lease, run: &ImportRun) -> Result<bool> {
        write!(self, |work| runs::save(work, lease, run))
    }

    async fn end_run(&self, lease: Lease, run: &ImportRun, conclusion: Option<&Conclusion>) -> Result<()> {
        write!(self, |work| standing::end_run(work, lease, run, conclusion))
    }

    async fn standing(&self, directory: DirectoryId) -> Result<Standing> {
        look!(self, |connection| standing::read(connection, directory))
    }

    async fn holds(&self) -> Result<BTreeMap<DirectoryId, Hold>> {
        look!(self, |connection| standing::holds(connection))
    }

    async fn approve_removals(
        &self,
        directory: DirectoryId,
        digest: &str,
        by: AgentId,
        at: Timestamp,
    ) -> Result<Option<ImportRun>> {
        write!(self, |work| standing::approve(work, directory, digest, by, at))
    }

    async fn keep_held(&self, directory: DirectoryId, digest: &str, by: AgentId, at: Timestamp) -> Result<Option<u64>> {
        write!(self, |work| standing::keep(work, directory, digest, by, at))
    }

    async fn cancel_run(&self, id: RunId, at: Timestamp) -> Result<bool> {
        write!(self, |work| runs::cancel(work, id, at))
    }

    async fn close_interrupted_runs(&self, at: Timestamp) -> Result<u64> {
        let close = in_time(async {
            let Some(_alone) = self.presence.alone().await? else { return Ok(0) };
            write!(self, |work| runs::close_interrupted(work, at))
        });
        Box::pin(close).await
    }

    async fn run(&self, id: RunId) -> Result<Option<ImportRun>> {
        look!(self, |connection| async { Ok(runs::one(connection, id).await?.map(|stored| stored.run)) })
    }

    async fn runs(&self, query: &RunQuery) -> Result<Page<ImportRun>> {
        read!(self, |connection| runs::list(connection, query))
    }

    async fn thin_runs(&self, before: Timestamp) -> Result<u64> {
        let mut thinned = 0;
        while write!(self, |work| runs::thin(work, before))? {
            thinned += 1;
        }
        Ok(thinned)
    }

    async fn newest_run(&self) -> Result<Option<ImportRun>> {
        look!(self, |connection| runs::newest(connection))
    }

    async fn last_completed_run(&self, directory: DirectoryId) -> Result<Option<ImportRun>> {
        look!(self, |connection| runs::last_completed(connection, directory))
    }

    async fn ldap_agents(
        &self,
        directory: DirectoryId,
        after: Option<AgentId>,
        limit: usize,
    ) -> Result<Vec<LdapAgent>> {
        look!(self, |connection| agents::ldap_agents(connection, directory, after, limit))
    }

    async fn other_emails(&self, directory: DirectoryId) -> Result<Vec<(String, Option<DirectoryId>)>> {
        look!(self, |connection| agents::other_emails(connection, directory))
    }

    async fn apply_import(
        &self,
        lease: Lease,
        run: RunId,
        writes: &[ImportWrite],
        report: &[AgentChange],
        at: Timestamp,
    ) -> Result<()> {
        write!(self, |work| import::apply(work, lease, run, writes, report, at))
    }

    async fn changes(&self, run: RunId, query: &ChangeQuery) -> Result<Page<AgentChange>> {
        read!(self, |connection| reports::page(connection, run, query))
    }

    async fn backup(&self, to: Sender<Record>) -> Result<()> {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        let mut tx = self.pool.begin_with(begin).await.map_err(failed)?;
        backup::be_patient(&mut tx).await?;
        backup::send(&mut tx, &to).await
    }

    async fn restore(&self, mut from: Receiver<Record>) -> Result<()> {
        let Some(_alone) = self.presence.alone().await? else {
            return Err(StorageError::Unusable(
                "Another muster process uses this store. Stop all panels on it first, then restore.".into(),
            ));
        };
        let mut work = Work::begin(&self.pool).await?;
        backup::take(&mut work, &mut from).await?;
        work.commit().await
    }

    async fn session(&self, id: &str, at: Timestamp) -> Result<Option<SessionRecord>> {
        in_time(sessions::one(&self.pool, id, at)).await
    }

    async fn add_session(&self, session: &SessionRecord) -> Result<()> {
        row!(self, |connection| sessions::add(connection, session))
    }

    async fn update_session(&self, id: &str, state: &HashMap<String, String>, expires_at: Timestamp) -> Result<bool> {
        in_time(sessions::update(&self.pool, id, state, expires_at)).await
    }

    async fn end_session(&self, id: &str) -> Result<()> {
        in_time(sessions::end(&self.pool, id)).await
    }

    async fn end_sessions(&self, agent: AgentId, except: Option<&str>) -> Result<u64> {
        look!(self, |connection| sessions::end_all(connection, &[agent], except))
    }

    async fn end_ldap_sessions(&self, directory: DirectoryId) -> Result<u64> {
        in_time(sessions::end_ldap(&self.pool, directory)).await
    }

    async fn sessions_of(&self, agent: AgentId, at: Timestamp) -> Result<Vec<SessionRecord>> {
        in_time(sessions::of_agent(&self.pool, agent, at)).await
    }

    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64> {
        in_time(sessions::sweep(&self.pool, at)).await
    }

    async fn import_days(&self, directory: Option<DirectoryId>, from: time::Date) -> Result<Vec<ImportDay>> {
        look!(self, |connection| import_days::from(connection, directory, Some(from)))
    }

    async fn add_link_span(&self, directory: DirectoryId, span: &LinkSpan) -> Result<()> {
        look!(self, |connection| link_spans::add(connection, directory, span))
    }

    async fn link_spans(&self, directory: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>> {
        look!(self, |connection| link_spans::of(connection, directory, at))
    }

    async fn second_factor(&self, agent: AgentId) -> Result<Option<SecondFactor>> {
        look!(self, |connection| second_factors::one(connection, agent))
    }

    async fn second_factors(&self) -> Result<Vec<(AgentId, SecondFactor)>> {
        look!(self, |connection| second_factors::all(connection))
    }

    async fn change_second_factor(
        &self,
        agent: AgentId,
        before: Option<&SecondFactor>,
        after: Option<&SecondFactor>,
    ) -> Result<bool> {
        row!(self, |connection| second_factors::change(connection, agent, before, after))
    }

    async fn take_attempts(&self, attempts: &[Attempt], at: Timestamp) -> Result<Option<Duration>> {
        in_time(attempts::again(|| attempts::take(&self.pool, attempts, at))).await
    }

    async fn give_attempts_back(&self, attempts: &[Attempt]) -> Result<()> {
        attempts::again(|| async { row!(self, |connection| attempts::give_back(connection, attempts)) }).await
    }

    async fn forget_attempts(&self, keys: &[String]) -> Result<()> {
        attempts::again(|| async { row!(self, |connection| attempts::forget(connection, keys)) }).await
    }

    async fn tallies(&self, keys: &[String]) -> Result<Vec<Option<Tally>>> {
        look!(self, |connection| attempts::some(connection, keys))
    }

    async fn count_attempts(&self) -> Result<u64> {
        look!(self, |connection| attempts::count(connection))
    }

    async fn sweep_attempts(&self, at: Timestamp) -> Result<u64> {
        in_time(attempts::sweep(&self.pool, at)).await
    }
}
