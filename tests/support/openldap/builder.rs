//! Configures, fills and starts slapd.

use super::super::people::{ldif, people};
use super::super::process::{Guarded, Output, free_ports, within};
use super::super::tls::ServerCertificate;
use super::{ACCOUNTS, ADMIN_DN, ADMIN_PASSWORD, BASE_DN, OpenLdap, PEOPLE_DN};
use ldap3::LdapConnAsync;
use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What to start.
#[derive(Debug, Default, Clone)]
pub struct Builder {
    people: usize,
    ldif: String,
    tls: Option<ServerCertificate>,
    client_certificates: Option<(&'static str, PathBuf)>,
    directives: String,
    database_directives: String,
    size_limit: Option<u32>,
    anonymous_read: bool,
    ipv6: bool,
}

impl Builder {
    /// So many of [`people`] under `ou=people`.
    pub fn people(mut self, count: usize) -> Builder {
        self.people = count;
        self
    }

    /// More entries, as LDIF.
    pub fn ldif(mut self, text: &str) -> Builder {
        self.ldif.push_str(text);
        self
    }

    /// Offers StartTLS, and LDAPS on a port of its own, with this certificate.
    pub fn tls(mut self, certificate: ServerCertificate) -> Builder {
        self.tls = Some(certificate);
        self
    }

    /// Asks clients for a certificate of this authority and takes none without.
    pub fn client_certificates_of(mut self, ca: PathBuf) -> Builder {
        self.client_certificates = Some(("demand", ca));
        self
    }

    /// Asks clients for a certificate of this authority and takes those that have none, too.
    pub fn client_certificates_welcome(mut self, ca: PathBuf) -> Builder {
        self.client_certificates = Some(("try", ca));
        self
    }

    /// Speaks only these TLS versions and ciphers: a priority string of GnuTLS.
    pub fn tls_priorities(self, priorities: &str) -> Builder {
        self.global_directive(&format!("TLSCipherSuite {priorities}"))
    }

    /// Refuses simple binds without encryption (result code 13).
    pub fn tls_required(self) -> Builder {
        self.global_directive("security simple_bind=128")
    }

    /// The `sizelimit` for everyone without limits of their own.
    pub fn size_limit(mut self, entries: u32) -> Builder {
        self.size_limit = Some(entries);
        self
    }

    /// Lets anonymous clients read.
    pub fn anonymous_read(mut self) -> Builder {
        self.anonymous_read = true;
        self
    }

    /// Listens on `::1` too, on the same ports.
    pub fn ipv6(mut self) -> Builder {
        self.ipv6 = true;
        self
    }

    /// A line more before the database in slapd.conf.
    pub fn global_directive(mut self, line: &str) -> Builder {
        writeln!(self.directives, "{line}").unwrap();
        self
    }

    /// A line more at the end of the database in slapd.conf.
    pub fn database_directive(mut self, line: &str) -> Builder {
        writeln!(self.database_directives, "{line}").unwrap();
        self
    }

    /// Fills the directory and starts it; returns when it answers.
    pub async fn start(self) -> OpenLdap {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("db")).unwrap();
        std::fs::write(folder.path().join("slapd.conf"), self.configuration(folder.path())).unwrap();
        self.fill(folder.path());
        for _ in 0..5 {
            // Someone else may take a port before slapd does.
            let [port, tls_port] = free_ports();
            if let Some((process, log)) = self.run(folder.path(), port, tls_port).await {
                let tls_port = self.tls.is_some().then_some(tls_port);
                return OpenLdap { process: Some(process), port, tls_port, log, builder: self, folder };
            }
        }
        panic!("slapd does not start in {}", folder.path().display());
    }

