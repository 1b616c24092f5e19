//! The LDAP groups of the rules, read before people are.

use super::attend::attend;
use super::plan::{Arrival, Placer};
use super::progress::Progress;
use super::reading::Reading;
use super::run::Engine;
use super::stop::Stop;
use crate::ldap::Access;
use crate::model::*;
use crate::monitor;
use crate::storage::{StorageError, Store};

/// The rules of these settings, of which those with a problem were not read.
pub(super) async fn placer(
    store: &Store,
    settings: &LdapSettings,
    problems: &[Option<DirectoryProblem>],
) -> Result<Placer, StorageError> {
    let unknown = problems.iter().enumerate().filter(|(_, problem)| problem.is_some()).map(|(at, _)| at).collect();
    Ok(Placer::new(settings.rules.clone(), unknown, Arrival::of(settings), store.groups().await?))
}

impl Engine {
    /// A rule whose LDAP group cannot be read changes nobody, and the report says so; people are read all the same.
    pub(super) async fn placer(
        &self,
        settings: &LdapSettings,
        access: Access,
        reading: &mut Box<dyn Reading>,
        progress: &mut Progress,
    ) -> Result<Placer, Stop> {
        let problems = if settings.rules.is_empty() {
            Vec::new()
        } else {
            match attend(progress, reading.rules()).await? {
                Ok(problems) => problems,
                Err(problem) => {
                    // The connection went with it: people are read by another one.
                    let opened = attend(progress, self.directory.open(access)).await?;
                    *reading = self.told(progress.run.directory, settings, opened)?;
                    vec![Some(problem); settings.rules.len()]
                }
            }
        };
        for (at, problem) in problems.iter().enumerate() {
            let Some(problem) = problem else { continue };
            let rule = at + 1;
            tracing::warn!(rule, cause = %monitor::cause(problem), "the LDAP group of a rule cannot be read");
            progress.run.notes.push(RunNote::rule_not_read(rule, &settings.rules[at].group_dn, problem));
        }
        Ok(placer(&self.store, settings, &problems).await?)
    }

    /// Local administrators are not the import's: one who can sign in is always left.
    pub(super) async fn note_lost_administrators(&self, progress: &mut Progress) -> Result<(), Stop> {
        let local = self.store.agent_counts().await?.able_administrators;
        progress.run.notes.push(RunNote::NoDirectoryAdministrator { local });
        Ok(())
    }
}
