//! Many agents changed at once: what is asked first, what is done, who is left alone, and what is recorded.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::agents::{Imported, agent, id, imported};
use super::support::html;
use super::support::http::{Page, Visitor};
use serde_json::Value;

const BULK: &str = "/agents/bulk";

async fn items(visitor: &Visitor, query: &str) -> Vec<Value> {
    visitor.get_json(&format!("/agents?{query}")).await["items"].as_array().unwrap().clone()
}

/// Sends the form of the page that asks once more, with these fields filled in.
async fn confirm(visitor: &Visitor, asked: &Page, changes: &[(&str, &str)]) -> Page {
    let form = html::form_with(&asked.text, "confirmed").expect("a page that asks once more");
    let changed = |name: &str| changes.iter().any(|(known, _)| *known == name);
    let kept = form.iter().filter(|(name, _)| !changed(name)).map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<_> = kept.chain(changes.iter().copied()).collect();
    visitor.post(BULK, &fields).await
}

/// What the next page says was done.
async fn told(visitor: &Visitor, page: Page) -> String {
    let page = page.expect_status(303);
    visitor.get(page.location().unwrap()).await.expect_status(200).text
}

async fn newest(visitor: &Visitor, action: &str) -> Value {
    visitor.get_json(&format!("/activity?action={action}")).await["items"][0].clone()
}

#[tokio::test]
async fn those_who_were_ticked_are_changed_after_a_page_that_says_what_will_happen() {
    let it = imported(3).await;
    let visitor = &it.visitor;
    let people = items(visitor, "source=ldap").await;
    let (one, two) = (id(&people[0]), id(&people[1]));
    let listed = visitor.get("/agents").await.text;
    assert_eq!(listed.matches("name=\"ids\"").count(), 4, "a box for everyone");

    let asked = visitor.post(BULK, &[("ids", one), ("ids", two), ("action", "block")]).await.expect_status(200);
    assert!(asked.text.contains("Block 2 agents") && asked.text.contains("their sessions end"), "{}", asked.text);
    assert!(asked.text.contains(people[0]["name"].as_str().unwrap()));
    assert_eq!(agent(visitor, one).await["state"], "active", "nothing happens before it is confirmed");

    let said = told(visitor, confirm(visitor, &asked, &[]).await).await;
    assert!(said.contains("2 agents were changed."), "{said}");
    assert_eq!(agent(visitor, one).await["state"], "blocked");
    assert_eq!(agent(visitor, two).await["state"], "blocked");
    assert_eq!(agent(visitor, id(&people[2])).await["state"], "active");
    let record = newest(visitor, "agents_blocked").await;
    assert_eq!(record["reason"], "2 agents");
    assert!(record["changes"].to_string().contains(people[0]["name"].as_str().unwrap()), "{record}");

    let again = told(visitor, confirm(visitor, &asked, &[]).await).await;
    assert!(again.contains("Nobody was changed.") && again.contains("2 were so already."), "{again}");
    let asked = visitor.post(BULK, &[("ids", one), ("action", "unblock")]).await.expect_status(200);
    told(visitor, confirm(visitor, &asked, &[]).await).await;
    assert_eq!(agent(visitor, one).await["state"], "active");
}

#[tokio::test]
async fn what_came_of_it_is_told_in_the_language_of_whoever_asked_and_recorded_in_english() {
    let it = imported(2).await;
    let visitor = &it.visitor;
    visitor.post("/me", &[("language", "ru"), ("shortcuts", "1")]).await.expect_status(303);
    let people = items(visitor, "source=ldap").await;
    let fields = [("ids", id(&people[0])), ("ids", id(&people[1])), ("action", "block")];
    let asked = visitor.post(BULK, &fields).await.expect_status(200);
    assert!(asked.text.contains("Заблокировать 2 агентов"), "{}", asked.text);
    let said = told(visitor, confirm(visitor, &asked, &[]).await).await;
    assert!(said.contains("Изменены 2 агента."), "{said}");
    assert_eq!(newest(visitor, "agents_blocked").await["reason"], "2 agents");
    let log = visitor.get("/activity").await.text;
    assert!(log.contains("2 агента") && !log.contains("2 agents"), "{log}");
}

