use super::LdapSettings;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Number of a directory; given by the store, never reused: removed agents and old imports still name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DirectoryId(pub u32);

impl DirectoryId {
    /// The first one of a store, and the one that records of a time with only one belong to.
    pub const FIRST: DirectoryId = DirectoryId(1);
}

/// What a record without one means.
impl Default for DirectoryId {
    fn default() -> Self {
        DirectoryId::FIRST
    }
}

impl std::fmt::Display for DirectoryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for DirectoryId {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(DirectoryId)
    }
}

/// A directory that agents are copied from. Also the form in which it lies in a store and in a backup; records of
/// a time with only one lack the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    /// Its number.
    #[serde(default)]
    pub id: DirectoryId,
    /// Counts up with each change of the settings.
    pub version: u64,
    /// What an administrator has set.
    #[serde(rename = "value")]
    pub settings: LdapSettings,
}

impl Directory {
    /// What it is called: the name that it was given, else its hosts.
    pub fn name(&self) -> String {
        self.settings.display_name()
    }

    /// How often it is imported by itself, where the panel's interval is `usual`.
    pub fn interval(&self, usual: Duration) -> Duration {
        self.settings.import_interval.map_or(usual, |minutes| Duration::from_secs(u64::from(minutes) * 60))
    }
}

/// The directories that a name or a number means: a number first, then a name in any case. `None`: all of them.
pub fn named<'a>(directories: &'a [Directory], wanted: &str) -> Option<&'a Directory> {
    let wanted = wanted.trim();
    let by_number = wanted.parse().ok().and_then(|id| directories.iter().find(|directory| directory.id == id));
    by_number.or_else(|| {
        let folded = wanted.to_lowercase();
        directories.iter().find(|directory| directory.name().to_lowercase() == folded)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{GroupId, HostList, SealedSecret};

    fn directory(id: u32, name: &str) -> Directory {
        let hosts = HostList::parse("ldap.example.com").unwrap().0;
        let settings = LdapSettings::new(hosts, "cn=reader,dc=x", SealedSecret("sealed".into()), GroupId(1));
        Directory { id: DirectoryId(id), version: 1, settings: LdapSettings { name: name.into(), ..settings } }
    }

    #[test]
    fn a_directory_is_found_by_number_or_name_and_is_called_by_its_host_where_it_has_none() {
        let all = [directory(1, ""), directory(2, "Berlin"), directory(7, "2")];
        let found = |wanted: &str| named(&all, wanted).map(|directory| directory.id.0);
        assert_eq!(found("LDAP.example.com"), Some(1));
        assert_eq!((found("berlin"), found(" 2 "), found("7")), (Some(2), Some(2), Some(7)));
        assert_eq!((found("3"), found("")), (None, None));
    }

    #[test]
    fn a_record_of_a_time_with_one_directory_is_the_first_and_has_no_interval_of_its_own() {
        let mut record = serde_json::to_value(directory(2, "Berlin")).unwrap();
        record.as_object_mut().unwrap().remove("id");
        for field in ["name", "import_interval"] {
            record["value"].as_object_mut().unwrap().remove(field);
        }
        let directory: Directory = serde_json::from_value(record).unwrap();
        assert_eq!((directory.id, directory.name().as_str()), (DirectoryId::FIRST, "ldap.example.com"));
        assert_eq!(directory.interval(Duration::from_secs(900)), Duration::from_secs(900));
    }
}
