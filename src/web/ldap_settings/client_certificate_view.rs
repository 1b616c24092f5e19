//! The fields of the client certificate, folded away while there is none.

use super::Outcome;
use super::form::SettingsForm;
use crate::language::t;
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
            summary { (t!("names-field-client-certificate")) " " span.aside { (t!("ldap-client-aside")) } }
            div.form {
                (TextArea::new("client_certificate", t!("names-field-client-certificate")).aside("PEM").value(without_key(&form.client_certificate))
                    .rows(3).mono().placeholder("-----BEGIN CERTIFICATE-----").errors(errors("client_certificate"))
                    .hint(t!("ldap-client-hint")))
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
    let field = TextArea::new("client_key", t!("ldap-client-key")).aside("PEM").rows(3).mono().errors(errors);
    if outcome.password_kept && !form.client_certificate.trim().is_empty() {
        return field.placeholder(t!("ldap-typed-or-stored")).hint(t!("ldap-client-key-kept"));
    }
    match stored.is_some_and(|stored| stored.client_key.is_some()) && errors.is_empty() {
        true => field.placeholder(t!("ldap-stored")).hint(t!("ldap-keep-empty")),
        false => field.placeholder("-----BEGIN PRIVATE KEY-----").hint(t!("ldap-client-key-hint")),
    }
}
