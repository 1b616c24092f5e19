//! Connections: how many, how long each may take, with TLS or without. What is said on them is actix's.
//!
//! Put together from the parts of actix's own `HttpServer`, which leaves no place to watch over a connection, and
//! whose TLS brings HTTP/2 along.

mod connection;
mod crowd;
mod tls;

pub use tls::Tls;

use actix_http::body::MessageBody;
use actix_http::{HttpService, Request, Response};
use actix_server::{Server, ServerBuilder};
use actix_service::{IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::dev::AppConfig;
use connection::Connection;
use crowd::{Crowd, Place};
use std::fmt::Debug;
use std::io::{Error, ErrorKind, Result};
use std::net::TcpListener;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The first head of a connection must be here by then.
const FIRST_HEAD: Duration = Duration::from_secs(10);
/// A connection may rest this long.
const KEEP_ALIVE: Duration = Duration::from_secs(60);
/// And say good-bye this long.
const GOOD_BYE: Duration = Duration::from_secs(5);
/// A handshake must be over by then. How many there are at once is bounded by the places of [`Crowd`] alone: silent ones
/// cost little, and turns would let them hold up everybody else.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// What the system keeps of an answer that is not taken yet (it doubles it): a bound for its memory, and why
/// slow progress can be seen here.
const SEND_BUFFER: usize = 128 << 10;

/// How the panel is reached.
pub(super) struct Entrance {
    pub(super) listener: TcpListener,
    pub(super) tls: Option<Tls>,
    pub(super) trusted_proxies: Vec<ipnet::IpNet>,
    /// Requests still running at a stop get this long.
    pub(super) grace: Duration,
}

/// Starts answering; the caller awaits the server and stops it by its handle.
pub(super) fn serve<F, I, S, B>(entrance: Entrance, application: F) -> Result<Server>
where
    F: Fn() -> I + Send + Clone + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig> + 'static,
    S::Error: Into<actix_web::Error>,
    S::InitError: Debug,
    S::Response: Into<Response<B>>,
    B: MessageBody + 'static,
{
    let Entrance { listener, tls, trusted_proxies, grace } = entrance;
    socket2::SockRef::from(&listener).set_send_buffer_size(SEND_BUFFER)?;
    let workers = workers();
    let room = crowd::room();
    let builder = ServerBuilder::new()
        .workers(workers)
        .max_concurrent_connections(room / workers)
        .shutdown_timeout(grace.as_secs())
        .disable_signals();
    let stopping = builder.graceful_shutdown_signal();
    let door = Door { crowd: Crowd::new(&trusted_proxies, room), tls: tls.map(|tls| TlsAcceptor::from(tls.config())) };
    let builder = builder.listen("panel", listener, move || {
        let (door, stopping) = (door.clone(), stopping.clone());
        let http = HttpService::build()
            .keep_alive(KEEP_ALIVE)
            .client_request_timeout(FIRST_HEAD)
            .client_disconnect_timeout(GOOD_BYE)
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            });
        let application = application().into_factory().map_err(|error| error.into().error_response());
        let http = http.h1(map_config(application, |_| AppConfig::default()));
        fn_service(move |stream: TcpStream| {
            let door = door.clone();
            async move {
                let peer = stream.peer_addr().ok();
                Ok((Connection::new(door.let_in(stream).await?), peer))
            }
        })
        .and_then(http)
    })?;
    Ok(builder.run())
}

/// Threads that answer.
pub(super) fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8)
}

/// Who may come in, and how.
#[derive(Clone)]
struct Door {
    crowd: Crowd,
    tls: Option<TlsAcceptor>,
}

impl Door {
    async fn let_in(&self, stream: TcpStream) -> Result<Guest> {
        let full = || Error::new(ErrorKind::ConnectionRefused, "too many connections from this address");
        let place = self.crowd.enter(stream.peer_addr()?.ip()).ok_or_else(full)?;
        stream.set_nodelay(true)?;
        let stream = match &self.tls {
            None => Stream::Plain(stream),
            Some(tls) => Stream::Tls(Box::new(self.shake_hands(tls, stream).await?)),
        };
        Ok(Guest { stream, _place: place })
    }

    async fn shake_hands(&self, tls: &TlsAcceptor, stream: TcpStream) -> Result<TlsStream<TcpStream>> {
        tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into()))
    }
}

/// A connection that was let in, with its place in the crowd.
struct Guest {
    stream: Stream,
    _place: Place,
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// Hands the call to whichever stream it is.
macro_rules! forward {
    ($guest:ident . $method:ident ($($argument:expr),*)) => {
        match &mut $guest.get_mut().stream {
            Stream::Plain(stream) => Pin::new(stream).$method($($argument),*),
            Stream::Tls(stream) => Pin::new(stream).$method($($argument),*),
        }
    };
}

impl AsyncRead for Guest {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        forward!(self.poll_read(context, buffer))
    }
}

impl AsyncWrite for Guest {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        forward!(self.poll_write(context, bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        forward!(self.poll_flush(context))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        forward!(self.poll_shutdown(context))
    }
}
