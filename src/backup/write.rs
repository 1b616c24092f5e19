//! Store → file.

use super::{BackupError, Contents, line};
use crate::model::{ImportRun, RunState, Timestamp};
use crate::storage::backup::Record;
use crate::storage::{StorageError, Store};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncWrite, AsyncWriteExt, BufWriter};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Records on their way: a record of a report may hold half a megabyte.
const WAITING: usize = 8;

/// A backup whose first record is there: what the store can say against it, it has mostly said.
pub struct Outgoing {
    first: Option<Record>,
    records: mpsc::Receiver<Record>,
    source: JoinHandle<Result<(), StorageError>>,
}

/// Begins a backup of this store.
pub async fn begin(store: &Store) -> Result<Outgoing, BackupError> {
    let (to, mut records) = mpsc::channel(WAITING);
    let store = store.clone();
    let source = tokio::spawn(async move { store.backup(to).await });
    let first = records.recv().await;
    let outgoing = Outgoing { first, records, source };
    if outgoing.first.is_none() {
        outgoing.source().await?;
        return Err(BackupError(BROKEN_OFF.into()));
    }
    Ok(outgoing)
}

const BROKEN_OFF: &str = "The store broke the backup off. Look at the log and try again.";

impl Outgoing {
    /// Writes all of it. The last line is missing when anything failed.
    pub async fn write_to(mut self, to: impl AsyncWrite + Unpin, at: Timestamp) -> Result<(), BackupError> {
        let mut file = Lines { to: BufWriter::new(to), digest: Sha256::new(), contents: Contents::default() };
        file.add(&line::first(at).map_err(unwritable)?).await?;
        let mut next = self.first.take();
        while let Some(record) = next {
            if record == Record::End {
                file.end().await?;
                return self.source().await;
            }
            let record = closed(record, at);
            file.contents.count(&record);
            file.add(&line::line(&record).map_err(unwritable)?).await?;
            next = self.records.recv().await;
        }
        self.source().await?;
        Err(BackupError(BROKEN_OFF.into()))
    }

    async fn source(self) -> Result<(), BackupError> {
        let outcome = self.source.await;
        Ok(outcome.map_err(|_| BackupError(BROKEN_OFF.into()))??)
    }
}

/// An open import as it is where nobody works on it.
fn closed(record: Record, at: Timestamp) -> Record {
    match record {
        Record::Run { run, lines, next_line } if run.is_open() => {
            let run = ImportRun { state: RunState::Interrupted, finished_at: Some(at), ..*run };
            Record::Run { run: Box::new(run), lines, next_line }
        }
        other => other,
    }
}

struct Lines<W> {
    to: BufWriter<W>,
    digest: Sha256,
    contents: Contents,
}

impl<W: AsyncWrite + Unpin> Lines<W> {
    async fn add(&mut self, line: &[u8]) -> Result<(), BackupError> {
        self.digest.update(line);
        self.to.write_all(line).await.map_err(failed)
    }

    async fn end(&mut self) -> Result<(), BackupError> {
        let last = line::last(self.contents, &self.digest).map_err(unwritable)?;
        self.to.write_all(&last).await.map_err(failed)?;
        self.to.flush().await.map_err(failed)
    }
}

#[allow(clippy::needless_pass_by_value)]
fn failed(error: std::io::Error) -> BackupError {
    BackupError(format!("The backup could not be written: {error}."))
}

#[allow(clippy::needless_pass_by_value)]
fn unwritable(_: serde_json::Error) -> BackupError {
    // Without what it says: it may quote a value.
    BackupError("The backup could not be written: a record has no form as JSON.".into())
}
