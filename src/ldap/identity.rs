//! The panel's own certificate and its key: read, fitted together, and shown to a server that asks.

use super::access::Access;
use super::certificate::Leaf;
use super::error::{Outcome, problem, problem_with};
use super::gate::Fault;
use crate::model::{ClientCertificate, ConnectionFailure as F, DirectoryProblem, Invalid};
use rustls::client::ResolvesClientCert;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use rustls::{AlertDescription, SignatureScheme};
use secrecy::{ExposeSecret, SecretString};
use std::sync::{Arc, Mutex, PoisonError};
use x509_parser::prelude::{FromDer, X509Name};

/// Authorities of a server that are named in a message at most.
const MAX_AUTHORITIES: usize = 5;

/// Finds the client's certificate, and those between it and its authority, in PEM text.
///
/// # Errors
/// One sentence when there is none, when one cannot be read, or when a private key came along.
pub fn parse_client_certificate(pem: &str) -> Result<ClientCertificate, Invalid> {
    if pem.contains("PRIVATE KEY-----") {
        return Err(Invalid::new(
            "This holds a private key too. Paste the certificate alone here, and the key under its own field.",
        ));
    }
    match read_chain(pem) {
        None => Err(Invalid::new(
            "A certificate in this text is cut off or altered. Paste it whole, from -----BEGIN to -----END.",
        )),
        Some(chain) if chain.is_empty() => Err(Invalid::new(
            "Paste the certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----. From a PKCS#12 file (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.",
        )),
        Some(_) => Ok(ClientCertificate::from_checked_pem(pem.trim().to_owned())),
    }
}

/// Looks whether this is the private key of that certificate: PEM of PKCS#8, PKCS#1 or SEC1.
///
/// # Errors
/// One sentence, without anything of the key.
pub fn fit_client_key(key: &SecretString, certificate: &ClientCertificate) -> Result<(), Invalid> {
    fit(key, certificate).map(|_| ())
}

fn read_chain(pem: &str) -> Option<Vec<CertificateDer<'static>>> {
    let chain: Vec<_> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<_, _>>().ok()?;
    chain.iter().all(|certificate| Leaf::read(certificate).is_some()).then_some(chain)
}

fn fit(key: &SecretString, certificate: &ClientCertificate) -> Result<CertifiedKey, Invalid> {
    let mut chain = read_chain(certificate.as_pem()).unwrap_or_default();
    let key = ring::sign::any_supported_type(&read_key(key.expose_secret())?).map_err(|_| {
        Invalid::new("This kind of key cannot be used. Use RSA of 2048 bits or more, EC P-256 or P-384, or Ed25519.")
    })?;
    // The panel's own comes first in TLS; in a file it may stand anywhere.
    let own = chain.iter().position(|one| CertifiedKey::new(vec![one.clone()], key.clone()).keys_match().is_ok());
    let Some(own) = own else {
        return Err(Invalid::new(
            "This key does not belong to the client certificate. Paste the key that was made with it.",
        ));
    };
    chain[..=own].rotate_right(1);
    Ok(CertifiedKey::new(chain, key))
}

fn read_key(pem: &str) -> Result<PrivateKeyDer<'static>, Invalid> {
    if pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED") {
        return Err(Invalid::new(
            "This key is encrypted with a password. Paste what this prints: openssl pkey -in client.key. It is stored encrypted here.",
        ));
    }
    PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| {
        Invalid::new(
            "This is no private key in PEM form. It begins with -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----; paste it whole.",
        )
    })
}

/// Certificate and key for a connection; `None` where none is set.
pub(super) fn of(access: &Access) -> Outcome<Option<Arc<CertifiedKey>>> {
    let Some(certificate) = &access.settings.client_certificate else {
        return Ok(None);
    };
    let Some(key) = &access.client_key else {
        return Err(problem(F::BadClientCertificate));
    };
    let fitted = fit(key, certificate).map_err(|error| problem_with(F::BadClientCertificate, error.0))?;
    Ok(Some(Arc::new(fitted)))
}

/// Shows the certificate to a server that asks for one, and remembers that it did. One for each connection.
pub(super) struct Presenter {
    key: Option<Arc<CertifiedKey>>,
    asked: Mutex<Option<Asked>>,
}

/// That the server asked for a client certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// What the certificate that was shown says; `None`: none was.
    pub(super) shown: Option<Leaf>,
    /// One is set, and none of the ways to sign that the server accepts fits its key.
    unfit: bool,
    /// Whose certificates the server says that it takes.
    authorities: Vec<String>,
}

impl Presenter {
    pub(super) fn new(key: Option<Arc<CertifiedKey>>) -> Presenter {
        Presenter { key, asked: Mutex::default() }
    }

    pub(super) fn asked(&self) -> Option<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl std::fmt::Debug for Presenter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Presenter").finish_non_exhaustive()
    }
}

impl ResolvesClientCert for Presenter {
    fn resolve(&self, authorities: &[&[u8]], schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        let fits = self.key.as_ref().filter(|key| key.key.choose_scheme(schemes).is_some());
        let asked = Asked {
            shown: fits.and_then(|key| Leaf::read(key.cert.first()?)),
            unfit: self.key.is_some() && fits.is_none(),
            authorities: authorities.iter().take(MAX_AUTHORITIES).filter_map(|name| distinguished(name)).collect(),
        };
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(asked);
        fits.cloned()
    }

    fn has_certs(&self) -> bool {
        self.key.is_some()
    }
}

fn distinguished(name: &[u8]) -> Option<String> {
    X509Name::from_der(name).ok().map(|(_, name)| name.to_string())
}

impl Asked {
    /// What it means that the server sent this alert instead of going on.
    pub(super) fn alert(&self, alert: AlertDescription) -> Option<DirectoryProblem> {
        use AlertDescription as A;
        let about_it = matches!(
            alert,
            A::CertificateRequired
                | A::NoCertificate
                | A::BadCertificate
                | A::UnsupportedCertificate
                | A::CertificateRevoked
                | A::CertificateExpired
                | A::CertificateUnknown
                | A::UnknownCA
                | A::AccessDenied
                | A::HandshakeFailure
        );
        about_it.then(|| self.problem(&format!("The server sent the TLS alert {alert:?}.")))
    }

    /// What it means that the connection ended so before the server said anything in LDAP. In TLS 1.3
    /// the client is through before the server has looked at its certificate.
    pub(super) fn end(&self, fault: Option<&Fault>) -> Option<DirectoryProblem> {
        match fault {
            Some(Fault::Alert(alert)) => self.alert(*alert),
            Some(Fault::Io(words)) => Some(self.ended(words)),
            Some(Fault::Closed) | None => Some(self.ended("closed")),
            Some(Fault::Refused(_) | Fault::Notice(_)) => None,
        }
    }

    /// The server ended the connection without a word, right after it had asked.
    pub(super) fn ended(&self, words: &str) -> DirectoryProblem {
        self.problem(&format!("The server asked for a client certificate and then ended the connection ({words})."))
    }

    fn problem(&self, words: &str) -> DirectoryProblem {
        let mut words = words.to_owned();
        if self.unfit {
            words.push_str(" None was shown: the server accepts no signature that the key can make.");
        }
        if !self.authorities.is_empty() {
            words.push_str(&format!(" It takes certificates of: {}.", self.authorities.join("; ")));
        }
        let refused = self.shown.is_some() || self.unfit;
        problem_with(if refused { F::ClientCertificateRefused } else { F::ClientCertificateRequired }, words)
    }
}
