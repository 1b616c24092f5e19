//! The socket through which commands reach a running panel, because the embedded store has one
//! owner. One JSON line each way: `{"command":"check"}` → `{"ok":…}` or `{"error":"…"}`. After the
//! answer to `backup` comes the backup; one that lacks its last line was broken off.

use crate::backup::{self, Outgoing};
use crate::commands::{CommandError, Commands};
use crate::model::Action;
use crate::storage::StorageError;
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::TryLockError;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use time::OffsetDateTime;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::unix::OwnedWriteHalf;
use tokio::net::{UnixListener, UnixStream};

/// Longer requests are not ours.
const MAX_REQUEST: u64 = 64 * 1024;

/// What may be asked. The password travels over the owner's own socket only.
#[derive(Deserialize)]
#[serde(tag = "command", rename_all = "lowercase")]
enum Request {
    Check { directory: Option<String> },
    Import { directory: Option<String>, dry_run: bool },
    Owner { email: String, password: SecretString },
    Backup,
    Audit,
}

/// The listening socket; its file goes when this is dropped.
pub struct ControlSocket {
    path: PathBuf,
    task: tokio::task::JoinHandle<()>,
    /// The folder, locked for as long as this panel has it.
    _folder: std::fs::File,
}

impl ControlSocket {
    /// Listens at `path`, mode 0600. A file left by a killed panel is replaced: the lock of the
    /// folder shows that no other panel has it. Panels that share a store have a folder each.
    pub fn listen(path: &Path, commands: Commands) -> std::io::Result<ControlSocket> {
        let folder = lock_folder(path)?;
        if path.exists() {
            std::fs::remove_file(path)?;
        }
        let listener = UnixListener::bind(path)?;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
        let task = tokio::spawn(async move {
            loop {
                match listener.accept().await {
                    Ok((stream, _)) => {
                        let commands = commands.clone();
                        tokio::spawn(async move {
                            if let Err(error) = answer(stream, &commands).await {
                                tracing::debug!(%error, "control connection ended");
                            }
                        });
                    }
                    Err(error) => {
                        tracing::warn!(%error, "control socket cannot accept");
                        tokio::time::sleep(Duration::from_millis(200)).await;
                    }
                }
            }
        });
        Ok(ControlSocket { path: path.to_owned(), task, _folder: folder })
    }
}

/// Keeps the folder of this socket from other processes. The error says whose it is.
pub(crate) fn lock_folder(path: &Path) -> std::io::Result<std::fs::File> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let file = std::fs::File::open(folder)?;
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => std::io::Error::new(
            ErrorKind::ResourceBusy,
            format!(
                "Another muster process uses this data folder ({}). Stop it first, or name another folder with MUSTER_DATA.",
                folder.display()
            ),
        ),
        TryLockError::Error(error) => error,
    })?;
    Ok(file)
}

impl Drop for ControlSocket {
    fn drop(&mut self) {
        self.task.abort();
        let _ = std::fs::remove_file(&self.path);
    }
}

async fn answer(stream: UnixStream, commands: &Commands) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = zeroize::Zeroizing::new(String::new());
    BufReader::new(read.take(MAX_REQUEST)).read_line(&mut line).await?;
    let mut backup = None;
    let reply = match serde_json::from_str(&line) {
        Ok(Request::Backup) => reply(backup::begin(&commands.store).await.map(|begun| backup = Some(begun))),
        Ok(Request::Check { directory }) => reply(commands.check(directory.as_deref()).await),
        Ok(Request::Import { directory, dry_run }) => reply(commands.import(directory.as_deref(), dry_run).await),
        Ok(Request::Audit) => reply(commands.verify_activity().await),
        Ok(Request::Owner { email, password }) => reply(commands.owner(&email, &password).await),
        Err(_) => {
            serde_json::json!({ "error": "The running panel does not know this command; it may be another version." })
        }
    };
    write.write_all(format!("{reply}\n").as_bytes()).await?;
    if let Some(backup) = backup
        && send(backup, &mut write).await
    {
        commands.record(Action::BackupMade, None).await;
    }
    Ok(())
}

/// Whether all of it was taken.
async fn send(backup: Outgoing, to: &mut OwnedWriteHalf) -> bool {
    let outcome = backup.write_to(to, OffsetDateTime::now_utc()).await;
    if let Err(error) = &outcome {
        tracing::warn!(%error, "a backup was broken off");
    }
    outcome.is_ok()
}

fn reply<T: Serialize, E: Into<CommandError>>(outcome: Result<T, E>) -> serde_json::Value {
    match outcome {
        Ok(value) => serde_json::json!({ "ok": value }),
        Err(error) => serde_json::json!({ "error": error.into().0 }),
    }
}

/// Whether a panel listens at `path`.
pub async fn is_heard(path: &Path) -> bool {
    UnixStream::connect(path).await.is_ok()
}

/// A line of the socket: it is a command or none, and what comes back says nothing of it.
#[cfg(any(test, fuzzing))]
pub(crate) fn fuzz_line(bytes: &[u8]) {
    let line = crate::fuzzing::text(bytes);
    if let Ok(Request::Check { directory } | Request::Import { directory, .. }) = serde_json::from_str(line) {
        assert!(directory.is_none_or(|name| name.len() <= line.len()));
    }
}

/// Asks the panel that listens at `path`. `None`: no panel runs there.
pub async fn ask<T: DeserializeOwned>(path: &Path, request: &impl Serialize) -> Result<Option<T>, CommandError> {
    Ok(converse(path, request).await?.map(|(answer, _)| answer))
}

/// Has the panel that listens at `path` write a backup. `false`: no panel runs there.
pub async fn backup(path: &Path, to: &mut tokio::fs::File) -> Result<bool, CommandError> {
    let request = serde_json::json!({ "command": "backup" });
    let Some(((), mut bytes)) = converse(path, &request).await? else { return Ok(false) };
    let copied = tokio::io::copy_buf(&mut bytes, to).await;
    copied.map_err(|error| CommandError(format!("The backup could not be written: {error}.")))?;
    Ok(true)
}

/// The answer, and what follows it.
async fn converse<T: DeserializeOwned>(
    path: &Path,
    request: &impl Serialize,
) -> Result<Option<(T, BufReader<UnixStream>)>, CommandError> {
    let Ok(mut stream) = UnixStream::connect(path).await else {
        return Ok(None);
    };
    let lost = |_| CommandError("The running panel did not answer. Look at its log.".into());
    // It may have a password in it. Room from the start: growing would leave copies behind.
    let mut line = zeroize::Zeroizing::new(Vec::with_capacity(8 * 1024));
    serde_json::to_writer(&mut *line, request)
        .map_err(|error| CommandError(format!("It could not be asked: {error}.")))?;
    line.push(b'\n');
    stream.write_all(&line).await.map_err(lost)?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await.map_err(lost)?;
    let mut reply: serde_json::Value = serde_json::from_str(&line)
        .map_err(|_| CommandError("The running panel did not answer. Look at its log.".into()))?;
    if let Some(error) = reply.get("error").and_then(serde_json::Value::as_str) {
        return Err(CommandError(error.to_owned()));
    }
    let answer = serde_json::from_value(reply["ok"].take())
        .map_err(|error| CommandError(StorageError::Failed(error.to_string()).to_string()))?;
    Ok(Some((answer, stream)))
}
