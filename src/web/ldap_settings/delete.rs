//! The end of a directory in the panel.

use super::super::context::Context;
use super::super::error::WebError;
use super::super::htmx;
use super::super::layout::Flash;
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
    let text = format!("{} is being deleted. Its agents are removed first.", directory.name());
    context.flash(Flash { tone: Tone::Info, text });
    Ok(htmx::see_other(&context.request, &format!("/imports/{}", run.id)))
}

/// The card with the button.
pub(super) fn card(directory: &Directory, agents: u64, csrf: &str) -> Markup {
    let name = directory.name();
    let consequence = format!(
        "{} of {name} leave every list at once, their sessions end, and they cannot sign in any more. Their records are kept for {} and then deleted for good. The settings, the stored password and the schedule of {name} are gone. Nothing is changed in the directory itself; other directories and local agents stay as they are.",
        counted(agents, "agent", "agents"),
        counted(RemovalPolicy::default().keep_removed_days.into(), "day", "days"),
    );
    let label = format!("Delete {name}");
    let form = html! {
        form method="post" action={ "/settings/ldap/" (directory.id) "/delete" } {
            (csrf_field(csrf))
            (Button::submit(&label).danger().busy("Deleting…"))
        }
    };
    Card::new("Delete this directory").body(&confirm_fold("delete", &format!("{label} …"), &consequence, &form))
}
