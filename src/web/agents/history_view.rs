//! What imports did to one agent.

use super::show_view::ShowPage;
use crate::language::{phrase, t};
use crate::model::*;
use crate::storage::AgentEvent;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};
use std::borrow::Cow;

pub(super) fn history(page: &ShowPage<'_>) -> Markup {
    let added = page.agent.added_by.map(|run| {
        let import = import(run, page.is_administrator);
        html! { li { (rich!("agents-history-added", when = time_ago(page.agent.created_at, page.now), import = import)) } }
    });
    Card::new(t!("agents-history")).lead(t!("agents-history-lead")).body(&html! {
        ol.history {
            @for event in page.history { (line(page, event)) }
            @if let Some(added) = added { (added) }
        }
    })
}

/// Its name; for administrators the way to its report, which others may not open.
pub(super) fn import(run: RunId, is_administrator: bool) -> Markup {
    let name = rich!("agents-import", number = run.to_string());
    html! { @if is_administrator { a href={ "/imports/" (run) } { (name) } } @else { (name) } }
}

fn line(page: &ShowPage<'_>, event: &AgentEvent) -> Markup {
    html! {
        li {
            @match event.change.reason() {
                Some(reason) => (rich!("agents-history-reason", event = head(page, event), reason = phrase(&reason).into_owned())),
                None => (head(page, event)),
            }
            @for field in &event.change.fields {
                br;
                span.small { (changed(field)) }
            }
        }
    }
}

fn head(page: &ShowPage<'_>, event: &AgentEvent) -> Markup {
    let (when, import) = (time_ago(event.at, page.now), import(event.run, page.is_administrator));
    match event.change.kind {
        ChangeKind::Restored => rich!("agents-history-restored", when = when, import = import),
        ChangeKind::Removed => rich!("agents-history-removed", when = when, import = import),
        _ => rich!("agents-history-updated", when = when, import = import),
    }
}

fn changed(change: &FieldChange) -> String {
    let field = change.field.as_str();
    let (old, new) = (said(field, change.old.as_deref()), said(field, change.new.as_deref()));
    t!("agents-history-change", field = name_of(field), old = old, new = new)
}

/// What a field of a report is called.
fn name_of(field: &str) -> Cow<'_, str> {
    let name = match field {
        "name" => t!("agents-field-name"),
        "email" => t!("agents-field-email"),
        "phone" => t!("agents-field-phone"),
        "dn" => t!("agents-field-dn"),
        "guid" => t!("agents-field-guid"),
        "state" => t!("agents-field-state"),
        "role" => t!("agents-field-role"),
        "groups" => t!("agents-field-groups"),
        "role_by_rules" => t!("agents-field-role-by-rules"),
        "groups_by_rules" => t!("agents-field-groups-by-rules"),
        other => return other.replace('_', " ").into(),
    };
    name.into()
}

/// A value of a field: states and roles have names in each language, all else is as it is.
fn said<'a>(field: &str, value: Option<&'a str>) -> Cow<'a, str> {
    let Some(value) = value else { return "—".into() };
    match (field, value.split_once(" by ")) {
        ("state", _) | ("role" | "role_by_rules", None) => phrase(value),
        ("role" | "role_by_rules", Some((role, by))) => {
            t!("agents-history-by", what = phrase(role), groups = by).into()
        }
        ("groups" | "groups_by_rules", Some((names, by))) => t!("agents-history-by", what = names, groups = by).into(),
        _ => value.into(),
    }
}
