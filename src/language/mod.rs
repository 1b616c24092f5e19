//! Texts in the language of whoever reads: Fluent files of `assets/locales`, embedded, and which of them is spoken.
//!
//! A message is asked for by its id: `t!("agents-title")` answers a text that stands for ever, and
//! `t!("agents-found", count = 3)` one with its values put in, by the plural rules and numbers of the language. The
//! language is that of the request ([`scope`]); outside any it is English. The log, commands and JSON speak English.
//!
//! Ids begin with the name of their file. `tests/architecture/texts.rs` holds that each is used, and there in all
//! languages with the same values.

mod ambient;
mod bundle;
mod domain;
mod number;
mod phrase;
mod report;
mod value;

pub use ambient::{current, scope, speak};
pub use domain::{agent_state, failure_message, failure_remedy, given, role, step, vendor};
pub use number::number;
pub use phrase::{day, phrase};
pub use report::{change_reason, field_change, held_reason, removal_cause, run_note, skip_reason};
pub use value::Value;

use bundle::BUNDLES;

/// The languages that there are, in the order of the chooser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[allow(missing_docs)]
pub enum Language {
    #[default]
    English,
    Russian,
    Spanish,
    Portuguese,
    Kazakh,
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 6] = [
        Language::English,
        Language::Russian,
        Language::Spanish,
        Language::Portuguese,
        Language::Kazakh,
        Language::German,
    ];

    /// The tag in HTML, in headers and of the folder (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Russian => "ru",
            Language::Spanish => "es",
            Language::Portuguese => "pt-BR",
            Language::Kazakh => "kk",
            Language::German => "de",
        }
    }

    /// Its name in itself, as who looks for it reads it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Russian => "Русский",
            Language::Spanish => "Español",
            Language::Portuguese => "Português (Brasil)",
            Language::Kazakh => "Қазақша",
            Language::German => "Deutsch",
        }
    }

    /// Its own of what there is of each language, in the order of [`Language::ALL`].
    fn own<T>(self, [english, russian, spanish, portuguese, kazakh, german]: &[T; 6]) -> &T {
        match self {
            Language::English => english,
            Language::Russian => russian,
            Language::Spanish => spanish,
            Language::Portuguese => portuguese,
            Language::Kazakh => kazakh,
            Language::German => german,
        }
    }

    /// The language of exactly that tag.
    pub fn parse(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The first of the tags that is spoken here. No language is here in two kinds, so the first part of a tag
    /// decides: who reads `pt-PT` reads the Portuguese that there is.
    pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Option<Language> {
        let main = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        wanted.into_iter().find_map(|tag| Language::ALL.into_iter().find(|language| main(language.tag()) == main(tag)))
    }
}

/// A message that has no values, in the language of the request. Call it by `t!`.
pub fn text(id: &str) -> &'static str {
    said(current(), id).or_else(|| said(Language::English, id)).unwrap_or_default()
}

/// The message of a name that `model` gives a value in URLs and JSON, `must_change`, below the beginning of an id, which
/// ends in a dash.
pub fn named(start: &str, name: &str) -> &'static str {
    text(&format!("{start}{}", name.replace('_', "-")))
}

/// A message with its values put in, in the language of the request. Call it by `t!`.
pub fn sentence(id: &str, values: &[(&'static str, Value<'_>)]) -> String {
    say(current(), id, values)
}

/// A message in that language; where it is missing, in English.
pub fn say(language: Language, id: &str, values: &[(&'static str, Value<'_>)]) -> String {
    let said = BUNDLES.of(language).format(id, values).or_else(|| BUNDLES.of(Language::English).format(id, values));
    said.unwrap_or_else(|| missing(id).into())
}

fn said(language: Language, id: &str) -> Option<&'static str> {
    let found = BUNDLES.of(language).plain(id);
    if found.is_none() {
        missing(id);
    }
    found
}

/// Tests hold that this does not come to pass.
fn missing(id: &str) -> &'static str {
    tracing::error!(id, "a text is missing");
    ""
}

/// Whether there is such a message.
fn is_there(id: &str) -> bool {
    BUNDLES.of(Language::English).has(id)
}

/// `t!("area-id")`: a `&'static str`; `t!("area-id", name = value, …)`: a `String`. Numbers that count are put in as
/// numbers, so that the language groups and inflects them; a port or a year as text.
macro_rules! t {
    ($id:literal) => {
        $crate::language::text($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::language::sentence($id, &[$((stringify!($name), $crate::language::Value::from($value))),+])
    };
}
pub(crate) use t;

#[cfg(test)]
mod tests;
