use super::bulk::{BulkForm, What};
use super::selection::{Selection, Shown};
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::rich::{link, rich};
use maud::{Markup, html};

pub(super) struct BulkPage<'a> {
    pub(super) what: What,
    pub(super) form: &'a BulkForm,
    pub(super) selection: &'a Selection,
    pub(super) shown: Shown,
    pub(super) groups: &'a [Group],
    pub(super) errors: &'a Errors,
}

/// What is about to happen, and to how many: the title, and what the button says.
pub(super) fn title(page: &BulkPage<'_>) -> String {
    let count = page.shown.count;
    match page.what {
        What::Groups => t!("agents-bulk-groups", count = count),
        What::Role => t!("agents-bulk-role", count = count),
        What::Block => t!("agents-bulk-block", count = count),
        What::Unblock => t!("agents-bulk-unblock", count = count),
        What::Export => t!("agents-bulk-export", count = count),
    }
}

/// The page that asks once more.
pub(super) fn confirm(page: &BulkPage<'_>, csrf: &str) -> Markup {
    let title = title(page);
    let submit = Button::submit(&title).busy(t!("agents-bulk-changing"));
    html! {
        // It forgets the selection once the form is sent.
        (list_script())
        div.stack.narrow {
            @if page.shown.expected == Some(page.shown.count) {
                (banner(Tone::Warning, t!("agents-bulk-others-as-many")))
            } @else if let Some(expected) = page.shown.expected {
                (banner(Tone::Warning, t!("agents-bulk-others-match", expected = expected, count = page.shown.count)))
            }
            (Card::untitled().body(&html! {
                form.form method="post" action="/agents/bulk" data-clears-selection {
                    (csrf_field(csrf))
                    input type="hidden" name="confirmed" value="1";
                    input type="hidden" name="action" value=(page.what.as_str());
                    (who(page))
                    @if let Some(sentence) = consequence(page.what) { p { (sentence) } }
                    (fields(page))
                    (buttons(&html! {
                        @if page.what == What::Block { (submit.danger()) } @else { (submit.primary()) }
                        (Button::link(&page.selection.back(), t!("agents-cancel")))
                    }))
                }
            }))
        }
    }
}

/// Those it is about, by name as far as there is room, and as fields.
fn who(page: &BulkPage<'_>) -> Markup {
    let (names, more) = (page.shown.names.join(", "), page.shown.count.saturating_sub(page.shown.names.len() as u64));
    html! {
        p.strong { @if more == 0 { (names) } @else { (t!("agents-phrase-and-more", names = names, count = more)) } }
        @match page.selection {
            Selection::These(ids) => { @for id in ids { input type="hidden" name="ids" value=(id); } },
            Selection::Matching { query, .. } => {
                input type="hidden" name="all" value="1";
                input type="hidden" name="expected" value=(page.shown.count);
                input type="hidden" name="expected_digest" value=(page.shown.digest);
                @for (name, value) in query.view() { input type="hidden" name=(name) value=(value); }
                p { (rich!("agents-bulk-everyone", link = link(page.selection.back()))) }
            },
        }
    }
}

fn consequence(what: What) -> Option<&'static str> {
    match what {
        What::Groups => Some(t!("agents-bulk-groups-then")),
        What::Role => Some(t!("agents-bulk-role-then")),
        What::Block => Some(t!("agents-bulk-block-then")),
        What::Unblock => Some(t!("agents-bulk-unblock-then")),
        What::Export => None,
    }
}

fn fields(page: &BulkPage<'_>) -> Markup {
    let (form, errors) = (page.form, page.errors);
    match page.what {
        What::Groups => {
            let boxes = page.groups.iter().fold(Checkboxes::new("to_groups", t!("agents-groups")), |boxes, group| {
                let id = group.id.to_string();
                let is_checked = form.to_groups.contains(&id);
                boxes.choice(id, group.name.clone(), is_checked)
            });
            html! {
                (Select::new("how", t!("agents-bulk-how"))
                    .option("add", t!("agents-bulk-add"))
                    .option("remove", t!("agents-bulk-remove"))
                    .option("set", t!("agents-bulk-set"))
                    .selected(&form.how).errors(errors.get("how")))
                (boxes.errors(errors.get("to_groups")))
            }
        }
        What::Role => html! {
            (Select::new("to_role", t!("agents-role")).option("", t!("agents-bulk-choose-role"))
                .options(Role::ALL.map(|role| (role.as_str(), language::role(role))))
                .selected(&form.to_role).errors(errors.get("to_role")))
        },
        What::Block | What::Unblock | What::Export => html! {},
    }
}
