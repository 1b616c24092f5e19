//! One of the people looks strange: nobody is removed for it, and the others are read.

use crate::house::House;
use crate::raw::{RawEntry, reference};
use crate::servers::{STAFF, altered, answering, end, entries, healthy};
use crate::support::scripted::Answer;
use muster::model::{ChangeKind, RunState};

/// What an import makes of the agent whose entry looks so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Skipped,
    Unchanged,
    Updated,
}

/// Imports with Carl's entry altered, and then as it was.
pub(crate) async fn alter_carl(
    house: &House,
    what: &str,
    alter: impl Fn(RawEntry) -> RawEntry + Send + Sync + 'static,
    fate: Fate,
) {
    let server = altered(move |mut staff| {
        staff[2] = alter(staff[2].clone());
        staff
    })
    .await;
    let run = house.withstand(server.port).await;
    let counts = run.counts;
    let expected = [Fate::Skipped, Fate::Unchanged, Fate::Updated].map(|other| u64::from(other == fate));
    assert_eq!(run.state, RunState::Done, "{what}: {run:?}");
    assert_eq!([counts.skipped, counts.unchanged - 4, counts.updated], expected, "{what}: {run:?}");
    for line in house.report(&run).await {
        assert_eq!(line.agent, Some(house.agent("carl").id), "{what}: {line:?}");
        assert_eq!(line.kind == ChangeKind::Skipped, line.skipped.is_some(), "{what}: {line:?}");
    }
    house.recover().await;
}

/// What is strange, how, and what comes of it.
type Case = (&'static str, fn(RawEntry) -> RawEntry, Fate);

/// One after another.
async fn alter_carl_in_turn(cases: &[Case]) {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for (what, alter, fate) in cases.iter().copied() {
        alter_carl(&house, what, alter, fate).await;
    }
    let count = cases.len();
    println!("{count} kinds of entry: {count} done, nobody lost in {count}");
}

#[tokio::test]
async fn bytes_that_are_no_utf8_remove_nobody() {
    alter_carl_in_turn(&[
        ("mail", |carl| carl.with("mail", &[b"carl\xff@example.test"]), Fate::Skipped),
        ("all of the mail", |carl| carl.with("mail", &[&[0xff; 40]]), Fate::Skipped),
        ("one mail of two", |carl| carl.with("mail", &[b"\xc3\x28", b"carl@example.test"]), Fate::Unchanged),
        ("the DN", |carl| carl.at(b"uid=c\xffrl,ou=people,dc=example,dc=test"), Fate::Skipped),
        ("all of the DN", |carl| carl.at([0x80; 30]), Fate::Skipped),
        ("an attribute nobody asked for", |carl| carl.with("jpegPhoto", &[&[0xff; 100]]), Fate::Unchanged),
        // The name is then taken from the DN, and the phone is none.
        ("name", |carl| carl.with("cn", &[b"Person c\xe4rl"]), Fate::Updated),
        ("phone", |carl| carl.with("telephoneNumber", &[b"\xff1"]), Fate::Unchanged),
        ("the name of an attribute", |carl| carl.with("m\u{e4}il", &[b"x"]), Fate::Unchanged),
    ])
    .await;
}

#[tokio::test]
async fn nul_bytes_remove_nobody() {
    alter_carl_in_turn(&[
        ("within the mail", |carl| carl.with("mail", &[b"ca\0rl@example.test"]), Fate::Skipped),
        ("after the mail", |carl| carl.with("mail", &[b"carl@example.test\0"]), Fate::Unchanged),
        ("mail of nothing else", |carl| carl.with("mail", &[b"\0\0\0"]), Fate::Skipped),
        ("for a space in the name", |carl| carl.with("cn", &[b"Person\0carl"]), Fate::Unchanged),
        ("within the name", |carl| carl.with("cn", &[b"Person ca\0rl"]), Fate::Updated),
        ("within the DN", |carl| carl.at(b"uid=ca\0rl,ou=people,dc=example,dc=test"), Fate::Updated),
        ("DN of nothing else", |carl| carl.at(b"\0\0\0"), Fate::Updated),
    ])
    .await;
}

#[tokio::test]
async fn an_entry_that_lacks_something_removes_nobody() {
    alter_carl_in_turn(&[
        ("no mail", |carl| carl.with("mail", &[]), Fate::Skipped),
        ("an empty mail", |carl| carl.with("mail", &[b""]), Fate::Skipped),
        ("an empty DN", |carl| carl.at(b""), Fate::Skipped),
        ("a DN that is no DN", |carl| carl.at(b"carl"), Fate::Updated),
    ])
    .await;
}

#[tokio::test]
async fn an_entry_that_comes_twice_counts_once() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let server = answering(|request, _| [entries(&STAFF), entries(&STAFF), vec![end(request, 0, "")]].concat()).await;
    let run = house.withstand(server.port).await;
    assert_eq!((run.state, run.counts.read, run.counts.unchanged), (RunState::Done, 5, 5), "{run:?}");
    house.find_unchanged().await;
}

#[tokio::test]
async fn an_entry_that_comes_twice_with_different_words_is_skipped() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let server = altered(|mut staff| {
        staff.push(staff[2].clone().with("mail", &[b"other@example.test"]));
        staff
    })
    .await;
    let run = house.withstand(server.port).await;
    assert_eq!((run.state, run.counts.skipped, run.counts.unchanged), (RunState::Done, 2, 4), "{run:?}");
    house.find_unchanged().await;
}

#[tokio::test]
async fn references_are_not_followed_and_no_fault() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let elsewhere = crate::support::scripted::ScriptedLdap::start(|_| Vec::new()).await;
    let uri = format!("ldap://127.0.0.1:{}/dc=example,dc=test", elsewhere.port);
    let server = answering(move |request, _| {
        let reference = || vec![Answer::Bytes(reference(request.msgid, &uri))];
        [reference(), entries(&STAFF[..2]), reference(), entries(&STAFF[2..]), reference(), vec![end(request, 0, "")]]
            .concat()
    })
    .await;
    let run = house.withstand(server.port).await;
    assert_eq!((run.state, run.counts.unchanged), (RunState::Done, 5), "{run:?}");
    assert_eq!(elsewhere.connections(), 0);
    house.find_unchanged().await;
}
