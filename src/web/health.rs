//! For load balancers and monitoring: `/healthz`, `/readyz`, `/metrics`. No host or DN in any.

use super::error::WebError;
use super::{AppState, headers, htmx, session};
use crate::import::{Room, Timetable};
use crate::model::{ConnectionStatus, Directory, DirectoryId, Hold, Timestamp};
use crate::storage::StorageError;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError, web};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use std::collections::BTreeMap;
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
    // Whoever asks waits seconds for a store that does not answer: once is enough.
    let timetables = match storage {
        true => state.imports.timetables(OffsetDateTime::now_utc()).await.ok(),
        false => None,
    };
    let disk = match state.imports.room().await {
        Room::Enough => "ok",
        Room::Low => "low",
        Room::Unknown => "unknown",
    };
    let each = timetables.as_deref().unwrap_or_default();
    let directories: Vec<Value> = each
        .iter()
        .map(|(directory, timetable)| {
            json!({
                "id": directory.id,
                "directory": status_word(&state.monitor.status(directory.id)),
                "imports": imports_word(&[timetable]),
                "last_import_at": time(ended(timetable)),
                "next_import_at": time(timetable.next),
            })
        })
        .collect();
    let all: Vec<&Timetable> = each.iter().map(|(_, timetable)| timetable).collect();
    // Of several the worst: whose last one is the longest ago, or who had none.
    let on: Vec<&&Timetable> = all.iter().filter(|timetable| timetable.next.is_some() || all.len() == 1).collect();
    let body = json!({
        "ready": storage,
        "storage": if storage { "ok" } else { "failed" },
        "directory": status_word(&state.monitor.worst().1),
        "imports": if timetables.is_some() { imports_word(&all) } else { "unknown" },
        "last_import_at": time(on.iter().map(|timetable| ended(timetable)).min().flatten()),
        "next_import_at": time(on.iter().filter_map(|timetable| timetable.next).min()),
        "directories": directories,
        "disk": disk,
    });
    if storage { HttpResponse::Ok().json(body) } else { HttpResponse::ServiceUnavailable().json(body) }
}

fn status_word(status: &ConnectionStatus) -> &'static str {
    match status {
        ConnectionStatus::NotConfigured => "not_configured",
        ConnectionStatus::Disabled => "disabled",
        ConnectionStatus::Unknown => "unknown",
        ConnectionStatus::Connected { .. } => "connected",
        ConnectionStatus::Failed { .. } => "failed",
    }
}

fn imports_word(timetables: &[&Timetable]) -> &'static str {
    if timetables.iter().any(|timetable| timetable.is_overdue) {
        "overdue"
    } else if timetables.iter().all(|timetable| timetable.next.is_none()) {
        "off"
    } else {
        "ok"
    }
}

/// When the last import came to its end.
fn ended(timetable: &Timetable) -> Option<Timestamp> {
    timetable.last.as_ref().and_then(|run| run.finished_at)
}

fn time(at: Option<Timestamp>) -> Option<String> {
    at.and_then(|at| at.format(&Rfc3339).ok())
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
    let (counts, timetables, holds) = tokio::join!(
        state.store.agent_counts(),
        state.imports.timetables(OffsetDateTime::now_utc()),
        state.store.holds()
    );
    let mut each = String::new();
    if let Ok(counts) = counts {
        metrics::gauge!("muster_agents", "source" => "ldap").set(number(counts.from_ldap));
        metrics::gauge!("muster_agents", "source" => "local").set(number(counts.local));
    }
    let connected = matches!(state.monitor.worst().1, ConnectionStatus::Connected { .. });
    metrics::gauge!("muster_directory_connected").set(truth(connected));
    if let Ok(timetables) = timetables {
        let on = || timetables.iter().filter(|(directory, _)| directory.settings.enabled || timetables.len() == 1);
        metrics::gauge!("muster_imports_overdue").set(truth(on().any(|(_, timetable)| timetable.is_overdue)));
        if let Some(ended) = on().map(|(_, timetable)| ended(timetable)).min().flatten() {
            metrics::gauge!("muster_import_completed_timestamp_seconds").set(ended.unix_timestamp() as f64);
        }
        if let Ok(holds) = &holds {
            each = by_directory(&state, &timetables, holds);
        }
    }
    if let Ok(holds) = holds {
        metrics::gauge!("muster_removals_held").set(number(holds.values().map(|hold| hold.count).sum()));
    }
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(state.metrics.render() + &each)
}

/// The same of each directory, by its number. Written here, so that one that was deleted is gone from it too.
fn by_directory(
    state: &AppState,
    timetables: &[(Directory, Timetable)],
    holds: &BTreeMap<DirectoryId, Hold>,
) -> String {
    type Of<'a> = &'a dyn Fn(&Directory, &Timetable) -> Option<f64>;
    let is_up =
        |directory: &Directory| matches!(state.monitor.status(directory.id), ConnectionStatus::Connected { .. });
    let held = |directory: &Directory| holds.get(&directory.id).map_or(0, |hold| hold.count);
    let all: [(&str, Of<'_>); 4] = [
        ("up", &|directory, _| Some(truth(is_up(directory)))),
        ("imports_overdue", &|_, timetable| Some(truth(timetable.is_overdue))),
        ("import_completed_timestamp_seconds", &|_, timetable| ended(timetable).map(|at| at.unix_timestamp() as f64)),
        ("removals_held", &|directory, _| Some(number(held(directory)))),
    ];
    let mut text = String::new();
    for (name, of) in all {
        text.push_str(&format!("# TYPE muster_directory_{name} gauge\n"));
        for (directory, timetable) in timetables {
            if let Some(value) = of(directory, timetable) {
                text.push_str(&format!("muster_directory_{name}{{directory=\"{}\"}} {value}\n", directory.id));
            }
        }
        text.push('\n');
    }
    text
}

fn truth(is_so: bool) -> f64 {
    if is_so { 1.0 } else { 0.0 }
}

fn number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
