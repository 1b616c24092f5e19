//! One writing transaction. All of them take turns at the ledger, as the one writer of the embedded store
//! does: what one has checked is still so when it writes.

use super::failure::failed;
use super::values::{signed, unsigned};
use crate::model::*;
use crate::storage::{AgentCounts, Result};
use sqlx::{PgPool, Postgres, Transaction};
use std::collections::BTreeMap;

/// The record that every writing transaction reads and locks.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Ledger {
    pub(super) next_group: i64,
    pub(super) next_run: i64,
    pub(super) lease_token: i64,
    pub(super) lease_holder: Option<String>,
    pub(super) lease_until: Option<i64>,
    pub(super) next_directory: i64,
    pub(super) key: Option<String>,
    from_ldap: i64,
    local: i64,
    able_administrators: i64,
    pub(super) local_administrators: i64,
    pub(super) removed: i64,
}

impl Ledger {
    pub(super) fn counts(&self) -> AgentCounts {
        AgentCounts {
            total: unsigned(self.from_ldap + self.local),
            from_ldap: unsigned(self.from_ldap),
            local: unsigned(self.local),
            able_administrators: unsigned(self.able_administrators),
        }
    }

    /// Counts an agent in (`+1`) or out (`-1`).
    fn count(&mut self, agent: &Agent, step: i64) {
        if agent.removed.is_some() {
            self.removed += step;
            return;
        }
        let local = agent.is_local();
        *if local { &mut self.local } else { &mut self.from_ldap } += step;
        self.able_administrators += step * i64::from(agent.is_able_administrator());
        self.local_administrators += step * i64::from(local && agent.role == Role::Administrator);
    }
}

const COLUMNS: &str = "SELECT next_group, next_run, lease_token, lease_holder, lease_until, next_directory, key, from_ldap, local, \
     able_administrators, local_administrators, removed FROM muster.ledger";

/// Reads the ledger without taking a turn.
pub(super) async fn ledger(connection: &mut sqlx::PgConnection) -> Result<Ledger> {
    sqlx::query_as(COLUMNS).fetch_one(connection).await.map_err(failed)
}

/// See the module. Dropped without [`Work::commit`], it has changed nothing.
pub(super) struct Work {
    pub(super) tx: Transaction<'static, Postgres>,
    pub(super) ledger: Ledger,
    before: Ledger,
    sizes: BTreeMap<GroupId, i64>,
}

impl Work {
    /// Waits for its turn.
    pub(super) async fn begin(pool: &PgPool) -> Result<Work> {
        let mut tx = pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED").await.map_err(failed)?;
        let locked = sqlx::AssertSqlSafe(format!("{COLUMNS} FOR UPDATE"));
        let ledger: Ledger = sqlx::query_as(locked).fetch_one(&mut *tx).await.map_err(failed)?;
        Ok(Work { tx, before: ledger.clone(), ledger, sizes: BTreeMap::new() })
    }

    /// Counts a change of one agent.
    pub(super) fn count(&mut self, before: Option<&Agent>, after: Option<&Agent>) {
        for (agent, step) in [(before, -1), (after, 1)] {
            let Some(agent) = agent else { continue };
            self.ledger.count(agent, step);
            if agent.removed.is_none() {
                for group in &agent.groups {
                    *self.sizes.entry(*group).or_default() += step;
                }
            }
        }
    }

    /// Everything or nothing.
    pub(super) async fn commit(mut self) -> Result<()> {
        self.write_sizes().await?;
        if self.ledger != self.before {
            let l = &self.ledger;
            sqlx::query(
                "UPDATE muster.ledger SET next_group = $1, next_run = $2, lease_token = $3, lease_holder = $4, \
                 lease_until = $5, next_directory = $6, from_ldap = $7, local = $8, able_administrators = $9, \
                 local_administrators = $10, removed = $11, key = $12",
            )
            .bind(l.next_group)
            .bind(l.next_run)
            .bind(l.lease_token)
            .bind(&l.lease_holder)
            .bind(l.lease_until)
            .bind(l.next_directory)
            .bind(l.from_ldap)
            .bind(l.local)
            .bind(l.able_administrators)
            .bind(l.local_administrators)
            .bind(l.removed)
            .bind(&l.key)
            .execute(&mut *self.tx)
            .await
            .map_err(failed)?;
        }
        self.tx.commit().await.map_err(failed)
    }

    async fn write_sizes(&mut self) -> Result<()> {
        let steps = std::mem::take(&mut self.sizes).into_iter().filter(|(_, step)| *step != 0);
        let (ids, steps): (Vec<i64>, Vec<i64>) = steps.map(|(id, step)| (signed(id.0.into()), step)).unzip();
        if ids.is_empty() {
            return Ok(());
        }
        sqlx::query(
            "UPDATE muster.groups SET size = size + by.step \
             FROM unnest($1::bigint[], $2::bigint[]) AS by (id, step) WHERE groups.id = by.id",
        )
        .bind(ids)
        .bind(steps)
        .execute(&mut *self.tx)
        .await
        .map_err(failed)?;
        Ok(())
    }
}
