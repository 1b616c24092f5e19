//! What imports report about agents, entries and themselves, in the language of the request: sentences of `model`.

use super::{named, phrase, t};
use crate::model::{AgentChange, ChangeKind, FieldChange, HeldReason, RemovalCause, RunNote, SkipReason};

/// Why, in a sentence: [`AgentChange::reason`].
pub fn change_reason(change: &AgentChange) -> Option<String> {
    let missed = || (change.kind == ChangeKind::Missed).then(|| t!("phrases-missed").to_owned());
    let cause = change.cause.as_ref().map(removal_cause);
    change.skipped.as_ref().map(skip_reason).or(cause).or_else(missed)
}

/// Why an entry was skipped, and what would mend it: [`SkipReason::sentence`].
pub fn skip_reason(reason: &SkipReason) -> String {
    match reason {
        SkipReason::NoGuid { attribute } => t!("phrases-skip-no-guid", attribute = attribute),
        SkipReason::NoMail { attribute } => t!("phrases-skip-no-mail", attribute = attribute),
        SkipReason::MailIsNoAddress { attribute, value } => {
            t!("phrases-skip-mail-is-no-address", attribute = attribute, value = value)
        }
        SkipReason::NoName { attribute } => t!("phrases-skip-no-name", attribute = attribute),
        SkipReason::MailTaken { email, by_dn } => t!("phrases-skip-mail-taken", email = email, by_dn = by_dn),
        SkipReason::MailOfLocalAgent { email } => t!("phrases-skip-mail-of-local-agent", email = email),
        SkipReason::MailOfOtherDirectory { email, directory } => {
            t!("phrases-skip-mail-of-other-directory", email = email, directory = directory)
        }
        SkipReason::GuidTwice { guid, other_dn } => t!("phrases-skip-guid-twice", guid = guid, other_dn = other_dn),
        SkipReason::Malformed { what } => t!("phrases-skip-malformed", what = phrase(what)),
    }
}

/// What the directory said about whoever was removed: [`RemovalCause::sentence`].
pub fn removal_cause(cause: &RemovalCause) -> String {
    match cause {
        RemovalCause::Gone => t!("phrases-cause-gone").into(),
        RemovalCause::MovedOut { dn } => t!("phrases-cause-moved-out", dn = dn),
        RemovalCause::NoLongerMatches { dn } => t!("phrases-cause-no-longer-matches", dn = dn),
        RemovalCause::LeftGroup { dn } => t!("phrases-cause-left-group", dn = dn),
        RemovalCause::NotMatched => t!("phrases-cause-not-matched").into(),
        RemovalCause::NotAsked => t!("phrases-cause-not-asked").into(),
        RemovalCause::DirectoryDeleted { name } => t!("phrases-cause-directory-deleted", name = name),
    }
}

/// Why removals were held: [`HeldReason::sentence`].
pub fn held_reason(reason: &HeldReason) -> String {
    match reason {
        HeldReason::SettingsChanged { what } => {
            let names = what.iter().map(|name| phrase(name).into_owned());
            let what = listed(names).unwrap_or_else(|| t!("phrases-held-settings").into());
            t!("phrases-held-settings-changed", what = what)
        }
        HeldReason::NobodyFound => t!("phrases-held-nobody-found").into(),
        HeldReason::TooMany { absent, agents, percent, count } => {
            t!("phrases-held-too-many", absent = *absent, agents = *agents, percent = *percent, count = *count)
        }
        HeldReason::NotConfirmed { agents } => t!("phrases-held-not-confirmed", agents = *agents),
        HeldReason::NothingToCompare => t!("phrases-held-nothing-to-compare").into(),
        HeldReason::Undecided { reasons } => {
            let before: Vec<String> = reasons.iter().map(held_reason).collect();
            t!("phrases-held-undecided", before = before.join(" "))
        }
    }
}

/// What a run says beside its numbers: [`RunNote::sentence`].
pub fn run_note(note: &RunNote) -> String {
    match note {
        RunNote::RuleNotRead { rule, group, why } => {
            t!("phrases-note-rule-not-read", rule = rule.to_string(), group = group, why = phrase(why))
        }
        RunNote::NoDirectoryAdministrator { local } => t!("phrases-note-no-administrator", local = *local),
    }
}

/// A field of an agent, before and after: `phone — → 123`.
pub fn field_change(change: &FieldChange) -> String {
    let field = named("reports-field-", &change.field);
    let value =
        |value: &Option<String>| value.as_deref().map_or_else(|| "—".to_owned(), |text| shown(&change.field, text));
    t!("reports-change", field = field, old = value(&change.old), new = value(&change.new))
}

/// A value as an import has written it down, in English where it is a word.
fn shown(field: &str, value: &str) -> String {
    match field {
        "state" => named("reports-state-", &value.replace(' ', "-")).into(),
        "role" | "role_by_rules" => placed(value, |role| phrase(role).into_owned()),
        "groups" | "groups_by_rules" => placed(value, str::to_owned),
        _ => value.into(),
    }
}

/// A role or groups; of rules with their LDAP groups, `Administrator by cn=a and cn=b and 3 more`.
fn placed(value: &str, what: impl Fn(&str) -> String) -> String {
    let mut by_rules = value.match_indices(" by ").map(|(at, by)| (&value[..at], &value[at + by.len()..]));
    let Some((given, by)) = by_rules.find(|(_, by)| begins_as_dn(by)) else { return what(value) };
    let mut groups: Vec<String> = Vec::new();
    for part in by.split(" and ") {
        let more = part.strip_suffix(" more").and_then(|number| number.parse::<u64>().ok());
        match (more, groups.last_mut()) {
            (Some(more), _) => groups.push(t!("reports-more", count = more)),
            // A name with the word in it.
            (None, Some(before)) if !begins_as_dn(part) => *before = format!("{before} and {part}"),
            (None, _) => groups.push(part.to_owned()),
        }
    }
    // Names have commas in them.
    let groups = groups.into_iter().reduce(both).unwrap_or_default();
    t!("reports-by", what = what(given), groups = groups)
}

/// Names of the panel's groups may have any words in them.
fn begins_as_dn(text: &str) -> bool {
    let name = text.split_once('=').map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)))
}

/// `Host`, `Host and User filter`, `Host, User filter and GUID attribute`.
fn listed(names: impl IntoIterator<Item = String>) -> Option<String> {
    let mut names: Vec<String> = names.into_iter().collect();
    let last = names.pop()?;
    if names.is_empty() {
        return Some(last);
    }
    Some(both(names.join(", "), last))
}

fn both(first: String, last: String) -> String {
    t!("reports-and", first = first, last = last)
}
