//! A preview, and the history of imports.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry};
use crate::support::openldap::OpenLdap;
use crate::support::people;
use serde_json::{Value, json};

#[tokio::test]
async fn a_preview_shows_everything_an_import_would_do_and_writes_nothing_but_its_report() {
    let directory = OpenLdap::builder().people(20).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let leaver = people::person(0);
    let visitor = company.sign_in(&leaver.mail, &leaver.password()).await;
    let before = company.agents().await;
    for number in 0..8 {
        directory.delete(&people::person(number).dn()).await;
    }
    directory.add_person("new", "Newcomer", "new@example.test").await;
    directory.add_person("nomail", "Without Mail", "").await;
    directory.replace(&people::person(9).dn(), "telephoneNumber", &["+49 30 1"]).await;

    let preview = company.admin.preview_and_wait().await;
    assert_eq!((&preview["state"], counts(&preview)), (&json!("held"), [1, 1, 11, 0, 0, 1, 8]));
    let changes = company.changes(&preview).await;
    assert_eq!(of_kind(&changes, "added")[0]["name"], "Newcomer");
    assert_eq!(of_kind(&changes, "added")[0]["agent"], Value::Null, "nobody was made");
    assert_eq!(of_kind(&changes, "updated")[0]["fields"][0]["new"], "+49 30 1");
    assert_eq!((of_kind(&changes, "held").len(), of_kind(&changes, "skipped").len()), (8, 1));
    let page = company.admin.get(&format!("/imports/{}", preview["id"])).await.expect_status(200);
    assert!(page.text.contains("an import would hold these removals for review"), "{}", page.text);
    assert_eq!(company.agents().await, before, "versions included");
    visitor.get("/me").await.expect_status(200);
    assert!(!company.admin.get("/agents").await.text.contains("waits for your decision"), "a preview holds nothing");

    let command = company.panel.run(&["import", "--dry-run", "--json"]).await;
    let told: Value = serde_json::from_slice(&command.stdout).unwrap();
    assert_eq!((command.status.code(), &told["dry_run"], counts(&told)), (Some(3), &json!(true), counts(&preview)));
    assert_eq!(company.agents().await, before);

    let run = company.admin.import_and_wait().await;
    assert_eq!(counts(&run), counts(&preview), "it did what the preview said");
}

#[tokio::test]
async fn saving_what_decides_who_is_read_offers_a_preview() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    let settings = "/settings/ldap/index";
    let filter = [("user_filter", "(objectClass=inetOrgPerson)")];
    company.admin.connect_directory_with(&directory, &filter).await.expect_status(303);
    assert!(!company.admin.get(settings).await.text.contains("See first what it does"), "there is nobody yet");
    company.import().await;
    let changes = [("user_filter", "(cn=*)"), ("mail_attribute", "mail")];
    company.admin.connect_directory_with(&directory, &changes).await.expect_status(303);
    let page = company.admin.get(settings).await.expect_status(200);
    assert!(page.text.contains("See first what it does"), "{}", page.text);
    assert!(page.text.contains("User filter, Mail attribute"), "{}", page.text);
    assert!(!company.admin.get(settings).await.text.contains("See first what it does"), "once is enough");
    let changes = [("guid_attribute", "uid")];
    company.admin.connect_directory_with(&directory, &changes).await.expect_status(303);
    let page = company.admin.get(settings).await;
    assert!(page.text.contains("matched anew by DN"), "{}", page.text);
    company.admin.connect_directory_with(&directory, &[("default_role", "support")]).await.expect_status(303);
    assert!(!company.admin.get(settings).await.text.contains("See first what it does"), "that reads nobody else");
}

#[tokio::test]
async fn the_history_is_filtered_by_kind_state_and_outcome() {
    let entries = Entries::people(&["anna"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    company.import().await;
    company.admin.preview_and_wait().await;
    entries.set(vec![]);
    company.admin.import_and_wait().await;
    let ids = async |query: &str| -> Vec<u64> {
        let list = company.admin.get_json(&format!("/imports{query}")).await;
        let ids: Vec<u64> = list["items"].as_array().unwrap().iter().map(|run| run["id"].as_u64().unwrap()).collect();
        assert_eq!(list["total"], ids.len());
        ids
    };
    assert_eq!(ids("").await, [4, 3, 2, 1]);
    assert_eq!(ids("?kind=preview").await, [3]);
    assert_eq!(ids("?kind=import&state=done").await, [2, 1]);
    assert_eq!(ids("?state=held").await, [4]);
    assert_eq!(ids("?notable=1").await, [4, 1]);
    assert_eq!(ids("?state=nonsense").await, [4, 3, 2, 1], "an old bookmark is no error");
    let page = company.admin.get("/imports?state=failed").await.expect_status(200);
    assert!(page.text.contains("No import matches these filters"));
}

#[tokio::test]
async fn a_report_is_searched_filtered_paged_and_exported() {
    let names: Vec<String> = (0..120).map(|n| format!("p{n:03}")).collect();
    let entries = Entries::default();
    entries.set(
        names.iter().map(|uid| Entry::person(uid)).chain([Entry::person("x").with("mail", "no address")]).collect(),
    );
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    let run = company.import().await;
    let path = format!("/imports/{}", run["id"]);
    assert_eq!(company.changes(&run).await.len(), 121);
    let page = company.admin.get_json(&format!("{path}/changes?kind=skipped")).await;
    assert_eq!((&page["total"], &page["items"][0]["name"]), (&json!(1), &json!("")));
    assert!(page["items"][0]["reason"].as_str().unwrap().contains("no address"));
    let page = company.admin.get_json(&format!("{path}/changes?q=PERSON+p007")).await;
    assert_eq!((&page["total"], &page["items"][0]["name"]), (&json!(1), &json!("Person p007")));
    let csv = company.admin.get(&format!("{path}/changes.csv?kind=skipped")).await.expect_status(200);
    assert_eq!(csv.text.lines().count(), 2);
    assert!(csv.text.contains("skipped,") && csv.text.contains("no address"), "{}", csv.text);
    let csv = company.admin.get(&format!("{path}/changes.csv")).await.expect_status(200);
    assert!(csv.text.lines().filter(|line| line.starts_with("added,")).count() >= 120);
}
