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

/// What of it is chosen anew. The rest stays as it is in the store by then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PreferencesEdit {
    pub language: Option<Option<String>>,
    pub shortcuts: Option<bool>,
}

impl PreferencesEdit {
    /// What was chosen before, with this put over it.
    pub fn over(&self, before: &Preferences) -> Preferences {
        Preferences {
            language: self.language.clone().unwrap_or_else(|| before.language.clone()),
            shortcuts: self.shortcuts.unwrap_or(before.shortcuts),
        }
    }
}

impl From<Preferences> for PreferencesEdit {
    fn from(whole: Preferences) -> Self {
        PreferencesEdit { language: Some(whole.language), shortcuts: Some(whole.shortcuts) }
    }
}
