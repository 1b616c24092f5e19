use serde::{Deserialize, Serialize};

/// The immutable id of a person in the directory, in canonical text: a UUID in lower case for
/// objectGUID, entryUUID and ipaUniqueID, the server's own form in lower case for nsUniqueId, and
/// `hex:` with two digits a byte for any other binary value. Raw bytes exist only inside `ldap`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Guid(Box<str>);

impl Guid {
    /// From text that is canonical already.
    pub fn from_canonical(text: impl Into<Box<str>>) -> Guid {
        Guid(text.into())
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Guid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
