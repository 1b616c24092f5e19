//! What became of the check of typed settings, over the form.

use super::form_view::FormPage;
use super::hint;
use crate::language::{day, failure_message, t};
use crate::model::ShownCertificate;
use crate::web::components::*;
use maud::{Markup, html};

/// What keeps the settings from being saved, over the form where it is seen first.
pub(super) fn problem(page: &FormPage<'_>) -> Markup {
    if page.outcome.certificate_taken {
        return answering_banner(Tone::Info, t!("ldap-certificate-taken"));
    }
    let Some(report) = &page.outcome.report else {
        return html! {
            @if !page.errors().is_empty() { (banner(Tone::Bad, t!("ldap-nothing-saved"))) }
        };
    };
    match report.problem() {
        None if page.outcome.report_of_saved => answering_banner(Tone::Ok, t!("ldap-connected-saved")),
        None => answering_banner(Tone::Ok, t!("ldap-connected-not-saved")),
        Some(problem) => {
            let message = failure_message(&problem.failure);
            let message = match page.outcome.offer_save_anyway {
                true => t!("ldap-not-connected-not-saved", message = message),
                false => t!("ldap-not-connected", message = message),
            };
            let remedy = hint::remedy(&problem.failure, page.form, report);
            html! {
                (Notice::new(Tone::Bad, &message).remedy(&remedy).details("problem-details", problem.details.as_deref()).answer())
                @if let Some(shown) = &report.shown { (certificate(page, shown)) }
            }
        }
    }
}

/// The certificate that the server showed. Taking it is for who has compared it: so the fingerprint stands over
/// the button, and the button says what is claimed by pressing it.
fn certificate(page: &FormPage<'_>, shown: &ShownCertificate) -> Markup {
    let whose = if shown.is_authority { t!("ldap-shown-authority") } else { t!("ldap-shown-own") };
    Card::new(t!("ldap-shown")).body(&html! {
        // Enter in a field presses the first button of the form, and must never mean this card's.
        button.hidden-text type="submit" tabindex="-1" aria-hidden="true" { (t!("ldap-save")) }
        (definitions([
            (t!("ldap-shown-for"), html! { span.mono { (shown.subject) } }),
            (t!("ldap-shown-issuer"), html! { span.mono { (shown.issuer) } }),
            (t!("ldap-shown-until"), html! { (day(&shown.until)) }),
            (t!("ldap-shown-fingerprint"), command_block(&shown.fingerprint)),
        ]))
        p.small.gap-above { (t!("ldap-shown-compare")) }
        p.small.muted.gap-below { (whose) }
        (Button::submit(t!("ldap-shown-take")).id("take-certificate")
            .sends("take_certificate", &shown.pem).action(&page.desk.check_url()))
    })
}
