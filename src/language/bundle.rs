//! The messages, read once for each language.

use super::number::formatter;
use super::{Language, Value};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rust_embed::RustEmbed;
use std::collections::HashMap;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "assets/locales/"]
struct Files;

/// Those of all languages.
pub(super) static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| Bundles(Language::ALL.map(Bundle::read)));

pub(super) struct Bundles([Bundle; 6]);

impl Bundles {
    pub(super) fn of(&self, language: Language) -> &Bundle {
        language.own(&self.0)
    }
}

/// Those of one language.
pub(super) struct Bundle {
    fluent: FluentBundle<FluentResource>,
    /// Those without values, as they are said: most are, and a page asks for a hundred.
    plain: HashMap<String, String>,
    /// The others, and the names of their values.
    with_values: Vec<(String, Vec<String>)>,
}

impl Bundle {
    fn read(language: Language) -> Bundle {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let fluent = FluentBundle::new_concurrent(vec![tag]);
        let mut bundle = Bundle { fluent, plain: HashMap::new(), with_values: Vec::new() };
        // Marks around values would be in the way of copying, and nothing here is written from right to left.
        bundle.fluent.set_use_isolating(false);
        bundle.fluent.set_formatter(Some(formatter(language)));
        let _ = bundle.fluent.add_builtins();
        let folder = format!("{}/", language.tag());
        let mut messages = Vec::new();
        for name in Files::iter().filter(|name| name.starts_with(&folder)) {
            let file = Files::get(&name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
            messages.extend(bundle.add(&name, file.unwrap_or_default()));
        }
        // After all files: a message may name another one.
        for (id, names) in messages {
            match bundle.without_values(&id) {
                Some(text) => drop(bundle.plain.insert(id, text)),
                None => bundle.with_values.push((id, names)),
            }
        }
        bundle
    }

    /// What can be read of a file; tests hold that all of it can. Answers its messages.
    fn add(&mut self, name: &str, text: String) -> Vec<(String, Vec<String>)> {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            tracing::error!(name, ?errors, "a file of texts has mistakes");
            resource
        });
        let messages = messages(resource.source());
        if let Err(errors) = self.fluent.add_resource(resource) {
            tracing::error!(name, ?errors, "a text is there twice");
        }
        messages
    }

    fn without_values(&self, id: &str) -> Option<String> {
        let mut errors = Vec::new();
        let message = self.fluent.get_message(id)?;
        let text = self.fluent.format_pattern(message.value()?, None, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// A message that needs no values.
    pub(super) fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// Whether there is such a message.
    pub(super) fn has(&self, id: &str) -> bool {
        self.fluent.has_message(id)
    }

    /// Every message that needs no values, with its id.
    pub(super) fn all_plain(&self) -> impl Iterator<Item = (&str, &str)> {
        self.plain.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// Every message that needs values, with their names.
    pub(super) fn with_values(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.with_values.iter().map(|(id, names)| (id.as_str(), names.as_slice()))
    }

    /// A message with its values; what is wrong with it is logged.
    pub(super) fn format(&self, id: &str, values: &[(&'static str, Value<'_>)]) -> Option<String> {
        let message = self.fluent.get_message(id)?;
        let arguments: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.0.clone())).collect();
        let mut errors = Vec::new();
        let text = self.fluent.format_pattern(message.value()?, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(id, ?errors, "a text lacks a value");
        }
        Some(text)
    }
}

/// The messages of a file, and the names of their values. An id begins a line.
fn messages(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((id, _)) = line.split_once('=')
        {
            found.push((id.trim().to_owned(), Vec::new()));
        }
        let Some((_, names)) = found.last_mut().filter(|_| !line.starts_with('#')) else { continue };
        for after in line.split('$').skip(1) {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            let name = after.get(..end).unwrap_or_default().to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    found
}
