//! Everything that no screen shows.

use super::data::{NOW, olga};
use crate::web::components::*;
use crate::web::layout::{Page, Section};
use maud::{Markup, html};

const TONES: [Tone; 5] = [Tone::Ok, Tone::Warning, Tone::Bad, Tone::Info, Tone::Neutral];

pub(super) fn page() -> String {
    let content = html! {
        div.stack {
            (Card::new("Messages").body(&messages()))
            (Card::new("Buttons").body(&buttons(&html! {
                (Button::submit("Plain")) (Button::submit("Primary").primary()) (Button::submit("Danger").danger())
                (Button::link("/", "Link").id("a-link")) (Button::submit("As in a text").link_like())
            })))
            (Card::new("Fields").body(&fields()))
            (Card::new("Facts").body(&definitions([("GUID", html! { span.mono { "8c1f9a50-6a3e-4b8b-9b6e-0c7c5a1d2e3f" } }), ("Phone", html! { "—" })])))
            (Card::new("Under way").body(&html! { (progress("Waiting", 0, None)) (phase_steps(&["Connect", "Read"], 2)) }))
            (Pager { from: None, shown: 3, total: 3, ..Pager::default() })
            (FilterBar::new("/imports", "printer", "Search").keep("sort", "name").clear(true))
        }
        form #other-form {}
    };
    Page::new("Components", Section::Agents, Some(&olga()), NOW).render(&content).into_string()
}

fn messages() -> Markup {
    let words =
        "LDAP result 49 (invalidCredentials): 80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error";
    html! {
        @for tone in TONES {
            (banner(tone, "Saved. The next import uses these settings."))
            p { (pill(tone, "Connected")) " " (tag(tone, tone.class())) }
        }
        (Notice::new(Tone::Bad, "The directory refused the user's password (invalidCredentials).")
            .remedy("Type it again under Password.")
            .details("kit-details", Some(words)))
    }
}

fn fields() -> Markup {
    let errors = ["This is not an email address: it has no @.".to_string()];
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (TextField::new("a", "Email").kind("email").value("anna").errors(&errors).hint("Used to sign in."))
                (TextField::new("b", "Phone").read_only().value("+46 8 555 01 12"))
                (TextField::new("c", "Name").placeholder("Anna Berg").id("another-id"))
            }))
            (TextArea::new("pem", "CA certificate").aside("optional").rows(3).mono().placeholder("-----BEGIN CERTIFICATE-----").value("").errors(&[]))
            (PasswordField::current("current_password", "Your own password").errors(&errors))
        }
    }
}
