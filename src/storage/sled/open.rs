//! Opens a store, or says why it cannot be used. What is there is never taken for an empty store.

use super::core::Core;
use super::entry::Entry;
use super::failure::{damaged, foreign, half_restored, is_lock, newer, no_room, unreachable_folder, unusable};
use super::index::Index;
use super::lease;
use super::mark::{self, Mark};
use super::meta::{self, Head, Meta};
use super::restore;
use super::runs::StoredRun;
use super::space;
use super::tables::{Table, Tables, decode};
use super::work::{Ledger, Work};
use crate::model::{Group, GroupId};
use crate::storage::{Result, StorageError};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

/// sled's cache. The index answers lists, so that little else is read often, and the system caches
/// the file: with four times as much nothing was faster, and 100,000 agents took 30 MB more.
const CACHE_BYTES: u64 = 8 << 20;
/// Agents that are read at open before they are put into the index.
const CHUNK: usize = 4_096;
/// How often a lock is tried again: the process before may be on its way out.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(100);

/// Opens or makes the store in a folder. Blocks.
pub(super) fn open(path: &Path) -> Result<(Core, Ledger)> {
    let reached = prepare_folder(path)?;
    // sled panics on some damage where it could answer an error.
    let loaded = catch_unwind(AssertUnwindSafe(|| load(path, reached)));
    let loaded = loaded.unwrap_or_else(|_| Err(StorageError::Failed("its log cannot be read".into())));
    loaded.map_err(|error| match error {
        // Somebody filled the disk meanwhile: whether the store is whole shows once there is room.
        StorageError::Failed(_) if space::is_short(path) => no_room(path),
        StorageError::Failed(what) => damaged(path, &what),
        other => other,
    })
}

/// Makes the folder of a new store, or sees to it that it is one. Answers how far it had come.
fn prepare_folder(path: &Path) -> Result<u64> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotADirectory | std::io::ErrorKind::AlreadyExists => foreign(path),
        _ => unreachable_folder(path, &error),
    };
    std::fs::create_dir_all(path).map_err(failed)?;
    // Before anything is touched: sled writes when it opens, and what a failed write leaves behind it
    // takes for damage.
    if space::is_short(path) {
        return Err(no_room(path));
    }
    if mark::is_to_be_made(path).map_err(failed)? {
        mark::create(path).map_err(failed)?;
    }
    if !mark::path_in(path).is_file() {
        return Err(foreign(path));
    }
    mark::read(path).map_err(failed)?.ok_or_else(|| damaged(path, "its mark cannot be read"))
}

fn load(path: &Path, reached: u64) -> Result<(Core, Ledger)> {
    let tables = Tables::open(open_sled(path)?).map_err(|error| unusable(path, &error))?;
    let is_new = reached == 0 && read_meta(path, &tables)?.is_none();
    let meta = if is_new { Meta::new() } else { known_meta(path, &tables, reached)? };
    if restore::is_under_way(&tables)? {
        return Err(half_restored(path));
    }
    let mut index = Index::default();
    let mut ledger = Ledger { meta, open_runs: BTreeSet::new() };
    read_groups(path, &tables, &ledger.meta, &mut index)?;
    read_agents(path, &tables, &ledger.meta, &mut index)?;
    read_runs(path, &tables, &mut ledger, &mut index)?;
    let mark = Mark::start(path, ledger.meta.commit).map_err(|error| unreachable_folder(path, &error))?;
    let core = Core::new(path, tables, index, mark);
    begin(&core, &mut ledger, is_new)?;
    Ok((core, ledger))
}

fn open_sled(path: &Path) -> Result<sled::Db> {
    let config = sled::Config::new().path(path).cache_capacity(CACHE_BYTES);
    let mut tries = 1;
    loop {
        clear_half_snapshots(path).map_err(|error| unreachable_folder(path, &error))?;
        match config.open() {
            Err(error) if is_lock(&error) && tries < LOCK_TRIES => {
                tries += 1;
                std::thread::sleep(LOCK_PAUSE);
            }
            other => return other.map_err(|error| unusable(path, &error)),
        }
    }
}

