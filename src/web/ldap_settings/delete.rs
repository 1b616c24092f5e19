//! The end of a directory in the panel.

use super::super::context::Context;
use super::super::error::WebError;
use super::super::htmx;
use super::super::layout::Flash;
use crate::language::t;
use crate::model::*;
use crate::web::components::*;
use actix_web::HttpResponse;
use actix_web::web::Path;
use maud::{Markup, html};

/// Asks for it; the page of the run that removes the agents shows how far it is.
pub(in crate::web) async fn delete(context: Context, id: Path<u32>) -> Result<HttpResponse, WebError> {
    let id = DirectoryId(*id);
    let directory = context.state.store.directory(id).await?.ok_or(WebError::NotFound)?;
    let run = context.state.imports.delete_directory(id, context.agent.id).await?;
    tracing::info!(directory = %id, run = %run.id, by = %context.agent.id, "directory to be deleted");
    let subject = Subject::new(SubjectKind::Directory, id, directory.name());
    context.record(Action::DirectoryDeleted, |deed| deed.about(subject)).await;
    let text = t!("ldap-deleted", name = directory.name());
    context.flash(Flash { tone: Tone::Info, text });
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

/// The card with the button.
pub(super) fn card(directory: &Directory, agents: u64, csrf: &str) -> Markup {
    let name = directory.name();
    let days = RemovalPolicy::default().keep_removed_days;
    let consequence = t!("ldap-delete-what", name = &name, agents = agents, days = days);
    let label = t!("ldap-delete", name = &name);
    let form = html! {
        form method="post" action={ "/settings/ldap/" (directory.id) "/delete" } {
            (csrf_field(csrf))
            (Button::submit(&label).danger().busy(t!("ldap-deleting")))
        }
    };
    let summary = t!("ldap-delete-fold", name = &name);
    Card::new(t!("ldap-delete-title")).body(&confirm_fold("delete", &summary, &consequence, &form))
}
