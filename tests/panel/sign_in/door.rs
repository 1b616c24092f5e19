//! Who comes in, who does not, and what reaches the directory.

use crate::support::company::Company;
use crate::support::entries::{Entries, binds_of_people};
use crate::support::http::{ADMINISTRATOR_EMAIL, Page, Visitor};
use crate::support::openldap::{OpenLdap, PEOPLE_DN};
use crate::support::people;
use crate::support::process::free_ports;
use crate::support::scripted::ScriptedLdap;
use ldap3_proto::proto::LdapOp;

const ANNA: &str = "anna@example.test";

/// What is on a page, without what differs from request to request.
pub(super) fn words(page: &Page, email: &str) -> (u16, String) {
    let token = crate::support::html::field_value(&page.text, "csrf_token").unwrap();
    let (_, shown) = page.text.split_once("<main").unwrap();
    (page.status, shown.replace(&token, "").replace(email, ""))
}

/// The headers of an answer, without what differs from request to request.
fn headers(page: &Page) -> Vec<(String, String)> {
    let all = page.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let mut all: Vec<_> =
        all.filter(|(name, _)| !["date", "set-cookie", "content-length"].contains(&name.as_str())).collect();
    all.sort();
    all
}

#[tokio::test]
async fn an_imported_agent_signs_in_with_the_directorys_password() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let person = people::person(0);
    assert!(company.agent(&person.mail).await["last_sign_in_at"].is_null());
    let (visitor, page) = company.try_sign_in(&person.mail.to_uppercase(), &person.password()).await;
    assert_eq!(page.expect_status(303).location(), Some("/me"));
    let me = visitor.get("/me").await.expect_status(200);
    assert!(me.text.contains(&person.mail) && me.text.contains(&person.phone));
    visitor.get("/agents").await.expect_status(403);
    assert!(company.agent(&person.mail).await["last_sign_in_at"].is_string());

    // A new password in the directory counts at once, the old one no more.
    directory.replace(&person.dn(), "userPassword", &["another one"]).await;
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(422);
    company.sign_in(&person.mail, "another one").await;
}

#[tokio::test]
async fn whoever_may_not_come_in_is_told_the_same_for_every_reason() {
    let directory = OpenLdap::builder().people(4).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [gone, blocked, fine] = [0, 1, 2].map(people::person);
    directory.delete(&gone.dn()).await;
    company.import().await;
    directory.add_person("late", "Late", "late@example.test").await;
    let path = format!("/agents/{}", company.agent(&blocked.mail).await["id"].as_str().unwrap());
    let block = [("blocked_shown", "1"), ("blocked", "1")];
    company.admin.submit(&format!("{path}/edit"), &path, &block).await.expect_status(303);
    assert_eq!(company.agent(&blocked.mail).await["state"], "blocked");

    let mut answers = Vec::new();
    for (email, password) in [
        ("nobody@example.test", "whatever"),
        (&fine.mail, "wrong"),
        (&fine.mail, ""),
        ("late@example.test", "pw-late"),
        (&gone.mail, &gone.password()),
        (&blocked.mail, &blocked.password()),
        (ADMINISTRATOR_EMAIL, "wrong"),
        ("not an address", "x"),
    ] {
        let began = std::time::Instant::now();
        let (_, page) = company.try_sign_in(email, password).await;
        // Two requests; the one that counts is answered a quarter of a second after it came, or later.
        assert!(began.elapsed() >= std::time::Duration::from_millis(250), "{email}: {:?}", began.elapsed());
        answers.push((email.to_owned(), (words(&page, email), headers(&page))));
    }
    let (_, first) = &answers[0];
    assert!(first.0.0 == 422 && first.0.1.contains("Email or password is not right."), "{first:?}");
    for (email, answer) in &answers {
        assert_eq!(answer, first, "{email}");
    }
    company.sign_in(&fine.mail, &fine.password()).await;
}

