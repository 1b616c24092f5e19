//! Takes a backup in. It does not fit into one commit, so a record says that it is under way: a store
//! with that record is not opened. The index shows the empty store until the last commit, which puts
//! the counts right, takes the record away and lets everything be seen.

use super::arrival::Arrival;
use super::core::Core;
use super::index::Index;
use super::meta::{self, Meta};
use super::tables::{Table, Tables, Writes};
use super::work::Ledger;
use super::{activity, directories, open};
use crate::model::{Group, GroupId};
use crate::storage::intake::refused;
use crate::storage::{Record, Result, StorageError};
use std::collections::BTreeSet;
use tokio::sync::mpsc::Receiver;

/// Key of the record.
const KEY: &[u8] = b"restore";
/// What a backup fills.
const FILLED: [Table; 9] = [
    Table::Groups,
    Table::Agents,
    Table::Runs,
    Table::Changes,
    Table::History,
    Table::Lists,
    Table::SecondFactors,
    Table::Activity,
    Table::ImportDays,
];

/// Whether a restore was broken off.
pub(super) fn is_under_way(tables: &Tables) -> Result<bool> {
    Ok(tables.bytes(Table::Single, KEY)?.is_some())
}

/// Takes everything, or leaves the store empty.
pub(super) fn restore(core: &Core, ledger: &mut Ledger, mut from: Receiver<Record>) -> Result<()> {
    core.check()?;
    require_empty(core, ledger)?;
    let first = core.index().groups();
    begin(core, ledger)?;
    let outcome = take_all(core, &mut from).and_then(|arrival| finish(core, ledger, &arrival));
    if outcome.is_err() {
        undo(core, ledger, &first)?;
    }
    outcome
}

fn require_empty(core: &Core, ledger: &Ledger) -> Result<()> {
    let meta = &ledger.meta;
    let groups = core.index().groups();
    let is_new = groups.iter().all(|group| group.name == Group::FIRST);
    let no_activity = activity::head(&core.tables)?.number == 0;
    let is_empty =
        meta.agents == 0 && meta.runs == 0 && is_new && no_activity && directories::all(&core.tables)?.is_empty();
    if is_empty { Ok(()) } else { Err(StorageError::NotEmpty) }
}

fn begin(core: &Core, ledger: &mut Ledger) -> Result<()> {
    let mut writes = Writes::default();
    writes.put_bytes(Table::Single, KEY, b"under way");
    commit(core, ledger, writes, ledger.meta.clone(), None)?;
    FILLED.into_iter().try_for_each(|table| core.clear(table))
}

fn take_all(core: &Core, from: &mut Receiver<Record>) -> Result<Arrival> {
    let mut arrival = Arrival::default();
    while let Some(record) = from.blocking_recv() {
        if record == Record::End {
            arrival.end()?;
            arrival.write(core)?;
            return Ok(arrival);
        }
        arrival.take(record)?;
        if arrival.is_due() {
            arrival.write(core)?;
        }
    }
    Err(refused("it ends before its end"))
}

/// Reads what has been written, as an opening does, and lets it be seen.
fn finish(core: &Core, ledger: &mut Ledger, arrival: &Arrival) -> Result<()> {
    let meta = arrival.meta(&ledger.meta)?;
    let mut known = Ledger { meta: meta.clone(), open_runs: BTreeSet::new() };
    let index = read(core, &mut known).map_err(|error| match error {
        StorageError::Unusable(_) => refused("a record is in it twice, or two agents share an email or a GUID"),
        other => other,
    })?;
    let mut writes = Writes::default();
    writes.delete(Table::Single, KEY);
    commit(core, ledger, writes, meta, Some(index))?;
    ledger.open_runs = known.open_runs;
    Ok(())
}

fn read(core: &Core, known: &mut Ledger) -> Result<Index> {
    let mut index = Index::default();
    let path = core.folder();
    open::read_groups(path, &core.tables, &known.meta, &mut index)?;
    open::read_agents(path, &core.tables, &known.meta, &mut index)?;
    open::read_runs(path, &core.tables, known, &mut index)?;
    Ok(index)
}

fn undo(core: &Core, ledger: &mut Ledger, groups: &[Group]) -> Result<()> {
    FILLED.into_iter().try_for_each(|table| core.clear(table))?;
    let mut writes = Writes::default();
    for Group { id: GroupId(id), name } in groups {
        writes.put_bytes(Table::Groups, &id.to_be_bytes(), name.as_bytes());
    }
    directories::forget(&mut writes, &core.tables)?;
    activity::forget(&mut writes);
    writes.delete(Table::Single, KEY);
    commit(core, ledger, writes, ledger.meta.clone(), None)
}

/// A numbered commit that is on the medium when this returns.
fn commit(core: &Core, ledger: &mut Ledger, mut writes: Writes, meta: Meta, index: Option<Index>) -> Result<()> {
    let meta = Meta { commit: ledger.meta.commit + 1, ..meta };
    writes.put(Table::Single, meta::KEY, &meta)?;
    match index {
        Some(index) => core.apply_and_replace(&writes, index)?,
        None => core.apply_aside(&writes)?,
    }
    let number = meta.commit;
    ledger.meta = meta;
    core.keep(number)?;
    core.sync()
}
