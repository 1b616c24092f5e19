//! Guessing, and those whom it must not keep out.

use super::door::words;
use crate::support::company::Company;
use crate::support::entries::{Entries, binds_of_people};
use crate::support::guesses;
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use crate::support::openldap::{BASE_DN, OpenLdap};
use crate::support::people::{self, ldif};

const ANNA: &str = "anna@example.test";

/// With a password policy that locks after five, for ever.
async fn strict_directory() -> OpenLdap {
    let policy = [
        ("objectClass", "device"),
        ("objectClass", "pwdPolicy"),
        ("cn", "policy"),
        ("pwdAttribute", "userPassword"),
        ("pwdLockout", "TRUE"),
        ("pwdMaxFailure", "5"),
        ("pwdFailureCountInterval", "1800"),
    ];
    OpenLdap::builder()
        .people(3)
        .global_directive("moduleload ppolicy")
        .database_directive(&format!("overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}\nppolicy_use_lockout"))
        .ldif(&ldif(&format!("cn=policy,{BASE_DN}"), &policy.map(|(name, value)| (name, value.to_owned()))))
        .start()
        .await
}

fn retry_after(page: &crate::support::http::Page) -> u64 {
    page.headers["retry-after"].to_str().unwrap().parse().unwrap()
}

/// FIELD-FAILURES 33.
#[tokio::test]
async fn a_hundred_guesses_leave_an_account_of_openldap_unlocked_and_its_owner_comes_in() {
    let directory = strict_directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    let told = "Accounts lock after 5 wrong passwords. Muster lets at most 3 through in 32 min.";
    assert!(settings.contains(told), "{settings}");

    let [anna, bert] = [0, 1].map(people::person);
    let known = company.sign_in(&anna.mail, &anna.password()).await;
    known.post("/logout", &[]).await.expect_status(303);
    assert_eq!(guesses::a_hundred(&company, &anna.mail).await, (2, 98));
    // Nor does it help to be known for another account.
    let berts = company.sign_in(&bert.mail, &bert.password()).await;
    berts.post("/logout", &[]).await.expect_status(303);
    berts.sign_in(&anna.mail, "guess").await.expect_status(429);
    let (_, page) = company.try_sign_in(&anna.mail, &anna.password()).await;
    assert!((1_860..=1_921).contains(&retry_after(&page)), "{:?}", page.headers);
    // An email that nobody has waits in the same words.
    assert_eq!(guesses::a_hundred(&company, "nobody@example.test").await, (2, 98));
    let (_, nobodys) = company.try_sign_in("nobody@example.test", "x").await;
    assert_eq!(words(&page, &anna.mail), words(&nobodys, "nobody@example.test"));
    assert!(page.text.contains("Too many attempts. Try again in 32 minutes."), "{}", page.text);

    // One typo in a browser of her own, and one at her desk: then she is let in by both.
    known.sign_in(&anna.mail, "typo").await.expect_status(422);
    known.sign_in(&anna.mail, "typo").await.expect_status(429);
    let url = format!("ldap://127.0.0.1:{}", directory.port);
    assert_eq!(guesses::bind(&url, &anna.dn(), "typo").await, 49);
    assert_eq!(guesses::bind(&url, &anna.dn(), &anna.password()).await, 0, "locked");
}

#[tokio::test]
async fn a_stranger_does_not_keep_an_agent_out_of_their_own_browser() {
    let directory = strict_directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let anna = people::person(0);
    let known = company.sign_in(&anna.mail, &anna.password()).await;
    known.post("/logout", &[]).await.expect_status(303);
    guesses::a_hundred(&company, &anna.mail).await;
    for _ in 0..3 {
        known.sign_in(&anna.mail, &anna.password()).await.expect_status(303);
        known.post("/logout", &[]).await.expect_status(303);
    }
    // Nor a local administrator, whom no directory locks, until their password changes.
    guesses::a_hundred(&company, ADMINISTRATOR_EMAIL).await;
    let admin = &company.admin;
    admin.post("/logout", &[]).await.expect_status(303);
    let page = admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    let cookies: Vec<&str> = page.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    let device = cookies.iter().find(|cookie| cookie.starts_with("muster-device=")).unwrap();
    assert!(device.contains("HttpOnly") && device.contains("SameSite=Lax") && device.contains("Max-Age=15552000"));
    assert!(!device.contains("admin"), "{device}");
    let agents = admin.get_json("/agents?source=local").await;
    let path = format!("/agents/{}", agents["items"][0]["id"].as_str().unwrap());
    let password = "another walk by another sea";
    admin.submit(&format!("{path}/edit"), &path, &[("password", password)]).await.expect_status(303);
    // Their session ended with it, and with that the token of its forms.
    admin.post("/logout", &[]).await;
    guesses::a_hundred(&company, ADMINISTRATOR_EMAIL).await;
    admin.sign_in(ADMINISTRATOR_EMAIL, password).await.expect_status(429);
}

#[tokio::test]
async fn a_restart_resets_no_count() {
    let directory = OpenLdap::builder().people(1).start().await;
    let mut company = Company::of(&directory).await;
    company.import().await;
    let anna = people::person(0);
    let (judged, _) = guesses::a_hundred(&company, &anna.mail).await;
    assert_eq!(judged, 3, "OpenLDAP without policies locks nobody");
    company.panel.stop().await;
    company.panel.start_again().await;
    company.try_sign_in(&anna.mail, &anna.password()).await.1.expect_status(429);
}

#[tokio::test]
async fn an_administrator_sees_who_waits_and_lets_them_try() {
    let directory = strict_directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let anna = people::person(0);
    let path = format!("/agents/{}", company.agent(&anna.mail).await["id"].as_str().unwrap());
    let before = company.admin.get(&path).await.expect_status(200).text;
    assert!(!before.contains("Wrong passwords"), "{before}");
    guesses::a_hundred(&company, &anna.mail).await;
    let shown = company.admin.get(&path).await.expect_status(200).text;
    assert!(shown.contains("2 wrong passwords count") && shown.contains("in 31 min"), "{shown}");
    let unlock = format!("{path}/unlock");
    company.admin.submit(&path, &unlock, &[("forget_browsers", "1")]).await.expect_status(303);
    let done = company.admin.get(&path).await.expect_status(200).text;
    assert!(done.contains("may try to sign in now") && done.contains("browsers are forgotten"), "{done}");
    let visitor = company.sign_in(&anna.mail, &anna.password()).await;
    visitor.post(&unlock, &[]).await.expect_status(403);
    assert!(!company.admin.get(&path).await.expect_status(200).text.contains("Wrong passwords"));
}

#[tokio::test]
async fn who_comes_in_rightly_slows_nobody_down_behind_the_same_address() {
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    for _ in 0..40 {
        company.sign_in(ANNA, "pw-anna").await;
    }
    // Whereas one machine cannot try everyone.
    let mut judged = 0;
    while company.try_sign_in(&format!("{judged}@example.test"), "x").await.1.status == 422 {
        judged += 1;
        assert!(judged < 200);
    }
    assert!(judged >= 30, "{judged}");
    assert_eq!(binds_of_people(&server).len(), 40);
    Visitor::new(&company.panel).sign_in(ANNA, "pw-anna").await.expect_status(429);
}
