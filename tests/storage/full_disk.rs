//! The store's disk, nearly full and really full.

use crate::disk::Disk;
use crate::office::Office;
use crate::support::company::Company;
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use crate::support::panel::Panel;
use crate::support::process::{Guarded, within};
use crate::support::scripted::ScriptedLdap;
use serde_json::Value;
use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

const SIZE: u64 = 100;
/// How long a panel may take to notice, and to end.
const NOTICED: Duration = Duration::from_secs(60);

/// A panel whose store lies on the disk.
async fn company_on(disk: &Disk, server: &ScriptedLdap) -> Company {
    let storage = format!("sled:{}", disk.path().join("muster.sled").display());
    let company = Company::with(&[("MUSTER_STORAGE", &storage)]).await;
    company.admin.connect_port(server.port, &[("save_anyway", "1")]).await.expect_status(303);
    company
}

fn crowd(people: usize, version: usize) -> Vec<Entry> {
    (0..people).map(|n| Entry::person(&format!("u{n}")).with("cn", &format!("Person {n} of {version}"))).collect()
}

fn people_searches(server: &ScriptedLdap) -> usize {
    server.requests().iter().filter(|request| is_people_search(request)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_nearly_full_disk_imports_are_refused_and_the_panel_goes_on() {
    let disk = Disk::of_megabytes(SIZE);
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = company_on(&disk, &server).await;
    assert_eq!(company.admin.get_json("/readyz").await["disk"], "ok");

    disk.leave(20_500_000);
    for run in [company.admin.import_and_wait().await, company.admin.preview_and_wait().await] {
        assert_eq!((&run["state"], &run["phase"]), (&"failed".into(), &"connecting".into()), "{run}");
        let sentence = run["error"].as_str().unwrap();
        assert!(sentence.starts_with("Only 20 MB are free where the panel's store lies"), "{sentence}");
        assert!(sentence.contains("needs 32 MB") && sentence.ends_with("goes on by itself."), "{sentence}");
        let page = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200);
        assert!(page.text.contains("Only 20 MB are free"), "{}", page.text);
    }
    assert_eq!(people_searches(&server), 0);
    let ready = company.admin.get_json("/readyz").await;
    assert_eq!((&ready["ready"], &ready["disk"]), (&true.into(), &"low".into()));
    assert!(company.panel.log.text().contains("imports are refused"), "{}", company.panel.log.text());
    company.admin.get("/agents").await.expect_status(200);
    company.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.get("/me").await.expect_status(200);

    disk.clear();
    let run = company.import().await;
    assert_eq!(run["added"], 2, "{run}");
    assert_eq!(company.admin.get_json("/readyz").await["disk"], "ok");
}

/// Makes groups until the panel is gone; answers the names that it acknowledged.
async fn write_until_it_ends(company: &mut Company) -> BTreeSet<String> {
    let token = company.admin.csrf_token().await;
    let mut acknowledged = BTreeSet::new();
    let mut number = 0;
    let admin = &company.admin;
    let panel = &mut company.panel;
    within(NOTICED, "the panel to end by itself", async || {
        number += 1;
        let name = format!("Group {number} {}", "of a long name ".repeat(4));
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("csrf_token", &token), ("name", &name)])
            .finish();
        let request = admin.request("POST", "/groups").header("origin", &panel.url).body(body);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        match request.send().await.map(|answer| answer.status().as_u16()) {
            Ok(303) => drop(acknowledged.insert(name.trim().to_owned())),
            Ok(status) => assert_eq!(status, 503),
            Err(_) => {}
        }
        !panel.is_running()
    })
    .await;
    acknowledged
}

