//! The LDAP user group: only its members come in.

use crate::support::company::{Company, counts};
use crate::support::openldap::{GROUPS_DN, OpenLdap};
use crate::support::people::{self, group_ldif};

fn group(name: &str) -> String {
    format!("cn={name},{GROUPS_DN}")
}

/// Six people; `all` holds person 0 and the group `inner`, `inner` person 1 and `core`, and `core` person 2 and
/// `all` again.
async fn directory() -> OpenLdap {
    let dn = |number| people::person(number).dn();
    let groups = [
        group_ldif("all", &[dn(0), group("inner")]),
        group_ldif("inner", &[dn(1), group("core")]),
        group_ldif("core", &[dn(2), group("all")]),
        group_ldif("others", &[dn(3)]),
    ];
    OpenLdap::builder().people(6).ldif(&groups.concat()).start().await
}

async fn company(directory: &OpenLdap) -> Company {
    let company = Company::new().await;
    let typed = group("all").to_uppercase().replace(',', ", ");
    company.admin.connect_directory_with(directory, &[("group_dn", &typed)]).await.expect_status(303);
    company
}

#[tokio::test]
async fn members_of_groups_in_groups_come_in_also_when_the_groups_form_a_circle() {
    let directory = directory().await;
    let company = company(&directory).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [3, 0, 0, 0, 0, 0, 0]);
    let expected: Vec<String> = (0..3).map(|number| people::person(number).mail).collect();
    assert_eq!(company.emails().await, expected);
    for number in 0..3 {
        let person = people::person(number);
        company.sign_in(&person.mail, &person.password()).await;
    }
    let stranger = people::person(3);
    company.try_sign_in(&stranger.mail, &stranger.password()).await.1.expect_status(422);
    assert_eq!(counts(&company.import().await), [0, 0, 3, 0, 0, 0, 0]);
}

#[tokio::test]
async fn who_leaves_the_group_cannot_sign_in_even_before_the_import_that_removes_them() {
    let directory = directory().await;
    let company = company(&directory).await;
    company.import().await;
    let leaver = people::person(1);
    company.sign_in(&leaver.mail, &leaver.password()).await;
    directory.replace(&group("inner"), "member", &[&group("core")]).await;
    company.try_sign_in(&leaver.mail, &leaver.password()).await.1.expect_status(422);
    assert_eq!(company.agent(&leaver.mail).await["state"], "active");
    assert_eq!(counts(&company.import().await), [0, 0, 2, 1, 0, 0, 0]);
    assert_eq!(company.find(&leaver.mail).await, None);
    // The whole of an inner group leaves with it.
    directory.replace(&group("all"), "member", &[&people::person(0).dn()]).await;
    assert_eq!(counts(&company.import().await), [0, 0, 1, 1, 0, 0, 0]);
}

#[tokio::test]
async fn a_group_that_is_not_there_any_more_fails_the_import_and_removes_nobody() {
    let directory = directory().await;
    let company = company(&directory).await;
    company.import().await;
    directory.delete(&group("all")).await;
    let run = company.import_in_vain().await;
    assert!(run["error"].as_str().unwrap().contains("LDAP user group DN"), "{run}");
    assert_eq!(company.emails().await.len(), 3);
    let person = people::person(0);
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(503);
}
