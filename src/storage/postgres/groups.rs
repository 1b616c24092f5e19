//! Groups. Numbers count up and are never given out twice.

use super::failure::failed;
use super::values::{text, unsigned};
use super::work::Work;
use super::{agents, directories};
use crate::model::{Agent, AgentId, Group, GroupId};
use crate::storage::{Result, StorageError};
use sqlx::PgConnection;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

fn id_of(number: i64) -> GroupId {
    GroupId(u32::try_from(number).unwrap_or(u32::MAX))
}

/// All groups, by name.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Group>> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT id, name FROM muster.groups").fetch_all(connection).await.map_err(failed)?;
    let mut groups: Vec<Group> = rows.into_iter().map(|(id, name)| Group { id: id_of(id), name }).collect();
    groups.sort_by_cached_key(|group| (group.name.to_lowercase(), group.id));
    Ok(groups)
}

pub(super) async fn sizes(connection: &mut PgConnection) -> Result<HashMap<GroupId, u64>> {
    let rows: Vec<(i64, i64)> =
        sqlx::query_as("SELECT id, size FROM muster.groups").fetch_all(connection).await.map_err(failed)?;
    Ok(rows.into_iter().map(|(id, size)| (id_of(id), unsigned(size))).collect())
}

pub(super) async fn size(connection: &mut PgConnection, id: GroupId) -> Result<u64> {
    let size = sqlx::query_scalar("SELECT size FROM muster.groups WHERE id = $1").bind(i64::from(id.0));
    let size: Option<i64> = size.fetch_optional(connection).await.map_err(failed)?;
    Ok(size.map_or(0, unsigned))
}

/// Numbers of all groups.
pub(super) async fn numbers(connection: &mut PgConnection) -> Result<BTreeSet<GroupId>> {
    let ids: Vec<i64> =
        sqlx::query_scalar("SELECT id FROM muster.groups").fetch_all(connection).await.map_err(failed)?;
    Ok(ids.into_iter().map(id_of).collect())
}

pub(super) async fn create(work: &mut Work, name: &str) -> Result<Group> {
    require_free_name(work, name, None).await?;
    let group = Group { id: id_of(work.ledger.next_group), name: name.to_owned() };
    work.ledger.next_group += 1;
    put(work, &group).await?;
    Ok(group)
}

/// Sets a group's name.
pub(super) async fn put(work: &mut Work, group: &Group) -> Result<()> {
    let put = sqlx::query(
        "INSERT INTO muster.groups (id, name, folded) VALUES ($1, $2, $3) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded",
    );
    let put = put.bind(i64::from(group.id.0)).bind(text(&group.name)).bind(text(&group.name.to_lowercase()));
    put.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

pub(super) async fn rename(work: &mut Work, id: GroupId, name: &str) -> Result<()> {
    require(work, &BTreeSet::from([id])).await?;
    require_free_name(work, name, Some(id)).await?;
    put(work, &Group { id, name: name.to_owned() }).await
}

pub(super) async fn delete(work: &mut Work, id: GroupId) -> Result<()> {
    require(work, &BTreeSet::from([id])).await?;
    let agents = sizes(&mut work.tx).await?.get(&id).copied().unwrap_or(0);
    let directories = directories::all(&mut work.tx).await?;
    let is_default = directories.iter().any(|directory| directory.settings.default_group == id);
    let rules: Vec<usize> = directories.iter().flat_map(|directory| directory.settings.rules_giving(id)).collect();
    if agents > 0 || is_default || !rules.is_empty() {
        return Err(StorageError::GroupInUse { agents, is_default, rules });
    }
    take_from_removed(work, id).await?;
    let deleted = sqlx::query("DELETE FROM muster.groups WHERE id = $1").bind(i64::from(id.0));
    deleted.execute(&mut *work.tx).await.map_err(failed)?;
    Ok(())
}

/// Only removed agents can be in it still.
async fn take_from_removed(work: &mut Work, id: GroupId) -> Result<()> {
    let members = sqlx::query_scalar("SELECT id FROM muster.agents WHERE groups @> $1").bind(vec![i64::from(id.0)]);
    let members: Vec<Uuid> = members.fetch_all(&mut *work.tx).await.map_err(failed)?;
    let members: Vec<AgentId> = members.into_iter().map(AgentId).collect();
    for some in members.chunks(500) {
        let mut agents = agents::locked(&mut work.tx, some).await?;
        agents.iter_mut().for_each(|agent| {
            agent.groups.remove(&id);
        });
        agents::put(&mut work.tx, &agents.iter().collect::<Vec<&Agent>>()).await?;
    }
    Ok(())
}

/// All of these must be there.
pub(super) async fn require(work: &mut Work, groups: &BTreeSet<GroupId>) -> Result<()> {
    if groups.is_subset(&numbers(&mut work.tx).await?) { Ok(()) } else { Err(StorageError::NotFound) }
}

async fn require_free_name(work: &mut Work, name: &str, except: Option<GroupId>) -> Result<()> {
    let folded = text(&name.to_lowercase());
    let by: Option<i64> = sqlx::query_scalar("SELECT id FROM muster.groups WHERE folded = $1")
        .bind(folded)
        .fetch_optional(&mut *work.tx)
        .await
        .map_err(failed)?;
    if by.is_some_and(|by| Some(id_of(by)) != except) { Err(StorageError::GroupNameTaken) } else { Ok(()) }
}
