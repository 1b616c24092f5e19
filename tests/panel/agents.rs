//! Agents and groups: the list, editing, and who owns which value.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::html;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use serde_json::Value;
use std::collections::BTreeSet;

const PASSWORD: &str = "quite long enough";

/// A panel that has imported a directory.
struct Imported {
    directory: OpenLdap,
    panel: Panel,
    visitor: Visitor,
}

async fn imported(people: usize) -> Imported {
    let directory = OpenLdap::builder().people(people).start().await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    assert_eq!(visitor.import_and_wait().await["added"], people);
    Imported { directory, panel, visitor }
}

async fn fresh() -> (Panel, Visitor) {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    (panel, visitor)
}

async fn find(visitor: &Visitor, email: &str) -> Value {
    let found = visitor.get_json(&format!("/agents?q={email}")).await;
    assert_eq!(found["total"], 1, "{email}: {found}");
    found["items"][0].clone()
}

fn id(agent: &Value) -> &str {
    agent["id"].as_str().unwrap()
}

async fn agent(visitor: &Visitor, id: &str) -> Value {
    visitor.get_json(&format!("/agents/{id}")).await
}

/// Makes a local agent; answers the id.
async fn make(visitor: &Visitor, email: &str, role: &str) -> String {
    let fields = [("name", "Local Person"), ("email", email), ("role", role), ("password", PASSWORD), ("groups", "1")];
    let made = visitor.post("/agents", &fields).await.expect_status(303);
    made.location().unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn edit(visitor: &Visitor, id: &str, fields: &[(&str, &str)]) -> super::support::http::Page {
    visitor.post(&format!("/agents/{id}"), fields).await
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Follows `next` to the end.
async fn all(visitor: &Visitor, query: &str) -> Vec<Value> {
    let mut items: Vec<Value> = Vec::new();
    let mut after = String::new();
    loop {
        let page = visitor.get_json(&format!("/agents?{query}{after}")).await;
        let part = page["items"].as_array().unwrap();
        assert!(part.len() <= 50, "{} on one page", part.len());
        items.extend(part.clone());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => {
                assert_eq!(page["total"], items.len(), "{query}");
                return items;
            }
        }
    }
}

#[tokio::test]
async fn the_list_is_searched_filtered_sorted_and_turned_page_by_page() {
    let it = imported(120).await;
    let visitor = &it.visitor;
    let everyone = all(visitor, "").await;
    assert_eq!(everyone.len(), 121);
    assert_eq!(everyone.iter().map(|agent| id(agent)).collect::<BTreeSet<_>>().len(), 121);

    for (query, count) in [("source=ldap", 120), ("source=local", 1), ("role=employee", 120), ("role=administrator", 1)]
    {
        assert_eq!(all(visitor, query).await.len(), count, "{query}");
    }
    assert_eq!(all(visitor, "group=1&source=ldap").await.len(), 120);
    assert_eq!(all(visitor, "q=u0000&role=employee").await.len(), 100);
    assert_eq!(all(visitor, "q=nobody-at-all").await.len(), 0);

    let one = person(7);
    let digits: String = one.phone.chars().filter(char::is_ascii_digit).collect();
    let name: String = url::form_urlencoded::byte_serialize(one.name.to_uppercase().as_bytes()).collect();
    for text in [&one.mail, &one.mail.to_uppercase(), &digits, &name] {
        let found = all(visitor, &format!("q={text}")).await;
        assert!(found.iter().any(|agent| agent["email"] == one.mail), "{text} finds {found:?}");
    }

    let emails = |agents: Vec<Value>| -> Vec<String> {
        agents.iter().map(|agent| agent["email"].as_str().unwrap().to_owned()).collect()
    };
    let up = emails(all(visitor, "sort=email").await);
    assert!(up.is_sorted());
    let down: Vec<String> = emails(all(visitor, "sort=-email").await).into_iter().rev().collect();
    assert_eq!(up, down);

    let shown = visitor.get("/agents?source=ldap").await.expect_status(200).text;
    assert!(shown.contains("after="), "there is no way to the next page");
    assert_eq!(shown.matches("href=\"/agents/0").count(), 50, "{shown}");
    let nothing = visitor.get("/agents?q=nobody-at-all").await.expect_status(200).text;
    assert!(nothing.contains("href=\"/agents\""), "nothing leads back to all");
}

#[tokio::test]
async fn the_export_has_everyone_of_the_present_view() {
    let it = imported(60).await;
    let page = it.visitor.get("/agents/export.csv").await.expect_status(200);
    assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8");
    assert!(page.headers["content-disposition"].to_str().unwrap().contains("agents.csv"));
    let lines: Vec<&str> = page.text.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 62);
    assert_eq!(lines[0], "name,email,phone,groups,role,source,state,last_sign_in_at");
    let one = person(7);
    let line = lines.iter().find(|line| line.contains(&one.mail)).unwrap();
    for part in [&one.name, &one.phone, "Support team", "employee", "ldap", "active"] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
    let local = it.visitor.get("/agents/export.csv?source=local").await.expect_status(200).text;
    assert_eq!(local.trim_end().lines().count(), 2);
}

