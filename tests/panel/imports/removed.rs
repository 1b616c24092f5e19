//! Removed, and not lost.

use crate::support::company::{Company, counts};
use crate::support::entries::{Entries, Entry};
use serde_json::json;

#[tokio::test]
async fn a_removed_agent_is_listed_with_when_by_which_import_and_why_and_comes_back_by_itself() {
    let entries = Entries::people(&["anna", "bert", "carl"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let anna = company.agent("anna@example.test").await;
    let id = anna["id"].as_str().unwrap();
    entries.set(["bert", "carl"].map(Entry::person).into());
    let run = company.import().await;
    let list = company.admin.get_json("/agents?state=removed").await;
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(id)));
    let agent = &list["items"][0];
    assert_eq!((&agent["state"], &agent["removed_by"]), (&json!("removed"), &run["id"]));
    assert!(agent["removed_at"].is_string());
    let page = company.admin.get("/agents?state=removed").await.expect_status(200);
    let link = format!("import #{}", run["id"]);
    for words in ["Person anna", &link, "No longer in the directory.", "is restored by itself", "after 30 days"] {
        assert!(page.text.contains(words), "no “{words}” in the list");
    }
    let page = company.admin.get(&format!("/agents/{id}")).await.expect_status(200);
    for words in ["Restored by itself", "Delete Person anna for good now", "else deleted for good"] {
        assert!(page.text.contains(words), "no “{words}” on the page");
    }
    entries.set(["anna", "bert", "carl"].map(Entry::person).into());
    assert_eq!(counts(&company.import().await), [0, 0, 2, 0, 1, 0, 0]);
    assert_eq!(company.agent("anna@example.test").await["id"], id);
    assert_eq!(company.admin.get_json("/agents?state=removed").await["total"], 0);
}

#[tokio::test]
async fn deleted_for_good_now_whoever_comes_back_is_someone_new() {
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let anna = company.agent("anna@example.test").await["id"].as_str().unwrap().to_owned();
    let delete = format!("/agents/{anna}/delete");
    company.admin.post(&delete, &[]).await.expect_status(422);
    entries.set(vec![Entry::person("bert")]);
    company.import().await;
    let page = company.admin.post(&delete, &[]).await.expect_status(303);
    assert_eq!(page.location(), Some("/agents?state=removed"));
    company.admin.get(&format!("/agents/{anna}")).await.expect_status(404);
    entries.set(["anna", "bert"].map(Entry::person).into());
    assert_eq!(counts(&company.import().await), [1, 0, 1, 0, 0, 0, 0]);
    assert_ne!(company.agent("anna@example.test").await["id"], anna);
}

#[tokio::test]
async fn an_agents_page_shows_what_imports_did_to_them() {
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    let first = company.import().await;
    let anna = company.agent("anna@example.test").await["id"].as_str().unwrap().to_owned();
    entries.set(vec![Entry::person("anna").with("cn", "Anna Berg"), Entry::person("bert")]);
    let second = company.import().await;
    entries.set(vec![Entry::person("bert")]);
    let third = company.import().await;
    let page = company.admin.get(&format!("/agents/{anna}")).await.expect_status(200);
    let (_, history) = page.text.split_once("class=\"history\"").expect("there should be a history");
    let history = history.split("</ol>").next().unwrap();
    for (run, words) in
        [(&first, "added"), (&second, "name Person anna → Anna Berg"), (&third, "removed: No longer in the directory.")]
    {
        assert!(history.contains(&format!("import #{}", run["id"])) && history.contains(words), "{words}: {history}");
    }
    let places: Vec<usize> = ["removed:", "name Person", "added"].map(|word| history.find(word).unwrap()).into();
    assert!(places.is_sorted(), "the newest comes first: {history}");
    let other = company.agent("bert@example.test").await["id"].as_str().unwrap().to_owned();
    let page = company.admin.get(&format!("/agents/{other}")).await.expect_status(200);
    assert!(!page.text.contains("Anna Berg"), "someone else's history");
}
