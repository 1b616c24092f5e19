//! From the settings to an encrypted connection: the servers in their order. The next one is tried
//! only when the one before could not be reached; the servers that DNS names for a domain stand at the
//! domain's place in that order.

use super::access::Access;
use super::certificate::{Leaf, day};
use super::deadlines::Deadlines;
use super::dns;
use super::error::{self, Outcome, problem, problem_with, timed_out};
use super::identity::Asked;
use super::journal::Journal;
use super::other_tls;
use super::probe;
use super::session::{Peer, Session};
use super::srv::{self, Candidate};
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
    let mut in_vain = InVain { several: settings.hosts.entries().len() > 1, furthest: None };
    for entry in settings.hosts.entries() {
        let left = || deadlines.reach.saturating_sub(began.elapsed());
        if in_vain.furthest.is_some() && left().is_zero() {
            break;
        }
        journal.begin(StepName::Resolve);
        let limit = deadlines.resolve.min(left());
        let candidates = match srv::candidates(entry, settings, limit, journal).await {
            Ok(candidates) => candidates,
            Err(missed) => {
                in_vain.note(missed, journal);
                continue;
            }
        };
        in_vain.several |= candidates.len() > 1;
        for candidate in candidates {
            if in_vain.furthest.is_some() && left().is_zero() {
                break;
            }
            let mut attempt = Attempt::new(candidate, access, deadlines);
            let missed = match tokio::time::timeout(left(), attempt.run(journal)).await {
                Ok(Ok(session)) => return Ok(session),
                Ok(Err(Miss::Final(problem))) => return journal.note(Err(problem)),
                Ok(Err(Miss::Unreached(problem))) => problem,
                Err(_) => timed_out("connecting", deadlines.reach),
            };
            tracing::debug!(server = %attempt.server, %missed, "a directory server cannot be reached");
            in_vain.note(missed, journal);
        }
    }
    let nothing = (StepName::Resolve, problem(F::UnknownHost { host: String::new() }));
    let (step, missed) = in_vain.furthest.unwrap_or(nothing);
    journal.fail(step, &missed);
    Err(missed)
}

/// The servers that could not be reached.
struct InVain {
    /// There is another one to try, or there was.
    several: bool,
    /// The one that came furthest.
    furthest: Option<(StepName, DirectoryProblem)>,
}

impl InVain {
    fn note(&mut self, missed: DirectoryProblem, journal: &mut Journal) {
        let step = journal.current().unwrap_or(StepName::Connect);
        if self.several {
            journal.pass_over(&missed);
        }
        if self.furthest.as_ref().is_none_or(|(before, _)| *before as u8 <= step as u8) {
            self.furthest = Some((step, missed));
        }
    }
}

/// One server's turn.
struct Attempt<'a> {
    to: Candidate,
    access: &'a Access,
    deadlines: &'a Deadlines,
    port: u16,
    /// With its port, for people.
    server: String,
}

impl<'a> Attempt<'a> {
    fn new(to: Candidate, access: &'a Access, deadlines: &'a Deadlines) -> Self {
        let port = to.port;
        let server = HostEntry { host: to.host.clone(), port: Some(port) }.to_string();
        Attempt { to, access, deadlines, port, server }
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
        let (way, outcome, asked) = self.encrypt(tcp, address, journal).await?;
        journal.end(outcome);

        let encrypted = self.access.settings.security != TransportSecurity::None;
        let peer = Peer { server: self.server.clone(), address, encrypted, asked };
        Session::start(way, peer, *self.deadlines).await.map_err(Miss::Final)
    }

