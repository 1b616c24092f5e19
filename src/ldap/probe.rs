//! Finds out, once something failed, whether the port speaks the other of plain LDAP and TLS. Says
//! nothing secret.

use super::deadlines::Deadlines;
use super::tls::Trust;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A search for the root DSE without attributes: base "", scope base, `(objectClass=*)`, `1.1`.
const ROOT_SEARCH: &[u8] = b"\x30\x2a\x02\x01\x01\x63\x25\x04\x00\x0a\x01\x00\x0a\x01\x00\x02\x01\x01\x02\x01\x05\x01\x01\x00\x87\x0bobjectClass\x30\x05\x04\x031.1";

/// Whether TLS is spoken from the first byte.
pub(super) async fn speaks_tls(address: SocketAddr, deadlines: &Deadlines) -> bool {
    let Some(hello) = Trust::hello() else {
        return false;
    };
    // A handshake record, or an alert that refuses this client's offer.
    matches!(first_bytes(address, &hello, deadlines).await, Some([0x15 | 0x16, 0x03]))
}

/// Whether plain LDAP is spoken.
pub(super) async fn speaks_plain_ldap(address: SocketAddr, deadlines: &Deadlines) -> bool {
    matches!(first_bytes(address, ROOT_SEARCH, deadlines).await, Some([0x30, _]))
}

async fn first_bytes(address: SocketAddr, question: &[u8], deadlines: &Deadlines) -> Option<[u8; 2]> {
    let ask = async {
        let mut tcp = TcpStream::connect(address).await.ok()?;
        tcp.write_all(question).await.ok()?;
        let mut answer = [0; 2];
        tcp.read_exact(&mut answer).await.ok()?;
        Some(answer)
    };
    let limit = deadlines.encrypt.min(Duration::from_secs(2));
    tokio::time::timeout(limit, ask).await.ok().flatten()
}
