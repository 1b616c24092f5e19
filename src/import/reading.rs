//! The directory as an import sees it: opened, read, asked again, closed.

use crate::ldap::{Access, Connection, Deadlines, Whereabouts};
use crate::model::{ConnectionFailure, DirectoryProblem, Filled, Found, Guid, Resolved};
use async_trait::async_trait;
use tokio::sync::mpsc;

/// What became of some who were asked for by GUID.
pub(crate) type Looked = Vec<(Guid, Whereabouts)>;

/// Where people are read from: the directory, or a script in tests.
#[async_trait]
pub(crate) trait Directory: Send + Sync + 'static {
    /// Connects and binds.
    async fn open(&self, access: Access) -> Result<Box<dyn Reading>, DirectoryProblem>;
}

/// A directory that was opened. May be dropped at any time.
#[async_trait]
pub(crate) trait Reading: Send {
    /// The settings with every empty field filled in.
    fn resolved(&self) -> Resolved;
    /// Reads the LDAP groups of the rules: whoever is read afterwards carries which rules match. Answers, for each rule,
    /// why its group could not be read.
    async fn rules(&mut self) -> Result<Vec<Option<DirectoryProblem>>, DirectoryProblem>;
    /// Reads everyone, and answers which attributes they have. `Ok` only when every page ended in success.
    async fn everyone(&mut self, tell: mpsc::Sender<Found>) -> Result<Filled, DirectoryProblem>;
    /// Once everyone was read: how many members of the LDAP user group are not within base and filter.
    fn outside(&self) -> u64 {
        0
    }
    /// Asks for these by GUID. `Ok` only when all were asked for.
    async fn again(&mut self, wanted: Vec<Guid>, tell: mpsc::Sender<Looked>) -> Result<(), DirectoryProblem>;
    /// Says goodbye.
    async fn close(self: Box<Self>);
}

/// The real one.
pub(super) struct LdapDirectory(pub(super) Deadlines);

#[async_trait]
impl Directory for LdapDirectory {
    async fn open(&self, access: Access) -> Result<Box<dyn Reading>, DirectoryProblem> {
        Ok(Box::new(Connection::open_within(&access, self.0).await?))
    }
}

#[async_trait]
impl Reading for Connection {
    fn resolved(&self) -> Resolved {
        Connection::resolved(self).clone()
    }

    async fn rules(&mut self) -> Result<Vec<Option<DirectoryProblem>>, DirectoryProblem> {
        self.read_rules().await
    }

    async fn everyone(&mut self, tell: mpsc::Sender<Found>) -> Result<Filled, DirectoryProblem> {
        let mut people = self.people().await?;
        while let Some(found) = people.next().await? {
            tell.send(found).await.map_err(unheard)?;
        }
        Ok(people.into_filled())
    }

    fn outside(&self) -> u64 {
        Connection::outside(self)
    }

    async fn again(&mut self, wanted: Vec<Guid>, tell: mpsc::Sender<Looked>) -> Result<(), DirectoryProblem> {
        let mut look = self.second_look(&wanted).await?;
        while let Some(looked) = look.next().await? {
            tell.send(looked).await.map_err(unheard)?;
        }
        Ok(())
    }

    async fn close(self: Box<Self>) {
        Connection::close(*self).await;
    }
}

/// Nobody listens any more only when the import has ended; then nothing may count as complete.
#[allow(clippy::needless_pass_by_value)]
fn unheard<T>(_: mpsc::error::SendError<T>) -> DirectoryProblem {
    DirectoryProblem { failure: ConnectionFailure::ConnectionLost { doing: "reading people".into() }, details: None }
}
