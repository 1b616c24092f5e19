//! What a change of the key leaves behind until its record is in the activity log: the fingerprint of the old key, sealed
//! with the new one. So whoever can write the store, or the data folder, and has no key cannot make a log under a key of
//! their own pass for the one of before: only a change that this panel began is finished.

use crate::config::StateConfig;
use crate::model::SealedSecret;
use crate::secrets::{KeyError, SecretKey};
use secrecy::ExposeSecret;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

const PLACE: &str = "change of the key";

fn path(state: &StateConfig) -> PathBuf {
    state.data.join("secret.key.change")
}

/// Notes what is about to be done. On the medium when this returns.
pub(super) fn begin(state: &StateConfig, old: &SecretKey, new: &SecretKey) -> Result<(), KeyError> {
    let (path, note) = (path(state), new.seal(PLACE, &old.fingerprint().into()));
    let written = || {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
        file.write_all(note.0.as_bytes())?;
        file.sync_all()?;
        File::open(&state.data)?.sync_all()
    };
    written().map_err(|error| KeyError(format!("{} cannot be written: {error}. Nothing was changed.", path.display())))
}

/// The fingerprint of the key whose place this one took, or was about to take.
pub(super) fn old_key(state: &StateConfig, key: &SecretKey) -> Option<String> {
    let note = std::fs::read_to_string(path(state)).ok()?;
    let old = key.open(PLACE, &SealedSecret(note)).ok()?;
    Some(old.expose_secret().to_owned())
}

/// The change is recorded, or never took place.
pub(super) fn end(state: &StateConfig) {
    let _ = std::fs::remove_file(path(state));
}
