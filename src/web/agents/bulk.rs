//! `/agents/bulk`: one change for many agents. First a page says how many and what will happen; sent once more with
//! `confirmed=1` it is done, and what came of it is told.

use super::super::context::{Context, Screen};
use super::super::error::WebError;
use super::super::form::{Errors, read};
use super::super::htmx;
use super::super::layout::{Flash, Section};
use super::query::ListQuery;
use super::selection::Selection;
use super::{bulk_run, bulk_view, export};
use crate::language::t;
use crate::model::*;
use crate::web::components::Tone;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use serde::Deserialize;
use std::collections::BTreeSet;

/// What can be done to those who are selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Groups,
    Role,
    Block,
    Unblock,
    Export,
}

impl What {
    const ALL: [What; 5] = [What::Groups, What::Role, What::Block, What::Unblock, What::Export];

    /// The value of the field `action`.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            What::Groups => "groups",
            What::Role => "role",
            What::Block => "block",
            What::Unblock => "unblock",
            What::Export => "export",
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct BulkForm {
    /// Those who were ticked.
    pub(super) ids: Vec<String>,
    /// `1`: everyone of the view, whose query is among the fields.
    pub(super) all: String,
    /// How many those were on the page that was sent.
    pub(super) expected: String,
    /// A digest of who they were: somebody may leave the view while another one comes into it.
    pub(super) expected_digest: String,
    pub(super) action: String,
    /// With groups: `add`, `remove` or `set`.
    pub(super) how: String,
    pub(super) to_groups: Vec<String>,
    pub(super) to_role: String,
    pub(super) confirmed: String,
}

impl BulkForm {
    fn what(&self) -> Option<What> {
        What::ALL.into_iter().find(|what| what.as_str() == self.action)
    }

    /// The change, or messages beside the fields.
    fn edit(&self, what: What, groups: &[Group], errors: &mut Errors) -> Option<BulkEdit> {
        let mut edit = BulkEdit::default();
        match what {
            What::Groups => {
                let chosen = self.groups(groups);
                if chosen.is_empty() && self.how != "set" {
                    errors.add("to_groups", t!("agents-bulk-no-group"));
                }
                match self.how.as_str() {
                    "add" => edit.add_groups = chosen,
                    "remove" => edit.remove_groups = chosen,
                    "set" => edit.set_groups = Some(chosen),
                    _ => errors.add("how", t!("agents-bulk-no-how")),
                }
            }
            What::Role => match Role::parse(&self.to_role) {
                Some(role) => edit.role = Some(role),
                None => errors.add("to_role", t!("agents-bulk-no-role")),
            },
            What::Block => edit.blocked = Some(true),
            What::Unblock => edit.blocked = Some(false),
            What::Export => return None,
        }
        errors.is_empty().then_some(edit)
    }

    fn groups(&self, groups: &[Group]) -> BTreeSet<GroupId> {
        let chosen = groups.iter().map(|group| group.id).filter(|id| self.to_groups.contains(&id.to_string()));
        chosen.collect()
    }
}

pub(in crate::web) async fn bulk(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let (form, query): (BulkForm, ListQuery) = (read(&body)?, read(&body)?);
    let what = form.what().ok_or_else(|| WebError::BadRequest(t!("agents-bulk-no-action").into()))?;
    let selection = Selection::of(&form, query);
    if what == What::Export {
        return match selection {
            Selection::These(ids) => export::these(&context, &ids).await,
            Selection::Matching { query, .. } => export::all(&context, &query).await,
        };
    }
    let mut shown = selection.look(&context).await?;
    if shown.count == 0 {
        let text = t!("agents-bulk-nobody").into();
        context.flash(Flash { tone: Tone::Warning, text });
        return Ok(htmx::see_other(&context.request, &selection.back()));
    }
    let groups = context.state.store.groups().await?;
    let mut errors = Errors::default();
    if form.confirmed == "1"
        && let Some(edit) = form.edit(what, &groups, &mut errors)
        && let Some(ids) = shown.agreed()
    {
        let done = bulk_run::run(&context, ids, &edit).await?;
        bulk_run::record(&context, &done, &edit, &groups).await;
        context.flash(done.told());
        return Ok(htmx::see_other(&context.request, &selection.back()));
    }
    let status = match (errors.is_empty(), shown.expected) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, Some(_)) => StatusCode::CONFLICT,
        (true, None) => StatusCode::OK,
    };
    let page =
        bulk_view::BulkPage { what, form: &form, selection: &selection, shown, groups: &groups, errors: &errors };
    let content = bulk_view::confirm(&page, &context.csrf());
    context.render(status, Screen::new(&bulk_view::title(&page), Section::Agents, content)).await
}
