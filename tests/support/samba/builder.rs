//! Fills and starts a domain controller.

use super::super::held::{Held, command, finish};
use super::super::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD};
use super::super::people::{ldif, people};
use super::super::template::Template;
use super::super::tls::ServerCertificate;
use super::{Samba, domain, entry_ldif};
use std::fmt::Write;
use std::path::Path;

/// Who has a password: making the keys of one costs a domain controller 30 ms.
const WITH_PASSWORD: usize = 20;

/// What to start.
#[derive(Debug, Default, Clone)]
pub struct Builder {
    people: usize,
    ldif: String,
    beneath: String,
    address: Option<String>,
    tls: Option<ServerCertificate>,
    strong_authentication: bool,
    options: String,
}

impl Builder {
    /// So many of [`people`] under `ou=people`; the first 20 have a password.
    pub fn people(mut self, count: usize) -> Builder {
        self.people = count;
        self
    }

    /// More entries, or changes, as LDIF.
    pub fn ldif(mut self, text: &str) -> Builder {
        self.ldif.push_str(text);
        self
    }

    /// Changes that a domain controller lets nobody make, as LDIF: to when a password was set, say.
    pub fn beneath(mut self, text: &str) -> Builder {
        self.beneath.push_str(text);
        self
    }

    /// Where it listens, for a certificate that says so. See [`Samba::free_address`].
    pub fn address(mut self, address: &str) -> Builder {
        self.address = Some(address.into());
        self
    }

    /// Offers StartTLS and LDAPS with this certificate.
    pub fn tls(mut self, certificate: ServerCertificate) -> Builder {
        self.tls = Some(certificate);
        self
    }

    /// Refuses simple binds without encryption (result code 8), as Active Directory does where its
    /// administrators have followed Microsoft's advice, and Samba by default.
    pub fn strong_authentication(mut self) -> Builder {
        self.strong_authentication = true;
        self
    }

    /// A line more in smb.conf.
    pub fn option(mut self, name: &str, value: &str) -> Builder {
        writeln!(self.options, "{name} = {value}").unwrap();
        self
    }

    /// Starts it; returns when it answers. The first with these people and entries takes seconds, and the
    /// very first ten more; the others one.
    pub async fn start(self) -> Samba {
        let address = self.address.clone().unwrap_or_else(Samba::free_address);
        let at = address.clone();
        let server = tokio::task::spawn_blocking(move || self.fill(&at)).await.unwrap();
        let mut samba = Samba { server, address };
        assert!(samba.run().await, "Samba does not start:\n{}", samba.server.output());
        samba
    }

    fn fill(&self, address: &str) -> Held {
        let mut entries = base_ldif();
        for (number, person) in people(self.people).enumerate() {
            let dn = super::person_dn(&person.uid);
            let password = person.password();
            let password = (number < WITH_PASSWORD).then_some(password.as_str());
            let more = [("displayName", person.name.as_str()), ("telephoneNumber", &person.phone)];
            entries.push_str(&entry_ldif(&dn, &person.uid, password, &more));
        }
        entries.push_str(&self.ldif);
        let held = Held::folder("samba", true);
        let source = format!("{entries}{}", self.beneath);
        let filled = Template::of("samba", &source, true, |folder| {
            domain::empty().copy_to(folder);
            domain::change(folder, &entries);
            domain::change_beneath(folder, &self.beneath);
        });
        filled.copy_to(held.path());
        self.configure(held.path(), address);
        held
    }

    fn configure(&self, folder: &Path, address: &str) {
        let mut more = self.options.clone();
        let yes = |is: bool| if is { "yes" } else { "no" };
        writeln!(more, "ldap server require strong auth = {}", yes(self.strong_authentication)).unwrap();
        writeln!(more, "tls enabled = {}", yes(self.tls.is_some())).unwrap();
        let own = tempfile::NamedTempFile::new().unwrap();
        if let Some(tls) = &self.tls {
            let place = folder.join("private");
            // Others must not be able to read the key.
            finish(command("install", true).args(["-m", "600"]).arg(&tls.key).arg(place.join("server.key")));
            finish(command("install", true).args(["-m", "644"]).arg(&tls.certificate).arg(place.join("server.pem")));
            writeln!(
                more,
                "tls keyfile = {}/server.key\ntls certfile = {}/server.pem",
                place.display(),
                place.display()
            )
            .unwrap();
            writeln!(more, "tls cafile =").unwrap();
        }
        std::fs::write(own.path(), domain::configuration(folder, address, &more)).unwrap();
        finish(command("install", true).args(["-m", "644"]).arg(own.path()).arg(folder.join("etc/smb.conf")));
        for name in ["run/ncalrpc", "run/winbindd"] {
            finish(command("mkdir", true).arg("-p").arg(folder.join(name)));
        }
    }
}

fn base_ldif() -> String {
    let mut text = String::new();
    for unit in ["people", "groups", "system"] {
        let attributes = [("objectClass", "organizationalUnit".to_owned())];
        text.push_str(&ldif(&format!("ou={unit},{BASE_DN}"), &attributes));
    }
    text.push_str(&entry_ldif(BIND_DN, "sync", Some(BIND_PASSWORD), &[("mail", "")]));
    text
}
