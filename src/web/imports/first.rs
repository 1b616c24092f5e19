//! The first hour: how far a new panel has come. Nothing of it is stored: it follows from the directory that is
//! there, the previews that were made and the agents that came.

use crate::model::*;
use crate::storage::RunQuery;
use crate::web::components::*;
use crate::web::context::Context;
use crate::web::error::WebError;
use maud::{Markup, html};

/// What is to be done next, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::web) enum FirstStep {
    /// No directory is stored.
    Connect,
    /// It was never looked at what an import would do.
    Preview,
    /// Nobody has come from the directory.
    Import,
    /// Nobody has signed in, as far as this knows.
    SignIn,
}

impl FirstStep {
    const ALL: [FirstStep; 4] = [FirstStep::Connect, FirstStep::Preview, FirstStep::Import, FirstStep::SignIn];

    /// Of the only directory, or of none yet. `None`: people have been imported, and the first hour is over.
    pub(in crate::web) async fn of(
        context: &Context,
        directory: Option<&Directory>,
    ) -> Result<Option<FirstStep>, WebError> {
        let Some(directory) = directory else { return Ok(Some(FirstStep::Connect)) };
        let store = &context.state.store;
        if store.directory_sizes().await?.contains_key(&directory.id) {
            return Ok(None);
        }
        let is_previewed = store.runs(&done(directory.id, true)).await?.total > 0;
        Ok(Some(if is_previewed { FirstStep::Import } else { FirstStep::Preview }))
    }

    fn label(self) -> &'static str {
        match self {
            FirstStep::Connect => "Connect the directory",
            FirstStep::Preview => "Preview",
            FirstStep::Import => "Import users",
            FirstStep::SignIn => "Sign in as an agent",
        }
    }

    fn what_to_do(self) -> &'static str {
        match self {
            FirstStep::Connect => {
                "Fill in Connection and press Save. The connection is tried at once, step by step, and nobody is imported yet."
            }
            FirstStep::Preview => {
                "A preview reads the directory and shows who would become an agent. It writes nothing."
            }
            FirstStep::Import => "An import makes agents of the people in the directory, and is repeated by itself.",
            FirstStep::SignIn => {
                "Try it: open the panel's address in a private window, and sign in with the mail and the directory password of one of the agents."
            }
        }
    }
}

/// The steps of the first hour, the present one marked.
pub(in crate::web) fn first_steps(now: FirstStep) -> Markup {
    html! {
        div.card.first-steps {
            (steps("First steps", &FirstStep::ALL.map(FirstStep::label), now as usize))
            p.small.muted {
                (now.what_to_do())
                // On a narrow screen the button is far below.
                @if now == FirstStep::Preview { " " a href="/settings/ldap/index#import-card" { "To the preview" } }
            }
        }
    }
}

/// Whether this import was the first of its directory that came to its end.
pub(super) async fn is_first(context: &Context, run: &ImportRun) -> Result<bool, WebError> {
    if run.dry_run || run.deletes || run.state != RunState::Done {
        return Ok(false);
    }
    Ok(context.state.store.runs(&done(run.directory, false)).await?.total == 1)
}

fn done(directory: DirectoryId, dry_run: bool) -> RunQuery {
    RunQuery {
        directory: Some(directory),
        dry_run: Some(dry_run),
        state: Some(RunState::Done),
        limit: 1,
        ..RunQuery::default()
    }
}
