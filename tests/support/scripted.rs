//! An LDAP server whose answers a test decides, one request at a time: what no healthy server would say.

use futures::{SinkExt, StreamExt};
use ldap3_proto::LdapCodec;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindResponse, LdapMsg, LdapOp, LdapPartialAttribute, LdapResult, LdapResultCode, LdapSearchResultEntry,
};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::codec::Framed;
use tokio_util::sync::{CancellationToken, DropGuard};

/// One step of an answer.
#[derive(Debug, Clone)]
pub enum Answer {
    /// A message with the request's id.
    Say(LdapOp),
    /// The same with controls.
    SayWith(LdapOp, Vec<LdapControl>),
    /// These bytes, as they are.
    Bytes(Vec<u8>),
    /// The same so many times.
    Repeat(Vec<u8>, usize),
    /// Nothing for so long.
    Pause(Duration),
    /// Nothing more, and the connection stays open.
    Silence,
    /// Nothing more, and the connection is closed.
    Close,
}

/// A running scripted server. Dropping it closes everything.
pub struct ScriptedLdap {
    pub port: u16,
    requests: Arc<Mutex<Vec<LdapMsg>>>,
    connections: Arc<AtomicUsize>,
    _stop: DropGuard,
}

impl ScriptedLdap {
    /// Answers each request with what `script` says to it.
    pub async fn start(script: impl Fn(&LdapMsg) -> Vec<Answer> + Send + Sync + 'static) -> ScriptedLdap {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests: Arc<Mutex<Vec<LdapMsg>>> = Arc::default();
        let stop = CancellationToken::new();
        let (script, seen, token) = (Arc::new(script), requests.clone(), stop.clone());
        let connections: Arc<AtomicUsize> = Arc::default();
        let counter = connections.clone();
        tokio::spawn(stop.clone().run_until_cancelled_owned(async move {
            while let Ok((socket, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                let (script, seen) = (script.clone(), seen.clone());
                tokio::spawn(token.clone().run_until_cancelled_owned(async move {
                    converse(socket, &*script, &seen).await;
                }));
            }
        }));
        ScriptedLdap { port, requests, connections, _stop: stop.drop_guard() }
    }

    /// How often somebody has connected.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Every request so far, of all connections.
    pub fn requests(&self) -> Vec<LdapMsg> {
        self.requests.lock().unwrap().clone()
    }
}

async fn converse(
    socket: TcpStream,
    script: &(dyn Fn(&LdapMsg) -> Vec<Answer> + Send + Sync),
    seen: &Mutex<Vec<LdapMsg>>,
) {
    // Or many short messages would wait for an acknowledgement each.
    let _ = socket.set_nodelay(true);
    let mut frames = Framed::new(socket, LdapCodec::new(Some(4 << 20), None));
    while let Some(Ok(request)) = frames.next().await {
        seen.lock().unwrap().push(request.clone());
        if matches!(request.op, LdapOp::UnbindRequest) {
            return;
        }
        for answer in script(&request) {
            let sent = match answer {
                Answer::Say(op) => frames.send(LdapMsg { msgid: request.msgid, op, ctrl: Vec::new() }).await,
                Answer::SayWith(op, ctrl) => frames.send(LdapMsg { msgid: request.msgid, op, ctrl }).await,
                Answer::Bytes(bytes) => frames.get_mut().write_all(&bytes).await,
                Answer::Repeat(bytes, times) => repeat(frames.get_mut(), &bytes, times).await,
                Answer::Pause(time) => {
                    tokio::time::sleep(time).await;
                    Ok(())
                }
                Answer::Silence => std::future::pending().await,
                Answer::Close => return,
            };
            if sent.is_err() {
                return;
            }
        }
    }
}

async fn repeat(socket: &mut TcpStream, bytes: &[u8], times: usize) -> std::io::Result<()> {
    for _ in 0..times {
        socket.write_all(bytes).await?;
    }
    Ok(())
}

/// What most servers would say: accepts every bind, has a root DSE, finds nobody. For scripts to fall back to.
pub fn plainly(request: &LdapMsg) -> Vec<Answer> {
    match &request.op {
        LdapOp::BindRequest(_) => vec![bind_result(LdapResultCode::Success, "")],
        LdapOp::SearchRequest(search) if search.base.is_empty() => {
            vec![entry("", &[("namingContexts", "dc=example,dc=test")]), done(LdapResultCode::Success, "")]
        }
        LdapOp::SearchRequest(_) => vec![done(LdapResultCode::Success, "")],
        _ => vec![Answer::Close],
    }
}

/// The answer to a bind.
pub fn bind_result(code: LdapResultCode, message: &str) -> Answer {
    Answer::Say(LdapOp::BindResponse(LdapBindResponse { res: result(code, message), saslcreds: None }))
}

/// A search result; an attribute may come several times.
pub fn entry(dn: &str, attributes: &[(&str, &str)]) -> Answer {
    let mut grouped: Vec<LdapPartialAttribute> = Vec::new();
    for (name, value) in attributes {
        let value = value.as_bytes().to_vec();
        match grouped.iter_mut().find(|known| known.atype == *name) {
            Some(known) => known.vals.push(value),
            None => grouped.push(LdapPartialAttribute { atype: (*name).to_owned(), vals: vec![value] }),
        }
    }
    Answer::Say(LdapOp::SearchResultEntry(LdapSearchResultEntry { dn: dn.to_owned(), attributes: grouped }))
}

/// The end of a search.
pub fn done(code: LdapResultCode, message: &str) -> Answer {
    Answer::Say(LdapOp::SearchResultDone(result(code, message)))
}

/// The end of a page; an empty cookie says that it was the last.
pub fn page_done(code: LdapResultCode, cookie: &[u8]) -> Answer {
    let page = LdapControl::SimplePagedResults { size: 0, cookie: cookie.to_vec() };
    Answer::SayWith(LdapOp::SearchResultDone(result(code, "")), vec![page])
}

pub fn result(code: LdapResultCode, message: &str) -> LdapResult {
    LdapResult { code, matcheddn: String::new(), message: message.to_owned(), referral: Vec::new() }
}