#[tokio::test]
async fn groups_are_added_taken_away_and_set_and_a_role_is_given() {
    let it = imported(2).await;
    let visitor = &it.visitor;
    visitor.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
    let night = items(visitor, "").await; // both groups are there by now
    assert_eq!(night.len(), 3);
    let one = id(&items(visitor, "source=ldap").await[0]).to_owned();
    let groups = async || agent(visitor, &one).await["groups"].clone();
    let asked = visitor.post(BULK, &[("ids", one.as_str()), ("action", "groups")]).await.expect_status(200);

    let nothing = confirm(visitor, &asked, &[("how", "add")]).await.expect_status(422);
    assert!(nothing.text.contains("Choose at least one group."), "{}", nothing.text);
    told(visitor, confirm(visitor, &asked, &[("how", "add"), ("to_groups", "2")]).await).await;
    assert_eq!(groups().await, serde_json::json!([1, 2]));
    told(visitor, confirm(visitor, &asked, &[("how", "remove"), ("to_groups", "1")]).await).await;
    assert_eq!(groups().await, serde_json::json!([2]));
    told(visitor, confirm(visitor, &asked, &[("how", "set")]).await).await;
    assert_eq!(groups().await, serde_json::json!([]));

    let asked = visitor.post(BULK, &[("ids", one.as_str()), ("action", "role")]).await.expect_status(200);
    confirm(visitor, &asked, &[("to_role", "")]).await.expect_status(422);
    told(visitor, confirm(visitor, &asked, &[("to_role", "support")]).await).await;
    let after = agent(visitor, &one).await;
    assert_eq!((&after["role"], &after["role_origin"]), (&"support".into(), &"administrator".into()));
    it.visitor.import_and_wait().await;
    assert_eq!(agent(visitor, &one).await["role"], "support", "an import leaves it alone");
}

#[tokio::test]
async fn everyone_of_a_view_is_changed_on_all_of_its_pages_and_others_than_agreed_are_asked_for_again() {
    let it = imported(120).await;
    let visitor = &it.visitor;
    let view = [("all", "1"), ("source", "ldap"), ("action", "role"), ("expected", "120")];
    let asked = visitor.post(BULK, &view).await.expect_status(200);
    assert!(asked.text.contains("Set the role of 120 agents") && asked.text.contains("and 110 more"), "{}", asked.text);

    it.directory.add_person("late", "Late Comer", "late@example.test").await;
    assert_eq!(visitor.import_and_wait().await["added"], 1);
    let others = confirm(visitor, &asked, &[("to_role", "support")]).await.expect_status(409);
    assert!(others.text.contains("120 agents matched when you chose, by now it is 121"), "{}", others.text);
    assert_eq!(visitor.get_json("/agents?role=support").await["total"], 0, "nothing was changed");

    let said = told(visitor, confirm(visitor, &others, &[("to_role", "support")]).await).await;
    assert!(said.contains("121 agents were changed."), "{said}");
    assert_eq!(visitor.get_json("/agents?role=support").await["total"], 121);
    let record = newest(visitor, "agents_edited").await.to_string();
    assert!(record.contains("and 101 more"), "only so many are named: {record}");
}

#[tokio::test]
async fn as_many_others_as_were_agreed_to_are_asked_for_again() {
    let it = imported(3).await;
    let visitor = &it.visitor;
    let view = [("all", "1"), ("source", "ldap"), ("action", "role"), ("expected", "3")];
    let asked = visitor.post(BULK, &view).await.expect_status(200);
    it.directory.delete(items(visitor, "source=ldap").await[0]["dn"].as_str().unwrap()).await;
    it.directory.add_person("late", "Late Comer", "late@example.test").await;
    visitor.import_and_wait().await;
    assert_eq!(visitor.get_json("/agents?source=ldap").await["total"], 3, "one went and one came");

    let others = confirm(visitor, &asked, &[("to_role", "support")]).await.expect_status(409);
    assert!(others.text.contains("Others match by now"), "{}", others.text);
    assert_eq!(visitor.get_json("/agents?role=support").await["total"], 0, "nothing was changed");
    let said = told(visitor, confirm(visitor, &others, &[("to_role", "support")]).await).await;
    assert!(said.contains("3 agents were changed."), "{said}");
}

