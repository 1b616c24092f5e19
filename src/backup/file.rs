//! The file on disk: there whole or not at all, and never in place of another.

use super::{Backup, BackupError, Contents};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File, OpenOptions};

/// Makes a file, mode 0600, from what `fill` writes. It has its name once it is on the medium and was found to be a
/// whole backup. A file that is there already is refused.
pub async fn save<E: From<BackupError>>(
    path: &Path,
    fill: impl AsyncFnOnce(&mut File) -> Result<(), E>,
) -> Result<Contents, E> {
    if fs::symlink_metadata(path).await.is_ok() {
        return Err(taken(path).into());
    }
    let unfinished = Unfinished::beside(path)?;
    let mut file = unfinished.create().await?;
    fill(&mut file).await?;
    file.sync_all().await.map_err(|error| failed(path, &error))?;
    // A file that cannot be restored is no backup: better to know today.
    let contents = Backup::open(&unfinished.0).await?.contents();
    unfinished.name(path).await?;
    Ok(contents)
}

/// A file that goes unless it gets its name.
struct Unfinished(PathBuf);

impl Unfinished {
    fn beside(path: &Path) -> Result<Unfinished, BackupError> {
        let name = path.file_name().ok_or_else(|| {
            BackupError(format!("{} is no name of a file. Name the file that is to be made.", path.display()))
        })?;
        let unique = uuid::Uuid::now_v7().simple();
        Ok(Unfinished(path.with_file_name(format!(".{}.{unique}.part", name.to_string_lossy()))))
    }

    async fn create(&self) -> Result<File, BackupError> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.0).await;
        file.map_err(|error| failed(&self.0, &error))
    }

    /// Two backups to one name may end at once: a link does not replace what is there.
    async fn name(self, path: &Path) -> Result<(), BackupError> {
        match fs::hard_link(&self.0, path).await {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(taken(path)),
            // Not every file system has links.
            Err(_) => fs::rename(&self.0, path).await.map_err(|error| failed(path, &error))?,
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let synced = async { File::open(folder).await?.sync_all().await };
        synced.await.map_err(|error| failed(path, &error))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn taken(path: &Path) -> BackupError {
    BackupError(format!("{} is there already, and was left as it is. Name another file.", path.display()))
}

fn failed(path: &Path, error: &std::io::Error) -> BackupError {
    BackupError(format!("{} cannot be written: {error}.", path.display()))
}