#[tokio::test]
async fn agents_and_runs_have_the_promised_fields_as_json() {
    let it = imported(1).await;
    let list = it.visitor.get_json("/agents?source=ldap").await;
    assert_eq!(keys(&list), BTreeSet::from(["items", "total", "next"]));
    assert_eq!((&list["total"], &list["next"]), (&Value::from(1), &Value::Null));
    let one = &list["items"][0];
    let mail = person(0).mail;
    Visitor::new(&it.panel).sign_in(&mail, &person(0).password()).await.expect_status(303);
    let single = agent(&it.visitor, id(one)).await;
    let promised =
        ["id", "name", "email", "phone", "groups", "role", "source", "state", "guid", "dn", "last_sign_in_at"];
    for agent in [one, &single] {
        for field in promised {
            assert!(keys(agent).contains(field), "{field} is not in {agent}");
        }
    }
    assert_eq!(single["groups"], serde_json::json!([1]));
    assert_eq!(
        (&single["role"], &single["source"], &single["state"]),
        (&"employee".into(), &"ldap".into(), &"active".into())
    );
    assert_eq!((&single["dn"], &single["email"]), (&person(0).dn().into(), &mail.into()));
    assert_eq!(single["guid"].as_str().unwrap().len(), 36);
    assert!(single["last_sign_in_at"].as_str().unwrap().ends_with('Z'), "{single}");

    let runs = it.visitor.get_json("/imports").await;
    assert_eq!(keys(&runs), BTreeSet::from(["items", "total", "next"]));
    let run = it.visitor.get_json(&format!("/imports/{}", runs["items"][0]["id"])).await;
    assert_eq!(run, runs["items"][0]);
    for count in ["read", "added", "updated", "unchanged", "removed", "restored", "skipped", "held"] {
        assert!(run[count].is_u64(), "{count} in {run}");
    }
    for field in ["id", "state", "phase", "dry_run", "error", "started_by", "started_at", "finished_at"] {
        assert!(keys(&run).contains(field), "{field} is not in {run}");
    }
    assert_eq!(run["state"], "done");
    assert!(run["finished_at"].as_str().unwrap().ends_with('Z'));
    let changes = it.visitor.get_json(&format!("/imports/{}/changes", run["id"])).await;
    assert_eq!((&changes["total"], &changes["items"][0]["kind"]), (&Value::from(1), &"added".into()));
}

#[tokio::test]
async fn a_local_agent_is_made_edited_blocked_and_deleted() {
    let (panel, visitor) = fresh().await;
    let wrong = [("name", " "), ("email", "nobody"), ("role", "king"), ("groups", "99"), ("password", "short")];
    let refused = visitor.post("/agents", &wrong).await.expect_status(422).text;
    for field in ["name", "email", "role", "groups", "password"] {
        assert!(html::message_beside(&refused, field).is_some(), "no message beside {field}");
    }
    let taken = [("name", "X"), ("email", "ADMIN@example.test"), ("role", "support"), ("password", PASSWORD)];
    let refused = visitor.post("/agents", &taken).await.expect_status(422).text;
    assert_eq!(html::message_beside(&refused, "email").as_deref(), Some("Another agent has this email."));
    assert!(!refused.contains(PASSWORD));
    assert_eq!(visitor.get_json("/agents").await["total"], 1);

    let id = make(&visitor, "anna@example.test", "support").await;
    let anna = Visitor::new(&panel);
    anna.sign_in("anna@example.test", PASSWORD).await.expect_status(303);
    anna.get("/agents").await.expect_status(200);

    let changes = [("name", "Anna Berg"), ("email", "berg@example.test"), ("phone", "+49 1"), ("role", "employee")];
    edit(&visitor, &id, &changes).await.expect_status(303);
    let stored = agent(&visitor, &id).await;
    assert_eq!(
        (&stored["name"], &stored["phone"], &stored["role"]),
        (&"Anna Berg".into(), &"+49 1".into(), &"employee".into())
    );
    assert_eq!(stored["groups"], serde_json::json!([1]), "what was not sent was changed");
    anna.get("/me").await.expect_status(303);
    anna.get("/login").await.expect_status(200);
    anna.sign_in("berg@example.test", PASSWORD).await.expect_status(303);
    anna.get("/agents").await.expect_status(403);

    edit(&visitor, &id, &[("password", "another long one")]).await.expect_status(303);
    anna.get("/me").await.expect_status(303);
    anna.get("/login").await.expect_status(200);
    anna.sign_in("berg@example.test", PASSWORD).await.expect_status(422);
    anna.sign_in("berg@example.test", "another long one").await.expect_status(303);

    visitor
        .submit(&format!("/agents/{id}/edit"), &format!("/agents/{id}"), &[("blocked", "1")])
        .await
        .expect_status(303);
    assert_eq!(agent(&visitor, &id).await["state"], "blocked");
    assert_eq!(visitor.get_json("/agents?state=blocked").await["total"], 1);
    anna.get("/me").await.expect_status(303);
    anna.get("/login").await.expect_status(200);
    anna.sign_in("berg@example.test", "another long one").await.expect_status(422);

    visitor.post(&format!("/agents/{id}/delete"), &[]).await.expect_status(303);
    visitor.get(&format!("/agents/{id}")).await.expect_status(404);
    assert_eq!(visitor.get_json("/agents").await["total"], 1);
    make(&visitor, "berg@example.test", "support").await;
}

