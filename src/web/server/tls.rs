//! The panel's own certificate: read at the start, and again when its files change.

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

/// How often the files are looked at. A changed pair counts when it looked alike twice, so that the moment
/// between a new certificate and its key is no fault.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The panel's end of TLS: 1.2 and 1.3 by rustls, with a certificate that can be exchanged while it runs.
#[derive(Clone)]
pub struct Tls {
    files: Arc<Files>,
    shown: Arc<Shown>,
    config: Arc<ServerConfig>,
}

struct Files {
    certificate: PathBuf,
    key: PathBuf,
}

/// What the files hold; an error says which one is meant and why it cannot be read.
#[derive(PartialEq, Eq)]
struct Read {
    certificate: Result<Vec<u8>, String>,
    key: Result<Vec<u8>, String>,
}

#[derive(Debug)]
struct Shown(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Shown {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

impl Tls {
    /// Reads the certificate, followed by those that lead to its authority, and its key: PEM files.
    ///
    /// # Errors
    /// One sentence that names the file, what is wrong with it, and the remedy.
    pub fn open(certificate: &Path, key: &Path) -> Result<Tls, String> {
        let files = Files { certificate: certificate.to_owned(), key: key.to_owned() };
        let shown = Arc::new(Shown(RwLock::new(Arc::new(files.pair(files.read())?))));
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
            .map_err(|error| format!("TLS cannot be used: {error}."))?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(shown.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Tls { files: Arc::new(files), shown, config: Arc::new(config) })
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        self.config.clone()
    }

    /// Exchanges the certificate for new connections whenever the files change; those that are open stay. A pair
    /// that cannot be used is told once, and the one before it is shown on. Never returns.
    pub async fn follow(self) {
        let (mut used, mut last) = (self.look().await, None);
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = self.look().await;
            let settled = last.as_ref() == Some(&now);
            if settled && now.is_some() && now != used {
                used = now;
                last = None;
                self.exchange(used.as_ref());
            } else {
                last = Some(now);
            }
        }
    }

    async fn look(&self) -> Option<Read> {
        let files = self.files.clone();
        tokio::task::spawn_blocking(move || files.read()).await.ok()
    }

    fn exchange(&self, read: Option<&Read>) {
        let Some(read) = read else { return };
        match self.files.pair(Read { certificate: read.certificate.clone(), key: read.key.clone() }) {
            Ok(pair) => {
                *self.shown.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(pair);
                tracing::info!("the certificate was read again");
            }
            Err(reason) => tracing::error!("{reason} Until then the certificate from before is shown."),
        }
    }
}

impl Files {
    fn read(&self) -> Read {
        let read = |name: &str, path: &Path| {
            std::fs::read(path).map_err(|error| {
                let path = path.display();
                format!("{name}: {path} cannot be read: {error}. Name a PEM file that the panel may read.")
            })
        };
        Read { certificate: read("MUSTER_TLS_CERT", &self.certificate), key: read("MUSTER_TLS_KEY", &self.key) }
    }

    fn pair(&self, read: Read) -> Result<CertifiedKey, String> {
        let (certificate, key) = (self.certificate.display(), self.key.display());
        let chain = CertificateDer::pem_slice_iter(&read.certificate?).collect::<Result<Vec<_>, _>>();
        let chain = chain.ok().filter(|chain| !chain.is_empty()).ok_or_else(|| {
            format!(
                "MUSTER_TLS_CERT: {certificate} holds no certificate that can be read. It must be PEM, from -----BEGIN CERTIFICATE-----, the panel's own first and then those that lead to its authority."
            )
        })?;
        let private = PrivateKeyDer::from_pem_slice(&read.key?).map_err(|_| {
            format!(
                "MUSTER_TLS_KEY: {key} holds no private key that can be read. It must be PEM, from -----BEGIN PRIVATE KEY-----, and have no passphrase."
            )
        })?;
        CertifiedKey::from_der(chain, private, &ring::default_provider()).map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => format!(
                "MUSTER_TLS_KEY: {key} is not the key of the first certificate in {certificate}. Give the key that was made for it."
            ),
            error => format!("MUSTER_TLS_CERT and MUSTER_TLS_KEY: {certificate} and {key} cannot be used: {error}. Make a new pair."),
        })
    }
}
