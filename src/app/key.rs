//! Which secret key a store needs, whether it is at hand, and how another takes its place.
//!
//! A change puts the next key beside the one that counts, seals everything anew in one commit together with the
//! fingerprint, and then renames. Whoever comes after a kill goes by the fingerprint: one of the two files is right.

mod unfinished;

use super::make_folder;
use crate::activity::ActivityLog;
use crate::commands::CommandError;
use crate::config::StateConfig;
use crate::control;
use crate::model::{Action, Actor, Deed, Reseal, SealedSecret, Timestamp};
use crate::secrets::{KeyError, KeyFile, SecretKey};
use crate::storage::{Keyed, Storage, Store};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

impl From<KeyError> for CommandError {
    fn from(error: KeyError) -> Self {
        CommandError(error.0)
    }
}

/// What a change of the key did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct KeyChanged {
    pub secrets: u64,
    pub fingerprint: String,
    /// Where the key is now; `None`: where `MUSTER_SECRET_KEY` is set, and the caller has to.
    pub file: Option<String>,
}

/// Where the key comes from.
pub(super) enum Origin {
    Environment(SecretKey),
    File(KeyFile),
}

impl Origin {
    pub(super) fn of(state: &StateConfig) -> Result<Origin, CommandError> {
        Ok(match &state.secret_key {
            Some(key) => Origin::Environment(SecretKey::from_base64(key.expose_secret())?),
            None => Origin::File(KeyFile::in_folder(&state.data)),
        })
    }

    fn place(&self) -> String {
        match self {
            Origin::Environment(_) => "MUSTER_SECRET_KEY".into(),
            Origin::File(file) => file.path().display().to_string(),
        }
    }
}

/// The key of this store, whose fingerprint it keeps from now on. A key is made only for a store with nothing in it,
/// or nothing that another one sealed.
pub(super) async fn find(state: &StateConfig, store: &Store) -> Result<SecretKey, CommandError> {
    let origin = Origin::of(state)?;
    let known = store.keyed().await?;
    let (key, replaced) = match &origin {
        Origin::Environment(key) if fits(key, &known) => (key.clone(), None),
        Origin::Environment(key) => return Err(refusal(&origin, Some(key), &known)),
        Origin::File(file) => in_file(&origin, file, &known)?,
    };
    if known.fingerprint.as_ref() != Some(&key.fingerprint()) && !store.agree_on_key(&key.fingerprint()).await? {
        return Err(CommandError(OTHER_PANEL.into()));
    }
    // A store with nothing in it takes any key.
    let of_nothing = known.fingerprint.filter(|old| known.is_empty && *old != key.fingerprint());
    let old = unfinished::old_key(state, &key).or(replaced).or(of_nothing);
    // Broken off before its record, without which nothing would hold the records of before. Where no change is known of,
    // nothing is recorded: it would vouch for a log that somebody put there under a key of their own.
    let Some(old) = old else {
        unfinished::end(state);
        return Ok(key);
    };
    if is_last_sealed_with(store, &old).await? {
        record(store, &key, format!("finished after it had been broken off; the key before was {old}")).await;
    }
    end_where_recorded(state, store, &old).await?;
    Ok(key)
}

/// Where the record could not be written, the next start tries again.
async fn end_where_recorded(state: &StateConfig, store: &Store, old: &str) -> Result<(), CommandError> {
    if !is_last_sealed_with(store, old).await? {
        unfinished::end(state);
    }
    Ok(())
}

/// Whether the end of the activity log was sealed with the key of this fingerprint.
async fn is_last_sealed_with(store: &Store, fingerprint: &str) -> Result<bool, CommandError> {
    let head = store.activity_head().await?;
    let last = store.activity_from(head.number, 1).await?.pop().and_then(|(_, activity)| activity);
    Ok(last.is_some_and(|activity| activity.key == fingerprint))
}

/// Whether records of the activity log were sealed with a key.
async fn has_sealed(store: &Store, key: &SecretKey) -> Result<bool, CommandError> {
    let mut next = 0;
    loop {
        let part = store.activity_from(next, 1_000).await?;
        let Some((last, _)) = part.last() else { return Ok(false) };
        next = last + 1;
        if part.iter().flat_map(|(_, activity)| activity).any(|activity| activity.key == key.fingerprint()) {
            return Ok(true);
        }
    }
}

