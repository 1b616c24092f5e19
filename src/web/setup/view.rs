use super::SetupForm;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::layout::Door;
use maud::{Markup, html};

pub(super) fn page(form: &SetupForm, errors: &Errors, csrf: &str, now: Timestamp) -> Markup {
    let code = TextField::new("code", "Setup code")
        .hint("The server printed it when it started, after “Setup code:”.")
        .mono()
        .value(&form.code)
        .autocomplete("off")
        .required()
        .errors(errors.get("code"));
    let content = html! {
        form.form method="post" action="/setup" {
            (csrf_field(csrf))
            (if errors.is_empty() { code.autofocus() } else { code })
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
