//! File → store. It is read twice: everything is verified before anything is written, and again on the
//! way, since it may have changed in between.

use super::line::{END, FORMAT, Head, VERSION, last};
use super::{BackupError, Contents};
use crate::storage::Store;
use crate::storage::backup::Record;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

/// Longer lines are not ours.
const LONGEST: u64 = 256 << 20;
/// Records on their way.
const WAITING: usize = 8;

/// A file that was found to be a whole backup.
pub struct Backup {
    path: PathBuf,
    file: File,
    contents: Contents,
}

impl Backup {
    /// Reads all of it and refuses whatever is not a whole backup of this version or an earlier one.
    pub async fn open(path: &Path) -> Result<Backup, BackupError> {
        let path = path.to_owned();
        let work = move || {
            let unreadable = |error| unreadable(&path, &error);
            let file = File::open(&path).map_err(unreadable)?;
            if !file.metadata().map_err(unreadable)?.is_file() {
                return Err(BackupError(format!("{} is not a file. Name the file of a backup.", path.display())));
            }
            let contents = verify(&path, &file)?;
            Ok(Backup { path, file, contents })
        };
        spawn_blocking(work).await.map_err(stopped)?
    }

    /// What is in it.
    pub fn contents(&self) -> Contents {
        self.contents
    }
}

/// Restores a backup into an empty store: all of it or nothing.
pub async fn restore(backup: Backup, store: &Store) -> Result<Contents, BackupError> {
    let (to, records) = mpsc::channel(WAITING);
    let reading = spawn_blocking(move || send(&backup, &to));
    let outcome = store.restore(records).await;
    let read = reading.await.map_err(stopped)?;
    match (outcome, read) {
        // What the store says follows from a file that could not be read to its end.
        (_, Some(Err(error))) => Err(error),
        (Err(error), _) => Err(error.into()),
        (Ok(()), Some(Ok(contents))) => Ok(contents),
        (Ok(()), None) => Err(BackupError("The store did not take the whole backup. Look at the log.".into())),
    }
}

/// Sends every record, and the end once the whole file was found in order again. `None`: the store took no more.
fn send(backup: &Backup, to: &mpsc::Sender<Record>) -> Option<Result<Contents, BackupError>> {
    let mut taken = true;
    let read = read(&backup.path, &backup.file, |record| {
        taken = to.blocking_send(record).is_ok();
        taken
    });
    if !taken || (read.is_ok() && to.blocking_send(Record::End).is_err()) {
        return None;
    }
    Some(read)
}

fn verify(path: &Path, file: &File) -> Result<Contents, BackupError> {
    read(path, file, |_| true)
}

fn read(path: &Path, mut file: &File, each: impl FnMut(Record) -> bool) -> Result<Contents, BackupError> {
    file.rewind().map_err(|error| unreadable(path, &error))?;
    read_lines(&mut BufReader::new(file), each).map_err(|wrong| match wrong {
        Wrong::Io(error) => unreadable(path, &error),
        Wrong::Content(sentence) => BackupError(format!("{} {sentence} Nothing was changed.", path.display())),
    })
}

/// What is wrong with a file; a content's sentence goes on from the file's name.
pub(super) enum Wrong {
    Io(std::io::Error),
    Content(String),
}

/// Gives every record to `each` until that says no.
pub(super) fn read_lines(from: &mut impl BufRead, mut each: impl FnMut(Record) -> bool) -> Result<Contents, Wrong> {
    let mut digest = Sha256::new();
    let mut contents = Contents::default();
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        next(from, &mut bytes).map_err(Wrong::Io)?;
        if number == 1 {
            first(&bytes)?;
        } else if bytes.starts_with(END) {
            if last(contents, &digest).ok().as_ref() != Some(&bytes) {
                return Err(altered("what it holds is not what its last line says"));
            }
            if next(from, &mut bytes).map_err(Wrong::Io)? > 0 {
                return Err(altered("something follows its end"));
            }
            break;
        } else if !bytes.ends_with(b"\n") {
            return Err(cut(number));
        } else {
            let record = serde_json::from_slice(&bytes);
            // Without what the parser says: it may quote a value.
            let record = record.map_err(|_| altered(&format!("its line {number} cannot be read")))?;
            contents.count(&record);
            if !each(record) {
                break;
            }
        }
        digest.update(&bytes);
    }
    Ok(contents)
}

fn next(from: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<usize> {
    line.clear();
    from.by_ref().take(LONGEST).read_until(b'\n', line)
}

fn first(line: &[u8]) -> Result<(), Wrong> {
    let head = serde_json::from_slice::<Head>(line).ok().filter(|head| head.format == FORMAT);
    match head.map(|head| head.version) {
        None => Err(Wrong::Content("is not a backup of Muster. Name a file that `muster backup` wrote.".into())),
        Some(version) if version > VERSION => Err(Wrong::Content(format!(
            "was written by a newer Muster (version {version} of the format). Restore it with that one or a later one."
        ))),
        Some(0) => Err(altered("its first line cannot be read")),
        Some(_) if !line.ends_with(b"\n") => Err(cut(1)),
        Some(_) => Ok(()),
    }
}

fn cut(line: u64) -> Wrong {
    Wrong::Content(format!("is cut off at line {line}. Copy it again from where it came from, or take an older one."))
}

fn altered(what: &str) -> Wrong {
    Wrong::Content(format!("is damaged: {what}. Copy it again from where it came from, or take an older one."))
}

fn unreadable(path: &Path, error: &std::io::Error) -> BackupError {
    BackupError(format!("{} cannot be read: {error}.", path.display()))
}

#[allow(clippy::needless_pass_by_value)]
fn stopped(_: tokio::task::JoinError) -> BackupError {
    BackupError("Reading the backup was broken off.".into())
}

#[cfg(test)]
mod tests;
