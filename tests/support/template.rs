//! Folders that take long to make: made once for what they are made from, kept below `target/tmp`, and
//! copied for each test.

use super::held::{command, finish};
use std::fs::{File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Those that nobody has used for so long are removed.
const KEPT: Duration = Duration::from_hours(48);

/// A folder that is there for as long as this is.
pub struct Template {
    folder: PathBuf,
    as_root: bool,
    _used: File,
}

impl Template {
    /// The folder that was made from `source`. Where there is none yet, `make` fills an empty one; others
    /// that want the same wait.
    pub fn of(kind: &str, source: &str, as_root: bool, make: impl FnOnce(&Path)) -> Template {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("directories");
        std::fs::create_dir_all(&all).unwrap();
        let mut hasher = DefaultHasher::new();
        source.hash(&mut hasher);
        let name = format!("{kind}-{:016x}", hasher.finish());
        let (folder, lock) = (all.join(&name), lock_file(&all, &name));
        lock.lock().unwrap();
        if !folder.exists() {
            remove_old(&all, as_root);
            let new = all.join(format!("{name}.new"));
            finish(command("rm", as_root).arg("-rf").arg(&new));
            std::fs::create_dir(&new).unwrap();
            make(&new);
            std::fs::rename(&new, &folder).unwrap();
        }
        lock.set_modified(std::time::SystemTime::now()).unwrap();
        lock.unlock().unwrap();
        lock.lock_shared().unwrap();
        Template { folder, as_root, _used: lock }
    }

    /// Copies what is in it.
    pub fn copy_to(&self, folder: &Path) {
        let everything = self.folder.join(".");
        finish(command("cp", self.as_root).args(["-r", "--preserve=mode"]).arg(everything).arg(folder));
    }
}

fn lock_file(all: &Path, name: &str) -> File {
    File::options().create(true).truncate(false).write(true).open(all.join(format!("{name}.lock"))).unwrap()
}

fn remove_old(all: &Path, as_root: bool) {
    for entry in std::fs::read_dir(all).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".lock") else { continue };
        let lock = lock_file(all, name);
        let is_old = || lock.metadata().unwrap().modified().unwrap().elapsed().is_ok_and(|age| age > KEPT);
        if is_old() && !matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            finish(command("rm", as_root).arg("-rf").arg(all.join(name)));
        }
    }
}
