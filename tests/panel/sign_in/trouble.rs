//! The directory is away, or not what it should be.

use super::door::words;
use crate::support::company::Company;
use crate::support::entries::{Entries, binds_of_people};
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD};
use crate::support::openldap::OpenLdap;
use crate::support::people;
use crate::support::scripted::{Answer, ScriptedLdap, result};
use ldap3_proto::proto::{LdapExtendedResponse, LdapMsg, LdapOp, LdapResultCode};

const AWAY: &str = "The company directory cannot be reached at the moment.";

#[tokio::test]
async fn an_unreachable_directory_is_said_alike_for_every_mail_and_local_accounts_come_in() {
    let mut directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [person, removed] = [0, 1].map(people::person);
    directory.delete(&removed.dn()).await;
    company.import().await;
    company.sign_in(&person.mail, &person.password()).await;
    directory.stop();
    let mut told = Vec::new();
    for (email, password) in [
        (person.mail.as_str(), person.password()),
        (&person.mail, "wrong".into()),
        (&removed.mail, removed.password()),
        ("nobody@example.test", "whatever".into()),
    ] {
        let page = company.try_sign_in(email, &password).await.1.expect_status(503);
        assert!(page.text.contains(AWAY) && !page.text.contains("is not right"), "{email}: {}", page.text);
        told.push(words(&page, email));
    }
    assert!(told.iter().all(|answer| *answer == told[0]), "{told:?}");
    company.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    let wrong = company.try_sign_in(ADMINISTRATOR_EMAIL, "wrong").await.1.expect_status(422);
    assert!(wrong.text.contains("Email or password is not right."));
    // No password was kept for such times, and no connection from before is needed after them.
    directory.start_again().await;
    company.sign_in(&person.mail, &person.password()).await;
}

#[tokio::test]
async fn a_session_goes_on_while_the_directory_is_away() {
    let mut directory = OpenLdap::builder().people(1).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let person = people::person(0);
    let visitor = company.sign_in(&person.mail, &person.password()).await;
    directory.stop();
    company.import_in_vain().await;
    visitor.get("/me").await.expect_status(200);
}

#[tokio::test]
async fn a_refused_starttls_ends_there_and_no_password_goes_over_the_plain_connection() {
    let entries = Entries::people(&["anna"]);
    let script = entries.clone();
    let server = ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
        LdapOp::ExtendedRequest(_) => vec![Answer::Say(LdapOp::ExtendedResponse(LdapExtendedResponse {
            res: result(LdapResultCode::Unavailable, "no TLS today"),
            name: None,
            value: None,
        }))],
        _ => script.answer(request),
    })
    .await;
    let company = Company::of_script(&server).await;
    company.import().await;
    company.sign_in("anna@example.test", "pw-anna").await;
    assert_eq!(binds_of_people(&server).len(), 1);

    let starttls = [("security", "starttls"), ("save_anyway", "1")];
    company.admin.connect_port(server.port, &starttls).await.expect_status(303);
    let asked = server.requests().len();
    let page = company.try_sign_in("anna@example.test", "pw-anna").await.1.expect_status(503);
    assert!(page.text.contains(AWAY));
    let run = company.import_in_vain().await;
    assert!(run["error"].as_str().unwrap().contains("refused StartTLS"), "{run}");
    let later = &server.requests()[asked..];
    assert!(later.iter().any(|request| matches!(request.op, LdapOp::ExtendedRequest(_))));
    for request in later {
        assert!(!matches!(request.op, LdapOp::BindRequest(_) | LdapOp::SearchRequest(_)), "{request:?}");
    }
}

#[tokio::test]
async fn a_refused_service_account_is_not_tried_again_by_every_sign_in() {
    let entries = Entries::people(&["anna"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let rotated = [("bind_password", "rotated"), ("save_anyway", "1")];
    company.admin.connect_port(server.port, &rotated).await.expect_status(303);
    company.import_in_vain().await;
    let asked = server.requests().len();
    for _ in 0..3 {
        let page = company.try_sign_in("anna@example.test", "pw-anna").await.1.expect_status(503);
        assert!(page.text.contains(AWAY));
    }
    // The monitor's own first bind may have come meanwhile.
    assert!(server.requests().len() <= asked + 1, "{:?}", server.requests());
    assert_eq!(binds_of_people(&server), Vec::<String>::new());
}

#[tokio::test]
async fn a_server_that_cuts_the_connection_at_the_bind_did_not_judge_the_password() {
    let entries = Entries::people(&["anna"]);
    let script = entries.clone();
    let server = ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
        LdapOp::BindRequest(bind) if bind.dn.starts_with("uid=") => vec![Answer::Close],
        _ => script.answer(request),
    })
    .await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let page = company.try_sign_in("anna@example.test", "pw-anna").await.1.expect_status(503);
    assert!(page.text.contains(AWAY));
    assert_eq!(binds_of_people(&server).len(), 1, "an attempt that was cut off is not tried again");
}
