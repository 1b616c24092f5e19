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
    /// The same, and what the server does about wrong passwords.
    Limits,
    /// All steps.
    Full,
}

/// What became of a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// Success.
    Accepted,
    /// The password is right, and the account may not be used with it.
    Objected {
        /// What stands against it. Whoever typed the password may know.
        objection: Objection,
        /// Server's own words or sub-code, e.g. `data 773 (password must be changed)`.
        why: Option<String>,
    },
    /// Refused; the reason where the server tells it (for the log and administrators).
    Refused {
        /// In a few words of Muster's own, where the server's are understood: `account locked`.
        cause: Option<&'static str>,
        /// Server's own words or sub-code, e.g. `data 533 (account disabled)`.
        why: Option<String>,
    },
}

/// What a server holds against an account whose password is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// The password must be changed first.
    MustChange,
    /// The password is too old.
    PasswordExpired,
    /// The account is switched off.
    Disabled,
    /// The account is past its end date.
    AccountExpired,
    /// Not at this time, or not from this machine.
    Restricted,
}

impl Objection {
    /// For the log and administrators.
    pub fn words(self) -> &'static str {
        match self {
            Objection::MustChange => "password must be changed",
            Objection::PasswordExpired => "password expired",
            Objection::Disabled => "account disabled",
            Objection::AccountExpired => "account expired",
            Objection::Restricted => "not allowed to sign in at this time or from this machine",
        }
    }

    /// For the person who typed the right password: what is wrong and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Objection::MustChange => {
                "Your password must be changed first. Change it in your company's own way, then sign in here."
            }
            Objection::PasswordExpired => {
                "Your password has expired and must be changed first. Change it in your company's own way, then sign in here."
            }
            Objection::Disabled => {
                "Your account in the company directory is switched off. Ask whoever looks after the directory."
            }
            Objection::AccountExpired => {
                "Your account in the company directory has expired. Ask whoever looks after the directory."
            }
            Objection::Restricted => {
                "The company directory does not let your account sign in at this time, or from here. Ask whoever looks after the directory."
            }
        }
    }
}
