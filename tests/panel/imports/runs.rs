//! One run at a time: asked for, joined, cancelled, interrupted, and how it is told.

use crate::support::company::{Company, counts};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use crate::support::openldap::OpenLdap;
use crate::support::process::within;
use crate::support::scripted::{Answer, ScriptedLdap};
use futures::future::join_all;
use ldap3_proto::proto::{LdapMsg, LdapOp};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A server that can be made to dribble: one entry after another, a moment apart, without an end.
struct Dribbling {
    entries: Entries,
    on: Arc<AtomicBool>,
    server: ScriptedLdap,
}

impl Dribbling {
    async fn start(uids: &[&str], on: bool) -> Dribbling {
        let (entries, on) = (Entries::people(uids), Arc::new(AtomicBool::new(on)));
        let (script, is_on) = (entries.clone(), on.clone());
        let server = ScriptedLdap::start(move |request: &LdapMsg| {
            if !is_on.load(Ordering::SeqCst) || !is_people_search(request) {
                return script.answer(request);
            }
            let entry = |number: usize| Entry::person(&format!("dribbled{number}")).answer();
            (0..10_000).flat_map(|number| [entry(number), Answer::Pause(Duration::from_millis(50))]).collect()
        })
        .await;
        Dribbling { entries, on, server }
    }

    fn turn(&self, on: bool) {
        self.on.store(on, Ordering::SeqCst);
    }
}

async fn wait_for(visitor: &Visitor, path: &str, field: &str, value: &str) {
    let what = format!("{path} to have {field} {value}");
    within(Duration::from_secs(10), &what, async || visitor.get_json(path).await[field] == value).await;
}

/// Asks for an import and waits until it reads; answers its path.
async fn reading(company: &Company) -> String {
    let path = company.admin.post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    wait_for(&company.admin, &path, "phase", "reading").await;
    path
}

#[tokio::test]
async fn twenty_requests_at_once_and_one_later_are_one_run() {
    let directory = Dribbling::start(&["anna"], true).await;
    let company = Company::of_script(&directory.server).await;
    company.admin.get("/imports").await.expect_status(200);
    let asked = join_all((0..20).map(|_| company.admin.post("/imports", &[]))).await;
    let paths: BTreeSet<String> =
        asked.into_iter().map(|page| page.expect_status(303).location().unwrap().to_owned()).collect();
    assert_eq!(paths.len(), 1, "{paths:?}");
    let path = paths.into_iter().next().unwrap();
    wait_for(&company.admin, &path, "phase", "reading").await;
    assert_eq!(reading(&company).await, path, "a start by hand joins the run at work");
    assert_eq!(company.admin.get_json("/imports").await["total"], 1);

    // A preview is of another kind: it waits for its turn.
    let preview = company.admin.post("/imports", &[("dry_run", "1")]).await.expect_status(303);
    let preview = preview.location().unwrap().to_owned();
    assert_ne!(preview, path);
    assert_eq!(company.admin.get_json(&preview).await["phase"], "waiting");
    directory.turn(false);
    company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    wait_for(&company.admin, &preview, "state", "done").await;
    let searches = directory.server.requests().iter().filter(|request| is_people_search(request)).count();
    assert_eq!(searches, 2, "one for the run, one for the preview");
}

#[tokio::test]
async fn a_running_import_is_cancelled_within_two_seconds_and_removes_nobody() {
    let directory = Dribbling::start(&["anna", "bert"], false).await;
    let company = Company::of_script(&directory.server).await;
    company.import().await;
    let before = company.agents().await;
    directory.turn(true);
    let path = reading(&company).await;
    within(Duration::from_secs(5), "something read", async || {
        company.admin.get_json(&path).await["read"].as_u64().unwrap() > 0
    })
    .await;
    let began = Instant::now();
    company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    wait_for(&company.admin, &path, "state", "cancelled").await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(counts(&company.admin.get_json(&path).await), [0; 7]);
    assert_eq!(company.agents().await, before);
    directory.turn(false);
    assert_eq!(counts(&company.import().await), [0, 0, 2, 0, 0, 0, 0]);
    company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    assert_eq!(company.admin.get_json(&path).await["state"], "cancelled");
}

