//! The first hour: how far a new panel has come. Nothing of it is stored: it follows from the directory that is
//! there, the previews that were made and the agents that came.

use crate::language::t;
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
            FirstStep::Connect => t!("imports-first-connect"),
            FirstStep::Preview => t!("imports-first-preview"),
            FirstStep::Import => t!("imports-first-import"),
            FirstStep::SignIn => t!("imports-first-sign-in"),
        }
    }

    fn what_to_do(self) -> &'static str {
        match self {
            FirstStep::Connect => t!("imports-first-connect-text"),
            FirstStep::Preview => t!("imports-first-preview-text"),
            FirstStep::Import => t!("imports-first-import-text"),
            FirstStep::SignIn => t!("imports-first-sign-in-text"),
        }
    }
}

/// The steps of the first hour, the present one marked.
pub(in crate::web) fn first_steps(now: FirstStep) -> Markup {
    html! {
        div.card.first-steps {
            (steps(t!("imports-first-steps"), &FirstStep::ALL.map(FirstStep::label), now as usize))
            p.small.muted {
                (now.what_to_do())
                // On a narrow screen the button is far below.
                @if now == FirstStep::Preview { " " a href="/settings/ldap/index#import-card" { (t!("imports-first-to-preview")) } }
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
