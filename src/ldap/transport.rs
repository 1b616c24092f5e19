//! The way to the server: TCP, StartTLS, TLS, and a pump that lets only checked messages through to
//! the LDAP library, which is given one end of a local socket instead of the network.

use super::deadlines::Deadlines;
use super::error::{Outcome, problem_with, seconds};
use super::frame::{self, Message, Refusal};
use super::gate::{Fault, Gate};
use crate::model::{ConnectionFailure, DirectoryProblem};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// A way to the server, plain or encrypted.
pub(super) trait Way: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Way for T {}

/// Room that is made for reading at a time.
const CHUNK: usize = 64 << 10;

/// The StartTLS request (RFC 4511 §4.14.1) with message id 1.
const START_TLS: &[u8] = b"\x30\x1d\x02\x01\x01\x77\x18\x80\x161.3.6.1.4.1.1466.20037";

/// Connects to the first address that answers. `server` is how an administrator wrote it.
pub(super) async fn dial(addresses: &[SocketAddr], server: &str, deadlines: &Deadlines) -> Outcome<TcpStream> {
    let mut failures: Vec<(u8, ConnectionFailure)> = Vec::new();
    let mut details = Vec::new();
    for address in addresses {
        let error = match tokio::time::timeout(deadlines.connect, TcpStream::connect(address)).await {
            Ok(Ok(tcp)) => return prepare(tcp, server),
            Ok(Err(error)) => Some(error),
            Err(_) => None,
        };
        let words = error.as_ref().map_or_else(|| "no answer".to_owned(), ToString::to_string);
        details.push(format!("{address}: {words}"));
        failures.push(explain(error.as_ref(), server, deadlines.connect));
    }
    // The most telling one: "refused" says more than "no way there", which any address without
    // IPv6 at hand answers.
    let failure = failures.into_iter().max_by_key(|(rank, _)| *rank).map(|(_, failure)| failure);
    let failure = failure.unwrap_or(ConnectionFailure::UnknownHost { host: server.into() });
    Err(problem_with(failure, details.join("; ")))
}

fn explain(error: Option<&std::io::Error>, server: &str, limit: Duration) -> (u8, ConnectionFailure) {
    use std::io::ErrorKind as K;
    let address = server.to_owned();
    match error.map(std::io::Error::kind) {
        Some(K::ConnectionRefused) => (2, ConnectionFailure::ConnectionRefused { address }),
        None | Some(K::TimedOut) => (1, ConnectionFailure::ConnectTimedOut { address, seconds: seconds(limit) }),
        Some(_) => (0, ConnectionFailure::Unreachable { address }),
    }
}

fn prepare(tcp: TcpStream, server: &str) -> Outcome<TcpStream> {
    let keepalive = socket2::TcpKeepalive::new()
        .with_time(Duration::from_secs(30))
        .with_interval(Duration::from_secs(10))
        .with_retries(3);
    let done = socket2::SockRef::from(&tcp).set_tcp_keepalive(&keepalive).and_then(|()| tcp.set_nodelay(true));
    done.map_err(|error| problem_with(ConnectionFailure::Unreachable { address: server.into() }, error.to_string()))?;
    Ok(tcp)
}

/// Why StartTLS did not work out.
pub(super) enum StartTlsError {
    Refused(DirectoryProblem),
    Broken(Fault),
}

