//! Two real directories on one panel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::support::html;
use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::{BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::within;
use serde_json::Value;
use std::time::Duration;

const LIST: &str = "/settings/ldap/index";
const SOON: Duration = Duration::from_secs(40);
const REFUSED: &str = "Email or password is not right.";
const UNREACHABLE: &str = "The company directory cannot be reached at the moment.";

struct Company {
    panel: Panel,
    visitor: Visitor,
    /// Directory 1: three people.
    first: OpenLdap,
    /// Directory 2, called Berlin: Berta, and a second entry with the mail of the first one's first person.
    berlin: OpenLdap,
}

async fn company() -> Company {
    company_with(&[]).await
}

async fn company_with(environment: &[(&str, &str)]) -> Company {
    let first = OpenLdap::builder().people(3).start().await;
    let berlin = OpenLdap::builder().start().await;
    berlin.add_person("berta", "Berta Berlin", "berta@berlin.test").await;
    berlin.add_person("double", "Double Person", &person(0).mail).await;
    let panel = Panel::with(environment).await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&first).await;
    visitor.add_directory(&berlin, "Berlin").await;
    Company { panel, visitor, first, berlin }
}

impl Company {
    async fn import_both(&self) {
        for directory in [1, 2] {
            assert_eq!(self.visitor.import_of(directory).await["state"], "done");
        }
    }

    async fn agent(&self, mail: &str) -> Value {
        let list = self.visitor.get_json(&format!("/agents?q={mail}")).await;
        assert_eq!(list["total"], 1, "{list}");
        list["items"][0].clone()
    }

    /// What someone is told who tries to sign in: nothing when they come in.
    async fn told(&self, mail: &str, password: &str) -> String {
        let answer = Visitor::new(&self.panel).sign_in(mail, password).await;
        let said = |words: &'static str| answer.text.contains(words).then_some(words);
        match answer.status {
            303 => String::new(),
            _ => said(REFUSED).or(said(UNREACHABLE)).unwrap_or("something else").to_owned(),
        }
    }

    /// Changes fields of a directory's form.
    async fn change(&self, directory: u32, changes: &[(&str, &str)]) -> Page {
        let url = format!("/settings/ldap/{directory}");
        let mut changes = changes.to_vec();
        changes.push(("current_password", ADMINISTRATOR_PASSWORD));
        changes.push(("host", "127.0.0.1"));
        changes.reverse();
        self.visitor.submit(&url, &url, &changes).await
    }
}

#[tokio::test]
async fn one_directory_is_a_form_and_two_are_a_list() {
    let first = OpenLdap::builder().people(1).start().await;
    let second = OpenLdap::builder().start().await;
    second.add_person("berta", "Berta Berlin", "berta@berlin.test").await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let page = visitor.get(LIST).await.expect_status(200);
    assert!(!page.text.contains("Add a directory"), "there is none yet");
    visitor.connect_directory(&first).await;
    let page = visitor.get(LIST).await.expect_status(200);
    assert!(html::field_value(&page.text, "bind_dn").is_some() && page.text.contains("/settings/ldap/new"));
    assert!(html::field_value(&page.text, "name").is_none(), "one needs no name");

    visitor.add_directory(&second, "Berlin").await;
    let page = visitor.get(LIST).await.expect_status(200);
    assert!(html::field_value(&page.text, "bind_dn").is_none());
    for words in
        ["LDAP directories", "Berlin", "127.0.0.1", "OpenLDAP", "/settings/ldap/1", "/settings/ldap/2", "Import users"]
    {
        assert!(page.text.contains(words), "{words}");
    }
    // Which one is meant must be said.
    let posted = visitor.post(LIST, &[("host", "127.0.0.1")]).await.expect_status(409);
    assert!(posted.text.contains("There are several directories"), "{}", posted.text);
    visitor.post("/settings/ldap/check", &[("host", "127.0.0.1")]).await.expect_status(409);
    visitor.post("/imports", &[("directory", "7")]).await.expect_status(422);
    let asked = visitor.post("/imports", &[]).await.expect_status(303);
    assert_eq!(asked.location(), Some("/imports"), "all of them were asked for");
    for path in ["/settings/ldap/7", "/settings/ldap/7/status"] {
        visitor.get(path).await.expect_status(404);
    }
}

