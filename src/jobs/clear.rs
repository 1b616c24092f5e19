//! What is too old goes.

use crate::activity::ActivityLog;
use crate::model::{RemovalPolicy, Timestamp};
use crate::storage::Store;

/// How long the reports of imports are kept.
const KEEP_REPORTS: time::Duration = time::Duration::days(90);

/// Sessions that have run out, and attempts at signing in that no longer count.
pub(super) async fn sweep(store: &Store, now: Timestamp) {
    match store.sweep_sessions(now).await {
        Ok(ended) => tracing::debug!(ended, "cleared away sessions that had run out"),
        Err(error) => tracing::warn!(%error, "sessions that ran out could not be cleared away"),
    }
    match store.sweep_attempts(now).await {
        Ok(forgotten) => tracing::debug!(forgotten, "cleared away attempts at signing in that no longer count"),
        Err(error) => tracing::warn!(%error, "attempts at signing in that no longer count could not be cleared away"),
    }
}

/// Removed agents whose time is over, and the reports of old imports.
pub(super) async fn purge(store: &Store, now: Timestamp) {
    let directories = match store.directories().await {
        Ok(directories) => directories,
        Err(error) => return tracing::warn!(%error, "what is too old cannot be deleted: the settings cannot be read"),
    };
    let each = directories.iter().map(|directory| (Some(directory.id), directory.settings.removals));
    // Agents of a deleted directory are kept for the usual time.
    for (directory, policy) in each.chain([(None, RemovalPolicy::default())]) {
        match store.purge_removed(directory, now - policy.keep_removed()).await {
            Ok(0) => {}
            Ok(agents) => tracing::info!(agents, "deleted removed agents for good: their time was over"),
            Err(error) => tracing::warn!(%error, "removed agents could not be deleted for good"),
        }
    }
    match store.thin_runs(now - KEEP_REPORTS).await {
        Ok(0) => {}
        Ok(runs) => tracing::info!(runs, "deleted the reports of imports older than 90 days"),
        Err(error) => tracing::warn!(%error, "reports of old imports could not be deleted"),
    }
}

/// Records of the activity log whose time is over.
pub(super) async fn prune(activity: &ActivityLog, now: Timestamp) {
    match activity.prune(now).await {
        Ok(0) => {}
        Ok(records) => tracing::info!(records, "deleted records of the activity log older than 400 days"),
        Err(error) => tracing::warn!(%error, "old records of the activity log could not be deleted"),
    }
}