const OTHER_PANEL: &str = "Another panel on this store has another secret key. Give all of them the same MUSTER_SECRET_KEY: what is in secret.key in the data folder of the first.";

/// The key, and the fingerprint of the one whose place it took just now.
fn in_file(origin: &Origin, file: &KeyFile, known: &Keyed) -> Result<(SecretKey, Option<String>), CommandError> {
    let present = file.read()?;
    if let Some(key) = present.as_ref().filter(|key| fits(key, known)) {
        return Ok((key.clone(), None));
    }
    // A change of the key was broken off after the store had taken it.
    if let Some(next) = file.read_next().filter(|next| known.fingerprint == Some(next.fingerprint())) {
        file.promote()?;
        tracing::info!("finished a change of the secret key that had been broken off");
        return Ok((next, present.map(|old| old.fingerprint())));
    }
    let nothing_to_lose = known.is_empty || (known.fingerprint.is_none() && known.secrets.is_empty());
    match present {
        None if nothing_to_lose => Ok((file.make()?, None)),
        other => Err(refusal(origin, other.as_ref(), known)),
    }
}

/// Whether it is the key that sealed what is in the store, as far as can be told: by the fingerprint, or, where an
/// older version kept none or that of whoever came last, by the secrets that it opens.
fn fits(key: &SecretKey, known: &Keyed) -> bool {
    let opens = |(place, secret): &(String, SealedSecret)| key.open(place, secret).is_ok();
    match &known.fingerprint {
        // One secret that a third key opens makes it no key for the others.
        Some(fingerprint) => {
            let opens_all = !known.secrets.is_empty() && known.secrets.iter().all(opens);
            *fingerprint == key.fingerprint() || known.is_empty || opens_all
        }
        None => known.secrets.is_empty() || known.secrets.iter().any(opens),
    }
}

fn refusal(origin: &Origin, present: Option<&SecretKey>, known: &Keyed) -> CommandError {
    let place = origin.place();
    let expected = match &known.fingerprint {
        Some(fingerprint) => format!("needs the secret key with the fingerprint {fingerprint}"),
        None => "holds secrets that another secret key sealed".into(),
    };
    let found = match present {
        Some(key) => format!("{place} holds another secret key (fingerprint {})", key.fingerprint()),
        None => format!("{place} is not there"),
    };
    CommandError(format!(
        "The store {expected}, and {found}. Put the right key there, or set MUSTER_SECRET_KEY to it; nothing was changed. If that key is lost for good, `muster key forget` says what goes with it."
    ))
}

/// Seals everything in the store with another key: the given one, or a new one. The caller has the data folder to
/// itself.
pub(super) async fn rotate(
    state: &StateConfig,
    store: &Store,
    old: &SecretKey,
    new: Option<SecretString>,
) -> Result<KeyChanged, CommandError> {
    let origin = Origin::of(state)?;
    let new = match (&origin, new) {
        (_, Some(new)) => SecretKey::from_base64(new.expose_secret()).map_err(|_| CommandError(NOT_A_KEY.into()))?,
        (Origin::File(_), None) => SecretKey::random(),
        (Origin::Environment(_), None) => return Err(CommandError(NAME_ONE.into())),
    };
    if new.fingerprint() == old.fingerprint() {
        return Err(CommandError("That is the key that the store has already. Nothing was changed.".into()));
    }
    if has_sealed(store, &new).await? {
        return Err(CommandError(WAS_USED.into()));
    }
    let sealing = (old.clone(), new.clone());
    let reseal: Reseal = Arc::new(move |place, secret| match sealing.0.open(place, secret) {
        Ok(opened) => sealing.1.seal(place, &opened),
        // It was of no use before either.
        Err(_) => secret.clone(),
    });
    unfinished::begin(state, old, &new)?;
    let changed = change(&origin, &**store, Some(old.fingerprint()), &new, reseal).await?;
    record(store, &new, format!("{} secrets sealed anew", changed.secrets)).await;
    end_where_recorded(state, store, &old.fingerprint()).await?;
    Ok(changed)
}

/// Sealed with the new key, which holds what the old one sealed.
async fn record(store: &Store, key: &SecretKey, how: String) {
    let deed = Deed::new(Timestamp::now_utc(), Actor::Command, Action::KeyRotated).because(how);
    ActivityLog::new(store.clone(), key).record(deed).await;
}

