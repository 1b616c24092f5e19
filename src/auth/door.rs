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
    async fn find_person(&mut self, guid: &Guid) -> Result<Option<Found>, DirectoryProblem>;
    /// The same by the GUID attribute of before; nobody where that is the present one.
    async fn find_person_formerly(&mut self, attribute: &str, guid: &Guid) -> Result<Option<Found>, DirectoryProblem>;
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
    async fn find_person(&mut self, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        Connection::find_person(self, guid).await
    }

    async fn find_person_formerly(&mut self, attribute: &str, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        if self.resolved().guid_attribute.as_str().eq_ignore_ascii_case(attribute) {
            return Ok(None);
        }
        self.find_person_by(attribute, guid).await
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
