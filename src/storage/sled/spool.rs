//! A backup on its way: a file without a name in the store's folder, so that whoever takes the records
//! slowly keeps nobody from writing.

use super::space;
use crate::storage::backup::Record;
use crate::storage::{Result, StorageError};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc::Sender;

/// What stays free on the store's disk: a backup must not take the room that the store itself needs.
const ROOM: u64 = 32_000_000;
/// How many bytes may be written until the room is looked at again.
const STEP: u64 = 4_000_000;

/// Records, a line of JSON each.
pub(super) struct Spool {
    file: BufWriter<File>,
    folder: PathBuf,
    unchecked: u64,
}

impl Spool {
    /// An empty one. It has no name any more, so that nothing of it stays, however this process ends.
    pub(super) fn new(folder: &Path) -> Result<Spool> {
        let path = folder.join(format!("spool.{}", uuid::Uuid::now_v7().simple()));
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path);
        let file = file.map_err(|error| failed(&error))?;
        std::fs::remove_file(&path).map_err(|error| failed(&error))?;
        Ok(Spool { file: BufWriter::new(file), folder: folder.to_owned(), unchecked: STEP })
    }

    /// Adds a record.
    pub(super) fn put(&mut self, record: &Record) -> Result<()> {
        let mut line =
            serde_json::to_vec(record).map_err(|_| StorageError::Failed("a record cannot be written".into()))?;
        line.push(b'\n');
        self.unchecked += line.len() as u64;
        if self.unchecked >= STEP {
            self.unchecked = 0;
            self.require_room()?;
        }
        self.file.write_all(&line).map_err(|error| failed(&error))
    }

    fn require_room(&self) -> Result<()> {
        let free = space::free(&self.folder).map_err(|error| failed(&error))?;
        if free >= ROOM {
            return Ok(());
        }
        Err(StorageError::Failed(format!(
            "only {} MB are free where the store lies, and a backup is put together there. Free some room and try again",
            free / 1_000_000
        )))
    }

    /// Sends everything that was put in, and the end.
    pub(super) fn send(self, to: &Sender<Record>) -> Result<()> {
        let mut file = self.file.into_inner().map_err(|error| failed(error.error()))?;
        file.rewind().map_err(|error| failed(&error))?;
        for line in BufReader::new(file).lines() {
            let line = line.map_err(|error| failed(&error))?;
            let record =
                serde_json::from_str(&line).map_err(|_| StorageError::Failed("a record cannot be read back".into()))?;
            send(to, record)?;
        }
        send(to, Record::End)
    }
}

fn send(to: &Sender<Record>, record: Record) -> Result<()> {
    to.blocking_send(record).map_err(|_| StorageError::Failed("nobody takes the backup any more".into()))
}

fn failed(error: &std::io::Error) -> StorageError {
    StorageError::Failed(format!("the disk answered: {error}"))
}
