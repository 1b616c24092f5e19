//! `kill -9` at any moment: nothing that was acknowledged is lost, and everything agrees.

use crate::conformance::cast::*;
use crate::sled::open;
use muster::model::*;
use muster::storage::*;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const FOLDER: &str = "MUSTER_TEST_CRASH_FOLDER";
/// People a batch.
const BATCH: u64 = 40;
const ROUNDS: u64 = 6;

/// Not a test of its own: the process that is killed. Writes for ever and says what was acknowledged.
#[tokio::test(flavor = "multi_thread")]
async fn a_writer_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = storage_in(folder.to_str().unwrap()).await;
    let import = Import::begin(&store).await;
    let start = store.agent_counts().await.unwrap().total / BATCH;
    for batch in start.. {
        store_batch(&store, &import, batch).await;
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nacknowledged {batch}").unwrap();
        out.flush().unwrap();
    }
}

async fn storage_in(path: &str) -> Store {
    muster::storage::open(&format!("sled:{path}")).await.unwrap()
}

fn name(batch: u64, n: u64) -> String {
    format!("b{batch:06}n{n:03}")
}

/// Adds people, and gives those of the batch before another email, all as one; then a local edit.
async fn store_batch(store: &Store, import: &Import, batch: u64) {
    let group = first_group(store).await;
    let mut writes: Vec<ImportWrite> = (0..BATCH).map(|n| add(&person(&name(batch, n)), group)).collect();
    if let Some(before) = batch.checked_sub(1) {
        writes.extend((0..BATCH).map(|n| update(&name(before, n), moved(before, n))));
    }
    let report = [line(ChangeKind::Added, &name(batch, 0))];
    store.apply_import(import.lease, import.run.id, &writes, &report, at(5)).await.unwrap();
    store.add_session(&session(&format!("s{batch}"), id_of(&name(batch, 0)), 0, 1_000)).await.unwrap();
}

fn moved(batch: u64, n: u64) -> Person {
    Person { email: email(&format!("moved-{}", name(batch, n))), ..person(&name(batch, n)) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(&folder).await);
    let mut acknowledged = None;
    for round in 0..ROUNDS {
        acknowledged = run_and_kill(&folder, 2 + round * 3).or(acknowledged);
        let store = open(&folder).await;
        check(&store, acknowledged.unwrap()).await;
        store.close_interrupted_runs(at(6)).await.unwrap();
    }
}

/// Runs the writer until it has acknowledged so many batches, kills it, and answers the last one.
fn run_and_kill(folder: &TempDir, batches: u64) -> Option<u64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::a_writer_that_is_killed", "--nocapture"])
        .env(FOLDER, folder.path().join("data/muster.sled"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let acknowledgement =
        |line: std::io::Result<String>| line.ok()?.strip_prefix("acknowledged ").map(|n| n.parse().unwrap());
    let mut last = None;
    for _ in 0..batches {
        last = lines.by_ref().find_map(acknowledgement);
        assert!(last.is_some(), "the writer ended by itself");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before the kill came through.
    lines.filter_map(acknowledgement).last().or(last)
}

/// Whole batches only, at least the acknowledged ones, and all that finds an agent agrees with them.
async fn check(store: &Store, acknowledged: u64) {
    let total = store.agent_counts().await.unwrap().total;
    assert_eq!(total % BATCH, 0, "a torn batch");
    let batches = total / BATCH;
    assert!(batches > acknowledged, "{batches} batches are there, number {acknowledged} was acknowledged");
    assert!(batches <= acknowledged + 2);
    for batch in 0..batches {
        for n in 0..BATCH {
            let agent = agent(store, &name(batch, n)).await;
            let expected = if batch + 1 < batches { moved(batch, n) } else { person(&name(batch, n)) };
            assert_eq!(agent.email, expected.email);
            let found = store.agent_by_email(expected.email.as_str()).await.unwrap();
            assert_eq!(found, Some(agent));
            let old = store.agent_by_email(&format!("{}@example.com", name(batch, n))).await.unwrap();
            assert_eq!(old.is_some(), batch + 1 == batches, "an email that was given up");
        }
        let has_session = is_signed_in(store, &format!("s{batch}")).await;
        assert!(has_session || batch > acknowledged);
    }
    let runs = store.runs(&RunQuery { limit: 100, ..RunQuery::default() }).await.unwrap().items;
    let mut lines = 0;
    for run in runs {
        let query = ChangeQuery { limit: 1_000, ..ChangeQuery::default() };
        let report = store.changes(run.id, &query).await.unwrap();
        assert_eq!(report.items.len() as u64, report.total);
        lines += report.total;
    }
    assert_eq!(lines, batches, "a report that does not belong to its batch");
    assert_eq!(store.list_agents(&list()).await.unwrap().total, total);
    assert_eq!(store.ldap_agents(DirectoryId::FIRST, None, usize::MAX).await.unwrap().len() as u64, total);
}
