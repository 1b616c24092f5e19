//! Searches that end in another result code than success.

use crate::house::House;
use crate::raw::{RawEntry, element, message, octets, result};
use crate::servers::{STAFF, answering, end, entries, healthy};
use crate::support::entries::Entries;
use crate::support::openldap::BASE_DN;
use crate::support::scripted::{Answer, ScriptedLdap, entry, page_done, plainly};
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode};
use muster::model::{Dn, RunState};

/// operationsError to other.
const CODES: [u8; 13] = [1, 2, 3, 4, 10, 11, 12, 32, 50, 51, 52, 53, 80];

/// Where a search may end, and the answers before it, page by page.
type Place = (&'static str, fn(usize) -> Vec<Answer>);

fn places() -> [Place; 4] {
    [
        ("before any entry", |_| Vec::new()),
        ("within a page", |_| entries(&STAFF[..3])),
        ("after everyone", |_| entries(&STAFF)),
        ("on the second page", |at| match at {
            0 => [entries(&STAFF[..2]), vec![page_done(LdapResultCode::Success, b"next")]].concat(),
            _ => entries(&STAFF[2..3]),
        }),
    ]
}

#[tokio::test]
async fn no_result_code_but_success_removes_or_changes_anybody() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let mut failed = 0;
    for (place, before) in places() {
        for code in CODES {
            let server = answering(move |request, at| {
                let mut answers = before(at);
                if !(place == "on the second page" && at == 0) {
                    answers.push(end(request, code, "the server's words"));
                }
                answers
            })
            .await;
            let words = house.withstand_failing(server.port, &format!("{code} {place}")).await;
            assert!(words.contains("the server's words"), "{code} {place}: {words}");
            failed += 1;
        }
    }
    house.find_unchanged().await;
    println!("{failed} result codes: {failed} failed, nobody lost in {failed}");
}

#[tokio::test]
async fn a_referral_names_the_server_it_points_to() {
    let healthy = healthy().await;
    let house = House::of(healthy.port).await;
    let server = answering(|request, _| {
        let uri = octets(b"ldap://other.example.test/dc=example,dc=test");
        let parts = [result(10, ""), element(0xa3, &uri)].concat();
        vec![Answer::Bytes(message(request.msgid, &element(0x65, &parts)))]
    })
    .await;
    let words = house.withstand_failing(server.port, "referral").await;
    assert!(words.contains("other.example.test"), "{words}");
    house.find_unchanged().await;
}

/// A directory that knows its people by `nsUniqueId` and gives them an `entryUUID` too, as 389-ds does.
/// Its root DSE, by which that is known, is answered with this result code.
async fn of_389(root: u8) -> ScriptedLdap {
    let people = |id| {
        let named =
            |uid: &str| RawEntry::person(uid).with("nsUniqueId", &[format!("{}-0000-0000-0000", hex(uid)).as_bytes()]);
        STAFF.map(|uid| named(uid).answer(id)).to_vec()
    };
    ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
        LdapOp::SearchRequest(search) if search.base.is_empty() && root == 0 => {
            let shown = [("namingContexts", BASE_DN), ("vendorName", "389 Project")];
            vec![entry("", &shown), end(request, 0, "")]
        }
        LdapOp::SearchRequest(search) if search.base.is_empty() => vec![end(request, root, "the server's words")],
        LdapOp::SearchRequest(_) => [people(request.msgid), vec![end(request, 0, "")]].concat(),
        _ => plainly(request),
    })
    .await
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_root_dse_that_does_not_answer_for_a_while_makes_nobody_somebody_else() {
    let healthy = of_389(0).await;
    for base in [Dn::parse(BASE_DN).ok(), None] {
        let house = House::with(healthy.port, |settings| settings.base_dn = base.clone()).await;
        for code in [3, 51, 52, 80] {
            let server = of_389(code).await;
            let words = house.withstand_failing(server.port, &format!("{code}, base {base:?}")).await;
            assert!(words.contains("the server's words"), "{code}: {words}");
        }
        house.find_unchanged().await;
    }
}

#[tokio::test]
async fn a_root_dse_that_is_not_shown_is_no_fault() {
    let healthy = healthy().await;
    let house = House::with(healthy.port, |settings| settings.base_dn = Dn::parse(BASE_DN).ok()).await;
    for code in [1, 2, 4, 10, 11, 12, 32, 50, 53] {
        let staff = Entries::people(&STAFF);
        let server = ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
            LdapOp::SearchRequest(search) if search.base.is_empty() => vec![end(request, code, "")],
            _ => staff.answer(request),
        })
        .await;
        let run = house.withstand(server.port).await;
        assert_eq!((run.state, run.counts.unchanged), (RunState::Done, 5), "{code}: {run:?}");
    }
    house.find_unchanged().await;
}
