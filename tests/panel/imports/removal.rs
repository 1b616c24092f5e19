//! Who goes, who must not, and who comes back.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::openldap::{OpenLdap, PEOPLE_DN};
use crate::support::people;
use crate::support::scripted::{Answer, ScriptedLdap, done, page_done};
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode, LdapSearchResultReference};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

#[tokio::test]
async fn a_removed_agent_is_out_at_once_and_everywhere() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let gone = people::person(1);
    let visitor = company.sign_in(&gone.mail, &gone.password()).await;
    visitor.get("/me").await.expect_status(200);
    let id = company.agent(&gone.mail).await["id"].as_str().unwrap().to_owned();

    directory.delete(&gone.dn()).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 0, 2, 1, 0, 0, 0]);
    let page = visitor.get("/me").await.expect_status(303);
    assert!(page.location().unwrap().starts_with("/login"), "the session goes on");
    let (_, refused) = company.try_sign_in(&gone.mail, &gone.password()).await;
    assert!(refused.expect_status(422).text.contains("Email or password is not right."));
    assert_eq!(company.emails().await.len(), 2);
    assert_eq!(company.find(&gone.mail).await, None);
    for path in ["/agents", "/agents/export.csv", &format!("/agents?q={}", gone.uid)] {
        let shown =
            company.admin.get(path).await.expect_status(200).text.replace(&format!("value=\"{}\"", gone.uid), "");
        assert!(!shown.contains(&gone.mail), "{path} shows a removed agent");
    }
    let record = company.admin.get_json(&format!("/agents/{id}")).await;
    assert_eq!(record["state"], "removed");
}

#[tokio::test]
async fn whoever_comes_back_is_the_same_agent_with_role_and_groups() {
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let before = company.agent("anna@example.test").await;
    let path = format!("/agents/{}", before["id"].as_str().unwrap());
    company.admin.submit(&format!("{path}/edit"), &path, &[("role", "support")]).await.expect_status(303);

    entries.set(vec![Entry::person("bert")]);
    assert_eq!(counts(&company.import().await), [0, 0, 1, 1, 0, 0, 0]);
    let elsewhere = format!("uid=anna,ou=new,{PEOPLE_DN}");
    entries.set(vec![Entry::person("bert"), Entry::person("anna").at(&elsewhere).with("mail", "anne@example.test")]);
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 0, 1, 0, 1, 0, 0]);
    let after = company.agent("anne@example.test").await;
    let same = |agent: &Value| json!([agent["id"], agent["guid"], agent["groups"]]);
    assert_eq!(same(&after), same(&before));
    assert_eq!(json!([after["role"], after["dn"], after["state"]]), json!(["support", elsewhere, "active"]));
    let changes = company.changes(&run).await;
    let restored = of_kind(&changes, "restored");
    assert_eq!((restored.len(), &restored[0]["agent"]), (1, &before["id"]));
    assert_eq!(counts(&company.import().await), [0, 0, 2, 0, 0, 0, 0]);
}

#[tokio::test]
async fn when_nobody_is_found_removals_are_held_and_the_likely_causes_named() {
    let directory = OpenLdap::builder().people(4).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let before = company.agents().await;
    let blind = OpenLdap::account("blind");
    let blind = [("bind_dn", blind.as_str()), ("bind_password", "blindpw"), ("save_anyway", "1")];
    company.admin.connect_directory_with(&directory, &blind).await.expect_status(303);

    let run = company.admin.import_and_wait().await;
    assert_eq!((&run["state"], counts(&run)), (&json!("held"), [0, 0, 0, 0, 0, 0, 4]));
    assert_eq!(company.agents().await, before);
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200);
    for cause in ["nobody was removed", "lost the right to read", "user filter", "replica"] {
        assert!(page.text.contains(cause), "{cause} is not named");
    }
    let command = company.panel.run(&["import", "--json"]).await;
    assert_eq!(command.status.code(), Some(3), "exit status of muster import");
    let run: Value = serde_json::from_slice(&command.stdout).unwrap();
    assert_eq!((&run["state"], &run["held"], &run["started_by"]), (&json!("held"), &json!(4), &json!("command")));
    let person = people::person(0);
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(422);
}

