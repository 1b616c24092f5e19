//! Agents, one record each, and what administrators and sign-ins do to them.

use super::failure::failed;
use super::values::{moment, signed, text};
use super::work::Work;
use super::{directories, groups, sessions};
use crate::model::*;
use crate::storage::cursor::NEVER;
use crate::storage::edit::{require_an_administrator, require_editable};
use crate::storage::moment::nanoseconds;
use crate::storage::{LdapAgent, Result, StorageError, fold, record};
use sqlx::PgConnection;
use uuid::Uuid;

/// The columns of an agent.
type Row = (Uuid, String);

pub(super) fn decode((id, bytes): Row) -> Result<Agent> {
    record::decode(id.as_bytes(), bytes.as_bytes())
}

fn decode_all(rows: Vec<Row>) -> Result<Vec<Agent>> {
    rows.into_iter().map(decode).collect()
}

pub(super) async fn one(connection: &mut PgConnection, id: AgentId) -> Result<Option<Agent>> {
    let row = sqlx::query_as("SELECT id, record::text FROM muster.agents WHERE id = $1").bind(id.0);
    row.fetch_optional(connection).await.map_err(failed)?.map(decode).transpose()
}

pub(super) async fn by_email(connection: &mut PgConnection, key: &str) -> Result<Option<Agent>> {
    let row = sqlx::query_as("SELECT id, record::text FROM muster.agents WHERE live_email = $1").bind(text(key));
    row.fetch_optional(connection).await.map_err(failed)?.map(decode).transpose()
}

pub(super) async fn by_guid(connection: &mut PgConnection, key: &str) -> Result<Option<Agent>> {
    let row = sqlx::query_as("SELECT id, record::text FROM muster.agents WHERE guid_key = $1").bind(text(key));
    row.fetch_optional(connection).await.map_err(failed)?.map(decode).transpose()
}

/// Those of them that are there, locked until the transaction ends: a sign-in may be about to note its time.
pub(super) async fn locked(connection: &mut PgConnection, ids: &[AgentId]) -> Result<Vec<Agent>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query_as("SELECT id, record::text FROM muster.agents WHERE id = ANY($1) ORDER BY id FOR UPDATE")
        .bind(ids);
    decode_all(rows.fetch_all(connection).await.map_err(failed)?)
}

async fn require(work: &mut Work, id: AgentId) -> Result<Agent> {
    locked(&mut work.tx, &[id]).await?.pop().ok_or(StorageError::NotFound)
}

/// Who has an email now.
async fn holder_of(work: &mut Work, key: &str) -> Result<Option<AgentId>> {
    let id = sqlx::query_scalar("SELECT id FROM muster.agents WHERE live_email = $1").bind(text(key));
    Ok(id.fetch_optional(&mut *work.tx).await.map_err(failed)?.map(AgentId))
}

