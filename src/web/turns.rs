//! Sign-ins take turns, so that a flood of them keeps nobody from their pages.
//!
//! What a worker has to do it does one after the other: a page that comes behind four hundred sign-ins would wait for all
//! of them. So only a few are worked on at a time, and the others wait before anything was done for them, where a page
//! passes them by. A turn is for what takes the panel's own time: whoever waits for the directory, or for the time of
//! the answer, has given it back ([`taken`]), so that a slow directory holds nobody up.

use super::error::WebError;
use super::{csrf, htmx, server};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};
use std::sync::LazyLock;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Sign-ins under way together, those among them that only wait: a bound for the memory. How many are worked on at
/// the directory is for `auth` to say. Whoever comes on top is told to come again, at once and without a look at the
/// store.
const SIGN_INS: usize = 4_096;

/// Of a sign-in: so many forms may wait in memory.
const LONGEST_FORM: usize = 16 * 1024;

static UNDER_WAY: Semaphore = Semaphore::const_new(SIGN_INS);
/// Two for each worker: one may wait for the store meanwhile.
static WORKED_ON: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2 * server::workers()));

/// A turn, until dropped.
pub(super) struct Turn {
    _permit: SemaphorePermit<'static>,
}

/// The turn that this sign-in came with, to be given back by whoever goes on to wait.
pub(super) fn taken(request: &HttpRequest) -> Option<Turn> {
    request.extensions_mut().remove()
}

/// Has a sign-in wait for its turn; all else goes on.
pub(super) async fn wait(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if *request.method() != Method::POST || request.path() != "/login" {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    }
    match enter(&mut request).await {
        Ok(_place) => next.call(request).await.map(ServiceResponse::map_into_boxed_body),
        Err(error) if htmx::wants_json(request.request()) => Ok(request.into_response(error.as_json())),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// A place among those under way, and a turn with the request.
async fn enter(request: &mut ServiceRequest) -> Result<SemaphorePermit<'static>, WebError> {
    // A form that trickles in keeps a connection, and no turn.
    let body = csrf::read(request, LONGEST_FORM).await?;
    request.set_payload(Payload::from(body));
    let Ok(place) = UNDER_WAY.try_acquire() else {
        metrics::counter!("muster_sign_ins_total", "outcome" => "busy").increment(1);
        return Err(WebError::Busy);
    };
    let permit = WORKED_ON.acquire().await.map_err(|_| WebError::Unavailable)?;
    request.extensions_mut().insert(Turn { _permit: permit });
    Ok(place)
}
