use super::LoginForm;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::layout::{Door, Flash};
use maud::{Markup, html};

pub(super) fn page(form: &LoginForm, error: Option<&str>, flash: Option<&Flash>, csrf: &str, now: Timestamp) -> Markup {
    let content = html! {
        form.form method="post" action="/login" {
            (csrf_field(csrf))
            @if !form.next.is_empty() { input type="hidden" name="next" value=(form.next); }
            (TextField::new("email", "Email").kind("email").autocomplete("username").value(&form.email).required().autofocus())
            (PasswordField::current("password", "Password").required())
            @if let Some(error) = error { (Notice::new(Tone::Bad, error)) }
            (Button::submit("Sign in").primary().wide().busy("Signing in…"))
        }
        p.door-foot { "Your company directory checks the password. It is not stored here." }
    };
    Door::new("Sign in", now).flash(flash).render(&content)
}
