use super::IndexQuery;
use crate::language::{named, phrase, t};
use crate::model::*;
use crate::storage::activity::ActivityPage;
use crate::web::components::*;
use crate::web::rich::{Piece, link, marked_up_message, rich};
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
    html! { (Button::link(&url("/activity/export.csv", &query.pairs()), t!("activity-export"))) }
}

pub(super) fn activity(page: &IndexPage<'_>) -> Markup {
    let query = page.query;
    let actions = Action::ALL.iter().map(|action| (action.as_str(), label(*action)));
    let mut bar = FilterBar::new("/activity", &query.q, t!("activity-search"))
        .filter(
            Select::new("action", t!("activity-action"))
                .option("", t!("activity-all-actions"))
                .options(actions)
                .selected(&query.action),
        )
        .day("from", t!("activity-from"), &query.from)
        .day("until", t!("activity-until"), &query.until)
        .live(RESULTS)
        .clear(query.is_narrowed());
    if !query.agent.is_empty() {
        bar = bar.keep("agent", &query.agent);
    }
    html! {
        @if let Some(agent) = page.agent {
            p { (rich!("activity-of-agent", link = link(format!("/agents/{}", agent.id)), name = &agent.name)) }
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
                let further = Button::link(href, t!("activity-look-further"));
                empty_state(t!("activity-nothing-so-far"), t!("activity-nothing-so-far-text"), Some(further))
            }
            None if page.query.is_narrowed() => {
                let clear = Button::link("/activity", t!("components-clear-filters"));
                empty_state(t!("activity-nothing-found"), t!("activity-nothing-found-text"), Some(clear))
            }
            None => empty_state(t!("activity-nothing-yet"), t!("activity-nothing-yet-text"), None),
        };
        return Card::untitled().body(&nothing);
    }
    let columns = [
        Column::new(t!("activity-when")).quiet().short(),
        Column::new(t!("activity-what")).long(),
        Column::new(t!("activity-address")).quiet().short(),
        Column::new(t!("activity-number")).number(),
    ];
    let rows = page.page.items.iter().map(|activity| row(activity, page.now));
    html! {
        (Table::new(t!("layout-activity"), columns).rows(rows))
        div.pager {
            span { (t!("activity-records", count = page.page.items.len())) }
            @if first.is_some() || further.is_some() {
                nav aria-label=(t!("components-pages")) {
                    @if let Some(href) = &first { a href=(href) { (t!("activity-newest")) } }
                    @if let Some(href) = &further { a href=(href) rel="next" { (t!("activity-older")) } }
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
    let mut what = done(deed);
    if deed.times > 1 {
        what = rich!("activity-times", what = what, count = deed.times);
    }
    if let Some(reason) = &deed.reason {
        what = rich!("activity-reason", what = what, reason = phrase(reason).as_ref());
    }
    let changes: Vec<String> = deed.changes.iter().map(changed).collect();
    html! {
        (what)
        @if !changes.is_empty() { div.small.muted { (changes.join("; ")) } }
    }
}

/// Who did what to whom, a sentence for each action.
fn done(deed: &Deed) -> Markup {
    let actor = match &deed.actor {
        Actor::Agent { id, name, email } => {
            html! { a.strong href={ "/activity?agent=" (id) } title=(email) { (name) } }
        }
        Actor::Command => html! { span.strong { (t!("activity-actor-command")) } },
        Actor::Schedule => html! { span.strong { (t!("activity-actor-schedule")) } },
        Actor::Nobody => html! { span.strong { (t!("activity-actor-nobody")) } },
    };
    let subject = deed.subject.as_ref().map(|subject| {
        // Others have a name that somebody gave them.
        let name = match subject.kind {
            SubjectKind::Import => phrase(&subject.name),
            _ => subject.name.as_str().into(),
        };
        match href(subject) {
            Some(href) => html! { a href=(href) { (name) } },
            None => html! { (name) },
        }
    });
    let is_self = deed.subject.as_ref().is_some_and(|subject| is_actor(subject, &deed.actor));
    let pieces = [
        ("actor", Piece::Markup(actor)),
        ("subject", Piece::Markup(subject.unwrap_or_default())),
        ("whom", Piece::Plain(if is_self { "self" } else { "other" }.into())),
    ];
    marked_up_message(&format!("activity-did-{}", deed.action.as_str().replace('_', "-")), &pieces)
}

/// A value before and after, as [`ValueChange::words`] says it in English.
fn changed(change: &ValueChange) -> String {
    let field = phrase(&change.field);
    // What people named.
    let is_own_word = matches!(
        change.field.as_str(),
        "Name" | "Email" | "Phone" | "Groups" | "Groups added" | "Groups taken away" | "Groups set" | "Agents"
    );
    let shown = |value: &str| match value {
        "" => t!("activity-no-value").to_owned(),
        value if is_own_word => value.to_owned(),
        value => phrase(value).into_owned(),
    };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => t!("activity-change", field = field, old = shown(old), new = shown(new)),
        (None, Some(new)) => t!("activity-change-new", field = field, new = shown(new)),
        _ => t!("activity-change-secret", field = field),
    }
}

fn is_actor(subject: &Subject, actor: &Actor) -> bool {
    subject.kind == SubjectKind::Agent && actor.agent().is_some_and(|agent| agent.to_string() == subject.id)
}

fn href(subject: &Subject) -> Option<String> {
    match subject.kind {
        SubjectKind::Agent => Some(format!("/agents/{}", subject.id)),
        SubjectKind::Import => Some(format!("/imports/{}", subject.id)),
        SubjectKind::Directory | SubjectKind::Group => None,
    }
}

/// An action in the filter.
fn label(action: Action) -> &'static str {
    named("activity-label-", action.as_str())
}

/// A path with those of the pairs that say something.
fn url(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}
