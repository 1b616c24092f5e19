//! For load balancers and monitoring: `/healthz`, `/readyz`, `/metrics`. No host or DN in any.

use super::error::WebError;
use super::{AppState, headers, htmx, session};
use crate::import::Room;
use crate::model::{ConnectionStatus, Timestamp};
use crate::storage::StorageError;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError, web};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Installs the recorder that `/metrics` prints. Where one is installed already (tests), that one's
/// numbers stay its own.
pub fn metrics_recorder() -> PrometheusHandle {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _ = metrics::set_global_recorder(recorder);
    handle
}

/// Whether the request carries the metrics token.
pub(super) fn has_token(request: &ServiceRequest, state: &AppState) -> bool {
    let sent = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let sent = sent.and_then(|value| value.strip_prefix("Bearer "));
    sent.zip(state.metrics_token.as_ref())
        .is_some_and(|(sent, token)| headers::same(sent.as_bytes(), token.expose_secret().as_bytes()))
}

pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// Ready while the store answers. The directory, the disk and whether imports are on time are told beside
/// it: without them the panel still serves, so they do not count.
pub(super) async fn ready(state: web::Data<AppState>) -> HttpResponse {
    let storage = state.store.ping().await.is_ok();
    let directory = match state.monitor.status() {
        ConnectionStatus::NotConfigured => "not_configured",
        ConnectionStatus::Disabled => "disabled",
        ConnectionStatus::Unknown => "unknown",
        ConnectionStatus::Connected { .. } => "connected",
        ConnectionStatus::Failed { .. } => "failed",
    };
    // Whoever asks waits seconds for a store that does not answer: once is enough.
    let timetable = match storage {
        true => state.imports.timetable(OffsetDateTime::now_utc()).await.ok(),
        false => None,
    };
    let time = |at: Option<Timestamp>| at.and_then(|at| at.format(&Rfc3339).ok());
    let imports = match &timetable {
        None => "unknown",
        Some(timetable) if timetable.is_overdue => "overdue",
        Some(timetable) if timetable.next.is_none() => "off",
        Some(_) => "ok",
    };
    let ended = timetable.as_ref().and_then(|timetable| timetable.last.as_ref()?.finished_at);
    let disk = match state.imports.room().await {
        Room::Enough => "ok",
        Room::Low => "low",
        Room::Unknown => "unknown",
    };
    let body = serde_json::json!({
        "ready": storage,
        "storage": if storage { "ok" } else { "failed" },
        "directory": directory,
        "imports": imports,
        "last_import_at": time(ended),
        "next_import_at": time(timetable.and_then(|timetable| timetable.next)),
        "disk": disk,
    });
    if storage { HttpResponse::Ok().json(body) } else { HttpResponse::ServiceUnavailable().json(body) }
}

/// The session's library answers 500 when a session cannot be read or kept. A store that failed is no fault
/// of the panel's: 503, which says that another try may help, to each in the form they asked for.
pub(super) async fn own_up<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let json = htmx::wants_json(request.request());
    next.call(request).await.map_err(|error| match session::cause(&error) {
        Some(cause) => unavailable(&cause, json),
        None => error,
    })
}

fn unavailable(cause: &str, json: bool) -> Error {
    let cause = cause.trim_start_matches("storage failed: ");
    let failed = WebError::Storage(StorageError::Failed(cause.to_owned()));
    // The cause goes to the log with it.
    let page = failed.error_response();
    let answer = if json { failed.as_json() } else { page };
    InternalError::from_response(failed, answer).into()
}

pub(super) async fn metrics(state: web::Data<AppState>) -> HttpResponse {
    // At once: each of them waits for a store that does not answer.
    let (counts, timetable, hold) = tokio::join!(
        state.store.agent_counts(),
        state.imports.timetable(OffsetDateTime::now_utc()),
        state.store.hold()
    );
    if let Ok(counts) = counts {
        let number = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        metrics::gauge!("muster_agents", "source" => "ldap").set(number(counts.from_ldap));
        metrics::gauge!("muster_agents", "source" => "local").set(number(counts.local));
    }
    let connected = matches!(state.monitor.status(), ConnectionStatus::Connected { .. });
    metrics::gauge!("muster_directory_connected").set(if connected { 1.0 } else { 0.0 });
    if let Ok(timetable) = timetable {
        metrics::gauge!("muster_imports_overdue").set(if timetable.is_overdue { 1.0 } else { 0.0 });
        if let Some(ended) = timetable.last.and_then(|run| run.finished_at) {
            metrics::gauge!("muster_import_completed_timestamp_seconds").set(ended.unix_timestamp() as f64);
        }
    }
    if let Ok(hold) = hold {
        metrics::gauge!("muster_removals_held").set(hold.map_or(0.0, |hold| hold.count as f64));
    }
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(state.metrics.render())
}