#[tokio::test]
async fn the_form_of_a_second_one_refuses_the_name_of_the_first_and_is_not_sent_twice() {
    let first = OpenLdap::builder().people(1).start().await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&first).await;
    let refused = visitor.connect_at("/settings/ldap/new", first.port, &[]).await.expect_status(422);
    assert!(refused.text.contains("Another directory is called the same."), "{}", refused.text);
    let digits = visitor.connect_at("/settings/ldap/new", first.port, &[("name", "12")]).await.expect_status(422);
    assert!(digits.text.contains("would be taken for the number"));
    let slow = visitor.connect_at("/settings/ldap/new", first.port, &[("name", "B"), ("import_interval", "0")]).await;
    assert!(slow.expect_status(422).text.contains("from 1 to 1,440"));
    visitor.add_directory(&first, "Berlin").await;
    let again = visitor.connect_at("/settings/ldap/new", first.port, &[("name", "Other"), ("directories", "1")]).await;
    assert!(again.expect_status(409).text.contains("Someone added a directory meanwhile"));
}

#[tokio::test]
async fn the_same_mail_in_two_is_reported_and_the_first_keeps_it_until_they_leave() {
    let company = company().await;
    company.import_both().await;
    let run = company.visitor.import_of(2).await;
    assert_eq!((&run["skipped"], &run["unchanged"], &run["directory"]), (&1.into(), &1.into(), &2.into()));
    let changes = company.visitor.get_json(&format!("/imports/{}/changes?kind=skipped", run["id"])).await;
    let reason = changes["items"][0]["reason"].as_str().unwrap();
    let mail = person(0).mail;
    assert!(
        reason
            .starts_with(&format!("has the email of an agent of the directory 127.0.0.1 ({mail}). The first keeps it"))
    );
    let holder = company.agent(&mail).await;
    assert_eq!((&holder["directory"], &holder["name"]), (&1.into(), &person(0).name.into()));
    assert_eq!(company.visitor.import_of(1).await["unchanged"], 3);
    let berta = company.agent("berta@berlin.test").await;
    assert_eq!(berta["directory"], 2);
    let page = company.visitor.get(&format!("/agents/{}", berta["id"].as_str().unwrap())).await;
    assert!(page.text.contains("Berlin"));
    let of_berlin = company.visitor.get_json("/agents?directory=2").await;
    assert_eq!((&of_berlin["total"], &of_berlin["items"][0]["id"]), (&1.into(), &berta["id"]));
    let administrator = company.visitor.get_json("/agents?source=local").await;
    assert_eq!(administrator["items"][0]["directory"], Value::Null);
    let runs = company.visitor.get_json("/imports?directory=2").await;
    assert!(runs["items"].as_array().unwrap().iter().all(|run| run["directory"] == 2));

    // When the first one leaves, the next import of the other takes the mail.
    company.first.delete(&person(0).dn()).await;
    assert_eq!(company.visitor.import_of(1).await["removed"], 1);
    assert_eq!(company.visitor.import_of(2).await["added"], 1);
    let holder = company.agent(&mail).await;
    assert_eq!((&holder["directory"], &holder["name"]), (&2.into(), &"Double Person".into()));
}

