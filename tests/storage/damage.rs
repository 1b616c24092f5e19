//! What the embedded backend refuses to open. A damaged store must never look like an empty one.

use crate::conformance::cast::*;
use crate::conformance::settings::settings;
use crate::sled::{fresh, open, url};
use muster::model::*;
use muster::storage::{self, ChangeQuery, RunQuery, StorageError};
use std::path::PathBuf;
use tempfile::TempDir;

fn folder_of(folder: &TempDir) -> PathBuf {
    folder.path().join("data/muster.sled")
}

/// The sentence with which opening is refused.
async fn refusal(folder: &TempDir) -> String {
    match storage::open(&url(folder)).await {
        Err(StorageError::Unusable(sentence)) => sentence,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was opened"),
    }
}

/// A closed store with 600 people.
async fn filled() -> TempDir {
    let (store, folder) = fresh().await;
    let import = Import::begin(&store).await;
    let group = first_group(&store).await;
    for batch in 0..6 {
        let names = (0..100).map(|n| format!("p{batch}-{n}"));
        let writes: Vec<_> = names.map(|name| add(&person(&name), group)).collect();
        import.apply(&writes).await.unwrap();
    }
    folder
}

fn cut_log(folder: &TempDir, keep: impl Fn(u64) -> u64) {
    let log = std::fs::OpenOptions::new().write(true).open(folder_of(folder).join("db")).unwrap();
    log.set_len(keep(log.metadata().unwrap().len())).unwrap();
}

#[tokio::test]
async fn a_store_is_whole_after_it_was_closed() {
    let folder = filled().await;
    let store = open(&folder).await;
    assert_eq!(store.agent_counts().await.unwrap().total, 600);
}

#[tokio::test]
async fn a_log_that_was_cut_is_refused() {
    for kept_percent in [0, 10, 50, 90, 99] {
        let folder = filled().await;
        cut_log(&folder, |length| length * kept_percent / 100);
        let sentence = refusal(&folder).await;
        assert!(sentence.contains("is damaged"), "{kept_percent} %: {sentence}");
    }
}

#[tokio::test]
async fn a_log_that_lost_its_last_changes_is_refused() {
    let folder = filled().await;
    let before = std::fs::read(folder_of(&folder).join("db")).unwrap();
    let store = open(&folder).await;
    store.create_group("Sales").await.unwrap();
    store.flush().await.unwrap();
    drop(store);
    std::fs::write(folder_of(&folder).join("db"), before).unwrap();
    assert!(refusal(&folder).await.contains("changes are gone"));
}

#[tokio::test]
async fn a_flipped_byte_is_refused_or_harmless() {
    for place in [1, 3, 7, 9] {
        let folder = filled().await;
        let log = folder_of(&folder).join("db");
        let mut bytes = std::fs::read(&log).unwrap();
        let place = bytes.len() * place / 10;
        bytes[place] ^= 0xff;
        std::fs::write(&log, bytes).unwrap();
        match storage::open(&url(&folder)).await {
            Ok(store) => assert_eq!(store.agent_counts().await.unwrap().total, 600),
            Err(StorageError::Unusable(sentence)) => assert!(sentence.contains("is damaged"), "{sentence}"),
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_log_that_is_gone_is_refused() {
    let folder = filled().await;
    std::fs::remove_file(folder_of(&folder).join("db")).unwrap();
    assert!(refusal(&folder).await.contains("is damaged"));
}

#[tokio::test]
async fn a_folder_of_something_else_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder_of(&folder)).unwrap();
    std::fs::write(folder_of(&folder).join("letter.txt"), "Dear").unwrap();
    let sentence = refusal(&folder).await;
    assert!(sentence.contains("is not a muster store") && sentence.contains("MUSTER_STORAGE"), "{sentence}");
    assert_eq!(std::fs::read_dir(folder_of(&folder)).unwrap().count(), 1);
}

#[tokio::test]
async fn another_programs_sled_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder_of(&folder)).unwrap();
    ::sled::open(folder_of(&folder)).unwrap().insert("key", "value").unwrap();
    assert!(refusal(&folder).await.contains("is not a muster store"));
}

#[tokio::test]
async fn a_file_in_place_of_the_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("data")).unwrap();
    std::fs::write(folder_of(&folder), "a file").unwrap();
    assert!(refusal(&folder).await.contains("is not a muster store"));
    assert_eq!(std::fs::read(folder_of(&folder)).unwrap(), b"a file");
}

/// Changes the record that describes the store.
fn edit_meta(folder: &TempDir, from: &str, to: &str) {
    let db = ::sled::open(folder_of(folder)).unwrap();
    let single = db.open_tree("single").unwrap();
    let meta = String::from_utf8(single.get("meta").unwrap().unwrap().to_vec()).unwrap();
    assert!(meta.contains(from), "{meta}");
    single.insert("meta", meta.replace(from, to).as_bytes()).unwrap();
    db.flush().unwrap();
}

#[tokio::test]
async fn a_store_of_a_newer_version_is_refused() {
    let folder = filled().await;
    edit_meta(&folder, "\"schema\":4,\"commit\"", "\"schema\":5,\"later\"");
    let sentence = refusal(&folder).await;
    assert!(sentence.contains("newer muster"), "{sentence}");
}

