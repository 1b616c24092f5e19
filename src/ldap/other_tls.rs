//! What a server that ends the handshake without a word would have taken instead: GnuTLS sends no alert by
//! itself. Asked on a connection of its own, once something failed; nothing secret is said.

use super::certificate::Leaf;
use super::deadlines::Deadlines;
use super::transport;
use crate::model::{ConnectionFailure, TransportSecurity};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Bytes of an answer that are looked at, at most.
const MAX_ANSWER: usize = 32 << 10;
/// Types of messages in a handshake (RFC 5246 §7.4).
const SERVER_HELLO: u8 = 2;
const CERTIFICATE: u8 = 11;

/// The cause that this server's answer to a client that takes nearly everything tells.
pub(super) async fn cause(
    address: SocketAddr,
    security: TransportSecurity,
    deadlines: &Deadlines,
) -> Option<ConnectionFailure> {
    let mut answer = Vec::new();
    let ask = async {
        let mut tcp = TcpStream::connect(address).await.ok()?;
        if security == TransportSecurity::StartTls {
            transport::start_tls(&mut tcp).await.ok()?;
        }
        tcp.write_all(&permissive_hello()).await.ok()?;
        while answer.len() < MAX_ANSWER && message(&answer, CERTIFICATE).is_none() {
            (tcp.read_buf(&mut answer).await.ok()? > 0).then_some(())?;
        }
        Some(())
    };
    let limit = deadlines.encrypt.min(Duration::from_secs(2));
    let _ = tokio::time::timeout(limit, ask).await;
    explain(&answer)
}

fn explain(answer: &[u8]) -> Option<ConnectionFailure> {
    match message(answer, SERVER_HELLO)?.get(..2)? {
        [3, 3] => {}
        [3, minor] if *minor < 3 => return Some(ConnectionFailure::OldTls),
        _ => return None,
    }
    // Some servers cannot sign with a short key as newer clients ask.
    let weak = message(answer, CERTIFICATE).and_then(|list| Leaf::read(part(list.get(3..)?)?)?.weakness);
    Some(weak.map_or(ConnectionFailure::NoCommonCipher, |what| ConnectionFailure::WeakCertificate { what }))
}

/// The body of a handshake message, put together from its records, if it is there as a whole.
fn message(answer: &[u8], wanted: u8) -> Option<Vec<u8>> {
    let (mut rest, mut stream) = (answer, Vec::new());
    while let [0x16, 3, _, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some(record) = after.get(..length) else {
            break;
        };
        stream.extend_from_slice(record);
        rest = &after[length..];
    }
    let mut messages = stream.as_slice();
    while let [kind, after @ ..] = messages {
        let body = part(after)?;
        if *kind == wanted {
            return Some(body.to_vec());
        }
        messages = &after[3 + body.len()..];
    }
    None
}

/// What stands behind a length of three bytes.
fn part(bytes: &[u8]) -> Option<&[u8]> {
    let [a, b, c, rest @ ..] = bytes else {
        return None;
    };
    let length = u32::from_be_bytes([0, *a, *b, *c]);
    rest.get(..usize::try_from(length).ok()?)
}

/// The ClientHello (RFC 5246 §7.4.1.2) of a client that takes every version up to 1.2 and every cipher.
fn permissive_hello() -> Vec<u8> {
    const CIPHERS: [u16; 28] = [
        0xc02f, 0xc030, 0xc02b, 0xc02c, 0xcca8, 0xcca9, 0xc013, 0xc014, 0xc009, 0xc00a, 0xc027, 0xc028, 0xc023, 0xc024,
        0x009e, 0x009f, 0x009c, 0x009d, 0x003c, 0x003d, 0x002f, 0x0035, 0x0033, 0x0039, 0x000a, 0x0016, 0x0005, 0x0004,
    ];
    // Groups x25519 and P-256 to P-521, uncompressed points, signatures with each digest from SHA-1 on.
    const EXTENSIONS: &[u8] = b"\x00\x0a\x00\x0a\x00\x08\x00\x1d\x00\x17\x00\x18\x00\x19\
        \x00\x0b\x00\x02\x01\x00\
        \x00\x0d\x00\x12\x00\x10\x04\x01\x05\x01\x06\x01\x04\x03\x05\x03\x06\x03\x02\x01\x02\x03";
    let two = |length: usize| u16::try_from(length).unwrap_or_default().to_be_bytes();
    let ciphers: Vec<u8> = CIPHERS.iter().flat_map(|cipher| cipher.to_be_bytes()).collect();
    let random: [u8; 32] = rand::random();
    let hello =
        [&[3, 3][..], &random, &[0], &two(ciphers.len()), &ciphers, &[1, 0], &two(EXTENSIONS.len()), EXTENSIONS]
            .concat();
    [&[0x16, 3, 1][..], &two(hello.len() + 4), &[1, 0], &two(hello.len()), &hello].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_that_a_server_chose_tells_the_cause() {
        let hello = |minor| [&[0x16, 3, 1, 0, 6, 2, 0, 0, 2, 3, minor][..], &[0x15, 3, 1, 0, 0]].concat();
        assert_eq!(explain(&hello(1)), Some(ConnectionFailure::OldTls));
        assert_eq!(explain(&hello(3)), Some(ConnectionFailure::NoCommonCipher));
    }

    #[test]
    fn whatever_else_comes_tells_nothing() {
        let whole = [0x16, 3, 3, 0, 6, 2, 0, 0, 2, 3, 3];
        for end in 0..whole.len() {
            assert_eq!(explain(&whole[..end]), None, "{end}");
        }
        for bytes in [&b"HTTP/1.1 400"[..], &[0x15, 3, 3, 0, 2, 2, 40], &[0x16, 3, 3, 0, 4, 2, 255, 255, 255]] {
            assert_eq!(explain(bytes), None, "{bytes:?}");
        }
    }
}
