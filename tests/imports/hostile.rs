//! Bytes that no healthy server sends, in the middle of those that one does.

use crate::house::{House, hasty};
use crate::raw::{RawEntry, done, element, message, notice, octets, result};
use crate::servers::{STAFF, answering, end, entries, healthy};
use crate::support::entries::Entries;
use crate::support::scripted::{Answer, ScriptedLdap, plainly};
use ldap3_proto::proto::{LdapMsg, LdapOp};
use muster::ldap::Deadlines;
use muster::model::RunState;

/// Some people, then these bytes, then the others and a good end.
async fn amid(bytes: impl Fn(i32) -> Vec<u8> + Send + Sync + 'static) -> ScriptedLdap {
    answering(move |request, _| {
        let strange = vec![Answer::Bytes(bytes(request.msgid))];
        [entries(&STAFF[..2]), strange, entries(&STAFF[2..]), vec![end(request, 0, "")]].concat()
    })
    .await
}

/// So many elements, each in the one before.
fn nested(depth: u32) -> Vec<u8> {
    let headers = (0..depth).rev().map(|inner| [vec![0x30, 0x84], (inner * 6).to_be_bytes().to_vec()].concat());
    headers.flatten().collect()
}

#[tokio::test]
async fn a_notice_of_disconnection_amid_a_page_is_told_in_its_own_words() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for (code, words) in [(52, "not available"), (51, "too busy"), (8, "encrypted connection"), (2, "connection ended")]
    {
        let server = amid(move |_| notice(code, "shutting down for repair")).await;
        let told = house.withstand_failing(server.port, words).await;
        assert!(told.contains(words) && told.contains("shutting down for repair"), "{code}: {told}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn broken_bytes_amid_a_page_fail_the_import() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let four_gib = |tag: u8| vec![tag, 0x84, 0xff, 0xff, 0xff, 0xff];
    let cases: [(&str, Vec<u8>); 16] = [
        ("a message of 4 GiB", [four_gib(0x30), vec![2, 1, 2]].concat()),
        ("a message of 2^64 bytes", [vec![0x30, 0x88], vec![0xff; 8]].concat()),
        ("a message of no definite length", vec![0x30, 0x80, 2, 1, 2, 0, 0]),
        ("a message beyond the limit", vec![0x30, 0x84, 0x01, 0x00, 0x00, 0x01]),
        ("an entry of 4 GiB", message(4, &four_gib(0x64))),
        ("a value of 4 GiB", message(4, &element(0x64, &[octets(b"cn=a"), four_gib(0x30)].concat()))),
        ("10,000 elements in each other", nested(10_000)),
        ("10,000 elements in an entry", message(4, &element(0x64, &nested(10_000)))),
        ("an empty message", vec![0x30, 0]),
        ("a message without content", element(0x30, &element(2, &[4]))),
        ("a negative id", message(-1, &element(0x65, &result(0, "")))),
        ("a result without a code", message(4, &element(0x65, b""))),
        ("an answer to a bind", message(4, &element(0x61, &result(0, "")))),
        ("a request", message(4, &element(0x63, b""))),
        ("another protocol", b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()),
        ("zeros", vec![0; 4096]),
    ];
    let count = cases.len();
    for (what, bytes) in cases {
        let server = amid(move |_| bytes.clone()).await;
        let words = house.withstand_failing(server.port, what).await;
        assert!(words.contains("LDAP"), "{what}: {words}");
    }
    house.find_unchanged().await;
    println!("{count} kinds of broken bytes: {count} failed, nobody lost in {count}");
}

/// All but Carl, and this in his place.
async fn instead_of_carl(content: Vec<u8>) -> ScriptedLdap {
    answering(move |request, _| {
        let entry = Answer::Bytes(message(request.msgid, &element(0x64, &content)));
        [entries(&STAFF[..2]), vec![entry], entries(&STAFF[3..]), vec![end(request, 0, "")]].concat()
    })
    .await
}

#[tokio::test]
async fn an_entry_that_could_be_anybodys_fails_the_import() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let no_attributes = element(0x30, b"");
    let cases: [(&str, Vec<u8>); 6] = [
        ("an empty entry", Vec::new()),
        ("no name", no_attributes.clone()),
        ("a number for a name", [element(2, &[1]), no_attributes.clone()].concat()),
        ("a constructed name", [element(0x24, &octets(b"uid=carl")), no_attributes.clone()].concat()),
        ("an empty name and no GUID", [octets(b""), no_attributes.clone()].concat()),
        ("a name that is no UTF-8 and no GUID", [octets(b"uid=c\xffrl"), no_attributes].concat()),
    ];
    for (what, content) in cases {
        let server = instead_of_carl(content).await;
        let words = house.withstand_failing(server.port, what).await;
        assert!(words.contains("name") || words.contains("neither a GUID nor a DN"), "{what}: {words}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn an_entry_with_broken_attributes_is_skipped_by_its_name() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let name = octets(b"uid=carl,ou=people,dc=example,dc=test");
    let cases: [(&str, Vec<u8>); 5] = [
        ("none", Vec::new()),
        ("text", octets(b"cn")),
        ("an attribute that is text", element(0x30, &octets(b"cn"))),
        ("an attribute without values", element(0x30, &element(0x30, &octets(b"entryUUID")))),
        ("values that are numbers", element(0x30, &element(0x30, &[octets(b"mail"), element(2, &[1])].concat()))),
    ];
    for (what, attributes) in cases {
        let server = instead_of_carl([name.clone(), attributes].concat()).await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.skipped, run.counts.unchanged), (RunState::Done, 1, 4), "{what}: {run:?}");
        assert_eq!(house.report(&run).await[0].agent, Some(house.agent("carl").id), "{what}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn answers_to_questions_never_asked_change_nothing() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let unasked = |id: i32| {
        let stranger = RawEntry::person("mallory").message(id);
        [stranger, done(id, 0, ""), RawEntry::person("mallory").message(id), done(id, 80, "no")].concat()
    };
    for id in [1, 2, 90, 7_777, i32::MAX] {
        let server = answering(move |request, _| {
            let strange = || vec![Answer::Bytes(unasked(id))];
            [strange(), entries(&STAFF[..2]), strange(), entries(&STAFF[2..]), vec![end(request, 0, "")]].concat()
        })
        .await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.unchanged, run.counts.added), (RunState::Done, 5, 0), "{id}: {run:?}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_flood_of_answers_nobody_asked_for_ends_at_the_deadline() {
    let healthy = healthy().await;
    let mut house = House::of(healthy.port).await;
    house.deadlines = hasty();
    let server = answering(|request, _| {
        let flood = Answer::Repeat(RawEntry::person("mallory").message(7_777), 100_000);
        [entries(&STAFF[..2]), vec![flood], entries(&STAFF[2..]), vec![end(request, 0, "")]].concat()
    })
    .await;
    let words = house.withstand_failing(server.port, "a flood").await;
    assert!(words.contains("did not answer within"), "{words}");
    house.deadlines = Deadlines::default();
    house.find_unchanged().await;
}

/// What may come unasked around a bind.
fn unasked() -> [(&'static str, Vec<u8>); 8] {
    let of_bind = |id| message(id, &element(0x61, &result(0, "")));
    let of_search = |id| [RawEntry::person("mallory").message(id), done(id, 0, "")].concat();
    [
        ("noise", (0..=255).collect()),
        ("zeros", vec![0; 100_000]),
        ("another bind's answer", of_bind(77)),
        ("the bind's own answer", of_bind(1)),
        ("the answer to the next search", of_search(2)),
        ("the answers to all searches", (2..9).flat_map(of_search).collect()),
        ("half a message", vec![0x30, 0x50, 2, 1]),
        ("a notice", notice(52, "going down")),
    ]
}

#[tokio::test]
async fn whatever_comes_around_the_bind_unasked_loses_nobody() {
    let healthy = healthy().await;
    let mut house = House::of(healthy.port).await;
    house.deadlines = hasty();
    for (what, bytes) in unasked() {
        for before in [true, false] {
            let (staff, bytes) = (Entries::people(&STAFF), bytes.clone());
            let server = ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
                LdapOp::BindRequest(_) if before => [vec![Answer::Bytes(bytes.clone())], plainly(request)].concat(),
                LdapOp::BindRequest(_) => [plainly(request), vec![Answer::Bytes(bytes.clone())]].concat(),
                _ => staff.answer(request),
            })
            .await;
            let run = house.withstand(server.port).await;
            let place = if before { "before" } else { "after" };
            println!("{what} {place} the bind's answer: {:?} {}", run.state, run.error.unwrap_or_default());
        }
    }
    house.deadlines = Deadlines::default();
    house.find_unchanged().await;
}
