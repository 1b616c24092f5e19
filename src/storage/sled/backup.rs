//! Reads everything that a backup holds. The caller keeps writers out meanwhile.

use super::core::Core;
use super::runs::StoredRun;
use super::spool::Spool;
use super::tables::{Table, decode, scan};
use super::work::Ledger;
use super::{directories, history, import_days, reports, second_factors, standing};
use crate::model::{AgentId, Group, GroupId, RunId, Standing};
use crate::storage::backup::{IDS, LINES, Record, ReportLine};
use crate::storage::{Result, StorageError, record};
use std::collections::BTreeSet;

/// All records but the end.
pub(super) fn spool(core: &Core, ledger: &Ledger) -> Result<Spool> {
    core.check()?;
    let mut spool = Spool::new(core.folder())?;
    let meta = &ledger.meta;
    let (next_group, next_run, next_directory) = (meta.next_group, meta.next_run, meta.next_directory);
    spool.put(&Record::Numbers { next_group, next_run, next_directory })?;
    if let Some(key) = &meta.key {
        spool.put(&Record::Key(key.clone()))?;
    }
    groups(core, &mut spool)?;
    for directory in directories::all(&core.tables)? {
        spool.put(&Record::Settings(Box::new(directory)))?;
    }
    runs(core, &mut spool)?;
    agents(core, &mut spool)?;
    for (agent, factor) in second_factors::all(core)? {
        spool.put(&Record::SecondFactor { agent, factor: Box::new(factor) })?;
    }
    memory(core, &mut spool)?;
    for day in import_days::all(core, None)? {
        spool.put(&Record::ImportDay(day))?;
    }
    activity(core, &mut spool)?;
    Ok(spool)
}

fn activity(core: &Core, spool: &mut Spool) -> Result<()> {
    for stored in scan(core.tables.tree(Table::Activity), &[]) {
        match decode(Table::Activity, &stored?.1) {
            Ok(activity) => spool.put(&Record::Activity(Box::new(activity)))?,
            // Everything else is not to be lost for it, and the gap shows when the log is verified.
            Err(_) => crate::storage::backup::warn_of_unreadable_activity(),
        }
    }
    Ok(())
}

fn groups(core: &Core, spool: &mut Spool) -> Result<()> {
    for stored in scan(core.tables.tree(Table::Groups), &[]) {
        let (key, name) = stored?;
        let id = key.as_ref().try_into().map_err(|_| StorageError::Failed("a group cannot be read".into()))?;
        let name = String::from_utf8_lossy(&name).into_owned();
        spool.put(&Record::Group(Group { id: GroupId(u32::from_be_bytes(id)), name }))?;
    }
    Ok(())
}

fn runs(core: &Core, spool: &mut Spool) -> Result<()> {
    for stored in scan(core.tables.tree(Table::Runs), &[]) {
        let stored: StoredRun = decode(Table::Runs, &stored?.1)?;
        let (id, next_line) = (stored.run.id, stored.next_line());
        spool.put(&Record::Run { lines: stored.lines.by_kind(), run: Box::new(stored.run), next_line })?;
        report(core, id, spool)?;
    }
    Ok(())
}

fn report(core: &Core, run: RunId, spool: &mut Spool) -> Result<()> {
    let mut lines = Vec::new();
    for line in reports::all(core, run) {
        let (number, change) = line?;
        let at = history::noted_at(core, &change, (run, number))?;
        lines.push(ReportLine { number, at, change });
        if lines.len() == LINES {
            spool.put(&Record::Lines { run, lines: std::mem::take(&mut lines) })?;
        }
    }
    if !lines.is_empty() {
        spool.put(&Record::Lines { run, lines })?;
    }
    Ok(())
}

fn agents(core: &Core, spool: &mut Spool) -> Result<()> {
    let index = core.index();
    for stored in scan(core.tables.tree(Table::Agents), &[]) {
        let (key, bytes) = stored?;
        let agent = index.without_deleted_groups(record::decode(&key, &bytes)?);
        spool.put(&Record::Agent(Box::new(agent)))?;
    }
    Ok(())
}

fn memory(core: &Core, spool: &mut Spool) -> Result<()> {
    for directory in standing::whose(&core.tables)? {
        let Standing { scope, hold, kept, held } = standing::read(&core.tables, directory)?;
        spool.put(&Record::Standing { directory, scope: scope.map(Box::new), hold: hold.map(Box::new) })?;
        ids(&kept, spool, Record::Kept)?;
        ids(&held, spool, Record::Held)?;
    }
    Ok(())
}

fn ids(agents: &BTreeSet<AgentId>, spool: &mut Spool, record: fn(Vec<AgentId>) -> Record) -> Result<()> {
    let agents: Vec<AgentId> = agents.iter().copied().collect();
    agents.chunks(IDS).try_for_each(|part| spool.put(&record(part.to_vec())))
}
