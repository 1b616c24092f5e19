//! `/settings/ldap/lookup`: what the directory says about someone, whether an import would bring them in, and whether
//! they could sign in. Nothing is written.

mod roads;
mod view;

pub(in crate::web) use view::card;

use crate::auth::{self, LookUpAnswer, LookUpError};
use crate::language::t;
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

/// Where it is; `?q=` asks all directories, or the one with the number in `directory`.
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
    /// Only this one.
    #[serde(default)]
    directory: String,
}

/// What one directory answered.
pub(super) struct Answer {
    directory: Directory,
    found: Result<LookUpAnswer, LookUpError>,
}

pub(in crate::web) async fn show(context: Context, asked: Query<Asked>) -> Result<HttpResponse, WebError> {
    let text = asked.q.trim();
    let all = context.state.store.directories().await?;
    let only: Option<DirectoryId> = asked.directory.parse().ok();
    let wanted: Vec<&Directory> = all.iter().filter(|one| only.is_none_or(|only| one.id == only)).collect();
    if wanted.is_empty() && !all.is_empty() {
        return Err(WebError::NotFound);
    }
    let answers = if text.is_empty() { Vec::new() } else { ask(&context, &wanted, text).await? };
    if htmx::wants_json(&context.request) {
        return Ok(as_json(text, &answers));
    }
    let groups = context.state.store.groups().await?;
    let page = view::LookUpPage { text, only, all: &all, answers: &answers, groups: &groups };
    let screen = Screen::new(t!("look_up-title"), Section::LdapDirectory, view::look_up(&page));
    let screen = screen.lead(maud::html! { (t!("look_up-lead")) });
    context.render(StatusCode::OK, screen).await
}

/// All directories at once, so that a slow one takes only its own time.
async fn ask(context: &Context, directories: &[&Directory], text: &str) -> Result<Vec<Answer>, WebError> {
    let state = &context.state;
    tracing::info!(by = %context.agent.id, "someone is looked up in the directory");
    let asked = directories.iter().map(async |directory| Answer {
        directory: (*directory).clone(),
        found: auth::look_up(&state.store, &state.secrets, Some(&state.monitor), directory, text).await,
    });
    let mut answers = Vec::new();
    for answer in futures::future::join_all(asked).await {
        match answer.found {
            Err(LookUpError::Storage(error)) => return Err(error.into()),
            _ => answers.push(answer),
        }
    }
    Ok(answers)
}

/// The entries of all that answered; an error where none did.
fn as_json(text: &str, answers: &[Answer]) -> HttpResponse {
    if text.is_empty() || answers.is_empty() {
        let error = match text.is_empty() {
            true => "Add a mail, a name or a DN: ?q=anna@example.com".to_owned(),
            false => LookUpError::NotConfigured.to_string(),
        };
        return HttpResponse::UnprocessableEntity().json(json!({ "error": error }));
    }
    let problems: Vec<Value> = answers.iter().filter_map(problem_json).collect();
    if problems.len() == answers.len() {
        return HttpResponse::BadGateway().json(&problems[0]);
    }
    let (mut items, mut more) = (Vec::new(), false);
    for Answer { directory, found } in answers {
        let Ok(found) = found else { continue };
        more |= found.look_up.more;
        for ((entry, agent), placed) in found.look_up.entries.iter().zip(&found.agents).zip(&found.placed) {
            items.push(entry_json(directory.id, entry, agent.as_ref(), placed));
        }
    }
    HttpResponse::Ok().json(json!({ "items": items, "more": more, "problems": problems }))
}

fn problem_json(answer: &Answer) -> Option<Value> {
    let directory = answer.directory.id;
    Some(match answer.found.as_ref().err()? {
        LookUpError::Directory(problem) => json!({
            "directory": directory,
            "error": problem.failure.message(),
            "remedy": problem.failure.remedy(),
        }),
        error => json!({ "directory": directory, "error": error.to_string() }),
    })
}

fn entry_json(directory: DirectoryId, entry: &LookedUp, agent: Option<&Agent>, placed: &Placed) -> Value {
    let why_not = |question| entry.objection(question);
    let fields: Vec<Value> = entry.fields.iter().map(field_json).collect();
    json!({
        "directory": directory,
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
