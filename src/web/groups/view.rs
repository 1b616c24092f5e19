use super::Refused;
use crate::language::t;
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{around, link, rich};
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
    let mut columns = vec![Column::new(t!("groups-name")), Column::new(t!("groups-agents")).number()];
    if page.may_change {
        columns.push(Column::new(t!("groups-change")));
    }
    // What was refused is in the fields, where nothing of the next answer belongs.
    let is_live = page.refused.errors.is_empty();
    html! {
        div.stack #groups hx-get=[is_live.then_some("/groups")]
            hx-trigger=[is_live.then_some("muster:agents from:body, muster:groups from:body")]
            hx-swap=[is_live.then_some("outerHTML")] {
            (Table::new(t!("layout-groups"), columns).rows(page.groups.iter().map(|group| row(page, group))))
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
        @if is_default { (tag(Tone::Neutral, t!("groups-default"))) }
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
                summary.button {
                    (rich!("groups-rename-named", name = &group.name, hidden = around(|name| html! { span.hidden-text { (name) } })))
                }
                div {
                    form.form method="post" action=(action) {
                        (csrf_field(page.csrf))
                        (TextField::new("name", t!("groups-new-name")).id(format!("group-{}", group.id)).value(typed).required().errors(errors))
                        (buttons(&html! { (Button::submit(t!("groups-rename")).primary()) }))
                    }
                }
            }
            @if size == 0 && !is_default {
                (confirm_fold(
                    &format!("delete-{}", group.id),
                    &t!("groups-delete-fold", name = &group.name),
                    &t!("groups-delete-then", name = &group.name),
                    &html! {
                        form method="post" action={ (action) "/delete" } {
                            (csrf_field(page.csrf)) (Button::submit(t!("groups-delete")).danger())
                        }
                    },
                ))
            } @else {
                span.small.muted {
                    @if size > 0 { (rich!("groups-in-use", count = size, link = link(format!("/agents?group={}", group.id)))) }
                    @else { (t!("groups-given")) }
                }
            }
        }
    }
}

fn new_group(page: &GroupsPage<'_>) -> Markup {
    let refused = page.refused.group.is_none();
    let (typed, errors): (&str, &[String]) =
        if refused { (&page.refused.typed, page.refused.errors.get("name")) } else { ("", &[]) };
    Card::new(t!("groups-new")).body(&html! {
        form.form.narrow method="post" action="/groups" {
            (csrf_field(page.csrf))
            (TextField::new("name", t!("groups-name")).value(typed).required().errors(errors))
            (buttons(&html! { (Button::submit(t!("groups-create")).primary().busy(t!("groups-creating"))) }))
        }
    })
}
