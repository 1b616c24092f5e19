//! Errors of the panel, met with HTTP here and nowhere else: the cause goes to the log, the advice
//! to the page.

use super::components::Button;
use super::{htmx, layout, limits};
use crate::storage::StorageError;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, ResponseError};
use maud::html;
use time::OffsetDateTime;

/// What can keep a request from its answer.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// No such page or record.
    #[error("There is nothing at this address.")]
    NotFound,
    /// The role does not allow it.
    #[error("Your role does not allow this. Ask an administrator.")]
    Forbidden,
    /// Another site sent the form.
    #[error("This request came from another site and was refused.")]
    CrossSite,
    /// The form's token is missing or of another session.
    #[error("This page was open for too long, or in another session. Open it again and send it once more.")]
    StaleForm,
    /// Not a form.
    #[error("Send this as application/x-www-form-urlencoded.")]
    ContentType,
    /// Too many bytes.
    #[error("The form is larger than 256 KB.")]
    TooLarge,
    /// `Host` is not the panel's.
    #[error("This panel is not served under that host name. Its address is set with MUSTER_PUBLIC_URL.")]
    WrongHost,
    /// Could not be understood.
    #[error("{0}")]
    BadRequest(String),
    /// Understood, and not possible as things are.
    #[error("{0}")]
    Unprocessable(String),
    /// Someone else changed it meanwhile.
    #[error("{0}")]
    Conflict(String),
    /// The store failed.
    #[error(
        "The panel's storage cannot be used at the moment. Try again in a minute. If you were saving something, look first whether it is there."
    )]
    Storage(StorageError),
    /// Too many sign in at once.
    #[error("Many people are signing in at this moment. Try again in a few seconds.")]
    Busy,
    /// What HTTP itself has a word for.
    #[error("{1}")]
    Refused(StatusCode, &'static str),
    /// The panel's own mistake.
    #[error("The panel made a mistake on this page. What it was is in its log.")]
    Fault,
    /// A part is missing.
    #[error("The panel is not ready. Try again in a minute.")]
    Unavailable,
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => WebError::NotFound,
            StorageError::Conflict { .. } => WebError::Conflict(
                "Someone else changed this meanwhile. Open it again to see the present values.".into(),
            ),
            StorageError::LastAdministrator => WebError::Unprocessable(
                "This is the last local administrator who can sign in. Make another one first.".into(),
            ),
            StorageError::OwnedByDirectory => {
                WebError::Unprocessable("The directory owns this. Change it there.".into())
            }
            other => WebError::Storage(other),
        }
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self {
            WebError::NotFound => StatusCode::NOT_FOUND,
            WebError::Forbidden | WebError::CrossSite | WebError::StaleForm => StatusCode::FORBIDDEN,
            WebError::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            WebError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            WebError::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            WebError::BadRequest(_) => StatusCode::BAD_REQUEST,
            WebError::Unprocessable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            WebError::Conflict(_) => StatusCode::CONFLICT,
            WebError::Storage(_) | WebError::Unavailable | WebError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            WebError::Refused(status, _) => *status,
            WebError::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        if let WebError::Storage(cause) = self {
            tracing::error!(%cause, "storage failed");
        }
        self.as_page()
    }
}

impl WebError {
    fn response(&self) -> HttpResponseBuilder {
        let mut response = HttpResponse::build(self.status_code());
        if self.status_code() == StatusCode::SERVICE_UNAVAILABLE {
            response.insert_header((header::RETRY_AFTER, "10"));
        }
        response
    }

    /// The answer for those who asked for JSON.
    pub(super) fn as_json(&self) -> HttpResponse {
        self.response().json(serde_json::json!({ "error": self.to_string() }))
    }

    fn as_page(&self) -> HttpResponse {
        let words = self.to_string();
        let door = layout::Door::new(self.title(), OffsetDateTime::now_utc()).lead(&words);
        let way_on = html! { (Button::link("/", "Back to the panel").wide()) };
        self.response().content_type("text/html; charset=utf-8").body(door.render(&way_on).into_string())
    }

    /// What happened in two or three words, over the sentence.
    fn title(&self) -> &'static str {
        match self {
            WebError::NotFound => "Nothing here",
            WebError::Forbidden => "Not allowed",
            WebError::CrossSite | WebError::Refused(..) => "Refused",
            WebError::StaleForm => "Not sent",
            WebError::ContentType | WebError::BadRequest(_) => "Not understood",
            WebError::TooLarge => "Too large",
            WebError::WrongHost => "Another address",
            WebError::Unprocessable(_) => "Not possible",
            WebError::Conflict(_) => "Changed meanwhile",
            WebError::Busy => "One moment",
            WebError::Fault => "Something broke",
            WebError::Storage(_) | WebError::Unavailable => "Not available",
        }
    }
}

/// The answer where no route matches: nothing there, or not with this method.
pub(super) async fn not_found(request: HttpRequest) -> HttpResponse {
    let methods = limits::methods(request.path());
    let why = if methods.is_empty() {
        WebError::NotFound
    } else {
        WebError::Refused(StatusCode::METHOD_NOT_ALLOWED, "Nothing here can be asked for in this way.")
    };
    let mut answer = if htmx::wants_json(&request) { why.as_json() } else { why.as_page() };
    if let Ok(methods) = header::HeaderValue::from_str(&methods)
        && !methods.is_empty()
    {
        answer.headers_mut().insert(header::ALLOW, methods);
    }
    answer
}