#[tokio::test]
async fn sign_in_asks_the_agents_own_directory() {
    let mut company = company().await;
    company.import_both().await;
    let (anna, own) = (person(0).mail, person(0).password());
    assert_eq!(company.told(&anna, &own).await, "");
    assert_eq!(company.told("berta@berlin.test", "pw-berta").await, "");
    // The password of the other directory's entry with the same mail is no password.
    assert_eq!(company.told(&anna, "pw-double").await, REFUSED);

    company.first.stop();
    assert_eq!(company.told(&person(1).mail, &person(1).password()).await, UNREACHABLE);
    assert_eq!(company.told("berta@berlin.test", "pw-berta").await, "");
    assert_eq!(company.told("berta@berlin.test", "wrong").await, REFUSED);
    // Someone unknown reads as one of either, and always as the same.
    let nobody = company.told("nobody@elsewhere.test", "x").await;
    assert!([REFUSED, UNREACHABLE].contains(&nobody.as_str()), "{nobody}");
    assert_eq!(company.told("nobody@elsewhere.test", "y").await, nobody);

    company.first.start_again().await;
    assert_eq!(company.told(&person(1).mail, &person(1).password()).await, "");
    // Berlin switched off: its agents do not come in, and their sessions end; the others stay.
    company.change(2, &[("enabled", "")]).await.expect_status(303);
    assert_eq!(company.told("berta@berlin.test", "pw-berta").await, REFUSED);
    assert_eq!(company.told(&person(2).mail, &person(2).password()).await, "");
}

#[tokio::test]
async fn each_directory_has_a_status_of_its_own_and_readyz_tells_the_worst() {
    let mut company = company().await;
    company.import_both().await;
    company.berlin.stop();
    within(SOON, "Berlin's status to tell that it is away", async || {
        company.visitor.get("/settings/ldap/2/status").await.text.contains("Not connected")
    })
    .await;
    assert!(company.visitor.get("/settings/ldap/1/status").await.text.contains("Connected"));
    let pill = company.visitor.get("/settings/ldap/status").await.text;
    assert!(pill.contains("Berlin: Not connected"), "{pill}");
    let ready: Value = serde_json::from_str(&Visitor::new(&company.panel).get("/readyz").await.text).unwrap();
    assert_eq!(ready["directory"], "failed");
    let each: Vec<(&Value, &Value)> =
        ready["directories"].as_array().unwrap().iter().map(|each| (&each["id"], &each["directory"])).collect();
    assert_eq!(each, [(&1.into(), &"connected".into()), (&2.into(), &"failed".into())]);
    assert!(!ready.to_string().contains("127.0.0.1") && !ready.to_string().contains("Berlin"), "{ready}");
    let metrics = company.visitor.get("/metrics").await.text;
    for line in [
        "muster_directory_connected 0",
        "muster_directory_up{directory=\"1\"} 1",
        "muster_directory_up{directory=\"2\"} 0",
    ] {
        assert!(metrics.lines().any(|told| told == line), "{line} is not in\n{metrics}");
    }
    // An import of all does not fail for the one that is away.
    company.visitor.post("/imports", &[]).await.expect_status(303);
    within(SOON, "both imports to end", async || {
        let runs = company.visitor.get_json("/imports").await;
        let states: Vec<&str> =
            runs["items"].as_array().unwrap()[..2].iter().map(|run| run["state"].as_str().unwrap()).collect();
        states == ["failed", "done"]
    })
    .await;
    company.berlin.start_again().await;
    within(SOON, "all to be connected again", async || {
        company.visitor.get("/settings/ldap/status").await.text.contains("All connected")
    })
    .await;
}

#[tokio::test]
async fn each_directory_has_a_schedule_of_its_own() {
    let company = company().await;
    company.change(2, &[("import_interval", "1")]).await.expect_status(303);
    let form = company.visitor.get("/settings/ldap/2").await;
    assert_eq!(html::field_value(&form.text, "import_interval").as_deref(), Some("1"));
    assert!(form.text.contains("Agents are copied from here every minute."));
    assert!(company.visitor.get("/settings/ldap/1").await.text.contains("every 24 hours."));
    within(Duration::from_secs(75), "an import of Berlin by itself", async || {
        let runs = company.visitor.get_json("/imports").await;
        runs["items"].as_array().unwrap().iter().any(|run| run["started_by"] == "schedule" && run["state"] == "done")
    })
    .await;
    let runs = company.visitor.get_json("/imports").await;
    assert!(runs["items"].as_array().unwrap().iter().all(|run| run["directory"] == 2), "{runs}");
    // A request that does not say the interval leaves it as it is.
    let url = "/settings/ldap/2";
    let fields = html::form_with(&form.text, "bind_dn").unwrap();
    let without: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| !["import_interval", "name"].contains(&name.as_str()))
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    company.visitor.post(url, &without).await.expect_status(303);
    let form = company.visitor.get(url).await;
    assert_eq!(html::field_value(&form.text, "import_interval").as_deref(), Some("1"));
    assert_eq!(html::field_value(&form.text, "name").as_deref(), Some("Berlin"));
}

