//! A restore that is killed: the store is whole afterwards, or says that it is not.

use crate::conformance::cast::*;
use crate::support::process::Guarded;
use muster::model::ChangeKind;
use muster::storage::{self, StorageError, Store};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const PEOPLE: usize = 2_000;

/// A backup with a crowd.
async fn crowd(folder: &Path) -> PathBuf {
    let (store, _folder) = crate::sled::fresh().await;
    let import = Import::begin(&store).await;
    let group = first_group(&store).await;
    let names: Vec<String> = (0..PEOPLE).map(|n| format!("p{n}")).collect();
    for part in names.chunks(400) {
        let writes: Vec<_> = part.iter().map(|name| add(&person(name), group)).collect();
        import.apply(&writes).await.unwrap();
        let lines: Vec<_> = part.iter().map(|name| line(ChangeKind::Added, name)).collect();
        import.report(&lines).await;
    }
    let file = folder.join("crowd.jsonl");
    muster::backup::save(&file, async |to| muster::backup::begin(&store).await?.write_to(to, at(9)).await)
        .await
        .unwrap();
    file
}

fn begin(file: &Path, data: &Path) -> Guarded {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("MUSTER_")) {
        command.env_remove(name);
    }
    command.arg("restore").arg(file).env("MUSTER_DATA", data);
    Guarded(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

async fn open(data: &Path) -> storage::Result<Store> {
    storage::open(&format!("sled:{}", data.join("muster.sled").display())).await
}

/// How far the store's mark has come: 1 is a new store, 2 one whose restore has begun.
fn reached(data: &Path) -> u64 {
    let mark = std::fs::read_to_string(data.join("muster.sled/muster.mark")).unwrap_or_default();
    mark.lines().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_was_killed_is_refused_until_it_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = crowd(folder.path()).await;
    let mut refused = 0;
    for later in [0, 50, 300, 1_000] {
        let data = folder.path().join(format!("data-{later}"));
        let restore = begin(&file, &data);
        crate::support::process::within(Duration::from_secs(60), "the restore begins", async || reached(&data) >= 2)
            .await;
        tokio::time::sleep(Duration::from_millis(later)).await;
        drop(restore);
        match open(&data).await {
            Ok(store) => assert_eq!(store.agent_counts().await.unwrap().total, PEOPLE as u64, "after {later} ms"),
            Err(StorageError::Unusable(sentence)) => {
                assert!(sentence.contains("its restore was broken off. Delete this folder"), "{sentence}");
                refused += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(refused > 0, "no restore was killed in the middle");

    let data = folder.path().join("data-0");
    std::fs::remove_dir_all(data.join("muster.sled")).unwrap();
    let mut again = begin(&file, &data);
    assert!(again.ended(Duration::from_secs(120)).await.success());
    drop(again);
    assert_eq!(open(&data).await.unwrap().agent_counts().await.unwrap().total, PEOPLE as u64);
}
