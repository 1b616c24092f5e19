//! Who may use a route. The table in `web` names it for each; nothing is open by omission.

use super::error::WebError;
use super::{AppState, client, csrf, health, htmx, language, session};
use crate::language::{current, scope};
use crate::model::{Action, Actor, Agent, Deed, Role, Timestamp};
use actix_session::SessionExt;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, Route, guard, web};
use tracing::Instrument;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Also those who are not signed in.
    Anyone,
    /// Every agent.
    SignedIn,
    /// Administrators and support agents.
    Staff,
    /// Administrators.
    Administrator,
    /// Administrators; a page asks by itself, which does not keep a session alive.
    Poll,
    /// Administrators and support agents; a page asks by itself, as with `Poll`.
    StaffPoll,
    /// Every agent; a page asks by itself, as with [`Access::Poll`].
    Pulse,
    /// The metrics token, or an administrator.
    Token,
}

impl Access {
    /// Whether a role may.
    fn allows(self, role: Role) -> bool {
        match self {
            Access::Anyone | Access::SignedIn | Access::Pulse => true,
            Access::Staff | Access::StaffPoll => role != Role::Employee,
            Access::Administrator | Access::Poll | Access::Token => role == Role::Administrator,
        }
    }
}

/// A route with its door.
pub(super) fn guarded(access: Access, route: Route) -> Route {
    route.wrap(from_fn(move |request, next| check(access, request, next)))
}

/// A route for GET and for HEAD, which is answered alike without the body.
pub(super) fn get() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// A route for POST.
pub(super) fn post() -> Route {
    web::post()
}

async fn check(
    access: Access,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let json = htmx::wants_json(request.request());
    let response = match admit(access, &mut request).await {
        Ok(true) => to_its_end(request, next).await?.map_into_boxed_body(),
        Ok(false) => ask_to_sign_in(request),
        Err(error) => request.error_response(error),
    };
    let error = response.response().error().and_then(|error| error.as_error::<WebError>());
    if let Some(error) = error {
        note_refusal(response.request(), error);
    }
    match error.filter(|_| json).map(WebError::as_json) {
        Some(told) => Ok(response.into_response(told)),
        None => Ok(response),
    }
}

/// Of those who are signed in. The route is named as the table has it: what was asked for may hold names.
fn note_refusal(request: &HttpRequest, error: &WebError) {
    let why = match error {
        WebError::Forbidden => "the role does not allow",
        WebError::CrossSite => "another site sent",
        WebError::StaleForm => "a form that is not of this session:",
        _ => return,
    };
    let actor = request.extensions().get::<Agent>().map(Actor::of);
    let (Some(actor), Some(state)) = (actor, request.app_data::<web::Data<AppState>>()) else { return };
    let route = request.match_pattern().unwrap_or_default();
    let deed = Deed::new(Timestamp::now_utc(), actor, Action::Refused).from(client::address(request, state));
    state.activity.note_failure(deed.because(format!("{why} {} {route}", request.method())));
}

/// What changes something is finished, with its record in the activity log, also when the browser goes away meanwhile.
async fn to_its_end<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let changes = *request.method() != Method::GET && *request.method() != Method::HEAD;
    let going = async move { next.call(request).await };
    if !changes {
        return going.await;
    }
    let going = scope(current(), going);
    let done = actix_web::rt::spawn(going.in_current_span()).await;
    done.unwrap_or_else(|failed| {
        tracing::error!(%failed, "a request broke off");
        Err(WebError::Fault.into())
    })
}

/// Signed in, allowed, and, where something changes, sent by our own form: in this order, so that
/// whose session ended is asked to sign in again (`false`) and not told that the form is stale.
async fn admit(access: Access, request: &mut ServiceRequest) -> Result<bool, WebError> {
    let state = request.app_data::<web::Data<AppState>>().cloned().ok_or(WebError::Unavailable)?;
    let session = request.get_session();
    let agent = present(&session, &state).await?;
    if let Some(agent) = &agent {
        language::speak_to(agent, request.request());
        request.extensions_mut().insert(agent.clone());
    }
    match &agent {
        _ if access == Access::Anyone => {}
        _ if access == Access::Token && health::has_token(request, &state) => {}
        Some(agent) if access.allows(agent.role) => {}
        Some(_) => return Err(WebError::Forbidden),
        None => return Ok(false),
    }
    if *request.method() != Method::GET && *request.method() != Method::HEAD {
        csrf::verify(request, &session, &state).await?;
    }
    let by_itself =
        matches!(access, Access::Poll | Access::StaffPoll | Access::Pulse) || htmx::is_poll(request.request());
    if agent.is_some() && !by_itself {
        session::touch(&session, state.sessions);
    }
    Ok(true)
}

/// The agent as the store knows them now; role and state are never taken from the session.
pub(super) async fn present(session: &actix_session::Session, state: &AppState) -> Result<Option<Agent>, WebError> {
    let Some(id) = session::agent(session) else {
        return Ok(None);
    };
    let agent = state.store.agent(id).await?;
    Ok(agent.filter(|agent| agent.may_stay() && session::suits(session, agent)))
}

fn ask_to_sign_in(request: ServiceRequest) -> ServiceResponse<BoxBody> {
    let login = match *request.method() {
        Method::GET | Method::HEAD => {
            let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
            let query = serde_html_form::to_string([("next", here)]).unwrap_or_default();
            format!("/login?{query}")
        }
        _ => "/login".into(),
    };
    let response = if htmx::is_htmx(request.request()) {
        HttpResponse::Unauthorized().insert_header(("HX-Redirect", "/login")).finish()
    } else if htmx::wants_json(request.request()) {
        HttpResponse::build(StatusCode::UNAUTHORIZED).json(serde_json::json!({ "error": "Sign in first." }))
    } else {
        HttpResponse::SeeOther().insert_header((header::LOCATION, login)).finish()
    };
    request.into_response(response)
}
