//! Errors of the panel, met with HTTP here and nowhere else: the cause goes to the log, the advice
//! to the page.

use super::components::Button;
use super::{htmx, layout, limits};
use crate::language::t;
use crate::storage::StorageError;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, ResponseError};
use maud::html;
use time::OffsetDateTime;

/// What can keep a request from its answer.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// No such page or record.
    #[error("{}", t!("error-not-found"))]
    NotFound,
    /// The role does not allow it.
    #[error("{}", t!("error-forbidden"))]
    Forbidden,
    /// Another site sent the form.
    #[error("{}", t!("error-cross-site"))]
    CrossSite,
    /// The form's token is missing or of another session.
    #[error("{}", t!("error-stale-form"))]
    StaleForm,
    /// Not a form.
    #[error("{}", t!("error-content-type"))]
    ContentType,
    /// Too many bytes.
    #[error("{}", t!("error-too-large"))]
    TooLarge,
    /// `Host` is not the panel's.
    #[error("{}", t!("error-wrong-host"))]
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
    #[error("{}", t!("error-storage"))]
    Storage(StorageError),
    /// Too many sign in at once.
    #[error("{}", t!("error-busy"))]
    Busy,
    /// What HTTP itself has a word for.
    #[error("{1}")]
    Refused(StatusCode, &'static str),
    /// The panel's own mistake.
    #[error("{}", t!("error-fault"))]
    Fault,
    /// A part is missing.
    #[error("{}", t!("error-unavailable"))]
    Unavailable,
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => WebError::NotFound,
            StorageError::Conflict { .. } => WebError::Conflict(t!("error-conflict").into()),
            StorageError::LastAdministrator => WebError::Unprocessable(t!("error-last-administrator").into()),
            StorageError::OwnedByDirectory => WebError::Unprocessable(t!("error-owned-by-directory").into()),
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

    /// The answer for those who asked for JSON, in English as the request is.
    pub(super) fn as_json(&self) -> HttpResponse {
        self.response().json(serde_json::json!({ "error": self.to_string() }))
    }

    fn as_page(&self) -> HttpResponse {
        let words = self.to_string();
        let door = layout::Door::new(self.title(), OffsetDateTime::now_utc()).lead(&words);
        let way_on = html! { (Button::link("/", t!("error-back")).wide()) };
        self.response().content_type("text/html; charset=utf-8").body(door.render(&way_on).into_string())
    }

    /// What happened in two or three words, over the sentence.
    fn title(&self) -> &'static str {
        match self {
            WebError::NotFound => t!("error-not-found-title"),
            WebError::Forbidden => t!("error-forbidden-title"),
            WebError::CrossSite | WebError::Refused(..) => t!("error-refused-title"),
            WebError::StaleForm => t!("error-stale-form-title"),
            WebError::ContentType | WebError::BadRequest(_) => t!("error-not-understood-title"),
            WebError::TooLarge => t!("error-too-large-title"),
            WebError::WrongHost => t!("error-wrong-host-title"),
            WebError::Unprocessable(_) => t!("error-not-possible-title"),
            WebError::Conflict(_) => t!("error-conflict-title"),
            WebError::Busy => t!("error-busy-title"),
            WebError::Fault => t!("error-fault-title"),
            WebError::Storage(_) | WebError::Unavailable => t!("error-not-available-title"),
        }
    }
}

/// The answer where no route matches: nothing there, or not with this method.
pub(super) async fn not_found(request: HttpRequest) -> HttpResponse {
    let methods = limits::methods(request.path());
    let why = if methods.is_empty() {
        WebError::NotFound
    } else {
        WebError::Refused(StatusCode::METHOD_NOT_ALLOWED, t!("error-method"))
    };
    let mut answer = if htmx::wants_json(&request) { why.as_json() } else { why.as_page() };
    if let Ok(methods) = header::HeaderValue::from_str(&methods)
        && !methods.is_empty()
    {
        answer.headers_mut().insert(header::ALLOW, methods);
    }
    answer
}