#[tokio::test]
async fn the_last_one_able_to_administer_stays() {
    let it = imported(1).await;
    let visitor = &it.visitor;
    // An administrator whom the directory signs in does not count: it may be away.
    let from_ldap = find(visitor, &person(0).mail).await;
    edit(visitor, id(&from_ldap), &[("role", "administrator")]).await.expect_status(303);
    let last = find(visitor, ADMINISTRATOR_EMAIL).await;
    let try_all = async |status: u16| {
        for fields in [[("role", "support")], [("blocked", "1")]] {
            edit(visitor, id(&last), &fields).await.expect_status(status);
        }
        visitor.post(&format!("/agents/{}/delete", id(&last)), &[]).await.expect_status(status);
    };
    try_all(422).await;
    assert_eq!(agent(visitor, id(&last)).await, last, "something was written");

    let second = make(visitor, "second@example.test", "administrator").await;
    edit(visitor, &second, &[("blocked", "1")]).await.expect_status(303);
    try_all(422).await;
    edit(visitor, &second, &[("blocked", "0")]).await.expect_status(303);
    let other = Visitor::new(&it.panel);
    other.sign_in("second@example.test", PASSWORD).await.expect_status(303);
    other.post(&format!("/agents/{}/delete", id(&last)), &[]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
}

#[tokio::test]
async fn what_the_directory_owns_is_not_changed_here() {
    let it = imported(1).await;
    let before = find(&it.visitor, &person(0).mail).await;
    let path = format!("/agents/{}", id(&before));
    let shown = it.visitor.get(&format!("{path}/edit")).await.expect_status(200).text;
    assert!(shown.contains("From <code>mail</code> in the directory"), "{shown}");
    for field in
        [("name", "Other"), ("email", "other@example.test"), ("phone", "1"), ("phone", ""), ("password", PASSWORD)]
    {
        // Together with something that could be changed.
        let refused = it.visitor.post(&path, &[field, ("role", "support")]).await.expect_status(422);
        assert!(refused.text.contains("The directory owns this."), "{} without a word", field.0);
        assert_eq!(agent(&it.visitor, id(&before)).await, before, "{} was written", field.0);
    }
    it.visitor.post(&format!("{path}/delete"), &[]).await.expect_status(422);
    let person = person(0);
    let same = [("name", person.name.as_str()), ("email", &person.mail), ("phone", &person.phone), ("role", "support")];
    it.visitor.post(&path, &same).await.expect_status(303);
    assert_eq!(agent(&it.visitor, id(&before)).await["role"], "support");
}

#[tokio::test]
async fn an_administrators_choice_outlives_imports_and_new_defaults() {
    let it = imported(2).await;
    let visitor = &it.visitor;
    visitor.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
    let (chosen, left) = (find(visitor, &person(0).mail).await, find(visitor, &person(1).mail).await);
    let signed_in = Visitor::new(&it.panel);
    signed_in.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
    let edit_page = |agent: &Value| format!("/agents/{}/edit", id(agent));
    let page = |agent: &Value| format!("/agents/{}", id(agent));
    let changes = [("groups", "2"), ("role", "support"), ("blocked", "1")];
    visitor.submit(&edit_page(&chosen), &page(&chosen), &changes).await.expect_status(303);
    signed_in.get("/me").await.expect_status(303);
    // Saved as it is shown: nobody has chosen anything.
    visitor.submit(&edit_page(&left), &page(&left), &[("role", "employee")]).await.expect_status(303);

    it.directory.replace(&person(0).dn(), "telephoneNumber", &["+1 555"]).await;
    it.directory.replace(&person(1).dn(), "telephoneNumber", &["+1 556"]).await;
    it.directory.add_person("late", "Late Comer", "late@example.test").await;
    let defaults =
        [("bind_dn", super::support::openldap::BIND_DN), ("default_role", "administrator"), ("default_group", "2")];
    visitor.submit("/settings/ldap/index", "/settings/ldap/index", &defaults).await.expect_status(303);
    let run = visitor.import_and_wait().await;
    assert_eq!((&run["updated"], &run["added"]), (&2.into(), &1.into()), "{run}");

    let facts = |agent: &Value| (agent["role"].clone(), agent["groups"].clone(), agent["state"].clone());
    let now = agent(visitor, id(&chosen)).await;
    assert_eq!(facts(&now), ("support".into(), serde_json::json!([2]), "blocked".into()));
    assert_eq!(now["phone"], "+1 555");
    let now = agent(visitor, id(&left)).await;
    assert_eq!(facts(&now), ("employee".into(), serde_json::json!([1]), "active".into()));
    let late = find(visitor, "late@example.test").await;
    assert_eq!(facts(&late), ("administrator".into(), serde_json::json!([2]), "active".into()));
    assert!(visitor.get(&page(&chosen)).await.text.contains("chosen by an administrator"));
    assert!(!visitor.get(&page(&left)).await.text.contains("chosen by an administrator"));
    let blocked = Visitor::new(&it.panel);
    blocked.sign_in(&person(0).mail, &person(0).password()).await.expect_status(422);
}

#[tokio::test]
async fn two_administrators_at_once_see_both_values_of_an_agent() {
    let (panel, visitor) = fresh().await;
    let id = make(&visitor, "anna@example.test", "support").await;
    let version = agent(&visitor, &id).await["version"].to_string();
    let other = Visitor::new(&panel);
    other.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    edit(&visitor, &id, &[("name", "First Name"), ("version", &version)]).await.expect_status(303);
    let refused = edit(&other, &id, &[("name", "Second Name"), ("version", &version)]).await.expect_status(409).text;
    assert_eq!(html::field_value(&refused, "name").as_deref(), Some("Second Name"), "what was typed is lost");
    assert!(refused.contains("First Name"), "what is stored is not shown");
    assert_eq!(agent(&visitor, &id).await["name"], "First Name");
    let present = html::field_value(&refused, "version").unwrap();
    edit(&other, &id, &[("name", "Second Name"), ("version", &present)]).await.expect_status(303);
    edit(&other, &id, &[("name", "Third Name")]).await.expect_status(303);
    assert_eq!(agent(&visitor, &id).await["name"], "Third Name");
}

#[tokio::test]
async fn groups_are_made_renamed_and_deleted_unless_somebody_is_in_them() {
    let it = imported(2).await;
    let visitor = &it.visitor;
    assert!(visitor.get("/groups").await.text.contains("Support team"));
    for wrong in ["", "  ", "Support team", "support TEAM"] {
        let refused = visitor.post("/groups", &[("name", wrong)]).await.expect_status(422);
        assert!(html::message_beside(&refused.text, "name").is_some(), "{wrong:?}");
    }
    visitor.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
    let refused = visitor.post("/groups/2", &[("name", "Support team")]).await.expect_status(422);
    assert!(refused.text.contains("There is a group of this name already."));
    visitor.post("/groups/2", &[("name", "Night & day")]).await.expect_status(303);
    assert!(visitor.get("/groups").await.text.contains("Night &amp; day"));

    let refused = visitor.post("/groups/1/delete", &[]).await.expect_status(422);
    assert!(refused.text.contains("2 agents"), "{}", refused.text);
    assert!(visitor.get("/groups").await.text.contains("/agents?group=1"), "by whom it is used is not shown");
    visitor.post("/groups/2/delete", &[]).await.expect_status(303);
    visitor.post("/groups/2/delete", &[]).await.expect_status(404);
    visitor.post("/groups/2", &[("name", "Again")]).await.expect_status(404);
    assert!(!visitor.get("/groups").await.text.contains("Night"));
}
