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

/// The files below a folder that hold this text.
pub fn that_hold(folder: &Path, text: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    below(folder).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

/// The same once nothing is being written any more. The store writes what it has within half a second.
pub async fn at_rest(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut before = below(folder);
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(700)).await;
        let now = below(folder);
        if now == before {
            return now;
        }
        before = now;
    }
    panic!("{} does not come to rest", folder.display());
}
