//! A store on disk, a scripted directory, and `muster import` as a process of its own.

use crate::support::entries::{Entries, Entry};
use crate::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD};
use crate::support::process::Guarded;
use crate::support::scripted::ScriptedLdap;
use muster::model::*;
use muster::monitor::BIND_PASSWORD_PLACE;
use muster::secrets::{KeyFile, SecretKey};
use muster::storage::{self, Store};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// People and their versions.
pub(crate) type Versions = BTreeMap<String, u64>;

pub(crate) struct Office {
    data: TempDir,
    store: PathBuf,
    entries: Entries,
    _server: ScriptedLdap,
}

impl Office {
    /// With settings for the directory, which holds nobody yet.
    pub(crate) async fn open() -> Office {
        Office::with(None, |_| {}).await
    }

    /// The store in this folder; `before_people` is done whenever somebody asks for all people, before
    /// the answer.
    pub(crate) async fn with(
        folder: Option<&Path>,
        before_people: impl Fn(&Entries) + Send + Sync + 'static,
    ) -> Office {
        let data = tempfile::tempdir().unwrap();
        let store = folder.unwrap_or(data.path()).join("muster.sled");
        let entries = Entries::default();
        let script = entries.clone();
        let server = ScriptedLdap::start(move |request| {
            if crate::support::entries::is_people_search(request) {
                before_people(&script);
            }
            script.answer(request)
        })
        .await;
        let key = KeyFile::in_folder(data.path()).make().unwrap();
        let office = Office { data, store, entries, _server: server };
        let port = office._server.port;
        office.store().await.create_directory(&settings(&key, port), None).await.unwrap();
        office
    }

    /// The directory holds these people, in these versions.
    pub(crate) fn hold(&self, people: &[(String, u64)]) {
        let entry = |(uid, version): &(String, u64)| {
            Entry::person(uid)
                .with("cn", &Office::name_of(uid, *version))
                .with("mail", &format!("{uid}-{version}@example.test"))
                .with("telephoneNumber", &Office::phone_of(uid, *version))
        };
        self.entries.set(people.iter().map(entry).collect());
    }

    pub(crate) fn name_of(uid: &str, version: u64) -> String {
        format!("Person {uid} of version {version}")
    }

    pub(crate) fn phone_of(uid: &str, version: u64) -> String {
        format!("+49 {} {version}", uid.trim_start_matches('u'))
    }

    /// Whose address this is, and in which version they have it.
    pub(crate) fn version_in(email: &str) -> (String, u64) {
        let (uid, version) = email.trim_end_matches("@example.test").split_once('-').unwrap();
        (uid.to_owned(), version.parse().unwrap())
    }

    /// The store, in this process.
    pub(crate) async fn store(&self) -> Store {
        storage::open(&format!("sled:{}", self.store.display())).await.unwrap()
    }

    /// The store's log.
    pub(crate) fn log(&self) -> PathBuf {
        self.store.join("db")
    }

    /// An import that has just begun.
    pub(crate) fn import(&self) -> Guarded {
        Guarded(self.command("import").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// The binary on this store.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("MUSTER_")) {
            command.env_remove(name);
        }
        let storage = format!("sled:{}", self.store.display());
        command.arg(name).env("MUSTER_DATA", self.data.path()).env("MUSTER_STORAGE", storage).stdin(Stdio::null());
        command
    }
}

fn settings(key: &SecretKey, port: u16) -> LdapSettings {
    LdapSettings {
        port: Some(port),
        base_dn: Dn::parse(BASE_DN).ok(),
        ..LdapSettings::new(
            HostList::parse("127.0.0.1").unwrap().0,
            BIND_DN,
            key.seal(BIND_PASSWORD_PLACE, &BIND_PASSWORD.to_owned().into()),
            GroupId(1),
        )
    }
}
