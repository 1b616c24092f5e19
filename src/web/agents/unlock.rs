//! Lets an agent try again who waits because of wrong passwords, their own or a stranger's.

use super::super::components::Tone;
use super::super::context::Context;
use super::super::error::WebError;
use super::super::form::read;
use super::super::htmx;
use super::super::layout::Flash;
use super::find;
use crate::language::t;
use crate::model::{Action, Subject};
use actix_web::HttpResponse;
use actix_web::web::{Bytes, Path};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct UnlockForm {
    /// `1`: no browser counts as one of theirs any more.
    forget_browsers: String,
}

pub(in crate::web) async fn unlock(context: Context, id: Path<String>, body: Bytes) -> Result<HttpResponse, WebError> {
    let agent = find(&context, &id).await?;
    let form: UnlockForm = read(&body)?;
    let may_try = context.state.sign_in.unlock(&agent).await?;
    let forgets = form.forget_browsers == "1";
    if forgets {
        context.state.sign_in.forget_devices(agent.id).await?;
    }
    tracing::info!(agent = %agent.id, by = %context.agent.id, may_try, forgets, "sign-in unlocked");
    let how = match (may_try, forgets) {
        (true, true) => "their browsers are forgotten",
        (true, false) => "they may try at once",
        (false, true) => "their browsers are forgotten, and they have to wait for the directory",
        (false, false) => "they have to wait for the directory",
    };
    context.record(Action::Unlocked, |deed| deed.about(Subject::agent(&agent)).because(how)).await;
    let name = &agent.name;
    let (tone, text) = match (may_try, forgets) {
        (true, false) => (Tone::Ok, t!("agents-may-try", name = name)),
        (true, true) => (Tone::Ok, t!("agents-may-try-forgotten", name = name)),
        (false, false) => (Tone::Warning, t!("agents-has-to-wait", name = name)),
        (false, true) => (Tone::Warning, t!("agents-has-to-wait-forgotten", name = name)),
    };
    context.flash(Flash { tone, text });
    Ok(htmx::see_other(&context.request, &format!("/agents/{}", agent.id)))
}
