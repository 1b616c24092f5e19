use super::Invalid;
use serde::{Deserialize, Serialize};

/// An email address: shown as it was written, compared without regard to case.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Accepts `local@domain` with no spaces or control characters, at most 254 bytes
    /// (RFC 5321 §4.5.3.1.3), any script on either side (RFC 6531). A domain needs no dot: company
    /// networks use `mail@intranet`.
    pub fn parse(typed: &str) -> Result<Email, Invalid> {
        let text = typed.trim();
        let invalid = || Invalid::new("Enter an email address such as name@example.com.");
        let (local, domain) = text.rsplit_once('@').ok_or_else(invalid)?;
        let clean = |part: &str| {
            !part.is_empty()
                && !part.chars().any(|c| c.is_control() || c.is_whitespace() || "<>()[],;:\\\"".contains(c))
                && !part.starts_with('.')
                && !part.ends_with('.')
                && !part.contains("..")
        };
        if text.len() > 254 || !clean(local) || local.contains('@') || !clean(domain) {
            return Err(invalid());
        }
        Ok(Email(text.to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What equality and the store's index go by.
    pub fn key(&self) -> String {
        Self::key_of(&self.0)
    }

    /// The key of any typed text, for look-ups.
    pub fn key_of(typed: &str) -> String {
        typed.trim().to_lowercase()
    }
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq for Email {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}
impl Eq for Email {}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn an_address_is_compared_without_regard_to_case() {
        assert_eq!(Email::parse("Anna@Example.COM"), Email::parse(" anna@example.com "));
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for text in
            ["", "anna", "anna@", "@example.com", "a b@example.com", "a@b@c", "a@x\u{0}", "none; a@b.c", "a..b@c"]
        {
            assert!(Email::parse(text).is_err(), "{text:?} passed");
        }
        assert!(Email::parse("илья@пример.рф").is_ok());
    }
}
