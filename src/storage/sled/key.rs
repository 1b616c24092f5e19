//! The fingerprint of the key, and every secret that it sealed.

use super::core::Core;
use super::meta::{self, Meta};
use super::tables::Table;
use super::work::Work;
use super::{directories, second_factors};
use crate::model::{HoldsSecrets, Reseal, SecondFactor};
use crate::storage::{Keyed, Result, StorageError};

pub(super) fn keyed(core: &Core) -> Result<Keyed> {
    let meta: Option<Meta> = core.tables.get(Table::Single, meta::KEY)?;
    let directories = directories::all(&core.tables)?;
    let agents = meta.as_ref().map_or(0, |meta| meta.agents);
    let mut keyed = Keyed {
        is_empty: agents == 0 && directories.is_empty(),
        fingerprint: meta.and_then(|meta| meta.key),
        secrets: vec![],
    };
    for mut directory in directories {
        keyed.add(&mut directory);
    }
    for mut factor in second_factors::all(core)? {
        keyed.add(&mut factor);
    }
    Ok(keyed)
}

/// Every secret in one commit.
pub(super) fn reseal(work: &mut Work<'_>, expected: Option<&str>, fingerprint: String, reseal: &Reseal) -> Result<u64> {
    if work.meta.key.as_deref() != expected {
        return Err(StorageError::Conflict { current: 0 });
    }
    let mut changed = 0;
    for mut directory in directories::all(&work.core.tables)? {
        let here = directory.reseal(reseal);
        if here > 0 {
            directory.version += 1;
            directories::write(&mut work.writes, &directory)?;
        }
        changed += here;
    }
    for mut record in second_factors::all(work.core)? {
        changed += record.reseal(reseal);
        let (agent, factor): (_, SecondFactor) = record;
        match factor.secret.is_forgotten() {
            true => second_factors::forget(work, agent),
            false => work.writes.put(Table::SecondFactors, agent.0.as_bytes(), &factor)?,
        }
    }
    work.meta.key = Some(fingerprint);
    Ok(changed)
}