/// sled writes a summary of its log when it opens, under another name until it is whole. A kill or a
/// full disk in between leaves that file behind, which sled then takes for a summary and for damage.
/// The summary before it is still there.
fn clear_half_snapshots(path: &Path) -> std::io::Result<()> {
    let Ok(log) = std::fs::File::open(path.join("db")) else { return Ok(()) };
    // Held only by a process that has the store open, or is about to: the file would be its own.
    if log.try_lock().is_err() {
        return Ok(());
    }
    for file in std::fs::read_dir(path)? {
        let file = file?;
        let name = file.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

fn read_meta(path: &Path, tables: &Tables) -> Result<Option<Meta>> {
    let Some(bytes) = tables.bytes(Table::Single, meta::KEY)? else { return Ok(None) };
    let unreadable = |_: StorageError| damaged(path, "the record that describes it cannot be read");
    let head: Head = decode(Table::Single, &bytes).map_err(unreadable)?;
    if head.product != meta::PRODUCT {
        return Err(foreign(path));
    }
    if head.schema > meta::SCHEMA {
        return Err(newer(path, head.schema));
    }
    decode(Table::Single, &bytes).map(Some).map_err(unreadable)
}

/// The record of a store that is not new, which must be as new as the mark.
fn known_meta(path: &Path, tables: &Tables, reached: u64) -> Result<Meta> {
    let meta = read_meta(path, tables)?.ok_or_else(|| damaged(path, "its records are gone"))?;
    if meta.commit < reached {
        let lost = reached - meta.commit;
        return Err(damaged(path, &format!("its last {lost} changes are gone")));
    }
    // What an older version wrote can be read; what this one writes it could not.
    Ok(Meta { schema: meta::SCHEMA, ..meta })
}

pub(super) fn read_groups(path: &Path, tables: &Tables, meta: &Meta, index: &mut Index) -> Result<()> {
    let mut groups = 0;
    for record in super::tables::scan(tables.tree(Table::Groups), &[]) {
        let (key, name) = record?;
        let id = key.as_ref().try_into().map_err(|_| damaged(path, "a group cannot be read"))?;
        index.change_group(GroupId(u32::from_be_bytes(id)), Some(String::from_utf8_lossy(&name).into_owned()));
        groups += 1;
    }
    expect(path, "groups", meta.groups, groups)
}

pub(super) fn read_agents(path: &Path, tables: &Tables, meta: &Meta, index: &mut Index) -> Result<()> {
    let mut entries = Vec::with_capacity(CHUNK);
    let mut agents = 0;
    for record in super::tables::scan(tables.tree(Table::Agents), &[]) {
        let (key, bytes) = record?;
        let agent = crate::storage::record::decode(&key, &bytes)?;
        let agent = index.without_deleted_groups(agent);
        agents += 1;
        entries.push((agent.id, Some(Entry::of(&agent))));
        if entries.len() == CHUNK {
            index.change_agents(std::mem::replace(&mut entries, Vec::with_capacity(CHUNK)));
        }
    }
    index.change_agents(entries);
    expect(path, "agents", meta.agents, agents)?;
    if !index.is_unique() {
        return Err(damaged(path, "two agents share an email or a GUID"));
    }
    Ok(())
}

pub(super) fn read_runs(path: &Path, tables: &Tables, ledger: &mut Ledger, index: &mut Index) -> Result<()> {
    let mut runs = 0;
    for record in super::tables::scan(tables.tree(Table::Runs), &[]) {
        let (_, bytes) = record?;
        let stored: StoredRun = decode(Table::Runs, &bytes).map_err(|_| damaged(path, "an import cannot be read"))?;
        index.add_run(&stored.run);
        if stored.run.is_open() {
            ledger.open_runs.insert(stored.run.id);
        }
        runs += 1;
    }
    expect(path, "imports", ledger.meta.runs, runs)
}

fn expect(path: &Path, what: &str, expected: u64, found: u64) -> Result<()> {
    if expected == found {
        return Ok(());
    }
    Err(damaged(path, &format!("it should hold {expected} {what} and holds {found}")))
}

/// The first group of a new store. Of a known one, the import lease is given back: whoever held it
/// was a process that is gone, since a store has one process at a time.
fn begin(core: &Core, ledger: &mut Ledger, is_new: bool) -> Result<()> {
    let mut work = Work::new(core, ledger);
    if is_new {
        super::groups::create(&mut work, Group::FIRST)?;
    } else {
        lease::release_any(&mut work)?;
    }
    if !work.meta.counts_days {
        super::import_days::fill(&mut work)?;
        work.meta.counts_days = true;
    }
    if let Some(commit) = work.commit()? {
        core.keep(commit)?;
        core.sync()?;
    }
    Ok(())
}
