//! A TCP proxy in front of a real server, which breaks what the server says at a chosen byte.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, DropGuard};

/// What happens to the bytes from the server, on every connection made from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// After so many, the connection is closed.
    Cut(usize),
    /// After so many, the connection is reset.
    Reset(usize),
    /// After so many, nothing more comes, and the connection stays open.
    Stall(usize),
    /// After so many, they come one at a time, with a pause before each.
    Trickle(usize, Duration),
}

/// A running proxy on a port of its own. Dropping it closes everything.
pub struct Proxy {
    pub port: u16,
    way: Arc<Mutex<(u16, Fault)>>,
    passed: Arc<AtomicUsize>,
    accepting: Option<JoinHandle<()>>,
    stop: CancellationToken,
    _stop: DropGuard,
    /// Keeps the port while nobody listens.
    _place: TcpSocket,
}

impl Proxy {
    /// Leads to this loopback port.
    pub async fn to(target: u16) -> Proxy {
        let place = bound(([127, 0, 0, 1], 0).into());
        let port = place.local_addr().unwrap().port();
        let stop = CancellationToken::new();
        let mut proxy = Proxy {
            port,
            way: Arc::new(Mutex::new((target, Fault::None))),
            passed: Arc::default(),
            accepting: None,
            _stop: stop.clone().drop_guard(),
            stop,
            _place: place,
        };
        proxy.listen();
        proxy
    }

    /// Leads new connections to another port.
    pub fn lead_to(&self, target: u16) {
        self.way.lock().unwrap().0 = target;
    }

    pub fn set(&self, fault: Fault) {
        self.way.lock().unwrap().1 = fault;
    }

    /// Nobody listens any more, until [`Proxy::listen`].
    pub async fn refuse(&mut self) {
        let accepting = self.accepting.take().expect("the proxy should be listening");
        accepting.abort();
        let _ = accepting.await;
    }

    pub fn listen(&mut self) {
        let listener = bound(([127, 0, 0, 1], self.port).into()).listen(64).unwrap();
        let (way, passed, stop) = (self.way.clone(), self.passed.clone(), self.stop.clone());
        let accepting = accept(listener, way, passed, stop.clone());
        self.accepting = Some(tokio::spawn(async move {
            stop.run_until_cancelled(accepting).await;
        }));
    }

    /// Bytes that the last connection carried from the server.
    pub fn passed(&self) -> usize {
        self.passed.load(Ordering::SeqCst)
    }
}

/// Several sockets may be bound to one port as long as only one listens.
fn bound(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseaddr(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

async fn accept(
    listener: TcpListener,
    way: Arc<Mutex<(u16, Fault)>>,
    passed: Arc<AtomicUsize>,
    stop: CancellationToken,
) {
    while let Ok((client, _)) = listener.accept().await {
        let (target, fault) = *way.lock().unwrap();
        passed.store(0, Ordering::SeqCst);
        let passed = passed.clone();
        tokio::spawn(stop.clone().run_until_cancelled_owned(async move {
            carry(client, target, fault, &passed).await;
        }));
    }
}

async fn carry(mut client: TcpStream, target: u16, fault: Fault, passed: &AtomicUsize) {
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", target)).await else { return };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let (mut from_client, mut to_client) = client.split();
    let (mut from_server, mut to_server) = server.split();
    let up = async {
        let _ = tokio::io::copy(&mut from_client, &mut to_server).await;
    };
    tokio::pin!(up);
    let gone = tokio::select! {
        () = &mut up => true,
        () = down(&mut from_server, &mut to_client, fault, passed) => false,
    };
    match fault {
        _ if gone => {}
        Fault::Reset(_) => {
            // Closed so, a socket says RST.
            let _ = socket2::SockRef::from(to_client.as_ref()).set_linger(Some(Duration::ZERO));
        }
        _ => {
            let _ = to_client.shutdown().await;
            // Closed with something unread in it, a socket says RST, too.
            up.await;
        }
    }
}

async fn down(from: &mut ReadHalf<'_>, to: &mut WriteHalf<'_>, fault: Fault, passed: &AtomicUsize) {
    let (whole, then) = match fault {
        Fault::None => (usize::MAX, None),
        Fault::Cut(whole) | Fault::Reset(whole) | Fault::Stall(whole) => (whole, None),
        Fault::Trickle(whole, pause) => (whole, Some(pause)),
    };
    let (mut buffer, mut sent) = (vec![0; 64 << 10], 0);
    loop {
        let room = match then {
            None => buffer.len().min(whole - sent),
            Some(_) => buffer.len(),
        };
        if room == 0 && matches!(fault, Fault::Stall(_)) {
            std::future::pending::<()>().await;
        }
        if room == 0 {
            return;
        }
        let Ok(count @ 1..) = from.read(&mut buffer[..room]).await else { return };
        let quick = count.min(whole.saturating_sub(sent));
        if to.write_all(&buffer[..quick]).await.is_err() {
            return;
        }
        for byte in &buffer[quick..count] {
            tokio::time::sleep(then.unwrap_or_default()).await;
            if to.write_all(&[*byte]).await.is_err() {
                return;
            }
        }
        sent += count;
        passed.store(sent, Ordering::SeqCst);
    }
}
