//! A certificate authority for tests, and certificates good and bad.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose,
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A server's certificate and key, as PEM files.
#[derive(Debug, Clone)]
pub struct ServerCertificate {
    pub certificate: PathBuf,
    pub key: PathBuf,
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
