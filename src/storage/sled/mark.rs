//! The mark: a small file in the store's folder that says how far the store has come.
//!
//! sled opens a log that was cut off without a word and shows what is left, which may be nothing. So
//! each commit carries a number, and the mark holds one that is known to be on the medium. A store
//! whose own number is smaller than its mark's has lost what it had acknowledged.
//!
//! The mark is written only after the log was synced: when the power fails it may be behind the log,
//! never ahead of it.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const FIRST_LINE: &str = "muster store, do not edit";
/// How long a number may wait for the next sync of the log.
const PAUSE: Duration = Duration::from_millis(200);

/// Where the mark of a store lies.
pub(super) fn path_in(folder: &Path) -> PathBuf {
    folder.join("muster.mark")
}

/// Whether the folder is empty, but for the mark of a store whose making was broken off.
pub(super) fn is_to_be_made(folder: &Path) -> io::Result<bool> {
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        if file.path() != path_in(folder) || file.metadata()?.len() > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes the mark of a new store, at zero, for good: also the folder's entry is synced.
pub(super) fn create(folder: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path_in(folder))?;
    // Two processes may make one store at once: the second must not set back what the first wrote.
    file.lock()?;
    if file.metadata()?.len() > 0 {
        return Ok(());
    }
    file.write_all(text(0).as_bytes())?;
    file.sync_all()?;
    File::open(folder)?.sync_all()
}

/// The number in the mark; `None` when the file is not a mark.
pub(super) fn read(folder: &Path) -> io::Result<Option<u64>> {
    let mut content = Vec::new();
    File::open(path_in(folder))?.take(200).read_to_end(&mut content)?;
    let content = String::from_utf8_lossy(&content);
    let Some((FIRST_LINE, number)) = content.split_once('\n') else { return Ok(None) };
    Ok(number.trim_end().parse().ok())
}

fn text(number: u64) -> String {
    format!("{FIRST_LINE}\n{number:020}\n")
}

/// Keeps the mark of an open store up to date, on a thread of its own.
pub(super) struct Mark {
    reached: Arc<AtomicU64>,
    wake: Option<mpsc::SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    files: Files,
}

impl Mark {
    /// For the store in this folder, which has reached this number.
    pub(super) fn start(folder: &Path, reached: u64) -> io::Result<Mark> {
        let files = Files::open(folder)?;
        files.write(reached)?;
        let reached = Arc::new(AtomicU64::new(reached));
        let (wake, woken) = mpsc::sync_channel(1);
        let (work, number) = (files.try_clone()?, reached.clone());
        let thread = std::thread::Builder::new().name("store mark".into()).spawn(move || {
            while woken.recv().is_ok() {
                gather(&woken);
                if let Err(error) = work.write(number.load(Ordering::Acquire)) {
                    tracing::warn!(%error, "the store's mark could not be written");
                }
            }
        })?;
        Ok(Mark { reached, wake: Some(wake), thread: Some(thread), files })
    }

    /// The log holds everything up to this number (in the system's hands, not yet synced).
    pub(super) fn reach(&self, number: u64) {
        self.reached.fetch_max(number, Ordering::AcqRel);
        if let Some(wake) = &self.wake {
            // Full means that the thread is about to look anyway.
            let _ = wake.try_send(());
        }
    }

    /// Syncs the log and writes the mark now.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.files.write(self.reached.load(Ordering::Acquire))
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.wake = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        if let Err(error) = self.sync() {
            tracing::warn!(%error, "the store's mark could not be written");
        }
    }
}

/// Waits, so that one sync serves many writes; not when the store closes.
fn gather(woken: &mpsc::Receiver<()>) {
    let end = Instant::now() + PAUSE;
    while woken.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {}
}

/// The log and the mark. The log is opened once more only to sync it; sled's lock is not touched.
struct Files {
    log: File,
    mark: File,
}

impl Files {
    fn open(folder: &Path) -> io::Result<Files> {
        let log = File::open(folder.join("db"))?;
        let mark = OpenOptions::new().write(true).open(path_in(folder))?;
        Ok(Files { log, mark })
    }

    fn try_clone(&self) -> io::Result<Files> {
        Ok(Files { log: self.log.try_clone()?, mark: self.mark.try_clone()? })
    }

    fn write(&self, number: u64) -> io::Result<()> {
        self.log.sync_all()?;
        self.mark.write_all_at(text(number).as_bytes(), 0)
    }
}