/// Writes agents with everything that finds them. The caller has checked that emails and GUIDs are free.
pub(super) async fn put(connection: &mut PgConnection, agents: &[&Agent]) -> Result<()> {
    let mut rows = Columns::default();
    for agent in agents {
        rows.push(agent)?;
    }
    sqlx::query(
        "INSERT INTO muster.agents AS a (id, live_email, guid_key, name, email, last_sign_in, search, groups, role, \
         state, local, directory, removed, removed_at, record) \
         SELECT id, live_email, guid_key, name, email, last_sign_in, search, groups::bigint[], role, state, local, directory, \
         state = 'removed', removed_at, record::json \
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], \
         $9::text[], $10::text[], $11::boolean[], $12::bigint[], $13::bigint[], $14::text[]) AS new (id, live_email, guid_key, name, \
         email, last_sign_in, search, groups, role, state, local, directory, removed_at, record) \
         ON CONFLICT (id) DO UPDATE SET live_email = excluded.live_email, guid_key = excluded.guid_key, \
         name = excluded.name, email = excluded.email, last_sign_in = excluded.last_sign_in, search = excluded.search, \
         groups = excluded.groups, role = excluded.role, state = excluded.state, local = excluded.local, \
         directory = excluded.directory, \
         removed = excluded.removed, removed_at = excluded.removed_at, record = excluded.record",
    )
    .bind(rows.ids)
    .bind(rows.live_emails)
    .bind(rows.guid_keys)
    .bind(rows.names)
    .bind(rows.emails)
    .bind(rows.last_sign_ins)
    .bind(rows.searches)
    .bind(rows.groups)
    .bind(rows.roles)
    .bind(rows.states)
    .bind(rows.locals)
    .bind(rows.directories)
    .bind(rows.removed_at)
    .bind(rows.records)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// Agents, column by column.
#[derive(Default)]
struct Columns {
    ids: Vec<Uuid>,
    live_emails: Vec<Option<String>>,
    guid_keys: Vec<Option<String>>,
    names: Vec<String>,
    emails: Vec<String>,
    last_sign_ins: Vec<i64>,
    searches: Vec<String>,
    groups: Vec<String>,
    roles: Vec<&'static str>,
    states: Vec<&'static str>,
    locals: Vec<bool>,
    directories: Vec<i64>,
    removed_at: Vec<Option<i64>>,
    records: Vec<String>,
}

impl Columns {
    fn push(&mut self, agent: &Agent) -> Result<()> {
        let (name, email) = (text(&fold::name(agent)), text(&agent.email.key()));
        // A word never spans two lines, and only one of digits can be in the last.
        self.searches.push(format!("{name}\n{email}\n{}\n{}", text(&fold::phone(agent)), fold::digits(agent)));
        self.ids.push(agent.id.0);
        self.live_emails.push(fold::email_key_of(agent).map(|key| text(&key)));
        self.guid_keys.push(fold::guid_key_of(agent).map(|key| text(&key)));
        self.names.push(name);
        self.emails.push(email);
        self.last_sign_ins.push(moment(agent.last_sign_in_at).unwrap_or(NEVER));
        let groups: Vec<String> = agent.groups.iter().map(ToString::to_string).collect();
        self.groups.push(format!("{{{}}}", groups.join(",")));
        self.roles.push(agent.role.as_str());
        self.states.push(agent.state().as_str());
        self.locals.push(agent.is_local());
        self.directories.push(directories::number(agent.directory));
        self.removed_at.push(agent.removed.as_ref().map(|removal| nanoseconds(removal.at)));
        let record = record::encode(agent)?;
        self.records.push(String::from_utf8(record).map_err(|_| StorageError::Failed("an agent is no text".into()))?);
        Ok(())
    }
}

pub(super) async fn create_first_administrator(work: &mut Work, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
    let there = work.ledger.local_administrators;
    if there > 0 {
        return Err(StorageError::Conflict { current: super::values::unsigned(there) });
    }
    create_local(work, NewLocalAgent { role: Role::Administrator, ..new }, at).await
}

pub(super) async fn create_local(work: &mut Work, new: NewLocalAgent, at: Timestamp) -> Result<Agent> {
    groups::require(work, &new.groups).await?;
    if let Some(by) = holder_of(work, &new.email.key()).await? {
        return Err(StorageError::EmailTaken { by });
    }
    let agent = Agent::local(AgentId(Uuid::now_v7()), new, at);
    work.count(None, Some(&agent));
    put(&mut work.tx, &[&agent]).await?;
    Ok(agent)
}

pub(super) async fn edit(work: &mut Work, id: AgentId, edit: AgentEdit, expected: Option<u64>) -> Result<Agent> {
    let before = require(work, id).await?;
    require_editable(&before, &edit, expected)?;
    if let Some(groups) = &edit.groups {
        groups::require(work, groups).await?;
    }
    let mut after = edit.of(&before);
    if after.groups != before.groups {
        // What the rules said at the last import may name a group that is gone.
        let there = groups::numbers(&mut work.tx).await?;
        after.groups.retain(|group| there.contains(group));
    }
    if after.is_same(&before) {
        return Ok(before);
    }
    keep_an_administrator(work, &before, Some(&after))?;
    if let Some(by) = holder_of(work, &after.email.key()).await?.filter(|by| *by != id) {
        return Err(StorageError::EmailTaken { by });
    }
    let after = Agent { version: before.version + 1, ..after };
    work.count(Some(&before), Some(&after));
    put(&mut work.tx, &[&after]).await?;
    if before.loses_sessions_as(&after) {
        sessions::end_all(&mut work.tx, &[id], None).await?;
    }
    Ok(after)
}

fn keep_an_administrator(work: &Work, before: &Agent, after: Option<&Agent>) -> Result<()> {
    require_an_administrator(work.ledger.counts().able_administrators, before, after)
}

pub(super) async fn delete_local(work: &mut Work, id: AgentId) -> Result<()> {
    let agent = require(work, id).await?;
    if !agent.is_local() {
        return Err(StorageError::OwnedByDirectory);
    }
    keep_an_administrator(work, &agent, None)?;
    work.count(Some(&agent), None);
    delete(work, &[id]).await?;
    sessions::end_all(&mut work.tx, &[id], None).await?;
    Ok(())
}

pub(super) async fn delete_removed(work: &mut Work, id: AgentId) -> Result<()> {
    let agent = require(work, id).await?;
    if agent.removed.is_none() {
        return Err(StorageError::NotFound);
    }
    forget(work, &[agent]).await
}

/// Agents that one transaction deletes for good, so that others are let in between.
pub(super) const PURGE: i64 = 500;

/// Deletes a part of those of a directory, or of none that is there, who were removed before a moment. Answers how
/// many.
pub(super) async fn purge(work: &mut Work, of: Option<DirectoryId>, before: Timestamp) -> Result<u64> {
    let rows = sqlx::query_as(
        "SELECT id, record::text FROM muster.agents a WHERE removed AND removed_at < $1 AND CASE WHEN $3::bigint IS NULL \
         THEN NOT EXISTS (SELECT FROM muster.settings s WHERE s.id = a.directory) ELSE directory = $3 END \
         ORDER BY id LIMIT $2 FOR UPDATE",
    );
    let rows = rows.bind(nanoseconds(before)).bind(PURGE).bind(of.map(directories::number));
    let rows = rows.fetch_all(&mut *work.tx).await.map_err(failed)?;
    let agents = decode_all(rows)?;
    forget(work, &agents).await?;
    Ok(agents.len() as u64)
}

/// Deletes removed agents and everything about them.
async fn forget(work: &mut Work, agents: &[Agent]) -> Result<()> {
    let ids: Vec<AgentId> = agents.iter().map(|agent| agent.id).collect();
    agents.iter().for_each(|agent| work.count(Some(agent), None));
    delete(work, &ids).await?;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let forgotten =
        sqlx::query("UPDATE muster.changes SET at = NULL WHERE agent = ANY($1) AND at IS NOT NULL").bind(ids);
    forgotten.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

async fn delete(work: &mut Work, ids: &[AgentId]) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let deleted = sqlx::query("DELETE FROM muster.agents WHERE id = ANY($1)").bind(ids);
    deleted.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

/// Takes no turn: only this agent's row is locked.
pub(super) async fn record_sign_in(connection: &mut PgConnection, id: AgentId, at: Timestamp) -> Result<()> {
    let before = locked(connection, &[id]).await?.pop().ok_or(StorageError::NotFound)?;
    put(connection, &[&Agent { last_sign_in_at: Some(at), ..before }]).await
}

/// As [`record_sign_in`].
pub(super) async fn set_preferences(connection: &mut PgConnection, id: AgentId, edit: &PreferencesEdit) -> Result<()> {
    let before = locked(connection, &[id]).await?.pop().ok_or(StorageError::NotFound)?;
    put(connection, &[&Agent { preferences: edit.over(&before.preferences), ..before }]).await
}

/// Agents of a directory by id, after the given one.
pub(super) async fn ldap_agents(
    connection: &mut PgConnection,
    directory: DirectoryId,
    after: Option<AgentId>,
    limit: usize,
) -> Result<Vec<LdapAgent>> {
    let rows = sqlx::query_as(
        "SELECT id, record::text FROM muster.agents WHERE NOT local AND directory = $3 AND id > $1 ORDER BY id LIMIT $2",
    );
    // Nobody has the nil id.
    let after = after.map_or(Uuid::nil(), |id| id.0);
    let rows = rows.bind(after).bind(signed(limit as u64)).bind(directories::number(directory));
    let rows = rows.fetch_all(connection).await.map_err(failed)?;
    let agents = decode_all(rows)?;
    Ok(agents.into_iter().filter_map(LdapAgent::of).collect())
}

/// Keys of the emails of all agents of no directory, or another one.
pub(super) async fn other_emails(
    connection: &mut PgConnection,
    directory: DirectoryId,
) -> Result<Vec<(String, Option<DirectoryId>)>> {
    let keys = sqlx::query_as(
        "SELECT email, NULL::bigint FROM muster.agents WHERE local UNION ALL \
         SELECT email, directory FROM muster.agents WHERE NOT local AND NOT removed AND directory <> $1",
    );
    let keys = keys.bind(directories::number(directory)).fetch_all(connection).await.map_err(failed)?;
    let keys = keys.into_iter();
    Ok(keys.map(|(key, of): (String, Option<i64>)| (key, of.map(directories::id_of))).collect())
}
