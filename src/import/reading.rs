//! The directory as an import sees it: one reading, told as it goes.

use crate::ldap::{Access, Connection, Deadlines};
use crate::model::{ConnectionFailure, DirectoryProblem, Found};
use async_trait::async_trait;
use tokio::sync::mpsc;

/// What a reading tells.
#[derive(Debug)]
pub(crate) enum News {
    /// Connected and bound; entries follow.
    Connected,
    /// One entry.
    Found(Found),
}

/// Where people are read from: the directory, or a script in tests.
#[async_trait]
pub(crate) trait Directory: Send + Sync + 'static {
    /// Reads everyone. `Ok` only when every page ended in success. May be dropped at any time.
    async fn read(&self, access: Access, news: mpsc::Sender<News>) -> Result<(), DirectoryProblem>;
}

/// The real one.
pub(super) struct LdapDirectory(pub(super) Deadlines);

#[async_trait]
impl Directory for LdapDirectory {
    async fn read(&self, access: Access, news: mpsc::Sender<News>) -> Result<(), DirectoryProblem> {
        let mut connection = Connection::open_within(&access, self.0).await?;
        tell(&news, News::Connected).await?;
        {
            let mut people = connection.people().await?;
            while let Some(found) = people.next().await? {
                tell(&news, News::Found(found)).await?;
            }
        }
        connection.close().await;
        Ok(())
    }
}

/// Nobody listens any more only when the import has ended; then nothing may count as complete.
async fn tell(to: &mpsc::Sender<News>, news: News) -> Result<(), DirectoryProblem> {
    to.send(news).await.map_err(|_| DirectoryProblem {
        failure: ConnectionFailure::ConnectionLost { doing: "reading people".into() },
        details: None,
    })
}
