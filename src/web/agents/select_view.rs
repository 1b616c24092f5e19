//! Selecting agents: a box in each row, and the bar that says what can be done to them. Without scripts the form sends
//! the boxes of its page; with them, also those of other pages.

use super::bulk::What;
use super::list::Listing;
use crate::language::t;
use crate::model::Agent;
use crate::web::components::*;
use maud::{Markup, html};

const FORM: &str = "bulk";

/// The box of a row.
pub(super) fn tick(agent: &Agent) -> Markup {
    html! {
        label.tick {
            input #{ "select-" (agent.id) } type="checkbox" name="ids" value=(agent.id) form=(FORM) data-select
                autocomplete="off" aria-label=(t!("agents-select-one", name = &agent.name));
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
            // The script puts the numbers in.
            p.bulk-count role="status" data-selected=(t!("agents-selected", n = "{n}"))
                data-elsewhere=(t!("agents-selected-elsewhere", n = "{n}", m = "{m}"))
                data-full=(t!("agents-selected-full", n = "{n}")) { (t!("agents-with-selected")) }
            @if total > shown {
                label.bulk-all {
                    input #bulk-all type="checkbox" name="all" value="1" data-select-all autocomplete="off";
                    (t!("agents-all-matching", count = total))
                }
            }
            (buttons(&html! {
                (action(What::Groups, t!("agents-action-groups")))
                (action(What::Role, t!("agents-action-role")))
                (action(What::Block, t!("agents-action-block")))
                (action(What::Unblock, t!("agents-action-unblock")))
                (action(What::Export, t!("agents-export")).download())
                button.link type="button" data-select-none hidden { (t!("agents-clear-selection")) }
            }))
        }
    }
}

fn action(what: What, label: &str) -> Button<'_> {
    Button::submit(label).sends("action", what.as_str())
}
