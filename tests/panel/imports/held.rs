//! Removals that wait for an administrator, and what they decide.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry};
use crate::support::html;
use crate::support::http::Page;
use crate::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use crate::support::people;
use crate::support::process::within;
use crate::support::scripted::{Answer, ScriptedLdap};
use ldap3_proto::proto::LdapMsg;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Deletes these people.
async fn delete(directory: &OpenLdap, numbers: std::ops::Range<usize>) {
    for number in numbers {
        directory.delete(&people::person(number).dn()).await;
    }
}

/// An import that is held; answers the run.
async fn import_held(company: &Company) -> Value {
    let run = company.admin.import_and_wait().await;
    assert_eq!(run["state"], "held", "{run}");
    run
}

/// Decides about a run's held removals as its page lets an administrator.
async fn decide(company: &Company, run: &Value, decision: &str) -> Page {
    let path = format!("/imports/{}", run["id"]);
    let page = company.admin.get(&path).await.expect_status(200);
    let digest = html::field_value(&page.text, "digest").expect("the page should ask for a decision");
    assert_eq!(run["digest"], digest, "the same in the page and in JSON");
    let fields = [("decision", decision), ("digest", digest.as_str())];
    company.admin.post(&format!("{path}/removals"), &fields).await
}

#[tokio::test]
async fn more_than_a_fifth_and_more_than_five_wait_while_the_rest_goes_on() {
    let directory = OpenLdap::builder().people(20).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let leaver = people::person(0);
    let visitor = company.sign_in(&leaver.mail, &leaver.password()).await;
    delete(&directory, 0..6).await;
    directory.add_person("new", "Newcomer", "new@example.test").await;
    directory.replace(&people::person(9).dn(), "telephoneNumber", &["+49 30 1"]).await;

    let run = import_held(&company).await;
    assert_eq!(counts(&run), [1, 1, 13, 0, 0, 0, 6]);
    let reason = run["held_reason"].as_str().unwrap();
    for words in ["6 of 20 LDAP agents", "more than 20 % and more than 5", "Likely causes", "replica"] {
        assert!(reason.contains(words), "no “{words}” in: {reason}");
    }
    assert_eq!(company.emails().await.len(), 21);
    visitor.get("/me").await.expect_status(200);
    for path in ["/agents", "/groups", "/imports", "/settings/ldap/index", "/me", "/agents/new"] {
        let page = company.admin.get(path).await.expect_status(200);
        assert!(page.text.contains("6 agents are no longer found in the directory"), "no banner on {path}");
        assert!(page.text.contains(&format!("href=\"/imports/{}\"", run["id"])), "no link on {path}");
    }
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200);
    for number in 0..6 {
        assert!(page.text.contains(&people::person(number).dn()), "the page does not show who it is");
    }
    let command = company.panel.run(&["import"]).await;
    assert_eq!(command.status.code(), Some(3), "exit status of muster import");

    // The newest list is the one that waits. Removing is an import of its own.
    let run = import_held(&company).await;
    let page = decide(&company, &run, "remove").await.expect_status(303);
    let removal = company.admin.get_json(page.location().unwrap()).await;
    assert_eq!((&removal["state"], counts(&removal)[3]), (&json!("done"), 6));
    assert_eq!(company.emails().await.len(), 15);
    visitor.get("/me").await.expect_status(303);
    assert!(!company.admin.get("/agents").await.text.contains("waits for your decision"));
    let decided = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200);
    assert!(decided.text.contains("Removal approved by Ada Minister"), "{}", decided.text);
}

#[tokio::test]
async fn five_leavers_are_removed_unasked_and_the_limits_can_be_set() {
    let directory = OpenLdap::builder().people(10).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    delete(&directory, 0..5).await;
    assert_eq!(counts(&company.import().await)[3], 5, "half of all, and not more than five");

    let settings = "/settings/ldap/index";
    let strict = [("hold_percent", "0"), ("hold_count", "0"), ("save_anyway", "1")];
    company.admin.submit(settings, settings, &strict).await.expect_status(303);
    delete(&directory, 5..6).await;
    assert_eq!(counts(&import_held(&company).await)[6], 1);
    let wrong = [("hold_percent", "101"), ("hold_count", "-1"), ("keep_removed_days", "none")];
    let page = company.admin.submit(settings, settings, &wrong).await.expect_status(422);
    for field in ["hold_percent", "hold_count", "keep_removed_days"] {
        assert!(html::message_beside(&page.text, field).is_some(), "no message beside {field}");
    }
    let shown = company.admin.get(settings).await;
    assert_eq!(html::field_value(&shown.text, "hold_percent").as_deref(), Some("0"));
}

