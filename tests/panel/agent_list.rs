//! The list of agents: search, filters, pages, export, JSON.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::agents::{agent, id, imported};
use super::support::http::Visitor;
use super::support::people::person;
use serde_json::Value;
use std::collections::BTreeSet;

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
    assert_eq!(everyone.iter().map(id).collect::<BTreeSet<_>>().len(), 121);

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
async fn every_column_sorts_both_ways_and_says_so() {
    let it = imported(60).await;
    let visitor = &it.visitor;
    for column in ["name", "email", "phone", "group", "role", "source", "state", "last_sign_in"] {
        let ids = async |sort: &str| -> Vec<String> {
            all(visitor, &format!("sort={sort}")).await.iter().map(|agent| id(agent).to_owned()).collect()
        };
        let (up, mut down) = (ids(column).await, ids(&format!("-{column}")).await);
        down.reverse();
        assert!(up == down && up.len() == 61, "{column}");
        let shown = visitor.get(&format!("/agents?sort=-{column}")).await.expect_status(200).text;
        assert_eq!(shown.matches("aria-sort=\"descending\"").count(), 1, "{column}");
        assert!(shown.contains(&format!("sort={column}\"")), "{column} does not lead back");
    }
    let roles: Vec<_> = all(visitor, "sort=role").await.iter().map(|agent| agent["role"].clone()).collect();
    assert_eq!(roles.iter().filter(|role| **role == "administrator").count(), 1);
    assert!(roles[0] == "administrator" || roles[60] == "administrator", "{roles:?}");
}

#[tokio::test]
async fn those_who_never_signed_in_are_a_view_of_their_own() {
    let it = imported(3).await;
    Visitor::new(&it.panel).sign_in(&person(1).mail, &person(1).password()).await.expect_status(303);
    let never = all(&it.visitor, "signed_in=never&source=ldap").await;
    assert_eq!(never.len(), 2);
    assert!(never.iter().all(|agent| agent["last_sign_in_at"].is_null()));
    let shown = it.visitor.get("/agents?source=ldap&signed_in=never").await.expect_status(200).text;
    assert!(shown.contains("2 of 4 agents match"), "{shown}");
    assert!(shown.contains("/agents/export.csv?source=ldap&amp;signed_in=never"));
}

#[tokio::test]
async fn an_open_list_is_told_of_changes_and_else_hears_nothing() {
    let it = imported(2).await;
    let shown = it.visitor.get("/agents?source=ldap").await.expect_status(200).text;
    let poll = |text: &str| {
        let (_, rest) = text.split_once("hx-get=\"/agents/changed").expect("a page that asks");
        format!("/agents/changed{}", rest.split('"').next().unwrap()).replace("&amp;", "&")
    };
    let ask = async |path: &str| it.visitor.send(it.visitor.request("GET", path).header("hx-request", "true")).await;
    let first = poll(&shown);
    ask(&first).await.expect_status(204);
    // Something was done, and it does not show in this view.
    it.visitor.post("/groups", &[("name", "Elsewhere")]).await.expect_status(303);
    let fields =
        [("name", "Lotta"), ("email", "l@example.test"), ("role", "support"), ("password", "quite long enough")];
    let shown = it.visitor.get("/agents?source=ldap").await.text;
    it.visitor.post("/agents", &fields).await.expect_status(303);
    let same = ask(&poll(&shown)).await.expect_status(200);
    assert!(same.headers.get("hx-retarget").is_none() && !same.text.contains("<table"), "{}", same.text);
    ask(&poll(&same.text)).await.expect_status(204);

    it.directory.replace(&person(1).dn(), "telephoneNumber", &["+41 44 555 0000"]).await;
    it.visitor.import_and_wait().await;
    let changed = ask(&first).await.expect_status(200);
    assert_eq!(changed.headers["hx-retarget"], "#results");
    assert!(changed.text.contains("+41 44 555 0000") && !changed.text.contains("role=\"search\""), "{}", changed.text);
    ask(&poll(&changed.text)).await.expect_status(204);
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