/// A company of one scripted agent: anna.
async fn annas_company() -> (Entries, ScriptedLdap, Company) {
    let entries = Entries::people(&["anna"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    (entries, server, company)
}

fn annas_dn() -> String {
    format!("uid=anna,{PEOPLE_DN}")
}

#[tokio::test]
async fn an_empty_password_never_reaches_the_directory() {
    let (_, server, company) = annas_company().await;
    company.try_sign_in(ANNA, "").await.1.expect_status(422);
    assert_eq!(binds_of_people(&server), Vec::<String>::new());
    company.sign_in(ANNA, "pw-anna").await;
    assert_eq!(binds_of_people(&server), [annas_dn()]);
}

#[tokio::test]
async fn an_empty_password_of_the_service_account_never_reaches_the_directory() {
    let server = Entries::people(&["anna"]).serve().await;
    let company = Company::new().await;
    let empty = [("bind_password", ""), ("save_anyway", "1")];
    company.admin.connect_port(server.port, &empty).await.expect_status(422);
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn characters_of_filters_and_names_in_the_email_find_nobody() {
    let (_, server, company) = annas_company().await;
    for email in [
        "*",
        "a*",
        "anna@example.test)(objectClass=*",
        "*)(|(mail=*",
        "\\2a",
        "anna@example.test\0",
        "uid=anna,ou=people,dc=example,dc=test",
        "anna@*",
    ] {
        let (_, page) = company.try_sign_in(email, "pw-anna").await;
        assert!([422, 400].contains(&page.status), "{email:?} is answered with {}", page.status);
    }
    assert_eq!(binds_of_people(&server), Vec::<String>::new());
    for request in server.requests() {
        let LdapOp::SearchRequest(search) = request.op else { continue };
        let filter = format!("{:?}", search.filter);
        assert!(!filter.contains("anna@example.test") && !filter.contains("\\2a"), "typed text in {filter}");
    }
    company.sign_in(ANNA, "pw-anna").await;
}

#[tokio::test]
async fn one_attempt_is_one_bind_also_where_two_servers_are_named() {
    let entries = Entries::people(&["anna"]);
    let servers = [entries.serve().await, entries.serve().await];
    let company = Company::new().await;
    let hosts = format!("127.0.0.1:{}, 127.0.0.1:{}", servers[0].port, servers[1].port);
    let both = [("host", hosts.as_str()), ("save_anyway", "1")];
    company.admin.connect_port(servers[0].port, &both).await.expect_status(303);
    company.import().await;
    company.try_sign_in(ANNA, "a typo").await.1.expect_status(422);
    assert_eq!(servers.each_ref().map(|server| binds_of_people(server).len()), [1, 0]);
    company.sign_in(ANNA, "pw-anna").await;
    assert_eq!(servers.each_ref().map(|server| binds_of_people(server).len()), [2, 0]);
    assert!(binds_of_people(&servers[0]).iter().all(|dn| *dn == annas_dn()));
}

#[tokio::test]
async fn another_server_is_asked_when_the_first_cannot_be_reached() {
    let server = Entries::people(&["anna"]).serve().await;
    let company = Company::new().await;
    let [closed] = free_ports();
    let hosts = format!("127.0.0.1:{closed}, 127.0.0.1:{}", server.port);
    let both = [("host", hosts.as_str()), ("save_anyway", "1")];
    company.admin.connect_port(server.port, &both).await.expect_status(303);
    company.import().await;
    company.sign_in(ANNA, "pw-anna").await;
    assert_eq!(binds_of_people(&server), [annas_dn()]);
}

#[tokio::test]
async fn guessing_is_slowed_down_before_the_directory_hears_of_it() {
    let (_, server, company) = annas_company().await;
    // A server that does not show its limit counts as one that locks after five.
    for _ in 0..2 {
        company.try_sign_in(ANNA, "guess").await.1.expect_status(422);
    }
    assert_eq!(binds_of_people(&server).len(), 2);
    let asked = server.requests().len();
    // The right password as well, and however the address is written.
    for (email, password) in [(ANNA, "guess"), (ANNA, "pw-anna"), (" Anna@Example.Test ", "pw-anna")] {
        let (visitor, page) = company.try_sign_in(email, password).await;
        let seconds: u64 = page.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1_800..=1_921).contains(&seconds), "Retry-After: {seconds}");
        assert!(page.expect_status(429).text.contains("Too many attempts."));
        visitor.get("/me").await.expect_status(303);
    }
    let later = server.requests();
    let of_sign_in = later[asked..].iter().filter(|request| format!("{request:?}").contains("entryUUID")).count();
    assert_eq!((binds_of_people(&server).len(), of_sign_in), (2, 0));
    // Others are not held up.
    let admin = Visitor::new(&company.panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, crate::support::http::ADMINISTRATOR_PASSWORD).await.expect_status(303);
}
