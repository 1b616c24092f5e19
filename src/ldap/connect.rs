//! From the settings to an encrypted connection: the servers in their order. The next one is tried
//! only when the one before could not be reached.

use super::access::Access;
use super::certificate::day;
use super::deadlines::Deadlines;
use super::error::{self, Outcome, problem, problem_with, timed_out};
use super::journal::Journal;
use super::probe;
use super::session::{Peer, Session};
use super::tls::{self, Encrypted, HandshakeError, Trust};
use super::transport::{self, StartTlsError, Way};
use crate::model::{
    ConnectionFailure as F, DirectoryProblem, Host, HostEntry, StepName, StepOutcome, TransportSecurity,
};
use std::net::SocketAddr;
use std::time::Instant;
use time::OffsetDateTime;
use tokio::net::TcpStream;

/// Addresses of one name that are tried at most.
const MAX_ADDRESSES: usize = 8;
/// A certificate that ends sooner is worth a look.
const SOON: time::Duration = time::Duration::days(14);
const ENCRYPTING: &str = "setting up encryption";

/// Why one server did not work out.
enum Miss {
    /// It could not be reached: the next one may be tried.
    Unreached(DirectoryProblem),
    /// It was reached.
    Final(DirectoryProblem),
}

/// Connects and encrypts.
pub(super) async fn reach(access: &Access, deadlines: &Deadlines, journal: &mut Journal) -> Outcome<Session> {
    let settings = &access.settings;
    let began = Instant::now();
    let mut furthest: Option<(StepName, DirectoryProblem)> = None;
    for entry in settings.hosts.entries() {
        let left = deadlines.reach.saturating_sub(began.elapsed());
        if furthest.is_some() && left.is_zero() {
            break;
        }
        let mut attempt = Attempt::new(entry, access, deadlines);
        let missed = match tokio::time::timeout(left, attempt.run(journal)).await {
            Ok(Ok(session)) => return Ok(session),
            Ok(Err(Miss::Final(problem))) => return journal.note(Err(problem)),
            Ok(Err(Miss::Unreached(problem))) => problem,
            Err(_) => timed_out("connecting", deadlines.reach),
        };
        tracing::debug!(server = %attempt.server, %missed, "a directory server cannot be reached");
        let step = journal.current().unwrap_or(StepName::Connect);
        if settings.hosts.entries().len() > 1 {
            journal.pass_over(&missed);
        }
        if furthest.as_ref().is_none_or(|(before, _)| *before as u8 <= step as u8) {
            furthest = Some((step, missed));
        }
    }
    let (step, missed) = furthest.unwrap_or((StepName::Resolve, problem(F::UnknownHost { host: String::new() })));
    journal.fail(step, &missed);
    Err(missed)
}

/// One server's turn.
struct Attempt<'a> {
    entry: &'a HostEntry,
    access: &'a Access,
    deadlines: &'a Deadlines,
    port: u16,
    /// With its port, for people.
    server: String,
}

impl<'a> Attempt<'a> {
    fn new(entry: &'a HostEntry, access: &'a Access, deadlines: &'a Deadlines) -> Self {
        let port = entry.port.unwrap_or_else(|| access.settings.port_or_default());
        let server = HostEntry { host: entry.host.clone(), port: Some(port) }.to_string();
        Attempt { entry, access, deadlines, port, server }
    }

    async fn run(&mut self, journal: &mut Journal) -> Result<Session, Miss> {
        journal.begin(StepName::Resolve);
        let addresses = self.resolve().await.map_err(Miss::Unreached)?;
        journal.learn(list(&addresses));
        journal.end(StepOutcome::Ok);

        journal.begin(StepName::Connect);
        let tcp = transport::dial(&addresses, &self.server, self.deadlines).await.map_err(Miss::Unreached)?;
        let address = tcp.peer_addr().map_err(|error| Miss::Unreached(self.unreachable(&error)))?;
        journal.learn(address.to_string());
        journal.end(StepOutcome::Ok);

        journal.begin(StepName::Encrypt);
        let (way, outcome) = self.encrypt(tcp, address, journal).await?;
        journal.end(outcome);

        let encrypted = self.access.settings.security != TransportSecurity::None;
        let peer = Peer { server: self.server.clone(), address, encrypted };
        Session::start(way, peer, *self.deadlines).await.map_err(Miss::Final)
    }

    async fn resolve(&self) -> Outcome<Vec<SocketAddr>> {
        let name = match &self.entry.host {
            Host::V4(address) => return Ok(vec![(*address, self.port).into()]),
            Host::V6(address) => return Ok(vec![(*address, self.port).into()]),
            Host::Name(name) => name,
        };
        let unknown = |details: &str| problem_with(F::UnknownHost { host: name.clone() }, details);
        let limit = self.deadlines.resolve;
        match tokio::time::timeout(limit, tokio::net::lookup_host((name.as_str(), self.port))).await {
            Ok(Ok(found)) => {
                let found: Vec<SocketAddr> = found.take(MAX_ADDRESSES).collect();
                if found.is_empty() { Err(unknown("DNS has no address for it.")) } else { Ok(found) }
            }
            Ok(Err(error)) => Err(unknown(&error.to_string())),
            Err(_) => Err(unknown(&format!("DNS did not answer within {} s.", error::seconds(limit)))),
        }
    }

