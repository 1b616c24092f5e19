//! GUIDs: any bytes, none, and the same one twice.

use crate::house::House;
use crate::raw::RawEntry;
use crate::servers::{altered, answering, end, healthy};
use crate::support::entries::is_people_search;
use crate::support::scripted::{Answer, ScriptedLdap, done, entry, plainly};
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode};
use muster::model::{AttributeName, ChangeKind, RunState, SkipReason};

/// 256 people: each has every byte of the GUID, or the one there is, of another value.
fn everyone(request: &LdapMsg, attribute: &str, length: usize) -> Vec<Answer> {
    let people = (0..=255_u8).map(|byte| {
        let uid = format!("person{byte}");
        RawEntry::person(&uid).with("entryUUID", &[]).with(attribute, &[&vec![byte; length]]).answer(request.msgid)
    });
    people.chain([end(request, 0, "")]).collect()
}

#[tokio::test]
async fn a_binary_object_guid_of_any_bytes_is_the_same_person_the_next_time() {
    let server = ScriptedLdap::start(|request: &LdapMsg| match &request.op {
        LdapOp::SearchRequest(search) if search.base.is_empty() => {
            let root =
                [("defaultNamingContext", "dc=example,dc=test"), ("supportedCapabilities", "1.2.840.113556.1.4.800")];
            vec![entry("", &root), done(LdapResultCode::Success, "")]
        }
        _ if is_people_search(request) => everyone(request, "objectGUID", 16),
        _ => plainly(request),
    })
    .await;
    let house = House::of(server.port).await;
    assert_eq!(house.size(), 256);
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_guid_of_any_single_byte_is_the_same_person_the_next_time() {
    let server = answering(|request, _| everyone(request, "employeeNumber", 1)).await;
    let guid = AttributeName::parse("employeeNumber").ok();
    let house = House::with(server.port, |settings| settings.guid_attribute = guid).await;
    assert_eq!(house.size(), 256);
    house.find_unchanged().await;
}

#[tokio::test]
async fn whoever_shares_a_guid_is_skipped_and_stays() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let of_carl = house.agent("carl").guid.to_string();
    let server = altered(move |mut staff| {
        staff[3] = staff[3].clone().with("entryUUID", &[of_carl.as_bytes()]);
        staff
    })
    .await;
    let run = house.withstand(server.port).await;
    assert_eq!((run.state, run.counts.skipped, run.counts.unchanged), (RunState::Done, 2, 3), "{run:?}");
    let report = house.report(&run).await;
    assert!(report.iter().all(|line| matches!(line.skipped, Some(SkipReason::GuidTwice { .. }))), "{report:?}");
    house.find_unchanged().await;
}

#[tokio::test]
async fn one_guid_for_all_skips_all_and_removes_nobody() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for guid in ["00000000-0000-0000-0000-000000000000", house.agent("anna").guid.as_str()] {
        let guid = guid.to_owned();
        let server =
            altered(move |staff| staff.into_iter().map(|one| one.with("entryUUID", &[guid.as_bytes()])).collect())
                .await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.skipped), (RunState::Done, 5), "{run:?}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn whoever_lost_the_guid_is_skipped_and_stays() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    for (what, values) in [
        ("missing", &[][..]),
        ("empty", &[&b""[..]]),
        ("no UUID", &[b"autogenerate"]),
        ("not UTF-8", &[b"\xff\xfe\x80"]),
        ("with a NUL", &[b"6ba7b810-9dad-11d1-80b4-00c04fd430c8\0"]),
    ] {
        let values: Vec<Vec<u8>> = values.iter().map(|value| value.to_vec()).collect();
        let server = altered(move |mut staff| {
            let values: Vec<&[u8]> = values.iter().map(Vec::as_slice).collect();
            staff[2] = staff[2].clone().with("entryUUID", &values);
            staff
        })
        .await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.skipped, run.counts.unchanged), (RunState::Done, 1, 4), "{what}: {run:?}");
        let report = house.report(&run).await;
        assert_eq!(report[0].kind, ChangeKind::Skipped, "{what}");
        assert_eq!(report[0].agent, Some(house.agent("carl").id), "{what}");
        assert!(matches!(report[0].skipped, Some(SkipReason::NoGuid { .. })), "{what}: {report:?}");
    }
    house.find_unchanged().await;
}
