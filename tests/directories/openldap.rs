//! What only OpenLDAP does.

use crate::support::company::{Company, of_kind};
use crate::support::openldap::{GROUPS_DN, OpenLdap};
use crate::support::people::{ldif, person};
use serde_json::Value;

/// Reads everyone as the usual account, then the same directory as this one.
async fn then_as(directory: &OpenLdap, people: usize, account: &str) -> (Company, Value) {
    let company = Company::of(directory).await;
    assert_eq!(company.import().await["added"], people);
    let changes = [
        ("bind_dn", OpenLdap::account(account)),
        ("bind_password", format!("{account}pw")),
        ("save_anyway", "1".into()),
    ];
    let changes = changes.each_ref().map(|(name, value)| (*name, value.as_str()));
    company.admin.connect_directory_with(directory, &changes).await.expect_status(303);
    let run = company.admin.import_and_wait().await;
    assert_eq!(run["removed"], 0, "{run}");
    assert_eq!(company.admin.get_json("/agents?source=ldap").await["total"], people);
    (company, run)
}

/// A service account with limits of its own.
fn account(name: &str) -> String {
    let password = format!("{name}pw");
    let attributes = [
        ("objectClass", "organizationalRole"),
        ("objectClass", "simpleSecurityObject"),
        ("cn", name),
        ("userPassword", &password),
    ];
    ldif(&OpenLdap::account(name), &crate::town::owned(&attributes))
}

async fn with_limits(people: usize, name: &str, limits: &str) -> OpenLdap {
    let limits = format!("limits dn.exact=\"{}\" {limits}", OpenLdap::account(name));
    OpenLdap::builder().people(people).ldif(&account(name)).database_directive(&limits).start().await
}

/// FIELD-FAILURES 23.
#[tokio::test]
async fn a_hard_limit_of_500_is_named_with_its_remedy_and_removes_nobody() {
    let directory = OpenLdap::builder().people(600).start().await;
    let (company, run) = then_as(&directory, 600, "limited").await;
    assert_eq!(run["state"], "failed", "{run}");
    let error = run["error"].as_str().unwrap();
    assert!(error.contains("A limit of the server ended the search after 500 entries"), "{error}");
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.text;
    assert!(page.contains("limit") && page.contains("Raise"), "the remedy is not named: {page}");
}

/// FIELD-FAILURES 23.
#[tokio::test]
async fn a_soft_limit_of_500_is_passed_by_pages() {
    let directory = with_limits(600, "soft", "size.soft=500 size.hard=unlimited size.prtotal=unlimited").await;
    let (_, run) = then_as(&directory, 600, "soft").await;
    assert_eq!((&run["state"], &run["unchanged"]), (&"done".into(), &600.into()), "{run}");
}

#[tokio::test]
async fn an_account_that_gets_smaller_pages_or_none_is_answered_in_one_piece() {
    for limits in ["size.pr=100 size=unlimited", "size.prtotal=disabled size=unlimited"] {
        let directory = with_limits(250, "paged", limits).await;
        let (_, run) = then_as(&directory, 250, "paged").await;
        assert_eq!((&run["state"], &run["unchanged"]), (&"done".into(), &250.into()), "{limits} {run}");
    }
}

/// Skipped is not absent.
#[tokio::test]
async fn an_account_that_may_not_see_mails_skips_everyone_and_removes_nobody() {
    let directory = OpenLdap::builder().people(20).start().await;
    let (company, run) = then_as(&directory, 20, "nomail").await;
    assert_eq!(run["skipped"], 20, "{run}");
    assert_eq!(of_kind(&company.changes(&run).await, "skipped").len(), 20);
}

#[tokio::test]
async fn an_account_that_may_not_see_people_holds_every_removal() {
    let directory = OpenLdap::builder().people(20).start().await;
    let (_, run) = then_as(&directory, 20, "blind").await;
    assert_eq!((&run["state"], &run["held"], &run["read"]), (&"held".into(), &20.into(), &0.into()), "{run}");
}

/// FIELD-FAILURES 20.
#[tokio::test]
async fn members_of_a_posix_group_are_found_by_their_uid() {
    let uids = [1, 3].map(|number| person(number).uid);
    let group = [
        ("objectClass", "posixGroup"),
        ("cn", "staff"),
        ("gidNumber", "5000"),
        ("memberUid", &uids[0]),
        ("memberUid", &uids[1]),
        ("memberUid", "gone"),
    ];
    let dn = format!("cn=staff,{GROUPS_DN}");
    let directory = OpenLdap::builder().people(5).ldif(&ldif(&dn, &crate::town::owned(&group))).start().await;
    let company = Company::new().await;
    company.admin.connect_directory_with(&directory, &[("group_dn", &dn)]).await.expect_status(303);
    company.import().await;
    assert_eq!(company.emails().await, [person(1).mail, person(3).mail]);
    company.sign_in(&person(3).mail, &person(3).password()).await;
    company.try_sign_in(&person(2).mail, &person(2).password()).await.1.expect_status(422);
}

/// FIELD-FAILURES 26.
#[tokio::test]
async fn a_server_that_answers_nobody_before_the_bind_and_hides_its_root_entry_is_read() {
    let hidden = "disallow bind_anon\nrequire authc\naccess to dn.base=\"\" by * none";
    let directory = OpenLdap::builder().people(2).global_directive(hidden).start().await;
    let company = Company::of(&directory).await;
    assert_eq!(company.import().await["added"], 2);
    let without_base = company.admin.connect_directory_with(&directory, &[("base_dn", "")]).await.expect_status(422);
    assert!(without_base.text.contains("The server does not say where its entries begin"), "{}", without_base.text);
    company.sign_in(&person(0).mail, &person(0).password()).await;
}
