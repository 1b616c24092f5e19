//! The fingerprint of the key, and every secret that it sealed.

use super::failure::failed;
use super::values::unsigned;
use super::work::{Work, ledger};
use super::{directories, second_factors};
use crate::model::{HoldsSecrets, Reseal};
use crate::storage::{Keyed, Result, StorageError};
use sqlx::{Executor, PgConnection};

pub(super) async fn keyed(connection: &mut PgConnection) -> Result<Keyed> {
    let ledger = ledger(connection).await?;
    let directories = directories::all(connection).await?;
    let agents = ledger.counts().total + unsigned(ledger.removed);
    let is_empty = agents == 0 && directories.is_empty();
    let mut keyed = Keyed { is_empty, fingerprint: ledger.key, secrets: vec![] };
    for mut directory in directories {
        keyed.add(&mut directory);
    }
    for mut factor in second_factors::all(connection).await? {
        keyed.add(&mut factor);
    }
    Ok(keyed)
}

/// Every secret in one transaction.
pub(super) async fn reseal(work: &mut Work, expected: Option<&str>, fingerprint: &str, reseal: &Reseal) -> Result<u64> {
    if work.ledger.key.as_deref() != expected {
        return Err(StorageError::Conflict { current: 0 });
    }
    let mut changed = 0;
    for mut directory in directories::all(&mut work.tx).await? {
        let here = directory.reseal(reseal);
        if here > 0 {
            directory.version += 1;
            directories::put(work, &directory).await?;
        }
        changed += here;
    }
    let mut factors = second_factors::all(&mut work.tx).await?;
    work.tx.execute("DELETE FROM muster.second_factors").await.map_err(failed)?;
    for factor in &mut factors {
        changed += factor.reseal(reseal);
        if !factor.1.secret.is_forgotten() {
            second_factors::put(&mut work.tx, factor.0, &factor.1).await?;
        }
    }
    work.tx.execute("DELETE FROM muster.sessions").await.map_err(failed)?;
    work.ledger.key = Some(fingerprint.to_owned());
    Ok(changed)
}
