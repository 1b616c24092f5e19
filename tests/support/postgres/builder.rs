//! What a server of one test is like.

use super::super::tls::ServerCertificate;
use super::Postgres;
use super::installed::{self, ROLE, give};
use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What to start.
#[derive(Debug, Default, Clone)]
pub struct Builder {
    settings: String,
    tls: Option<ServerCertificate>,
    tls_required: bool,
    password: Option<String>,
}

impl Builder {
    /// A line of postgresql.conf, which counts more than what tests usually set.
    pub fn setting(mut self, name: &str, value: &str) -> Builder {
        writeln!(self.settings, "{name} = '{value}'").unwrap();
        self
    }

    /// Offers TLS with this certificate.
    pub fn tls(mut self, certificate: ServerCertificate) -> Builder {
        self.tls = Some(certificate);
        self
    }

    /// Refuses connections over TCP that are not encrypted.
    pub fn tls_required(mut self) -> Builder {
        self.tls_required = true;
        self
    }

    /// Asks for this password over TCP (`scram-sha-256`).
    pub fn password(mut self, password: &str) -> Builder {
        self.password = Some(password.to_owned());
        self
    }

    /// Starts it; returns when it takes connections.
    pub async fn start(mut self) -> Postgres {
        let folder = installed::folder();
        if self.tls.is_some() {
            // Within `data`, so that a standby has them too.
            self = self.setting("ssl", "on").setting("ssl_cert_file", "tls.pem").setting("ssl_key_file", "tls.key");
        }
        installed::init(folder.path(), &self.settings, &self.access());
        if let Some(tls) = &self.tls {
            copy(&tls.certificate, &folder.path().join("data/tls.pem"));
            copy(&tls.key, &folder.path().join("data/tls.key"));
        }
        let server = Postgres::start_on_free_port(folder, self.password.clone()).await;
        if let Some(password) = &self.password {
            server.sql("postgres", &format!("ALTER ROLE {ROLE} PASSWORD '{password}'"));
        }
        server.create_database("muster");
        server
    }

    /// The line of pg_hba.conf.
    fn access(&self) -> String {
        let kind = if self.tls_required { "hostssl" } else { "host" };
        let method = if self.password.is_some() { "scram-sha-256" } else { "trust" };
        format!("{kind} all all 127.0.0.1/32 {method}")
    }
}

/// A key that others may read is refused.
fn copy(from: &Path, to: &Path) {
    std::fs::copy(from, to).unwrap();
    std::fs::set_permissions(to, std::fs::Permissions::from_mode(0o600)).unwrap();
    give(to);
}
