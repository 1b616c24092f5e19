//! Directories: a record each, among the single ones.

use super::tables::{Table, Tables, Writes, decode, scan};
use super::work::Work;
use super::{groups, link_spans, requests, standing};
use crate::model::{Directory, DirectoryId, LdapSettings};
use crate::storage::{Result, StorageError};

/// The record of the first directory. That of another one has its number behind it, as all that is kept for each has.
const KEY: &str = "ldap";

/// The key of what there is one of for each directory.
pub(super) fn key(name: &str, id: DirectoryId) -> Vec<u8> {
    if id == DirectoryId::FIRST { name.into() } else { format!("{name} {id}").into_bytes() }
}

pub(super) fn one(tables: &Tables, id: DirectoryId) -> Result<Option<Directory>> {
    tables.get(Table::Single, &key(KEY, id))
}

/// All of them, by number.
pub(super) fn all(tables: &Tables) -> Result<Vec<Directory>> {
    let records = scan(tables.tree(Table::Single), KEY.as_bytes());
    let mut all = records.map(|record| decode(Table::Single, &record?.1)).collect::<Result<Vec<Directory>>>()?;
    all.sort_by_key(|directory| directory.id);
    Ok(all)
}

pub(super) fn create(work: &mut Work<'_>, settings: LdapSettings, among: Option<u64>) -> Result<Directory> {
    let others = all(&work.core.tables)?;
    let current = others.len() as u64;
    if among.is_some_and(|among| among != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups())?;
    // A store of a time with only one directory does not say which number is next.
    let last = others.last().map_or(0, |directory| directory.id.0);
    let id = work.meta.next_directory.max(last.saturating_add(1));
    work.meta.next_directory = id.saturating_add(1);
    let directory = Directory { id: DirectoryId(id), version: 1, settings };
    write(&mut work.writes, &directory)?;
    Ok(directory)
}

pub(super) fn save(work: &mut Work<'_>, id: DirectoryId, settings: LdapSettings, expected: Option<u64>) -> Result<u64> {
    let current = one(&work.core.tables, id)?.ok_or(StorageError::NotFound)?.version;
    if expected.is_some_and(|expected| expected != current) {
        return Err(StorageError::Conflict { current });
    }
    groups::require(work, &settings.panel_groups())?;
    let version = current + 1;
    write(&mut work.writes, &Directory { id, version, settings })?;
    Ok(version)
}

/// Once none of its agents is left but removed ones.
pub(super) fn delete(work: &mut Work<'_>, id: DirectoryId) -> Result<()> {
    let current = work.core.index().directory_sizes().get(&id).copied().unwrap_or(0);
    if current > 0 {
        return Err(StorageError::Conflict { current });
    }
    work.meta.next_directory = work.meta.next_directory.max(id.0.saturating_add(1));
    work.writes.delete(Table::Single, &key(KEY, id));
    work.writes.delete(Table::Single, &requests::scheduled_key(id));
    standing::forget(&mut work.writes, id);
    link_spans::forget(work.core, &mut work.writes, id)
}

/// Unasked.
pub(super) fn write(writes: &mut Writes, directory: &Directory) -> Result<()> {
    writes.put(Table::Single, &key(KEY, directory.id), directory)
}

/// As if there had never been any.
pub(super) fn forget(writes: &mut Writes, tables: &Tables) -> Result<()> {
    for directory in all(tables)? {
        writes.delete(Table::Single, &key(KEY, directory.id));
        standing::forget(writes, directory.id);
    }
    standing::forget(writes, DirectoryId::FIRST);
    Ok(())
}
