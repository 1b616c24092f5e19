//! Bytes that no healthy server sends.

use crate::reader::{failure, to_script};
use crate::support::entries::is_people_search;
use crate::support::process::peak_memory;
use crate::support::scripted::{Answer, ScriptedLdap, done, plainly, result};
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{LdapExtendedResponse, LdapMsg, LdapOp, LdapResultCode};
use muster::ldap::Connection;
use muster::model::ConnectionFailure;
use std::time::Duration;
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

#[tokio::test]
async fn long_entries_do_not_pile_up_while_nobody_takes_them() {
    const LONG: usize = 8 << 20;
    let server = ScriptedLdap::start(|request| match is_people_search(request) {
        true => {
            let id = element(2, &request.msgid.to_be_bytes());
            let photo = element(0x30, &[element(4, b"jpegPhoto"), element(0x31, &element(4, &[0; LONG]))].concat());
            let entry = element(0x64, &[element(4, b"cn=a"), element(0x30, &photo)].concat());
            vec![Answer::Repeat(element(0x30, &[id, entry].concat()), 60), done(LdapResultCode::Success, "")]
        }
        false => plainly(request),
    })
    .await;
    let mut connection = Connection::open(&to_script(&server)).await.unwrap();
    let mut people = connection.people().await.unwrap();
    let before = peak_memory();
    let mut count = 0;
    while people.next().await.unwrap().is_some() {
        count += 1;
        // Time enough for a server to send several.
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    let grown = peak_memory() - before;
    assert_eq!(count, 60);
    assert!(grown < 250, "{grown} MiB more at the peak");
}