#[tokio::test]
async fn an_import_that_cannot_connect_is_cancelled_within_two_seconds() {
    let server = ScriptedLdap::start(|_| vec![Answer::Silence]).await;
    let company = Company::of_script(&server).await;
    let path = company.admin.post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    wait_for(&company.admin, &path, "phase", "connecting").await;
    let waiting = company.admin.post("/imports", &[("dry_run", "1")]).await.expect_status(303);
    let waiting = waiting.location().unwrap().to_owned();
    for path in [&waiting, &path] {
        let began = Instant::now();
        company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
        wait_for(&company.admin, path, "state", "cancelled").await;
        assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    }
}

#[tokio::test]
async fn an_import_cancelled_while_it_writes_keeps_whole_batches_and_the_next_one_does_the_rest() {
    let everyone: Vec<String> = (0..8000).map(|n| format!("p{n:04}")).collect();
    let entries = Entries::default();
    entries.set(everyone.iter().map(|uid| Entry::person(uid)).collect());
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    let path = company.admin.post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    within(Duration::from_secs(60), "the import to write", async || {
        let total = company.admin.get_json("/agents?source=ldap").await["total"].as_u64().unwrap();
        let run = company.admin.get_json(&path).await;
        assert_eq!(run["state"], "running", "too quick to be cancelled: {run}");
        total > 0
    })
    .await;
    let began = Instant::now();
    company.admin.post(&format!("{path}/cancel"), &[]).await.expect_status(303);
    wait_for(&company.admin, &path, "state", "cancelled").await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    let run = company.admin.get_json(&path).await;
    let total = company.admin.get_json("/agents?source=ldap").await["total"].as_u64().unwrap();
    assert_eq!((run["added"].as_u64().unwrap(), run["phase"].as_str().unwrap()), (total, "applying"));
    assert!(total % 250 == 0 && total < 8000, "{total} agents are no whole batches");
    let rest = company.import().await;
    assert_eq!(counts(&rest), [8000 - total, 0, total, 0, 0, 0, 0]);
}

#[tokio::test]
async fn imports_that_are_overdue_are_a_warning_on_the_page_in_the_log_and_to_the_monitoring() {
    let server = ScriptedLdap::start(|_| vec![Answer::Close]).await;
    let company = Company::with(&[("MUSTER_IMPORT_INTERVAL", "10s")]).await;
    let ready = async || company.admin.get_json("/readyz").await;
    assert_eq!(ready().await["imports"], "off");
    company.admin.connect_port(server.port, &[("save_anyway", "1")]).await.expect_status(303);
    let told = ready().await;
    assert_eq!((&told["imports"], &told["last_import_at"]), (&json!("ok"), &Value::Null));
    assert!(told["next_import_at"].is_string(), "{told}");
    within(Duration::from_secs(60), "imports to be overdue", async || ready().await["imports"] == "overdue").await;
    assert_eq!(ready().await["ready"], true, "the panel serves all the same");
    for path in ["/imports", "/settings/ldap/index"] {
        let page = company.admin.get(path).await.expect_status(200);
        assert!(page.text.contains("Imports are overdue"), "no warning on {path}");
    }
    within(Duration::from_secs(15), "a line in the log", async || {
        company.panel.log.text().contains("imports are overdue")
    })
    .await;
    let metrics = company.admin.get("/metrics").await.expect_status(200);
    assert!(metrics.text.contains("muster_imports_overdue 1"), "{}", metrics.text);

    let mended = Entries::people(&["anna"]).serve().await;
    company.admin.connect_port(mended.port, &[("save_anyway", "1")]).await.expect_status(303);
    company.import().await;
    let told = ready().await;
    assert_eq!((&told["imports"], told["last_import_at"].is_string()), (&json!("ok"), true));
    assert!(!company.admin.get("/imports").await.text.contains("Imports are overdue"));
}

#[tokio::test]
async fn a_run_left_open_by_a_crash_is_interrupted_at_the_next_start_and_blocks_nothing() {
    let directory = Dribbling::start(&["anna", "bert"], false).await;
    let mut company = Company::of_script(&directory.server).await;
    company.import().await;
    directory.turn(true);
    let path = reading(&company).await;
    let waiting = company.admin.post("/imports", &[("dry_run", "1")]).await.expect_status(303);
    let waiting = waiting.location().unwrap().to_owned();
    company.panel.kill();
    directory.turn(false);
    company.panel.start_again().await;
    company.admin = company.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    for path in [path, waiting] {
        let run = company.admin.get_json(&path).await;
        assert_eq!((&run["state"], run["finished_at"].is_string()), (&json!("interrupted"), true), "{run}");
    }
    directory.entries.set(vec![Entry::person("anna")]);
    assert_eq!(counts(&company.import().await), [0, 0, 1, 1, 0, 0, 0]);
}