#[tokio::test]
async fn a_deleted_directory_takes_its_agents_along_and_leaves_the_others() {
    let mut company = company().await;
    company.import_both().await;
    let berta = Visitor::new(&company.panel);
    berta.sign_in("berta@berlin.test", "pw-berta").await.expect_status(303);
    berta.get("/me").await.expect_status(200);
    let page = company.visitor.get("/settings/ldap/2").await;
    assert!(page.text.contains("Delete Berlin") && page.text.contains("1 agent of Berlin"), "{}", page.text);
    // It need not be there any more.
    company.berlin.stop();
    let asked = company.visitor.post("/settings/ldap/2/delete", &[]).await.expect_status(303);
    let run = asked.location().unwrap().to_owned();
    within(SOON, "the deletion to end", async || company.visitor.get_json(&run).await["state"] == "done").await;
    let shown = company.visitor.get(&run).await;
    assert!(shown.text.contains("Deletion #") && shown.text.contains("The directory was deleted from the panel"));
    let numbers = company.visitor.get_json(&run).await;
    assert_eq!((&numbers["removed"], &numbers["deletes"]), (&1.into(), &true.into()));

    berta.get("/me").await.expect_status(303);
    assert_eq!(company.told("berta@berlin.test", "pw-berta").await, REFUSED);
    let removed = company.visitor.get_json("/agents?state=removed").await;
    assert_eq!(removed["items"][0]["removal_reason"], "The directory Berlin was deleted from the panel.");
    assert_eq!(company.visitor.get_json("/agents?source=ldap").await["total"], 3);
    // The one that is left is a form again, and its own number is not given out once more.
    let page = company.visitor.get(LIST).await.expect_status(200);
    assert!(html::field_value(&page.text, "bind_dn").is_some());
    company.visitor.get("/settings/ldap/2").await.expect_status(404);
    assert_eq!(company.visitor.import_and_wait().await["unchanged"], 3);
    company.berlin.start_again().await;
    company.visitor.add_directory(&company.berlin, "Berlin").await;
    company.visitor.get("/settings/ldap/3").await.expect_status(200);
    assert_eq!(company.visitor.import_of(3).await["added"], 1, "a new agent: it is another directory");
}

#[tokio::test]
async fn what_is_held_in_one_directory_is_told_with_its_name_and_decided_there() {
    let company = company().await;
    company.import_both().await;
    company.change(2, &[("user_filter", "(uid=nobody)"), ("save_anyway", "1")]).await.expect_status(303);
    let held = company.visitor.import_of(2).await;
    assert_eq!((&held["state"], &held["held"]), (&"held".into(), &1.into()));
    assert_eq!(company.visitor.import_of(1).await["state"], "done");
    let page = company.visitor.get("/agents").await;
    assert!(page.text.contains("1 agent of Berlin is no longer found"), "{}", page.text);
    let run = held["id"].to_string();
    let digest = held["digest"].as_str().unwrap();
    let decide = [("decision", "remove"), ("digest", digest)];
    company.visitor.post(&format!("/imports/{run}/removals"), &decide).await.expect_status(303);
    within(SOON, "Berta to be removed", async || company.visitor.get_json("/agents?directory=2").await["total"] == 0)
        .await;
    assert_eq!(company.visitor.get_json("/agents?directory=1").await["total"], 3);
}

