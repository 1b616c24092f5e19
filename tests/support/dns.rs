//! A name server whose records a test decides: SRV and A, over UDP.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use tokio::net::UdpSocket;
use tokio_util::sync::{CancellationToken, DropGuard};

const A: u16 = 1;
const SRV: u16 = 33;

/// How it answers what it has no record for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Otherwise {
    /// There is no such name.
    Unknown,
    /// It cannot tell (SERVFAIL).
    Fails,
    Silent,
}

type Records = HashMap<(String, u16), Vec<Vec<u8>>>;

/// A running name server. Dropping it ends it.
pub struct TestDns {
    pub port: u16,
    records: Arc<Mutex<Records>>,
    _stop: DropGuard,
}

impl TestDns {
    pub async fn start() -> TestDns {
        TestDns::that(Otherwise::Unknown).await
    }

    pub async fn that(otherwise: Otherwise) -> TestDns {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let port = socket.local_addr().unwrap().port();
        let records: Arc<Mutex<Records>> = Arc::default();
        let stop = CancellationToken::new();
        let known = records.clone();
        tokio::spawn(stop.clone().run_until_cancelled_owned(async move {
            let mut buffer = [0; 1500];
            while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
                let answer = answer(&buffer[..length], &known.lock().unwrap(), otherwise);
                if let Some(answer) = answer {
                    let _ = socket.send_to(&answer, from).await;
                }
            }
        }));
        TestDns { port, records, _stop: stop.drop_guard() }
    }

    /// For `MUSTER_NAME_SERVERS`.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Says from now on that these are the servers of a service: priority, port, name.
    pub fn services(&self, service: &str, servers: &[(u16, u16, &str)]) {
        let records = servers.iter().map(|(priority, port, target)| {
            let numbers = [*priority, 10, *port].map(u16::to_be_bytes).concat();
            [numbers, name(target)].concat()
        });
        self.records.lock().unwrap().insert((service.to_owned(), SRV), records.collect());
    }

    /// Says from now on that this name is this machine's.
    pub fn here(&self, host: &str) {
        let address = Ipv4Addr::LOCALHOST.octets().to_vec();
        self.records.lock().unwrap().insert((host.to_owned(), A), vec![address]);
    }
}

/// A name as labels (RFC 1035 §3.1); `.` is the root.
fn name(text: &str) -> Vec<u8> {
    let labels = text.split('.').filter(|label| !label.is_empty());
    let labels = labels.flat_map(|label| [&[u8::try_from(label.len()).unwrap()][..], label.as_bytes()].concat());
    labels.chain([0]).collect()
}

fn answer(question: &[u8], records: &Records, otherwise: Otherwise) -> Option<Vec<u8>> {
    let (mut at, mut labels) = (12, Vec::new());
    while question[at] != 0 {
        let end = at + 1 + usize::from(question[at]);
        labels.push(String::from_utf8_lossy(&question[at + 1..end]).to_ascii_lowercase());
        at = end;
    }
    let (asked, kind) = (labels.join("."), u16::from_be_bytes([question[at + 1], question[at + 2]]));
    let found = records.get(&(asked.clone(), kind)).cloned().unwrap_or_default();
    let name_is_known = records.keys().any(|(known, _)| *known == asked);
    let code = match otherwise {
        _ if name_is_known => 0,
        Otherwise::Unknown => 3,
        Otherwise::Fails => 2,
        Otherwise::Silent => return None,
    };
    // A response with recursion; the question as it was, and every answer under its name.
    let counts = [1, u16::try_from(found.len()).unwrap(), 0, 0].map(u16::to_be_bytes).concat();
    let mut message = [&question[..2], &[0x81, 0x80 | code], &counts, &question[12..at + 5]].concat();
    for data in found {
        let length = u16::try_from(data.len()).unwrap().to_be_bytes();
        message.extend([&[0xc0, 12][..], &kind.to_be_bytes(), &[0, 1, 0, 0, 0, 60], &length, &data].concat());
    }
    Some(message)
}
