//! What a run's page tells beside its numbers: what a preview means, and what comes after the first import.

use super::first::{FirstStep, first_steps, is_first};
use super::next_view::Afterwards;
use super::preview_view::Preview;
use crate::model::*;
use crate::web::context::Context;
use crate::web::error::WebError;
use maud::{Markup, html};

/// Over the numbers, and under them.
#[derive(Default)]
pub(super) struct Told {
    pub(super) above: Markup,
    pub(super) below: Markup,
}

/// Of an ended run, while its directory is there.
pub(super) async fn told(context: &Context, run: &ImportRun, all: &[Directory]) -> Result<Told, WebError> {
    let Some(directory) = all.iter().find(|directory| directory.id == run.directory) else {
        return Ok(Told::default());
    };
    let is_only = all.len() == 1;
    if run.dry_run && matches!(run.state, RunState::Done | RunState::Held) {
        return preview(context, run, directory, is_only).await;
    }
    if run.counts.added > 0 && is_first(context, run).await? {
        return afterwards(context, run, directory, is_only).await;
    }
    Ok(Told::default())
}

async fn preview(context: &Context, run: &ImportRun, directory: &Directory, is_only: bool) -> Result<Told, WebError> {
    let step = if is_only { FirstStep::of(context, Some(directory)).await? } else { None };
    let group = default_group(context, directory).await?;
    let csrf = context.csrf();
    let preview = Preview { run, settings: &directory.settings, group: &group, csrf: &csrf };
    let above = html! {
        div.stack.gap-below {
            @if let Some(step) = step { (first_steps(step)) }
            (preview.markup())
        }
    };
    Ok(Told { above, below: Markup::default() })
}

async fn afterwards(
    context: &Context,
    run: &ImportRun,
    directory: &Directory,
    is_only: bool,
) -> Result<Told, WebError> {
    let imports = &context.state.imports;
    let afterwards = Afterwards {
        run,
        settings: &directory.settings,
        group: &default_group(context, directory).await?,
        next: imports.next_scheduled(directory, context.now),
        interval: directory.interval(imports.interval()),
        address: context.state.public_url.as_str(),
        now: context.now,
    };
    let above = html! { @if is_only { div.gap-below { (first_steps(FirstStep::SignIn)) } } };
    let below = html! { div.gap-above { (afterwards.markup()) } };
    Ok(Told { above, below })
}

/// Name of the group that newcomers get.
async fn default_group(context: &Context, directory: &Directory) -> Result<String, WebError> {
    let groups = context.state.store.groups().await?;
    let found = groups.into_iter().find(|group| group.id == directory.settings.default_group);
    Ok(found.map(|group| group.name).unwrap_or_default())
}
