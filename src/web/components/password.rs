use super::frame::{Frame, Framed};
use maud::{Markup, Render, html};

/// A password to type. It has no way to show one: what is stored or was typed never goes back to a browser.
#[derive(Debug, Clone)]
pub struct PasswordField<'a> {
    frame: Frame<'a>,
    autocomplete: &'a str,
    placeholder: Option<&'a str>,
    required: bool,
}

impl<'a> PasswordField<'a> {
    /// For a password someone has: browsers may fill it in.
    pub fn current(name: &'a str, label: &'a str) -> Self {
        PasswordField {
            frame: Frame::new(name, label),
            autocomplete: "current-password",
            placeholder: None,
            required: false,
        }
    }

    /// For a password to be made, or one of another account: browsers do not fill in the visitor's own.
    pub fn new_one(name: &'a str, label: &'a str) -> Self {
        PasswordField { autocomplete: "new-password", ..PasswordField::current(name, label) }
    }

    /// What holds while it is empty: "Stored, encrypted".
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = Some(placeholder);
        self
    }

    /// Cannot be left empty.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

impl<'a> Framed<'a> for PasswordField<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for PasswordField<'_> {
    fn render(&self) -> Markup {
        self.frame.around(&html! {
            input.control id=(self.frame.id()) name=(self.frame.name) type="password"
                autocomplete=(self.autocomplete) placeholder=[self.placeholder] required[self.required]
                autofocus[self.frame.is_looked_at()]
                aria-invalid=[self.frame.is_invalid()] aria-describedby=[self.frame.described_by()];
        })
    }
}
