use super::bulk::{BulkForm, What};
use super::selection::{Selection, Shown};
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
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
    let agents = counted(page.shown.count, "agent", "agents");
    match page.what {
        What::Groups => format!("Change the groups of {agents}"),
        What::Role => format!("Set the role of {agents}"),
        What::Block => format!("Block {agents}"),
        What::Unblock => format!("Unblock {agents}"),
        What::Export => format!("Export {agents}"),
    }
}

/// The page that asks once more.
pub(super) fn confirm(page: &BulkPage<'_>, csrf: &str) -> Markup {
    let title = title(page);
    let submit = Button::submit(&title).busy("Changing …");
    html! {
        // It forgets the selection once the form is sent.
        (list_script())
        div.stack.narrow {
            @if page.shown.expected == Some(page.shown.count) {
                (banner(Tone::Warning, "Others match by now than when you chose, though they are as many. Nothing was changed. Look whether you still mean all of them."))
            } @else if let Some(expected) = page.shown.expected {
                (banner(Tone::Warning, format!(
                    "{} matched when you chose, by now it is {}. Nothing was changed. Look whether you still mean all of them.",
                    counted(expected, "agent", "agents"), number(page.shown.count),
                )))
            }
            (Card::untitled().body(&html! {
                form.form method="post" action="/agents/bulk" data-clears-selection {
                    (csrf_field(csrf))
                    input type="hidden" name="confirmed" value="1";
                    input type="hidden" name="action" value=(page.what.as_str());
                    (who(page))
                    @for sentence in consequences(page.what) { p { (sentence) } }
                    (fields(page))
                    (buttons(&html! {
                        @if page.what == What::Block { (submit.danger()) } @else { (submit.primary()) }
                        (Button::link(&page.selection.back(), "Cancel"))
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
        p.strong { @if more == 0 { (names) } @else { (format!("{names} and {} more", number(more))) } }
        @match page.selection {
            Selection::These(ids) => { @for id in ids { input type="hidden" name="ids" value=(id); } },
            Selection::Matching { query, .. } => {
                input type="hidden" name="all" value="1";
                input type="hidden" name="expected" value=(page.shown.count);
                input type="hidden" name="expected_digest" value=(page.shown.digest);
                @for (name, value) in query.view() { input type="hidden" name=(name) value=(value); }
                p { "Everyone of " a href=(page.selection.back()) { "this view" } ", on all of its pages." }
            },
        }
    }
}

fn consequences(what: What) -> &'static [&'static str] {
    match what {
        What::Groups => &["The choice counts as an administrator’s: rules and imports leave these groups alone."],
        What::Role => &[
            "The choice counts as an administrator’s: rules and imports leave it alone. Whose role changes has to sign in again.",
        ],
        What::Block => &["They cannot sign in any more, and their sessions end at once. Nothing of theirs is deleted."],
        What::Unblock => &["They can sign in again, as far as the directory lets them."],
        What::Export => &[],
    }
}

fn fields(page: &BulkPage<'_>) -> Markup {
    let (form, errors) = (page.form, page.errors);
    match page.what {
        What::Groups => {
            let boxes = page.groups.iter().fold(Checkboxes::new("to_groups", "Groups"), |boxes, group| {
                let id = group.id.to_string();
                let is_checked = form.to_groups.contains(&id);
                boxes.choice(id, group.name.clone(), is_checked)
            });
            html! {
                (Select::new("how", "What to do")
                    .option("add", "Add these groups and keep the others")
                    .option("remove", "Take these groups away and keep the others")
                    .option("set", "Set exactly these groups")
                    .selected(&form.how).errors(errors.get("how")))
                (boxes.errors(errors.get("to_groups")))
            }
        }
        What::Role => html! {
            (Select::new("to_role", "Role").option("", "Choose a role")
                .options(Role::ALL.map(|role| (role.as_str(), role.label())))
                .selected(&form.to_role).errors(errors.get("to_role")))
        },
        What::Block | What::Unblock | What::Export => html! {},
    }
}
