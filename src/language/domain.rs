//! What `model` names, in the language of the request. `model` keeps the English, for the log, commands and JSON.

use super::{Value, day, is_there, named, phrase, sentence};
use crate::model::{AgentState, ConnectionFailure, Role, StepName, Vendor};
use serde::Serialize;
use serde_json::Value as Json;

/// The name of a role.
pub fn role(role: Role) -> &'static str {
    named("names-role-", role.as_str())
}

/// The name of a state of an agent.
pub fn agent_state(state: AgentState) -> &'static str {
    named("names-state-", state.as_str())
}

/// The name of a step of the connection check.
pub fn step(step: StepName) -> &'static str {
    named("names-step-", &tag_of(&step))
}

/// The name of a kind of directory server.
pub fn vendor(vendor: &Vendor) -> &'static str {
    named("names-vendor-", &tag_of(vendor))
}

/// What happened, one sentence: [`ConnectionFailure::message`].
pub fn failure_message(failure: &ConnectionFailure) -> String {
    of_failure(failure, "message")
}

/// What to do next: [`ConnectionFailure::remedy`].
pub fn failure_remedy(failure: &ConnectionFailure) -> String {
    of_failure(failure, "remedy")
}

/// A role, or groups of the panel, as the change of an agent names them, `Administrator by cn=admins,dc=example,dc=com`.
pub fn given(english: &str) -> String {
    let by_rule = english.match_indices(" by ").map(|(at, by)| (&english[..at], &english[at + by.len()..]));
    let Some((what, by)) = by_rule.into_iter().find(|(_, by)| begins_as_dn(by)) else {
        return role_or_groups(english);
    };
    let mut named: Vec<String> = Vec::new();
    for part in by.split(" and ") {
        let more = part.strip_suffix(" more").and_then(|count| count.parse::<u32>().ok());
        match (more, named.last_mut()) {
            (Some(count), _) => named.push(sentence("rules-given-more", &[("count", count.into())])),
            // The word is within a name.
            (None, Some(last)) if !begins_as_dn(part) => last.push_str(&format!(" and {part}")),
            (None, _) => named.push(part.to_owned()),
        }
    }
    let both = |first: String, second: String| {
        sentence("rules-given-and", &[("first", first.into()), ("second", second.into())])
    };
    let by = named.into_iter().reduce(both).unwrap_or_default();
    sentence("rules-given-by", &[("what", role_or_groups(what).into()), ("by", by.into())])
}

/// Groups have the names that somebody gave them.
fn role_or_groups(english: &str) -> String {
    let known = Role::ALL.into_iter().find(|one| one.label() == english);
    known.map_or_else(|| english.to_owned(), |known| role(known).to_owned())
}

fn begins_as_dn(text: &str) -> bool {
    let name = text.split_once('=').map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)))
}

/// Whether it names hosts or servers decides between two sentences.
fn of_failure(failure: &ConnectionFailure, part: &str) -> String {
    let fields = serde_json::to_value(failure).unwrap_or_default();
    let cause = dashed(fields.get("cause").and_then(Json::as_str).unwrap_or_default());
    let is_empty = |name: &str| fields.get(name).and_then(Json::as_array).is_some_and(Vec::is_empty);
    let unnamed = format!("failures-{cause}-{part}-unnamed");
    if (is_empty("names") || is_empty("to")) && is_there(&unnamed) {
        return sentence(&unnamed, &values(&fields));
    }
    sentence(&format!("failures-{cause}-{part}"), &values(&fields))
}

const FIELDS: [&str; 17] = [
    "host",
    "name",
    "names",
    "address",
    "seconds",
    "port",
    "result_code",
    "until",
    "from",
    "what",
    "why",
    "base",
    "filter",
    "group",
    "after",
    "doing",
    "to",
];

/// The fields of a failure under their names.
fn values(fields: &Json) -> Vec<(&'static str, Value<'static>)> {
    let value = |name: &'static str| {
        let value = match fields.get(name)? {
            Json::String(text) if ["until", "from"].contains(&name) => day(text).into_owned().into(),
            Json::String(text) => phrase(text).into_owned().into(),
            Json::Array(texts) => texts.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ").into(),
            number => Value::plain(number.as_f64()?),
        };
        Some((name, value))
    };
    FIELDS.into_iter().filter_map(value).collect()
}

/// The name that serde gives it.
fn tag_of(value: &impl Serialize) -> String {
    dashed(serde_json::to_value(value).unwrap_or_default().as_str().unwrap_or_default())
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}
