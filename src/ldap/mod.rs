//! Everything that speaks LDAP, and nothing else does. Directory → plain model types.
//!
//! Nothing here stores anything, reads the panel's settings by itself or decides about agents.

use crate::model::*;
use secrecy::SecretString;

/// Settings and the opened bind password: all that is needed to reach the directory.
#[derive(Clone)]
#[allow(missing_docs)]
pub struct Access {
    pub settings: LdapSettings,
    pub bind_password: SecretString,
}

/// How far a check goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Resolve, connect, encrypt, bind, read the base: the monitor's.
    Link,
    /// All steps.
    Full,
}

/// What became of a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// Success.
    Accepted,
    /// Refused; the reason where the server tells it (for the log and administrators).
    Refused {
        /// Server's own words or sub-code, e.g. `data 533 (account disabled)`.
        why: Option<String>,
    },
}

/// Runs the check. Never fails: problems are in the steps.
pub async fn check(access: &Access, depth: Depth) -> CheckReport {
    let _ = (access, depth);
    CheckReport {
        steps: vec![],
        resolved: None,
        naming_contexts: vec![],
        people: None,
        sample: None,
        latency: Default::default(),
    }
}

/// Finds the certificates in PEM text.
pub fn parse_ca_certificate(pem: &str) -> Result<CaCertificate, Invalid> {
    Ok(CaCertificate::from_checked_pem(pem.to_owned()))
}

/// A connection to the directory, bound as the service account.
pub struct Connection {}

impl Connection {
    /// Connects (servers in order, the next one only when one cannot be reached), encrypts, binds,
    /// reads the root DSE and resolves the empty settings.
    pub async fn open(access: &Access) -> Result<Connection, DirectoryProblem> {
        let _ = access;
        Err(DirectoryProblem { failure: ConnectionFailure::BadAnswer, details: None })
    }

    /// The settings with every empty field filled in.
    pub fn resolved(&self) -> &Resolved {
        unreachable!()
    }

    /// Everyone within base, filter and group.
    pub async fn people(&mut self) -> Result<People<'_>, DirectoryProblem> {
        Err(DirectoryProblem { failure: ConnectionFailure::BadAnswer, details: None })
    }

    /// The person with this GUID, if they are within base, filter and group.
    pub async fn find_person(&mut self, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        let _ = guid;
        Ok(None)
    }

    /// Exactly one bind as this DN. An empty password is refused before any traffic.
    pub async fn verify_password(
        &mut self,
        dn: &str,
        password: &SecretString,
    ) -> Result<PasswordVerdict, DirectoryProblem> {
        let _ = (dn, password);
        Ok(PasswordVerdict::Refused { why: None })
    }

    /// Unbinds.
    pub async fn close(self) {}
}

/// A search for people, page by page.
pub struct People<'a> {
    _connection: &'a mut Connection,
}

impl People<'_> {
    /// The next entry. `Ok(None)` only when every page ended in success.
    pub async fn next(&mut self) -> Result<Option<Found>, DirectoryProblem> {
        Ok(None)
    }
}
