use crate::model::LdapSettings;
use secrecy::SecretString;

/// Settings and their opened secrets: all that is needed to reach the directory.
#[derive(Clone)]
#[allow(missing_docs)]
pub struct Access {
    pub settings: LdapSettings,
    pub bind_password: SecretString,
    /// The key of `settings.client_certificate`, as PEM text.
    pub client_key: Option<SecretString>,
}

impl Access {
    /// With the bind password alone.
    pub fn new(settings: LdapSettings, bind_password: SecretString) -> Access {
        Access { settings, bind_password, client_key: None }
    }
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
