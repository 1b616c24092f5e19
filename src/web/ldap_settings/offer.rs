//! After settings that decide who is read were changed: the offer of a preview, until the page is left.

use crate::model::*;
use crate::web::components::*;
use crate::web::context::Context;
use crate::web::error::WebError;
use maud::{Markup, html};

const OFFER: &str = "ldap_offer";

/// Notes what was changed, where there are agents whom it can touch.
pub(super) async fn note(
    context: &Context,
    directory: DirectoryId,
    before: Option<&LdapSettings>,
    after: &LdapSettings,
) -> Result<(), WebError> {
    let changed = before.map(|before| after.reading_changes_since(before)).unwrap_or_default();
    let has_agents = context.state.store.directory_sizes().await?.contains_key(&directory);
    if after.enabled && has_agents && !changed.is_empty() {
        let _ = context.session.insert(OFFER, (directory, changed));
    }
    Ok(())
}

/// The offer for this directory, once.
pub(super) fn markup(context: &Context, directory: &Directory, csrf: &str) -> Markup {
    let Ok(Some((of, changed))) = context.session.get::<(DirectoryId, Vec<String>)>(OFFER) else { return html! {} };
    if of != directory.id {
        return html! {};
    }
    context.session.remove(OFFER);
    let next = context.state.imports.next_scheduled(directory, context.now);
    let guid = changed.iter().any(|name| name == Scope::GUID_ATTRIBUTE);
    html! {
        div.gap-below {
            (Card::new("See first what it does").body(&html! {
                p.gap-below {
                    strong { (changed.join(", ")) }
                    " changed. A preview shows every addition, change and removal, and writes nothing. The next import runs by itself "
                    (time_ago(next, context.now)) "."
                }
                @if guid {
                    p.small.muted.gap-below {
                        "Agents are matched anew by DN, or else by mail, and keep id, role, groups and history. Whoever cannot be matched is held for review."
                    }
                }
                form method="post" action="/imports" {
                    (csrf_field(csrf))
                    input type="hidden" name="directory" value=(directory.id);
                    (Button::submit("Preview changes").sends("dry_run", "1").busy("Starting…"))
                }
            }))
        }
    }
}
