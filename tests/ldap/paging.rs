//! A search ends well only when every page did, and every server's way of paging is understood.

use crate::reader::{read, to_script};
use crate::support::entries::is_people_search;
use crate::support::scripted::{Answer, ScriptedLdap, done, entry, page_done, plainly};
use ldap3_proto::proto::{LdapMsg, LdapResultCode};
use muster::model::ConnectionFailure;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Answers each page of people by its number, whatever cookie it was asked with.
async fn pages(script: impl Fn(usize) -> Vec<Answer> + Send + Sync + 'static) -> ScriptedLdap {
    let asked = AtomicUsize::new(0);
    ScriptedLdap::start(move |request: &LdapMsg| match is_people_search(request) {
        true => script(asked.fetch_add(1, Ordering::SeqCst)),
        false => plainly(request),
    })
    .await
}

/// How many entries are read to a good end.
async fn count(server: &ScriptedLdap) -> Result<usize, ConnectionFailure> {
    read(&to_script(server)).await.map(|found| found.len())
}

fn number(number: usize) -> Answer {
    entry(&format!("cn={number}"), &[])
}

fn page(cookie: &str) -> Answer {
    page_done(LdapResultCode::Success, cookie.as_bytes())
}

#[tokio::test]
async fn one_cookie_for_all_pages_is_fine() {
    let server = pages(|at| vec![number(at), page(if at < 3 { "0" } else { "" })]).await;
    assert_eq!(count(&server).await, Ok(4));
}

#[tokio::test]
async fn pages_that_come_again_are_no_end() {
    let circle = pages(|at| vec![number(at % 2), page(if at % 2 == 0 { "a" } else { "b" })]).await;
    assert_eq!(count(&circle).await, Err(ConnectionFailure::BadAnswer));
    let empty = pages(|_| vec![page("again")]).await;
    assert_eq!(count(&empty).await, Err(ConnectionFailure::BadAnswer));
}

#[tokio::test]
async fn no_result_code_but_success_ends_a_later_page_well() {
    use LdapResultCode as Code;
    for (code, expected) in [
        (Code::TimeLimitExceeded, Some(ConnectionFailure::ServerTimeLimit { after: 2 })),
        (Code::SizeLimitExceeded, Some(ConnectionFailure::ServerLimit { result_code: 4, after: 2 })),
        (Code::AdminLimitExceeded, Some(ConnectionFailure::ServerLimit { result_code: 11, after: 2 })),
        (Code::Busy, Some(ConnectionFailure::ServerBusy { result_code: 51 })),
        (Code::UnavailableCriticalExtension, None),
        (Code::Referral, None),
        (Code::NoSuchObject, None),
        (Code::Other, None),
    ] {
        let last = code.clone();
        let server = pages(move |at| match at {
            0 => vec![number(0), page("next")],
            _ => vec![number(at), done(last.clone(), "")],
        })
        .await;
        let failed = count(&server).await.expect_err(&format!("{code:?} is an end"));
        assert!(expected.is_none_or(|expected| expected == failed), "{code:?}: {failed:?}");
    }
}

#[tokio::test]
async fn a_server_that_refuses_paging_is_read_without() {
    let server = pages(|at| match at {
        0 => vec![done(LdapResultCode::UnavailableCriticalExtension, "")],
        _ => vec![number(0), number(1), done(LdapResultCode::Success, "")],
    })
    .await;
    assert_eq!(count(&server).await, Ok(2));
    assert!(server.requests().iter().filter(|request| is_people_search(request)).nth(1).unwrap().ctrl.is_empty());
}

#[tokio::test]
async fn a_server_that_ignores_paging_is_read_to_its_end() {
    let everyone = || (0..20_000).map(number).chain([done(LdapResultCode::Success, "")]).collect();
    let server = pages(move |_| everyone()).await;
    assert_eq!(count(&server).await, Ok(20_000));
}
