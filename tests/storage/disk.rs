//! A disk of its own, small enough to be filled: a tmpfs. Mounting takes root, or sudo without a password.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// Mounted until the last clone is dropped.
#[derive(Clone)]
pub(crate) struct Disk(Arc<Mount>);

struct Mount(TempDir);

impl Disk {
    pub(crate) fn of_megabytes(size: u64) -> Disk {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={}k,mode=1777", size * 1_000_000 / 1_024);
        let place = folder.path().to_str().unwrap().to_owned();
        let mounted = as_root(&["mount", "-t", "tmpfs", "-o", &options, "muster-test", &place]);
        assert!(mounted, "this test mounts a small tmpfs: run it as root, or let sudo work without a password");
        Disk(Arc::new(Mount(folder)))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.0.path()
    }

    fn filler(&self) -> PathBuf {
        self.path().join("somebody else's")
    }

    pub(crate) fn free(&self) -> u64 {
        let disk = rustix::fs::statvfs(self.path()).unwrap();
        disk.f_bavail * disk.f_frsize
    }

    /// Somebody else takes all but so much.
    pub(crate) fn leave(&self, bytes: u64) {
        let mut file = OpenOptions::new().create(true).append(true).open(self.filler()).unwrap();
        while let taken @ 1.. = self.free().saturating_sub(bytes).min(1 << 20) {
            let block = vec![1; usize::try_from(taken).unwrap()];
            match file.write_all(&block) {
                Err(error) if error.kind() == ErrorKind::StorageFull => return,
                written => written.unwrap(),
            }
        }
    }

    /// What [`Disk::leave`] took is free again.
    pub(crate) fn clear(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: a process that a failed test has left behind may still have a file open.
        let unmounted = as_root(&["umount", "-l", self.0.path().to_str().unwrap()]);
        if !unmounted && !std::thread::panicking() {
            panic!("{} is still mounted", self.0.path().display());
        }
    }
}

/// As who we are, or by sudo.
fn as_root(command: &[&str]) -> bool {
    let runs = |command: &[&str]| {
        let mut process = Command::new(command[0]);
        let status = process.args(&command[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    runs(command) || runs(&[&["sudo", "-n"], command].concat())
}
