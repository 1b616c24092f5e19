//! The LDAP settings: one record.

use super::groups;
use super::tables::{Table, Tables, Writes};
use super::work::Work;
use crate::model::LdapSettings;
use crate::storage::{Result, StorageError, Versioned};

const KEY: &[u8] = b"ldap";

pub(super) fn read(tables: &Tables) -> Result<Option<Versioned<LdapSettings>>> {
    tables.get(Table::Single, KEY)
}

pub(super) fn save(work: &mut Work<'_>, settings: LdapSettings, expected: Option<u64>) -> Result<u64> {
    let current = read(&work.core.tables)?.map_or(0, |stored| stored.version);
    if expected.is_some_and(|expected| expected != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups())?;
    let version = current + 1;
    write(&mut work.writes, &Versioned { version, value: settings })?;
    Ok(version)
}

/// Unasked.
pub(super) fn write(writes: &mut Writes, settings: &Versioned<LdapSettings>) -> Result<()> {
    writes.put(Table::Single, KEY, settings)
}

/// As if there had never been any.
pub(super) fn forget(writes: &mut Writes) {
    writes.delete(Table::Single, KEY);
}
