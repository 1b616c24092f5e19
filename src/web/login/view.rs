use super::LoginForm;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::layout::{Door, Flash};
use maud::{Markup, html};

/// Id of the message why somebody was not let in.
const REFUSED: &str = "refused";

pub(super) fn page(form: &LoginForm, error: Option<&str>, flash: Option<&Flash>, csrf: &str, now: Timestamp) -> Markup {
    let said = error.map(|_| REFUSED);
    let content = html! {
        form.form method="post" action="/login" {
            (csrf_field(csrf))
            @if !form.next.is_empty() { input type="hidden" name="next" value=(form.next); }
            (TextField::new("email", "Email").kind("email").autocomplete("username").value(&form.email).required().autofocus().see(said))
            (PasswordField::current("password", "Password").required().see(said))
            @if let Some(error) = error { (Notice::new(Tone::Bad, error).id(REFUSED)) }
            (Button::submit("Sign in").primary().wide().busy("Signing in…"))
        }
        p.door-foot { "Your company directory checks the password. It is not stored here." }
    };
    Door::new("Sign in", now).flash(flash).render(&content)
}

pub(super) fn code(next: &str, error: Option<&str>, csrf: &str, now: Timestamp) -> Markup {
    let said = error.map(|_| REFUSED);
    let content = html! {
        form.form method="post" action="/login/code" {
            (csrf_field(csrf))
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (TextField::new("code", "Code").autocomplete("one-time-code").mono().required().autofocus().see(said))
            @if let Some(error) = error { (Notice::new(Tone::Bad, error).id(REFUSED)) }
            (Button::submit("Sign in").primary().wide().busy("Signing in…"))
        }
        p.door-foot { "Or one of your recovery codes. " a href="/login" { "Sign in as someone else" } }
    };
    Door::new("Sign in with a code", now)
        .lead("Type the six digits that your authenticator app shows now.")
        .render(&content)
}
