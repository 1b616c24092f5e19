use super::frame::{Frame, Framed};
use crate::web::rich::rich;
use maud::{Markup, Render, html};

/// One line of text.
#[derive(Debug, Clone)]
pub struct TextField<'a> {
    frame: Frame<'a>,
    kind: &'a str,
    value: &'a str,
    placeholder: Option<&'a str>,
    autocomplete: Option<&'a str>,
    suggestions: &'a [String],
    from: Option<&'a str>,
    mono: bool,
    required: bool,
    autofocus: bool,
    read_only: bool,
}

impl<'a> TextField<'a> {
    /// An empty text field.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        TextField {
            frame: Frame::new(name, label),
            kind: "text",
            value: "",
            placeholder: None,
            autocomplete: None,
            suggestions: &[],
            from: None,
            mono: false,
            required: false,
            autofocus: false,
            read_only: false,
        }
    }

    /// What it shows. For passwords there is `PasswordField`, which cannot show one.
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// `email`, `tel`, `number`. Not `password`.
    pub fn kind(mut self, kind: &'a str) -> Self {
        debug_assert!(kind != "password", "a password field never has a value: use PasswordField");
        self.kind = kind;
        self
    }

    /// What holds while it is empty.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = Some(placeholder);
        self
    }

    /// HTML's autofill name: `email`, `name`, `off`.
    pub fn autocomplete(mut self, autocomplete: &'a str) -> Self {
        self.autocomplete = Some(autocomplete);
        self
    }

    /// Values to choose from, beside typing.
    pub fn suggestions(mut self, suggestions: &'a [String]) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// A DN, a host, an attribute: monospace, and no spelling help.
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    /// Cannot be left empty.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Has the focus when the page opens.
    pub fn autofocus(mut self) -> Self {
        self.autofocus = true;
        self
    }

    /// Shown, not to be changed, and not sent.
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Owned by the directory: read-only, with the attribute it comes from.
    pub fn owned_by_directory(mut self, attribute: &'a str) -> Self {
        self.from = Some(attribute);
        self.read_only()
    }

    fn origin(&self, attribute: &str) -> Markup {
        html! { p.hint id={ (self.frame.id()) "-from" } { (rich!("components-from-directory", attribute = attribute)) } }
    }
}

impl<'a> Framed<'a> for TextField<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for TextField<'_> {
    fn render(&self) -> Markup {
        let id = self.frame.id();
        let list = (!self.suggestions.is_empty()).then(|| format!("{id}-list"));
        let origin = self.from.map(|_| format!("{id}-from"));
        let described: Vec<String> = self.frame.described_by().into_iter().chain(origin).collect();
        let spelling = self.mono.then_some("off");
        self.frame.around(&html! {
            input.control.mono[self.mono] id=(id) name=[(!self.read_only).then_some(self.frame.name)] type=(self.kind)
                value=(self.value) placeholder=[self.placeholder] autocomplete=[self.autocomplete.or(spelling)]
                autocapitalize=[spelling] spellcheck=[self.mono.then_some("false")] list=[list.as_deref()]
                required[self.required] autofocus[self.autofocus || self.frame.is_looked_at()] readonly[self.read_only]
                aria-invalid=[self.frame.is_invalid()]
                aria-describedby=[(!described.is_empty()).then(|| described.join(" "))];
            @if let Some(list) = &list {
                datalist id=(list) { @for value in self.suggestions { option value=(value) {} } }
            }
            @if let Some(attribute) = self.from { (self.origin(attribute)) }
        })
    }
}

/// Several lines of text: a certificate.
#[derive(Debug, Clone)]
pub struct TextArea<'a> {
    frame: Frame<'a>,
    value: &'a str,
    placeholder: Option<&'a str>,
    rows: u8,
    mono: bool,
}

impl<'a> TextArea<'a> {
    /// An empty one of four rows.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        TextArea { frame: Frame::new(name, label), value: "", placeholder: None, rows: 4, mono: false }
    }

    /// What it shows.
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// What holds while it is empty.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = Some(placeholder);
        self
    }

    /// How many rows it shows at first.
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// Monospace, and no spelling help.
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }
}

impl<'a> Framed<'a> for TextArea<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for TextArea<'_> {
    fn render(&self) -> Markup {
        self.frame.around(&html! {
            textarea.control.mono[self.mono] id=(self.frame.id()) name=(self.frame.name) rows=(self.rows)
                placeholder=[self.placeholder] spellcheck=[self.mono.then_some("false")]
                autofocus[self.frame.is_looked_at()]
                aria-invalid=[self.frame.is_invalid()] aria-describedby=[self.frame.described_by()]
                // HTML drops a first line break; this one is for it to drop.
                { "\n" (self.value) }
        })
    }
}
