//! The fingerprint of the key, and every secret that it sealed.

use super::directories;
use super::failure::failed;
use super::values::unsigned;
use super::work::{Work, ledger};
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
    work.tx.execute("DELETE FROM muster.sessions").await.map_err(failed)?;
    work.ledger.key = Some(fingerprint.to_owned());
    Ok(changed)
}