#[tokio::test]
async fn nobody_shuts_out_themselves_and_an_administrator_always_stays() {
    let it = imported(1).await;
    let visitor = &it.visitor;
    for action in ["block", "role"] {
        let asked = visitor.post(BULK, &[("all", "1"), ("expected", "2"), ("action", action)]).await.expect_status(200);
        let said = told(visitor, confirm(visitor, &asked, &[("to_role", "employee")]).await).await;
        assert!(said.contains("You were left out"), "{said}");
    }
    let admin = &items(visitor, "source=local").await[0];
    assert_eq!((&admin["role"], &admin["state"]), (&"administrator".into(), &"active".into()));
    assert_eq!(visitor.get_json("/agents?state=blocked").await["total"], 1);

    // Somebody else, who came from the directory, does it to the last local one.
    let person = super::support::people::person(0);
    let ldap = id(&items(visitor, "source=ldap").await[0]).to_owned();
    for (action, field) in [("unblock", ("how", "")), ("role", ("to_role", "administrator"))] {
        let asked = visitor.post(BULK, &[("ids", ldap.as_str()), ("action", action)]).await.expect_status(200);
        told(visitor, confirm(visitor, &asked, &[field]).await).await;
    }
    let other = Visitor::new(&it.panel);
    other.sign_in(&person.mail, &person.password()).await.expect_status(303);
    let asked = other.post(BULK, &[("ids", id(admin)), ("action", "block")]).await.expect_status(200);
    let said = told(&other, confirm(&other, &asked, &[]).await).await;
    assert!(said.contains("Ada Minister was not changed: the last local administrator"), "{said}");
}

#[tokio::test]
async fn two_administrators_who_add_groups_at_once_lose_nothing() {
    let it = imported(40).await;
    let visitor = &it.visitor;
    for name in ["One", "Two"] {
        visitor.post("/groups", &[("name", name)]).await.expect_status(303);
    }
    let add = async |group: &'static str| {
        let view = [("all", "1"), ("source", "ldap"), ("expected", "40"), ("action", "groups"), ("confirmed", "1")];
        let fields: Vec<_> = view.into_iter().chain([("how", "add"), ("to_groups", group)]).collect();
        visitor.post(BULK, &fields).await.expect_status(303)
    };
    tokio::join!(add("2"), add("3"));
    for person in items(visitor, "source=ldap").await {
        assert_eq!(person["groups"], serde_json::json!([1, 2, 3]));
    }
}

#[tokio::test]
async fn who_is_gone_or_nobody_is_told() {
    let Imported { directory, visitor, panel: _panel } = imported(2).await;
    let gone = items(&visitor, "source=ldap").await;
    directory.delete(gone[0]["dn"].as_str().unwrap()).await;
    visitor.import_and_wait().await;
    let ids = [("ids", id(&gone[0])), ("ids", "01890000-0000-7000-8000-000000000000"), ("ids", "no id")];
    let fields: Vec<_> = ids.into_iter().chain([("action", "block"), ("confirmed", "1")]).collect();
    let said = told(&visitor, visitor.post(BULK, &fields).await).await;
    assert!(said.contains("Nobody was changed.") && said.contains("1 is not there any more."), "{said}");
    assert!(said.contains("1 was removed by an import meanwhile"), "{said}");
    let nobody = told(&visitor, visitor.post(BULK, &[("action", "block")]).await).await;
    assert!(nobody.contains("Nobody is selected."), "{nobody}");
    visitor.post(BULK, &[("ids", id(&gone[1]))]).await.expect_status(400);
}

#[tokio::test]
async fn those_who_were_ticked_are_exported() {
    let it = imported(3).await;
    let people = items(&it.visitor, "source=ldap").await;
    let fields = [("ids", id(&people[0])), ("ids", id(&people[2])), ("action", "export")];
    let page = it.visitor.post(BULK, &fields).await.expect_status(200);
    assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(page.text.trim_end().lines().count(), 3, "{}", page.text);
    assert!(page.text.contains(people[0]["email"].as_str().unwrap()));
    let all = [("all", "1"), ("source", "ldap"), ("action", "export")];
    assert_eq!(it.visitor.post(BULK, &all).await.expect_status(200).text.trim_end().lines().count(), 4);
}
