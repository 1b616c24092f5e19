//! The activity log: what is recorded, by whom and from where, what never is, and that a change of it is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::second_factor::set_up;
use super::settings::{connected, save};
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::BIND_PASSWORD;
use super::support::panel::Panel;
use super::support::process::within;
use muster::model::{Activity, ActivityHead};
use muster::secrets::SecretKey;
use muster::storage::activity::Sealer;
use serde_json::Value;
use std::cell::RefCell;
use std::time::Duration;

const PASSWORD: &str = "local secret four";

async fn records(visitor: &Visitor, filter: &str) -> Vec<Value> {
    visitor.get_json(&format!("/activity?{filter}")).await["items"].as_array().unwrap().clone()
}

/// The newest record of an action, which must be there soon: some are written behind the answer.
async fn newest(visitor: &Visitor, action: &str) -> Value {
    let filter = format!("action={action}");
    let mut found = None;
    within(Duration::from_secs(20), action, async || {
        found = records(visitor, &filter).await.first().cloned();
        found.is_some()
    })
    .await;
    found.unwrap()
}

async fn verify(panel: &Panel) -> (i32, String) {
    let output = panel.run(&["audit", "verify"]).await;
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().unwrap(), text)
}

#[tokio::test]
async fn every_change_is_recorded_with_who_made_it_and_without_a_secret() {
    let connected = connected().await;
    let (panel, admin) = (&connected.panel, &connected.visitor);
    let first = newest(admin, "first_administrator").await;
    assert_eq!(first["actor"]["email"], ADMINISTRATOR_EMAIL);
    assert_eq!(newest(admin, "directory_added").await["subject"]["id"], "1");
    let changes = [("user_filter", "(mail=*)"), ("current_password", ADMINISTRATOR_PASSWORD)];
    save(admin, &changes).await.expect_status(303);
    let saved = newest(admin, "settings_saved").await;
    assert_eq!(saved["changes"], serde_json::json!([{ "field": "User filter", "old": "", "new": "(mail=*)" }]));
    admin.import_and_wait().await;
    assert_eq!(newest(admin, "import_started").await["subject"]["kind"], "import");

    let fields = [("name", "Lea"), ("email", "lea@example.test"), ("role", "support"), ("password", PASSWORD)];
    let added = admin.post("/agents", &fields).await.expect_status(303);
    let path = added.location().unwrap().to_owned();
    let lea = path.rsplit('/').next().unwrap();
    assert_eq!(newest(admin, "agent_added").await["subject"]["id"], lea);
    let edit = |changes: &[(&'static str, &'static str)]| changes.to_vec();
    for (action, changes) in [
        ("agent_edited", edit(&[("name", "Lea B"), ("password", "local secret five")])),
        ("agent_blocked", edit(&[("blocked", "1")])),
        ("agent_unblocked", edit(&[("blocked", "")])),
    ] {
        let sent = admin.submit(&format!("{path}/edit"), &path, &changes).await;
        assert_eq!(sent.status, 303, "{action}: {}", sent.text);
        assert_eq!(newest(admin, action).await["subject"]["id"], lea, "{action}");
    }
    let edited = newest(admin, "agent_edited").await["changes"].to_string();
    assert!(edited.contains(r#"{"field":"Password","new":null,"old":null}"#) && edited.contains("Lea B"), "{edited}");

    admin.post("/groups", &[("name", "Night")]).await.expect_status(303);
    let group = newest(admin, "group_added").await["subject"]["id"].as_str().unwrap().to_owned();
    admin.post(&format!("/groups/{group}"), &[("name", "Late")]).await.expect_status(303);
    assert_eq!(newest(admin, "group_renamed").await["changes"][0]["new"], "Late");
    admin.post(&format!("/groups/{group}/delete"), &[]).await.expect_status(303);
    assert_eq!(newest(admin, "group_deleted").await["subject"]["name"], "Late");

    let visitor = Visitor::new(panel);
    visitor.sign_in("nobody secret seven", "typed secret eight").await.expect_status(422);
    let failed = newest(admin, "sign_in_failed").await;
    assert_eq!((&failed["actor"]["kind"], &failed["reason"]), (&"nobody".into(), &"no agent has this email".into()));
    visitor.sign_in("lea@example.test", "local secret five").await.expect_status(303);
    assert_eq!(newest(admin, "signed_in").await["actor"]["id"], lea);
    visitor.post("/logout", &[]).await.expect_status(303);
    assert_eq!(newest(admin, "signed_out").await["actor"]["id"], lea);
    admin.post(&format!("{path}/delete"), &[]).await.expect_status(303);
    assert_eq!(newest(admin, "agent_deleted").await["subject"]["name"], "Lea B");
    let owner = panel.run_with_input(&["owner", "second@example.test"], "owner secret six\n").await;
    assert!(owner.status.success());
    assert_eq!(newest(admin, "owner_set").await["actor"]["kind"], "command");
    let file = tempfile::tempdir().unwrap();
    assert!(panel.run(&["backup", file.path().join("b").to_str().unwrap()]).await.status.success());
    newest(admin, "backup_made").await;

    let all = records(admin, "").await;
    for record in all.iter().filter(|record| record["actor"]["kind"] != "command") {
        assert_eq!(record["address"], "127.0.0.1", "{record}");
    }
    let csv = admin.get("/activity/export.csv").await.expect_status(200).text;
    assert!(csv.contains("sign_in_failed") && csv.contains("127.0.0.1"));
    newest(admin, "activity_exported").await;
    let shown = format!("{all:?}{csv}{}", admin.get("/activity").await.expect_status(200).text);
    for secret in [PASSWORD, "secret", BIND_PASSWORD, ADMINISTRATOR_PASSWORD, "$argon2"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    assert!(shown.contains("User filter from nothing to (mail=*)"));
    let log = panel.log.text();
    assert!(log.contains("\"action\":\"agent_blocked\"") && !log.contains("lea@example.test"));
    assert_eq!(records(admin, &format!("agent={lea}")).await.len(), 7);
    assert_eq!(records(admin, "q=late&action=group_deleted").await.len(), 1);
    assert_eq!(records(admin, "until=2020-01-01").await.len(), 0);
}

#[tokio::test]
async fn failed_sign_ins_of_one_kind_are_one_record_and_a_count() {
    let mut panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let visitor = Visitor::new(&panel);
    for _ in 0..4 {
        visitor.sign_in(ADMINISTRATOR_EMAIL, "wrong").await;
    }
    newest(&admin, "sign_in_failed").await;
    assert_eq!(records(&admin, "action=sign_in_failed").await.len(), 1);
    panel.stop().await;
    panel.start_again().await;
    let mut admin = admin;
    admin.follow(&panel);
    let failed = records(&admin, "action=sign_in_failed").await;
    let times: Vec<u64> = failed.iter().map(|record| record["times"].as_u64().unwrap()).collect();
    assert_eq!(times, [3, 1], "{failed:?}");
}

#[tokio::test]
async fn a_log_that_was_tampered_with_is_found_out_beside_the_panel_and_without_it() {
    let mut panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    for name in ["One", "Two", "Three"] {
        admin.post("/groups", &[("name", name)]).await.expect_status(303);
    }
    let (status, said) = verify(&panel).await;
    assert!(status == 0 && said.contains("4 records, none changed and none missing"), "{said}");
    panel.stop().await;
    assert_eq!(verify(&panel).await.0, 0);

    tamper(&panel, 3, |record| Some(record.replace("group_added", "group_deleted")));
    let (status, said) = verify(&panel).await;
    assert!(status == 1 && said.contains("Record 3 was changed"), "{said}");
    panel.start_again().await;
    let beside = verify(&panel).await;
    assert!(beside.0 == 1 && beside.1.contains("Record 3 was changed"), "{}", beside.1);
    panel.stop().await;
    tamper(&panel, 3, |record| Some(record.replace("group_deleted", "group_added")));
    assert_eq!(verify(&panel).await.0, 0, "as it was");
    tamper(&panel, 4, |_| None);
    let (status, said) = verify(&panel).await;
    assert!(status == 1 && said.contains("its end was cut off"), "{said}");
}

/// Writes to the store past the panel, which is stopped.
fn tamper(panel: &Panel, number: u64, change: impl Fn(&str) -> Option<String>) {
    if let Some(database) = panel.database() {
        let record = database.sql(&format!("SELECT record FROM muster.activity WHERE number = {number}"));
        database.sql(&match change(record.trim()) {
            Some(record) => format!(
                "UPDATE muster.activity SET record = '{0}', action = '{0}'::json->>'action' WHERE number = {number}",
                record.replace('\'', "''")
            ),
            None => format!("DELETE FROM muster.activity WHERE number = {number}"),
        });
        return;
    }
    let store = sled::open(panel.data().join("muster.sled")).unwrap();
    let tree = store.open_tree("activity").unwrap();
    let record = tree.get(number.to_be_bytes()).unwrap().expect("the record is there");
    match change(std::str::from_utf8(&record).unwrap()) {
        Some(record) => drop(tree.insert(number.to_be_bytes(), record.as_bytes()).unwrap()),
        None => drop(tree.remove(number.to_be_bytes()).unwrap()),
    }
    store.flush().unwrap();
}

#[tokio::test]
async fn a_log_under_a_key_of_somebodys_own_is_never_vouched_for() {
    let mut panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    assert!(panel.stop().await.success());
    assert_eq!(verify(&panel).await.0, 0);
    // A whole chain, which whoever writes the store can make: the key's name is in the hash of each record.
    let sealer = Sealer::new([7; 64], "0123456789abcdef0123456789abcdef".into());
    let head = RefCell::new(ActivityHead::default());
    for number in 1..=last_number(&panel) {
        tamper(&panel, number, |record| {
            let before: Activity = serde_json::from_str(record).unwrap();
            let made = sealer.next(&head.borrow(), before.deed);
            *head.borrow_mut() = ActivityHead { number, hash: made.hash.clone() };
            Some(serde_json::to_string(&made).unwrap())
        });
    }
    put_head(&panel, &head.borrow());
    for _ in 0..2 {
        let (status, said) = verify(&panel).await;
        assert!(status == 1 && said.contains("present key"), "{said}");
    }
    panel.start_again().await;
    Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert!(panel.stop().await.success());
    let (status, said) = verify(&panel).await;
    assert!(status == 1 && said.contains("does not say that the key was changed"), "{said}");
}

#[tokio::test]
async fn a_change_of_the_key_that_was_broken_off_before_its_record_gets_it_at_the_next_start() {
    let mut panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    assert!(panel.stop().await.success());
    let key = || SecretKey::from_base64(&std::fs::read_to_string(panel.data().join("secret.key")).unwrap()).unwrap();
    let old = key().fingerprint();
    assert!(panel.run(&["key", "rotate"]).await.status.success());
    let note = panel.data().join("secret.key.change");
    assert!(!note.exists());

    let (number, head) = (last_number(&panel), RefCell::new(ActivityHead::default()));
    tamper(&panel, number, |record| {
        let last: Activity = serde_json::from_str(record).unwrap();
        *head.borrow_mut() = ActivityHead { number: number - 1, hash: last.before };
        None
    });
    put_head(&panel, &head.borrow());
    assert_eq!(verify(&panel).await.0, 1, "no note says that there was a change");
    std::fs::write(&note, key().seal("change of the key", &old.clone().into()).0).unwrap();
    let (status, said) = verify(&panel).await;
    assert!(status == 0 && !note.exists(), "{said}");
    tamper(&panel, number, |record| {
        assert!(record.contains(&format!("the key before was {old}")), "{record}");
        Some(record.to_owned())
    });
}

fn last_number(panel: &Panel) -> u64 {
    if let Some(database) = panel.database() {
        return database.sql("SELECT number FROM muster.activity_head").trim().parse().unwrap();
    }
    let store = sled::open(panel.data().join("muster.sled")).unwrap();
    store.open_tree("activity").unwrap().len() as u64
}

fn put_head(panel: &Panel, head: &ActivityHead) {
    if let Some(database) = panel.database() {
        database.sql(&format!("UPDATE muster.activity_head SET number = {}, hash = '{}'", head.number, head.hash));
        return;
    }
    let store = sled::open(panel.data().join("muster.sled")).unwrap();
    let tree = store.open_tree("single").unwrap();
    tree.insert("activity", serde_json::to_vec(head).unwrap()).unwrap();
    store.flush().unwrap();
}

/// A local employee; answers the path of their page.
async fn employee(admin: &Visitor) -> String {
    let fields = [("name", "Lea"), ("email", "lea@example.test"), ("role", "employee"), ("password", PASSWORD)];
    admin.post("/agents", &fields).await.expect_status(303).location().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_refused_to_someone_signed_in_is_recorded_and_strangers_leave_nothing() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let path = employee(&admin).await;
    let id = path.rsplit('/').next().unwrap();
    let lea = Visitor::new(&panel);
    lea.get("/activity?q=hidden").await.expect_status(303);
    lea.sign_in("lea@example.test", PASSWORD).await.expect_status(303);
    for _ in 0..3 {
        lea.get("/agents/1?q=hidden").await.expect_status(403);
    }
    let refused = newest(&admin, "refused").await;
    assert_eq!((&refused["actor"]["id"], &refused["address"]), (&id.into(), &"127.0.0.1".into()));
    assert_eq!(refused["reason"], "the role does not allow GET /agents/{id}");
    admin.post("/groups", &[("name", "hidden"), ("csrf_token", "stale")]).await.expect_status(403);
    let filter = "action=refused";
    within(Duration::from_secs(20), "the stale form", async || records(&admin, filter).await.len() == 2).await;
    let all = records(&admin, filter).await;
    assert_eq!(all[0]["reason"], "a form that is not of this session: POST /groups");
    assert!(!format!("{all:?}").contains("hidden"), "{all:?}");
}

#[tokio::test]
async fn only_administrators_learn_why_someone_did_not_come_in() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let path = employee(&admin).await;
    let lea = Visitor::new(&panel);
    lea.sign_in("lea@example.test", PASSWORD).await.expect_status(303);
    let fields = [("current_password", "wrong"), ("password", "a new secret nine")];
    lea.post("/me/password", &fields).await.expect_status(422);
    let record = newest(&admin, "not_confirmed").await;
    assert_eq!(record["reason"], "wrong password of a local account");
    assert_eq!(format!("/agents/{}", record["actor"]["id"].as_str().unwrap()), path);
    let blocked = admin.submit(&format!("{path}/edit"), &path, &[("blocked", "1")]).await;
    assert_eq!(blocked.status, 303);
    let told = Visitor::new(&panel).sign_in("lea@example.test", PASSWORD).await.expect_status(422).text;
    assert!(told.contains("Email or password is not right.") && !told.contains("blocked"), "{told}");
    assert_eq!(newest(&admin, "sign_in_failed").await["reason"], "the agent is blocked");
}

#[tokio::test]
async fn what_protects_an_account_is_recorded_and_the_log_holds_under_a_new_key() {
    let mut panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let path = employee(&admin).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let lea = Visitor::new(&panel);
    lea.sign_in("lea@example.test", PASSWORD).await.expect_status(303);
    admin.post(&format!("{path}/sessions/end"), &[("all", "1")]).await.expect_status(303);
    admin.post(&format!("{path}/unlock"), &[]).await.expect_status(303);
    for action in ["sessions_ended", "unlocked"] {
        let record = newest(&admin, action).await;
        assert_eq!(
            (&record["actor"]["email"], &record["subject"]["id"]),
            (&ADMINISTRATOR_EMAIL.into(), &id.as_str().into())
        );
    }
    lea.sign_in("lea@example.test", PASSWORD).await.expect_status(303);
    let fields = [("current_password", PASSWORD), ("password", "a new secret nine")];
    lea.post("/me/password", &fields).await.expect_status(303);
    let record = newest(&admin, "password_changed").await;
    assert_eq!((&record["actor"]["id"], &record["subject"]["id"]), (&id.as_str().into(), &id.as_str().into()));
    let (_, codes) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    assert_eq!(newest(&admin, "second_factor_set").await["actor"]["email"], ADMINISTRATOR_EMAIL);
    let all = format!("{:?}", records(&admin, "").await);
    for secret in codes.iter().map(String::as_str).chain([PASSWORD, "a new secret nine", ADMINISTRATOR_PASSWORD]) {
        assert!(!all.contains(secret), "{secret} is shown");
    }

    assert!(panel.stop().await.success());
    let rotated = panel.run(&["key", "rotate"]).await;
    assert!(rotated.status.success(), "{rotated:?}");
    let (status, said) = verify(&panel).await;
    assert!(status == 0, "{said}");
    panel.start_again().await;
    // Another key signs everyone out.
    let admin = Visitor::new(&panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    admin.get("/login/code").await.expect_status(200);
    admin.post("/login/code", &[("code", &codes[0])]).await.expect_status(303);
    let by_code = newest(&admin, "signed_in").await;
    assert!(by_code["reason"].as_str().unwrap().contains("code"), "{by_code}");
    assert_eq!(newest(&admin, "key_rotated").await["actor"]["kind"], "command");
    let proof = |code: &str| [("code", code.to_owned()), ("current_password", ADMINISTRATOR_PASSWORD.to_owned())];
    let send = async |path: &str, code: &str| {
        let fields = proof(code);
        admin.post(path, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    admin.get("/me/second-factor").await.expect_status(200);
    let renewed = send("/me/second-factor/codes", &codes[1]).await.expect_status(200).text;
    assert_eq!(newest(&admin, "second_factor_set").await["reason"], "new recovery codes");
    let code = renewed.split("<li><code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    send("/me/second-factor/off", &code).await.expect_status(303);
    assert_eq!(newest(&admin, "second_factor_reset").await["reason"], "switched off");
    set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    let owner = panel.run_with_input(&["owner", ADMINISTRATOR_EMAIL], &format!("{ADMINISTRATOR_PASSWORD}\n")).await;
    assert!(owner.status.success(), "{owner:?}");
    let admin = Visitor::new(&panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(newest(&admin, "second_factor_reset").await["actor"]["kind"], "command");
    assert_eq!(newest(&admin, "owner_set").await["subject"]["name"], "Ada Minister");
    admin.submit("/groups", "/groups", &[("name", "Later")]).await.expect_status(303);
    newest(&admin, "group_added").await;
    let (status, said) = verify(&panel).await;
    assert!(status == 0, "{said}");
    panel.stop().await;
    tamper(&panel, 3, |record| Some(record.replace("127.0.0.1", "127.0.0.2")));
    assert_eq!(verify(&panel).await.0, 1);
}

#[tokio::test]
async fn browser_pages_of_the_activity_log_fit_every_screen() {
    let connected = connected().await;
    save(&connected.visitor, &[("user_filter", "(mail=*)")]).await;
    connected.visitor.import_and_wait().await;
    connected
        .visitor
        .post("/groups", &[("name", "A group with a rather long name for the night")])
        .await
        .expect_status(303);
    let mut tour = Tour::administrator(&connected.panel).await;
    tour.visit("activity", "/activity").await;
    tour.visit("activity-nothing", "/activity?q=nowhere&from=2026-01-01").await;
    tour.end();
}
