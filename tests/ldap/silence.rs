//! Servers that say nothing: every step has its deadline.

use crate::reader::{access, everyone, to_script};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::scripted::{Answer, ScriptedLdap};
use crate::support::tls::TestCa;
use ldap3_proto::proto::LdapMsg;
use muster::ldap::{Connection, Deadlines, Depth, check_within, parse_ca_certificate};
use muster::model::{ConnectionFailure, PeopleCount, StepName, StepOutcome, TransportSecurity};
use std::net::TcpListener;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_millis(200);

/// Connections wait to be accepted, which nobody does.
fn silent() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

/// Answers a search for people with one of them, and then nothing more.
async fn dozing() -> ScriptedLdap {
    let entries = Entries::people(&["anna"]);
    ScriptedLdap::start(move |request: &LdapMsg| match is_people_search(request) {
        true => vec![Entry::person("anna").answer(), Answer::Silence],
        false => entries.answer(request),
    })
    .await
}

#[tokio::test]
async fn silence_ends_at_the_deadline_of_encryption_or_of_the_bind() {
    let (_listener, port) = silent();
    let deadlines = Deadlines { encrypt: SOON, bind: SOON, ..Deadlines::default() };
    for security in TransportSecurity::ALL {
        let mut access = access("127.0.0.1", port);
        access.settings.security = security;
        access.settings.ca_certificate = Some(parse_ca_certificate(&TestCa::new().pem()).unwrap());
        let began = Instant::now();
        let failed = Connection::open_within(&access, deadlines).await.map(|_| ()).unwrap_err().failure;
        assert!(matches!(failed, ConnectionFailure::TimedOut { .. }), "{security:?}: {failed:?}");
        assert!(began.elapsed() < Duration::from_secs(5), "{security:?}");
    }
}

#[tokio::test]
async fn a_page_that_does_not_go_on_ends_the_search_at_its_deadline() {
    let server = dozing().await;
    let deadlines = Deadlines { page: SOON, ..Deadlines::default() };
    let mut connection = Connection::open_within(&to_script(&server), deadlines).await.unwrap();
    let failed = everyone(&mut connection).await.unwrap_err().failure;
    assert!(matches!(&failed, ConnectionFailure::TimedOut { doing, .. } if doing == "reading people"), "{failed:?}");
}

#[tokio::test]
async fn a_check_that_takes_too_long_fails_in_the_step_it_came_to() {
    let (_listener, port) = silent();
    let deadlines = Deadlines { check: SOON, ..Deadlines::default() };
    let report = check_within(&access("127.0.0.1", port), Depth::Full, deadlines).await;
    assert!(matches!(report.problem().unwrap().failure, ConnectionFailure::TimedOut { .. }));
    let failed = report.steps.iter().find(|step| step.outcome == StepOutcome::Failed).unwrap();
    assert_eq!(failed.name, StepName::Bind);
}

#[tokio::test]
async fn a_check_that_cannot_count_to_the_end_says_how_far_it_came() {
    let server = dozing().await;
    let deadlines = Deadlines { count: SOON, ..Deadlines::default() };
    let report = check_within(&to_script(&server), Depth::Full, deadlines).await;
    assert_eq!((report.problem(), report.people), (None, Some(PeopleCount::MoreThan(1))));
}
