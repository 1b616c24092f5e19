//! Paging (RFC 2696) that goes wrong, or only looks so.

use crate::house::House;
use crate::raw::{element, message, octets, result};
use crate::servers::{STAFF, answering, end, entries, healthy};
use crate::support::entries::Entry;
use crate::support::scripted::{Answer, page_done};
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{LdapOp, LdapResultCode};
use muster::ldap::Deadlines;
use muster::model::RunState;
use std::time::Duration;

fn next(cookie: &str) -> Answer {
    page_done(LdapResultCode::Success, cookie.as_bytes())
}

#[tokio::test]
async fn a_cookie_that_repeats_for_ever_ends_the_import() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for people in [&STAFF[..], &[]] {
        let server = answering(|_, _| [entries(people), vec![next("again")]].concat()).await;
        let words = house.withstand_failing(server.port, "again and again").await;
        assert!(words.contains("the same page"), "{words}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn pages_of_new_people_without_end_end_at_the_deadline_of_the_search() {
    let healthy = healthy().await;
    let mut house = House::of(healthy.port).await;
    house.deadlines.search = Duration::from_secs(2);
    let server = answering(|_, at| vec![Entry::person(&format!("person{at}")).answer(), next("on")]).await;
    let words = house.withstand_failing(server.port, "endless").await;
    assert!(words.contains("did not answer within"), "{words}");
    house.deadlines = Deadlines::default();
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_refused_cookie_is_no_end() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for (code, text) in [(53, "paged results cookie is invalid"), (2, "paged results cookie is invalid or old")] {
        let server = answering(move |request, at| match at {
            0 => [entries(&STAFF[..4]), vec![next("one")]].concat(),
            _ => vec![end(request, code, text)],
        })
        .await;
        let words = house.withstand_failing(server.port, text).await;
        assert!(words.contains(text), "{words}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_cookie_that_cannot_be_read_is_no_end() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let size = element(0x02, &[0]);
    for (what, value) in [
        ("no value", Vec::new()),
        ("not a sequence", octets(b"x")),
        ("a size alone", element(0x30, &size)),
        ("a cookie cut off", [&[0x30, 8][..], &[2, 1, 0, 4, 9, 1, 2, 3]].concat()),
    ] {
        let server = answering(move |request, _| {
            let control = [octets(b"1.2.840.113556.1.4.319"), octets(&value)].concat();
            let controls = element(0xa0, &element(0x30, &control));
            let done = [element(0x65, &result(0, "")), controls].concat();
            [entries(&STAFF[..3]), vec![Answer::Bytes(message(request.msgid, &done))]].concat()
        })
        .await;
        let words = house.withstand_failing(server.port, what).await;
        assert!(words.contains("cookie"), "{what}: {words}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn an_estimate_of_the_size_that_is_wrong_is_no_fault() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for size in [0, 1, 4, 6, 100_000, i64::from(i32::MAX)] {
        let server = answering(move |_, at| {
            let (people, cookie) = if at == 0 { (&STAFF[..2], "next") } else { (&STAFF[2..], "") };
            let control = LdapControl::SimplePagedResults { size, cookie: cookie.as_bytes().to_vec() };
            let done = LdapOp::SearchResultDone(crate::support::scripted::result(LdapResultCode::Success, ""));
            [entries(people), vec![Answer::SayWith(done, vec![control])]].concat()
        })
        .await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.unchanged), (RunState::Done, house.size()), "{size}: {run:?}");
    }
    house.find_unchanged().await;
}
