//! The key in a file, mode 0600, and beside it, while it is being changed, the next one: the store says which of the
//! two is right, so that a kill at any moment leaves one that opens everything.

use super::{KeyError, SecretKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The file of a data folder.
#[derive(Debug, Clone)]
pub struct KeyFile(PathBuf);

impl KeyFile {
    /// Of this data folder.
    pub fn in_folder(folder: &Path) -> KeyFile {
        KeyFile(folder.join("secret.key"))
    }

    /// Where it is, or should be.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the next key is while it is being changed.
    pub fn next_path(&self) -> PathBuf {
        self.0.with_extension("key.new")
    }

    /// The key, if there is one.
    pub fn read(&self) -> Result<Option<SecretKey>, KeyError> {
        read(&self.0)
    }

    /// The next key of a change that was broken off. One that is not whole was never used.
    pub fn read_next(&self) -> Option<SecretKey> {
        read(&self.next_path()).ok().flatten()
    }

    /// A new key in a new file.
    pub fn make(&self) -> Result<SecretKey, KeyError> {
        let key = SecretKey::random();
        write(&self.0, &key, true)?;
        Ok(key)
    }

    /// Puts the next key beside the one that still counts. On the medium when this returns.
    pub fn write_next(&self, key: &SecretKey) -> Result<(), KeyError> {
        write(&self.next_path(), key, false)
    }

    /// The next key takes the place of the one before.
    pub fn promote(&self) -> Result<(), KeyError> {
        let failed = |error: std::io::Error| unwritable(&self.0, &error);
        std::fs::rename(self.next_path(), &self.0).map_err(failed)?;
        sync_folder(&self.0).map_err(failed)
    }

    /// Takes back what [`KeyFile::write_next`] did. Only for a key that sealed nothing.
    pub fn forget_next(&self) {
        let _ = std::fs::remove_file(self.next_path());
    }
}

fn read(path: &Path) -> Result<Option<SecretKey>, KeyError> {
    let unreadable = |error: std::io::Error| KeyError(format!("{} cannot be read: {error}.", path.display()));
    let mut file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(unreadable)?,
    };
    let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyError(format!(
            "{path} can be read or changed by others than its owner (mode {mode:03o}). Take that from them with: chmod 600 {path}",
            path = path.display()
        )));
    }
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).map_err(unreadable)?;
    SecretKey::from_base64(&text).map(Some).map_err(|_| {
        KeyError(format!("{} does not hold 32 bytes in base64. Bring back the right key file.", path.display()))
    })
}

fn write(path: &Path, key: &SecretKey, must_be_new: bool) -> Result<(), KeyError> {
    let text = Zeroizing::new(STANDARD.encode(key.0.as_slice()));
    let written = || {
        if !must_be_new && path.exists() {
            std::fs::remove_file(path)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        sync_folder(path)
    };
    written().map_err(|error| unwritable(path, &error))
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

fn unwritable(path: &Path, error: &std::io::Error) -> KeyError {
    KeyError(format!("{} cannot be written: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn file() -> (tempfile::TempDir, KeyFile) {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::in_folder(folder.path());
        (folder, file)
    }

    #[test]
    fn the_key_file_is_made_once_and_only_its_owner_reads_it() {
        let (_folder, file) = file();
        assert!(file.read().unwrap().is_none());
        let made = file.make().unwrap();
        assert_eq!(file.read().unwrap().unwrap().fingerprint(), made.fingerprint());
        assert_eq!(std::fs::metadata(file.path()).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(file.make().is_err(), "a key was written over");
    }

    #[test]
    fn the_next_key_counts_only_once_it_took_the_place() {
        let (_folder, file) = file();
        let (made, next) = (file.make().unwrap(), SecretKey::random());
        file.write_next(&SecretKey::random()).unwrap();
        file.write_next(&next).unwrap();
        assert_eq!(file.read().unwrap().unwrap().fingerprint(), made.fingerprint());
        assert_eq!(file.read_next().unwrap().fingerprint(), next.fingerprint());
        file.promote().unwrap();
        assert_eq!(file.read().unwrap().unwrap().fingerprint(), next.fingerprint());
        assert!(file.read_next().is_none());
        std::fs::write(file.next_path(), "half").unwrap();
        assert!(file.read_next().is_none(), "half a key was taken");
    }

    #[test]
    fn a_key_file_that_others_may_read_is_refused_with_what_to_do() {
        let (_folder, file) = file();
        file.make().unwrap();
        for mode in [0o640, 0o604, 0o620] {
            std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(mode)).unwrap();
            let error = file.read().unwrap_err().to_string();
            assert!(error.contains("chmod 600") && error.contains(&format!("{mode:03o}")), "{error}");
        }
    }
}
