//! One connection to one server: the library's handle, the guard in front of it, and deadlines.

use super::deadlines::Deadlines;
use super::error::{self, Outcome};
use super::gate::{Gate, Operation};
use super::identity::Asked;
use super::search::Request;
use super::transport::{Way, pump};
use crate::model::{ConnectionFailure, DirectoryProblem};
use ldap3::controls::RawControl;
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapError, LdapResult, SearchOptions, SearchStream, StdStream};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::UnixStream;
use tokio::task::JoinHandle;

/// A search as the library answers it.
pub(super) type Stream = SearchStream<'static, String, Vec<String>>;

/// The server at the other end.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    /// As an administrator wrote it, with the port.
    pub(super) server: String,
    pub(super) address: SocketAddr,
    pub(super) encrypted: bool,
    /// It asked for a client certificate.
    pub(super) asked: Option<Asked>,
}

pub(super) struct Session {
    ldap: Ldap,
    gate: Arc<Gate>,
    driver: JoinHandle<()>,
    pump: JoinHandle<()>,
    pub(super) peer: Peer,
    pub(super) deadlines: Deadlines,
    /// A search that was left early. Dropped only with the driver: the library would otherwise log a
    /// line for each answer that nobody takes.
    left: Option<Stream>,
}

impl Session {
    /// Puts the guard and the library on top of a way to the server.
    pub(super) async fn start(network: Box<dyn Way>, peer: Peer, deadlines: Deadlines) -> Outcome<Session> {
        let failed = |error: std::io::Error| {
            error::problem_with(ConnectionFailure::Unreachable { address: peer.server.clone() }, error.to_string())
        };
        let (library, local) = std::os::unix::net::UnixStream::pair().map_err(failed)?;
        local.set_nonblocking(true).map_err(failed)?;
        let local = UnixStream::from_std(local).map_err(failed)?;
        let settings = LdapConnSettings::new().set_std_stream(StdStream::Unix(library));
        let (connection, ldap) = LdapConnAsync::with_settings(settings, "ldapi:///")
            .await
            .map_err(|error| failed(std::io::Error::other(error.to_string())))?;
        let gate = Arc::new(Gate::new());
        let pump = tokio::spawn(pump(network, local, gate.clone()));
        let driver = tokio::spawn(async move {
            if let Err(error) = connection.drive().await {
                tracing::debug!(%error, "the LDAP connection ended");
            }
        });
        Ok(Session { ldap, gate, driver, pump, peer, deadlines, left: None })
    }

    /// Sends one bind.
    pub(super) async fn bind(&mut self, dn: &str, password: &str, control: RawControl) -> Outcome<LdapResult> {
        const DOING: &str = "signing in";
        self.gate.begin(Operation::Bind);
        self.ldap.with_controls(vec![control]);
        let limit = self.deadlines.bind;
        match tokio::time::timeout(limit, self.ldap.simple_bind(dn, password)).await {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(error)) => Err(self.ended(&error, DOING)),
            Err(_) => Err(self.silent(DOING, limit)),
        }
    }

    /// Sends one search, or one page of it, for so many entries at most.
    pub(super) async fn search(
        &mut self,
        request: &Request,
        controls: Vec<RawControl>,
        options: SearchOptions,
    ) -> Outcome<Stream> {
        self.gate.begin(Operation::Search);
        self.ldap.with_controls(controls);
        self.ldap.with_search_options(options);
        let attributes = request.attributes.clone();
        match self.ldap.streaming_search(&request.base, request.scope, &request.filter, attributes).await {
            Ok(stream) => Ok(stream),
            Err(error) => Err(self.ended(&error, request.doing)),
        }
    }

    /// One item of a search was taken.
    pub(super) fn taken(&self) {
        self.gate.taken();
    }

    /// What an error of the library means.
    pub(super) fn ended(&self, error: &LdapError, doing: &str) -> DirectoryProblem {
        if matches!(error, LdapError::FilterParsing) {
            // The code that LDAP interfaces use for it; nothing was sent.
            let failure =
                ConnectionFailure::Refused { doing: doing.into(), result_code: 87, name: "filterError".into() };
            return error::problem_with(failure, "The filter cannot be encoded.");
        }
        let fault = self.gate.fault();
        let asked = self.peer.asked.as_ref().filter(|_| !self.gate.heard());
        if let Some(problem) = asked.and_then(|asked| asked.end(fault.as_ref())) {
            return problem;
        }
        error::from_fault(fault, doing, &self.peer.server, self.peer.address.port())
    }

    /// No answer in time: whatever comes later belongs to nothing, so the connection ends here.
    pub(super) fn silent(&mut self, doing: &str, limit: Duration) -> DirectoryProblem {
        self.cut();
        error::timed_out(doing, limit)
    }

    /// Ends the connection in the middle of a search.
    pub(super) fn leave(&mut self, stream: Stream) {
        self.left = Some(stream);
        self.cut();
    }

    /// Says goodbye and closes.
    pub(super) async fn close(mut self) {
        let goodbye = async {
            if self.ldap.unbind().await.is_ok() {
                let _ = (&mut self.pump).await;
            }
        };
        // The server may be gone; nobody waits for it.
        let _ = tokio::time::timeout(Duration::from_millis(500), goodbye).await;
    }

    fn cut(&self) {
        self.driver.abort();
        self.pump.abort();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.cut();
    }
}
