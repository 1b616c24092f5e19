//! What a directory holds against an account: told to whoever knows the password, and to nobody else.

use crate::support::company::Company;
use crate::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::ldif;

const WRONG: &str = "Email or password is not right.";
const MUST_CHANGE: &str =
    "Your password must be changed first. Change it in your company's own way, then sign in here.";

fn dn(uid: &str) -> String {
    format!("uid={uid},{PEOPLE_DN}")
}

fn just_now() -> String {
    let now = time::OffsetDateTime::now_utc();
    let form = time::macros::format_description!("[year][month][day][hour][minute][second]Z");
    now.format(form).unwrap()
}

/// People in every state that OpenLDAP knows, under a password policy.
async fn directory() -> OpenLdap {
    let one = |uid: &str, state: &[(&'static str, &str)]| {
        let (mail, password) = (format!("{uid}@example.test"), format!("pw-{uid}"));
        let usual = [("objectClass", "inetOrgPerson"), ("objectClass", "shadowAccount"), ("uid", uid), ("cn", uid)];
        let own = [("sn", uid), ("mail", mail.as_str()), ("userPassword", password.as_str())];
        let all = usual.iter().chain(&own).chain(state).map(|(name, value)| (*name, (*value).to_owned()));
        ldif(&dn(uid), &all.collect::<Vec<_>>())
    };
    let policy = [
        ("objectClass", "device"),
        ("objectClass", "pwdPolicy"),
        ("cn", "policy"),
        ("pwdAttribute", "userPassword"),
        ("pwdMustChange", "TRUE"),
        ("pwdLockout", "TRUE"),
        ("pwdLockoutDuration", "600"),
        ("pwdMaxAge", "31536000"),
    ];
    let entries = [
        ldif(&format!("cn=policy,{BASE_DN}"), &policy.map(|(name, value)| (name, value.to_owned()))),
        one("anna", &[]),
        one("reset", &[("pwdReset", "TRUE")]),
        one("old", &[("pwdChangedTime", "20200101000000Z")]),
        one("unlocked", &[("pwdAccountLockedTime", "20200101000000Z")]),
        one("guessed", &[("pwdAccountLockedTime", &just_now())]),
        one("forever", &[("pwdAccountLockedTime", "000001010000Z")]),
        one("left", &[("shadowExpire", "19000")]),
    ];
    OpenLdap::builder()
        .global_directive("moduleload ppolicy")
        .database_directive(&format!("overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}\nppolicy_use_lockout"))
        .ldif(&entries.concat())
        .start()
        .await
}

async fn told(company: &Company, uid: &str, password: &str, words: &str) {
    let page = company.try_sign_in(&format!("{uid}@example.test"), password).await.1.expect_status(422);
    assert!(page.text.contains(words), "{uid} {password}: {}", page.text);
}

#[tokio::test]
async fn only_the_right_password_learns_what_state_the_account_is_in() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    for (uid, state) in [
        ("anna", "active"),
        ("reset", "must_change"),
        ("old", "active"),
        ("unlocked", "active"),
        ("guessed", "locked"),
        ("forever", "disabled"),
        ("left", "expired"),
    ] {
        assert_eq!(company.agent(&format!("{uid}@example.test")).await["state"], state, "{uid}");
        told(&company, uid, "wrong", WRONG).await;
    }
    told(&company, "reset", "pw-reset", MUST_CHANGE).await;
    told(&company, "old", "pw-old", "Your password has expired and must be changed first.").await;
    told(&company, "left", "pw-left", "Your account in the company directory has expired.").await;
    told(&company, "guessed", "pw-guessed", WRONG).await;
    // Locked for good: the server says so to any password.
    told(&company, "forever", "pw-forever", WRONG).await;
    // The lock has run out.
    company.sign_in("unlocked@example.test", "pw-unlocked").await;
    let listed = company.admin.get_json("/agents?state=must_change").await;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
    assert_eq!(listed["items"][0]["email"], "reset@example.test");
    assert!(company.admin.get("/agents?state=must_change").await.text.contains("Must change password"));
}

#[tokio::test]
async fn whoever_has_changed_the_password_comes_in_before_the_next_import() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    told(&company, "reset", "pw-reset", MUST_CHANGE).await;
    directory.replace(&dn("reset"), "pwdReset", &[]).await;
    company.sign_in("reset@example.test", "pw-reset").await;
    assert_eq!(company.agent("reset@example.test").await["state"], "must_change", "no import has come by");
}

#[tokio::test]
async fn a_session_ends_with_the_import_that_learns_of_the_end_of_the_account_and_not_of_a_new_password() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let anna = company.sign_in("anna@example.test", "pw-anna").await;
    directory.replace(&dn("anna"), "pwdReset", &["TRUE"]).await;
    company.import().await;
    assert_eq!(company.agent("anna@example.test").await["state"], "must_change");
    anna.get("/me").await.expect_status(200);
    directory.replace(&dn("anna"), "shadowExpire", &["19000"]).await;
    company.import().await;
    assert_eq!(company.agent("anna@example.test").await["state"], "expired");
    anna.get("/me").await.expect_status(303);
}
