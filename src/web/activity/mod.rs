//! `/activity`: who did what, newest first; and how handlers record it.

pub(super) mod changes;
mod view;

use super::context::{Context, Guest, Screen, respond};
use super::error::WebError;
use super::layout::Section;
use super::{client, csv, htmx};
use crate::language::t;
use crate::model::*;
use crate::storage::activity::{ActivityPage, ActivityQuery};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Query};
use futures::StreamExt;
use serde::Deserialize;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;

/// Records a page.
const PAGE: usize = 50;

impl Guest {
    /// What someone does who is not, or no longer, signed in.
    pub(super) fn deed(&self, actor: Actor, action: Action) -> Deed {
        Deed::new(Timestamp::now_utc(), actor, action).from(client::address(&self.request, &self.state))
    }
}

impl Context {
    /// Records what the agent who asks has done.
    pub(super) async fn record(&self, action: Action, more: impl FnOnce(Deed) -> Deed) {
        self.state.activity.record(more(self.deed(Actor::of(&self.agent), action))).await;
    }
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct IndexQuery {
    q: String,
    action: String,
    agent: String,
    from: String,
    until: String,
    after: String,
}

impl IndexQuery {
    /// A filter that names nothing known is left out, as an old bookmark should not be an error.
    fn to_query(&self, limit: usize) -> ActivityQuery {
        ActivityQuery {
            text: self.q.chars().take(200).collect::<String>().trim().to_lowercase(),
            agent: self.agent.parse().ok(),
            action: Action::parse(&self.action),
            from: moment(&self.from, false),
            until: moment(&self.until, true),
            after: Some(self.after.clone()).filter(|after| !after.is_empty()),
            limit,
        }
    }

    fn is_narrowed(&self) -> bool {
        [&self.q, &self.action, &self.agent, &self.from, &self.until].iter().any(|text| !text.is_empty())
    }

    fn pairs(&self) -> [(&str, &str); 5] {
        [("q", &self.q), ("action", &self.action), ("agent", &self.agent), ("from", &self.from), ("until", &self.until)]
    }
}

/// A day in UTC, all of it, or a time as in JSON.
fn moment(typed: &str, whole_day: bool) -> Option<Timestamp> {
    let typed = typed.trim();
    let day = time::Date::parse(typed, format_description!("[year]-[month]-[day]")).ok();
    let day = if whole_day { day.and_then(time::Date::next_day) } else { day };
    let of_day = day.map(|day| day.midnight().assume_utc());
    of_day.or_else(|| Timestamp::parse(typed, &Rfc3339).ok().map(|at| at.to_offset(time::UtcOffset::UTC)))
}

pub(super) async fn index(context: Context, query: Query<IndexQuery>) -> Result<HttpResponse, WebError> {
    let page = context.state.store.activity(&query.to_query(PAGE)).await?;
    if htmx::wants_json(&context.request) {
        return Ok(HttpResponse::Ok().json(page_json(&page)));
    }
    let agent = match query.agent.parse() {
        Ok(id) => context.state.store.agent(id).await?,
        Err(_) => None,
    };
    let view = view::IndexPage { query: &query, page: &page, agent: agent.as_ref(), now: context.now };
    if htmx::is_htmx(&context.request) {
        return Ok(respond(StatusCode::OK, view::results(&view)));
    }
    let screen = Screen::new(t!("layout-activity"), Section::Activity, view::activity(&view))
        .lead(maud::html! { (t!("activity-lead")) })
        .actions(view::actions(&query));
    context.render(StatusCode::OK, screen).await
}

/// All that match as CSV, part by part.
pub(super) async fn export(context: Context, query: Query<IndexQuery>) -> Result<HttpResponse, WebError> {
    let narrowed =
        query.pairs().iter().filter(|(_, value)| !value.is_empty()).map(|(name, _)| *name).collect::<Vec<_>>();
    let filters = if narrowed.is_empty() { "all of it".into() } else { format!("filtered by {}", narrowed.join(", ")) };
    context.record(Action::ActivityExported, |deed| deed.because(filters)).await;
    let store = context.state.store.clone();
    let first = ActivityQuery { after: None, ..query.to_query(1_000) };
    let head = Bytes::from_static(
        "\u{feff}number,at,actor,actor_id,actor_email,address,action,subject_kind,subject_id,subject,changes,reason,times,hash\r\n"
            .as_bytes(),
    );
    let pages = futures::stream::unfold(Some(first), move |query| {
        let store = store.clone();
        async move {
            let query = query?;
            match store.activity(&query).await {
                Ok(page) => {
                    let rows: String = page.items.iter().map(csv_row).collect();
                    let next = page.next.map(|after| ActivityQuery { after: Some(after), ..query });
                    Some((Ok(Bytes::from(rows)), next))
                }
                Err(error) => Some((Err(WebError::from(error)), None)),
            }
        }
    });
    let body = futures::stream::once(async move { Ok::<_, WebError>(head) }).chain(pages);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\""))
        .streaming(body))
}

fn csv_row(activity: &Activity) -> String {
    let deed = &activity.deed;
    let (id, email) = match &deed.actor {
        Actor::Agent { id, email, .. } => (id.to_string(), email.clone()),
        _ => Default::default(),
    };
    let subject = json(deed.subject.as_ref().map(|subject| subject.kind));
    let about = deed.subject.as_ref().map(|subject| (subject.id.as_str(), subject.name.as_str())).unwrap_or_default();
    let changes: Vec<String> = deed.changes.iter().map(ValueChange::words).collect();
    csv::row(&[
        &activity.number.to_string(),
        &deed.at.format(&Rfc3339).unwrap_or_default(),
        deed.actor.name(),
        &id,
        &email,
        deed.address.as_deref().unwrap_or_default(),
        deed.action.as_str(),
        subject.as_str().unwrap_or_default(),
        about.0,
        about.1,
        &changes.join("; "),
        deed.reason.as_deref().unwrap_or_default(),
        &deed.times.to_string(),
        &activity.hash,
    ])
}

fn json(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn page_json(page: &ActivityPage) -> Value {
    let items: Vec<Value> = page.items.iter().map(activity_json).collect();
    json!({ "items": items, "next": page.next })
}

fn activity_json(activity: &Activity) -> Value {
    let deed = &activity.deed;
    json!({
        "number": activity.number,
        "at": deed.at.format(&Rfc3339).ok(),
        "actor": deed.actor,
        "address": deed.address,
        "action": deed.action,
        "subject": deed.subject,
        "changes": deed.changes,
        "reason": deed.reason,
        "times": deed.times,
        "before": activity.before,
        "hash": activity.hash,
    })
}
