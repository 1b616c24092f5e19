//! Directories of five people: healthy ones, and those that answer a search for people as a test says.

use crate::raw::{RawEntry, done};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::scripted::{Answer, ScriptedLdap, page_done, plainly};
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{LdapMsg, LdapResultCode};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) const STAFF: [&str; 5] = ["anna", "berta", "carl", "dora", "emil"];

/// A healthy server.
pub(crate) async fn healthy() -> ScriptedLdap {
    Entries::people(&STAFF).serve().await
}

/// A healthy server that gives two people a page.
pub(crate) async fn paged() -> ScriptedLdap {
    let answers = |request: &LdapMsg| {
        let page: usize = cookie(request).parse().unwrap_or_default();
        let more = (page + 1) * 2 < STAFF.len();
        let next = if more { (page + 1).to_string() } else { String::new() };
        let people = STAFF.chunks(2).nth(page).unwrap_or_default().iter().map(|uid| Entry::person(uid).answer());
        people.chain([page_done(LdapResultCode::Success, next.as_bytes())]).collect()
    };
    ScriptedLdap::start(move |request| if is_people_search(request) { answers(request) } else { plainly(request) })
        .await
}

fn cookie(request: &LdapMsg) -> String {
    let cookie = request.ctrl.iter().find_map(|control| match control {
        LdapControl::SimplePagedResults { cookie, .. } => Some(String::from_utf8_lossy(cookie).into_owned()),
        _ => None,
    });
    cookie.unwrap_or_default()
}

/// Answers searches for people by their number, from 0, and everything else as a healthy server.
pub(crate) async fn answering(script: impl Fn(&LdapMsg, usize) -> Vec<Answer> + Send + Sync + 'static) -> ScriptedLdap {
    let asked = AtomicUsize::new(0);
    ScriptedLdap::start(move |request: &LdapMsg| match is_people_search(request) {
        true => script(request, asked.fetch_add(1, Ordering::SeqCst)),
        false => plainly(request),
    })
    .await
}

/// All five in one page, after they were altered.
pub(crate) async fn altered(alter: impl Fn(Vec<RawEntry>) -> Vec<RawEntry> + Send + Sync + 'static) -> ScriptedLdap {
    answering(move |request, _| {
        let staff = alter(STAFF.map(RawEntry::person).to_vec());
        let mut answers: Vec<Answer> = staff.iter().map(|entry| entry.answer(request.msgid)).collect();
        answers.push(end(request, 0, ""));
        answers
    })
    .await
}

/// The entries of some of them.
pub(crate) fn entries(uids: &[&str]) -> Vec<Answer> {
    uids.iter().map(|uid| Entry::person(uid).answer()).collect()
}

/// The end of a search with this result code.
pub(crate) fn end(request: &LdapMsg, code: u8, text: &str) -> Answer {
    Answer::Bytes(done(request.msgid, code, text))
}
