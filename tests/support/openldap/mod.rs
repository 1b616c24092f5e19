//! A real OpenLDAP server (slapd), one per test.

mod builder;

pub use builder::Builder;
pub(super) use builder::command;

use super::process::{Guarded, Output};
use ldap3::{Ldap, LdapConnAsync, LdapResult, Mod};
use std::collections::HashSet;
use tempfile::TempDir;

pub const BASE_DN: &str = "dc=example,dc=test";
pub const PEOPLE_DN: &str = "ou=people,dc=example,dc=test";
pub const GROUPS_DN: &str = "ou=groups,dc=example,dc=test";
/// The usual service account: no limits.
pub const BIND_DN: &str = "cn=sync,ou=system,dc=example,dc=test";
pub const BIND_PASSWORD: &str = "syncpw";
const ADMIN_DN: &str = "cn=admin,dc=example,dc=test";
const ADMIN_PASSWORD: &str = "adminpw";

/// Further service accounts under `ou=system`, with the password NAME + `pw`: `limited` gets 500 entries and
/// then sizeLimitExceeded, also when paged; `blind` does not see `ou=people`; `nomail` sees no mail and phones.
const ACCOUNTS: [&str; 4] = ["sync", "limited", "blind", "nomail"];

/// A running slapd. Dropping it ends it and removes its folder.
pub struct OpenLdap {
    // Before the folder, so that slapd ends before its files go.
    process: Option<Guarded>,
    pub port: u16,
    /// LDAPS, where a certificate was given.
    pub tls_port: Option<u16>,
    /// What slapd wrote to stderr.
    pub log: Output,
    builder: Builder,
    folder: TempDir,
}

impl OpenLdap {
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// A service account's DN: `sync`, `limited`, `blind`, `nomail`. Its password is NAME + `pw`.
    pub fn account(name: &str) -> String {
        format!("cn={name},ou=system,{BASE_DN}")
    }

    /// Takes the server away, as an outage does; its data stays.
    pub fn stop(&mut self) {
        self.process = None;
    }

    /// Brings it back on the same ports.
    pub async fn start_again(&mut self) {
        self.stop();
        let tls_port = self.tls_port.unwrap_or_default();
        let started = self.builder.run(self.folder.path(), self.port, tls_port).await;
        let (process, log) = started.expect("the port should still be free");
        (self.process, self.log) = (Some(process), log);
    }

    /// Stops answering without closing anything, until [`OpenLdap::thaw`].
    pub fn freeze(&self) {
        self.process.as_ref().expect("slapd should be running").signal("STOP");
    }

    /// Goes on after [`OpenLdap::freeze`].
    pub fn thaw(&self) {
        self.process.as_ref().expect("slapd should be running").signal("CONT");
    }

    /// A connection bound as the directory's administrator, for many edits in a row.
    pub async fn admin(&self) -> Ldap {
        let (connection, mut ldap) = LdapConnAsync::new(&format!("ldap://127.0.0.1:{}", self.port)).await.unwrap();
        ldap3::drive!(connection);
        ldap.simple_bind(ADMIN_DN, ADMIN_PASSWORD).await.unwrap().success().unwrap();
        ldap
    }

    /// Adds an entry; an attribute may come several times.
    pub async fn add(&self, dn: &str, attributes: &[(&str, &str)]) {
        let mut grouped: Vec<(&str, HashSet<&str>)> = Vec::new();
        for (name, value) in attributes {
            match grouped.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => {
                    values.insert(value);
                }
                None => grouped.push((name, HashSet::from([*value]))),
            }
        }
        done(self.admin().await.add(dn, grouped).await);
    }

    /// Adds a person under `ou=people`; the password is `pw-<uid>`. Answers the DN.
    pub async fn add_person(&self, uid: &str, name: &str, mail: &str) -> String {
        let dn = format!("uid={uid},{PEOPLE_DN}");
        let password = format!("pw-{uid}");
        let mut attributes = vec![
            ("objectClass", "inetOrgPerson"),
            ("uid", uid),
            ("cn", name),
            ("sn", name),
            ("userPassword", &password),
        ];
        if !mail.is_empty() {
            attributes.push(("mail", mail));
        }
        self.add(&dn, &attributes).await;
        dn
    }

    pub async fn delete(&self, dn: &str) {
        done(self.admin().await.delete(dn).await);
    }

    /// Sets an attribute to exactly these values; none removes it.
    pub async fn replace(&self, dn: &str, attribute: &str, values: &[&str]) {
        self.modify(dn, vec![Mod::Replace(attribute, values.iter().copied().collect())]).await;
    }

    pub async fn modify(&self, dn: &str, changes: Vec<Mod<&str>>) {
        done(self.admin().await.modify(dn, changes).await);
    }

    /// Gives an entry a new first part, such as `uid=other`, and drops the old value. Answers the new DN.
    pub async fn rename(&self, dn: &str, new_rdn: &str) -> String {
        done(self.admin().await.modifydn(dn, new_rdn, true, None).await);
        let (_, parent) = dn.split_once(',').unwrap();
        format!("{new_rdn},{parent}")
    }

    /// Moves an entry below another parent. Answers the new DN.
    pub async fn move_to(&self, dn: &str, parent: &str) -> String {
        let (rdn, _) = dn.split_once(',').unwrap();
        done(self.admin().await.modifydn(dn, rdn, true, Some(parent)).await);
        format!("{rdn},{parent}")
    }
}

fn done(result: ldap3::result::Result<LdapResult>) {
    result.unwrap().success().unwrap();
}
