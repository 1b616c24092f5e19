use super::LoginForm;
use crate::language::t;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::layout::{Door, Flash};
use crate::web::rich::{link, rich};
use maud::{Markup, html};

/// Id of the message why somebody was not let in.
const REFUSED: &str = "refused";

pub(super) fn page(form: &LoginForm, error: Option<&str>, flash: Option<&Flash>, csrf: &str, now: Timestamp) -> Markup {
    let said = error.map(|_| REFUSED);
    let content = html! {
        form.form method="post" action="/login" {
            (csrf_field(csrf))
            @if !form.next.is_empty() { input type="hidden" name="next" value=(form.next); }
            (TextField::new("email", t!("login-email")).kind("email").autocomplete("username").value(&form.email).required().autofocus().see(said))
            (PasswordField::current("password", t!("login-password")).required().see(said))
            @if let Some(error) = error { (Notice::new(Tone::Bad, error).id(REFUSED)) }
            (Button::submit(t!("login-sign-in")).primary().wide().busy(t!("login-signing-in")))
        }
        p.door-foot { (t!("login-foot")) }
    };
    Door::new(t!("login-title"), now).flash(flash).languages(&address("/login", &form.next), csrf).render(&content)
}

pub(super) fn code(next: &str, error: Option<&str>, csrf: &str, now: Timestamp) -> Markup {
    let said = error.map(|_| REFUSED);
    let content = html! {
        form.form method="post" action="/login/code" {
            (csrf_field(csrf))
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (TextField::new("code", t!("login-code")).autocomplete("one-time-code").mono().required().autofocus().see(said))
            @if let Some(error) = error { (Notice::new(Tone::Bad, error).id(REFUSED)) }
            (Button::submit(t!("login-sign-in")).primary().wide().busy(t!("login-signing-in")))
        }
        p.door-foot { (rich!("login-code-foot", link = link("/login"))) }
    };
    Door::new(t!("login-code-title"), now)
        .lead(t!("login-code-lead"))
        .languages(&address("/login/code", next), csrf)
        .render(&content)
}

/// This page's, with where it leads to afterwards.
pub(super) fn address(path: &str, next: &str) -> String {
    match serde_html_form::to_string([("next", next)]) {
        Ok(query) if !next.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}
