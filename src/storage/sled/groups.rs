//! Groups. Numbers count up and are never given out twice.

use super::directories;
use super::work::Work;
use crate::model::{Group, GroupId};
use crate::storage::{Result, StorageError};
use std::collections::BTreeSet;

pub(super) fn create(work: &mut Work<'_>, name: &str) -> Result<Group> {
    require_free_name(work, name, None)?;
    let id = GroupId(work.meta.next_group);
    work.meta.next_group += 1;
    work.meta.groups += 1;
    work.change_group(id, Some(name.to_owned()));
    Ok(Group { id, name: name.to_owned() })
}

pub(super) fn rename(work: &mut Work<'_>, id: GroupId, name: &str) -> Result<()> {
    require(work, &BTreeSet::from([id]))?;
    require_free_name(work, name, Some(id))?;
    work.change_group(id, Some(name.to_owned()));
    Ok(())
}

/// Removed agents keep the number in their record; it is left out when they are read.
pub(super) fn delete(work: &mut Work<'_>, id: GroupId) -> Result<()> {
    require(work, &BTreeSet::from([id]))?;
    let agents = work.core.index().size(id);
    let directories = directories::all(&work.core.tables)?;
    let is_default = directories.iter().any(|directory| directory.settings.default_group == id);
    let rules: Vec<usize> = directories.iter().flat_map(|directory| directory.settings.rules_giving(id)).collect();
    if agents > 0 || is_default || !rules.is_empty() {
        return Err(StorageError::GroupInUse { agents, is_default, rules });
    }
    work.meta.groups -= 1;
    work.change_group(id, None);
    Ok(())
}

/// All of these must be there.
pub(super) fn require(work: &Work<'_>, groups: &BTreeSet<GroupId>) -> Result<()> {
    let index = work.core.index();
    if groups.iter().all(|id| index.has_group(*id)) { Ok(()) } else { Err(StorageError::NotFound) }
}

fn require_free_name(work: &Work<'_>, name: &str, except: Option<GroupId>) -> Result<()> {
    let folded = name.to_lowercase();
    let groups = work.core.index().groups();
    let taken = groups.iter().any(|group| Some(group.id) != except && group.name.to_lowercase() == folded);
    if taken { Err(StorageError::GroupNameTaken) } else { Ok(()) }
}
