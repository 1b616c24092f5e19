//! Whom to trust, the handshake, and what its failures mean.

use super::access::Access;
use super::certificate::{Leaf, day};
use super::error::{Outcome, problem, problem_with};
use super::identity::{self, Asked, Presenter};
use super::verifier::Verifier;
use crate::model::{CaCertificate, ConnectionFailure, DirectoryProblem, Host, Invalid, ShownCertificate};
use rustls::client::WebPkiServerVerifier;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::sign::CertifiedKey;
use rustls::{AlertDescription, CertificateError, ClientConfig, PeerIncompatible, ProtocolVersion, RootCertStore};
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// Trusted authorities, and what is shown to a server that asks who we are; read once for a connection.
#[derive(Clone)]
pub(super) struct Trust {
    roots: Arc<RootCertStore>,
    given: Vec<CertificateDer<'static>>,
    own: Option<Arc<CertifiedKey>>,
}

/// What was learned from a handshake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Encrypted {
    /// `TLS 1.3`
    pub(super) version: &'static str,
    pub(super) leaf: Option<Leaf>,
    /// The server asked for a client certificate.
    pub(super) asked: Option<Asked>,
}

/// A handshake that did not work out.
pub(super) enum HandshakeError {
    /// The certificate, or another fault that the server told in TLS.
    Problem(DirectoryProblem),
    /// A certificate that nobody vouches for, and what it says.
    Untrusted(DirectoryProblem, Box<ShownCertificate>),
    /// What came was no TLS.
    NoTls(String),
    /// The connection ended.
    Ended(String),
}

/// Finds the certificates in PEM text.
///
/// # Errors
/// One sentence when there is none, when one cannot be read, or when a private key came along.
pub fn parse_ca_certificate(pem: &str) -> Result<CaCertificate, Invalid> {
    if pem.contains("PRIVATE KEY-----") {
        return Err(Invalid::new("This holds a private key. Paste the certificate only, and keep the key secret."));
    }
    let certificates = read_pem(pem).ok_or_else(|| {
        Invalid::new("A certificate in this text is cut off or altered. Paste it whole, from -----BEGIN to -----END.")
    })?;
    if certificates.is_empty() {
        return Err(Invalid::new(
            "Paste one or more certificates in PEM form: they begin with -----BEGIN CERTIFICATE-----.",
        ));
    }
    let mut roots = RootCertStore::empty();
    if certificates.into_iter().any(|certificate| Leaf::read(&certificate).is_none() || roots.add(certificate).is_err())
    {
        return Err(Invalid::new("One of these certificates is not an X.509 certificate that can be read."));
    }
    Ok(CaCertificate::from_checked_pem(pem.trim().to_owned()))
}

fn read_pem(pem: &str) -> Option<Vec<CertificateDer<'static>>> {
    CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<_, _>>().ok()
}

impl Trust {
    /// The given authorities only, else the system's; and the client certificate.
    pub(super) async fn load(access: &Access) -> Outcome<Trust> {
        let trust = match &access.settings.ca_certificate {
            Some(given) => Trust::given(given),
            // Reads a file of a few hundred certificates.
            None => match tokio::task::spawn_blocking(Trust::system).await {
                Ok(trust) => trust,
                Err(error) => Err(problem_with(ConnectionFailure::NoTrustAnchors, error.to_string())),
            },
        };
        Ok(Trust { own: identity::of(access)?, ..trust? })
    }

    fn given(given: &CaCertificate) -> Outcome<Trust> {
        let bad = || problem(ConnectionFailure::BadCaCertificate);
        let given = read_pem(given.as_pem()).filter(|given| !given.is_empty()).ok_or_else(bad)?;
        let mut roots = RootCertStore::empty();
        for certificate in &given {
            roots
                .add(certificate.clone())
                .map_err(|error| problem_with(ConnectionFailure::BadCaCertificate, error.to_string()))?;
        }
        Ok(Trust { roots: Arc::new(roots), given, own: None })
    }

    fn system() -> Outcome<Trust> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        let (added, _) = roots.add_parsable_certificates(found.certs);
        if added == 0 {
            let why = found.errors.first().map(ToString::to_string).unwrap_or_default();
            return Err(problem_with(ConnectionFailure::NoTrustAnchors, why));
        }
        Ok(Trust { roots: Arc::new(roots), given: Vec::new(), own: None })
    }

    fn config(&self) -> Result<(ClientConfig, Arc<Verifier>, Arc<Presenter>), String> {
        let provider = Arc::new(ring::default_provider());
        let web = WebPkiServerVerifier::builder_with_provider(self.roots.clone(), provider.clone())
            .build()
            .map_err(|error| error.to_string())?;
        let verifier = Arc::new(Verifier::new(web, self.given.clone()));
        let presenter = Arc::new(Presenter::new(self.own.clone()));
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            // `Verifier` leaves all verifying to webpki, names included.
            .dangerous()
            .with_custom_certificate_verifier(verifier.clone())
            .with_client_cert_resolver(presenter.clone());
        Ok((config, verifier, presenter))
    }

    /// The first bytes a client sends in TLS.
    pub(super) fn hello() -> Option<Vec<u8>> {
        let provider = Arc::new(ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .ok()?
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let name = ServerName::try_from("localhost").ok()?;
        let mut client = rustls::ClientConnection::new(Arc::new(config), name).ok()?;
        let mut bytes = Vec::new();
        client.write_tls(&mut bytes).ok()?;
        Some(bytes)
    }
}

