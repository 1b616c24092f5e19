//! Ends sessions of an agent: for themselves, or for an administrator.

use crate::model::{Action, Agent, Subject};
use crate::web::context::Context;
use crate::web::error::WebError;
use crate::web::form;
use actix_web::web::Bytes;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct EndForm {
    id: String,
    all: String,
}

/// What came of it.
pub(in crate::web) enum Ended {
    /// The session that asked was among them.
    ThisOne,
    /// As many others.
    Others(u64),
}

/// Ends the one that the form names by `id`, or with `all` every one.
pub(in crate::web) async fn end(context: &Context, agent: &Agent, body: &Bytes) -> Result<Ended, WebError> {
    let form: EndForm = form::read(body)?;
    let store = &context.state.store;
    let ended = |which: &'static str| {
        context.record(Action::SessionsEnded, move |deed| deed.about(Subject::agent(agent)).because(which))
    };
    if !form.all.is_empty() {
        let number = store.end_sessions(agent.id, None).await?;
        tracing::info!(agent = %agent.id, by = %context.agent.id, ended = number, "all sessions ended");
        ended("all of them").await;
        if agent.id != context.agent.id {
            return Ok(Ended::Others(number));
        }
    } else {
        let own = store.sessions_of(agent.id, context.now).await?;
        if !own.iter().any(|session| session.id == form.id) {
            return Err(WebError::NotFound);
        }
        store.end_session(&form.id).await?;
        tracing::info!(agent = %agent.id, by = %context.agent.id, "a session ended");
        ended("one of them").await;
        if super::id(&context.session).as_deref() != Some(&form.id) {
            return Ok(Ended::Others(1));
        }
    }
    context.session.purge();
    Ok(Ended::ThisOne)
}