#[tokio::test]
async fn a_changed_filter_removes_nobody_before_an_administrator_has_seen_it() {
    let directory = OpenLdap::builder().people(10).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let gone = people::person(3);
    let filter = format!("(&(objectClass=inetOrgPerson)(!(uid={})))", gone.uid);
    company.admin.connect_directory_with(&directory, &[("user_filter", &filter)]).await.expect_status(303);
    for _ in 0..2 {
        let run = import_held(&company).await;
        assert_eq!(counts(&run), [0, 0, 9, 0, 0, 0, 1]);
        assert!(run["held_reason"].as_str().unwrap().starts_with("User filter changed since"), "{run}");
        let changes = company.changes(&run).await;
        let held = of_kind(&changes, "held");
        let reason = format!("Still in the directory ({}), and left out by the user filter.", gone.dn());
        assert_eq!((held[0]["reason"].as_str(), &held[0]["name"]), (Some(reason.as_str()), &json!(gone.name)));
    }
    let run = import_held(&company).await;
    decide(&company, &run, "remove").await.expect_status(303);
    assert_eq!(company.find(&gone.mail).await, None);
    // From here on these settings are the ones in order.
    delete(&directory, 4..5).await;
    assert_eq!(counts(&company.import().await), [0, 0, 8, 1, 0, 0, 0]);
}

#[tokio::test]
async fn a_changed_base_host_or_group_holds_removals_too() {
    let directory = OpenLdap::builder().people(4).start().await;
    let left = format!("ou=left,{BASE_DN}");
    directory.add(&left, &[("objectClass", "organizationalUnit"), ("ou", "left")]).await;
    let company = Company::of(&directory).await;
    company.import().await;
    directory.move_to(&people::person(0).dn(), &left).await;
    let changes = [("base_dn", PEOPLE_DN), ("host", "localhost")];
    company.admin.connect_directory_with(&directory, &changes).await.expect_status(303);
    let run = import_held(&company).await;
    assert!(run["held_reason"].as_str().unwrap().starts_with("Host and Directory DN changed since"), "{run}");
    assert_eq!(counts(&run)[6], 1);
}

#[tokio::test]
async fn a_list_that_has_changed_since_it_was_shown_is_shown_anew_and_removes_nobody() {
    let everyone: Vec<String> = (0..20).map(|n| format!("p{n:02}")).collect();
    let of = |from: usize| everyone[from..].iter().map(|uid| Entry::person(uid)).collect::<Vec<_>>();
    let entries = Entries::default();
    entries.set(of(0));
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    entries.set(of(8));
    let first = import_held(&company).await;

    // The directory has changed, and no import has noticed: the one that removes does.
    entries.set(of(9));
    let page = decide(&company, &first, "remove").await.expect_status(409);
    assert!(page.text.contains("The list has changed meanwhile"), "{}", page.text);
    let digest = html::field_value(&page.text, "digest").expect("the new list should be shown");
    assert_ne!(first["digest"], digest);
    assert_eq!(company.emails().await.len(), 20);

    // Whoever still has the old page open is refused as well, whatever they decide.
    let path = format!("/imports/{}/removals", first["id"]);
    for decision in ["remove", "keep"] {
        let fields = [("decision", decision), ("digest", first["digest"].as_str().unwrap())];
        company.admin.post(&path, &fields).await.expect_status(409);
    }
    assert_eq!(company.emails().await.len(), 20);
    for fields in [[("decision", "maybe"), ("digest", "x")], [("decision", "keep"), ("digest", "")]] {
        company.admin.post(&path, &fields).await.expect_status(422);
    }
    company.admin.post(&path, &[("decision", "remove"), ("digest", &digest)]).await.expect_status(303);
    assert_eq!(company.emails().await.len(), 11);
    company.admin.post(&path, &[("decision", "remove"), ("digest", &digest)]).await.expect_status(409);
}

