//! Looks someone up for an administrator: what the directory says, joined with what the panel knows.

use crate::ldap::Connection;
use crate::model::*;
use crate::monitor::{self, Monitor};
use crate::secrets::SecretKey;
use crate::storage::{StorageError, Store};
use std::time::Duration;
use tokio::time::timeout;

/// The longest that an administrator waits.
const PATIENCE: Duration = Duration::from_secs(15);

/// Why nobody could be looked up.
#[derive(Debug, thiserror::Error)]
pub enum LookUpError {
    /// No LDAP settings yet.
    #[error("Connect your directory first, under LDAP directory.")]
    NotConfigured,
    /// Asking again could lock the service account.
    #[error(
        "The directory refused the user's password. Mend it under LDAP directory first: nothing is asked until then."
    )]
    Suspended,
    /// The directory cannot be asked.
    #[error(transparent)]
    Directory(#[from] DirectoryProblem),
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What was found, and who of it is known here.
#[derive(Debug, Clone)]
pub struct LookUpAnswer {
    /// The directory's entries, their verdicts completed by what the panel knows.
    pub look_up: LookUp,
    /// For each entry the agent with its GUID, removed ones included.
    pub agents: Vec<Option<Agent>>,
    /// For each entry the role and groups that the next import would leave them with.
    pub placed: Vec<Placed>,
}

/// Looks someone up by mail, name, account name or DN, in this directory.
///
/// # Errors
/// When the directory or the store cannot be asked: that is not "nobody".
pub async fn look_up(
    store: &Store,
    secrets: &SecretKey,
    monitor: Option<&Monitor>,
    directory: &Directory,
    text: &str,
) -> Result<LookUpAnswer, LookUpError> {
    if monitor.is_some_and(|monitor| monitor.bind_suspended(directory.id)) {
        return Err(LookUpError::Suspended);
    }
    let asked = timeout(PATIENCE, ask(secrets, monitor, directory, text));
    let mut look_up = asked.await.unwrap_or_else(|_| Err(too_slow()))?;
    let mut agents = Vec::with_capacity(look_up.entries.len());
    let mut placed = Vec::with_capacity(look_up.entries.len());
    let attribute = look_up.resolved.guid_attribute.as_str().to_ascii_lowercase();
    for entry in &mut look_up.entries {
        let agent = match &entry.guid {
            Some(guid) => agent_with(store, directory.id, guid, &attribute).await?,
            None => None,
        };
        let owner = match &entry.found {
            Ok(person) => store.agent_by_email(person.email.as_str()).await?,
            Err(_) => None,
        };
        join(entry, agent.as_ref(), owner.as_ref(), &directory.settings);
        placed.push(placed_by(entry, agent.as_ref(), &directory.settings));
        agents.push(agent);
    }
    Ok(LookUpAnswer { look_up, agents, placed })
}

/// By the very rules of an import.
fn placed_by(entry: &LookedUp, agent: Option<&Agent>, settings: &LdapSettings) -> Placed {
    let those = |wanted: fn(&GroupPlace) -> bool| -> Matched {
        entry.rules.iter().enumerate().filter(|(_, place)| wanted(place)).map(|(at, _)| at).collect()
    };
    let matched = those(|place| matches!(place, GroupPlace::In(_)));
    let unknown = those(|place| matches!(place, GroupPlace::Unknown));
    let defaults = Arrival::of(settings);
    let placing = Placing::of(&settings.rules, matched, unknown, &defaults);
    let returns = |agent: &Agent| agent.removed.is_some() && agent.role_origin == Origin::Rule;
    let arrives = agent.is_none_or(returns);
    let placing = if arrives { placing.arriving(&settings.rules, matched, unknown) } else { placing };
    let before = agent.map_or_else(|| Placed::on_arrival(defaults.groups, defaults.role), Agent::placed);
    before.under(&placing)
}

async fn ask(
    secrets: &SecretKey,
    monitor: Option<&Monitor>,
    directory: &Directory,
    text: &str,
) -> Result<LookUp, DirectoryProblem> {
    let settings = &directory.settings;
    let access = monitor::open_access(secrets, settings)?;
    let opened = Connection::open(&access).await;
    match (monitor, &opened) {
        (Some(monitor), Ok(_)) => monitor.bind_succeeded(directory.id, settings),
        (Some(monitor), Err(problem)) => monitor.bind_failed(directory.id, settings, problem),
        (None, _) => {}
    }
    let mut connection = opened?;
    let found = connection.look_up(text).await;
    connection.close().await;
    found
}

/// By the present GUID attribute, else of a time when none was noted.
async fn agent_with(
    store: &Store,
    directory: DirectoryId,
    guid: &Guid,
    attribute: &str,
) -> Result<Option<Agent>, StorageError> {
    match store.agent_by_guid(directory, Some(attribute), guid).await? {
        Some(agent) => Ok(Some(agent)),
        None => store.agent_by_guid(directory, None, guid).await,
    }
}

/// Completes the verdicts of an entry by the agent with its GUID and by whoever has its mail now.
fn join(entry: &mut LookedUp, agent: Option<&Agent>, owner: Option<&Agent>, settings: &LdapSettings) {
    use Question::{CouldSignIn, WouldBeImported};
    if !settings.enabled {
        let off = "LDAP is switched off in the settings.";
        entry.object(WouldBeImported, off.into());
        entry.object(CouldSignIn, off.into());
    }
    if let Some(owner) = owner.filter(|owner| agent.is_none_or(|agent| agent.id != owner.id)) {
        entry.object(WouldBeImported, taken(owner));
    }
    match agent {
        None => entry.object(CouldSignIn, "No agent has this GUID yet: an import has to bring them in first.".into()),
        Some(agent) if agent.removed.is_some() => {
            entry.object(CouldSignIn, "The agent is removed: an import has to bring them back first.".into());
        }
        Some(agent) if agent.blocked => {
            entry.object(CouldSignIn, "An administrator blocked sign-in for this agent.".into());
        }
        Some(agent) if !agent.may_stay() => {
            let was =
                "At the last import the account was switched off or expired: the next one has to learn that it is not.";
            entry.object(CouldSignIn, was.into());
        }
        Some(_) => {}
    }
}

fn taken(owner: &Agent) -> String {
    let (email, name) = (owner.email.as_str(), &owner.name);
    if owner.is_local() {
        return format!(
            "The email {email} is that of the local agent {name}, who keeps it as long as it is theirs. One address can sign in as one person only."
        );
    }
    format!(
        "The email {email} is that of the agent {name}, who keeps it as long as it is theirs. One address can sign in as one person only."
    )
}

fn too_slow() -> DirectoryProblem {
    let failure = ConnectionFailure::TimedOut { doing: "looking someone up".into(), seconds: PATIENCE.as_secs() };
    DirectoryProblem { failure, details: None }
}

#[cfg(test)]
#[path = "look_up/tests.rs"]
mod tests;
