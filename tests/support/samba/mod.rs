//! A real Active Directory domain controller (Samba), one per test. The names are those of
//! [`super::openldap`] where Active Directory has no others: the same base, the same service account.

mod builder;
mod domain;

pub use builder::Builder;

use super::held::Held;
use super::openldap::{BASE_DN, PEOPLE_DN};
use super::people::ldif;
use super::process::within;
use ldap3::{Ldap, LdapConnAsync};
use std::time::Duration;

/// Samba's ports cannot be chosen, but every server has an address of its own.
pub const PORT: u16 = 389;
pub const TLS_PORT: u16 = 636;
/// The usual service account, as Active Directory's administrators write it.
pub const USER: &str = "sync@example.test";
const ADMIN: &str = "administrator@example.test";
const ADMIN_PASSWORD: &str = "Adm1n-Passw0rd";

/// A running domain controller. Dropping it ends it and removes its folder.
pub struct Samba {
    server: Held,
    /// `127.x.y.z`; it listens on 389 and, with a certificate, on 636 there.
    pub address: String,
}

impl Samba {
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// An address of 127.0.0.0/8 that nobody listens on: any is as good.
    pub fn free_address() -> String {
        let dice = uuid::Uuid::new_v4();
        let [a, b, c, ..] = *dice.as_bytes();
        format!("127.{}.{}.{}", a.clamp(1, 254), b, c.clamp(1, 254))
    }

    /// Takes the server away, as an outage does; its data stays.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Brings it back at the same address.
    pub async fn start_again(&mut self) {
        assert!(self.run().await, "Samba does not start again:\n{}", self.server.output());
    }

    /// A connection bound as the domain's administrator; not where strong authentication is required.
    pub async fn admin(&self) -> Ldap {
        let (connection, mut ldap) = LdapConnAsync::new(&format!("ldap://{}", self.address)).await.unwrap();
        ldap3::drive!(connection);
        ldap.simple_bind(ADMIN, ADMIN_PASSWORD).await.unwrap().success().unwrap();
        ldap
    }

    /// Changes the database itself, as LDIF, past the server and its rules on who may.
    pub fn change(&self, text: &str) {
        domain::change(self.server.path(), text);
    }

    /// Runs it until it answers. `false`: it ended at once.
    async fn run(&mut self) -> bool {
        let configuration = self.server.path().join("etc/smb.conf");
        let mut samba = super::openldap::command("samba");
        samba.args(["--foreground", "--no-process-group", "--model=single", "-s"]).arg(configuration);
        self.server.run(&samba);
        let mut running = true;
        within(Duration::from_secs(60), "Samba to answer", async || {
            running = !self.server.has_ended();
            !running || answers(&self.address).await
        })
        .await;
        running
    }
}

async fn answers(address: &str) -> bool {
    let Ok((connection, mut ldap)) = LdapConnAsync::new(&format!("ldap://{address}")).await else {
        return false;
    };
    ldap3::drive!(connection);
    let found = ldap.search("", ldap3::Scope::Base, "(objectClass=*)", vec!["defaultNamingContext"]).await;
    found.is_ok_and(|found| found.success().is_ok())
}

/// A person's DN by account name.
pub fn person_dn(name: &str) -> String {
    format!("cn={name},{PEOPLE_DN}")
}

/// A person under `ou=people` as LDIF, with `pw-<account>` as password, which never expires by itself.
/// An attribute in `more` counts more than the usual one.
pub fn person_ldif(account: &str, more: &[(&str, &str)]) -> String {
    entry_ldif(&person_dn(account), account, Some(&format!("pw-{account}")), more)
}

/// The same anywhere, with another password or none.
pub fn entry_ldif(dn: &str, account: &str, password: Option<&str>, more: &[(&str, &str)]) -> String {
    let (control, principal) = (if password.is_some() { "66048" } else { "544" }, format!("{account}@example.test"));
    let usual = [
        ("objectClass", "user"),
        ("sAMAccountName", account),
        ("userPrincipalName", &principal),
        ("displayName", account),
        ("mail", &principal),
        ("userAccountControl", control),
    ];
    let is_usual = |name: &str| !more.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
    let all = usual.iter().filter(|(name, _)| is_usual(name)).chain(more);
    let all: Vec<_> =
        all.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, (*value).to_owned())).collect();
    let text = ldif(dn, &all);
    match password {
        Some(password) => {
            format!("{}unicodePwd:: {}\n\n", text.trim_end_matches('\n').to_owned() + "\n", unicode(password))
        }
        None => text,
    }
}

/// A group under `ou=groups` as LDIF; the members must be there before it.
pub fn group_ldif(name: &str, members: &[String]) -> String {
    let mut attributes = vec![("objectClass", "group".to_owned()), ("sAMAccountName", name.to_owned())];
    attributes.extend(members.iter().map(|member| ("member", member.clone())));
    ldif(&format!("cn={name},ou=groups,{BASE_DN}"), &attributes)
}

/// A password as Active Directory takes it ([MS-ADTS] §3.1.1.3.1.5).
fn unicode(password: &str) -> String {
    use base64::Engine;
    let bytes: Vec<u8> = format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect();
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
