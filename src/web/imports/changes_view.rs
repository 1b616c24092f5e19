use super::ChangesQuery;
use crate::language::{change_reason, field_change, named, t};
use crate::model::*;
use crate::storage::Page;
use crate::web::components::*;
use maud::{Markup, Render, html};

const RESULTS: &str = "changes";

/// The report: who changed and how, who was skipped and why.
pub(super) fn changes(run: &ImportRun, query: &ChangesQuery, page: &Page<AgentChange>) -> Markup {
    let is_narrowed = is_narrowed(query);
    // A run that did not end well has said over this why there is nothing.
    if page.items.is_empty() && !is_narrowed && run.state != RunState::Done {
        return html! {};
    }
    let here = format!("/imports/{}", run.id);
    let kinds = ChangeKind::ALL.map(|kind| (kind.as_str(), label(kind)));
    let bar = FilterBar::new(&here, &query.q, t!("imports-search"))
        .filter(
            Select::new("kind", t!("imports-change"))
                .option(all_kinds(run), t!("imports-all-changes"))
                .options(kinds)
                .selected(&query.kind),
        )
        .live(RESULTS)
        .clear(is_narrowed);
    html! {
        div.stack.changes {
            @if is_narrowed || page.total > 0 { (bar) }
            div #(RESULTS) { (results(run, query, page)) }
            (keys(false))
        }
    }
}

/// On the page of a run that was held, no kind means those who were held.
fn all_kinds(run: &ImportRun) -> &'static str {
    if run.state == RunState::Held { super::ALL_KINDS } else { "" }
}

fn is_narrowed(query: &ChangesQuery) -> bool {
    !["", super::ALL_KINDS].contains(&query.kind.as_str()) || !query.q.trim().is_empty()
}

/// The part that a search replaces.
pub(super) fn results(run: &ImportRun, query: &ChangesQuery, page: &Page<AgentChange>) -> Markup {
    let here = &format!("/imports/{}", run.id);
    let is_narrowed = is_narrowed(query);
    if run.thinned {
        return Card::untitled().body(&empty_state(t!("imports-thinned"), t!("imports-thinned-text"), None));
    }
    if page.items.is_empty() {
        let (title, text) = if is_narrowed {
            (t!("imports-nothing-found"), t!("imports-no-change-found-text"))
        } else if run.dry_run {
            (t!("imports-nothing-would-change"), t!("imports-as-already"))
        } else {
            (t!("imports-nothing-changed"), t!("imports-as-already"))
        };
        return Card::untitled().body(&empty_state(
            title,
            text,
            is_narrowed.then(|| Button::link(here, t!("components-clear-filters"))),
        ));
    }
    let columns = [
        Column::new(t!("imports-change")).short(),
        Column::new(t!("imports-agent")).long(),
        Column::new(t!("imports-what")).quiet().long(),
    ];
    let first: u64 = query.from.parse().unwrap_or(1);
    let shown = page.items.len() as u64;
    let from = (first + shown).to_string();
    let pager = Pager {
        from: Some(first),
        shown,
        total: page.total,
        first: (!query.after.is_empty()).then(|| here.clone()),
        next: super::next_url(page, here, &[("kind", &query.kind), ("q", &query.q), ("from", &from)]),
    };
    html! { (Table::new(t!("imports-changes"), columns).rows(page.items.iter().map(row))) (pager.render()) }
}

fn label(kind: ChangeKind) -> &'static str {
    named("imports-change-", kind.as_str())
}

fn row(change: &AgentChange) -> Row {
    let tone = match change.kind {
        ChangeKind::Added | ChangeKind::Restored => Tone::Ok,
        ChangeKind::Updated => Tone::Info,
        ChangeKind::Removed => Tone::Bad,
        ChangeKind::Skipped | ChangeKind::Held | ChangeKind::Missed => Tone::Warning,
    };
    let href = change.agent.map(|id| format!("/agents/{id}"));
    let who = if change.name.is_empty() {
        html! { span.mono { (change.dn) } }
    } else {
        person(&change.name, href.as_deref())
    };
    Row::new([tag(tone, label(change.kind)), who, what(change)])
}

fn what(change: &AgentChange) -> Markup {
    if let Some(reason) = change_reason(change) {
        return html! {
            (reason)
            @if !change.name.is_empty() { br; span.mono.small { (change.dn) } }
        };
    }
    match change.kind {
        ChangeKind::Added => {
            let new = |name: &str| change.fields.iter().find(|field| field.field == name)?.new.as_deref();
            html! {
                @if let Some(address) = new("email") { (email(address)) }
                @if let Some(phone) = new("phone") { " · " (phone) }
                br; span.mono.small { (change.dn) }
            }
        }
        _ => html! {
            @for (i, field) in change.fields.iter().enumerate() {
                @if i > 0 { br; }
                (field_change(field))
            }
        },
    }
}
