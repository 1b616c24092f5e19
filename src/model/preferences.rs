use serde::{Deserialize, Serialize};

/// What an agent chose for themselves on their own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The tag of a language, such as `pt-BR`; `None`: what the browser asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether single keys may do something.
    pub shortcuts: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences { language: None, shortcuts: true }
    }
}
