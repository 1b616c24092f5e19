//! A certificate authority for tests, and certificates good and bad.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose,
};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A server's certificate and key, as PEM files; or a client's.
#[derive(Debug, Clone)]
pub struct ServerCertificate {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

impl ServerCertificate {
    /// The certificate as PEM text.
    pub fn pem(&self) -> String {
        std::fs::read_to_string(&self.certificate).unwrap()
    }

    /// The key as PEM text.
    pub fn key_pem(&self) -> String {
        std::fs::read_to_string(&self.key).unwrap()
    }
}

/// A certificate authority; its files live as long as it does.
pub struct TestCa {
    folder: TempDir,
    issuer: CertifiedIssuer<'static, KeyPair>,
    stranger: CertifiedIssuer<'static, KeyPair>,
    /// A name that every certificate has that is for this machine.
    also: Option<String>,
}

impl TestCa {
    pub fn new() -> TestCa {
        let folder = tempfile::tempdir().unwrap();
        let issuer = authority("Test CA");
        std::fs::write(folder.path().join("ca.pem"), issuer.pem()).unwrap();
        TestCa { folder, issuer, stranger: authority("Another CA"), also: None }
    }

    /// The same for a server that has an address of its own.
    pub fn at(address: &str) -> TestCa {
        TestCa { also: Some(address.into()), ..TestCa::new() }
    }

    /// The CA's certificate as PEM text.
    pub fn pem(&self) -> String {
        self.issuer.pem()
    }

    /// The CA's certificate as a PEM file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// For `localhost`, `127.0.0.1` and `::1`.
    pub fn good(&self) -> ServerCertificate {
        self.issue("good", &["localhost", "127.0.0.1", "::1"], |_| {}, &self.issuer)
    }

    /// For these names.
    pub fn for_names(&self, names: &[&str]) -> ServerCertificate {
        self.issue(&names.join("-"), names, |_| {}, &self.issuer)
    }

    /// For `elsewhere.test` only.
    pub fn wrong_name(&self) -> ServerCertificate {
        self.issue("wrong-name", &["elsewhere.test"], |_| {}, &self.issuer)
    }

    /// Valid until 2 January 2023.
    pub fn expired(&self) -> ServerCertificate {
        let aged = |params: &mut CertificateParams| {
            params.not_before = rcgen::date_time_ymd(2022, 1, 1);
            params.not_after = rcgen::date_time_ymd(2023, 1, 2);
        };
        self.issue("expired", &["localhost", "127.0.0.1", "::1"], aged, &self.issuer)
    }

    /// Valid from 1 January 2090.
    pub fn not_yet_valid(&self) -> ServerCertificate {
        let young = |params: &mut CertificateParams| {
            params.not_before = rcgen::date_time_ymd(2090, 1, 1);
            params.not_after = rcgen::date_time_ymd(2091, 1, 1);
        };
        self.issue("not-yet-valid", &["localhost", "127.0.0.1", "::1"], young, &self.issuer)
    }

    /// For `localhost` only, signed by itself and no authority.
    pub fn self_signed(&self) -> ServerCertificate {
        let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        ServerCertificate {
            certificate: write(self.folder.path(), "self-signed.pem", &own.cert.pem()),
            key: write(self.folder.path(), "self-signed.key", &own.signing_key.serialize_pem()),
        }
    }

    /// For a client, of EC P-256, its key in PKCS#8.
    pub fn client(&self) -> ServerCertificate {
        self.issue("client", &[], for_clients, &self.issuer)
    }

    /// The certificate that follows this one, for the same key.
    pub fn renewed(&self, before: &ServerCertificate) -> ServerCertificate {
        let key = KeyPair::from_pem(&before.key_pem()).unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        for_clients(&mut params);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let path = write(self.folder.path(), "renewed.pem", &certificate.pem());
        ServerCertificate { certificate: path, key: before.key.clone() }
    }

