//! The people file: who is in the demo directory, written to be edited by hand.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use std::collections::HashSet;
use std::fmt;
use std::path::Path;

/// The people the program brings along.
pub(super) const EMBEDDED: &str = include_str!("../../data/demo-people.json");

/// Why the people file cannot be used: one sentence that names the line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct BrokenFile(String);

/// What the file holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeopleFile {
    pub(super) people: Vec<Person>,
    #[serde(default)]
    pub(super) groups: Vec<Group>,
}

/// One person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) uid: Name,
    #[serde(deserialize_with = "not_empty")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "one_or_many")]
    pub(super) mail: Vec<String>,
    #[serde(default, deserialize_with = "one_or_many")]
    pub(super) phone: Vec<String>,
    #[serde(default)]
    pub(super) password: Option<String>,
    #[serde(default)]
    pub(super) disabled: bool,
}

/// One group. A member is a person's uid or another group's name; one that is neither is ignored, so
/// that deleting a person's line is enough to remove them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) name: Name,
    #[serde(default)]
    pub(super) members: Vec<String>,
}

/// Reads and parses the file.
pub(super) async fn read(path: &Path) -> Result<PeopleFile, BrokenFile> {
    let text = tokio::fs::read_to_string(path).await;
    let text = text.map_err(|error| BrokenFile(format!("The people file cannot be read: {error}.")))?;
    parse(&text)
}

/// Parses the file's text.
pub(super) fn parse(text: &str) -> Result<PeopleFile, BrokenFile> {
    let file: PeopleFile = serde_json::from_str(text).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let words = error.to_string();
        broken(error.line(), words.strip_suffix(&place).unwrap_or(&words))
    })?;
    let twice = repeated(file.people.iter().map(|person| &person.uid)).map(|uid| ("uid", uid));
    let twice = twice.or_else(|| repeated(file.groups.iter().map(|group| &group.name)).map(|name| ("name", name)));
    match twice {
        None => Ok(file),
        Some((key, Name(value))) => Err(broken(last_line_with(text, key, value), &format!("“{value}” is there twice"))),
    }
}

fn broken(line: usize, what: &str) -> BrokenFile {
    BrokenFile(format!("The people file is broken at line {line}: {what}."))
}

fn repeated<'a>(mut names: impl Iterator<Item = &'a Name>) -> Option<&'a Name> {
    let mut seen = HashSet::new();
    names.find(|name| !seen.insert(name.folded()))
}

/// The last line where this key has this value; the last line of all where it is written otherwise.
fn last_line_with(text: &str, key: &str, value: &str) -> usize {
    let packed = |text: &str| text.split_whitespace().collect::<String>();
    let wanted = packed(&format!("\"{key}\":\"{value}\""));
    let lines = text.lines().count();
    text.lines().rev().position(|line| packed(line).contains(&wanted)).map_or(lines, |from_end| lines - from_end)
}

/// A uid or a group's name: no characters that would need escaping in a DN.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Name(String);

impl Name {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Equal for names that differ only in case.
    pub(super) fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(text: String) -> Result<Name, String> {
        let allowed = |c: char| c.is_alphanumeric() || "-._ ".contains(c);
        if text.is_empty() || text.trim() != text || !text.chars().all(allowed) {
            return Err(format!("“{text}” is not a name made of letters, digits, spaces, “-”, “.” and “_”"));
        }
        Ok(Name(text))
    }
}

fn not_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() {
        return Err(D::Error::custom("the name is empty"));
    }
    Ok(text)
}

/// A text, a list of texts, or null. Empty texts are no values in LDAP and are left out.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Values;

    impl<'de> Visitor<'de> for Values {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a list of texts")
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }

        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(vec![text.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut values = Vec::new();
            while let Some(value) = list.next_element()? {
                values.push(value);
            }
            Ok(values)
        }
    }

    let mut values = deserializer.deserialize_any(Values)?;
    values.retain(|value| !value.is_empty());
    Ok(values)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn refusal(text: &str) -> String {
        parse(text).expect_err("the file should be refused").to_string()
    }

    #[test]
    fn the_embedded_file_holds_people_of_many_scripts() {
        let file = parse(EMBEDDED).unwrap();
        assert!(file.people.len() >= 60);
        assert_eq!(file.people.iter().filter(|person| person.mail.is_empty()).count(), 2);
        assert_eq!(file.people.iter().filter(|person| person.disabled).count(), 1);
        for sample in ["É", "Ольга", "Ελ", "さ", "欧", "남", "ليلى", "נועה", "Қ", "आ"] {
            let sample = sample.to_lowercase();
            let found = file.people.iter().any(|person| person.name.to_lowercase().contains(&sample));
            assert!(found, "nobody is written with {sample}");
        }
    }

    #[test]
    fn every_address_of_the_embedded_file_is_made_up_and_unique() {
        let file = parse(EMBEDDED).unwrap();
        let mut seen = HashSet::new();
        for mail in file.people.iter().flat_map(|person| &person.mail) {
            assert!(mail.ends_with("@demo.test"), "{mail}");
            assert!(seen.insert(mail.to_lowercase()), "{mail} is there twice");
        }
    }

    #[test]
    fn mail_may_be_a_text_a_list_null_or_absent() {
        let text = r#"{"people": [
            {"uid": "a", "name": "A", "mail": "a@demo.test"}, {"uid": "b", "name": "B", "mail": ["b@demo.test", ""]},
            {"uid": "c", "name": "C", "mail": null}, {"uid": "d", "name": "D"}]}"#;
        let mails: Vec<usize> = parse(text).unwrap().people.iter().map(|person| person.mail.len()).collect();
        assert_eq!(mails, [1, 1, 0, 0]);
    }

    #[test]
    fn a_broken_file_is_refused_with_the_line() {
        assert_eq!(
            refusal("{\"people\": [\n{\"uid\": \"a\"}\n]}"),
            "The people file is broken at line 2: missing field `name`."
        );
        assert!(refusal("{\"people\": [\n\n").contains("line 3"), "{}", refusal("{\"people\": [\n\n"));
        assert!(refusal("{\"people\": [\n{\"uid\": \"a,b\", \"name\": \"A\"}]}").contains("line 2: “a,b”"));
        assert!(refusal("{\"people\": [\n{\"uid\": \"a\", \"name\": \" \"}]}").contains("line 2: the name is empty"));
        assert!(refusal("{\"people\": [\n{\"uid\": \"a\", \"name\": \"A\", \"mail\": 3}]}").contains("line 2"));
        assert!(refusal("{\"people\": [],\n\"persons\": []}").contains("line 2: unknown field `persons`"));
    }

    #[test]
    fn the_second_of_two_equal_uids_is_named_with_its_line() {
        let text = "{\"people\": [\n{\"uid\": \"a\", \"name\": \"A\"},\n{\"uid\": \"A\", \"name\": \"B\"},\n{\"uid\": \"c\", \"name\": \"C\"}]}";
        assert_eq!(refusal(text), "The people file is broken at line 3: “A” is there twice.");
    }
}
