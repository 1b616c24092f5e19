//! Fills and starts a 389 Directory Server.

use super::super::held::{Held, finish};
use super::super::people::{ldif, people};
use super::super::process::free_ports;
use super::super::template::Template;
use super::super::tls::ServerCertificate;
use super::{Ds389, base_ldif, configuration};
use std::path::Path;
use std::process::Command;

/// What to start.
#[derive(Debug, Default, Clone)]
pub struct Builder {
    people: usize,
    ldif: String,
    tls: Option<ServerCertificate>,
    settings: Vec<(String, String, String)>,
}

impl Builder {
    /// So many of [`people`] under `ou=people`.
    pub fn people(mut self, count: usize) -> Builder {
        self.people = count;
        self
    }

    /// More entries, as LDIF. Those that come so are loaded without plugins: nobody gets `memberOf` from groups here.
    pub fn ldif(mut self, text: &str) -> Builder {
        self.ldif.push_str(text);
        self
    }

    /// Offers StartTLS, and LDAPS on a port of its own, with this certificate.
    pub fn tls(mut self, certificate: ServerCertificate) -> Builder {
        self.tls = Some(certificate);
        self
    }

    /// The value of an attribute of `cn=config`.
    pub fn setting(self, name: &str, value: &str) -> Builder {
        self.setting_of(configuration::CONFIG, name, value)
    }

    /// The value of an attribute of another entry of the configuration.
    pub fn setting_of(mut self, dn: &str, name: &str, value: &str) -> Builder {
        self.settings.push((dn.into(), name.into(), value.into()));
        self
    }

    /// Starts it; returns when it answers. The first with these people and entries takes three seconds, the
    /// others one.
    pub async fn start(self) -> Ds389 {
        let builder = self.clone();
        let held = tokio::task::spawn_blocking(move || builder.fill()).await.unwrap();
        let mut server = Ds389 { server: held, port: 0, tls_port: None };
        for _ in 0..5 {
            // Someone else may take a port before the server does.
            let [port, tls_port] = free_ports();
            configuration::write(server.server.path(), [port, tls_port], self.tls.is_some(), &self.settings);
            configuration::give(server.server.path());
            (server.port, server.tls_port) = (port, self.tls.is_some().then_some(tls_port));
            if server.run().await {
                return server;
            }
        }
        panic!("389 Directory Server does not start:\n{}", server.log());
    }

    /// A folder with everything but the configuration.
    fn fill(&self) -> Held {
        let held = Held::folder("ds389", false);
        let mut entries = base_ldif();
        entries.extend(people(self.people).map(|person| ldif(&person.dn(), &person.attributes())));
        entries.push_str(&self.ldif);
        Template::of("ds389", &entries, false, |folder| load(folder, &entries)).copy_to(held.path());
        std::fs::rename(held.path().join("etc"), configuration::place(held.path())).unwrap();
        if let Some(tls) = &self.tls {
            install(tls, held.path());
        }
        held
    }
}

/// Loads entries into the database of a server that does not run.
fn load(template: &Path, entries: &str) {
    let held = Held::folder("ds389", false);
    let folder = held.path();
    configuration::lay_out(folder);
    configuration::write(folder, [389, 636], false, &[]);
    std::fs::write(folder.join("ldif/entries.ldif"), format!("version: 1\n\n{entries}")).unwrap();
    configuration::give(folder);
    let mut import = configuration::server();
    import.arg("ldif2db").arg("-D").arg(configuration::place(folder)).args(["-n", "userroot", "-i"]);
    finish(import.arg(folder.join("ldif/entries.ldif")).current_dir("/"));
    let log = std::fs::read_to_string(folder.join("log/errors")).unwrap();
    let is_refusal = |line: &&str| line.contains("import userroot") && (line.contains("WARN") || line.contains("ERR"));
    assert!(log.contains("Import complete"), "{log}");
    assert_eq!(log.lines().find(is_refusal), None, "{log}");
    for spent in ["ldif/entries.ldif", "log/errors"] {
        std::fs::remove_file(folder.join(spent)).unwrap();
    }
    std::fs::rename(configuration::place(folder), folder.join("etc")).unwrap();
    finish(Command::new("cp").args(["-r", "--preserve=mode"]).arg(folder.join(".")).arg(template));
}

/// Makes the key store (NSS) with this certificate.
fn install(tls: &ServerCertificate, folder: &Path) {
    let store = format!("sql:{}", configuration::place(folder).display());
    let bundle = folder.join("tmp/certificate.p12");
    finish(Command::new("certutil").args(["-N", "--empty-password", "-d", &store]));
    let mut pack = Command::new("openssl");
    pack.args(["pkcs12", "-export", "-name", "Server-Cert", "-passout", "pass:x"]);
    finish(pack.arg("-in").arg(&tls.certificate).arg("-inkey").arg(&tls.key).arg("-out").arg(&bundle));
    finish(Command::new("pk12util").arg("-i").arg(&bundle).args(["-W", "x", "-d", &store]));
}
