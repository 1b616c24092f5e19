//! Verifies a server's certificate as rustls does, always with its names, and keeps it for messages.

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, DigitallySignedStruct, Error, SignatureScheme};
use std::sync::{Arc, Mutex, PoisonError};

use super::certificate::{self, Leaf};
use crate::model::ShownCertificate;

/// One for each connection.
#[derive(Debug)]
pub(super) struct Verifier {
    web: Arc<WebPkiServerVerifier>,
    /// Certificates given as trusted. Small directories often have one self-signed certificate,
    /// which webpki takes for an authority only; given here, it is trusted for itself.
    given: Vec<CertificateDer<'static>>,
    /// What the server showed: its own first.
    seen: Mutex<Vec<CertificateDer<'static>>>,
}

impl Verifier {
    pub(super) fn new(web: Arc<WebPkiServerVerifier>, given: Vec<CertificateDer<'static>>) -> Verifier {
        Verifier { web, given, seen: Mutex::default() }
    }

    /// What the certificate that the server showed says.
    pub(super) fn seen(&self) -> Option<Leaf> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        Leaf::read(seen.first()?)
    }

    /// What the last one that the server showed says: mostly that of the authority.
    pub(super) fn last_seen(&self) -> Option<ShownCertificate> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        certificate::shown(seen.last()?)
    }

    /// A certificate that was itself given as trusted: its dates and names still count.
    fn verify_given(leaf: &CertificateDer<'_>, name: &ServerName<'_>, now: UnixTime) -> Result<(), Error> {
        let read = Leaf::read(leaf).ok_or(CertificateError::BadEncoding)?;
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        if now < read.from.unix_timestamp() {
            return Err(CertificateError::NotValidYet.into());
        }
        if now > read.until.unix_timestamp() {
            return Err(CertificateError::Expired.into());
        }
        verify_server_name(&ParsedCertificate::try_from(leaf)?, name)
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let seen = std::iter::once(leaf).chain(between).map(|shown| shown.clone().into_owned());
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = seen.collect();
        let verdict = self.web.verify_server_cert(leaf, between, name, ocsp, now);
        if verdict.is_err() && self.given.contains(leaf) {
            return Verifier::verify_given(leaf, name, now).map(|()| ServerCertVerified::assertion());
        }
        verdict
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.web.verify_tls12_signature(message, leaf, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.web.verify_tls13_signature(message, leaf, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.web.supported_verify_schemes()
    }
}