/// The handshake; the certificate must be for `host`.
pub(super) async fn handshake(
    tcp: TcpStream,
    host: &Host,
    trust: &Trust,
) -> Result<(TlsStream<TcpStream>, Encrypted), HandshakeError> {
    let failed = |why: String| HandshakeError::Problem(problem_with(ConnectionFailure::TlsFailed, why));
    let (config, verifier, presenter) = trust.config().map_err(failed)?;
    let name = match host {
        // A domain stands for itself where its records lead elsewhere.
        Host::Name(name) | Host::Srv(name) => {
            ServerName::try_from(name.clone()).map_err(|error| failed(error.to_string()))?
        }
        Host::V4(address) => ServerName::from(std::net::IpAddr::V4(*address)),
        Host::V6(address) => ServerName::from(std::net::IpAddr::V6(*address)),
    };
    match TlsConnector::from(Arc::new(config)).connect(name, tcp).await {
        Ok(stream) => {
            let version = match stream.get_ref().1.protocol_version() {
                Some(ProtocolVersion::TLSv1_2) => "TLS 1.2",
                _ => "TLS 1.3",
            };
            Ok((stream, Encrypted { version, leaf: verifier.seen(), asked: presenter.asked() }))
        }
        Err(error) => Err(match explain(&error, host, verifier.seen(), presenter.asked().as_ref()) {
            HandshakeError::Problem(problem) if problem.failure == ConnectionFailure::UnknownIssuer => {
                match verifier.last_seen() {
                    Some(shown) => HandshakeError::Untrusted(problem, Box::new(shown)),
                    None => HandshakeError::Problem(problem),
                }
            }
            error => error,
        }),
    }
}

fn explain(error: &std::io::Error, host: &Host, leaf: Option<Leaf>, asked: Option<&Asked>) -> HandshakeError {
    use ConnectionFailure as F;
    use rustls::Error as E;
    let Some(tls) = error.get_ref().and_then(|inner| inner.downcast_ref::<E>()) else {
        return match asked {
            Some(asked) => HandshakeError::Problem(asked.ended(&error.to_string())),
            None => HandshakeError::Ended(error.to_string()),
        };
    };
    let alerted = |alert| asked.and_then(|asked: &Asked| asked.alert(alert));
    let failure = match tls {
        E::InvalidCertificate(fault) => return HandshakeError::Problem(explain_certificate(fault, host, leaf)),
        E::InvalidMessage(_) => return HandshakeError::NoTls(tls.to_string()),
        E::AlertReceived(alert) => match (alerted(*alert), alert) {
            (Some(problem), _) => return HandshakeError::Problem(problem),
            (None, AlertDescription::ProtocolVersion) => F::OldTls,
            (None, AlertDescription::HandshakeFailure | AlertDescription::InsufficientSecurity) => F::NoCommonCipher,
            _ => F::TlsFailed,
        },
        E::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13 | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        ) => F::OldTls,
        E::PeerIncompatible(
            PeerIncompatible::NoCipherSuitesInCommon
            | PeerIncompatible::NoKxGroupsInCommon
            | PeerIncompatible::NoSignatureSchemesInCommon,
        ) => F::NoCommonCipher,
        _ => F::TlsFailed,
    };
    HandshakeError::Problem(problem_with(failure, tls.to_string()))
}

fn explain_certificate(fault: &CertificateError, host: &Host, leaf: Option<Leaf>) -> DirectoryProblem {
    use CertificateError as C;
    use ConnectionFailure as F;
    let failure = match (fault, leaf) {
        // A key that cannot be used for verifying makes every signature a bad one.
        (
            C::BadSignature
            | C::UnsupportedSignatureAlgorithmContext { .. }
            | C::UnsupportedSignatureAlgorithmForPublicKeyContext { .. },
            Some(Leaf { weakness: Some(what), .. }),
        ) => F::WeakCertificate { what },
        (
            C::UnsupportedSignatureAlgorithmContext { .. } | C::UnsupportedSignatureAlgorithmForPublicKeyContext { .. },
            _,
        ) => F::WeakCertificate { what: "a signature of an old or unknown kind above it".into() },
        (C::InvalidPurpose | C::InvalidPurposeContext { .. }, _) => F::CertificateNotForServers,
        // A bad signature: an authority of the same name with another key, as when it was made anew.
        (C::UnknownIssuer | C::BadSignature, _) => F::UnknownIssuer,
        (C::Expired | C::ExpiredContext { .. }, Some(leaf)) => F::CertificateExpired { until: day(leaf.until) },
        (C::NotValidYet | C::NotValidYetContext { .. }, Some(leaf)) => {
            F::CertificateNotYetValid { from: day(leaf.from) }
        }
        (C::NotValidForName | C::NotValidForNameContext { .. }, leaf) => {
            F::WrongName { host: host.to_string(), names: leaf.map(|leaf| leaf.names).unwrap_or_default() }
        }
        // An authority's own certificate on the server, as `openssl req -x509` makes it.
        (C::Other(other), _) if other.to_string().contains("CaUsedAsEndEntity") => F::UnknownIssuer,
        _ => F::TlsFailed,
    };
    problem_with(failure, fault.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn pem() -> String {
        rcgen::generate_simple_self_signed(vec!["ldap.test".to_owned()]).expect("made").cert.pem()
    }

    #[test]
    fn certificates_are_found_among_other_text() {
        let text = format!("Bag Attributes\n{}\n{}", pem(), pem());
        assert_eq!(read_pem(parse_ca_certificate(&text).expect("found").as_pem()).map(|all| all.len()), Some(2));
    }

    #[test]
    fn what_holds_no_certificate_is_refused() {
        let cut = pem().lines().take(4).collect::<Vec<_>>().join("\n");
        let not_x509 = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
        let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
        for text in ["", "hello", &cut, not_x509, &format!("{}{key}", pem())] {
            assert!(parse_ca_certificate(text).is_err(), "{text:?} passed");
        }
    }
}
