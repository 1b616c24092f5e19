//! Searches that end in another result code than success.

use crate::house::House;
use crate::servers::{STAFF, answering, end, entries, healthy};
use crate::support::scripted::{Answer, ScriptedLdap, page_done, plainly};
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode};

/// operationsError to other.
const CODES: [u8; 13] = [1, 2, 3, 4, 10, 11, 12, 32, 50, 51, 52, 53, 80];

/// Where a search may end, by the answers before it.
fn places() -> [(&'static str, fn(usize) -> Vec<Answer>); 4] {
    let next = || page_done(LdapResultCode::Success, b"next");
    let _ = next;
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
        let uri = crate::raw::octets(b"ldap://other.example.test/dc=example,dc=test");
        let parts = [crate::raw::result(10, ""), crate::raw::element(0xa3, &uri)].concat();
        vec![Answer::Bytes(crate::raw::message(request.msgid, &crate::raw::element(0x65, &parts)))]
    })
    .await;
    let words = house.withstand_failing(server.port, "referral").await;
    assert!(words.contains("other.example.test"), "{words}");
    house.find_unchanged().await;
}

/// A root DSE that is not there for a moment, everything else as ever.
async fn without_root(code: u8) -> ScriptedLdap {
    let staff = crate::support::entries::Entries::people(&STAFF);
    ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
        LdapOp::SearchRequest(search) if search.base.is_empty() => vec![end(request, code, "the server's words")],
        LdapOp::SearchRequest(_) => staff.answer(request),
        _ => plainly(request),
    })
    .await
}

#[tokio::test]
async fn a_root_dse_that_ends_in_any_result_code_loses_nobody() {
    let healthy = healthy().await;
    for base in [None, muster::model::Dn::parse("dc=example,dc=test").ok()] {
        let house = House::with(healthy.port, |settings| settings.base_dn = base.clone()).await;
        for code in CODES {
            let server = without_root(code).await;
            let run = house.withstand(server.port).await;
            println!("base {}: {code}: {:?} {:?}", base.is_some(), run.state, run.error);
        }
        house.find_unchanged().await;
    }
}
