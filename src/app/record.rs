//! What commands record that leave the store to themselves.

use super::key;
use crate::activity::ActivityLog;
use crate::config::StateConfig;
use crate::model::{Action, Actor, Deed};
use crate::storage::Store;
use time::OffsetDateTime;

/// Records what `muster backup` or `restore` did where no panel runs. Without the key, which both do without, nothing
/// can be sealed, and so nothing is recorded.
pub async fn record(state: &StateConfig, store: &Store, action: Action) {
    if state.secret_key.is_none() && !state.data.join("secret.key").exists() {
        return tracing::warn!("not recorded in the activity log: the secret key is not here");
    }
    match key::find(state, store).await {
        Ok(key) => {
            let deed = Deed::new(OffsetDateTime::now_utc(), Actor::Command, action);
            ActivityLog::new(store.clone(), &key).record(deed).await;
        }
        Err(error) => tracing::warn!(%error, "not recorded in the activity log"),
    }
}
