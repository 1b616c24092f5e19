use super::SetupForm;
use crate::language::t;
use crate::model::Timestamp;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::layout::Door;
use crate::web::rich::rich;
use maud::{Markup, html};

pub(super) fn page(form: &SetupForm, errors: &Errors, csrf: &str, now: Timestamp) -> Markup {
    let code = TextField::new("code", t!("setup-code"))
        .hint(rich!("setup-code-hint"))
        .mono()
        .value(&form.code)
        .autocomplete("off")
        .required()
        .errors(errors.get("code"));
    let content = html! {
        form.form method="post" action="/setup" {
            (csrf_field(csrf))
            (if errors.is_empty() { code.autofocus() } else { code })
            (TextField::new("name", t!("setup-name")).autocomplete("name").value(&form.name).required().errors(errors.get("name")))
            (TextField::new("email", t!("setup-email")).kind("email").autocomplete("username").value(&form.email).required()
                .errors(errors.get("email")))
            (PasswordField::new_one("password", t!("setup-password")).required().hint(t!("setup-password-hint")).errors(errors.get("password")))
            (Button::submit(t!("setup-create")).primary().wide().busy(t!("setup-creating")))
        }
    };
    Door::new(t!("setup-title"), now).lead(t!("setup-lead")).languages("/setup", csrf).render(&content)
}