#[tokio::test]
async fn commands_do_it_for_each_or_for_the_one_that_is_named() {
    let mut company = company().await;
    let json = |output: &std::process::Output| -> Value { serde_json::from_slice(&output.stdout).unwrap() };
    let all = company.panel.run(&["check", "--json"]).await;
    let (all, status) = (json(&all), all.status.code());
    let names: Vec<&str> = all.as_array().unwrap().iter().map(|check| check["name"].as_str().unwrap()).collect();
    assert_eq!((names, status), (vec!["127.0.0.1", "Berlin"], Some(0)));
    let one = company.panel.run(&["import", "--directory", "berlin", "--json"]).await;
    assert_eq!((json(&one)["directory"].as_u64(), json(&one)["added"].as_u64()), (Some(2), Some(2)));
    let unknown = company.panel.run(&["import", "--directory", "Hamburg"]).await;
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert_eq!(unknown.status.code(), Some(1));
    assert!(said.contains("There is no directory Hamburg.") && said.contains("127.0.0.1 (1), Berlin (2)"), "{said}");

    company.first.stop();
    let all = company.panel.run(&["import", "--json"]).await;
    let states: Vec<Value> = json(&all).as_array().unwrap().iter().map(|run| run["state"].clone()).collect();
    assert_eq!((states, all.status.code()), (vec!["failed".into(), "done".into()], Some(1)));
    assert_eq!(company.panel.run(&["check", "--directory", "2"]).await.status.code(), Some(0));
    let check = company.panel.run(&["check"]).await;
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert_eq!(check.status.code(), Some(1));
    assert!(said.contains("127.0.0.1 (1)") && said.contains("\nBerlin (2)"), "{said}");
    // The same without a panel.
    company.panel.stop().await;
    assert_eq!(company.panel.run(&["import", "--directory", "2"]).await.status.code(), Some(0));
}

#[tokio::test]
async fn a_backup_takes_every_directory_along() {
    let company = company().await;
    company.import_both().await;
    company.change(2, &[("import_interval", "7")]).await.expect_status(303);
    let file = company.panel.data().join("two.jsonl");
    assert!(company.panel.run(&["backup", file.to_str().unwrap()]).await.status.success());
    let key = std::fs::read_to_string(company.panel.data().join("secret.key")).unwrap();
    let mut other = Panel::with(&[("MUSTER_SECRET_KEY", key.trim())]).await;
    other.stop().await;
    let restored = other.run(&["restore", file.to_str().unwrap()]).await;
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    other.start_again().await;
    let berta = Visitor::new(&other);
    berta.sign_in("berta@berlin.test", "pw-berta").await.expect_status(303);
    let anna = Visitor::new(&other);
    anna.sign_in(&person(0).mail, &person(0).password()).await.expect_status(303);
}

#[tokio::test]
async fn browser_pages_of_several_directories_fit_every_screen() {
    let company = company().await;
    company.import_both().await;
    let mut tour = Tour::administrator(&company.panel).await;
    let berta = company.agent("berta@berlin.test").await;
    for (name, path) in [
        ("directories", LIST),
        ("directory-of-two", "/settings/ldap/2"),
        ("directory-new", "/settings/ldap/new"),
        ("imports-of-two", "/imports"),
        ("rules-of-two", "/settings/ldap/rules"),
        ("agents-of-two", "/agents"),
        ("agent-of-two", &format!("/agents/{}", berta["id"].as_str().unwrap())),
    ] {
        tour.visit(name, path).await;
    }
    tour.end();
}

/// What is typed for a new directory must not be a way to turn another one to a strange server.
#[tokio::test]
async fn a_password_typed_for_a_new_directory_does_not_open_another_one_without_ones_own() {
    let company = company().await;
    let shown = company.visitor.get("/settings/ldap/1").await.expect_status(200);
    let strange = company.berlin.port.to_string();
    let typed = [("host", "127.0.0.1"), ("port", strange.as_str()), ("bind_dn", BIND_DN), ("security", "none")];
    let with_password = [&typed[..], &[("bind_password", BIND_PASSWORD), ("name", "Strange")]].concat();
    company.visitor.submit("/settings/ldap/new", "/settings/ldap/new/check", &with_password).await.expect_status(200);
    let refused = company.visitor.submit("/settings/ldap/1", "/settings/ldap/1", &typed).await.expect_status(422);
    assert!(html::message_beside(&refused.text, "current_password").is_some(), "{}", refused.text);
    let after = company.visitor.get("/settings/ldap/1").await;
    assert_eq!(html::field_value(&after.text, "port"), html::field_value(&shown.text, "port"));
}
