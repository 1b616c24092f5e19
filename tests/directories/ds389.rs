//! What only 389 Directory Server does.

use crate::refused::{WRONG, refused};
use crate::support::company::Company;
use crate::support::ds389::{ADMIN_DN, ADMIN_PASSWORD, Ds389, person_dn};
use crate::support::guesses;
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap};
use crate::support::people::{ldif, person};
use std::collections::HashSet;

async fn company_of(server: &Ds389) -> Company {
    let company = Company::new().await;
    company.admin.connect_port(server.port, &[]).await.expect_status(303);
    company.import().await;
    company
}

/// The same directory, as an account that has the server's limits.
async fn as_limited(company: &Company, server: &Ds389) {
    let limited =
        [("bind_dn", OpenLdap::account("limited")), ("bind_password", "limitedpw".into()), ("save_anyway", "1".into())];
    let limited = limited.each_ref().map(|(name, value)| (*name, value.as_str()));
    company.admin.connect_port(server.port, &limited).await.expect_status(303);
}

/// FIELD-FAILURES 23.
#[tokio::test]
async fn more_people_than_the_usual_limit_of_2000_are_read_by_pages() {
    let server = Ds389::builder().people(2100).start().await;
    let company = company_of(&server).await;
    as_limited(&company, &server).await;
    assert_eq!(company.import().await["unchanged"], 2100);
}

/// FIELD-FAILURES 23.
#[tokio::test]
async fn a_limit_of_pages_and_of_entries_to_look_at_is_named_and_removes_nobody() {
    let database = "cn=config,cn=ldbm database,cn=plugins,cn=config";
    for (entry, name, code) in [("cn=config", "nsslapd-pagedsizelimit", 4), (database, "nsslapd-lookthroughlimit", 11)]
    {
        let server = Ds389::builder().people(50).setting_of(entry, name, "20").start().await;
        let company = company_of(&server).await;
        as_limited(&company, &server).await;
        let run = company.import_in_vain().await;
        let error = run["error"].as_str().unwrap();
        let expected = ["A limit of the server ended the search", &format!("result code {code}"), "nsLookThroughLimit"];
        assert!(expected.iter().all(|words| error.contains(words)), "{name}: {error}");
        assert_eq!(company.agents().await.len(), 50);
    }
}

/// FIELD-FAILURES 20.
#[tokio::test]
async fn members_are_found_by_unique_member_and_by_member_of() {
    let unique = [
        ("objectClass", "groupOfUniqueNames".to_owned()),
        ("cn", "unique".to_owned()),
        ("uniqueMember", person_dn(&person(1).uid)),
        ("uniqueMember", person_dn(&person(2).uid)),
    ];
    let unique_dn = format!("cn=unique,{GROUPS_DN}");
    let server = Ds389::builder().people(5).ldif(&ldif(&unique_dn, &unique)).start().await;
    let modern = format!("cn=modern,{GROUPS_DN}");
    let member = person_dn(&person(4).uid);
    let attributes = [("objectClass", "groupOfNames"), ("cn", "modern"), ("member", member.as_str())];
    let attributes = attributes.map(|(name, value)| (name, HashSet::from([value]))).to_vec();
    server.admin().await.add(&modern, attributes).await.unwrap().success().unwrap();
    for (field, value, expected) in [
        ("group_dn", unique_dn.clone(), vec![person(1).mail, person(2).mail]),
        ("group_dn", modern.clone(), vec![person(4).mail]),
        // Kept by the server itself (the MemberOf plugin).
        ("user_filter", format!("(memberOf={modern})"), vec![person(4).mail]),
    ] {
        let company = Company::new().await;
        company.admin.connect_port(server.port, &[(field, &value)]).await.expect_status(303);
        company.import().await;
        assert_eq!(company.emails().await, expected, "{field} {value}");
    }
}

/// FIELD-FAILURES 34.
#[tokio::test]
async fn an_inactivated_account_answers_any_password_and_the_agent_learns_nothing() {
    let entry = crate::town::inet_person("off", &[("nsAccountLock", "true")]);
    let server = Ds389::builder().people(1).ldif(&entry).start().await;
    let company = company_of(&server).await;
    assert_eq!(company.agent("off@example.test").await["state"], "disabled");
    for password in ["pw-off", "wrong"] {
        assert_eq!(refused(&company, "off@example.test", password, WRONG).await, "account disabled", "{password}");
    }
}

/// FIELD-FAILURES 26.
#[tokio::test]
async fn a_server_that_shows_strangers_nothing_is_recognised_after_the_bind() {
    let server = Ds389::builder().people(2).setting("nsslapd-allow-anonymous-access", "off").start().await;
    let company = Company::new().await;
    company.admin.connect_port(server.port, &[("base_dn", "")]).await.expect_status(303);
    assert_eq!(company.import().await["added"], 2);
    let page = company.admin.get("/settings/ldap/index").await.text;
    assert!(
        page.contains("filled in for 389 Directory Server") && page.contains(&format!("placeholder=\"{BASE_DN}\""))
    );
}

/// FIELD-FAILURES 33. Only the server's own administrator may read its limit.
#[tokio::test]
async fn a_hundred_guesses_leave_an_account_unlocked_whether_the_limit_can_be_read_or_not() {
    let server = Ds389::builder().people(2).start().await;
    let company = company_of(&server).await;
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    assert!(settings.contains("does not show after how many wrong passwords"), "{settings}");
    let url = format!("ldap://127.0.0.1:{}", server.port);
    let [anna, bert] = [0, 1].map(person);
    assert_eq!(guesses::a_hundred(&company, &anna.mail).await, (2, 98));
    assert_eq!(guesses::bind(&url, &person_dn(&anna.uid), &anna.password()).await, 0, "locked");
    let administrator = [("bind_dn", ADMIN_DN), ("bind_password", ADMIN_PASSWORD)];
    company.admin.connect_port(server.port, &administrator).await.expect_status(303);
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    assert!(settings.contains("Accounts lock after 5 wrong passwords."), "{settings}");
    assert_eq!(guesses::a_hundred(&company, &bert.mail).await, (2, 98));
    assert_eq!(guesses::bind(&url, &person_dn(&bert.uid), &bert.password()).await, 0, "locked");
}