#[tokio::test]
async fn who_is_kept_stays_until_seen_again_or_the_settings_change() {
    let directory = OpenLdap::builder().people(10).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let blind = OpenLdap::account("blind");
    let blind = [("bind_dn", blind.as_str()), ("bind_password", "blindpw"), ("save_anyway", "1")];
    company.admin.connect_directory_with(&directory, &blind).await.expect_status(303);
    let run = import_held(&company).await;
    decide(&company, &run, "keep").await.expect_status(303);
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await;
    assert!(page.text.contains("Kept by Ada Minister"), "{}", page.text);
    for _ in 0..2 {
        let run = company.import().await;
        assert_eq!((&run["kept"], counts(&run)), (&json!(10), [0; 7]));
    }
    let agent = company.agents().await[0]["id"].as_str().unwrap().to_owned();
    let page = company.admin.get(&format!("/agents/{agent}")).await.expect_status(200);
    assert!(page.text.contains("kept by an administrator"), "{}", page.text);

    // Seen again, they are ordinary agents, and leave as such.
    company.admin.connect_directory(&directory).await;
    assert_eq!(counts(&company.import().await), [0, 0, 10, 0, 0, 0, 0]);
    delete(&directory, 0..1).await;
    assert_eq!(counts(&company.import().await), [0, 0, 9, 1, 0, 0, 0]);

    // Kept by one filter, they wait again under another.
    let filter = |uid: usize| format!("(&(objectClass=inetOrgPerson)(!(uid=u00000{uid})))");
    company.admin.connect_directory_with(&directory, &[("user_filter", &filter(1))]).await.expect_status(303);
    let run = import_held(&company).await;
    decide(&company, &run, "keep").await.expect_status(303);
    assert_eq!(company.import().await["kept"], 1);
    company
        .admin
        .connect_directory_with(&directory, &[("user_filter", "(&(cn=*)(!(uid=u000001)))")])
        .await
        .expect_status(303);
    assert_eq!(counts(&import_held(&company).await)[6], 1);
}

#[tokio::test]
async fn a_newer_import_that_finds_everyone_ends_the_hold() {
    let entries = Entries::people(&["a", "b", "c"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    entries.set(vec![]);
    let run = import_held(&company).await;
    assert!(run["held_reason"].as_str().unwrap().contains("without a single person"), "{run}");
    entries.set(["a", "b", "c"].map(Entry::person).into());
    assert_eq!(counts(&company.import().await), [0, 0, 3, 0, 0, 0, 0]);
    assert!(!company.admin.get("/agents").await.text.contains("waits for your decision"));
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200);
    assert!(page.text.contains("There is nothing to decide any more"), "{}", page.text);
    let fields = [("decision", "remove"), ("digest", run["digest"].as_str().unwrap())];
    company.admin.post(&format!("/imports/{}/removals", run["id"]), &fields).await.expect_status(409);
    assert_eq!(company.emails().await.len(), 3);
}

#[tokio::test]
async fn an_approved_removal_waits_for_the_directory_and_a_cancel_takes_the_approval_back() {
    let (entries, silent) = (Entries::people(&["a", "b", "c"]), Arc::new(AtomicBool::new(false)));
    let (script, is_silent) = (entries.clone(), silent.clone());
    let server = ScriptedLdap::start(move |request: &LdapMsg| {
        if is_silent.load(Ordering::SeqCst) { vec![Answer::Silence] } else { script.answer(request) }
    })
    .await;
    let company = Company::of_script(&server).await;
    company.import().await;
    entries.set(vec![]);
    let held = import_held(&company).await;
    silent.store(true, Ordering::SeqCst);
    let page = decide(&company, &held, "remove").await.expect_status(303);
    let path = page.location().unwrap();
    assert_eq!(company.admin.get_json(path).await["state"], "running", "the answer does not wait for ever");
    assert!(company.admin.get("/agents").await.text.contains("The removal of 3 agents was approved"));

    company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    within(Duration::from_secs(5), "the import to be cancelled", async || {
        company.admin.get_json(path).await["state"] == "cancelled"
    })
    .await;
    silent.store(false, Ordering::SeqCst);
    let again = import_held(&company).await;
    assert_eq!((&again["digest"], company.emails().await.len()), (&held["digest"], 3));
    assert!(company.admin.get("/agents").await.text.contains("waits for your decision"));
}