    async fn encrypt(
        &self,
        mut tcp: TcpStream,
        address: SocketAddr,
        journal: &mut Journal,
    ) -> Result<(Box<dyn Way>, StepOutcome), Miss> {
        let security = self.access.settings.security;
        if security == TransportSecurity::None {
            journal.learn("No encryption: agents' passwords cross the network readable.");
            return Ok((Box::new(tcp), StepOutcome::Skipped));
        }
        let trust = Trust::load(self.access.settings.ca_certificate.as_ref()).await.map_err(Miss::Final)?;
        let limit = self.deadlines.encrypt;
        let began = Instant::now();
        if security == TransportSecurity::StartTls {
            match tokio::time::timeout(limit, transport::start_tls(&mut tcp)).await {
                Ok(Ok(())) => {}
                Ok(Err(StartTlsError::Refused(problem))) => return Err(Miss::Final(problem)),
                Ok(Err(StartTlsError::Broken(fault))) => {
                    let problem = error::from_fault(Some(fault), ENCRYPTING, &self.server, self.port);
                    return Err(self.perhaps_tls(problem, address).await);
                }
                Err(_) => return Err(self.perhaps_tls(timed_out(ENCRYPTING, limit), address).await),
            }
        }
        let left = limit.saturating_sub(began.elapsed());
        let shaken = tokio::time::timeout(left, tls::handshake(tcp, &self.entry.host, &trust)).await;
        match shaken {
            Ok(Ok((stream, encrypted))) => {
                let outcome = describe(&encrypted, journal);
                Ok((Box::new(stream), outcome))
            }
            Ok(Err(error)) => Err(self.explain(error, address).await),
            Err(_) => Err(self.perhaps_plain(timed_out(ENCRYPTING, limit), address).await),
        }
    }

    async fn explain(&self, error: HandshakeError, address: SocketAddr) -> Miss {
        match error {
            HandshakeError::Problem(problem) => Miss::Final(problem),
            HandshakeError::Ended(words) => {
                let lost = F::ConnectionLost { doing: ENCRYPTING.into() };
                self.perhaps_plain(problem_with(lost, words), address).await
            }
            HandshakeError::NoTls(words) if self.access.settings.security == TransportSecurity::StartTls => {
                Miss::Final(problem_with(F::TlsFailed, words))
            }
            HandshakeError::NoTls(words) => {
                let other = problem_with(F::NotLdap { address: self.server.clone() }, words);
                Miss::Final(self.perhaps_plain(other, address).await.into_problem())
            }
        }
    }

    /// After StartTLS found no answer: perhaps the port speaks TLS from the first byte.
    async fn perhaps_tls(&self, problem: DirectoryProblem, address: SocketAddr) -> Miss {
        if !is_silence(&problem) {
            return Miss::Final(problem);
        }
        if probe::speaks_tls(address, self.deadlines).await {
            return Miss::Final(DirectoryProblem { failure: F::PlainOnTlsPort { port: self.port }, ..problem });
        }
        Miss::Unreached(problem)
    }

    /// After TLS found no answer: perhaps the port speaks plain LDAP.
    async fn perhaps_plain(&self, problem: DirectoryProblem, address: SocketAddr) -> Miss {
        let asked_for_ldaps = self.access.settings.security == TransportSecurity::Ldaps;
        if asked_for_ldaps && probe::speaks_plain_ldap(address, self.deadlines).await {
            return Miss::Final(DirectoryProblem { failure: F::TlsOnPlainPort { port: self.port }, ..problem });
        }
        Miss::Unreached(problem)
    }

    fn unreachable(&self, error: &std::io::Error) -> DirectoryProblem {
        problem_with(F::Unreachable { address: self.server.clone() }, error.to_string())
    }
}

impl Miss {
    fn into_problem(self) -> DirectoryProblem {
        match self {
            Miss::Unreached(problem) | Miss::Final(problem) => problem,
        }
    }
}

fn is_silence(problem: &DirectoryProblem) -> bool {
    matches!(problem.failure, F::ConnectionLost { .. } | F::TimedOut { .. })
}

fn list(addresses: &[SocketAddr]) -> String {
    addresses.iter().map(|address| address.ip().to_string()).collect::<Vec<_>>().join(", ")
}

fn describe(encrypted: &Encrypted, journal: &mut Journal) -> StepOutcome {
    let Some(leaf) = &encrypted.leaf else {
        journal.learn(encrypted.version);
        return StepOutcome::Ok;
    };
    journal.learn(format!("{}, certificate valid until {}", encrypted.version, day(leaf.until)));
    if leaf.until - OffsetDateTime::now_utc() > SOON {
        return StepOutcome::Ok;
    }
    journal.learn("The certificate ends soon: renew it on the server.");
    StepOutcome::Warning
}
