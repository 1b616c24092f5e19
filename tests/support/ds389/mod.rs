//! A real 389 Directory Server (ns-slapd), one per test: FreeIPA's directory too. The names are those of
//! [`super::openldap`]: the same base, the same service accounts.

mod builder;
mod configuration;

pub use builder::Builder;

use super::held::Held;
use super::openldap::{BASE_DN, PEOPLE_DN};
use super::people::ldif;
use super::process::within;
use ldap3::{Ldap, LdapConnAsync};
use std::process::Command;
use std::time::Duration;

pub const ADMIN_DN: &str = "cn=Directory Manager";
pub const ADMIN_PASSWORD: &str = "adminpw00";

/// Further service accounts under `ou=system`, with the password NAME + `pw`: `limited` has the server's
/// limits; `blind` is not named by any access rule; `nomail` sees no mail and phones. `sync` sees all.
pub const ACCOUNTS: [&str; 4] = ["sync", "limited", "blind", "nomail"];

/// A running server. Dropping it ends it and removes its folder.
pub struct Ds389 {
    server: Held,
    pub port: u16,
    /// LDAPS, where a certificate was given.
    pub tls_port: Option<u16>,
}

impl Ds389 {
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Takes the server away, as an outage does; its data stays.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Brings it back on the same ports.
    pub async fn start_again(&mut self) {
        assert!(self.run().await, "the ports should still be free:\n{}", self.log());
    }

    /// A connection bound as the directory's administrator, for edits.
    pub async fn admin(&self) -> Ldap {
        let (connection, mut ldap) = LdapConnAsync::new(&format!("ldap://127.0.0.1:{}", self.port)).await.unwrap();
        ldap3::drive!(connection);
        ldap.simple_bind(ADMIN_DN, ADMIN_PASSWORD).await.unwrap().success().unwrap();
        ldap
    }

    /// Everything it said and wrote to its log of errors.
    pub fn log(&self) -> String {
        let log = std::fs::read_to_string(self.server.path().join("log/errors"));
        self.server.output() + &log.unwrap_or_default()
    }

    /// Runs it until it answers. `false`: it ended at once.
    async fn run(&mut self) -> bool {
        let folder = self.server.path().to_owned();
        let mut server = configuration::server();
        server.arg("-D").arg(configuration::place(&folder)).arg("-i").arg(folder.join("run/pid")).args(["-d", "0"]);
        // A number that somebody else may have by now.
        let _ = std::fs::remove_file(folder.join("run/pid"));
        self.server.run(&server);
        let mut running = true;
        within(Duration::from_secs(60), "389 Directory Server to answer", async || {
            running = !self.server.has_ended();
            !running || answers(self.port).await
        })
        .await;
        running
    }
}

/// Whether anything is answered. A refusal will do.
async fn answers(port: u16) -> bool {
    let Ok((connection, mut ldap)) = LdapConnAsync::new(&format!("ldap://127.0.0.1:{port}")).await else {
        return false;
    };
    ldap3::drive!(connection);
    let found = ldap.search("", ldap3::Scope::Base, "(objectClass=*)", vec!["vendorVersion"]).await;
    found.is_ok()
}

fn base_ldif() -> String {
    let read = "(read,search,compare)";
    let users = |names: &[&str]| {
        let named = names.iter().map(|name| format!("userdn=\"ldap:///cn={name},ou=system,{BASE_DN}\""));
        named.collect::<Vec<_>>().join(" or ")
    };
    let rule = |targets: &str, name: &str, who: &str| {
        ("aci", format!("(targetattr=\"{targets}\")(version 3.0; acl \"{name}\"; allow {read} {who};)"))
    };
    let own = "userdn=\"ldap:///self\"";
    let mut text = ldif(
        BASE_DN,
        &[
            ("objectClass", "domain".to_owned()),
            ("dc", "example".to_owned()),
            rule("*", "reads all", &users(&["sync", "limited"])),
            rule("objectClass || cn || uid || sn || member || memberOf || ou", "reads names", &users(&["nomail"])),
            rule("*", "reads oneself", own),
            ("aci", format!("(targetattr=\"userPassword\")(version 3.0; acl \"own password\"; allow (write) {own};)")),
        ],
    );
    for unit in ["people", "groups", "system"] {
        let attributes = [("objectClass", "organizationalUnit".to_owned()), ("ou", unit.to_owned())];
        text.push_str(&ldif(&format!("ou={unit},{BASE_DN}"), &attributes));
    }
    for name in ACCOUNTS {
        let mut attributes = vec![
            ("objectClass", "organizationalRole".to_owned()),
            ("objectClass", "simpleSecurityObject".to_owned()),
            ("cn", name.to_owned()),
            ("userPassword", format!("{name}pw")),
        ];
        if name == "sync" {
            let limits = ["nsSizeLimit", "nsPagedSizeLimit", "nsLookThroughLimit", "nsIDListScanLimit"];
            attributes.extend(limits.map(|limit| (limit, "-1".to_owned())));
        }
        text.push_str(&ldif(&format!("cn={name},ou=system,{BASE_DN}"), &attributes));
    }
    text
}

/// `ns-slapd` and what comes with it, wherever they are.
fn program(name: &str) -> Command {
    super::openldap::command(name)
}

/// A person's DN by uid.
pub fn person_dn(uid: &str) -> String {
    format!("uid={uid},{PEOPLE_DN}")
}
