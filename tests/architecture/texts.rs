//! The texts of the panel: every one there in every language, with the same values, and used.

use super::source::files_below;
use super::tokens;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(super) const LANGUAGES: [&str; 6] = ["en", "ru", "es", "pt-BR", "kk", "de"];

/// Screens whose texts are still in their code, below `src/web`.
pub(super) const NOT_YET: &[&str] = &[];

/// Parts of `src/web` that show nothing, or only commands, which are alike in every language.
const NO_SCREENS: &[&str] =
    &["server", "assets", "icons", "fuzzing", "health", "ldap_settings/guide/directory", "ldap_settings/guide/people"];

/// Texts of code that are not for people.
const NO_TEXTS: &[&str] = &[
    // Of JSON, in English as the request is.
    "Sign in first.",
    "Add a mail, a name or a DN: ?q=anna@example.com",
    // Names.
    "Muster",
    "Muster {}",
    "Edg",
    "Edge",
    "Opera",
    "Firefox",
    "Chrom",
    "Chrome",
    "Safari",
    "Android",
    "Windows",
    "Mac OS",
    "Linux",
    // Commands.
    "muster backup /backups/muster.jsonl",
    // Attributes of markup, headers, keys.
    "every 2s, muster:runs from:body",
    "muster:runs from:body",
    "submit, change, input changed delay:150ms from:find input",
    "button primary",
    "button danger",
    "submit, change, input changed delay:150ms from:find input",
    "muster:agents from:body, muster:groups from:body",
    "Enter",
    "Esc",
    "Accept-Language, Cookie",
    "session cookie",
    "-----BEGIN CERTIFICATE-----",
    "-----BEGIN PRIVATE KEY-----",
    "PRIVATE KEY-----",
    "a password field never has a value: use PasswordField",
];

/// Messages that are alike in English and in another language, or in any: names of products and of protocols, and words
/// that the languages share.
const ALIKE: &str = include_str!("alike.txt");

/// The messages of a language: their texts as they stand in the files, and what is in them.
pub(super) struct Texts(pub(super) BTreeMap<String, Text>);

pub(super) struct Text {
    pub(super) file: String,
    /// Values, tags and other messages that it names.
    pub(super) parts: BTreeSet<String>,
    pub(super) words: String,
}

impl Texts {
    pub(super) fn read(language: &str) -> Result<Texts, Vec<String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(language);
        let (mut texts, mut wrong) = (BTreeMap::new(), Vec::new());
        for (file, source) in files_below(&folder, &|path| path.ends_with(".ftl")) {
            let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
                wrong.extend(errors.iter().map(|error| format!("{language}/{file}: {error} ({:?})", error.pos)));
                resource
            });
            for entry in resource.body {
                let Entry::Message(message) = entry else {
                    let is_comment =
                        matches!(entry, Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_));
                    if !is_comment {
                        wrong.push(format!("{language}/{file}: neither a message nor a comment"));
                    }
                    continue;
                };
                let id = message.id.name.clone();
                let Some(pattern) = &message.value else {
                    wrong.push(format!("{language}/{file}: {id} has no text"));
                    continue;
                };
                let area = file.trim_end_matches(".ftl");
                if !id.starts_with(&format!("{area}-")) {
                    wrong.push(format!("{language}/{file}: {id} does not begin with {area}-"));
                }
                let mut text = Text { file: file.clone(), parts: BTreeSet::new(), words: String::new() };
                text.add(pattern);
                if texts.insert(id.clone(), text).is_some() {
                    wrong.push(format!("{language}/{file}: {id} is there twice"));
                }
            }
        }
        if wrong.is_empty() { Ok(Texts(texts)) } else { Err(wrong) }
    }
}

impl Text {
    fn add(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.words.push_str(value);
                    self.parts.extend(tags(value));
                }
                PatternElement::Placeable { expression } => {
                    self.words.push_str("{}");
                    self.add_expression(expression);
                }
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                self.add_inline(selector);
                variants.iter().for_each(|variant| self.add(&variant.value));
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.parts.insert(format!("${}", id.name))),
            InlineExpression::MessageReference { id, .. } => drop(self.parts.insert(id.name.clone())),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                positional.iter().for_each(|argument| self.add_inline(argument));
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression),
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            _ => {}
        }
    }
}

/// `<link>` and `</link>`.
fn tags(text: &str) -> impl Iterator<Item = String> {
    let named = text.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    let is_tag = |name: &&str| name.trim_start_matches('/').chars().all(|c| c.is_ascii_lowercase());
    named.map(|(name, _)| name).filter(is_tag).map(|name| format!("<{name}>"))
}

/// Every language has the same messages as English, each in the file of the same name and with the same parts.
pub(super) fn differences(language: &str) -> Vec<String> {
    let (english, other) = match (Texts::read("en"), Texts::read(language)) {
        (Ok(english), Ok(other)) => (english.0, other.0),
        (english, other) => return [english.err(), other.err()].into_iter().flatten().flatten().collect(),
    };
    let mut found = Vec::new();
    for (id, text) in &english {
        let Some(translated) = other.get(id) else {
            found.push(format!("{language}/{} lacks {id}", text.file));
            continue;
        };
        if translated.file != text.file {
            found.push(format!("{language}/{} has {id}, which belongs in {}", translated.file, text.file));
        }
        // What another message says may be said here in whole.
        let values = |text: &Text| -> BTreeSet<String> {
            text.parts.iter().filter(|part| part.starts_with(['$', '<'])).cloned().collect()
        };
        if values(translated) != values(text) {
            let (theirs, ours) = (values(translated), values(text));
            found.push(format!("{language}: {id} has {theirs:?}, English has {ours:?}"));
        }
        let says_something = text.words.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let is_alike = translated.words == text.words && says_something;
        let listed = |language: &str| ALIKE.lines().any(|line| line == format!("{language} {id}"));
        match (is_alike, listed(language)) {
            (true, false) if !listed("*") => found.push(format!("{language}: {id} is still English: {}", text.words)),
            (false, true) => found.push(format!("{language}: {id} need not be in alike.txt")),
            _ => {}
        }
    }
    found.extend(
        other.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{language}: {id} is left over")),
    );
    found
}