/// Status 1, and one sentence with cause and remedy after what the log says.
fn assert_ended_by_itself(status: Option<i32>, stderr: &str) {
    assert_eq!(status, Some(1), "{stderr}");
    let told: Vec<&str> = stderr.lines().filter(|line| line.starts_with("muster: ")).collect();
    assert_eq!(told.len(), 1, "{stderr}");
    assert!(told[0].contains("No space left") && told[0].contains("Free"), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}

/// A start on the full disk.
async fn assert_refuses_to_start(company: &Company, store: &Path) {
    let before = listing(store);
    let Output { status, stderr, .. } = company.panel.run(&["serve"]).await;
    let stderr = String::from_utf8_lossy(&stderr);
    assert_eq!(status.code(), Some(1), "{stderr}");
    assert!(stderr.starts_with("muster: The disk is full where the store lies"), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert_eq!(listing(store), before, "the store was touched");
}

/// Every file of a store: name, size, when it was written last.
fn listing(store: &Path) -> Vec<(String, u64, i64, i64)> {
    let files = std::fs::read_dir(store).unwrap().map(|file| {
        let file = file.unwrap();
        let about = file.metadata().unwrap();
        (file.file_name().to_string_lossy().into_owned(), about.len(), about.mtime(), about.mtime_nsec())
    });
    let mut files: Vec<_> = files.collect();
    files.sort();
    files
}

async fn start_again(company: &mut Company) {
    company.panel.start_again().await;
    company.admin.follow(&company.panel);
    company.admin = Visitor::new(&company.panel);
    company.admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
}

async fn assert_holds(company: &Company, groups: &BTreeSet<String>, people: usize) {
    let page = company.admin.get("/groups").await.expect_status(200).text;
    let missing: Vec<&String> = groups.iter().filter(|name| !page.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "{} of {} are gone: {missing:?}", missing.len(), groups.len());
    assert_eq!(company.agents().await.len(), people);
}

fn counts(run: &Value) -> [usize; 3] {
    ["added", "updated", "unchanged"].map(|name| usize::try_from(run[name].as_u64().unwrap()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_the_panel_ends_by_itself_and_starts_whole_once_there_is_room() {
    let disk = Disk::of_megabytes(SIZE);
    let entries = Entries::default();
    entries.set(crowd(300, 1));
    let server = entries.serve().await;
    let mut company = company_on(&disk, &server).await;
    company.import().await;

    // Enough for a few writes more.
    disk.leave(200_000);
    let groups = write_until_it_ends(&mut company).await;
    let status = company.panel.ended().await;
    assert_ended_by_itself(status.code(), &company.panel.log.text());
    assert!(!groups.is_empty());
    disk.leave(0);
    assert_refuses_to_start(&company, &disk.path().join("muster.sled")).await;

    disk.clear();
    start_again(&mut company).await;
    assert_holds(&company, &groups, 300).await;
    entries.set(crowd(400, 2));
    let run = company.import().await;
    assert_eq!(counts(&run), [100, 300, 0], "{run}");
    println!("{} groups were acknowledged on the full disk, and all are there", groups.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_filled_while_an_import_writes_costs_nothing_that_was_acknowledged() {
    const PEOPLE: usize = 10_000;
    let disk = Disk::of_megabytes(SIZE);
    let entries = Entries::default();
    entries.set(crowd(PEOPLE, 1));
    let server = entries.serve().await;
    let mut company = company_on(&disk, &server).await;
    // Little enough for the rest to be taken before a few batches are written.
    disk.leave(60_000_000);
    let asked = company.admin.post("/imports", &[]).await.expect_status(303);
    let path = asked.location().unwrap().to_owned();
    within(NOTICED, "the import to write", async || company.admin.get_json("/agents?source=ldap").await["total"] != 0)
        .await;
    disk.leave(0);
    let groups = write_until_it_ends(&mut company).await;
    let status = company.panel.ended().await;
    assert_ended_by_itself(status.code(), &company.panel.log.text());

    disk.clear();
    start_again(&mut company).await;
    let kept = company.agents().await.len();
    assert!(kept > 0 && kept < PEOPLE && kept % 250 == 0, "{kept}: no whole batches");
    assert_holds(&company, &groups, kept).await;
    let broken_off = company.admin.get_json(&path).await;
    println!("{kept} people were written; the import is {}: {}", broken_off["state"], broken_off["error"]);
    assert!(["failed", "interrupted"].contains(&broken_off["state"].as_str().unwrap()), "{broken_off}");
    let run = company.import().await;
    assert_eq!(counts(&run), [PEOPLE - kept, 0, kept], "{run}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_ends_on_a_full_disk_too() {
    let disk = Disk::of_megabytes(SIZE);
    let filled = disk.clone();
    let office = Office::with(Some(disk.path()), move |_| filled.leave(0)).await;
    let people: Vec<(String, u64)> = (0..500).map(|n| (format!("u{n}"), 1)).collect();
    office.hold(&people);
    let mut command = office.command("import");
    let run = tokio::task::spawn_blocking(move || command.output().unwrap());
    let Output { status, stdout, stderr } = tokio::time::timeout(NOTICED, run).await.expect("it ends").unwrap();
    let told = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert_eq!(status.code(), Some(1), "{told}");
    assert!(told.contains("0 MB are free") || told.contains("No space left"), "{told}");

    disk.clear();
    assert_eq!(office.store().await.agent_counts().await.unwrap().total, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_store_is_not_begun_on_a_full_disk() {
    let disk = Disk::of_megabytes(8);
    let mut panel = Panel::with(&[]).await;
    panel.stop().await;
    disk.leave(3_000_000);
    let folder = disk.path().join("muster.sled");
    let mut serve = panel.command(&["serve"]);
    serve.env("MUSTER_STORAGE", format!("sled:{}", folder.display())).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut process = Guarded(serve.spawn().unwrap());
    let told = crate::support::process::Output::default();
    told.collect(process.0.stderr.take().unwrap());
    assert_eq!(process.ended(NOTICED).await.code(), Some(1), "{}", told.text());
    within(NOTICED, "the sentence", async || told.text().contains("The disk is full")).await;
    disk.clear();
    muster::storage::open(&format!("sled:{}", folder.display())).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_start_on_a_full_disk_left_half_written_is_no_damage() {
    let office = Office::open().await;
    office.store().await.create_group("Night shift").await.unwrap();
    let folder = office.log().parent().unwrap().to_owned();
    std::fs::write(folder.join("snap.7FFFFFFFFFFFFFFF.generating"), b"half").unwrap();
    assert_eq!(office.store().await.groups().await.unwrap().len(), 2);
    assert!(!folder.join("snap.7FFFFFFFFFFFFFFF.generating").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_that_was_made_and_not_written_is_a_new_store() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("muster.mark"), b"").unwrap();
    let store = muster::storage::open(&format!("sled:{}", folder.path().display())).await.unwrap();
    assert_eq!(store.groups().await.unwrap().len(), 1);
}
