use super::SetupForm;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::layout::Door;
use maud::{Markup, html};

pub(super) fn page(form: &SetupForm, errors: &Errors, csrf: &str, now: Timestamp) -> Markup {
    let content = html! {
        form.form method="post" action="/setup" {
            (csrf_field(csrf))
            (TextField::new("code", "Setup code").hint(html! { "The panel printed it when it started, after “Setup code:”. Where it runs as a service: " code { "journalctl -u muster" } "." }).mono().value(&form.code)
                .autocomplete("off").required().autofocus().errors(errors.get("code")))
            (TextField::new("name", "Name").autocomplete("name").value(&form.name).required().errors(errors.get("name")))
            (TextField::new("email", "Email").kind("email").autocomplete("username").value(&form.email).required()
                .errors(errors.get("email")))
            (PasswordField::new_one("password", "Password").required().hint("At least 10 characters.").errors(errors.get("password")))
            (Button::submit("Create administrator").primary().wide().busy("Creating…"))
        }
    };
    Door::new("Create the first administrator", now)
        .lead("They connect the company’s directory next. Their own password is kept here, so they can sign in also when the directory does not answer.")
        .render(&content)
}