const NOT_A_KEY: &str =
    "The new key must be 32 bytes in base64; make one with: openssl rand -base64 32. Nothing was changed.";
const WAS_USED: &str = "That key was this store's before: records of the activity log are sealed with it, and could not be told from forged ones any more. Take a new one: openssl rand -base64 32. Nothing was changed.";
const NAME_ONE: &str = "The key is set by MUSTER_SECRET_KEY, which this command cannot change. Make a new one with: openssl rand -base64 32, and name the file that holds it with --new-key-file (or - for standard input).";
const OTHERS: &str = "Other panels use this store. Stop all but this one, change the key, give the others the new one, and start them again. Nothing was changed.";

/// Refuses what [`rotate`] would refuse after everything was stopped for it.
pub(super) async fn require_alone(store: &dyn Storage) -> Result<(), CommandError> {
    if store.is_alone().await? { Ok(()) } else { Err(CommandError(OTHERS.into())) }
}

async fn change(
    origin: &Origin,
    store: &dyn Storage,
    expected: Option<String>,
    new: &SecretKey,
    reseal: Reseal,
) -> Result<KeyChanged, CommandError> {
    let file = match origin {
        Origin::File(file) => Some(file),
        Origin::Environment(_) => None,
    };
    let lacks_it = |file: &&KeyFile| !matches!(file.read(), Ok(Some(key)) if key.fingerprint() == new.fingerprint());
    let to_write = file.filter(lacks_it);
    if let Some(file) = to_write {
        require_alone(store).await?;
        file.write_next(new)?;
    }
    // Where this fails the next key stays: the store may have taken it all the same, and says so at the next start.
    let Some(secrets) = store.reseal(expected.as_deref(), &new.fingerprint(), reseal).await? else {
        to_write.inspect(|file| file.forget_next());
        return Err(CommandError(OTHERS.into()));
    };
    store.flush().await?;
    if let Some(file) = to_write {
        file.promote()?;
    }
    let file = file.map(|file| file.path().display().to_string());
    Ok(KeyChanged { secrets, fingerprint: new.fingerprint(), file })
}

/// `muster key rotate` where no panel runs.
pub async fn rotate_here(state: &StateConfig, new: Option<SecretString>) -> Result<KeyChanged, CommandError> {
    make_folder(state)?;
    let _folder = control::lock_folder(&state.control_socket()).map_err(|error| CommandError(error.to_string()))?;
    let store = super::store(state).await?;
    let old = find(state, &store).await?;
    rotate(state, &store, &old, new).await
}

/// What `muster key forget` would drop, and once `really` is said drops: every secret that the key at hand does not
/// open. Answers how many.
pub async fn forget(state: &StateConfig, really: bool) -> Result<u64, CommandError> {
    make_folder(state)?;
    let _folder = control::lock_folder(&state.control_socket()).map_err(|error| CommandError(error.to_string()))?;
    let store = super::store(state).await?;
    let (origin, known) = (Origin::of(state)?, store.keyed().await?);
    let present = match &origin {
        Origin::Environment(key) => Some(key.clone()),
        // A change of the key that was broken off after the store had taken it is finished, as at any start.
        Origin::File(file) => match file.read_next().filter(|next| known.fingerprint == Some(next.fingerprint())) {
            Some(next) => {
                file.promote()?;
                Some(next)
            }
            None => file.read()?.or_else(|| file.read_next()),
        },
    };
    let opens =
        |(place, secret): &(String, SealedSecret)| present.as_ref().is_some_and(|key| key.open(place, secret).is_ok());
    let lost = known.secrets.iter().filter(|secret| !opens(secret)).count() as u64;
    let is_right = present.as_ref().is_some_and(|key| known.fingerprint == Some(key.fingerprint()));
    if is_right && lost == 0 {
        return Err(CommandError("The key of this store is there. There is nothing to forget.".into()));
    }
    if really {
        let key = match present {
            Some(key) => key,
            None => SecretKey::random(),
        };
        let opening = key.clone();
        let reseal: Reseal = Arc::new(move |place, secret| match opening.open(place, secret) {
            Ok(_) => secret.clone(),
            Err(_) => SealedSecret(String::new()),
        });
        change(&origin, &*store, known.fingerprint, &key, reseal).await?;
        record(&store, &key, format!("the old one is lost, and {lost} secrets with it")).await;
    }
    Ok(lost)
}
