use super::Refused;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};
use std::collections::BTreeSet;
use std::collections::HashMap;

pub(super) struct GroupsPage<'a> {
    pub(super) groups: &'a [Group],
    pub(super) sizes: &'a HashMap<GroupId, u64>,
    /// What newcomers of directories are given.
    pub(super) defaults: BTreeSet<GroupId>,
    pub(super) may_change: bool,
    pub(super) csrf: &'a str,
    pub(super) refused: &'a Refused,
}

pub(super) fn groups(page: &GroupsPage<'_>) -> Markup {
    let mut columns = vec![Column::new("Name"), Column::new("Agents").number()];
    if page.may_change {
        columns.push(Column::new("Change"));
    }
    // What was refused is in the fields, where nothing of the next answer belongs.
    let is_live = page.refused.errors.is_empty();
    html! {
        div.stack #groups hx-get=[is_live.then_some("/groups")]
            hx-trigger=[is_live.then_some("muster:agents from:body, muster:groups from:body")]
            hx-swap=[is_live.then_some("outerHTML")] {
            (Table::new("Groups", columns).rows(page.groups.iter().map(|group| row(page, group))))
            @if page.may_change { (new_group(page)) }
            (keys(false))
        }
    }
}

fn row(page: &GroupsPage<'_>, group: &Group) -> Row {
    let size = page.sizes.get(&group.id).copied().unwrap_or(0);
    let is_default = page.defaults.contains(&group.id);
    let name = html! {
        strong { (group.name) } " "
        @if is_default { (tag(Tone::Neutral, "default")) }
    };
    let agents = html! { a href={ "/agents?group=" (group.id) } { (number(size)) } };
    let mut cells = vec![name, agents];
    if page.may_change {
        cells.push(change(page, group, size, is_default));
    }
    Row { id: Some(format!("line-{}", group.id)), cells }
}

/// Rename and delete, each behind its own fold.
fn change(page: &GroupsPage<'_>, group: &Group, size: u64, is_default: bool) -> Markup {
    let refused = page.refused.group == Some(group.id);
    let (typed, errors): (&str, &[String]) =
        if refused { (&page.refused.typed, page.refused.errors.get("name")) } else { (&group.name, &[]) };
    let action = format!("/groups/{}", group.id);
    html! {
        div.buttons {
            details.confirm id={ "rename-" (group.id) } open[refused] {
                summary.button { "Rename" span.hidden-text { " " (group.name) } }
                div {
                    form.form method="post" action=(action) {
                        (csrf_field(page.csrf))
                        (TextField::new("name", "New name").id(format!("group-{}", group.id)).value(typed).required().errors(errors))
                        (buttons(&html! { (Button::submit("Rename").primary()) }))
                    }
                }
            }
            @if size == 0 && !is_default {
                (confirm_fold(
                    &format!("delete-{}", group.id),
                    &format!("Delete {} …", group.name),
                    &format!("The group {} is deleted. No agent is in it.", group.name),
                    &html! {
                        form method="post" action={ (action) "/delete" } {
                            (csrf_field(page.csrf)) (Button::submit("Delete the group").danger())
                        }
                    },
                ))
            } @else {
                span.small.muted {
                    @if size > 0 { "In use by " a href={ "/agents?group=" (group.id) } { (counted(size, "agent", "agents")) } }
                    @else { "Given to new agents" }
                }
            }
        }
    }
}

fn new_group(page: &GroupsPage<'_>) -> Markup {
    let refused = page.refused.group.is_none();
    let (typed, errors): (&str, &[String]) =
        if refused { (&page.refused.typed, page.refused.errors.get("name")) } else { ("", &[]) };
    Card::new("New group").body(&html! {
        form.form.narrow method="post" action="/groups" {
            (csrf_field(page.csrf))
            (TextField::new("name", "Name").value(typed).required().errors(errors))
            (buttons(&html! { (Button::submit("Create group").primary().busy("Creating…")) }))
        }
    })
}