    /// The same, ended on 2 January 2023.
    pub fn expired_client(&self) -> ServerCertificate {
        let aged = |params: &mut CertificateParams| {
            for_clients(params);
            params.not_before = rcgen::date_time_ymd(2022, 1, 1);
            params.not_after = rcgen::date_time_ymd(2023, 1, 2);
        };
        self.issue("expired-client", &[], aged, &self.issuer)
    }

    /// The same, ending in a week.
    pub fn expiring_client(&self) -> ServerCertificate {
        let aging = |params: &mut CertificateParams| {
            for_clients(params);
            params.not_after = time::OffsetDateTime::now_utc() + time::Duration::days(7);
        };
        self.issue("expiring-client", &[], aging, &self.issuer)
    }

    /// For `localhost`, signed by itself and an authority, as `openssl req -x509` makes it.
    pub fn authority_as_server(&self) -> ServerCertificate {
        let at = |name: &str| self.folder.path().join(name);
        let made = ServerCertificate { certificate: at("own-authority.pem"), key: at("own-authority.key") };
        openssl(
            &[
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
            ],
            &[("-keyout", &made.key), ("-out", &made.certificate)],
        );
        made
    }

    /// A client's, signed by an authority that nobody trusts.
    pub fn strange_client(&self) -> ServerCertificate {
        self.issue("strange-client", &[], for_clients, &self.stranger)
    }

    /// The right names, but for clients only.
    pub fn for_clients_only(&self) -> ServerCertificate {
        self.issue("for-clients", &["localhost", "127.0.0.1", "::1"], for_clients, &self.issuer)
    }

    /// For `localhost`, made by openssl with a key of this kind (`rsa:1024`), signed with this digest: what the
    /// library that makes the others does not make.
    pub fn old_fashioned(&self, key: &str, digest: &str) -> ServerCertificate {
        let name = format!("{}-{digest}", key.replace(':', "-"));
        let at = |end: &str| self.folder.path().join(format!("{name}{end}"));
        let (ca_key, request, names) = (at(".ca.key"), at(".csr"), at(".ext"));
        std::fs::write(&ca_key, self.issuer.key().serialize_pem()).unwrap();
        std::fs::write(&names, "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n").unwrap();
        let made = ServerCertificate { certificate: at(".pem"), key: at(".key") };
        openssl(
            &["req", "-new", "-nodes", "-subj", "/CN=old", "-newkey", key],
            &[("-keyout", &made.key), ("-out", &request)],
        );
        openssl(
            &["x509", "-req", "-days", "30", "-CAcreateserial", &format!("-{digest}")],
            &[
                ("-in", &request),
                ("-CA", &self.file()),
                ("-CAkey", &ca_key),
                ("-extfile", &names),
                ("-out", &made.certificate),
            ],
        );
        made
    }

    /// The right names, but signed by an authority that nobody trusts.
    pub fn other_ca(&self) -> ServerCertificate {
        self.issue("other-ca", &["localhost", "127.0.0.1", "::1"], |_| {}, &self.stranger)
    }

    fn issue(
        &self,
        name: &str,
        hosts: &[&str],
        change: impl FnOnce(&mut CertificateParams),
        issuer: &CertifiedIssuer<'static, KeyPair>,
    ) -> ServerCertificate {
        let is_here = hosts.contains(&"127.0.0.1");
        let also = self.also.iter().filter(|_| is_here).cloned();
        let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).chain(also).collect();
        let mut params = CertificateParams::new(hosts).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, issuer).unwrap();
        ServerCertificate {
            certificate: write(self.folder.path(), &format!("{name}.pem"), &certificate.pem()),
            key: write(self.folder.path(), &format!("{name}.key"), &key.serialize_pem()),
        }
    }
}

fn for_clients(params: &mut CertificateParams) {
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
}

/// Runs openssl with these options, and others that are followed by a file.
pub fn openssl(options: &[&str], files: &[(&str, &Path)]) -> String {
    let files = files.iter().flat_map(|(option, file)| [Path::new(option), file]);
    let output = Command::new("openssl").args(options).args(files).output().expect("openssl should be installed");
    assert!(output.status.success(), "openssl {options:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}