#[tokio::test]
async fn a_store_of_the_first_version_is_opened_and_becomes_one_of_this() {
    let folder = filled().await;
    let store = open(&folder).await;
    Import::begin(&store).await.report(&[line(ChangeKind::Updated, "anna")]).await;
    drop(store);
    edit_meta(&folder, "\"schema\":4", "\"schema\":1");
    let db = ::sled::open(folder_of(&folder)).unwrap();
    let runs = db.open_tree("runs").unwrap();
    let (key, run) = runs.first().unwrap().unwrap();
    let mut run: serde_json::Value = serde_json::from_slice(&run).unwrap();
    let lines = run["lines"].as_array().unwrap()[..5].to_vec();
    run["lines"] = lines.into();
    let of_today = ["held_reasons", "digest", "decision", "thinned", "held_again_by", "guid_attribute"];
    of_today.iter().for_each(|name| drop(run["run"].as_object_mut().unwrap().remove(*name)));
    runs.insert(key, serde_json::to_vec(&run).unwrap()).unwrap();
    db.flush().unwrap();
    drop((runs, db));

    let store = open(&folder).await;
    let run = store.runs(&RunQuery { limit: 1, ..RunQuery::default() }).await.unwrap().items[0].id;
    let report = store.changes(run, &ChangeQuery { limit: 10, ..ChangeQuery::default() }).await.unwrap();
    assert_eq!((report.total, report.items.len()), (1, 1));
    assert_eq!(store.standing(DirectoryId::FIRST).await.unwrap(), Standing::default());
    store.create_group("Later").await.unwrap();
    drop(store);
    edit_meta(&folder, "\"schema\":4", "\"schema\":4");
}

/// A store as it was written while there could be one directory only.
#[tokio::test]
async fn what_a_store_of_one_directory_holds_belongs_to_the_first_of_several() {
    let folder = filled().await;
    let store = open(&folder).await;
    let settings = settings(first_group(&store).await);
    store.create_directory(&settings, None).await.unwrap();
    let runs = store.runs(&RunQuery { limit: 9, ..RunQuery::default() }).await.unwrap().items;
    let before =
        (store.directories().await.unwrap(), store.ldap_agents(DirectoryId::FIRST, None, 900).await.unwrap(), runs);
    drop(store);
    let db = ::sled::open(folder_of(&folder)).unwrap();
    let without = |table: &str, fields: &[&str], of: Option<&str>| {
        let tree = db.open_tree(table).unwrap();
        for record in tree.iter() {
            let (key, bytes) = record.unwrap();
            let Ok(mut record) = serde_json::from_slice::<serde_json::Value>(&bytes) else { continue };
            let part = of.and_then(|of| record.get_mut(of)).and_then(|part| part.as_object_mut());
            part.into_iter().for_each(|part| fields.iter().for_each(|field| drop(part.remove(*field))));
            if let (None, Some(whole)) = (of, record.as_object_mut()) {
                fields.iter().for_each(|field| drop(whole.remove(*field)));
            }
            tree.insert(key, serde_json::to_vec(&record).unwrap()).unwrap();
        }
    };
    without("single", &["next_directory", "id"], None);
    without("single", &["name", "import_interval"], Some("value"));
    without("runs", &["directory", "deletes"], Some("run"));
    db.flush().unwrap();
    drop(db);
    edit_meta(&folder, "\"schema\":4", "\"schema\":2");

    let store = open(&folder).await;
    let runs = store.runs(&RunQuery { limit: 9, ..RunQuery::default() }).await.unwrap().items;
    let after =
        (store.directories().await.unwrap(), store.ldap_agents(DirectoryId::FIRST, None, 900).await.unwrap(), runs);
    assert_eq!(after, before);
    assert_eq!((after.1.len(), store.directory_sizes().await.unwrap()[&DirectoryId::FIRST]), (600, 600));
    assert_eq!(store.create_directory(&settings, Some(1)).await.unwrap().id, DirectoryId(2));
}

#[tokio::test]
async fn a_count_that_does_not_fit_is_refused() {
    let folder = filled().await;
    edit_meta(&folder, "\"agents\":600", "\"agents\":601");
    let sentence = refusal(&folder).await;
    assert!(sentence.contains("601 agents and holds 600"), "{sentence}");
}

#[tokio::test]
async fn a_second_owner_is_refused() {
    let (store, folder) = fresh().await;
    let sentence = refusal(&folder).await;
    assert!(sentence.starts_with("Another muster process uses this store"), "{sentence}");
    store.create_local_agent(local("anna", Role::Support), at(0)).await.unwrap();
    drop(store);
    assert_eq!(open(&folder).await.agent_counts().await.unwrap().total, 1);
}

#[tokio::test]
async fn an_interrupted_creation_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder_of(&folder)).unwrap();
    assert_eq!(open(&folder).await.groups().await.unwrap().len(), 1);
    // As after a crash between the mark and the log.
    std::fs::remove_dir_all(folder_of(&folder)).unwrap();
    std::fs::create_dir_all(folder_of(&folder)).unwrap();
    std::fs::write(folder_of(&folder).join("muster.mark"), "muster store, do not edit\n00000000000000000000\n")
        .unwrap();
    assert_eq!(open(&folder).await.groups().await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_unknown_scheme_is_refused() {
    for url in ["", "sled:", "redis://x", "/data/muster.sled"] {
        let Err(StorageError::Unusable(sentence)) = storage::open(url).await else { panic!("{url}") };
        assert_eq!(
            sentence,
            "MUSTER_STORAGE names no storage this version knows. Use sled:PATH, such as sled:data/muster.sled, or postgres://user:password@host/database."
        );
    }
}

#[tokio::test]
async fn a_lease_of_a_process_that_is_gone_is_free() {
    let (store, folder) = fresh().await;
    let first = store.take_lease("gone", at(0), TTL).await.unwrap().unwrap();
    drop(store);
    let second = open(&folder).await.take_lease("new", at(1), TTL).await.unwrap().unwrap();
    assert!(second.token > first.token);
}
