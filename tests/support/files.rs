//! What lies in a folder.

use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every file below a folder and what is in it. One that vanishes meanwhile is left out.
pub fn below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(below(&entry.path()));
        } else if kind.is_file() {
            found.extend(std::fs::read(entry.path()).ok().map(|bytes| (entry.path(), bytes)));
        }
    }
    found.sort();
    found
}

/// What there is once nothing is being written any more. The embedded store writes what it has within half
/// a second.
pub async fn at_rest<T: PartialEq>(mut look: impl FnMut() -> T) -> T {
    let mut before = look();
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(700)).await;
        let now = look();
        if now == before {
            return now;
        }
        before = now;
    }
    panic!("what is stored does not come to rest");
}