#[tokio::test]
async fn a_panel_that_is_stopped_ends_its_run_cleanly() {
    let directory = Dribbling::start(&["anna"], true).await;
    let mut company = Company::of_script(&directory.server).await;
    let path = reading(&company).await;
    let began = Instant::now();
    assert!(company.panel.stop().await.success());
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    company.panel.start_again().await;
    company.admin = company.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    let run = company.admin.get_json(&path).await;
    assert_eq!(json!([run["state"], run["error"]]), json!(["interrupted", "The panel was stopped."]));
}

#[tokio::test]
async fn the_schedule_imports_by_itself() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::with(&[("MUSTER_IMPORT_INTERVAL", "10s")]).await;
    company.admin.connect_directory(&directory).await;
    let mut runs = Value::Null;
    within(Duration::from_secs(13), "an import by the clock", async || {
        runs = company.admin.get_json("/imports").await;
        runs["items"][0]["state"] == "done"
    })
    .await;
    assert_eq!((&runs["items"][0]["started_by"], &runs["items"][0]["added"]), (&json!("schedule"), &json!(2)));
    assert_eq!(company.agents().await.len(), 2);
}

#[tokio::test]
async fn a_run_is_told_with_the_names_that_scripts_rely_on() {
    let mut directory = OpenLdap::builder().people(1).start().await;
    let company = Company::of(&directory).await;
    let done = company.import().await;
    directory.stop();
    let failed = company.import_in_vain().await;
    let me = company.agent(ADMINISTRATOR_EMAIL).await["id"].clone();
    for run in [&done, &failed] {
        for number in ["id", "read", "added", "updated", "unchanged", "removed", "restored", "skipped", "held"] {
            assert!(run[number].is_u64(), "{number} in {run}");
        }
        for time in ["started_at", "finished_at"] {
            let text = run[time].as_str().unwrap();
            let format = &time::format_description::well_known::Rfc3339;
            let parsed = time::OffsetDateTime::parse(text, format).unwrap();
            assert!(parsed.offset().is_utc() && text.ends_with('Z'), "{text}");
        }
        assert_eq!(json!([run["dry_run"], run["started_by"]]), json!([false, me]));
    }
    assert_eq!(json!([done["state"], done["phase"], done["error"]]), json!(["done", "applying", null]));
    assert_eq!(json!([failed["state"], failed["phase"]]), json!(["failed", "connecting"]));
    assert!(failed["error"].as_str().unwrap().ends_with('.'), "{failed}");

    let list = company.admin.get_json("/imports").await;
    assert_eq!(list, json!({ "items": [failed, done], "total": 2, "next": null }));
    let command = company.panel.run(&["import", "--json"]).await;
    let told: Value = serde_json::from_slice(&command.stdout).unwrap();
    assert_eq!(told["started_by"], "command");
    assert_eq!(told, company.admin.get_json(&format!("/imports/{}", told["id"])).await);
}

#[tokio::test]
async fn without_settings_an_import_cannot_be_asked_for() {
    let company = Company::new().await;
    company.admin.post("/imports", &[]).await.expect_status(422);
    assert_eq!(company.panel.run(&["import"]).await.status.code(), Some(1));
    assert_eq!(company.admin.get_json("/imports").await["total"], 0);
}

#[tokio::test]
async fn wrong_credentials_are_a_failed_run_and_are_not_tried_again_by_the_clock() {
    let server = Entries::people(&["anna"]).serve().await;
    let company = Company::with(&[("MUSTER_IMPORT_INTERVAL", "10s")]).await;
    let wrong = [("bind_password", "rotated"), ("save_anyway", "1")];
    company.admin.connect_port(server.port, &wrong).await.expect_status(303);
    let run = company.import_in_vain().await;
    assert!(run["error"].as_str().unwrap().contains("refused the user's password"), "{run}");
    tokio::time::sleep(Duration::from_secs(11)).await;
    let tried = server.requests().iter().filter(|request| matches!(request.op, LdapOp::BindRequest(_))).count();
    assert!(tried <= 2, "beside the import's and the monitor's first there were more binds: {tried}");
    assert_eq!(company.admin.get_json("/imports").await["total"], 1);
}
