use super::IndexQuery;
use crate::model::*;
use crate::storage::activity::ActivityPage;
use crate::web::components::*;
use maud::{Markup, html};

const RESULTS: &str = "activities";

pub(super) struct IndexPage<'a> {
    pub(super) query: &'a IndexQuery,
    pub(super) page: &'a ActivityPage,
    /// The agent whose records are shown.
    pub(super) agent: Option<&'a Agent>,
    pub(super) now: Timestamp,
}

pub(super) fn actions(query: &IndexQuery) -> Markup {
    html! { (Button::link(&url("/activity/export.csv", &query.pairs()), "Export CSV")) }
}

pub(super) fn activity(page: &IndexPage<'_>) -> Markup {
    let query = page.query;
    let actions = Action::ALL.iter().map(|action| (action.as_str(), label(*action)));
    let mut bar = FilterBar::new("/activity", &query.q, "Search who, whom and address")
        .filter(Select::new("action", "Action").option("", "All actions").options(actions).selected(&query.action))
        .day("from", "From", &query.from)
        .day("until", "Until", &query.until)
        .live(RESULTS)
        .clear(query.is_narrowed());
    if !query.agent.is_empty() {
        bar = bar.keep("agent", &query.agent);
    }
    html! {
        @if let Some(agent) = page.agent {
            p { "What " a href={ "/agents/" (agent.id) } { (agent.name) } " did, and what was done to them." }
        }
        (bar)
        div #(RESULTS) { (results(page)) }
        (keys(false))
    }
}

/// The part that a filter replaces.
pub(super) fn results(page: &IndexPage<'_>) -> Markup {
    let next = page.page.next.as_deref();
    let further = next.map(|next| {
        let pairs: Vec<_> = page.query.pairs().into_iter().chain([("after", next)]).collect();
        url("/activity", &pairs)
    });
    let first = (!page.query.after.is_empty()).then(|| url("/activity", &page.query.pairs()));
    if page.page.items.is_empty() {
        let nothing = match &further {
            Some(href) => {
                let text = "No record matches among the newest that were looked through.";
                empty_state("Nothing found so far", text, Some(Button::link(href, "Look further back")))
            }
            None if page.query.is_narrowed() => {
                let clear = Button::link("/activity", "Clear filters");
                empty_state("Nothing found", "No record matches these filters.", Some(clear))
            }
            None => empty_state(
                "Nothing recorded yet",
                "Each sign-in, each change and who made it are listed here as they happen, and cannot be altered afterwards.",
                None,
            ),
        };
        return Card::untitled().body(&nothing);
    }
    let columns = [
        Column::new("When").quiet().short(),
        Column::new("What").long(),
        Column::new("Address").quiet().short(),
        Column::new("Number").number(),
    ];
    let rows = page.page.items.iter().map(|activity| row(activity, page.now));
    html! {
        (Table::new("Activity", columns).rows(rows))
        div.pager {
            span { (counted(page.page.items.len() as u64, "record", "records")) }
            @if first.is_some() || further.is_some() {
                nav aria-label="Pages" {
                    @if let Some(href) = &first { a href=(href) { "Newest" } }
                    @if let Some(href) = &further { a href=(href) rel="next" { "Older" } }
                }
            }
        }
    }
}

fn row(activity: &Activity, now: Timestamp) -> Row {
    let deed = &activity.deed;
    Row::new([
        time_ago(deed.at, now),
        what(deed),
        html! { (deed.address.as_deref().unwrap_or("—")) },
        html! { (number(activity.number)) },
    ])
}

fn what(deed: &Deed) -> Markup {
    let changes: Vec<String> = deed.changes.iter().map(ValueChange::words).collect();
    html! {
        @match &deed.actor {
            Actor::Agent { id, name, email } => a.strong href={ "/activity?agent=" (id) } title=(email) { (name) },
            other => span.strong { (other.name()) },
        }
        " " (deed.action.words())
        @if let Some(subject) = deed.subject.as_ref().filter(|subject| !is_actor(subject, &deed.actor)) {
            " "
            @match href(subject) {
                Some(href) => a href=(href) { (subject.name) },
                None => (subject.name),
            }
        } @else if deed.subject.is_some() { @if takes_object(deed.action) { " themselves" } }
        @if deed.times > 1 { " (" (number(deed.times)) " times)" }
        @if let Some(reason) = &deed.reason { ": " (reason) }
        @if !changes.is_empty() { div.small.muted { (changes.join("; ")) } }
    }
}

fn is_actor(subject: &Subject, actor: &Actor) -> bool {
    subject.kind == SubjectKind::Agent && actor.agent().is_some_and(|agent| agent.to_string() == subject.id)
}

/// Whether its words want somebody after them.
fn takes_object(action: Action) -> bool {
    !matches!(action, Action::SignedIn | Action::SignInFailed | Action::SignedOut | Action::FirstAdministrator)
}

fn href(subject: &Subject) -> Option<String> {
    match subject.kind {
        SubjectKind::Agent => Some(format!("/agents/{}", subject.id)),
        SubjectKind::Import => Some(format!("/imports/{}", subject.id)),
        SubjectKind::Directory | SubjectKind::Group => None,
    }
}

/// An action in the filter: "Sign in failed".
fn label(action: Action) -> String {
    let words = action.as_str().replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A path with those of the pairs that say something.
fn url(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}
