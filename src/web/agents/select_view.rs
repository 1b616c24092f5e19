//! Selecting agents: a box in each row, and the bar that says what can be done to them. Without scripts the form sends
//! the boxes of its page; with them, also those of other pages.

use super::bulk::What;
use super::list::Listing;
use crate::model::Agent;
use crate::web::components::*;
use maud::{Markup, html};

const FORM: &str = "bulk";

/// The box of a row.
pub(super) fn tick(agent: &Agent) -> Markup {
    html! {
        label.tick {
            input #{ "select-" (agent.id) } type="checkbox" name="ids" value=(agent.id) form=(FORM) data-select
                autocomplete="off" aria-label={ "Select " (agent.name) };
        }
    }
}

/// The bar under the list.
pub(super) fn bar(list: &Listing) -> Markup {
    let (total, shown) = (list.page.total, list.page.items.len() as u64);
    html! {
        form.bulk #(FORM) method="post" action="/agents/bulk" data-who=(list.viewer) data-view=(list.query.url(|_| {}))
            data-total=(total) {
            (csrf_field(&list.csrf))
            @for (name, value) in list.query.view() { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="expected" value=(total);
            p.bulk-count role="status" data-selected="Selected: {n}" data-elsewhere="Selected: {n}, of them {m} not on this page"
                data-full="No more than {n} can be selected one by one." { "With the selected:" }
            @if total > shown {
                label.bulk-all {
                    input #bulk-all type="checkbox" name="all" value="1" data-select-all autocomplete="off";
                    "All " (number(total)) " that match"
                }
            }
            (buttons(&html! {
                (action(What::Groups, "Groups …"))
                (action(What::Role, "Role …"))
                (action(What::Block, "Block …"))
                (action(What::Unblock, "Unblock …"))
                (action(What::Export, "Export CSV").download())
                button.link type="button" data-select-none hidden { "Clear selection" }
            }))
        }
    }
}

fn action(what: What, label: &str) -> Button<'_> {
    Button::submit(label).sends("action", what.as_str())
}
