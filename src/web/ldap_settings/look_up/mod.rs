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
use serde_json::json;

/// Where it is; `?q=` asks.
pub(in crate::web) const HERE: &str = "/settings/ldap/lookup";

/// The page with what the directory says of this entry.
pub(in crate::web) fn address(dn: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", dn).finish();
    format!("{HERE}?{query}")
}

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    /// A mail, a name, an account name or a DN.
    #[serde(default)]
    q: String,
}

pub(in crate::web) async fn show(context: Context, asked: Query<Asked>) -> Result<HttpResponse, WebError> {
    let text = asked.q.trim();
    let answer = match text.is_empty() {
        true => None,
        false => Some(ask(&context, text).await),
    };
    let answer = match answer {
        Some(Err(LookUpError::Storage(error))) => return Err(error.into()),
        other => other,
    };
    if htmx::wants_json(&context.request) {
        return Ok(answer.map_or_else(nothing_asked, |answer| as_json(&answer)));
    }
    let groups = context.state.store.groups().await?;
    let page = view::LookUpPage { text, answer: answer.as_ref(), groups: &groups };
    let screen = Screen::new("Look someone up", Section::LdapDirectory, view::look_up(&page));
    let screen = screen.lead(maud::html! { "What the directory says, and what follows from it. Nothing is changed." });
    context.render(StatusCode::OK, screen).await
}

async fn ask(context: &Context, text: &str) -> Result<LookUpAnswer, LookUpError> {
    let state = &context.state;
    let settings = state.store.ldap_settings().await?.ok_or(LookUpError::NotConfigured)?;
    tracing::info!(by = %context.agent.id, "someone is looked up in the directory");
    auth::look_up(&state.store, &state.secrets, Some(&state.monitor), &settings.value, text).await
}

fn nothing_asked() -> HttpResponse {
    HttpResponse::UnprocessableEntity().json(json!({ "error": "Add a mail, a name or a DN: ?q=anna@example.com" }))
}

fn as_json(answer: &Result<LookUpAnswer, LookUpError>) -> HttpResponse {
    match answer {
        Ok(answer) => {
            let entries: Vec<serde_json::Value> = answer
                .look_up
                .entries
                .iter()
                .zip(&answer.agents)
                .zip(&answer.placed)
                .map(|((entry, agent), placed)| entry_json(entry, agent.as_ref(), placed.as_ref()))
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

fn entry_json(entry: &LookedUp, agent: Option<&Agent>, placed: Option<&Placed>) -> serde_json::Value {
    let why_not = |question| entry.objection(question);
    json!({
        "dn": entry.dn,
        "guid": entry.guid,
        "attributes": entry.fields,
        "within_base": entry.place.within_base,
        "matches_filter": entry.place.matches_filter,
        "user_group": entry.place.group,
        "groups": entry.groups,
        "state": entry.state.state,
        "agent": agent.map(|agent| agent.id),
        "role": placed.map(|placed| placed.role),
        "role_origin": placed.map(|placed| placed.role_origin),
        "role_by": placed.and_then(|placed| placed.rules.role.as_ref()).map(|given| given.by.as_str()),
        "panel_groups": placed.map(|placed| &placed.groups),
        "would_be_imported": why_not(Question::WouldBeImported).is_none(),
        "not_imported_because": why_not(Question::WouldBeImported),
        "could_sign_in": why_not(Question::CouldSignIn).is_none(),
        "no_sign_in_because": why_not(Question::CouldSignIn),
    })
}