#[tokio::test]
async fn a_server_that_is_away_removes_nobody() {
    let mut directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let before = company.agents().await;
    directory.stop();
    let run = company.import_in_vain().await;
    let error = run["error"].as_str().unwrap();
    assert!(error.contains("refused the connection") && error.contains("Check Host"), "{error}");
    assert_eq!((counts(&run), company.agents().await), ([0; 7], before));
    assert_eq!(company.panel.run(&["import"]).await.status.code(), Some(1));
    directory.start_again().await;
    assert_eq!(counts(&company.import().await), [0, 0, 3, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_size_limit_of_the_server_removes_nobody_and_says_what_to_change_there() {
    let directory = OpenLdap::builder().people(510).start().await;
    let company = Company::of(&directory).await;
    assert_eq!(counts(&company.import().await)[0], 510);
    let limited = OpenLdap::account("limited");
    let limited = [("bind_dn", limited.as_str()), ("bind_password", "limitedpw"), ("save_anyway", "1")];
    company.admin.connect_directory_with(&directory, &limited).await.expect_status(303);
    let run = company.import_in_vain().await;
    let error = run["error"].as_str().unwrap();
    for words in ["after 500 entries", "result code 4", "Raise the limit", "size=unlimited"] {
        assert!(error.contains(words), "no “{words}” in: {error}");
    }
    assert_eq!((&run["read"], counts(&run)), (&json!(500), [0; 7]));
    assert_eq!(company.agents().await.len(), 510);
}

/// What becomes of the search for people after its first entries.
type Ending = Arc<Mutex<Vec<Answer>>>;

/// A server that answers one of three people, and then ends as the test wants; no ending: it is healthy.
async fn breaking_off(ending: &Ending) -> ScriptedLdap {
    let (entries, ending) = (Entries::people(&["anna", "bert", "carl"]), ending.clone());
    ScriptedLdap::start(move |request: &LdapMsg| {
        let ending = ending.lock().unwrap().clone();
        if ending.is_empty() || !is_people_search(request) {
            return entries.answer(request);
        }
        entries.all().iter().take(1).map(Entry::answer).chain(ending).collect()
    })
    .await
}

/// Imports once whole and once broken off; the sentence it failed with.
async fn broken_off(ending: &Ending, company: &Company, answers: &[Answer]) -> String {
    *ending.lock().unwrap() = answers.to_vec();
    let run = company.import_in_vain().await;
    assert_eq!(counts(&run), [0; 7], "{answers:?}");
    assert_eq!(company.emails().await.len(), 3, "{answers:?} removed someone");
    run["error"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn no_result_code_but_success_removes_anybody() {
    let ending = Ending::default();
    let server = breaking_off(&ending).await;
    let company = Company::of_script(&server).await;
    company.import().await;
    use LdapResultCode as Code;
    for (code, words) in [
        (Code::TimeLimitExceeded, "time limit"),
        (Code::SizeLimitExceeded, "Raise the limit"),
        (Code::AdminLimitExceeded, "Raise the limit"),
        (Code::Busy, "too busy"),
        (Code::Unavailable, "not available"),
        (Code::OperationsError, "operationsError (1)"),
        (Code::UnwillingToPerform, "unwillingToPerform (53)"),
        (Code::NoSuchObject, "There is no entry"),
        (Code::InsufficentAccessRights, "may not read"),
        (Code::Referral, "points to another one"),
        (Code::Other, "other (80)"),
    ] {
        let error = broken_off(&ending, &company, &[done(code.clone(), "words of the server")]).await;
        assert!(error.contains(words), "{code:?}: {error}");
    }
    ending.lock().unwrap().clear();
    assert_eq!(counts(&company.import().await), [0, 0, 3, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_cut_connection_a_lost_page_and_a_page_that_comes_again_remove_nobody() {
    let ending = Ending::default();
    let server = breaking_off(&ending).await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let unreadable = Answer::Bytes(vec![0x30, 0x03, 0x02, 0x01, 0xff, 0x00]);
    let again = page_done(LdapResultCode::Success, b"always the same");
    for (answers, words) in [
        (vec![Answer::Close], "connection ended while reading people"),
        (vec![page_done(LdapResultCode::Success, b"next"), Answer::Close], "connection ended while reading people"),
        (vec![unreadable, Answer::Close], "not proper LDAP"),
        (vec![again], "not proper LDAP"),
    ] {
        let error = broken_off(&ending, &company, &answers).await;
        assert!(error.contains(words), "{answers:?}: {error}");
    }
}

#[tokio::test]
async fn references_to_other_servers_are_neither_followed_nor_counted_nor_a_reason_to_remove() {
    let other = ScriptedLdap::start(|_| vec![Answer::Close]).await;
    let reference = Answer::Say(LdapOp::SearchResultReference(LdapSearchResultReference {
        uris: vec![format!("ldap://127.0.0.1:{}/dc=example,dc=test", other.port)],
    }));
    let entries = Entries::people(&["anna", "bert"]);
    let script = entries.clone();
    let server = ScriptedLdap::start(move |request: &LdapMsg| {
        let mut answers = script.answer(request);
        if is_people_search(request) {
            answers.insert(1, reference.clone());
            answers.insert(0, reference.clone());
        }
        answers
    })
    .await;
    let company = Company::of_script(&server).await;
    let run = company.import().await;
    assert_eq!((&run["read"], counts(&run)), (&json!(2), [2, 0, 0, 0, 0, 0, 0]));
    assert_eq!(other.requests().len(), 0);
}

#[tokio::test]
async fn an_agent_whose_entry_cannot_be_used_any_more_is_skipped_and_not_removed() {
    let entries = Entries::people(&["anna", "bert", "carl"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let before = company.agents().await;
    entries.set(vec![
        Entry::person("anna").with("mail", ""),
        Entry::person("bert").with("entryUUID", ""),
        Entry::person("carl"),
    ]);
    assert_eq!(counts(&company.import().await), [0, 0, 1, 0, 0, 2, 0]);
    assert_eq!(company.agents().await, before);
}
