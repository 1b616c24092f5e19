//! The directory as a sign-in sees it: find one person, try one password.

use crate::ldap::{Access, Connection, PasswordVerdict};
use crate::model::{DirectoryProblem, Found, Guid};
use async_trait::async_trait;
use secrecy::SecretString;

/// Opens connections that are bound as the service account: to the directory, or to a script in tests.
#[async_trait]
pub(super) trait Door: Send + Sync + 'static {
    async fn open(&self, access: &Access) -> Result<Box<dyn Inside>, DirectoryProblem>;
}

/// A bound connection.
#[async_trait]
pub(super) trait Inside: Send {
    /// By the attribute that the GUID is of, where it is known; the same text in another attribute is somebody else.
    async fn find_person(&mut self, attribute: Option<&str>, guid: &Guid) -> Result<Option<Found>, DirectoryProblem>;
    async fn verify_password(&mut self, dn: &str, password: &SecretString)
    -> Result<PasswordVerdict, DirectoryProblem>;
    async fn close(self: Box<Self>);
}

/// The real one.
pub(super) struct LdapDoor;

#[async_trait]
impl Door for LdapDoor {
    async fn open(&self, access: &Access) -> Result<Box<dyn Inside>, DirectoryProblem> {
        Ok(Box::new(Connection::open(access).await?))
    }
}

#[async_trait]
impl Inside for Connection {
    async fn find_person(&mut self, attribute: Option<&str>, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        // Between a change of the GUID attribute and the import that gives everyone the new GUID.
        let formerly = attribute.filter(|name| !self.resolved().guid_attribute.as_str().eq_ignore_ascii_case(name));
        if let Some(attribute) = formerly {
            return self.find_person_by(attribute, guid).await;
        }
        let found = Connection::find_person(self, guid).await?;
        // Of several values an import takes one; whoever only has it among them is somebody else.
        Ok(found.filter(|found| !matches!(found, Found::Person(person) if person.guid != *guid)))
    }

    async fn verify_password(
        &mut self,
        dn: &str,
        password: &SecretString,
    ) -> Result<PasswordVerdict, DirectoryProblem> {
        Connection::verify_password(self, dn, password).await
    }

    async fn close(self: Box<Self>) {
        Connection::close(*self).await;
    }
}
