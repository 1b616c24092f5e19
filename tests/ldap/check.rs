//! The check, step by step.

use crate::reader::{encrypted, to};
use crate::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::ldif;
use crate::support::tls::TestCa;
use muster::ldap::{Depth, check};
use muster::model::*;

#[tokio::test]
async fn a_full_check_tells_what_each_step_taught() {
    let ca = TestCa::new();
    let attributes = [("objectClass", "inetOrgPerson"), ("uid", "nomail"), ("cn", "No Mail"), ("sn", "Mail")];
    let without_mail = ldif(&format!("uid=nomail,{PEOPLE_DN}"), &attributes.map(|(name, value)| (name, value.into())));
    let directory = OpenLdap::builder().people(250).ldif(&without_mail).tls(ca.good()).start().await;
    let report = check(&encrypted(&directory, "localhost", TransportSecurity::Ldaps, &ca.pem()), Depth::Full).await;
    assert_eq!(report.problem(), None);
    assert_eq!(report.steps.iter().map(|step| step.name).collect::<Vec<_>>(), StepName::ALL);
    assert!(report.steps.iter().all(|step| step.outcome == StepOutcome::Ok), "{:#?}", report.steps);
    let learned = &report.steps[2].learned;
    assert!(learned[0].starts_with("TLS 1.3, certificate valid until ") && learned.len() == 1, "{learned:?}");
    assert_eq!(report.steps[3].learned, ["OpenLDAP"]);
    assert_eq!(report.steps[4].learned, [BASE_DN]);
    let filter = format!("User filter for OpenLDAP: {}", report.resolved.as_ref().unwrap().user_filter);
    assert_eq!(report.steps[5].learned, ["251 people match", &filter]);
    assert_eq!(report.people, Some(PeopleCount::Exactly(251)));
    assert_eq!(report.naming_contexts, [BASE_DN]);
    let sample = report.sample.unwrap();
    assert_eq!(sample.size, 200);
    assert_eq!(sample.fields[0], SampleField { attribute: "entryUUID".into(), present: 200 });
    assert_eq!(sample.example.unwrap().1, "u000000@example.test");
    assert!(!report.latency.is_zero());
}

#[tokio::test]
async fn after_a_failed_step_the_others_are_skipped() {
    use StepOutcome::{Failed, Ok, Skipped};
    let directory = OpenLdap::builder().people(1).start().await;
    let mut access = to(&directory);
    let nowhere = format!("ou=nowhere,{BASE_DN}");
    access.settings.base_dn = Some(Dn::parse(&nowhere).unwrap());
    let report = check(&access, Depth::Full).await;
    assert_eq!(report.problem().unwrap().failure, ConnectionFailure::BaseNotFound { base: nowhere });
    let outcomes: Vec<StepOutcome> = report.steps.iter().map(|step| step.outcome).collect();
    assert_eq!(outcomes, [Ok, Ok, Skipped, Ok, Failed, Skipped, Skipped]);
}

#[tokio::test]
async fn a_check_of_the_link_asks_for_nobody() {
    let directory = OpenLdap::builder().start().await;
    let report = check(&to(&directory), Depth::Link).await;
    assert_eq!((report.problem(), report.people, &report.sample), (None, None, &None));
    let report = check(&to(&directory), Depth::Full).await;
    assert!(matches!(report.problem().unwrap().failure, ConnectionFailure::NobodyFound { .. }));
    assert_eq!(report.steps[5].outcome, StepOutcome::Failed);
}
