//! The fields of the client certificate, folded away while there is none.

use super::Outcome;
use super::form::SettingsForm;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) fn block(form: &SettingsForm, stored: Option<&LdapSettings>, outcome: &Outcome) -> Markup {
    let errors = |name: &str| outcome.errors.get(name);
    // Few servers ask for one; where one does, the check says so, and the fields are there.
    let asked = outcome.report.as_ref().and_then(CheckReport::problem).and_then(|problem| problem.failure.field());
    let is_open = !form.client_certificate.trim().is_empty()
        || asked == Some("client_certificate")
        || ["client_certificate", "client_key"].iter().any(|name| !errors(name).is_empty());
    html! {
        details.group #client-certificate open[is_open] {
            summary { "Client certificate" " " span.aside { "optional — for servers that ask for one" } }
            div.form {
                (TextArea::new("client_certificate", "Client certificate").aside("PEM").value(without_key(&form.client_certificate))
                    .rows(3).mono().placeholder("-----BEGIN CERTIFICATE-----").errors(errors("client_certificate"))
                    .hint("Shown when the server asks, with StartTLS and LDAPS. User and Password are still needed: the sign-in is by them. Empty removes the certificate and its key."))
                (key(form, stored, outcome))
            }
        }
    }
}

/// A key that was pasted together with its certificate is not sent back.
fn without_key(typed: &str) -> &str {
    if typed.contains("PRIVATE KEY-----") { "" } else { typed }
}

fn key<'a>(form: &SettingsForm, stored: Option<&LdapSettings>, outcome: &'a Outcome) -> TextArea<'a> {
    let errors = outcome.errors.get("client_key");
    let field = TextArea::new("client_key", "Key of the client certificate").aside("PEM").rows(3).mono().errors(errors);
    if outcome.password_kept && !form.client_certificate.trim().is_empty() {
        return field.placeholder("Typed, or stored").hint("Kept for 10 minutes, so that it need not be pasted again.");
    }
    match stored.is_some_and(|stored| stored.client_key.is_some()) && errors.is_empty() {
        true => field.placeholder("Stored, encrypted").hint("Leave it empty to keep it."),
        false => field
            .placeholder("-----BEGIN PRIVATE KEY-----")
            .hint("Not encrypted with a password. It is stored encrypted, and never shown again."),
    }
}