/// Asks for TLS. Nothing else was said before, and nothing but its answer may have come.
pub(super) async fn start_tls(tcp: &mut TcpStream) -> Result<(), StartTlsError> {
    let broken = |error: std::io::Error| StartTlsError::Broken(Fault::Io(error.to_string()));
    tcp.write_all(START_TLS).await.map_err(broken)?;
    let mut buffer = Vec::new();
    let refused = |refusal| StartTlsError::Broken(Fault::Refused(refusal));
    let end = loop {
        match next_message(&mut buffer, 0).map_err(refused)? {
            Some((message, end)) => break (message, end),
            None if tcp.read_buf(&mut buffer).await.map_err(broken)? == 0 => {
                return Err(StartTlsError::Broken(Fault::Closed));
            }
            None => {}
        }
    };
    let (message, end) = end;
    let answer = frame::answer(&buffer[..end]);
    let Some(answer) = answer else {
        return Err(refused(Refusal::Broken("an answer without a result")));
    };
    if message.id == 0 {
        return Err(StartTlsError::Broken(Fault::Notice(answer)));
    }
    // Bytes after the answer would have been put there in plain text, to be taken for encrypted ones.
    if message.id != 1 || message.op != frame::EXTENDED_RESPONSE || end != buffer.len() {
        return Err(refused(Refusal::Broken("another answer than StartTLS's")));
    }
    if answer.code != 0 {
        let failure = ConnectionFailure::StartTlsRefused { result_code: answer.code };
        return Err(StartTlsError::Refused(problem_with(failure, answer.text)));
    }
    Ok(())
}

/// Carries bytes between the network and the library until one side ends; says why on the gate.
pub(super) async fn pump(network: Box<dyn Way>, local: UnixStream, gate: Arc<Gate>) {
    let (from_server, mut to_server) = tokio::io::split(network);
    let (mut from_library, to_library) = local.into_split();
    let up = async {
        let copied = tokio::io::copy(&mut from_library, &mut to_server).await;
        let _ = to_server.shutdown().await;
        copied.map_or_else(|error| broken(&error), |_| Fault::Closed)
    };
    let fault = tokio::select! {
        fault = down(from_server, to_library, &gate) => fault,
        fault = up => fault,
    };
    // Before the local socket closes, so that whoever sees the end finds the reason.
    gate.fail(fault);
    drop(from_library);
}

async fn down(mut from_server: impl AsyncRead + Unpin, mut to_library: impl AsyncWrite + Unpin, gate: &Gate) -> Fault {
    let mut buffer = Vec::with_capacity(CHUNK);
    loop {
        let (end, lengths, fault) = check_all(&mut buffer, gate);
        if to_library.write_all(&buffer[..end]).await.is_err() {
            return Fault::Closed;
        }
        if let Some(fault) = fault {
            gate.fail(fault.clone());
            return fault;
        }
        buffer.drain(..end);
        gate.passed(&lengths).await;
        buffer.reserve(CHUNK);
        match from_server.read_buf(&mut buffer).await {
            Ok(0) => return Fault::Closed,
            Ok(_) => {}
            Err(error) => return broken(&error),
        }
    }
}

fn broken(error: &std::io::Error) -> Fault {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        Some(rustls::Error::AlertReceived(alert)) => Fault::Alert(*alert),
        _ => Fault::Io(error.to_string()),
    }
}

/// Checks all whole messages in the buffer: where they end, their lengths, and what ends the connection.
fn check_all(buffer: &mut [u8], gate: &Gate) -> (usize, Vec<usize>, Option<Fault>) {
    let (mut at, mut lengths) = (0, Vec::new());
    loop {
        match next_message(buffer, at) {
            Ok(None) => return (at, lengths, None),
            Err(refusal) => return (at, lengths, Some(Fault::Refused(refusal))),
            Ok(Some((Message { id: 0, .. }, end))) => {
                let notice = frame::answer(&buffer[at..end]);
                let broken = Fault::Refused(Refusal::Broken("an improper notice of disconnection"));
                return (at, lengths, Some(notice.map_or(broken, Fault::Notice)));
            }
            Ok(Some((message, _))) if !gate.admits(message.op) => {
                let unasked = Refusal::Broken("an answer of a kind that was not asked for");
                return (at, lengths, Some(Fault::Refused(unasked)));
            }
            Ok(Some((_, end))) => {
                lengths.push(end - at);
                at = end;
            }
        }
    }
}

/// The message that begins at `at`, if it is there as a whole, and where it ends.
fn next_message(buffer: &mut [u8], at: usize) -> Result<Option<(Message, usize)>, Refusal> {
    let rest = &mut buffer[at..];
    match frame::message_length(rest)? {
        Some(length) if length <= rest.len() => Ok(Some((frame::check_message(&mut rest[..length])?, at + length))),
        _ => Ok(None),
    }
}
