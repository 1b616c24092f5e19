//! Bytes that no healthy server sends.

use crate::reader::{failure, to_script};
use crate::support::scripted::{Answer, ScriptedLdap, result};
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{LdapExtendedResponse, LdapMsg, LdapOp, LdapResultCode};
use muster::ldap::Connection;
use muster::model::ConnectionFailure;
use tokio_util::bytes::BytesMut;
use tokio_util::codec::Encoder;

async fn saying(bytes: &[u8]) -> ScriptedLdap {
    let bytes = bytes.to_vec();
    ScriptedLdap::start(move |_| vec![Answer::Bytes(bytes.clone())]).await
}

/// A BER element (X.690 §8.1) with a length of four bytes.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x84][..], &length, content].concat()
}

/// Fifty thousand sequences, each in the one before.
fn nested() -> Vec<u8> {
    let headers = (0..50_000_u32).rev().map(|inner| [vec![0x30, 0x84], (inner * 6).to_be_bytes().to_vec()].concat());
    headers.flatten().collect()
}

#[tokio::test]
async fn broken_frames_are_a_bad_answer() {
    let first = element(2, &[1]);
    let entry = element(0x64, &[element(4, b"cn=a"), element(0x30, b"")].concat());
    for (what, bytes) in [
        ("a length of 4 GiB", vec![0x30, 0x84, 255, 255, 255, 255, 1, 2, 3]),
        ("nesting", nested()),
        ("an empty message", vec![0x30, 0]),
        ("a result without a code", element(0x30, &[first.clone(), element(0x61, b"")].concat())),
        ("an entry for a bind", element(0x30, &[first, entry].concat())),
    ] {
        let server = saying(&bytes).await;
        assert_eq!(failure(&to_script(&server)).await, ConnectionFailure::BadAnswer, "{what}");
    }
}

#[tokio::test]
async fn a_server_of_another_protocol_is_told() {
    let server = saying(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
    let address = format!("127.0.0.1:{}", server.port);
    assert_eq!(failure(&to_script(&server)).await, ConnectionFailure::NotLdap { address });
}

#[tokio::test]
async fn the_words_of_a_notice_of_disconnection_are_kept() {
    let name = Some("1.3.6.1.4.1.1466.20036".to_owned());
    let res = result(LdapResultCode::Unavailable, "going down");
    let op = LdapOp::ExtendedResponse(LdapExtendedResponse { res, name, value: None });
    let mut notice = BytesMut::new();
    LdapCodec::new(None, None).encode(LdapMsg { msgid: 0, op, ctrl: Vec::new() }, &mut notice).unwrap();
    let server = saying(&notice).await;
    let problem = Connection::open(&to_script(&server)).await.map(|_| ()).unwrap_err();
    assert_eq!(problem.failure, ConnectionFailure::ServerBusy { result_code: 52 });
    assert!(problem.details.unwrap().contains("going down"));
}
