//! What a sign-in asks: who has this GUID now, and is this their password.

use crate::reader::{everyone, failure, names, person, read, to, to_script};
use crate::support::entries::Entries;
use crate::support::openldap::{BASE_DN, BIND_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::ldif;
use crate::support::scripted::ScriptedLdap;
use ldap3_proto::proto::LdapOp;
use muster::ldap::{Connection, Depth, Objection, PasswordVerdict, check};
use muster::model::{ConnectionFailure, DirectoryState, Dn, Filter, Found, Guid, StepName, StepOutcome};

fn empty() -> PasswordVerdict {
    PasswordVerdict::Refused { cause: None, why: Some("empty".into()) }
}

fn objected(objection: Objection) -> PasswordVerdict {
    PasswordVerdict::Objected { objection, why: Some(objection.words().into()) }
}

fn locked() -> PasswordVerdict {
    PasswordVerdict::Refused { cause: Some("account locked"), why: Some("account locked".into()) }
}

/// The DNs of all binds so far.
fn binds(server: &ScriptedLdap) -> Vec<String> {
    let requests = server.requests().into_iter();
    requests
        .filter_map(|request| if let LdapOp::BindRequest(bind) = request.op { Some(bind.dn) } else { None })
        .collect()
}

#[tokio::test]
async fn a_guid_finds_its_person_wherever_they_are_within_base_and_filter() {
    let directory = OpenLdap::builder().people(2).start().await;
    let mut access = to(&directory);
    let mut connection = Connection::open(&access).await.unwrap();
    let before = person(&everyone(&mut connection).await.unwrap()[0]).clone();
    let renamed = directory.rename(&before.dn, "uid=renamed").await;
    let moved = directory.move_to(&renamed, &format!("ou=groups,{BASE_DN}")).await;
    let after = connection.find_person(&before.guid).await.unwrap().unwrap();
    assert_eq!((&person(&after).dn, &person(&after).guid), (&moved, &before.guid));

    access.settings.base_dn = Some(Dn::parse(PEOPLE_DN).unwrap());
    let mut within = Connection::open(&access).await.unwrap();
    assert_eq!(within.find_person(&before.guid).await, Ok(None));
    access.settings.base_dn = None;
    access.settings.user_filter = Some(Filter::parse("(!(uid=renamed))").unwrap());
    let mut matching = Connection::open(&access).await.unwrap();
    assert_eq!(matching.find_person(&before.guid).await, Ok(None));
}

#[tokio::test]
async fn a_guid_that_nobody_has_or_that_is_a_filter_finds_nobody() {
    let directory = OpenLdap::builder().people(2).start().await;
    let mut connection = Connection::open(&to(&directory)).await.unwrap();
    for guid in ["00000000-0000-0000-0000-000000000000", "*", "*)(uid=*", ""] {
        assert_eq!(connection.find_person(&Guid::from_canonical(guid)).await, Ok(None), "{guid}");
    }
}

#[tokio::test]
async fn a_password_is_verified_by_one_bind_and_then_the_service_account_speaks_again() {
    let server = Entries::people(&["anna"]).serve().await;
    let mut connection = Connection::open(&to_script(&server)).await.unwrap();
    let anna = person(&everyone(&mut connection).await.unwrap()[0]).clone();
    let verdict = connection.verify_password(&anna.dn, &"wrong".into()).await;
    assert_eq!(verdict, Ok(PasswordVerdict::Refused { cause: None, why: None }));
    assert_eq!(binds(&server), [BIND_DN, &anna.dn]);
    for _ in 0..2 {
        assert!(matches!(connection.find_person(&anna.guid).await, Ok(Some(Found::Person(_)))));
    }
    assert_eq!(binds(&server), [BIND_DN, &anna.dn, BIND_DN]);
    assert_eq!(connection.verify_password(&anna.dn, &"pw-anna".into()).await, Ok(PasswordVerdict::Accepted));
    assert_eq!(binds(&server), [BIND_DN, &anna.dn, BIND_DN, &anna.dn]);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn an_empty_password_or_name_meets_no_server() {
    let server = Entries::people(&["anna"]).serve().await;
    let mut access = to_script(&server);
    let mut connection = Connection::open(&access).await.unwrap();
    let dn = format!("uid=anna,{PEOPLE_DN}");
    assert_eq!(connection.verify_password(&dn, &"".into()).await, Ok(empty()));
    assert_eq!(connection.verify_password(" ", &"pw-anna".into()).await, Ok(empty()));
    assert_eq!(binds(&server), [BIND_DN]);

    access.bind_password = "".into();
    assert_eq!(failure(&access).await, ConnectionFailure::EmptyPassword);
    let report = check(&access, Depth::Full).await;
    assert_eq!(report.problem().unwrap().failure, ConnectionFailure::EmptyPassword);
    let failed = report.steps.iter().find(|step| step.outcome == StepOutcome::Failed).unwrap();
    assert_eq!(failed.name, StepName::Bind);
    assert_eq!(server.connections(), 1, "something connected");
}

/// Anna, one who must change the password and one who is locked out, under a password policy
/// (draft-behera-ldap-password-policy).
async fn under_policy() -> OpenLdap {
    let one = |uid: &str, state: &[(&'static str, &str)]| {
        let (mail, password) = (format!("{uid}@example.test"), format!("pw-{uid}"));
        let usual = [("objectClass", "inetOrgPerson"), ("uid", uid), ("cn", uid), ("sn", uid)];
        let own = [("mail", mail.as_str()), ("userPassword", password.as_str())];
        let all = usual.iter().chain(&own).chain(state).map(|(name, value)| (*name, (*value).to_owned()));
        ldif(&format!("uid={uid},{PEOPLE_DN}"), &all.collect::<Vec<_>>())
    };
    let policy = [
        ("objectClass", "device"),
        ("objectClass", "pwdPolicy"),
        ("cn", "policy"),
        ("pwdAttribute", "userPassword"),
        ("pwdMustChange", "TRUE"),
        ("pwdLockout", "TRUE"),
        ("pwdMaxAge", "31536000"),
    ];
    let entries = [
        ldif(&format!("cn=policy,{BASE_DN}"), &policy.map(|(name, value)| (name, value.to_owned()))),
        one("anna", &[]),
        one("reset", &[("pwdReset", "TRUE")]),
        one("locked", &[("pwdAccountLockedTime", "000001010000Z")]),
        one("old", &[("pwdChangedTime", "20200101000000Z")]),
    ];
    OpenLdap::builder()
        .global_directive("moduleload ppolicy")
        .database_directive(&format!("overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}\nppolicy_use_lockout"))
        .ldif(&entries.concat())
        .start()
        .await
}

#[tokio::test]
async fn the_state_of_an_account_refuses_the_right_password_too() {
    let directory = under_policy().await;
    let mut connection = Connection::open(&to(&directory)).await.unwrap();
    for (uid, password, expected) in [
        ("anna", "pw-anna", PasswordVerdict::Accepted),
        ("anna", "wrong", PasswordVerdict::Refused { cause: None, why: None }),
        ("nobody", "pw-nobody", PasswordVerdict::Refused { cause: None, why: None }),
        ("reset", "pw-reset", objected(Objection::MustChange)),
        ("reset", "wrong", PasswordVerdict::Refused { cause: None, why: None }),
        ("locked", "pw-locked", locked()),
        ("locked", "wrong", locked()),
        ("old", "pw-old", objected(Objection::PasswordExpired)),
        ("old", "wrong", PasswordVerdict::Refused { cause: None, why: None }),
    ] {
        let dn = format!("uid={uid},{PEOPLE_DN}");
        assert_eq!(connection.verify_password(&dn, &password.into()).await, Ok(expected), "{uid} {password}");
    }
    let found = read(&to(&directory)).await.unwrap();
    assert_eq!(names(&found), ["uid=anna", "uid=locked", "uid=old", "uid=reset"]);
    for one in found.iter().map(person) {
        let expected = match one.email.as_str() {
            "locked@example.test" => DirectoryState::Disabled,
            "reset@example.test" => DirectoryState::MustChange,
            _ => DirectoryState::Enabled,
        };
        assert_eq!(one.state, expected, "{}", one.dn);
    }
}
