//! What a handler gets: the panel's parts, the session, and who is asking.

use super::error::WebError;
use super::layout::{Flash, Page, Section, Viewer};
use super::live::Moment;
use super::{AppState, csrf};
use crate::model::{Agent, Role, Timestamp};
use actix_session::{Session, SessionExt};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use futures::future::{Ready, ready};
use maud::Markup;
use std::ops::Deref;
use time::OffsetDateTime;

const FLASH: &str = "flash";

/// What the forms of one answer carry.
struct FormToken(String);

/// For routes that are open to anyone.
pub(super) struct Guest {
    pub(super) state: web::Data<AppState>,
    pub(super) session: Session,
    pub(super) request: HttpRequest,
    pub(super) now: Timestamp,
}

/// For routes behind the door: the same, and the agent who came through it.
pub(super) struct Context {
    guest: Guest,
    /// Who is asking, as the store knew them when the request came.
    pub(super) agent: Agent,
}

impl Deref for Context {
    type Target = Guest;
    fn deref(&self) -> &Guest {
        &self.guest
    }
}

impl Guest {
    fn of(request: &HttpRequest) -> Result<Guest, WebError> {
        let state = request.app_data::<web::Data<AppState>>().cloned().ok_or(WebError::Unavailable)?;
        Ok(Guest { state, session: request.get_session(), request: request.clone(), now: OffsetDateTime::now_utc() })
    }

    /// The session's form token, masked for this answer.
    pub(super) fn csrf(&self) -> String {
        let known = self.request.extensions().get::<FormToken>().map(|token| token.0.clone());
        known.unwrap_or_else(|| {
            let token = csrf::masked(&csrf::token(&self.session));
            self.request.extensions_mut().insert(FormToken(token.clone()));
            token
        })
    }

    /// Leaves a message for the next page.
    pub(super) fn flash(&self, flash: Flash) {
        let _ = self.session.insert(FLASH, flash);
    }

    /// The message left for this page. Removing would have the session saved also where there is
    /// none, so that each page view would write to the store.
    pub(super) fn take_flash(&self) -> Option<Flash> {
        let flash = self.session.get(FLASH).ok()??;
        self.session.remove(FLASH);
        Some(flash)
    }
}

impl Context {
    /// Whether an administrator asks.
    pub(super) fn is_administrator(&self) -> bool {
        self.agent.role == Role::Administrator
    }

    /// Who is asking, as the layout shows them.
    fn viewer(&self, moment: &Moment) -> Viewer {
        Viewer {
            name: self.agent.name.clone(),
            role: self.agent.role,
            csrf_token: self.csrf(),
            shortcuts: self.agent.preferences.shortcuts,
            counts: moment.counts(),
            pulse: moment.pulse(self),
        }
    }

    /// A whole page.
    pub(super) async fn render(&self, status: StatusCode, screen: Screen<'_>) -> Result<HttpResponse, WebError> {
        let moment = Moment::of(self).await?;
        let viewer = self.viewer(&moment);
        let flash = self.take_flash();
        let mut page = Page::new(screen.title, screen.section, Some(&viewer), self.now).flash(flash.as_ref());
        if let Some(lead) = screen.lead {
            page = page.lead(lead);
        }
        if let Some(actions) = screen.actions {
            page = page.actions(actions);
        }
        if let Some(office) = &moment.office {
            let directories = self.state.store.directories().await?;
            page = page.status(office.pill(&directories)).notice(office.held(self.request.path(), &directories));
        }
        Ok(respond(status, page.render(&screen.content)))
    }
}

/// What a screen puts into the frame.
pub(super) struct Screen<'a> {
    title: &'a str,
    section: Section,
    content: Markup,
    lead: Option<Markup>,
    actions: Option<Markup>,
}

impl<'a> Screen<'a> {
    /// A title, its place in the navigation, and the content.
    pub(super) fn new(title: &'a str, section: Section, content: Markup) -> Screen<'a> {
        Screen { title, section, content, lead: None, actions: None }
    }

    /// The line under the title.
    pub(super) fn lead(mut self, lead: Markup) -> Self {
        self.lead = Some(lead);
        self
    }

    /// Buttons beside the title.
    pub(super) fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }
}

/// Markup as an answer.
pub(super) fn respond(status: StatusCode, markup: Markup) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(markup.into_string())
}

impl FromRequest for Guest {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Guest::of(request))
    }
}

impl FromRequest for Context {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let agent = request.extensions().get::<Agent>().cloned();
        // Only a route that is open to anyone gets here without one; it must take `Guest`.
        ready(Guest::of(request).and_then(|guest| Ok(Context { guest, agent: agent.ok_or(WebError::Forbidden)? })))
    }
}