    fn configuration(&self, folder: &Path) -> String {
        let folder = folder.display();
        let mut text = String::new();
        for schema in ["core", "cosine", "inetorgperson", "nis"] {
            writeln!(text, "include /etc/ldap/schema/{schema}.schema").unwrap();
        }
        writeln!(
            text,
            "modulepath /usr/lib/ldap\nmoduleload back_mdb\nmoduleload memberof\nloglevel none\nthreads 4\nsizelimit {}",
            self.size_limit.map_or("unlimited".to_owned(), |limit| limit.to_string())
        )
        .unwrap();
        if let Some(tls) = &self.tls {
            writeln!(text, "TLSCertificateFile {}", tls.certificate.display()).unwrap();
            writeln!(text, "TLSCertificateKeyFile {}", tls.key.display()).unwrap();
            match &self.client_certificates {
                Some((how, ca)) => writeln!(text, "TLSVerifyClient {how}\nTLSCACertificateFile {}", ca.display()),
                None => writeln!(text, "TLSVerifyClient never"),
            }
            .unwrap();
        }
        let anonymous = if self.anonymous_read { "read" } else { "none" };
        let account = |name: &str| format!("dn.exact=\"cn={name},ou=system,{BASE_DN}\"");
        write!(
            text,
            r#"{directives}
database mdb
suffix "{BASE_DN}"
rootdn "{ADMIN_DN}"
rootpw {ADMIN_PASSWORD}
directory {folder}/db
maxsize 4294967296
dbnosync
index objectClass eq
index uid,mail,cn eq
index entryUUID eq
index member,memberOf eq
limits {sync} size=unlimited time=unlimited
limits {limited} size.soft=500 size.hard=500
access to attrs=userPassword by self write by anonymous auth by * none
access to dn.subtree="ou=system,{BASE_DN}" by anonymous auth by self read by * none
access to dn.subtree="{BASE_DN}" attrs=mail,telephoneNumber,mobile by {nomail} none by {blind} none by * break
access to dn.subtree="{PEOPLE_DN}" by {blind} none by * break
access to * by users read by anonymous {anonymous}
overlay memberof
memberof-refint TRUE
{database_directives}"#,
            directives = self.directives,
            database_directives = self.database_directives,
            sync = account("sync"),
            limited = account("limited"),
            nomail = account("nomail"),
            blind = account("blind"),
        )
        .unwrap();
        text
    }

    /// By slapadd, which loads 100,000 people in seconds.
    fn fill(&self, folder: &Path) {
        let mut slapadd = command("slapadd")
            .args(["-q", "-b", BASE_DN, "-f"])
            .arg(folder.join("slapd.conf"))
            .stdin(Stdio::piped())
            .spawn()
            .expect("slapadd (Debian: slapd) should be installed");
        let mut input = BufWriter::new(slapadd.stdin.take().unwrap());
        input.write_all(base_ldif().as_bytes()).unwrap();
        for person in people(self.people) {
            input.write_all(ldif(&person.dn(), &person.attributes()).as_bytes()).unwrap();
        }
        input.write_all(self.ldif.as_bytes()).unwrap();
        drop(input.into_inner().unwrap());
        assert!(slapadd.wait().unwrap().success(), "slapadd refused the entries");
    }

    /// Runs slapd until it answers. `None`: it ended at once, so a port was taken.
    pub(super) async fn run(&self, folder: &Path, port: u16, tls_port: u16) -> Option<(Guarded, Output)> {
        let mut addresses = vec!["127.0.0.1"];
        addresses.extend(self.ipv6.then_some("[::1]"));
        let mut urls: Vec<String> = addresses.iter().map(|address| format!("ldap://{address}:{port}")).collect();
        if self.tls.is_some() {
            urls.extend(addresses.iter().map(|address| format!("ldaps://{address}:{tls_port}")));
        }
        let mut child = command("slapd")
            .args(["-d", "0", "-h", &urls.join(" "), "-f"])
            .arg(folder.join("slapd.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("slapd (Debian: slapd) should be installed");
        let log = Output::default();
        log.collect(child.stderr.take().unwrap());
        let mut process = Guarded(child);
        let mut running = true;
        within(Duration::from_secs(20), "slapd to answer", async || {
            running = process.0.try_wait().unwrap().is_none();
            !running || answers(port).await
        })
        .await;
        running.then_some((process, log))
    }
}

/// Whether an anonymous bind gets an answer. Any will do: the server may want encryption.
async fn answers(port: u16) -> bool {
    let Ok((connection, mut ldap)) = LdapConnAsync::new(&format!("ldap://127.0.0.1:{port}")).await else {
        return false;
    };
    ldap3::drive!(connection);
    ldap.simple_bind("", "").await.is_ok()
}

/// `/usr/sbin` is not on everyone's path.
pub(in super::super) fn command(name: &str) -> Command {
    let place = Path::new("/usr/sbin").join(name);
    Command::new(if place.exists() { place } else { name.into() })
}

fn base_ldif() -> String {
    let mut text = ldif(BASE_DN, &attributes(&[("objectClass", "domain"), ("dc", "example")]));
    for unit in ["people", "groups", "system"] {
        let attributes = attributes(&[("objectClass", "organizationalUnit"), ("ou", unit)]);
        text.push_str(&ldif(&format!("ou={unit},{BASE_DN}"), &attributes));
    }
    for name in ACCOUNTS {
        let attributes = attributes(&[
            ("objectClass", "organizationalRole"),
            ("objectClass", "simpleSecurityObject"),
            ("cn", name),
            ("userPassword", &format!("{name}pw")),
        ]);
        text.push_str(&ldif(&format!("cn={name},ou=system,{BASE_DN}"), &attributes));
    }
    text
}

fn attributes<'a>(pairs: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}
