//! Made-up people and times.

use crate::model::{CheckStep, ConnectionFailure, DirectoryProblem, Role, StepName, StepOutcome, Timestamp};
use crate::web::layout::{NavCounts, Pulse, Viewer};
use std::time::Duration;
use time::macros::datetime;

pub(super) const NOW: Timestamp = datetime!(2026-11-23 14:02:17 UTC);

pub(super) fn olga() -> Viewer {
    Viewer {
        name: "Olga Petrova".into(),
        role: Role::Administrator,
        csrf_token: "made-up-token".into(),
        shortcuts: true,
        counts: NavCounts { agents: 12_408, groups: 6, importing: false },
        pulse: Pulse::default(),
    }
}

pub(super) type Person = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

pub(super) const PEOPLE: [Person; 6] = [
    ("Anna Berg", "anna.berg@example.com", "+46 8 555 01 12", "Support team", "Support agent", "LDAP"),
    ("Илья Петров", "i.petrov@example.com", "+7 495 555-01-47", "Support team", "Administrator", "LDAP"),
    ("José Ortega", "jose.ortega@example.com", "—", "Escalations", "Support agent", "LDAP"),
    ("山田 太郎", "taro.yamada@example.com", "+81 3 5555 0199", "Night shift", "Support agent", "LDAP"),
    ("Olga Petrova", "owner@example.com", "—", "Support team", "Administrator", "Local"),
    (
        "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
        "maximiliana.wolfeschlegelsteinhausenbergerdorff@subsidiary.example.com",
        "+46 8 555 01 90",
        "Support team, Escalations, Night shift",
        "Internal employee",
        "LDAP",
    ),
];

pub(super) fn steps() -> Vec<CheckStep> {
    vec![
        step(StepName::Resolve, StepOutcome::Ok, 1, &["10.20.0.11, 10.20.0.12"]),
        step(StepName::Connect, StepOutcome::Ok, 2, &[]),
        step(StepName::Encrypt, StepOutcome::Warning, 5, &["TLS 1.3, certificate valid until 3 Dec 2026, in 10 days"]),
        step(StepName::Bind, StepOutcome::Ok, 1, &["OpenLDAP 2.6, simple bind"]),
        step(StepName::ReadBase, StepOutcome::Ok, 3, &["ou=people,dc=example,dc=com"]),
        step(StepName::FindPeople, StepOutcome::Ok, 1_420, &["12,415 people match · 7 have no mail"]),
    ]
}

pub(super) fn failed_steps() -> Vec<CheckStep> {
    let mut bind = step(StepName::Bind, StepOutcome::Failed, 1, &[]);
    bind.problem = Some(DirectoryProblem {
        failure: ConnectionFailure::WrongCredentials,
        details: Some("80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v2580".into()),
    });
    vec![
        step(StepName::Resolve, StepOutcome::Ok, 1, &["10.20.0.11, 10.20.0.12"]),
        step(StepName::Connect, StepOutcome::Ok, 2, &[]),
        step(StepName::Encrypt, StepOutcome::Skipped, 0, &["No encryption was asked for"]),
        bind,
        step(StepName::ReadBase, StepOutcome::Skipped, 0, &[]),
    ]
}

fn step(name: StepName, outcome: StepOutcome, millis: u64, learned: &[&str]) -> CheckStep {
    let learned = learned.iter().map(ToString::to_string).collect();
    CheckStep { name, outcome, took: Duration::from_millis(millis), learned, problem: None }
}