/// Every message that the code names is there, and every one that is there is named: by itself, by the beginning of
/// its name where the rest is put together, or, of `phrases.ftl`, by its English words.
pub(super) fn unused_and_unknown() -> Vec<String> {
    let english = match Texts::read("en") {
        Ok(english) => english.0,
        Err(wrong) => return wrong,
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code: Vec<(String, String)> = files_below(&root, &|path| path.ends_with(".rs"));
    let mut found = Vec::new();
    let areas: BTreeSet<&str> = english.values().map(|text| text.file.trim_end_matches(".ftl")).collect();
    let (mut whole, mut starts) = (BTreeSet::new(), BTreeSet::new());
    let mut all = String::new();
    for (path, text) in &code {
        for (literal, _) in tokens::texts(text) {
            if let Some((area, _)) = literal.split_once('-').filter(|(area, _)| areas.contains(area)) {
                match literal.split_once('{') {
                    Some((start, _)) => drop(starts.insert(start.to_owned())),
                    None if literal.ends_with('-') => drop(starts.insert(literal.clone())),
                    None => drop(whole.insert((area.to_owned(), literal.clone()))),
                }
            }
            all.push_str(&plain(&literal));
            all.push('\n');
        }
        let without_comments: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for id in asked_for(&without_comments).filter(|id| !english.contains_key(*id)) {
            found.push(format!("src/{path}: there is no text {id}"));
        }
    }
    for (id, text) in &english {
        let named = whole.iter().any(|(_, literal)| literal == id)
            || starts.iter().any(|start| id.starts_with(start.as_str()))
            || english.values().any(|other| other.parts.contains(id));
        let said = is_phrase(id) && all.contains(&plain(longest(&text.words)));
        if !named && !said {
            found.push(format!("en/{}: nothing says {id}", text.file));
        }
    }
    found
}

/// Whether a message is found by its English words too.
fn is_phrase(id: &str) -> bool {
    ["phrases-", "names-", "failures-"].iter().any(|start| id.starts_with(start)) || id.contains("-phrase-")
}

/// What stands in `t!("…")` and `rich!("…")`.
fn asked_for(code: &str) -> impl Iterator<Item = &str> {
    ["t!(", "rich!("].into_iter().flat_map(move |start| {
        code.match_indices(start).filter_map(move |(at, _)| {
            let before = code[..at].chars().next_back();
            let rest = code[at + start.len()..].trim_start().strip_prefix('"')?;
            (!before.is_some_and(|c| c.is_alphanumeric() || c == '_')).then(|| rest.split('"').next())?
        })
    })
}

/// Texts are compared without the escapes of a literal.
fn plain(text: &str) -> String {
    text.replace("\\\"", "\"").replace("\\\\", "\\")
}

fn longest(words: &str) -> &str {
    words.split(['{', '}']).max_by_key(|part| part.len()).unwrap_or_default()
}

/// English that stands in the code of a screen whose texts are in files: what begins as a sentence does, or has several
/// words. A guess; what is no text for people is in [`NO_TEXTS`], or on a line that says so.
pub(super) fn english_in_code() -> Vec<String> {
    const LINES: [&str; 9] = [
        "tracing::",
        ".because(",
        "metrics::",
        "unreachable!",
        "#[cfg",
        "insert_header",
        "HeaderName::",
        "class=",
        "d=",
    ];
    let sources = super::source::Sources::read();
    // What is recorded or told by others in these words is translated where it is shown.
    let english = Texts::read("en").map(|texts| texts.0).unwrap_or_default();
    let is_translated = |text: &str| {
        let known = english.iter().filter(|(id, _)| is_phrase(id));
        let text = unnamed(text);
        // Where a value follows, the code has the text before it.
        known
            .map(|(_, known)| &known.words)
            .any(|words| *words == text || words.strip_suffix("{}") == Some(&format!("{text} ")))
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for source in sources.0.iter().filter(|source| source.path.starts_with("web/")) {
        let is_listed = |list: &[&str]| list.iter().any(|place| source.is_in(&[&format!("web/{place}")]));
        if is_listed(NOT_YET) || is_listed(NO_SCREENS) {
            continue;
        }
        let code = std::fs::read_to_string(root.join(&source.path)).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let code = code.split("#[cfg(any(test, fuzzing))]").next().unwrap_or_default();
        let lines: Vec<&str> = code.lines().collect();
        for (text, line) in tokens::texts(code) {
            let around = lines.get(line - 1).copied().unwrap_or_default();
            let exempt = LINES.iter().any(|start| around.contains(start)) || NO_TEXTS.contains(&text.as_str());
            if !exempt && is_english(&text) && !is_translated(&text) {
                found.push(format!("src/{}:{line}: {text}", source.path));
            }
        }
    }
    found
}

/// A text of `format!` with its values as `{}`.
fn unnamed(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |start, part| format!("{start}{{}}{}", part.split_once('}').map_or(part, |(_, rest)| rest)))
}

/// A capital and a small letter at the beginning, or two words with a space between them.
fn is_english(text: &str) -> bool {
    let mut letters = text.chars();
    let begins = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = text.as_bytes();
    let words = bytes.windows(3).any(|three| letter(three.first()) && three[1] == b' ' && letter(three.last()));
    begins || words
}
