//! `/settings/ldap/lookup`: what the directory says about someone, whether an import would bring them in, and whether
//! they could sign in. Nothing is written.

mod view;

pub(in crate::web) use view::card;

use crate::auth::{self, LookUpAnswer, LookUpError};
use crate::model::*;
use crate::web::context::{Context, Screen};
use crate::web::error::WebError;
use crate::web::htmx;
use crate::web::layout::Section;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;
use serde_json::{Value, json};

/// Where it is; `?q=` asks, of several directories the one with the number in `directory`, or the first.
pub(in crate::web) const HERE: &str = "/settings/ldap/lookup";

/// The page with what this directory says of this entry.
pub(in crate::web) fn address(directory: DirectoryId, dn: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("directory", &directory.to_string());
    let query = query.append_pair("q", dn).finish();
    format!("{HERE}?{query}")
}

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    /// A mail, a name, an account name or a DN.
    #[serde(default)]
    q: String,
    #[serde(default)]
    directory: String,
}

pub(in crate::web) async fn show(context: Context, asked: Query<Asked>) -> Result<HttpResponse, WebError> {
    let text = asked.q.trim();
    let all = context.state.store.directories().await?;
    let directory = match asked.directory.parse() {
        Ok(id) => Some(all.iter().find(|directory| directory.id == id).ok_or(WebError::NotFound)?),
        Err(_) => all.first(),
    };
    let answer = match text.is_empty() {
        true => None,
        false => Some(ask(&context, directory, text).await),
    };
    let answer = match answer {
        Some(Err(LookUpError::Storage(error))) => return Err(error.into()),
        other => other,
    };
    if htmx::wants_json(&context.request) {
        return Ok(answer.map_or_else(nothing_asked, |answer| as_json(&answer)));
    }
    let groups = context.state.store.groups().await?;
    let page = view::LookUpPage { text, directory, all: &all, answer: answer.as_ref(), groups: &groups };
    let screen = Screen::new("Look someone up", Section::LdapDirectory, view::look_up(&page));
    let screen = screen.lead(maud::html! { "What the directory says, and what follows from it. Nothing is changed." });
    context.render(StatusCode::OK, screen).await
}

async fn ask(context: &Context, directory: Option<&Directory>, text: &str) -> Result<LookUpAnswer, LookUpError> {
    let state = &context.state;
    let directory = directory.ok_or(LookUpError::NotConfigured)?;
    tracing::info!(by = %context.agent.id, "someone is looked up in the directory");
    auth::look_up(&state.store, &state.secrets, Some(&state.monitor), directory, text).await
}

fn nothing_asked() -> HttpResponse {
    HttpResponse::UnprocessableEntity().json(json!({ "error": "Add a mail, a name or a DN: ?q=anna@example.com" }))
}

fn as_json(answer: &Result<LookUpAnswer, LookUpError>) -> HttpResponse {
    match answer {
        Ok(answer) => {
            let entries: Vec<Value> = answer
                .look_up
                .entries
                .iter()
                .zip(&answer.agents)
                .zip(&answer.placed)
                .map(|((entry, agent), placed)| entry_json(entry, agent.as_ref(), placed))
                .collect();
            HttpResponse::Ok().json(json!({ "items": entries, "more": answer.look_up.more }))
        }
        Err(LookUpError::Directory(problem)) => HttpResponse::BadGateway().json(json!({
            "error": problem.failure.message(),
            "remedy": problem.failure.remedy(),
        })),
        Err(error) => HttpResponse::UnprocessableEntity().json(json!({ "error": error.to_string() })),
    }
}

fn entry_json(entry: &LookedUp, agent: Option<&Agent>, placed: &Placed) -> Value {
    let why_not = |question| entry.objection(question);
    let fields: Vec<Value> = entry.fields.iter().map(field_json).collect();
    json!({
        "dn": entry.dn,
        "guid": entry.guid,
        "attributes": fields,
        "within_base": entry.place.within_base,
        "matches_filter": entry.place.matches_filter,
        "user_group": place_json(&entry.place.group),
        "rules": entry.rules.iter().map(place_json).collect::<Vec<_>>(),
        "groups": entry.groups,
        "state": entry.state.state,
        "state_from": entry.state.evidence.as_ref().map(|(attribute, value)| json!({ attribute: value })),
        "agent": agent.map(|agent| agent.id),
        "role": placed.role,
        "role_origin": placed.role_origin,
        "role_by": placed.rules.role.as_ref().map(|given| given.by.as_str()),
        "panel_groups": placed.groups,
        "panel_groups_origin": placed.groups_origin,
        "would_be_imported": why_not(Question::WouldBeImported).is_none(),
        "not_imported_because": why_not(Question::WouldBeImported),
        "could_sign_in": why_not(Question::CouldSignIn).is_none(),
        "no_sign_in_because": why_not(Question::CouldSignIn),
    })
}

fn field_json(field: &MappedField) -> Value {
    let of = match field.field {
        Field::Guid => "guid",
        Field::Name => "name",
        Field::Mail => "email",
        Field::Phone => "phone",
    };
    json!({
        "of": of,
        "attribute": field.attribute,
        "values": field.values,
        "taken": field.taken,
        "note": field.note,
    })
}

/// Whether an entry is in an LDAP group, and by which road.
fn place_json(place: &GroupPlace) -> Value {
    match place {
        GroupPlace::NotAsked => Value::Null,
        GroupPlace::In(road) => json!({ "member": true, "road": road }),
        GroupPlace::Out => json!({ "member": false }),
        GroupPlace::Unknown => json!({ "member": null }),
    }
}