    async fn resolve(&self) -> Outcome<Vec<SocketAddr>> {
        let name = match &self.to.host {
            Host::V4(address) => return Ok(vec![(*address, self.port).into()]),
            Host::V6(address) => return Ok(vec![(*address, self.port).into()]),
            Host::Name(name) | Host::Srv(name) => name,
        };
        let unknown = |details: &str| problem_with(F::UnknownHost { host: name.clone() }, details);
        let limit = self.deadlines.resolve;
        let found = async {
            match self.to.by_dns {
                true => {
                    let found = dns::addresses(name).await?.into_iter();
                    Ok::<Vec<SocketAddr>, String>(found.map(|ip| (ip, self.port).into()).collect())
                }
                false => {
                    let found = tokio::net::lookup_host((name.as_str(), self.port)).await;
                    Ok(found.map_err(|error| error.to_string())?.collect())
                }
            }
        };
        match tokio::time::timeout(limit, found).await {
            Ok(Ok(found)) if found.is_empty() => Err(unknown("DNS has no address for it.")),
            Ok(Ok(found)) => Ok(found.into_iter().take(MAX_ADDRESSES).collect()),
            Ok(Err(words)) => Err(unknown(&words)),
            Err(_) => Err(unknown(&format!("DNS did not answer within {} s.", error::seconds(limit)))),
        }
    }

    async fn encrypt(
        &self,
        mut tcp: TcpStream,
        address: SocketAddr,
        journal: &mut Journal,
    ) -> Result<(Box<dyn Way>, StepOutcome, Option<Asked>), Miss> {
        let security = self.access.settings.security;
        if security == TransportSecurity::None {
            journal.learn("No encryption: agents' passwords cross the network readable.");
            return Ok((Box::new(tcp), StepOutcome::Skipped, None));
        }
        let trust = Trust::load(self.access).await.map_err(Miss::Final)?;
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
        let shaken = tokio::time::timeout(left, tls::handshake(tcp, &self.to.named, &trust)).await;
        match shaken {
            Ok(Ok((stream, encrypted))) => {
                let outcome = describe(&encrypted, journal);
                Ok((Box::new(stream), outcome, encrypted.asked))
            }
            Ok(Err(HandshakeError::Untrusted(problem, shown))) => {
                journal.show(*shown);
                Err(Miss::Final(problem))
            }
            Ok(Err(error)) => Err(self.explain(error, address).await),
            Err(_) => Err(self.perhaps_plain(timed_out(ENCRYPTING, limit), address).await),
        }
    }

    async fn explain(&self, error: HandshakeError, address: SocketAddr) -> Miss {
        match error {
            HandshakeError::Problem(problem) | HandshakeError::Untrusted(problem, _) => Miss::Final(problem),
            HandshakeError::Ended(words) => {
                let lost = problem_with(F::ConnectionLost { doing: ENCRYPTING.into() }, words);
                match self.perhaps_plain(lost, address).await {
                    Miss::Unreached(problem) => self.perhaps_other_tls(problem, address).await,
                    told => told,
                }
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

    /// After TLS found no answer and plain LDAP neither: perhaps the server has only what is not spoken here.
    async fn perhaps_other_tls(&self, problem: DirectoryProblem, address: SocketAddr) -> Miss {
        match other_tls::cause(address, self.access.settings.security, self.deadlines).await {
            Some(failure) => Miss::Final(DirectoryProblem { failure, ..problem }),
            None => Miss::Unreached(problem),
        }
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
    let ends_soon = |leaf: &Leaf| leaf.until - OffsetDateTime::now_utc() <= SOON;
    let mut outcome = StepOutcome::Ok;
    match &encrypted.leaf {
        Some(leaf) => journal.learn(format!("{}, certificate valid until {}", encrypted.version, day(leaf.until))),
        None => journal.learn(encrypted.version),
    }
    if encrypted.leaf.as_ref().is_some_and(ends_soon) {
        journal.learn("The certificate ends soon: renew it on the server.");
        outcome = StepOutcome::Warning;
    }
    let shown = encrypted.asked.as_ref().and_then(|asked| asked.shown.as_ref());
    if let Some(shown) = shown {
        journal.learn(format!("Client certificate shown, valid until {}", day(shown.until)));
        if ends_soon(shown) {
            journal.learn("The client certificate ends soon, or has ended: put a new one under Client certificate.");
            outcome = StepOutcome::Warning;
        }
    }
    outcome
}
