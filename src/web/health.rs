//! For load balancers and monitoring: `/healthz`, `/readyz`, `/metrics`. No host or DN in any.

use super::error::WebError;
use super::{AppState, headers};
use crate::import::Room;
use crate::model::ConnectionStatus;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;

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

/// Ready while the store answers. The directory and the disk are told beside it: without the one, or
/// without room on the other, the panel still serves, so they do not count.
pub(super) async fn ready(state: web::Data<AppState>) -> HttpResponse {
    let storage = state.store.ping().await.is_ok();
    let directory = match state.monitor.status() {
        ConnectionStatus::NotConfigured => "not_configured",
        ConnectionStatus::Disabled => "disabled",
        ConnectionStatus::Unknown => "unknown",
        ConnectionStatus::Connected { .. } => "connected",
        ConnectionStatus::Failed { .. } => "failed",
    };
    let disk = match state.imports.room().await {
        Room::Enough => "ok",
        Room::Low => "low",
        Room::Unknown => "unknown",
    };
    let body = serde_json::json!({
        "ready": storage,
        "storage": if storage { "ok" } else { "failed" },
        "directory": directory,
        "disk": disk,
    });
    if storage { HttpResponse::Ok().json(body) } else { HttpResponse::ServiceUnavailable().json(body) }
}

/// The session's library answers 500 when a session cannot be read. A store that failed is no fault of
/// the panel's: 503, which says that another try may help.
pub(super) async fn own_up<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let state = request.app_data::<web::Data<AppState>>().cloned();
    let answer = next.call(request).await;
    match (answer, state) {
        (Err(error), Some(state)) if error.as_response_error().status_code() == StatusCode::INTERNAL_SERVER_ERROR => {
            Err(state.store.ping().await.err().map_or(error, |failed| WebError::Storage(failed).into()))
        }
        (answer, _) => answer,
    }
}

pub(super) async fn metrics(state: web::Data<AppState>) -> HttpResponse {
    if let Ok(counts) = state.store.agent_counts().await {
        let number = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        metrics::gauge!("muster_agents", "source" => "ldap").set(number(counts.from_ldap));
        metrics::gauge!("muster_agents", "source" => "local").set(number(counts.local));
    }
    let connected = matches!(state.monitor.status(), ConnectionStatus::Connected { .. });
    metrics::gauge!("muster_directory_connected").set(if connected { 1.0 } else { 0.0 });
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(state.metrics.render())
}
