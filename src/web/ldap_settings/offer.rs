//! After settings that decide who is read were changed: the offer of a preview, until the page is left.

use crate::language::{phrase, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::context::Context;
use crate::web::error::WebError;
use crate::web::rich::rich;
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
    let fields: Vec<_> = changed.iter().map(|name| phrase(name)).collect();
    html! {
        div.gap-below {
            (Card::new(t!("ldap-offer")).body(&html! {
                p.gap-below {
                    (rich!("ldap-offer-changed", fields = fields.join(", "), when = time_ago(next, context.now)))
                }
                @if guid {
                    p.small.muted.gap-below { (t!("ldap-offer-guid")) }
                }
                form method="post" action="/imports" {
                    (csrf_field(csrf))
                    input type="hidden" name="directory" value=(directory.id);
                    (Button::submit(t!("ldap-offer-preview")).sends("dry_run", "1").busy(t!("ldap-starting")))
                }
            }))
        }
    }
}
