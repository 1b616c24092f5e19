//! What became of the check of typed settings, over the form.

use super::form_view::FormPage;
use super::hint;
use crate::model::ShownCertificate;
use crate::web::components::*;
use maud::{Markup, html};

/// What keeps the settings from being saved, over the form where it is seen first.
pub(super) fn problem(page: &FormPage<'_>) -> Markup {
    if page.outcome.certificate_taken {
        return answering_banner(
            Tone::Info,
            "The certificate stands under CA certificate now, and nothing was saved yet. Type the password once more and press Save.",
        );
    }
    let Some(report) = &page.outcome.report else {
        return html! {
            @if !page.errors().is_empty() { (banner(Tone::Bad, "Nothing was saved. See the messages beside the fields.")) }
        };
    };
    match report.problem() {
        None if page.outcome.report_of_saved => answering_banner(Tone::Ok, "Connected. These settings are saved and work."),
        None => answering_banner(Tone::Ok, "Connected. Nothing was saved yet: press Save to keep these settings."),
        Some(problem) => {
            let lead = if page.outcome.offer_save_anyway {
                "Not connected, so nothing was saved. "
            } else {
                "Not connected. "
            };
            let message = format!("{lead}{}", problem.failure.message());
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
    let whose = if shown.is_authority {
        "It is an authority's: every certificate that it signs for this host will be trusted."
    } else {
        "It is the server's own and no authority's: when the server gets another one, that has to be taken anew."
    };
    Card::new("The certificate that the server showed").body(&html! {
        // Enter in a field presses the first button of the form, and must never mean this card's.
        button.hidden-text type="submit" tabindex="-1" aria-hidden="true" { "Save" }
        (definitions([
            ("For", html! { span.mono { (shown.subject) } }),
            ("Signed by", html! { span.mono { (shown.issuer) } }),
            ("Valid until", html! { (shown.until) }),
            ("SHA-256 fingerprint", command_block(&shown.fingerprint)),
        ]))
        p.small.gap-above { "Whoever stands between this panel and the server could show one, too. Ask those who run the directory for the fingerprint, by telephone or on the server itself, and take the certificate only if it is the same." }
        p.small.muted.gap-below { (whose) }
        (Button::submit("The fingerprint is the same: take this certificate").id("take-certificate")
            .sends("take_certificate", &shown.pem).action(&page.desk.check_url()))
    })
}
