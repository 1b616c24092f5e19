//! `/groups`: create, rename, delete.

mod view;

use super::components::Tone;
use super::context::{Context, Screen, respond};
use super::error::WebError;
use super::form::{self, Errors};
use super::htmx;
use super::layout::{Flash, Section};
use crate::language::t;
use crate::model::*;
use crate::storage::StorageError;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct GroupForm {
    name: String,
}

/// What the page shows beside the groups: a name that was refused, and why.
#[derive(Default)]
struct Refused {
    /// The group that was to be renamed; `None`: a new one.
    group: Option<GroupId>,
    typed: String,
    errors: Errors,
}

pub(super) async fn index(context: Context) -> Result<HttpResponse, WebError> {
    page(&context, StatusCode::OK, &Refused::default()).await
}

pub(super) async fn create(context: Context, body: Bytes) -> Result<HttpResponse, WebError> {
    let form: GroupForm = form::read(&body)?;
    let mut errors = Errors::default();
    if let Some(name) = errors.take("name", Group::parse_name(&form.name)) {
        match context.state.store.create_group(&name).await {
            Ok(group) => {
                context.record(Action::GroupAdded, |deed| deed.about(subject(group.id, &group.name))).await;
                return Ok(done(&context, t!("groups-created", name = &group.name)));
            }
            Err(StorageError::GroupNameTaken) => errors.add("name", t!("groups-taken")),
            Err(error) => return Err(error.into()),
        }
    }
    page(&context, StatusCode::UNPROCESSABLE_ENTITY, &Refused { group: None, typed: form.name, errors }).await
}

pub(super) async fn update(context: Context, id: Path<u32>, body: Bytes) -> Result<HttpResponse, WebError> {
    let id = GroupId(id.into_inner());
    let form: GroupForm = form::read(&body)?;
    let mut errors = Errors::default();
    if let Some(name) = errors.take("name", Group::parse_name(&form.name)) {
        let old = name_of(&context, id).await?;
        match context.state.store.rename_group(id, &name).await {
            Ok(()) => {
                let changes = ValueChange::between("Name", old.as_str(), name.as_str()).into_iter().collect();
                context.record(Action::GroupRenamed, |deed| deed.about(subject(id, &old)).with(changes)).await;
                return Ok(done(&context, t!("groups-renamed", name = &name)));
            }
            Err(StorageError::GroupNameTaken) => errors.add("name", t!("groups-taken")),
            Err(error) => return Err(error.into()),
        }
    }
    page(&context, StatusCode::UNPROCESSABLE_ENTITY, &Refused { group: Some(id), typed: form.name, errors }).await
}

pub(super) async fn delete(context: Context, id: Path<u32>) -> Result<HttpResponse, WebError> {
    let id = GroupId(id.into_inner());
    let name = name_of(&context, id).await?;
    match context.state.store.delete_group(id).await {
        Ok(()) => {
            context.record(Action::GroupDeleted, |deed| deed.about(subject(id, &name))).await;
            Ok(done(&context, t!("groups-deleted").into()))
        }
        Err(StorageError::GroupInUse { agents, is_default, rules }) => {
            Err(WebError::Unprocessable(match (agents, is_default, rules.first()) {
                (0, false, Some(rule)) => t!("groups-kept-rule", rule = rule.to_string()),
                (0, _, _) => t!("groups-kept-default").to_owned(),
                (count, true, _) => t!("groups-kept-agents-default", count = count),
                (count, false, Some(rule)) => t!("groups-kept-agents-rule", count = count, rule = rule.to_string()),
                (count, false, None) => t!("groups-kept-agents", count = count),
            }))
        }
        Err(error) => Err(error.into()),
    }
}

fn subject(id: GroupId, name: &str) -> Subject {
    Subject::new(SubjectKind::Group, id.0, name)
}

async fn name_of(context: &Context, id: GroupId) -> Result<String, WebError> {
    let groups = context.state.store.groups().await?;
    Ok(groups.into_iter().find(|group| group.id == id).map(|group| group.name).unwrap_or_default())
}

fn done(context: &Context, text: String) -> HttpResponse {
    context.flash(Flash { tone: Tone::Ok, text });
    htmx::see_other(&context.request, "/groups")
}

async fn page(context: &Context, status: StatusCode, refused: &Refused) -> Result<HttpResponse, WebError> {
    let groups = context.state.store.groups().await?;
    let sizes = context.state.store.group_sizes().await?;
    let directories = context.state.store.directories().await?;
    let defaults = directories.iter().map(|directory| directory.settings.default_group).collect();
    let content = view::groups(&view::GroupsPage {
        groups: &groups,
        sizes: &sizes,
        defaults,
        may_change: context.is_administrator(),
        csrf: &context.csrf(),
        refused,
    });
    if htmx::is_htmx(&context.request) {
        return Ok(respond(status, content));
    }
    let lead = maud::html! { (t!("groups-lead")) };
    context.render(status, Screen::new(t!("layout-groups"), Section::Groups, content).lead(lead)).await
}
